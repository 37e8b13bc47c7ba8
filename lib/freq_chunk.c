/* freq_chunk.c - where the words of a chunk of text start and end. */
#include "freq_chunk.h"

#include <string.h>

#include "freq_prop.h"
#include "freq_word.h"
#include "utf8.h"

static bool
is_high(char c)
{
	return (unsigned char)c >= 0x80;
}

static bool
is_letter(char c)
{
	return ascii_alpha(c) || is_high(c);
}

static bool
is_digit(char c)
{
	return ascii_digit(c) || is_high(c);
}

static bool
is_alnum(char c)
{
	return ascii_alnum(c) || is_high(c);
}

static bool
is_word(char c)
{
	return is_alnum(c) || c == '_';
}

enum verdict { SEPARATES = 0, JOINS = 1, ODD = 2 };

/* Between the bytes l and r. */
static unsigned
judge(char mark, char l, char r)
{
	unsigned joins = is_high(l) || is_high(r) ? JOINS | ODD : JOINS;

	switch (mark) {
	case '\'':
	case '-':
		if (is_alnum(l) && is_alnum(r))
			return joins;
		/* In an e-mail address. */
		return mark == '-' && is_word(l) && r == '_' ? JOINS | ODD
		                                             : SEPARATES;
	case '.':
		if (ascii_digit(l) && ascii_digit(r))
			return JOINS;
		return is_word(l) && is_word(r) ? JOINS | ODD : SEPARATES;
	case ',':
	case ';':
		return is_digit(l) && is_digit(r) ? joins : SEPARATES;
	case '&':
		if (ascii_upper(l) && ascii_upper(r))
			return JOINS;
		return (joins & ODD) && is_word(l) && is_word(r) ? joins
		                                                 : SEPARATES;
	case '+':
		return is_word(l) && is_word(r) ? JOINS | ODD : SEPARATES;
	case '"':
		return is_high(l) && is_high(r) ? JOINS | ODD : SEPARATES;
	case ':':
		if (r == '/')
			return is_word(l) ? ODD : SEPARATES;
		return is_letter(l) && is_letter(r) ? JOINS | ODD : SEPARATES;
	case '/':
		return SEPARATES;
	case '_':
		return JOINS | ODD;
	default: /* @ # */
		return is_word(r) ? JOINS | ODD : SEPARATES;
	}
}

/* The bit of the text's byte `at`, which is in the chunk or next to it. */
static bool
bit_at(const struct freq_chunk *c, const uint64_t *mask, size_t at)
{
	size_t i = at + FREQ_BLOCK - c->base;

	return mask[i / FREQ_BLOCK] >> i % FREQ_BLOCK & 1;
}

/* The byte at `at`, which is a space where there is none, or one that is known
 * to stand between words. */
static char
byte_at(const struct freq_chunk *c, size_t at)
{
	char byte = at < c->text.n ? c->text.p[at] : ' ';

	return is_high(byte) && !bit_at(c, c->inside, at) ? ' ' : byte;
}

static char
byte_before(const struct freq_chunk *c, size_t at)
{
	return at > 0 ? byte_at(c, at - 1) : ' ';
}

/* Looks at the marks at these bits of block i. */
static void
judge_block(struct freq_chunk *c, size_t i, uint64_t marks)
{
	size_t base = c->base + i * FREQ_BLOCK;

	for (; marks != 0; marks &= marks - 1) {
		unsigned bit = (unsigned)__builtin_ctzll(marks);
		size_t at = base + bit;
		char mark = c->text.p[at];
		unsigned v = judge(mark, byte_before(c, at),
		                   byte_at(c, at + 1));

		/* Only an e-mail address goes on over such a hyphen. */
		if (mark == '-' && (c->rules & FREQ_SPLIT_HYPHENS))
			v = v & JOINS ? ODD : v;
		c->inside[i + 1] &= ~(UINT64_C(1) << bit);
		c->inside[i + 1] |= (uint64_t)(v & JOINS) << bit;
		c->odd[i + 1] |= (uint64_t)(v / ODD) << bit;
	}
}

/* Marks matter between others that are inside; rare ones are so at first, and
 * are always looked at. */
static void
judge_marks(struct freq_chunk *c)
{
	for (size_t i = 0; i < c->blocks; i++) {
		const uint64_t *w = &c->inside[i + 1];
		uint64_t high = c->high[i + 1];
		uint64_t between = (w[0] << 1 | w[-1] >> 63) &
		                   (w[0] >> 1 | w[1] << 63);
		uint64_t marks = c->mark[i + 1] & (between | w[0]);

		c->odd[i + 1] = high & ~(high << 1);
		if (marks != 0)
			judge_block(c, i, marks);
	}
}

/* Whether nothing joins over the character cp at the bytes [beg, end), nor is
 * it part of a word. */
static bool
separates(const struct freq_chunk *c, int32_t cp, size_t beg, size_t end)
{
	unsigned prop = freq_prop(cp);
	char left, right;

	switch (prop & (WB_CLASS | FREQ_CORE)) {
	case WB_OTHER:
		if (cp != 0x2010 && cp != 0x2011)
			return true;
		break;
	case WB_SPACE:
		return true;
	case WB_MIDNUMLET: /* quotation marks, which may be apostrophes */
		break;
	default:
		return false;
	}
	left = byte_before(c, beg);
	right = byte_at(c, end);
	return !is_alnum(right) || !(is_word(left) || left == '.');
}

/* Clears n bits, 1 to 4, from the one of the text's byte `at` on. */
static void
clear_bits(struct freq_chunk *c, size_t at, size_t n)
{
	size_t i = at + FREQ_BLOCK - c->base, bit = i % FREQ_BLOCK;
	uint64_t bits = (UINT64_C(1) << n) - 1;
	uint64_t here = ~(bits << bit), next = ~(bits >> 1 >> (63 - bit));

	i /= FREQ_BLOCK;
	c->inside[i] &= here;
	c->high[i] &= here;
	c->inside[i + 1] &= next;
	c->high[i + 1] &= next;
}

static bool
is_tail(char c)
{
	return ((unsigned char)c & 0xC0) == 0x80;
}

/* The character at p when its bytes begin with C2 or E2: U+0080 to U+00BF or
 * U+2000 to U+2FFF. Its length in *n; UTF8_BAD when it is another. */
static int32_t
usual_mark(const char *p, const char *end, size_t *n)
{
	unsigned char lead = (unsigned char)*p;
	int32_t cp = UTF8_BAD;

	*n = 1;
	if (lead == 0xE2 && end - p > 2 && is_tail(p[1]) && is_tail(p[2])) {
		*n = 3;
		cp = 0x2000 | (p[1] & 0x3F) << 6 | (p[2] & 0x3F);
	} else if (lead == 0xC2 && end - p > 1 && is_tail(p[1])) {
		*n = 2;
		cp = p[1] & 0xFF;
	}
	return cp;
}

/* Takes typographic marks out of block i, where they stand between words. */
static void
clear_marks(struct freq_chunk *c, size_t i, uint64_t high)
{
	const char *end = c->text.p + c->text.n;

	while (high != 0) {
		size_t bit = (size_t)__builtin_ctzll(high);
		size_t at = c->base + i * FREQ_BLOCK + bit, n;
		int32_t cp = usual_mark(c->text.p + at, end, &n);

		if (cp != UTF8_BAD && at + n <= c->base + FREQ_CHUNK &&
		    separates(c, cp, at, at + n))
			clear_bits(c, at, n);
		high &= ~(((UINT64_C(1) << n) - 1) << bit);
	}
}

static void
set_block(struct freq_chunk *c, size_t i, const char *p)
{
	struct freq_masks m;

	c->class(p, &m);
	c->inside[i + 1] = m.word | m.high;
	c->high[i + 1] = m.high;
	c->mark[i + 1] = m.mark;
}

/* The last block of the text is filled up with spaces, and there is always
 * one. */
static void
classify(struct freq_chunk *c)
{
	size_t left = c->text.n - c->base;
	char pad[FREQ_BLOCK];
	size_t i;

	for (i = 0; i < FREQ_BLOCKS && left >= FREQ_BLOCK; i++) {
		set_block(c, i, c->text.p + c->base + i * FREQ_BLOCK);
		left -= FREQ_BLOCK;
	}
	if (i < FREQ_BLOCKS) {
		memset(pad, ' ', sizeof(pad));
		if (left > 0)
			memcpy(pad, c->text.p + c->text.n - left, left);
		set_block(c, i++, pad);
	}
	c->blocks = i;
	/* Not known yet: the text goes on. */
	c->inside[i + 1] = UINT64_MAX;
	c->odd[i + 1] = 0;
}

void
freq_chunk_open(struct freq_chunk *c, struct str text, freq_class_fn *class,
                unsigned rules)
{
	c->text = text;
	c->class = class;
	c->rules = rules;
	c->next = 0;
}

bool
freq_chunk_next(struct freq_chunk *c)
{
	if (c->next > c->text.n)
		return false;
	c->inside[0] = 0;
	if (c->next > 0 && bit_at(c, c->inside, c->next - 1))
		c->inside[0] = UINT64_MAX;
	c->base = c->next;
	c->next += FREQ_CHUNK;
	classify(c);
	for (size_t i = 0; i < c->blocks; i++)
		if (c->high[i + 1] != 0)
			clear_marks(c, i, c->high[i + 1]);
	judge_marks(c);
	return true;
}
