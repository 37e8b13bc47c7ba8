/*
 * cost.c - what a command costs: cost COMMAND ... writes, to standard error,
 * its exit status, CPU seconds and peak memory in MiB; tests only. It is
 * killed after 60 CPU seconds, or $COST_LIMIT.
 */
#include <stdio.h>
#include <stdlib.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

static double
seconds(struct timeval t)
{
	return (double)t.tv_sec + (double)t.tv_usec / 1e6;
}

int
main(int argc, char **argv)
{
	const char *most = getenv("COST_LIMIT");
	rlim_t cpu = most == NULL ? 60 : strtoul(most, NULL, 10);
	struct rlimit limit = { cpu, cpu };
	struct rusage used;
	int status;
	pid_t child;

	if (argc < 2)
		return 99;
	child = fork();
	if (child == 0) {
		setrlimit(RLIMIT_CPU, &limit);
		execvp(argv[1], argv + 1);
		_exit(99);
	}
	if (child < 0 || wait4(child, &status, 0, &used) < 0)
		return 99;
	fprintf(stderr, "%d %.3f %ld\n",
	        WIFSIGNALED(status) ? 128 + WTERMSIG(status)
	                            : WEXITSTATUS(status),
	        seconds(used.ru_utime) + seconds(used.ru_stime),
	        used.ru_maxrss / 1024);
	return 0;
}
