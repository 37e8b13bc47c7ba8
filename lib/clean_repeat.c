/* clean_repeat.c - lines that come again in other documents of a source. */
#include "clean_repeat.h"

#include <errno.h>
#include <fcntl.h>
#include <stdlib.h>
#include <sys/stat.h>
#include <unistd.h>

#include "arena.h"
#include "err.h"
#include "out.h"
#include "reader.h"

enum { HEAD = 16, ENTRY = 16 };

static const char magic[] = "newsrept";

/* The finaliser of SplitMix64 (Steele, Lea and Flood 2014). */
static uint64_t
mix(uint64_t x)
{
	x = (x ^ x >> 30) * 0xBF58476D1CE4E5B9U;
	x = (x ^ x >> 27) * 0x94D049BB133111EBU;
	return x ^ x >> 31;
}

uint64_t
clean_repeat_key(struct str source, uint64_t line)
{
	uint64_t h = 0xCBF29CE484222325U; /* FNV-1a */

	for (size_t i = 0; i < source.n; i++)
		h = (h ^ (unsigned char)source.p[i]) * 0x100000001B3U;
	h = mix(mix(h) ^ line);
	return h == 0 ? 1 : h;
}

static struct clean_entry *
slot_of(const struct clean_repeat *r, uint64_t key)
{
	size_t i = (size_t)key & (r->room - 1);

	while (r->v[i].hash != 0 && r->v[i].hash != key)
		i = (i + 1) & (r->room - 1);
	return &r->v[i];
}

static void
grow(struct clean_repeat *r)
{
	struct clean_repeat old = *r;

	r->room = old.room == 0 ? 1024 : old.room * 2;
	r->v = mem_alloc(r->room, sizeof(*r->v));
	for (size_t i = 0; i < old.room; i++)
		if (old.v[i].hash != 0)
			*slot_of(r, old.v[i].hash) = old.v[i];
	free(old.v);
}

static struct clean_entry *
enter(struct clean_repeat *r, uint64_t key)
{
	struct clean_entry *e;

	if (r->n * 2 >= r->room)
		grow(r);
	e = slot_of(r, key);
	r->n += e->hash == 0;
	e->hash = key;
	return e;
}

uint32_t
clean_repeat_count(const struct clean_repeat *r, uint64_t key)
{
	return r->room == 0 ? 0 : slot_of(r, key)->count;
}

void
clean_repeat_add(struct clean_repeat *r, uint64_t key)
{
	struct clean_entry *e = enter(r, key);

	if (e->doc == r->doc)
		return;
	e->doc = r->doc;
	e->count += e->count < UINT32_MAX;
}

static uint64_t
get(const char *p, int bytes)
{
	uint64_t x = 0;

	for (int i = bytes; i-- > 0;)
		x = x << 8 | (unsigned char)p[i];
	return x;
}

static void
put(struct buf *out, uint64_t x, int bytes)
{
	for (int i = 0; i < bytes; i++)
		buf_char(out, (char)(x >> 8 * i & 0xFF));
}

/* Takes one table off the rest of a file. */
static bool
read_table(struct clean_repeat *r, struct str *rest)
{
	uint64_t n;

	if (rest->n < HEAD || !str_starts(*rest, str_of(magic)))
		return false;
	n = get(rest->p + 8, 8);
	*rest = str_from(*rest, HEAD);
	if (n > rest->n / ENTRY)
		return false;
	for (; n > 0; n--, *rest = str_from(*rest, ENTRY)) {
		uint64_t key = get(rest->p, 8);
		uint32_t count = (uint32_t)get(rest->p + 8, 4);
		struct clean_entry *e = key == 0 ? NULL : enter(r, key);

		if (e != NULL && e->count <= UINT32_MAX - count)
			e->count += count;
	}
	return true;
}

bool
clean_repeat_read(struct clean_repeat *r, const char *path)
{
	struct buf b = { 0 };
	struct str rest;
	bool good = reader_all(&b, path);

	rest = buf_str(&b);
	while (good && rest.n > 0) {
		good = read_table(r, &rest);
		if (!good)
			err_report(str_of(path), "not a file of --learn");
	}
	buf_release(&b);
	return good;
}

static int
by_hash(const void *a, const void *b)
{
	uint64_t x = ((const struct clean_entry *)a)->hash;
	uint64_t y = ((const struct clean_entry *)b)->hash;

	return (x > y) - (x < y);
}

void
clean_repeat_write(const struct clean_repeat *r, struct buf *out)
{
	struct clean_entry *all = mem_alloc(r->n + 1, sizeof(*all));
	size_t n = 0;

	for (size_t i = 0; i < r->room; i++)
		if (r->v[i].hash != 0)
			all[n++] = r->v[i];
	qsort(all, n, sizeof(*all), by_hash);
	buf_cstr(out, magic);
	put(out, n, 8);
	for (size_t i = 0; i < n; i++) {
		put(out, all[i].hash, 8);
		put(out, all[i].count, 4);
		put(out, 0, 4);
	}
	free(all);
}

int
clean_repeat_open(struct clean_repeat *r, const char *path)
{
	struct stat st;
	int fd = open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0666);

	if (fd < 0 || fstat(fd, &st) != 0) {
		err_errno(str_of(path), errno);
		return -1;
	}
	if (S_ISREG(st.st_mode) && st.st_size > 0 &&
	    !clean_repeat_read(r, path)) {
		close(fd);
		return -1;
	}
	return fd;
}

bool
clean_repeat_save(const struct clean_repeat *r, int fd)
{
	struct buf b = { 0 };
	struct out o;

	if (ftruncate(fd, 0) != 0)
		errno = 0; /* a pipe or a device takes the bytes as they come */
	out_open(&o, fd);
	clean_repeat_write(r, &b);
	out_raw(&o, buf_str(&b));
	buf_release(&b);
	return out_close(&o);
}

void
clean_repeat_release(struct clean_repeat *r)
{
	free(r->v);
	*r = (struct clean_repeat){ 0 };
}
