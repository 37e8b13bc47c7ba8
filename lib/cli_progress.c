/* cli_progress.c - one line on standard error that tells how far a tool is. */
#include "cli_progress.h"

#include <string.h>
#include <sys/stat.h>
#include <time.h>
#include <unistd.h>

#include "buf.h"
#include "cli.h"

enum { SECOND = 1000000000, PAUSE = SECOND / 4, MEGABYTE = 1000000 };

static uint64_t
now(void)
{
	struct timespec t;

	clock_gettime(CLOCK_MONOTONIC, &t);
	return (uint64_t)t.tv_sec * SECOND + (uint64_t)t.tv_nsec;
}

/* False when the size of the operand is not known. */
static bool
add_size(uint64_t *total, const char *path)
{
	struct stat st;
	int failed = strcmp(path, "-") == 0 ? fstat(STDIN_FILENO, &st)
	                                    : stat(path, &st);

	if (failed != 0 || !S_ISREG(st.st_mode))
		return false;
	*total += (uint64_t)st.st_size;
	return true;
}

void
progress_begin(struct cli_progress *p, char *const *files, bool quiet)
{
	*p = (struct cli_progress){ .shown = false };
	if (quiet || cli.out.terminal || isatty(STDERR_FILENO) != 1)
		return;
	if (*files == NULL && !add_size(&p->total, "-"))
		return;
	for (; *files != NULL; files++)
		if (!add_size(&p->total, *files))
			return;
	p->shown = p->total > 0;
	p->started = now();
	p->next = p->started + PAUSE;
}

static void
put_left(struct buf *b, uint64_t seconds)
{
	buf_cstr(b, " MB/s, ");
	buf_num(b, seconds / 60);
	buf_cstr(b, seconds % 60 < 10 ? ":0" : ":");
	buf_num(b, seconds % 60);
	buf_cstr(b, " left");
}

static void
show(const struct cli_progress *p, uint64_t bytes, double seconds)
{
	uint64_t left = p->total > bytes ? p->total - bytes : 0;
	double speed = (double)(bytes + 1) / seconds;
	struct buf b = { 0 };
	ssize_t lost;

	buf_char(&b, '\r');
	buf_num(&b, p->documents);
	buf_cstr(&b, " documents, ");
	buf_num(&b, (uint64_t)(speed / MEGABYTE + 0.5));
	put_left(&b, (uint64_t)((double)left / speed));
	buf_cstr(&b, "\033[K");
	lost = write(STDERR_FILENO, b.p, b.n);
	(void)lost;
	buf_release(&b);
}

void
progress_step(struct cli_progress *p, uint64_t bytes)
{
	uint64_t at;

	p->documents++;
	if (!p->shown)
		return;
	at = now();
	if (at < p->next)
		return;
	p->next = at + PAUSE;
	show(p, bytes, (double)(at - p->started) / SECOND);
}

void
progress_end(struct cli_progress *p)
{
	static const char wipe[] = "\r\033[K";
	ssize_t lost;

	if (!p->shown)
		return;
	lost = write(STDERR_FILENO, wipe, sizeof(wipe) - 1);
	(void)lost;
}
