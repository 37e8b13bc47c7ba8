/*
 * sent_eight.h - eight bytes of text at a time, in a register.
 *
 * The first byte is the lowest, on every machine. A test of bytes gives the
 * top bit of each that passes (Warren, Hacker's Delight, 6-1).
 */
#ifndef SENT_EIGHT_H
#define SENT_EIGHT_H

#include <stddef.h>
#include <stdint.h>
#include <string.h>

#define EIGHT_ONES 0x0101010101010101U
#define EIGHT_TOPS (0x80 * EIGHT_ONES)

static inline uint64_t
eight_load(const char *p)
{
	uint64_t x;

	memcpy(&x, p, sizeof(x));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap64(x);
#endif
	return x;
}

static inline uint64_t
eight_load4(const char *p)
{
	uint32_t x;

	memcpy(&x, p, sizeof(x));
#if __BYTE_ORDER__ == __ORDER_BIG_ENDIAN__
	x = __builtin_bswap32(x);
#endif
	return x;
}

/* The n < 8 bytes at p, 0 behind them. */
static inline uint64_t
eight_few(const char *p, size_t n)
{
	uint64_t x = 0;

	if (n >= 4) /* the two may overlap */
		return eight_load4(p) | eight_load4(p + n - 4) << 8 * (n - 4);
	while (n-- > 0)
		x = x << 8 | (unsigned char)p[n];
	return x;
}

/* Those that are c. */
static inline uint64_t
eight_is(uint64_t x, char c)
{
	x ^= (unsigned char)c * EIGHT_ONES;
	return ~(((x & ~EIGHT_TOPS) + ~EIGHT_TOPS) | x) & EIGHT_TOPS;
}

/* Those that are A to Z. */
static inline uint64_t
eight_upper(uint64_t x)
{
	uint64_t low7 = x & ~EIGHT_TOPS;
	uint64_t from_a = low7 + (0x80 - 'A') * EIGHT_ONES;
	uint64_t past_z = low7 + (0x80 - 'Z' - 1) * EIGHT_ONES;

	return from_a & ~past_z & ~x & EIGHT_TOPS;
}

/* Those that are no letter A to Z or a to z. */
static inline uint64_t
eight_other(uint64_t x)
{
	return ~eight_upper(x & ~(0x20 * EIGHT_ONES)) & EIGHT_TOPS;
}

/* How many letters end the eight, or begin them. */
static inline unsigned
eight_letters_before(uint64_t x)
{
	uint64_t other = eight_other(x);

	return other == 0 ? 8 : (unsigned)__builtin_clzll(other) / 8;
}

static inline unsigned
eight_letters_after(uint64_t x)
{
	uint64_t other = eight_other(x);

	return other == 0 ? 8 : (unsigned)__builtin_ctzll(other) / 8;
}

/* A to Z as a to z. */
static inline uint64_t
eight_fold(uint64_t x)
{
	return x | eight_upper(x) >> 2;
}

/* How many bits of a test are set. */
static inline unsigned
eight_count(uint64_t tops)
{
	return (unsigned)((tops >> 7) * EIGHT_ONES >> 56);
}

#endif
