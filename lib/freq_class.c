/*
 * freq_class.c - 64 bytes of text at once as bit masks.
 *
 * The vector variants look a byte's class up by its two halves (Lemire and
 * Muła's technique, "Vectorized classification", as simdjson uses it): a
 * class is the bit that both tables have.
 */
#include "freq_class.h"

#include <stdbool.h>

/* Bits of the two tables. */
enum {
	ALPHA_HEAD = 1,  /* A-O a-o */
	ALPHA_TAIL = 2,  /* P-Z p-z */
	DIGIT = 4,
	BOTH = 8,        /* ' - */
	RARE_2 = 16,     /* " # & + , . */
	RARE_3 = 32,     /* : ; */
	RARE_4 = 64,     /* @ */
	RARE_5 = 128,    /* _ */
	ALPHA = ALPHA_HEAD | ALPHA_TAIL,
	ALNUM = ALPHA | DIGIT,
	ALWAYS = RARE_3 | RARE_5,
	RARE = RARE_2 | RARE_4 | ALWAYS
};

#define LOW_TABLE \
	ALPHA_TAIL | DIGIT | RARE_4, \
	ALPHA_HEAD | ALPHA_TAIL | DIGIT, \
	ALPHA_HEAD | ALPHA_TAIL | DIGIT | RARE_2, \
	ALPHA_HEAD | ALPHA_TAIL | DIGIT | RARE_2, \
	ALPHA_HEAD | ALPHA_TAIL | DIGIT, \
	ALPHA_HEAD | ALPHA_TAIL | DIGIT, \
	ALPHA_HEAD | ALPHA_TAIL | DIGIT | RARE_2, \
	ALPHA_HEAD | ALPHA_TAIL | DIGIT | BOTH, \
	ALPHA_HEAD | ALPHA_TAIL | DIGIT, \
	ALPHA_HEAD | ALPHA_TAIL | DIGIT, \
	ALPHA_HEAD | ALPHA_TAIL | RARE_3, \
	ALPHA_HEAD | RARE_2 | RARE_3, \
	ALPHA_HEAD | RARE_2, \
	ALPHA_HEAD | BOTH, \
	ALPHA_HEAD | RARE_2, \
	ALPHA_HEAD | RARE_5

#define HIGH_TABLE \
	0, 0, BOTH | RARE_2, DIGIT | RARE_3, \
	ALPHA_HEAD | RARE_4, ALPHA_TAIL | RARE_5, \
	ALPHA_HEAD, ALPHA_TAIL, \
	0, 0, 0, 0, 0, 0, 0, 0

static void
class_scalar(const char p[FREQ_BLOCK], char folded[FREQ_BLOCK],
             struct freq_masks *m)
{
	static const unsigned char low[16] = { LOW_TABLE };
	static const unsigned char high[16] = { HIGH_TABLE };

	*m = (struct freq_masks){ 0 };
	for (unsigned i = 0; i < FREQ_BLOCK; i++) {
		unsigned char c = (unsigned char)p[i];
		unsigned class = (unsigned)low[c & 15] & high[c >> 4];
		bool capital = (class & ALPHA) != 0 && c < 'a';

		folded[i] = (char)(capital ? c + 32 : c);
		m->alnum |= (uint64_t)((class & ALNUM) != 0) << i;
		m->high |= (uint64_t)(c >> 7) << i;
		m->both |= (uint64_t)((class & BOTH) != 0) << i;
		m->rare |= (uint64_t)((class & RARE) != 0) << i;
		m->always |= (uint64_t)((class & ALWAYS) != 0) << i;
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

__attribute__((target("ssse3"))) static __m128i
fold_16(__m128i v)
{
	__m128i below_a = _mm_cmplt_epi8(v, _mm_set1_epi8('A'));
	__m128i past_z = _mm_cmpgt_epi8(v, _mm_set1_epi8('Z'));

	return _mm_or_si128(v, _mm_andnot_si128(_mm_or_si128(below_a, past_z),
	                                        _mm_set1_epi8(32)));
}

__attribute__((target("ssse3"))) static void
class_ssse3(const char p[FREQ_BLOCK], char folded[FREQ_BLOCK],
            struct freq_masks *m)
{
	const __m128i low = _mm_loadu_si128((const __m128i *)low_table);
	const __m128i high = _mm_loadu_si128((const __m128i *)high_table);
	const __m128i half = _mm_set1_epi8(15);

	*m = (struct freq_masks){ 0 };
	for (unsigned i = 0; i < FREQ_BLOCK; i += 16) {
		__m128i v = _mm_loadu_si128((const __m128i *)(p + i));
		__m128i h = _mm_and_si128(_mm_srli_epi16(v, 4), half);
		__m128i class = _mm_and_si128(
		    _mm_shuffle_epi8(low, _mm_and_si128(v, half)),
		    _mm_shuffle_epi8(high, h));

		_mm_storeu_si128((__m128i *)(folded + i), fold_16(v));
		m->alnum |= any_16(class, ALNUM) << i;
		m->high |= (uint64_t)_mm_movemask_epi8(v) << i;
		m->both |= any_16(class, BOTH) << i;
		m->rare |= any_16(class, RARE) << i;
		m->always |= any_16(class, ALWAYS) << i;
	}
}

__attribute__((target("avx2"))) static uint64_t
any_32(__m256i class, int bits)
{
	__m256i none = _mm256_cmpeq_epi8(
	    _mm256_and_si256(class, _mm256_set1_epi8((char)bits)),
	    _mm256_setzero_si256());

	return (uint64_t)~(uint32_t)_mm256_movemask_epi8(none) & 0xFFFFFFFF;
}

__attribute__((target("avx2"))) static __m256i
fold_32(__m256i v)
{
	__m256i below_a = _mm256_cmpgt_epi8(_mm256_set1_epi8('A'), v);
	__m256i past_z = _mm256_cmpgt_epi8(v, _mm256_set1_epi8('Z'));

	return _mm256_or_si256(
	    v, _mm256_andnot_si256(_mm256_or_si256(below_a, past_z),
	                           _mm256_set1_epi8(32)));
}

__attribute__((target("avx2"))) static void
class_avx2(const char p[FREQ_BLOCK], char folded[FREQ_BLOCK],
           struct freq_masks *m)
{
	const __m256i low = _mm256_loadu_si256((const __m256i *)low_table);
	const __m256i high = _mm256_loadu_si256((const __m256i *)high_table);
	const __m256i half = _mm256_set1_epi8(15);

	*m = (struct freq_masks){ 0 };
	for (unsigned i = 0; i < FREQ_BLOCK; i += 32) {
		__m256i v = _mm256_loadu_si256((const __m256i *)(p + i));
		__m256i h = _mm256_and_si256(_mm256_srli_epi16(v, 4), half);
		__m256i class = _mm256_and_si256(
		    _mm256_shuffle_epi8(low, _mm256_and_si256(v, half)),
		    _mm256_shuffle_epi8(high, h));

		_mm256_storeu_si256((__m256i *)(folded + i), fold_32(v));
		m->alnum |= any_32(class, ALNUM) << i;
		m->high |= (uint64_t)(uint32_t)_mm256_movemask_epi8(v) << i;
		m->both |= any_32(class, BOTH) << i;
		m->rare |= any_32(class, RARE) << i;
		m->always |= any_32(class, ALWAYS) << i;
	}
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
