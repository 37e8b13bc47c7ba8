/* name_map.c - a compact read-only table from 32-bit hashes to small values. */
#include "name_map.h"

#include <stdlib.h>

#include "arena.h"

enum { ENTRIES_A_BUCKET = 6, ENTRY = 3, HASH_SHIFT = 20, VALUE_BITS = 12 };

bool
name_map_open(struct name_map *m, struct str section)
{
	if (!model_index_open(&m->index, &section))
		return false;
	m->entry = (const unsigned char *)section.p;
	m->n = section.n / ENTRY;
	return true;
}

bool
name_map_check(const struct name_map *m)
{
	return model_index_check(&m->index, m->n);
}

void
name_map_fetch(const struct name_map *m, uint32_t hash)
{
	model_index_fetch(&m->index, hash);
}

bool
name_map_find(const struct name_map *m, uint32_t hash, uint32_t *value)
{
	uint32_t first, n = model_index_find(&m->index, hash, &first);
	const unsigned char *e = m->entry + (size_t)first * ENTRY;

	for (; n > 0; n--, e += ENTRY) {
		uint32_t x = (uint32_t)e[0] | (uint32_t)e[1] << 8 |
		             (uint32_t)e[2] << 16;

		if (x >> VALUE_BITS != hash >> HASH_SHIFT)
			continue;
		*value = x % NAME_MAP_VALUES;
		return true;
	}
	return false;
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

/* Counts the buckets and drops what one has no room for. */
static size_t
count_buckets(struct name_pair *v, size_t n, uint32_t *count, uint32_t mask)
{
	size_t kept = 0;

	for (size_t i = 0; i < n; i++)
		if (count[v[i].hash & mask] < INDEX_ENTRIES_MAX) {
			count[v[i].hash & mask]++;
			v[kept++] = v[i];
		}
	return kept;
}

/* Pairs in the order of their buckets. */
static void
put_entries(struct buf *out, const struct name_pair *v, size_t n,
            const uint32_t *count, uint32_t mask)
{
	size_t *at = mem_alloc((size_t)mask + 2, sizeof(*at));
	char *p = buf_reserve(out, n * ENTRY);

	for (size_t b = 0; b <= mask; b++)
		at[b + 1] = at[b] + count[b];
	for (size_t i = 0; i < n; i++) {
		uint32_t x = v[i].hash >> HASH_SHIFT << VALUE_BITS |
		             v[i].value % NAME_MAP_VALUES;
		char *e = p + at[v[i].hash & mask]++ * ENTRY;

		for (int k = 0; k < ENTRY; k++)
			e[k] = (char)(x >> 8 * k & 0xFF);
	}
	out->n += n * ENTRY;
	free(at);
}

void
name_map_write(struct buf *out, struct name_pair *v, size_t n)
{
	uint32_t *count;
	uint32_t mask;
	int bits;

	if (n > 0) /* v may be NULL */
		qsort(v, n, sizeof(*v), by_hash);
	n = without_doubles(v, n);
	bits = model_index_bits(n, ENTRIES_A_BUCKET);
	mask = (1U << bits) - 1;
	count = mem_alloc((size_t)mask + 1, sizeof(*count));
	n = count_buckets(v, n, count, mask);
	model_index_write(out, count, bits);
	put_entries(out, v, n, count, mask);
	free(count);
}
