/* sent_lookup.c - what the lists say of words. */
#include "sent_lookup.h"

#include "sent_eight.h"

enum { SHORT_MAX = 7, KEY_MAX = 15 };

struct short_row {
	char key[SHORT_MAX];
	unsigned char value;
};

struct long_row {
	char key[KEY_MAX];
	unsigned char value;
};

static const struct short_row abbrevs[] = {
#include "abbrev.short.inc"
};

static const struct short_row short_commons[] = {
#include "common.short.inc"
};

static const struct long_row long_commons[] = {
#include "common.long.inc"
};

const unsigned char abbrev_filter[] = {
#include "abbrev.filter.inc"
};

/* The tables are a power of two long and have free rows. */
#define BITS(table) (__builtin_ctzll(sizeof(table) / sizeof(*(table))))

/* A word as the tables have it: n bytes, padded with 0 to sixteen. */
struct key {
	uint64_t low, high;
	size_t n;
};

/* The steps of lib/data/hash.awk. */
static uint32_t
hash(uint64_t low, uint64_t high)
{
	return (uint32_t)low * 487637U + (uint32_t)(low >> 32) * 394747U +
	       (uint32_t)high * 319993U + (uint32_t)(high >> 32) * 506147U;
}

/* A row is a number, of which the value is the highest byte. */
static unsigned
search_short(const struct short_row *table, int bits, uint64_t low)
{
	size_t mask = ((size_t)1 << bits) - 1;
	size_t at = hash(low, 0) >> (32 - bits);

	for (;; at = (at + 1) & mask) {
		uint64_t row = eight_load((const char *)&table[at]);

		if (row << 8 == low << 8 || row == 0)
			return (unsigned)(row >> 56);
	}
}

static unsigned
search_long(const struct key *k)
{
	size_t mask = sizeof(long_commons) / sizeof(*long_commons) - 1;
	size_t at = hash(k->low, k->high) >> (32 - BITS(long_commons));

	for (;; at = (at + 1) & mask) {
		const struct long_row *r = &long_commons[at];
		/* The value is the highest byte of the second half. */
		uint64_t high = eight_load(r->key + 7) >> 8;

		if (r->value == 0 ||
		    (eight_load(r->key) == k->low && high == k->high))
			return r->value;
	}
}

static unsigned
search_common(const struct key *k)
{
	if (k->n <= SHORT_MAX)
		return search_short(short_commons, BITS(short_commons), k->low);
	return search_long(k);
}

/* The n < 16 bytes at p. */
static struct key
short_key(const char *p, size_t n)
{
	struct key k = { 0, 0, n };

	if (n < 8) {
		k.low = eight_few(p, n);
	} else {
		k.low = eight_load(p);
		if (n > 8)
			k.high = eight_load(p + n - 8) >> 8 * (16 - n);
	}
	return k;
}

/* With U+2019 as an apostrophe. */
static bool
curly_key(struct key *k, struct str s)
{
	char to[KEY_MAX];
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (n == KEY_MAX)
			return false;
		if (s.p[i] == '\xE2' &&
		    str_starts(str_from(s, i), STR("\xE2\x80\x99"))) {
			to[n++] = '\'';
			i += 2;
		} else {
			to[n++] = s.p[i];
		}
	}
	*k = short_key(to, n);
	return true;
}

/* False when the word is too long for the tables. */
static bool
make_key(struct key *k, struct word w)
{
	if (word_count(w, KIND_BEYOND) > 0)
		return curly_key(k, w.s);
	if (w.s.n > KEY_MAX)
		return false;
	*k = short_key(w.s.p, w.s.n);
	return true;
}

static unsigned
key_byte(const struct key *k, size_t i)
{
	return (unsigned)((i < 8 ? k->low : k->high) >> 8 * (i % 8)) & 0xFF;
}

/* Takes off the 's at the end; false when there is none. */
static bool
drop_s(struct key *k)
{
	if (k->n < 3 || key_byte(k, k->n - 1) != 's' ||
	    key_byte(k, k->n - 2) != '\'')
		return false;
	for (int i = 0; i < 2; i++) {
		uint64_t *half = --k->n < 8 ? &k->low : &k->high;

		*half &= ((uint64_t)1 << 8 * (k->n % 8)) - 1;
	}
	return true;
}

unsigned
word_common(struct word w)
{
	struct key k;
	unsigned value;

	if (w.s.n == 0 || !make_key(&k, w))
		return 0;
	k.low = eight_fold(k.low);
	k.high = eight_fold(k.high);
	value = search_common(&k);
	if (value > 0 || (w.form >> 8 * KIND_APOSTROPHE) == 0 || !drop_s(&k))
		return value;
	return search_common(&k);
}

unsigned
word_common_short(uint64_t letters)
{
	return search_short(short_commons, BITS(short_commons), letters);
}

enum abbrev
word_abbrev_short(uint64_t letters)
{
	return (enum abbrev)search_short(abbrevs, BITS(abbrevs), letters);
}

enum abbrev
word_abbrev(struct word w, sent_extra *extra)
{
	struct key k;
	unsigned value;

	if (extra != NULL && extra->n > 0) {
		const struct table_slot *slot = table_find(extra, w.s);

		if (slot != NULL)
			return (enum abbrev)slot->value;
	}
	if (w.s.n == 0 || w.s.n > ABBREV_MAX || !make_key(&k, w) ||
	    !abbrev_possible(k.low, k.n))
		return ABBREV_NONE;
	value = search_short(abbrevs, BITS(abbrevs), k.low);
	if (value == 0 && k.n > 1 && ascii_upper(w.s.p[0]) &&
	    ascii_upper(w.s.p[1])) { /* MR, DEC: as Mr, Dec */
		k.low = (k.low & 0xFF) | (eight_fold(k.low) & ~(uint64_t)0xFF);
		value = search_short(abbrevs, BITS(abbrevs), k.low);
	}
	return (enum abbrev)value;
}
