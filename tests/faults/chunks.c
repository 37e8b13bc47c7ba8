/*
 * chunks.c - chunks SEED COMMAND ...: gives standard input to the command
 * through a pipe, in pieces of random sizes, each read before the next is
 * written; tests only. The exit status is the command's.
 */
#include <fcntl.h>
#include <sched.h>
#include <signal.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { PIECE_MAX = 40000 };

static uint64_t seed;

/* xorshift64 (Marsaglia, 2003). */
static uint64_t
dice(void)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return seed;
}

/* Small pieces as often as large ones. */
static size_t
piece(void)
{
	uint64_t most = (uint64_t)1 << dice() % 16;

	return 1 + (size_t)(dice() % most);
}

static bool
is_alive(pid_t child)
{
	siginfo_t info = { 0 };

	return waitid(P_PID, (id_t)child, &info,
	              WEXITED | WNOHANG | WNOWAIT) == 0 && info.si_pid == 0;
}

/* A command that has gone reads no more: nobody waits for it. */
static void
feed(int to, pid_t child)
{
	char buf[PIECE_MAX];
	ssize_t n;

	while ((n = read(0, buf, piece())) > 0) {
		int left = 1;

		if (write(to, buf, (size_t)n) != n)
			return;
		while (ioctl(to, FIONREAD, &left) == 0 && left > 0 &&
		       is_alive(child))
			sched_yield();
	}
}

int
main(int argc, char **argv)
{
	int fd[2], status;
	pid_t child;

	if (argc < 3 || pipe2(fd, O_CLOEXEC) < 0)
		return 99;
	seed = strtoull(argv[1], NULL, 10) * 2654435761U + 1;
	child = fork();
	if (child == 0) {
		dup2(fd[0], 0);
		execvp(argv[2], argv + 2);
		_exit(99);
	}
	close(fd[0]);
	signal(SIGPIPE, SIG_IGN);
	feed(fd[1], child);
	close(fd[1]);
	if (waitpid(child, &status, 0) < 0)
		return 99;
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status)
	                           : WEXITSTATUS(status);
}
