/*
 * freq_class.c - 64 bytes of text at once as bit masks.
 *
 * The vector variants look a byte's class up by its two halves (Lemire and
 * Muła's technique, "Vectorized classification", as simdjson uses it): a
 * class is the bit that both tables have.
 */
#include "freq_class.h"

/* Bits of the two tables. */
enum {
	ALPHA_HEAD = 1, /* A-O a-o */
	ALPHA_TAIL = 2, /* P-Z p-z */
	DIGIT = 4,
	MARK_2 = 8,     /* " & ' + , - . */
	MARK_3 = 16,    /* : ; */
	RARE_2 = 32,    /* # / */
	RARE_4 = 64,    /* @ */
	RARE_5 = 128,   /* _ */
	RARE = RARE_2 | RARE_4 | RARE_5,
	ALNUM = ALPHA_HEAD | ALPHA_TAIL | DIGIT,
	WORD = ALNUM | RARE,
	MARK = MARK_2 | MARK_3 | RARE
};

#define LOW_TABLE \
	ALPHA_TAIL | DIGIT | RARE_4, \
	ALNUM, \
	ALNUM | MARK_2, \
	ALNUM | RARE_2, \
	ALNUM, \
	ALNUM, \
	ALNUM | MARK_2, \
	ALNUM | MARK_2, \
	ALNUM, \
	ALNUM, \
	ALPHA_HEAD | ALPHA_TAIL | MARK_3, \
	ALPHA_HEAD | MARK_2 | MARK_3, \
	ALPHA_HEAD | MARK_2, \
	ALPHA_HEAD | MARK_2, \
	ALPHA_HEAD | MARK_2, \
	ALPHA_HEAD | RARE_2 | RARE_5

#define HIGH_TABLE \
	0, 0, MARK_2 | RARE_2, DIGIT | MARK_3, \
	ALPHA_HEAD | RARE_4, ALPHA_TAIL | RARE_5, \
	ALPHA_HEAD, ALPHA_TAIL, \
	0, 0, 0, 0, 0, 0, 0, 0

static void
class_scalar(const char p[FREQ_BLOCK], struct freq_masks *m)
{
	static const unsigned char low[16] = { LOW_TABLE };
	static const unsigned char high[16] = { HIGH_TABLE };

	*m = (struct freq_masks){ 0 };
	for (unsigned i = 0; i < FREQ_BLOCK; i++) {
		unsigned char c = (unsigned char)p[i];
		unsigned class = (unsigned)low[c & 15] & high[c >> 4];

		m->word |= (uint64_t)((class & WORD) != 0) << i;
		m->high |= (uint64_t)(c >> 7) << i;
		m->mark |= (uint64_t)((class & MARK) != 0) << i;
	}
}

#if defined(__x86_64__)
#include <immintrin.h>

static const unsigned char low_table[32] = { LOW_TABLE, LOW_TABLE };
static const unsigned char high_table[32] = { HIGH_TABLE, HIGH_TABLE };

__attribute__((target("ssse3"))) static uint64_t
any_16(__m128i class, int bits)
{
	__m128i none = _mm_cmpeq_epi8(
	    _mm_and_si128(class, _mm_set1_epi8((char)bits)),
	    _mm_setzero_si128());

	return (uint64_t)(_mm_movemask_epi8(none) ^ 0xFFFF);
}

__attribute__((target("ssse3"))) static void
class_ssse3(const char p[FREQ_BLOCK], struct freq_masks *m)
{
	const __m128i low = _mm_loadu_si128((const __m128i *)low_table);
	const __m128i high = _mm_loadu_si128((const __m128i *)high_table);
	const __m128i half = _mm_set1_epi8(15);
	struct freq_masks sum = { 0 };

	for (unsigned i = 0; i < FREQ_BLOCK; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(p + i));
		__m128i h = _mm_and_si128(_mm_srli_epi16(v, 4), half);
		__m128i class = _mm_and_si128(
		    _mm_shuffle_epi8(low, _mm_and_si128(v, half)),
		    _mm_shuffle_epi8(high, h));

		sum.word |= any_16(class, WORD) << i;
		sum.high |= (uint64_t)_mm_movemask_epi8(v) << i;
		sum.mark |= any_16(class, MARK) << i;
	}
	*m = sum;
}

__attribute__((target("avx2"))) static uint64_t
any_32(__m256i class, int bits)
{
	__m256i none = _mm256_cmpeq_epi8(
	    _mm256_and_si256(class, _mm256_set1_epi8((char)bits)),
	    _mm256_setzero_si256());

	return (uint64_t)~(uint32_t)_mm256_movemask_epi8(none) & 0xFFFFFFFF;
}

__attribute__((target("avx2"))) static void
class_avx2(const char p[FREQ_BLOCK], struct freq_masks *m)
{
	const __m256i low = _mm256_loadu_si256((const __m256i *)low_table);
	const __m256i high = _mm256_loadu_si256((const __m256i *)high_table);
	const __m256i half = _mm256_set1_epi8(15);
	struct freq_masks sum = { 0 };

	for (unsigned i = 0; i < FREQ_BLOCK; i += 32) {
		__m256i v = _mm256_loadu_si256((const __m256i *)(p + i));
		__m256i h = _mm256_and_si256(_mm256_srli_epi16(v, 4), half);
		__m256i class = _mm256_and_si256(
		    _mm256_shuffle_epi8(low, _mm256_and_si256(v, half)),
		    _mm256_shuffle_epi8(high, h));

		sum.word |= any_32(class, WORD) << i;
		sum.high |= (uint64_t)(uint32_t)_mm256_movemask_epi8(v) << i;
		sum.mark |= any_32(class, MARK) << i;
	}
	*m = sum;
}
#endif

freq_class_fn *const *
freq_class_all(void)
{
	static freq_class_fn *all[4] = { class_scalar };
	size_t n = 1;

#if defined(__x86_64__)
	if (__builtin_cpu_supports("ssse3"))
		all[n++] = class_ssse3;
	if (__builtin_cpu_supports("avx2"))
		all[n++] = class_avx2;
#endif
	all[n] = NULL;
	return all;
}

freq_class_fn *
freq_class_best(void)
{
	freq_class_fn *const *all = freq_class_all();

	while (all[1] != NULL)
		all++;
	return all[0];
}
