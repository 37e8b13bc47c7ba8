/* quote_lex.c - what an English word can be, as far as quotations ask. */
#include "quote_lex.h"

struct entry {
	const char *word;
	const char *classes;
};

static const struct entry verbs[] = {
#include "quote_verbs.inc"
};

static const struct entry nouns[] = {
#include "quote_nouns.inc"
};

static const struct entry small[] = {
#include "quote_words.inc"
};

enum { WORD_MAX = 24 };

#define COUNT(table) (sizeof(table) / sizeof(*(table)))

/* As str_cmp(), without the length of the entry. */
static int
compare(const char *entry, struct str word)
{
	for (size_t i = 0; i < word.n; i++)
		if (entry[i] == '\0')
			return -1;
		else if (entry[i] != word.p[i])
			return (unsigned char)entry[i] -
			       (unsigned char)word.p[i];
	return entry[word.n] != '\0';
}

static unsigned
look_up(const struct entry *table, size_t n, struct str word)
{
	size_t low = 0, high = n;
	unsigned is = 0;

	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = compare(table[mid].word, word);

		if (order == 0) {
			for (const char *c = table[mid].classes; *c; c++)
				is |= WORD_CLASS(*c);
			return is;
		}
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
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
	char low[WORD_MAX];
	struct str w = { low, word.n };
	unsigned is = 0;

	if (str_eq(word, STR("'s")) || str_eq(word, STR("\u2019s")))
		return IS_POSS;
	if (word.n == 0 || word.n > WORD_MAX)
		return 0;
	for (size_t i = 0; i < word.n; i++)
		low[i] = ascii_fold(word.p[i]);
	if (ascii_upper(word.p[0]))
		is |= IS_UPPER;
	return is | by_ending(word) | look_up(verbs, COUNT(verbs), w) |
	       look_up(nouns, COUNT(nouns), w) |
	       look_up(small, COUNT(small), w);
}
