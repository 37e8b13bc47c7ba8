/*
 * cpu.c - compares commands by CPU time, as ratios.
 *
 *	cpu [-v] ROUNDS NAME::COMMAND ...
 *
 * Runs the commands by sh(1), their output thrown away, one after another in
 * each round, so that a slow moment of the machine meets all of them. Prints
 * the median of user + system seconds of each (children included) and its
 * ratio to the first. -v: the outputs are compared first, and commands whose
 * output is not that of the first are not timed: exit status 1.
 */
#include <fcntl.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

enum { ROUNDS_MAX = 99, COMMANDS_MAX = 32 };

struct row {
	const char *name, *command;
	double seconds[ROUNDS_MAX];
};

static double
seconds_of(const struct rusage *u)
{
	return (double)(u->ru_utime.tv_sec + u->ru_stime.tv_sec) +
	       (double)(u->ru_utime.tv_usec + u->ru_stime.tv_usec) / 1e6;
}

/* Runs command with its output to fd; the CPU seconds it took. */
static double
run(const char *command, int fd)
{
	struct rusage before, after;
	int status;
	pid_t child;

	getrusage(RUSAGE_CHILDREN, &before);
	child = fork();
	if (child == 0) {
		dup2(fd, STDOUT_FILENO);
		execl("/bin/sh", "sh", "-c", command, (char *)NULL);
		_exit(127);
	}
	if (child < 0 || waitpid(child, &status, 0) != child || status != 0) {
		fprintf(stderr, "cpu: failed: %s\n", command);
		exit(2);
	}
	getrusage(RUSAGE_CHILDREN, &after);
	return seconds_of(&after) - seconds_of(&before);
}

/* FNV-1a of what command writes, by way of an unlinked file. */
static uint64_t
digest(const char *command)
{
	FILE *f = tmpfile();
	uint64_t h = 0xcbf29ce484222325U;
	int c;

	if (f == NULL)
		exit(2);
	run(command, fileno(f));
	rewind(f);
	while ((c = getc(f)) != EOF)
		h = (h ^ (uint64_t)c) * 0x100000001b3U;
	fclose(f);
	return h;
}

static bool
equal_outputs(const struct row *rows, int n)
{
	uint64_t first = digest(rows[0].command);
	bool equal = true;

	for (int i = 1; i < n; i++) {
		if (digest(rows[i].command) == first)
			continue;
		printf("%s: output differs from %s\n", rows[i].name,
		       rows[0].name);
		equal = false;
	}
	return equal;
}

static int
by_value(const void *a, const void *b)
{
	const double *x = a, *y = b;

	return (*x > *y) - (*x < *y);
}

static double
median(double *v, int n)
{
	qsort(v, (size_t)n, sizeof(*v), by_value);
	return v[n / 2];
}

static void
report(struct row *rows, int n, int rounds)
{
	double base = median(rows[0].seconds, rounds);

	for (int i = 0; i < n; i++) {
		double m = median(rows[i].seconds, rounds);

		printf("%-34s %9.3f s %8.2f x\n", rows[i].name, m,
		       base > 0 ? m / base : 0);
	}
}

int
main(int argc, char **argv)
{
	static struct row rows[COMMANDS_MAX];
	bool verify = argc > 1 && strcmp(argv[1], "-v") == 0;
	char **arg = argv + 1 + verify;
	int null = open("/dev/null", O_WRONLY);
	int rounds, n = 0;

	if (argc - verify < 3)
		return 2;
	rounds = atoi(*arg++);
	if (rounds < 1 || rounds > ROUNDS_MAX)
		return 2;
	for (; *arg != NULL && n < COMMANDS_MAX; arg++) {
		char *split = strstr(*arg, "::");

		if (split == NULL)
			return 2;
		*split = '\0';
		rows[n++] = (struct row){ .name = *arg,
			                  .command = split + 2 };
	}
	if (verify && !equal_outputs(rows, n))
		return 1;
	for (int round = 0; round < rounds; round++)
		for (int i = 0; i < n; i++)
			rows[i].seconds[round] = run(rows[i].command, null);
	report(rows, n, rounds);
	return 0;
}
