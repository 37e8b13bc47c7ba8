/*
 * stage.c - runs a command in front of difficult streams; tests only.
 *
 *	stage drip CMD ...      stdin arrives one byte at a time
 *	stage refuse CMD ...    stdin and stdout are non-blocking pipes, slow
 *	stage alive CMD ...     what CMD writes before its stdin ends
 *	stage terminal CMD ...  stdout is a terminal
 *	stage gone CMD ...      nobody reads stdout; SIGPIPE kills
 *	stage ignored CMD ...   the same, SIGPIPE is ignored
 *
 * The exit status is the command's, 128 + n after signal n.
 */
#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <sys/wait.h>
#include <unistd.h>

enum { SLICE = 1000, QUIET_MS = 300 };

static void
die(const char *what)
{
	perror(what);
	exit(99);
}

/* Pipes of the command, as this side sees them. */
static int to_child = -1, from_child = -1;

static void
make_pipe(int fd[2])
{
	if (pipe2(fd, O_CLOEXEC) < 0)
		die("pipe");
}

/* Starts CMD with in and out as its streams; -1: those of stage. */
static pid_t
start(char **command, int in, int out)
{
	pid_t child = fork();

	if (child < 0)
		die("fork");
	if (child > 0)
		return child;
	if ((in >= 0 && dup2(in, 0) < 0) || (out >= 0 && dup2(out, 1) < 0))
		die("dup2");
	execvp(command[0], command);
	die(command[0]);
	return 0;
}

static int
finish(pid_t child)
{
	int status;

	if (waitpid(child, &status, 0) < 0)
		die("waitpid");
	return WIFSIGNALED(status) ? 128 + WTERMSIG(status)
	                           : WEXITSTATUS(status);
}

/* Whether the command has still to read what it was sent. */
static bool
unread(void)
{
	struct pollfd pipe = { .fd = to_child, .events = POLLOUT };
	int left;

	return ioctl(to_child, FIONREAD, &left) == 0 && left > 0 &&
	       (poll(&pipe, 1, 0) != 1 || (pipe.revents & POLLERR) == 0);
}

/* Feeds stdin to the command, size bytes at a time; each has been read before
 * the next is written. */
static void
feed(size_t size)
{
	char slice[SLICE];
	ssize_t n;

	signal(SIGPIPE, SIG_IGN);
	while ((n = read(0, slice, size)) > 0) {
		if (write(to_child, slice, (size_t)n) != n)
			return;
		while (unread())
			usleep(size > 1 ? 500 : 0);
	}
}

/* Copies what the command writes to stdout, until its end or, with wait_ms
 * >= 0, until nothing has come for so long. */
static void
drain(int fd, int wait_ms)
{
	struct pollfd ready = { .fd = fd, .events = POLLIN };
	char slice[SLICE];
	ssize_t n;

	while (poll(&ready, 1, wait_ms) > 0) {
		n = read(fd, slice, sizeof(slice));
		if (n <= 0 || write(1, slice, (size_t)n) != n)
			return;
	}
}

static pid_t
start_piped(char **command, bool read_back, bool refuse)
{
	int in[2], out[2] = { -1, -1 };
	pid_t child;

	make_pipe(in);
	if (read_back)
		make_pipe(out);
	if (refuse && (fcntl(in[0], F_SETFL, O_NONBLOCK) < 0 ||
	               fcntl(out[1], F_SETFL, O_NONBLOCK) < 0 ||
	               fcntl(out[1], F_SETPIPE_SZ, 4096) < 0))
		die("fcntl");
	child = start(command, in[0], out[1]);
	close(in[0]);
	close(out[1]);
	to_child = in[1];
	from_child = out[0];
	return child;
}

static int
drip(char **command)
{
	pid_t child = start_piped(command, false, false);

	feed(1);
	close(to_child);
	return finish(child);
}

static int
refuse(char **command)
{
	pid_t child = start_piped(command, true, true);
	pid_t feeder = fork();

	if (feeder < 0)
		die("fork");
	if (feeder == 0) {
		feed(SLICE);
		_exit(0);
	}
	close(to_child);
	usleep(20000); /* the pipe is full by now */
	drain(from_child, -1);
	finish(feeder);
	return finish(child);
}

static int
alive(char **command)
{
	pid_t child = start_piped(command, true, false);

	feed(SLICE);
	drain(from_child, QUIET_MS);
	kill(child, SIGKILL);
	finish(child);
	return 0;
}

static int
terminal(char **command)
{
	struct termios raw = { .c_cflag = CS8 | CREAD };
	int master, slave;
	pid_t child;

	if (openpty(&master, &slave, NULL, &raw, NULL) < 0)
		die("openpty");
	fcntl(master, F_SETFD, FD_CLOEXEC);
	child = start(command, -1, slave);
	close(slave);
	drain(master, -1);
	return finish(child);
}

static int
gone(char **command, bool ignored)
{
	int out[2];

	make_pipe(out);
	close(out[0]);
	signal(SIGPIPE, ignored ? SIG_IGN : SIG_DFL);
	return finish(start(command, -1, out[1]));
}

int
main(int argc, char **argv)
{
	const char *how = argc > 2 ? argv[1] : "";

	if (strcmp(how, "drip") == 0)
		return drip(argv + 2);
	if (strcmp(how, "refuse") == 0)
		return refuse(argv + 2);
	if (strcmp(how, "alive") == 0)
		return alive(argv + 2);
	if (strcmp(how, "terminal") == 0)
		return terminal(argv + 2);
	if (strcmp(how, "gone") == 0 || strcmp(how, "ignored") == 0)
		return gone(argv + 2, how[0] == 'i');
	fprintf(stderr, "usage: stage drip|refuse|alive|terminal|gone|ignored "
	                "command ...\n");
	return 99;
}
