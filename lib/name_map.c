/* name_map.c - a compact read-only table from 32-bit hashes to small values. */
#include "name_map.h"

#include <stdlib.h>

#include "arena.h"

enum { BITS_MAX = 16, ENTRIES_A_BUCKET = 6 };

static uint32_t
get(const unsigned char *p, size_t bytes)
{
	uint32_t value = 0;

	for (size_t i = 0; i < bytes; i++)
		value |= (uint32_t)p[i] << 8 * i;
	return value;
}

bool
name_map_open(struct name_map *m, struct str section, size_t value_size)
{
	const unsigned char *p = (const unsigned char *)section.p;
	size_t buckets;

	if (section.n < 1 || p[0] > BITS_MAX)
		return false;
	buckets = (size_t)1 << p[0];
	if (section.n < 1 + 4 * (buckets + 1))
		return false;
	m->mask = (uint32_t)buckets - 1;
	m->size = 2 + value_size;
	m->start = p + 1;
	m->entry = p + 1 + 4 * (buckets + 1);
	m->n = (section.n - 1 - 4 * (buckets + 1)) / m->size;
	return true;
}

bool
name_map_check(const struct name_map *m)
{
	uint32_t before = 0;

	for (size_t b = 0; b <= (size_t)m->mask + 1; b++) {
		uint32_t at = get(m->start + 4 * b, 4);

		if (at < before || at > m->n)
			return false;
		before = at;
	}
	return true;
}

bool
name_map_find(const struct name_map *m, uint32_t hash, uint32_t *value)
{
	const unsigned char *bucket = m->start + 4 * (size_t)(hash & m->mask);
	uint32_t end = get(bucket + 4, 4);

	for (uint32_t i = get(bucket, 4); i < end; i++) {
		const unsigned char *e = m->entry + i * m->size;

		if (get(e, 2) != hash >> 16)
			continue;
		*value = get(e + 2, m->size - 2);
		return true;
	}
	return false;
}

static void
put(struct buf *out, uint32_t value, size_t bytes)
{
	for (size_t i = 0; i < bytes; i++)
		buf_char(out, (char)(value >> 8 * i & 0xFF));
}

static int
by_hash(const void *a, const void *b)
{
	const struct name_pair *p = a, *q = b;

	if (p->hash == q->hash)
		return p->value < q->value ? -1 : p->value > q->value;
	return p->hash < q->hash ? -1 : 1;
}

static size_t
without_doubles(struct name_pair *v, size_t n)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (kept == 0 || v[kept - 1].hash != v[i].hash)
			v[kept++] = v[i];
	return kept;
}

void
name_map_write(struct buf *out, struct name_pair *v, size_t n,
               size_t value_size)
{
	struct name_pair *sorted;
	uint32_t *start;
	size_t buckets = 1;
	int bits = 0;

	if (n > 0) /* v may be NULL */
		qsort(v, n, sizeof(*v), by_hash);
	n = without_doubles(v, n);
	while (bits < BITS_MAX && buckets * ENTRIES_A_BUCKET < n)
		bits++, buckets *= 2;
	start = mem_alloc(buckets + 1, sizeof(*start));
	sorted = mem_alloc(n + 1, sizeof(*sorted));
	for (size_t i = 0; i < n; i++)
		start[(v[i].hash & (buckets - 1)) + 1]++;
	for (size_t b = 0; b < buckets; b++)
		start[b + 1] += start[b];
	buf_char(out, (char)bits);
	for (size_t b = 0; b <= buckets; b++)
		put(out, start[b], 4);
	for (size_t i = 0; i < n; i++)
		sorted[start[v[i].hash & (buckets - 1)]++] = v[i];
	for (size_t i = 0; i < n; i++) {
		put(out, sorted[i].hash >> 16, 2);
		put(out, sorted[i].value, value_size);
	}
	free(sorted);
	free(start);
}
