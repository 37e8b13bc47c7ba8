/* sent_word.c - what the words beside a stop are, by form and by lists. */
#include "sent_word.h"

#include <string.h>

#include "utf8.h"

enum { KEY_SIZE = 16, HASH_MASK = 0xFFFFFF };

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

/* Both tables are a power of two long and at most half full. */
#define ROWS(table) (sizeof(table) / sizeof(*(table)))

/* A word as the tables have it. */
struct key {
	char p[KEY_SIZE];
	size_t n;
};

static unsigned
search(const struct row *table, size_t size, const struct key *k)
{
	uint32_t h = 0;

	for (size_t i = 0; i < k->n; i++)
		h = (h * 31 + (unsigned char)k->p[i]) & HASH_MASK;
	for (size_t at = h & (size - 1); table[at].value != 0;
	     at = (at + 1) & (size - 1))
		if (memcmp(table[at].key, k->p, KEY_SIZE - 1) == 0)
			return table[at].value;
	return 0;
}

/* False when the word is too long for the tables. U+2019 is an apostrophe. */
static bool
make_key(struct key *k, struct str word, bool fold)
{
	*k = (struct key){ .n = 0 };
	for (size_t i = 0; i < word.n; i++) {
		char c = word.p[i];

		if (k->n == KEY_SIZE - 1)
			return false;
		if (c == '\xE2' && str_starts(str_from(word, i),
		                              STR("\xE2\x80\x99"))) {
			c = '\'';
			i += 2;
		}
		k->p[k->n++] = fold ? ascii_fold(c) : c;
	}
	return k->n > 0;
}

/* The number of common.txt: a level, and two marks. */
enum { LEVEL = 3, SPEECH = 4, DATE = 8 };

static unsigned
common(struct str word)
{
	struct key k;
	unsigned value;

	if (!make_key(&k, word, true))
		return 0;
	value = search(commons, ROWS(commons), &k);
	if (value == 0 && k.n > 2 && memcmp(k.p + k.n - 2, "'s", 2) == 0) {
		memset(k.p + k.n - 2, 0, 2);
		k.n -= 2;
		value = search(commons, ROWS(commons), &k);
	}
	return value;
}

int
word_common(struct str word)
{
	return (int)(common(word) & LEVEL);
}

enum abbrev
word_abbrev(struct str word, sent_extra *extra)
{
	struct key k;
	unsigned value;

	if (extra != NULL && extra->n > 0) {
		const struct table_slot *slot = table_find(extra, word);

		if (slot != NULL)
			return (enum abbrev)slot->value;
	}
	if (word.n == 0 || !make_key(&k, word, false))
		return ABBREV_NONE;
	value = search(abbrevs, ROWS(abbrevs), &k);
	if (value == 0 && k.n > 1 && ascii_upper(k.p[0]) &&
	    ascii_upper(k.p[1])) { /* MR, DEC: as Mr, Dec */
		for (size_t i = 1; i < k.n; i++)
			k.p[i] = ascii_fold(k.p[i]);
		value = search(abbrevs, ROWS(abbrevs), &k);
	}
	return (enum abbrev)value;
}

/* Letters, digits, and what ties them: not hyphen, slash, comma, colon. */
static bool
ascii_word(char c)
{
	return ascii_alnum(c) || c == '.' || c == '\'' || c == '&' ||
	       c == '@' || c == '_';
}

static bool
beyond_word(int32_t cp)
{
	enum char_class class = cp == UTF8_BAD ? CHAR_OTHER : utf8_class(cp);

	return cp == 0x2019 || class == CHAR_UPPER || class == CHAR_LOWER ||
	       class == CHAR_LETTER || class == CHAR_MARK ||
	       class == CHAR_DIGIT;
}

struct str
word_before(struct str text, size_t beg, size_t end)
{
	size_t at = end;

	if (end - beg > WORD_MAX)
		beg = end - WORD_MAX;
	while (at > beg) {
		char c = text.p[at - 1];
		int32_t cp;
		size_t n = 1;

		if ((unsigned char)c < 0x80) {
			if (!ascii_word(c))
				break;
		} else {
			n = utf8_prev(text.p + beg, text.p + at, &cp);
			if (!beyond_word(cp))
				break;
		}
		at -= n;
	}
	while (at < end && (text.p[at] == '\'' || text.p[at] == '.'))
		at++;
	if (str_starts(str_from(str_head(text, end), at), STR("\u2018")))
		at += 3;
	return (struct str){ text.p + at, end - at };
}

struct str
word_after(struct str text, size_t beg, size_t end)
{
	size_t at = beg;

	if (end - beg > WORD_MAX)
		end = beg + WORD_MAX;
	while (at < end) {
		int32_t cp;
		size_t n = 1;

		if ((unsigned char)text.p[at] < 0x80) {
			if (!ascii_word(text.p[at]))
				break;
		} else {
			n = utf8_next(text.p + at, text.p + end, &cp);
			if (!beyond_word(cp))
				break;
		}
		at += n;
	}
	return (struct str){ text.p + beg, at - beg };
}

/* What a word is made of. */
struct form {
	size_t upper, lower, digits, stops, beyond, others;
	bool capital; /* the first letter is one */
};

static struct form
form_of(struct str w)
{
	struct form f = { 0 };

	for (size_t i = 0; i < w.n; i++) {
		char c = w.p[i];

		f.upper += ascii_upper(c);
		f.lower += ascii_lower(c);
		f.digits += ascii_digit(c);
		f.stops += c == '.';
		f.beyond += (unsigned char)c >= 0xC0;
		f.others += c == '&' || c == '@' || c == '_';
	}
	f.capital = w.n > 0 && ascii_upper(w.p[0]);
	if (w.n > 0 && (unsigned char)w.p[0] >= 0x80) {
		int32_t cp;

		utf8_next(w.p, w.p + w.n, &cp);
		f.capital = cp != UTF8_BAD && utf8_class(cp) == CHAR_UPPER;
		f.upper += f.capital;
	}
	return f;
}

/* a.b, A.B.C: one letter between stops. */
static bool
is_dotted(struct str w)
{
	for (size_t i = 0; i < w.n; i++)
		if (i % 2 == 0 ? !ascii_alpha(w.p[i]) : w.p[i] != '.')
			return false;
	return w.n > 2;
}

static bool
is_year(struct str w)
{
	return w.n == 4 && (str_starts(w, STR("19")) ||
	                    str_starts(w, STR("20")));
}

static enum before
without_word(int32_t prior)
{
	if (prior == ')' || prior == ']' || prior == '}')
		return BEFORE_BRACKET;
	if (prior == 0 || prior == ' ' || (prior >= '\t' && prior <= '\r'))
		return BEFORE_NONE;
	if (prior == UTF8_BAD)
		return BEFORE_OTHER;
	return utf8_class(prior) == CHAR_QUOTE ? BEFORE_QUOTE : BEFORE_SYMBOL;
}

static enum before
lower_before(struct str w)
{
	if (w.n == 1)
		return BEFORE_LETTER;
	if (word_common(w) > 0)
		return BEFORE_LOWER;
	return w.n < 4 ? BEFORE_SHORT : BEFORE_RARE;
}

static enum before
capital_before(struct str w, const struct form *f)
{
	if (w.n == 1)
		return w.p[0] == 'I' ? BEFORE_I : BEFORE_INITIAL;
	if (f->lower == 0)
		return f->beyond > 0 && f->upper < 2 ? BEFORE_INITIAL
		                                     : BEFORE_CAPS;
	if (word_common(w) > 1)
		return BEFORE_COMMON;
	return w.n < 4 ? BEFORE_CAP_SHORT : BEFORE_NAME;
}

enum before
word_class_before(struct str w, int32_t prior, sent_extra *extra)
{
	enum abbrev a = word_abbrev(w, extra);
	struct form f;

	if (a != ABBREV_NONE)
		return (enum before)a;
	if (w.n == 0)
		return without_word(prior);
	f = form_of(w);
	if (f.digits > 0 && f.digits + f.stops == w.n)
		return is_year(w) ? BEFORE_YEAR : BEFORE_NUMBER;
	if (is_dotted(w))
		return f.lower == 0 ? BEFORE_DOTTED_UP : BEFORE_DOTTED_LOW;
	if (f.stops > 0 || prior == '/' || memchr(w.p, '@', w.n) != NULL)
		return BEFORE_LINK;
	if (f.digits > 0)
		return BEFORE_MIXED;
	if (f.capital)
		return capital_before(w, &f);
	return f.lower > 0 ? lower_before(w) : BEFORE_OTHER;
}

static enum after
without_word_after(char next)
{
	switch (next) {
	case 0:
		return AFTER_NONE;
	case '$':
		return AFTER_MONEY;
	case '-':
		return AFTER_DASH;
	case '*':
		return AFTER_BULLET;
	case '#':
		return AFTER_HANDLE;
	case '!':
	case '?':
		return AFTER_STOP;
	case ',':
	case ';':
	case ':':
		return AFTER_MARK;
	default:
		return AFTER_OTHER;
	}
}

static enum after
lower_after(struct str w)
{
	unsigned value = common(w);

	if (value & SPEECH)
		return AFTER_SPEECH;
	return value > 0 ? AFTER_LOWER : AFTER_RARE;
}

static enum after
number_after(struct str w, const struct form *f, bool stop, char next)
{
	if (f->digits + f->stops < w.n)
		return AFTER_MIXED;
	if (f->stops == 0 && f->digits < 4 && (stop || next == ')'))
		return AFTER_ITEM;
	return is_year(w) ? AFTER_YEAR : AFTER_NUMBER;
}

static enum after
capital_after(struct str w, const struct form *f)
{
	static const enum after by_common[] = { AFTER_NAME, AFTER_OFTEN,
		                                AFTER_COMMON, AFTER_START };
	unsigned value = common(w);
	unsigned level = value & LEVEL;

	if (value & DATE)
		return AFTER_DATE;
	if (f->lower == 0 && w.n > 1)
		return AFTER_CAPS;
	return by_common[level];
}

/* A word that is in the list of abbreviations. */
static enum after
listed_after(enum abbrev a, bool stop, const struct form *f)
{
	if (a == ABBREV_TITLE)
		return AFTER_TITLE;
	if (a == ABBREV_MONTH || a == ABBREV_WEEKDAY)
		return AFTER_DATE;
	if (f->stops > 0)
		return AFTER_DOTTED;
	return stop && f->capital ? AFTER_ABBREV : AFTER_NONE;
}

enum after
word_class_after(struct str w, char next, sent_extra *extra)
{
	bool stop = w.n > 0 && w.p[w.n - 1] == '.';
	struct form f;
	enum abbrev a;
	enum after class;

	if (w.n > 0 && w.p[0] == '.')
		return AFTER_STOP;
	if (stop)
		w.n--;
	if (w.n == 0)
		return without_word_after(next);
	f = form_of(w);
	if (w.p[0] == '@')
		return AFTER_HANDLE;
	if (ascii_digit(w.p[0]))
		return number_after(w, &f, stop, next);
	if (w.n == 1 && f.capital && w.p[0] != 'I' && w.p[0] != 'A')
		return stop ? AFTER_INITIAL : AFTER_LETTER;
	a = word_abbrev(w, extra);
	class = a == ABBREV_NONE ? AFTER_NONE : listed_after(a, stop, &f);
	if (class != AFTER_NONE && f.capital)
		return class;
	if (is_dotted(w))
		return AFTER_DOTTED;
	if (w.p[0] == 'I' && (w.n == 1 || w.p[1] == '\'' ||
	                      w.p[1] == '\xE2'))
		return AFTER_I;
	if (f.capital)
		return capital_after(w, &f);
	if (f.lower == 0)
		return AFTER_OTHER;
	return lower_after(w);
}
