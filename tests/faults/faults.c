/*
 * faults.c - runs commands and fails their calls in turn; tests only.
 *
 *	faults SHIM LIMIT [SEED] <runs
 *
 * A line of runs is a file for standard input and a command. Each command is
 * run as it is, then once for every fault of every call it has made. What
 * must come of it: the same output and status as without the fault, or exit
 * status 2, a message, and no byte that the good run did not write. LIMIT is
 * the number of faults to inject, spread evenly over all; 0: all of them.
 */
#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/mman.h>
#include <sys/resource.h>
#include <sys/wait.h>
#include <unistd.h>

#include "plan.h"

enum { WORDS = 32, LINE = 1024, RUNS = 200, SECONDS = 20, SHOWN = 40 };

struct run {
	char line[LINE];
	char *input;
	char *argv[WORDS];
	long count[CALLS];
};

struct result {
	int status; /* exit status; 128 + n after signal n */
	char *out, *err;
	size_t nout, nerr;
};

struct fault {
	int call, action, every;
};

static const struct fault faults[] = {
	{ CALL_ALLOC, ENOMEM, 0 }, { CALL_ALLOC, ENOMEM, 1 },
	{ CALL_READ, EINTR, 0 },   { CALL_READ, EAGAIN, 0 },
	{ CALL_READ, ACT_SHORT, 0 }, { CALL_READ, ACT_SHORT, 1 },
	{ CALL_READ, EIO, 0 },     { CALL_READ, EIO, 1 },
	{ CALL_WRITE, EINTR, 0 },  { CALL_WRITE, EAGAIN, 0 },
	{ CALL_WRITE, EAGAIN, 1 }, { CALL_WRITE, ACT_SHORT, 0 },
	{ CALL_WRITE, ACT_SHORT, 1 }, { CALL_WRITE, EIO, 0 },
	{ CALL_WRITE, ENOSPC, 0 }, { CALL_WRITE, ENOSPC, 1 },
	{ CALL_WRITE, EPIPE, 0 },  { CALL_POLL, EINTR, 0 },
	{ CALL_POLL, EINTR, 1 },   { CALL_POLL, ENOMEM, 0 },
	{ CALL_OPEN, EMFILE, 0 },  { CALL_OPEN, EINTR, 0 },
	{ CALL_OPEN, EACCES, 0 },  { CALL_OPEN, ENOMEM, 1 },
	{ CALL_CLOSE, EIO, 0 },    { CALL_CLOSE, EINTR, 0 },
	{ CALL_RANDOM, ENOSYS, 0 }, { CALL_RANDOM, EAGAIN, 1 },
	{ CALL_OTHER, EIO, 0 },    { CALL_OTHER, ENOSPC, 1 },
};

enum { FAULTS = sizeof(faults) / sizeof(*faults) };

static const char *const call_names[CALLS] = {
	"alloc", "read", "write", "poll", "open", "close", "random", "other"
};

static char *shim; /* LD_PRELOAD=... */
static struct plan *plan;
static int plan_fd, out_fd, err_fd;

static void
die(const char *what)
{
	perror(what);
	exit(99);
}

static int
shared_file(const char *name)
{
	int fd = memfd_create(name, MFD_CLOEXEC);

	if (fd < 0)
		die("memfd_create");
	return fd;
}

static void
become(const struct run *r)
{
	struct rlimit no_core = { 0, 0 };
	int in = open(r->input, O_RDONLY);

	setrlimit(RLIMIT_CORE, &no_core);
	if (in < 0)
		die(r->input);
	if (dup2(in, 0) < 0 || dup2(out_fd, 1) < 0 || dup2(err_fd, 2) < 0 ||
	    dup2(plan_fd, PLAN_FD) < 0)
		_exit(99);
	close(in);
	alarm(SECONDS);
	putenv(shim);
	execvp(r->argv[0], r->argv);
	_exit(99);
}

static char *
take(int fd, size_t *n)
{
	off_t size = lseek(fd, 0, SEEK_END);
	char *p = malloc((size_t)size + 1);

	if (p == NULL || pread(fd, p, (size_t)size, 0) != size)
		die("pread");
	p[size] = '\0';
	*n = (size_t)size;
	if (ftruncate(fd, 0) < 0 || lseek(fd, 0, SEEK_SET) < 0)
		die("ftruncate");
	return p;
}

static struct result
execute(const struct run *r, const struct fault *f, long at)
{
	struct result got;
	pid_t child;
	int status;

	memset(plan, 0, sizeof(*plan));
	plan->call = f->call;
	plan->action = f->action;
	plan->every = f->every;
	plan->at = at;
	plan->fd = -1;
	child = fork();
	if (child < 0)
		die("fork");
	if (child == 0)
		become(r);
	if (waitpid(child, &status, 0) < 0)
		die("waitpid");
	got.status = WIFSIGNALED(status) ? 128 + WTERMSIG(status)
	                                 : WEXITSTATUS(status);
	got.out = take(out_fd, &got.nout);
	got.err = take(err_fd, &got.nerr);
	return got;
}

static void
forget(struct result *r)
{
	free(r->out);
	free(r->err);
}

static bool
same(const struct result *good, const struct result *got)
{
	return got->status == good->status && got->nout == good->nout &&
	       memcmp(got->out, good->out, good->nout) == 0 &&
	       got->nerr == good->nerr &&
	       memcmp(got->err, good->err, good->nerr) == 0;
}

static bool
is_prefix(const struct result *good, const struct result *got)
{
	return got->nout <= good->nout &&
	       memcmp(got->out, good->out, got->nout) == 0;
}

/* A fault that nobody may notice. */
static bool
is_soft(const struct fault *f)
{
	if (f->call == CALL_POLL || f->call == CALL_RANDOM)
		return true;
	if (f->action == EAGAIN && f->every)
		return false;
	return f->action == ACT_SHORT || f->action == EINTR ||
	       f->action == EAGAIN;
}

/* Why the result is no good; NULL when it is. */
static const char *
judge_write(const struct fault *f, const struct result *good,
            const struct result *got)
{
	if (plan->fd == 2)
		return got->status == good->status ? NULL
		                                   : "status changed";
	if (plan->fd == 1 && f->action == EPIPE && got->nerr > good->nerr)
		return "a message about a reader that has gone";
	if (plan->fd == 1 && f->action != EPIPE &&
	    strstr(got->err, "standard output: ") == NULL)
		return "no message about standard output";
	if (got->status != 2)
		return "exit status is not 2";
	return is_prefix(good, got) ? NULL : "wrong output";
}

static const char *
judge_hard(const struct fault *f, const struct result *good,
           const struct result *got)
{
	bool lost = f->call == CALL_WRITE ||
	            (f->call == CALL_CLOSE && plan->fd == 1) ||
	            (f->call == CALL_READ && plan->fd >= 0);

	if (!lost && same(good, got))
		return NULL;
	if (f->call == CALL_WRITE)
		return judge_write(f, good, got);
	if (got->status != 2)
		return "exit status is not 2";
	if (got->nerr == 0)
		return "no message";
	if (f->call != CALL_ALLOC)
		return NULL;
	if (strstr(got->err, ": out of memory\n") == NULL)
		return "the message is not about memory";
	return is_prefix(good, got) ? NULL : "wrong output";
}

static const char *
judge(const struct fault *f, const struct result *good,
      const struct result *got)
{
	if (got->status == 128 + SIGALRM)
		return "hangs";
	if (got->status >= 128)
		return "crash";
	if (!plan->fired || (is_soft(f) && f->call != CALL_CLOSE &&
	                     f->call != CALL_OPEN))
		return same(good, got) ? NULL : "result changed";
	return judge_hard(f, good, got);
}

static void
show(const struct run *r, const struct fault *f, long at, const char *why)
{
	static int shown;

	if (++shown > SHOWN)
		return;
	printf("# %s: %s number %ld%s fails with %s:", why,
	       call_names[f->call], at, f->every ? " and all later" : "",
	       f->action == ACT_SHORT ? "one byte"
	                              : strerrorname_np(f->action));
	for (size_t i = 0; r->argv[i] != NULL; i++)
		printf(" %s", r->argv[i]);
	printf(" <%s\n", r->input);
}

/* Injects each step-th fault of a run; *phase counts through all runs. */
static void
work(struct run *r, double step, double *phase, long tally[2])
{
	struct result good = execute(r, &faults[0], 0);

	for (size_t i = 0; i < FAULTS; i++)
		for (long at = 1; at <= r->count[faults[i].call]; at++) {
			struct result got;
			const char *why;

			*phase += 1;
			if (*phase < step)
				continue;
			*phase -= step;
			got = execute(r, &faults[i], at);
			why = judge(&faults[i], &good, &got);
			tally[0] += plan->fired;
			tally[1] += why != NULL;
			if (why != NULL)
				show(r, &faults[i], at, why);
			forget(&got);
		}
	forget(&good);
}

/* Splits a line into words and counts the calls of its command. */
static void
prepare(struct run *r)
{
	struct result good;
	size_t n = 0;

	r->input = strtok(r->line, " \n");
	while (n < WORDS - 1 && (r->argv[n] = strtok(NULL, " \n")) != NULL)
		n++;
	if (n == 0)
		exit(99);
	good = execute(r, &faults[0], 0);
	for (size_t i = 0; i < CALLS; i++)
		r->count[i] = plan->count[i];
	if (r->count[CALL_ALLOC] == 0 || good.status > 2)
		printf("# not a run: %s: status %d: %s\n", r->argv[0],
		       good.status, good.err);
	forget(&good);
}

static long
possible(const struct run *r)
{
	long n = 0;

	for (size_t i = 0; i < FAULTS; i++)
		n += r->count[faults[i].call];
	return n;
}

int
main(int argc, char **argv)
{
	static struct run run[RUNS];
	size_t n = 0;
	long limit = argc > 2 ? atol(argv[2]) : 0;
	long all = 0, tally[2] = { 0, 0 };
	double step, phase = 0;

	if (argc < 3)
		return 99;
	if (asprintf(&shim, "LD_PRELOAD=%s", argv[1]) < 0)
		die("asprintf");
	plan_fd = shared_file("plan");
	out_fd = shared_file("out");
	err_fd = shared_file("err");
	if (ftruncate(plan_fd, sizeof(*plan)) < 0)
		die("ftruncate");
	plan = mmap(NULL, sizeof(*plan), PROT_READ | PROT_WRITE, MAP_SHARED,
	            plan_fd, 0);
	if (plan == MAP_FAILED)
		die("mmap");
	while (n < RUNS && fgets(run[n].line, LINE, stdin) != NULL) {
		prepare(&run[n]);
		all += possible(&run[n++]);
	}
	step = limit > 0 && limit < all ? (double)all / (double)limit : 1;
	for (size_t i = 0; i < n; i++)
		work(&run[i], step, &phase, tally);
	printf("%zu runs, %ld faults possible, %ld injected, %ld wrong\n", n,
	       all, tally[0], tally[1]);
	return tally[1] > 0 || tally[0] == 0;
}
