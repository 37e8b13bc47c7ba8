/* sent_lookup.c - words beside a stop, and what the lists say of them. */
#include "sent_lookup.h"

#include <string.h>

#include "utf8.h"

enum { KEY_SIZE = 16 };

/* A word as the tables have it, padded with 0. */
union key {
	char p[KEY_SIZE];
	unsigned char byte[KEY_SIZE];
	uint64_t half[2];
};

struct row {
	char key[KEY_SIZE - 1];
	unsigned char value;
};

static const struct row abbrevs[] = {
#include "abbrev.hash.inc"
};

static const struct row commons[] = {
#include "common.hash.inc"
};

/* Both tables are a power of two long and have free rows. */
#define BITS(table) (__builtin_ctzll(sizeof(table) / sizeof(*(table))))

static uint32_t
part(const union key *k, int i)
{
	const unsigned char *p = k->byte + i;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

static bool
is_row(const struct row *r, const union key *k)
{
	union key row;

	memcpy(row.p, r, KEY_SIZE);
	row.p[KEY_SIZE - 1] = '\0'; /* the value */
	return row.half[0] == k->half[0] && row.half[1] == k->half[1];
}

/* The steps of lib/data/hash.awk. */
static unsigned
search(const struct row *table, int bits, const union key *k)
{
	uint32_t h = part(k, 0) * 487637U + part(k, 4) * 394747U +
	             part(k, 8) * 319993U + part(k, 12) * 506147U;
	size_t mask = ((size_t)1 << bits) - 1;
	size_t at = h >> (32 - bits);

	for (; table[at].value != 0; at = (at + 1) & mask)
		if (is_row(&table[at], k))
			return table[at].value;
	return 0;
}

#define ONES 0x0101010101010101U
#define TOPS (0x80 * ONES)

/* The top bits of those of eight bytes that are A to Z. */
static uint64_t
upper_tops(uint64_t x)
{
	uint64_t low7 = x & ~TOPS;
	uint64_t from_a = low7 + (0x80 - 'A') * ONES;
	uint64_t past_z = low7 + (0x80 - 'Z' - 1) * ONES;

	return from_a & ~past_z & ~x & TOPS;
}

/* A to Z of eight bytes as a to z. */
static uint64_t
fold8(uint64_t x)
{
	return x | upper_tops(x) >> 2;
}

/* The same with U+2019 as an apostrophe. */
static bool
plain_key(union key *k, struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (n == KEY_SIZE - 1)
			return false;
		if (s.p[i] == '\xE2' &&
		    str_starts(str_from(s, i), STR("\xE2\x80\x99"))) {
			k->p[n++] = '\'';
			i += 2;
		} else {
			k->p[n++] = s.p[i];
		}
	}
	return true;
}

/* n < 16 bytes, by two copies that may overlap. */
static void
copy_short(char *to, const char *p, size_t n)
{
	if (n >= 8) {
		memcpy(to, p, 8);
		memcpy(to + n - 8, p + n - 8, 8);
	} else if (n >= 4) {
		memcpy(to, p, 4);
		memcpy(to + n - 4, p + n - 4, 4);
	} else {
		for (size_t i = 0; i < n; i++)
			to[i] = p[i];
	}
}

/* False when the word is too long for the tables. */
static bool
make_key(union key *k, struct word w)
{
	k->half[0] = k->half[1] = 0;
	if (word_count(w, KIND_BEYOND) > 0)
		return plain_key(k, w.s);
	if (w.s.n >= KEY_SIZE)
		return false;
	copy_short(k->p, w.s.p, w.s.n);
	return true;
}

unsigned
word_common(struct word w)
{
	union key k;
	unsigned value;
	size_t n;

	if (w.s.n == 0 || !make_key(&k, w))
		return 0;
	k.half[0] = fold8(k.half[0]);
	k.half[1] = fold8(k.half[1]);
	value = search(commons, BITS(commons), &k);
	if (value > 0 || (w.form >> 8 * KIND_APOSTROPHE) == 0)
		return value;
	n = strnlen(k.p, KEY_SIZE);
	if (n < 3 || memcmp(k.p + n - 2, "'s", 2) != 0)
		return 0;
	memset(k.p + n - 2, 0, 2);
	return search(commons, BITS(commons), &k);
}

enum abbrev
word_abbrev(struct word w, sent_extra *extra)
{
	union key k;
	unsigned value;

	if (extra != NULL && extra->n > 0) {
		const struct table_slot *slot = table_find(extra, w.s);

		if (slot != NULL)
			return (enum abbrev)slot->value;
	}
	if (w.s.n == 0 || w.s.n > ABBREV_MAX || !make_key(&k, w))
		return ABBREV_NONE;
	value = search(abbrevs, BITS(abbrevs), &k);
	if (value == 0 && w.s.n > 1 && ascii_upper(k.p[0]) &&
	    ascii_upper(k.p[1])) { /* MR, DEC: as Mr, Dec */
		char first = k.p[0];

		k.half[0] = fold8(k.half[0]);
		k.p[0] = first;
		value = search(abbrevs, BITS(abbrevs), &k);
	}
	return (enum abbrev)value;
}

/* enum word_kind of each byte, a digit each; BEYOND is decided by decoding. */
static const char kinds[256 + 1] =
    "0000000000000000000000000000000000000056000000403333333333000000"
    "5111111111111111111111111110000502222222222222222222222222200000"
    "7777777777777777777777777777777777777777777777777777777777777777"
    "7777777777777777777777777777777777777777777777777777777777777777";

static enum word_kind
kind_of(char c)
{
	return (enum word_kind)(kinds[(unsigned char)c] - '0');
}

static uint64_t
one(enum word_kind kind)
{
	return (uint64_t)1 << 8 * kind;
}

/* Letters, digits and marks beyond ASCII, and the curly apostrophe. */
static bool
beyond_word(int32_t cp)
{
	enum char_class class;

	/* General punctuation is common, and slow to be classed. */
	if (cp == UTF8_BAD || (cp >= 0x2000 && cp < 0x2070))
		return cp == 0x2019;
	class = utf8_class(cp);
	return class == CHAR_UPPER || class == CHAR_LOWER ||
	       class == CHAR_LETTER || class == CHAR_MARK ||
	       class == CHAR_DIGIT;
}

/* Without apostrophes and stops at the start; a curly one too. */
static struct word
trimmed(struct word w)
{
	while (w.s.n > 0 && (w.s.p[0] == '\'' || w.s.p[0] == '.')) {
		w.form -= one(kind_of(w.s.p[0]));
		w.s = str_from(w.s, 1);
	}
	return w;
}

/* Bytes of the character that ends at at, 0 when it is none of a word. */
static size_t
beyond_before(struct str text, size_t beg, size_t at)
{
	int32_t cp;
	size_t n = utf8_prev(text.p + beg, text.p + at, &cp);

	return beyond_word(cp) ? n : 0;
}

/* Eight bytes, the first lowest. */
static uint64_t
load8(const char *p)
{
	union key k;

	memcpy(k.p, p, 8);
	return (uint64_t)part(&k, 4) << 32 | part(&k, 0);
}

/* Adds to w the letters A to Z and a to z that end at at, eight at a time, and
 * returns where they start, or where fewer than eight bytes are left. */
static size_t
letters_before(struct word *w, struct str text, size_t beg, size_t at)
{
	unsigned n = 8;

	while (n == 8 && at - beg >= 8) {
		uint64_t x = load8(text.p + at - 8);
		uint64_t upper = upper_tops(x);
		uint64_t other = ~upper_tops(x & ~(0x20 * ONES)) & TOPS;
		uint64_t capitals;

		/* Bytes at and above 0x80 are in neither. */
		n = other == 0 ? 8 : (unsigned)__builtin_clzll(other) / 8;
		if (n == 0)
			break;
		capitals = (upper >> 8 * (8 - n)) / 128 * ONES >> 56;
		w->form += capitals << 8 * KIND_UPPER;
		w->form += (n - capitals) << 8 * KIND_LOWER;
		at -= n;
	}
	return at;
}

struct word
word_before(struct str text, size_t beg, size_t end)
{
	struct word w = { { NULL, 0 }, 0 };
	size_t at = end;

	if (end - beg > WORD_MAX)
		beg = end - WORD_MAX;
	at = letters_before(&w, text, beg, at);
	while (at > beg) {
		enum word_kind kind = kind_of(text.p[at - 1]);

		if (kind == KIND_BEYOND) {
			size_t n = beyond_before(text, beg, at);

			if (n == 0)
				break;
			at -= n - 1;
		} else if (kind == KIND_NONE) {
			break;
		}
		w.form += one(kind);
		at--;
	}
	w.s = (struct str){ text.p + at, end - at };
	if (at < end && !ascii_alnum(text.p[at]))
		return trimmed(w);
	return w;
}

struct word
word_after(struct str text, size_t beg)
{
	struct word w = { { text.p + beg, 0 }, 0 };
	size_t end = text.n - beg > WORD_MAX ? beg + WORD_MAX : text.n;
	size_t at = beg;

	while (at < end) {
		enum word_kind kind = kind_of(text.p[at]);
		int32_t cp;

		if (kind == KIND_NONE)
			break;
		if (kind == KIND_BEYOND) {
			size_t n = utf8_next(text.p + at, text.p + end, &cp);

			if (!beyond_word(cp))
				break;
			at += n - 1;
		}
		w.form += one(kind);
		at++;
	}
	w.s.n = at - beg;
	return w;
}
