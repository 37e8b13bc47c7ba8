/* freq_spill.c - sorts more records than memory holds. */
#include "freq_spill.h"

#include <endian.h>
#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "buf.h"
#include "err.h"
#include "freq_sort.h"

enum { READ_MIN = 4096, ROOM_MIN = 1024 };

/* A sorted run: what is left of it in the file, and a window of memory. */
struct freq_run {
	uint64_t at, end; /* in the file */
	uint32_t *v;
	size_t i, n;      /* records of the window */
};

void
freq_spill_open(struct freq_spill *s, size_t width, size_t keys,
                size_t budget)
{
	*s = (struct freq_spill){ .width = width,
		                  .keys = keys,
		                  .budget = budget,
		                  .fd = -1 };
}

static size_t
record_bytes(const struct freq_spill *s)
{
	return s->width * sizeof(*s->v);
}

static void
fail(struct freq_spill *s, const char *what)
{
	if (!s->failed)
		err_errno(str_of(what), errno);
	s->failed = true;
}

const char *
freq_spill_folder(void)
{
	const char *dir = getenv("TMPDIR");

	return dir == NULL || *dir == '\0' ? "/tmp" : dir;
}

/* A file without a name; where the file system has none, one that loses its
 * name at once. */
static void
open_file(struct freq_spill *s)
{
	struct buf path = { 0 };

	s->fd = open(freq_spill_folder(), O_TMPFILE | O_RDWR | O_CLOEXEC, 0600);
	if (s->fd >= 0)
		return;
	buf_cstr(&path, freq_spill_folder());
	buf_cstr(&path, "/wordfreq.XXXXXX");
	buf_char(&path, '\0');
	s->fd = mkostemp(path.p, O_CLOEXEC);
	if (s->fd >= 0)
		unlink(path.p);
	else
		fail(s, freq_spill_folder());
	buf_release(&path);
}

static void
write_all(struct freq_spill *s, const void *from, size_t n)
{
	const char *p = from;

	while (n > 0 && !s->failed) {
		ssize_t done = pwrite(s->fd, p, n, (off_t)s->end);

		if (done < 0 && errno == EINTR)
			continue;
		if (done <= 0) {
			fail(s, freq_spill_folder());
			return;
		}
		p += done;
		n -= (size_t)done;
		s->end += (uint64_t)done;
	}
}

static void
sort_records(struct freq_spill *s)
{
	freq_radix(s->v, s->n, record_bytes(s), 0,
	           s->keys * sizeof(*s->v));
}

static struct freq_run *
new_run(struct freq_spill *s)
{
	if (s->runs == s->runs_room) {
		s->runs_room = s->runs_room == 0 ? 16 : s->runs_room * 2;
		s->run = mem_resize(s->run, s->runs_room, sizeof(*s->run));
	}
	s->run[s->runs] = (struct freq_run){ 0 };
	return &s->run[s->runs++];
}

static void
write_run(struct freq_spill *s)
{
	struct freq_run *run;

	if (s->fd < 0)
		open_file(s);
	sort_records(s);
	run = new_run(s);
	run->at = s->end;
	write_all(s, s->v, s->n * record_bytes(s));
	run->end = s->end;
	s->n = 0;
}

void
freq_spill_add(struct freq_spill *s, const uint32_t *record)
{
	uint32_t *to;

	if (s->failed)
		return;
	if (s->n == s->room) {
		size_t most = s->budget / record_bytes(s);

		if (most < ROOM_MIN)
			most = ROOM_MIN;
		if (s->room >= most) {
			write_run(s);
		} else {
			s->room = s->room == 0 ? ROOM_MIN : s->room * 2;
			s->room = s->room > most ? most : s->room;
			s->v = mem_resize(s->v, s->room, record_bytes(s));
		}
	}
	to = s->v + s->n++ * s->width;
	for (size_t i = 0; i < s->width; i++)
		to[i] = htobe32(record[i]);
}

/* Fills the run's window from the file; false at its end. */
static bool
refill(struct freq_spill *s, struct freq_run *r, size_t room)
{
	size_t want = room * record_bytes(s), got = 0;

	if (r->end - r->at < want)
		want = (size_t)(r->end - r->at);
	while (got < want && !s->failed) {
		ssize_t n = pread(s->fd, (char *)r->v + got, want - got,
		                  (off_t)(r->at + got));

		if (n < 0 && errno == EINTR)
			continue;
		if (n <= 0)
			fail(s, freq_spill_folder());
		else
			got += (size_t)n;
	}
	r->at += want;
	r->i = 0;
	r->n = s->failed ? 0 : want / record_bytes(s);
	return r->n > 0;
}

static size_t
window(const struct freq_spill *s)
{
	size_t bytes = s->budget / s->runs;

	if (bytes < READ_MIN)
		bytes = READ_MIN;
	return bytes / record_bytes(s);
}

static const uint32_t *
head(const struct freq_spill *s, size_t run)
{
	return s->run[run].v + s->run[run].i * s->width;
}

static bool
less(const struct freq_spill *s, size_t a, size_t b)
{
	return memcmp(head(s, a), head(s, b), s->keys * sizeof(*s->v)) < 0;
}

/* Restores the heap below i. */
static void
sift(struct freq_spill *s, size_t i)
{
	for (;;) {
		size_t least = i, left = 2 * i + 1;
		struct freq_run t;

		if (left < s->runs && less(s, left, least))
			least = left;
		if (left + 1 < s->runs && less(s, left + 1, least))
			least = left + 1;
		if (least == i)
			return;
		t = s->run[i];
		s->run[i] = s->run[least];
		s->run[least] = t;
		i = least;
	}
}

static void
drop_run(struct freq_spill *s, size_t i)
{
	free(s->run[i].v);
	s->run[i] = s->run[--s->runs];
}

static void
start_merge(struct freq_spill *s)
{
	size_t room;

	s->merging = true;
	sort_records(s);
	if (s->runs == 0)
		return;
	write_run(s);
	free(s->v);
	s->v = NULL;
	room = window(s);
	for (size_t i = 0; i < s->runs; i++) {
		s->run[i].v = mem_alloc(room, record_bytes(s));
		s->run[i].n = 0;
	}
	for (size_t i = s->runs; i-- > 0;)
		if (!refill(s, &s->run[i], room))
			drop_run(s, i);
	for (size_t i = s->runs / 2; i-- > 0;)
		sift(s, i);
	s->room = room; /* of each window from now on */
}

static void
copy_out(const struct freq_spill *s, const uint32_t *from, uint32_t *to)
{
	for (size_t i = 0; i < s->width; i++)
		to[i] = be32toh(from[i]);
}

bool
freq_spill_next(struct freq_spill *s, uint32_t *record)
{
	if (!s->merging)
		start_merge(s);
	if (s->failed)
		return false;
	if (s->fd < 0) {
		if (s->given == s->n)
			return false;
		copy_out(s, s->v + s->given++ * s->width, record);
		return true;
	}
	if (s->runs == 0)
		return false;
	copy_out(s, head(s, 0), record);
	if (++s->run[0].i == s->run[0].n && !refill(s, &s->run[0], s->room))
		drop_run(s, 0);
	if (s->runs > 0)
		sift(s, 0);
	return !s->failed;
}

void
freq_spill_close(struct freq_spill *s)
{
	for (size_t i = 0; i < s->runs; i++)
		free(s->run[i].v);
	free(s->run);
	free(s->v);
	if (s->fd >= 0)
		close(s->fd);
	*s = (struct freq_spill){ .fd = -1 };
}
