/* quote_lex.c - what an English word can be, as far as quotations ask. */
#include "quote_lex.h"

#include <string.h>

enum { KEY_SIZE = 16, WORD_MAX = 24 };

struct row {
	char key[KEY_SIZE]; /* padded with 0 */
	uint32_t classes;
};

/* A power of two long, with free rows. */
static const struct row rows[] = {
#include "quote.hash.inc"
};

enum { ROWS = sizeof(rows) / sizeof(*rows) };

static uint32_t
part(const char *key)
{
	const unsigned char *p = (const unsigned char *)key;

	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

/* The steps of lib/data/hash.awk. */
static unsigned
look_up(const char *key)
{
	uint32_t h = part(key) * 487637U + part(key + 4) * 394747U +
	             part(key + 8) * 319993U + part(key + 12) * 506147U;
	size_t at = (size_t)(h / (((uint64_t)1 << 32) / ROWS));

	for (; rows[at].classes != 0; at = (at + 1) % ROWS)
		if (memcmp(rows[at].key, key, KEY_SIZE) == 0)
			return rows[at].classes;
	return 0;
}

/* What endings tell of words in small letters. */
static unsigned
by_ending(struct str w)
{
	unsigned is = 0;

	if (!ascii_lower(w.p[0]))
		return 0;
	if (w.n > 4 && str_ends(w, STR("ly")))
		is |= IS_LY;
	if (w.n > 3 && str_ends(w, STR("ed")))
		is |= IS_ED;
	if (w.n > 4 && str_ends(w, STR("ing")))
		is |= IS_ING;
	if (w.n > 3 && str_ends(w, STR("n't")))
		is |= IS_AUX;
	return is;
}

unsigned
quote_word_class(struct str word)
{
	char key[KEY_SIZE] = { 0 };
	unsigned is = 0;

	if (str_eq(word, STR("'s")) || str_eq(word, STR("\u2019s")))
		return IS_POSS;
	if (word.n == 0 || word.n > WORD_MAX)
		return 0;
	if (ascii_upper(word.p[0]))
		is |= IS_UPPER;
	is |= by_ending(word);
	if (word.n >= KEY_SIZE)
		return is;
	for (size_t i = 0; i < word.n; i++)
		key[i] = ascii_fold(word.p[i]);
	return is | look_up(key);
}
