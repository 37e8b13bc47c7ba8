/* sent_scan.c - skips to the bytes that can end a sentence. */
#include "sent_scan.h"

#include <string.h>

#if defined(__x86_64__)
#include <immintrin.h>
#endif

#define LOW7 0x7F7F7F7F7F7F7F7FU
#define ONES 0x0101010101010101U

static const char marks[] = { '\n', '.', '!', '?', '"', '(', ')', '[', ']',
	                      '\xE2' };

/* The top bit of each byte of x that is 0, and no other (Warren, Hacker's
 * Delight, 6-1). */
static uint64_t
zero_bytes(uint64_t x)
{
	return ~(((x & LOW7) + LOW7) | x | LOW7);
}

/* The top bits of eight bytes as eight bits. */
static uint64_t
gather(uint64_t tops)
{
	return (tops >> 7) * 0x0102040810204080U >> 56;
}

static uint64_t
word_mask(const char *p)
{
	uint64_t x = 0;
	uint64_t hits = 0;

	for (int i = 7; i >= 0; i--)
		x = x << 8 | (unsigned char)p[i];
	for (size_t i = 0; i < sizeof(marks); i++)
		hits |= zero_bytes(x ^ (unsigned char)marks[i] * ONES);
	return gather(hits);
}

static uint64_t
mask_words(const char *p)
{
	uint64_t mask = 0;

	for (int i = 0; i < SCAN_BLOCK; i += 8)
		mask |= word_mask(p + i) << i;
	return mask;
}

#if defined(__x86_64__)
static uint64_t
mask_sse2(const char *p)
{
	uint64_t mask = 0;

	for (int i = 0; i < SCAN_BLOCK; i += 16) {
		__m128i x = _mm_loadu_si128((const __m128i *)(p + i));
		__m128i hits = _mm_setzero_si128();
		unsigned bits;

		for (size_t k = 0; k < sizeof(marks); k++)
			hits = _mm_or_si128(hits, _mm_cmpeq_epi8(
			    x, _mm_set1_epi8(marks[k])));
		bits = (unsigned)_mm_movemask_epi8(hits);
		mask |= (uint64_t)bits << i;
	}
	return mask;
}

/* Each mark's high half has a bit in high, which the entry of its low half in
 * low has too, and no other byte's (Langdale and Lemire 2019, 3.1.2). */
__attribute__((target("avx2"))) static uint64_t
mask_avx2(const char *p)
{
	const __m256i low = _mm256_setr_epi8(
	    0, 2, 18, 0, 0, 0, 0, 0, 2, 2, 1, 8, 0, 8, 2, 4,
	    0, 2, 18, 0, 0, 0, 0, 0, 2, 2, 1, 8, 0, 8, 2, 4);
	const __m256i high = _mm256_setr_epi8(
	    1, 0, 2, 4, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0,
	    1, 0, 2, 4, 0, 8, 0, 0, 0, 0, 0, 0, 0, 0, 16, 0);
	const __m256i half = _mm256_set1_epi8(15);
	uint64_t mask = 0;

	for (int i = 0; i < SCAN_BLOCK; i += 32) {
		__m256i x = _mm256_loadu_si256((const __m256i *)(p + i));
		__m256i a = _mm256_shuffle_epi8(low, _mm256_and_si256(x, half));
		__m256i b = _mm256_shuffle_epi8(
		    high, _mm256_and_si256(_mm256_srli_epi16(x, 4), half));
		__m256i none = _mm256_cmpeq_epi8(_mm256_and_si256(a, b),
		                                 _mm256_setzero_si256());
		unsigned bits = ~(unsigned)_mm256_movemask_epi8(none);

		mask |= (uint64_t)bits << i;
	}
	return mask;
}

scan_masker *
scan_way(size_t i)
{
	static scan_masker *const way[] = { mask_avx2, mask_sse2, mask_words,
		                            NULL };

	if (!__builtin_cpu_supports("avx2"))
		i++;
	return way[i < 3 ? i : 3];
}
#else
scan_masker *
scan_way(size_t i)
{
	return i == 0 ? mask_words : NULL;
}
#endif

static uint64_t
block_mask(const struct scan *s)
{
	char end[SCAN_BLOCK] = { 0 };

	if (s->text.n - s->base >= SCAN_BLOCK)
		return s->mask_of(s->text.p + s->base);
	memcpy(end, s->text.p + s->base, s->text.n - s->base);
	return s->mask_of(end);
}

void
scan_begin(struct scan *s, struct str text)
{
	s->text = text;
	s->base = 0;
	s->mask_of = scan_way(0);
	s->mask = text.n > 0 ? block_mask(s) : 0;
}

size_t
scan_on(struct scan *s, size_t at)
{
	uint64_t mask;

	if (at >= s->text.n)
		return s->text.n;
	if (at - s->base >= SCAN_BLOCK) { /* before base too */
		s->base = at - at % SCAN_BLOCK;
		s->mask = block_mask(s);
	}
	mask = s->mask >> (at - s->base);
	if (mask != 0)
		return at + (size_t)__builtin_ctzll(mask);
	while (s->text.n - s->base > SCAN_BLOCK) {
		s->base += SCAN_BLOCK;
		s->mask = block_mask(s);
		if (s->mask != 0)
			return s->base + (size_t)__builtin_ctzll(s->mask);
	}
	return s->text.n;
}
