/* model_index.c - where the buckets of a table of a model begin. */
#include "model_index.h"

enum { BITS_MIN = 3, BITS_MAX = 16, EIGHT = 8, BLOCK = 4 + EIGHT };

static uint32_t
get32(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

static uint64_t
get64(const unsigned char *p)
{
	return (uint64_t)get32(p) | (uint64_t)get32(p + 4) << 32;
}

size_t
model_index_size(int bits)
{
	return 1 + ((size_t)BLOCK << bits) / EIGHT;
}

bool
model_index_open(struct model_index *x, struct str *section)
{
	const unsigned char *p = (const unsigned char *)section->p;
	size_t size;

	if (section->n < 1 || p[0] < BITS_MIN || p[0] > BITS_MAX)
		return false;
	size = model_index_size(p[0]);
	if (section->n < size)
		return false;
	x->block = p + 1;
	x->mask = (1U << p[0]) - 1;
	*section = str_from(*section, size);
	return true;
}

bool
model_index_check(const struct model_index *x, size_t n)
{
	size_t at = 0;

	for (size_t b = 0; b <= x->mask; b += EIGHT) {
		const unsigned char *p = x->block + b / EIGHT * BLOCK;

		if (get32(p) != at)
			return false;
		for (size_t i = 0; i < EIGHT; i++) {
			if (p[4 + i] > INDEX_ENTRIES_MAX)
				return false;
			at += p[4 + i];
		}
	}
	return at == n;
}

static const unsigned char *
block_of(const struct model_index *x, uint32_t hash)
{
	return x->block + (size_t)((hash & x->mask) / EIGHT) * BLOCK;
}

void
model_index_fetch(const struct model_index *x, uint32_t hash)
{
	__builtin_prefetch(block_of(x, hash));
}

/* The counts before the bucket's are added by one multiplication: its highest
 * byte is the sum of all. */
uint32_t
model_index_find(const struct model_index *x, uint32_t hash, uint32_t *first)
{
	const unsigned char *p = block_of(x, hash);
	uint64_t counts = get64(p + 4);
	unsigned shift = hash % EIGHT * 8;
	uint64_t before = counts & (((uint64_t)1 << shift) - 1);

	*first = get32(p) + (uint32_t)(before * 0x0101010101010101U >> 56);
	return (uint32_t)(counts >> shift & 0xFF);
}

int
model_index_bits(size_t n, size_t each)
{
	int bits = BITS_MIN;

	while (bits < BITS_MAX && n >> bits > each)
		bits++;
	return bits;
}

void
model_index_write(struct buf *out, const uint32_t *count, int bits)
{
	uint32_t at = 0;

	buf_char(out, (char)bits);
	for (size_t b = 0; b < (size_t)1 << bits; b += EIGHT) {
		for (int i = 0; i < 4; i++)
			buf_char(out, (char)(at >> 8 * i & 0xFF));
		for (size_t i = 0; i < EIGHT; i++) {
			buf_char(out, (char)count[b + i]);
			at += count[b + i];
		}
	}
}
