/* reader.c - the bytes of one operand. */
#include "reader.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>
#include <zstd_errors.h>

#include "arena.h"
#include "err.h"
#include "utf8.h"

enum { RAW_SIZE = 64 * 1024, MAGIC_SIZE = 4, GZIP_BITS = 15 + 16 };

enum form { FORM_UNKNOWN, FORM_PLAIN, FORM_GZIP, FORM_ZSTD };

struct reader {
	const char *path;
	int fd;
	enum form form;
	bool ended;   /* no more bytes from fd */
	bool failed;  /* something has been reported */
	bool between; /* compressed: no member or frame is open */
	char *raw;    /* bytes of fd that are not yet delivered or inflated */
	size_t at, n; /* raw[at..n) */
	char *ahead;  /* bytes that reader_peek() has shown */
	size_t ahead_at, ahead_n;
	uint64_t *count;
	void (*before_wait)(void *context);
	void *context;
	z_stream gzip;
	ZSTD_DStream *zstd;
};

static bool
is_stdin(const struct reader *r)
{
	return r->path[0] == '-' && r->path[1] == '\0';
}

static struct str
shown_path(const struct reader *r)
{
	return is_stdin(r) ? STR("standard input") : str_of(r->path);
}

struct reader *
reader_open(const char *path)
{
	struct reader *r = mem_alloc(1, sizeof(*r));

	r->path = path;
	r->fd = STDIN_FILENO;
	/* To open a FIFO is to wait for its writer: a signal may come. */
	while (!is_stdin(r)) {
		r->fd = open(path, O_RDONLY | O_CLOEXEC | O_NOCTTY);
		if (r->fd >= 0 || errno != EINTR)
			break;
	}
	if (r->fd < 0) {
		err_errno(shown_path(r), errno);
		free(r);
		return NULL;
	}
	return r;
}

/* One read(2) that is not turned away by a signal or an empty pipe. */
static size_t
read_fd(struct reader *r, char *p, size_t room)
{
	struct pollfd ready = { .fd = r->fd, .events = POLLIN };

	while (!r->ended) {
		ssize_t n = read(r->fd, p, room);

		if (n > 0) {
			if (r->count != NULL)
				*r->count += (uint64_t)n;
			return (size_t)n;
		}
		if (n < 0 && errno == EINTR)
			continue;
		if (n < 0 && errno == EAGAIN) { /* Linux: EWOULDBLOCK too */
			poll(&ready, 1, -1);
			continue;
		}
		if (n < 0)
			err_errno(shown_path(r), errno);
		r->failed |= n < 0;
		r->ended = true;
	}
	return 0;
}

static enum form
form_of(const char *p, size_t n, bool ended)
{
	static const char gzip[] = "\x1f\x8b\x08";
	static const char zstd[] = "\x28\xb5\x2f\xfd";
	size_t g = n < 3 ? n : 3;
	size_t z = n < 4 ? n : 4;

	if (memcmp(p, gzip, g) == 0 && (g == 3 || !ended))
		return g == 3 ? FORM_GZIP : FORM_UNKNOWN;
	if (memcmp(p, zstd, z) == 0 && (z == 4 || !ended))
		return z == 4 ? FORM_ZSTD : FORM_UNKNOWN;
	return FORM_PLAIN;
}

static void
broken(struct reader *r, const char *reason)
{
	err_report(shown_path(r), reason);
	r->failed = r->ended = r->between = true;
	r->at = r->n;
}

static void
start_inflate(struct reader *r)
{
	r->between = true;
	if (r->form == FORM_GZIP && inflateInit2(&r->gzip, GZIP_BITS) != Z_OK)
		mem_fail();
	if (r->form == FORM_ZSTD && (r->zstd = ZSTD_createDStream()) == NULL)
		mem_fail();
}

/* Only as many bytes as the form needs are awaited, so that a person who
 * types one letter gets it worked on. */
static void
find_form(struct reader *r)
{
	r->raw = mem_alloc(RAW_SIZE, 1);
	while (r->form == FORM_UNKNOWN) {
		size_t n = read_fd(r, r->raw + r->n, RAW_SIZE - r->n);

		r->n += n;
		r->form = form_of(r->raw, r->n, n == 0);
	}
	if (r->form != FORM_PLAIN)
		start_inflate(r);
}

static size_t
read_plain(struct reader *r, char *p, size_t room)
{
	size_t n = r->n - r->at;

	if (n == 0)
		return read_fd(r, p, room);
	if (n > room)
		n = room;
	memcpy(p, r->raw + r->at, n);
	r->at += n;
	return n;
}

/* Inflates raw bytes to p. Members follow one another (RFC 1952, 2.2); what
 * comes after the last one and is none is padding and is passed over, as by
 * gzip(1). */
static size_t
step_gzip(struct reader *r, char *p, size_t room)
{
	z_stream *z = &r->gzip;
	int status;

	if (r->between && (unsigned char)r->raw[r->at] != 0x1f) {
		r->at = r->n;
		return 0;
	}
	z->next_in = (Bytef *)(r->raw + r->at);
	z->avail_in = (uInt)(r->n - r->at);
	z->next_out = (Bytef *)p;
	z->avail_out = (uInt)room;
	r->between = false;
	status = inflate(z, Z_NO_FLUSH);
	r->at = r->n - z->avail_in;
	if (status == Z_MEM_ERROR)
		mem_fail();
	if (status == Z_STREAM_END) {
		r->between = true;
		inflateReset(z);
	} else if (status != Z_OK && status != Z_BUF_ERROR) {
		broken(r, "broken gzip data");
	}
	return room - z->avail_out;
}

static size_t
step_zstd(struct reader *r, char *p, size_t room)
{
	ZSTD_inBuffer in = { r->raw, r->n, r->at };
	ZSTD_outBuffer out = { p, room, 0 };
	size_t status = ZSTD_decompressStream(r->zstd, &out, &in);

	r->at = in.pos;
	r->between = status == 0;
	if (ZSTD_getErrorCode(status) == ZSTD_error_memory_allocation)
		mem_fail();
	if (ZSTD_isError(status))
		broken(r, "broken zstd data");
	return out.pos;
}

static size_t
read_inflated(struct reader *r, char *p, size_t room)
{
	if (room > INT32_MAX)
		room = INT32_MAX;
	for (;;) {
		size_t n = 0;

		if (r->at < r->n || !r->between)
			n = r->form == FORM_GZIP ? step_gzip(r, p, room)
			                         : step_zstd(r, p, room);
		if (n > 0)
			return n;
		if (r->at < r->n)
			continue;
		r->at = 0;
		r->n = read_fd(r, r->raw, RAW_SIZE);
		if (r->n == 0 && !r->between)
			broken(r, "compressed data is cut off");
		if (r->n == 0)
			return 0;
	}
}

static size_t
read_some(struct reader *r, char *p, size_t room)
{
	if (r->before_wait != NULL && reader_waits(r))
		r->before_wait(r->context);
	if (r->form == FORM_UNKNOWN)
		find_form(r);
	if (r->form == FORM_PLAIN)
		return read_plain(r, p, room);
	return read_inflated(r, p, room);
}

void
reader_count(struct reader *r, uint64_t *count)
{
	r->count = count;
}

void
reader_on_wait(struct reader *r, void (*before_wait)(void *), void *context)
{
	r->before_wait = before_wait;
	r->context = context;
}

struct str
reader_peek(struct reader *r, size_t n)
{
	size_t more = 1;

	if (r->ahead == NULL)
		r->ahead = mem_alloc(PEEK_SIZE, 1);
	while (more > 0 && r->ahead_n < n && r->ahead_n < PEEK_SIZE) {
		more = read_some(r, r->ahead + r->ahead_n,
		                 PEEK_SIZE - r->ahead_n);
		r->ahead_n += more;
	}
	return (struct str){ r->ahead, r->ahead_n };
}

size_t
reader_read(struct reader *r, char *p, size_t room)
{
	size_t n = r->ahead_n - r->ahead_at;

	if (n == 0)
		return read_some(r, p, room);
	if (n > room)
		n = room;
	memcpy(p, r->ahead + r->ahead_at, n);
	r->ahead_at += n;
	return n;
}

bool
reader_pauses(struct reader *r, int ms)
{
	struct pollfd ready = { .fd = r->fd, .events = POLLIN };

	if (r->ended || r->at < r->n || r->ahead_at < r->ahead_n)
		return false;
	return poll(&ready, 1, ms) == 0;
}

bool
reader_waits(struct reader *r)
{
	return reader_pauses(r, 0);
}

bool
reader_failed(const struct reader *r)
{
	return r->failed;
}

void
reader_close(struct reader *r)
{
	if (r->form == FORM_GZIP)
		inflateEnd(&r->gzip);
	ZSTD_freeDStream(r->zstd);
	if (!is_stdin(r))
		close(r->fd);
	free(r->raw);
	free(r->ahead);
	free(r);
}

bool
reader_all(struct buf *b, const char *path)
{
	enum { ROOM = 64 * 1024 };
	struct reader *r = reader_open(path);
	bool failed;
	size_t n;

	if (r == NULL)
		return false;
	do {
		n = reader_read(r, buf_reserve(b, ROOM), ROOM);
		b->n += n;
	} while (n > 0 && b->n <= READER_ALL_MAX);
	if (n > 0)
		broken(r, "larger than 1 GiB");
	failed = reader_failed(r);
	reader_close(r);
	return !failed;
}

bool
reader_text(struct buf *b, const char *path)
{
	struct str s;

	if (!reader_all(b, path))
		return false;
	s = buf_str(b);
	if (utf8_invalid(s) == s.n && str_find(s, '\0') == s.n)
		return true;
	err_report(str_of(path), "not a list of words: no UTF-8, or a NUL");
	return false;
}
