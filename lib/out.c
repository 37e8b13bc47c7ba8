/* out.c - bytes on standard output. */
#include "out.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <string.h>
#include <unistd.h>

#include "err.h"
#include "utf8.h"

enum { FLUSH_SIZE = 64 * 1024, REFUSALS_MAX = 1000 };

static void
fail(struct out *o, int errnum)
{
	o->failed = true;
	o->closed_early = errnum == EPIPE;
	o->errnum = errnum;
	buf_clear(&o->b);
}

void
out_open(struct out *o, int fd)
{
	*o = (struct out){ .fd = fd };
	if (fd == OUT_MEMORY)
		return;
	/* A closed standard output would be the next file that is opened. */
	if (fcntl(fd, F_GETFD) < 0)
		fail(o, errno);
	else
		o->terminal = isatty(fd) == 1;
}

/* Waits until fd can be written; false when poll says that it can and write
 * has refused for REFUSALS_MAX times in a row. */
static bool
writable(int fd, int *refusals)
{
	struct pollfd ready = { .fd = fd, .events = POLLOUT };

	poll(&ready, 1, -1);
	return ++*refusals <= REFUSALS_MAX;
}

static void
write_all(struct out *o, struct str s)
{
	int refusals = 0;

	while (s.n > 0 && !o->failed) {
		ssize_t n = write(o->fd, s.p, s.n);

		if (n >= 0) {
			refusals = 0;
			s = str_from(s, (size_t)n);
		} else if (errno == EAGAIN) { /* Linux: EWOULDBLOCK too */
			if (!writable(o->fd, &refusals))
				fail(o, EAGAIN);
		} else if (errno != EINTR) {
			fail(o, errno);
		}
	}
}

void
out_flush(struct out *o)
{
	if (o->fd == OUT_MEMORY || o->b.n == 0)
		return;
	write_all(o, buf_str(&o->b));
	buf_clear(&o->b);
}

void
out_flush_waiting(void *o)
{
	out_flush(o);
}

/* Writes whole FLUSH_SIZEs only: a pipe holds as much (pipe(7)), and the bytes
 * over it would make both sides wait for each other. */
static void
flush_full(struct out *o)
{
	size_t n = o->b.n - o->b.n % FLUSH_SIZE;

	if (o->fd == OUT_MEMORY)
		return;
	write_all(o, str_head(buf_str(&o->b), n));
	if (!o->failed) /* else it is empty */
		buf_drop(&o->b, n);
}

void
out_raw(struct out *o, struct str bytes)
{
	if (o->failed)
		return;
	if (bytes.n >= FLUSH_SIZE && o->fd != OUT_MEMORY) {
		out_flush(o);
		write_all(o, bytes);
		return;
	}
	buf_add(&o->b, bytes);
	if (o->b.n >= FLUSH_SIZE)
		flush_full(o);
}

static void
put_shown(struct out *o, struct str unit, int32_t cp)
{
	struct buf b = { 0 };

	if (cp == UTF8_BAD) {
		for (size_t i = 0; i < unit.n; i++) {
			buf_cstr(&b, "\\x");
			buf_hex(&b, (unsigned char)unit.p[i], 2);
		}
	} else if (cp < 0x80) {
		buf_char(&b, '^');
		buf_char(&b, (char)(cp ^ 0x40));
	} else {
		buf_cstr(&b, "\\u{");
		buf_hex(&b, (uint64_t)cp, cp > 0xFFFF ? 5 : 4);
		buf_char(&b, '}');
	}
	out_raw(o, buf_str(&b));
	buf_release(&b);
}

static void
put_held(struct out *o, bool newline)
{
	if (!o->held_cr)
		return;
	o->held_cr = false;
	out_raw(o, newline ? STR("\r") : STR("^M"));
}

static void
put_safe(struct out *o, struct str text)
{
	for (size_t at = 0; at < text.n;) {
		int32_t cp;
		struct str unit = { text.p + at, 0 };

		unit.n = utf8_next(unit.p, text.p + text.n, &cp);
		put_held(o, cp == '\n');
		if (cp == '\r')
			o->held_cr = true;
		else if (cp == UTF8_BAD || utf8_unsafe(cp))
			put_shown(o, unit, cp);
		else
			out_raw(o, unit);
		at += unit.n;
	}
}

void
out_bytes(struct out *o, struct str text)
{
	if (o->terminal)
		put_safe(o, text);
	else
		out_raw(o, text);
}

void
out_char(struct out *o, char c)
{
	if (o->terminal || o->failed) {
		out_bytes(o, (struct str){ &c, 1 });
		return;
	}
	buf_char(&o->b, c);
	if (o->b.n >= FLUSH_SIZE)
		flush_full(o);
}

/* The same as out_lines(), piece by piece. */
static void
put_lines(struct out *o, struct str text, const size_t *at, size_t count)
{
	struct span line = { 0, 0 };

	for (size_t i = 0; i < count; i++) {
		line.end = at[i];
		out_bytes(o, str_sub(text, line));
		out_char(o, '\n');
		line.beg = at[i] + 1;
	}
	out_bytes(o, str_from(text, line.beg));
}

void
out_lines(struct out *o, struct str text, const size_t *at, size_t count)
{
	char *p;

	if (o->terminal || o->failed || text.n >= FLUSH_SIZE) {
		put_lines(o, text, at, count);
		return;
	}
	buf_add(&o->b, text);
	p = o->b.p + o->b.n - text.n;
	for (size_t i = 0; i < count; i++)
		p[at[i]] = '\n';
	if (o->b.n >= FLUSH_SIZE)
		flush_full(o);
}

bool
out_failed(const struct out *o)
{
	return o->failed;
}

struct str
out_str(const struct out *o)
{
	return buf_str(&o->b);
}

bool
out_close(struct out *o)
{
	put_held(o, false);
	out_flush(o);
	/* close() tells of writes that a network file system lost. */
	if (o->fd != OUT_MEMORY && close(o->fd) < 0 && !o->failed)
		fail(o, errno);
	if (o->failed && !o->closed_early)
		err_errno(STR("standard output"), o->errnum);
	buf_release(&o->b);
	return !o->failed;
}
