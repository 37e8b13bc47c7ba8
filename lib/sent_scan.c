/* sent_scan.c - skips to the bytes that can end a sentence. */
#include "sent_scan.h"

#include <string.h>

#include "sent_eight.h"

#if defined(__x86_64__)
#include <immintrin.h>
#endif

static const char marks[] = { '\n', '.', '!', '?', '"', '(', ')', '[', ']',
	                      '\xE2' };

/* The top bits of eight bytes as eight bits. */
static uint64_t
gather(uint64_t tops)
{
	return (tops >> 7) * 0x0102040810204080U >> 56;
}

static uint64_t
word_mask(const char *p)
{
	uint64_t x = eight_load(p);
	uint64_t hits = 0;

	for (size_t i = 0; i < sizeof(marks); i++)
		hits |= eight_is(x, marks[i]);
	return gather(hits);
}

/* Adds the bits of mask, which is of the block at at. */
static inline uint16_t *
put_marks(uint16_t *to, uint64_t mask, size_t at)
{
	for (; mask != 0; mask &= mask - 1)
		*to++ = (uint16_t)(at + (size_t)__builtin_ctzll(mask));
	return to;
}

static uint16_t *
marks_by_words(uint16_t *to, const char *p, size_t blocks)
{
	for (size_t at = 0; at < blocks * SCAN_BLOCK; at += SCAN_BLOCK) {
		uint64_t mask = 0;

		for (int i = 0; i < SCAN_BLOCK; i += 8)
			mask |= word_mask(p + at + i) << i;
		to = put_marks(to, mask, at);
	}
	return to;
}

#if defined(__x86_64__)
static uint64_t
bits_sse2(const char *p)
{
	__m128i x = _mm_loadu_si128((const __m128i *)p);
	__m128i hits = _mm_setzero_si128();

	for (size_t k = 0; k < sizeof(marks); k++)
		hits = _mm_or_si128(
		    hits, _mm_cmpeq_epi8(x, _mm_set1_epi8(marks[k])));
	return (unsigned)_mm_movemask_epi8(hits);
}

static uint16_t *
marks_by_sse2(uint16_t *to, const char *p, size_t blocks)
{
	for (size_t at = 0; at < blocks * SCAN_BLOCK; at += SCAN_BLOCK) {
		uint64_t mask = 0;

		for (int i = 0; i < SCAN_BLOCK; i += 16)
			mask |= bits_sse2(p + at + i) << i;
		to = put_marks(to, mask, at);
	}
	return to;
}

/* Each mark's high half has a bit in high, which the entry of its low half in
 * low has too, and no other byte's (Langdale and Lemire 2019, 3.1.2). */
__attribute__((target("avx2"))) static inline uint64_t
bits_avx2(const char *p, __m256i low, __m256i high)
{
	__m256i half = _mm256_set1_epi8(15);
	__m256i x = _mm256_loadu_si256((const __m256i *)p);
	__m256i a = _mm256_shuffle_epi8(low, _mm256_and_si256(x, half));
	__m256i b = _mm256_shuffle_epi8(
	    high, _mm256_and_si256(_mm256_srli_epi16(x, 4), half));
	__m256i none = _mm256_cmpeq_epi8(_mm256_and_si256(a, b),
	                                 _mm256_setzero_si256());

	return ~(unsigned)_mm256_movemask_epi8(none);
}

/* Few blocks have more marks than SCAN_SLACK: so many are written without a
 * guess at their number (the same paper, 3.2). */
__attribute__((target("avx2,bmi,popcnt"))) static inline uint16_t *
put_few(uint16_t *to, uint64_t mask, size_t at)
{
	size_t n = (size_t)_mm_popcnt_u64(mask);
	uint64_t left = _blsr_u64(mask);

	to[0] = (uint16_t)(at + _tzcnt_u64(mask));
	to[1] = (uint16_t)(at + _tzcnt_u64(left));
	left = _blsr_u64(left);
	to[2] = (uint16_t)(at + _tzcnt_u64(left));
	if (n > SCAN_SLACK)
		put_marks(to + SCAN_SLACK, _blsr_u64(left), at);
	return to + n;
}

__attribute__((target("avx2,bmi,popcnt"))) static uint16_t *
marks_by_avx2(uint16_t *to, const char *p, size_t blocks)
{
	const __m256i low = _mm256_setr_epi8(
	    0, 2, 18, 0, 0, 0, 0, 0, 2, 2, 1, 8, 0, 8, 2, 4,
	    0, 2, 18, 0, 0, 0, 0, 0, 2, 2, 1, 8, 0, 8, 2, 4);
	const __m256i high = _mm256_setr_epi8(
	    1, 0, 2, 4, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0,
	    1, 0, 2, 4, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0);

	for (size_t at = 0; at < blocks * SCAN_BLOCK; at += SCAN_BLOCK) {
		uint64_t mask = bits_avx2(p + at, low, high) |
		                bits_avx2(p + at + 32, low, high) << 32;

		to = put_few(to, mask, at);
	}
	return to;
}

scan_marker *
scan_way(size_t i)
{
	static scan_marker *const way[] = { marks_by_avx2, marks_by_sse2,
		                            marks_by_words, NULL };

	if (!__builtin_cpu_supports("avx2") || !__builtin_cpu_supports("bmi") ||
	    !__builtin_cpu_supports("popcnt"))
		i++;
	return way[i < 3 ? i : 3];
}
#else
scan_marker *
scan_way(size_t i)
{
	return i == 0 ? marks_by_words : NULL;
}
#endif

/* The marks from base on, of as many blocks as there is room and text for. */
static void
fill(struct scan *s, size_t base)
{
	size_t n = s->text.n - base;
	size_t blocks = n / SCAN_BLOCK;
	size_t rest = n % SCAN_BLOCK;
	const char *p = s->text.p + base;
	uint16_t *to;

	if (blocks >= SCAN_BLOCKS) {
		blocks = SCAN_BLOCKS;
		rest = 0;
	}
	to = s->way(s->mark, p, blocks);
	n = blocks * SCAN_BLOCK;
	if (rest > 0) {
		char end[SCAN_BLOCK] = { 0 };
		uint16_t *from = to;

		memcpy(end, p + n, rest);
		to = s->way(to, end, 1);
		while (from < to)
			*from++ += (uint16_t)n;
		n += rest;
	}
	*to = (uint16_t)n;
	s->base = base;
	s->n = (uint32_t)n;
	s->at = 0;
}

void
scan_begin(struct scan *s, struct str text)
{
	s->text = text;
	s->base = 0;
	s->n = s->at = 0;
	s->way = scan_way(0);
}

size_t
scan_on(struct scan *s, size_t at)
{
	while (at < s->text.n) {
		fill(s, at);
		if (s->mark[0] < s->n)
			return at + s->mark[0];
		at += s->n;
	}
	return s->text.n;
}
