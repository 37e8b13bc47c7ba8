/* sent_word.c - what the words beside a stop are, by form and by lists. */
#include "sent_word.h"

#include <string.h>

#include "utf8.h"

enum {
	KEY_SIZE = 16,
	ABBREV_MAX = 7, /* bytes of the longest abbreviation of the list */
	LEVEL = 3,      /* of the numbers of common.txt: the level, */
	SPEECH = 4,     /* a verb of speech, */
	DATE = 8        /* a month or a day */
};

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

/* A to Z of eight bytes as a to z. */
static uint64_t
fold8(uint64_t x)
{
	const uint64_t ones = 0x0101010101010101U;
	uint64_t low7 = x & (0x7F * ones);
	uint64_t from_a = low7 + (0x80 - 'A') * ones;
	uint64_t past_z = low7 + (0x80 - 'Z' - 1) * ones;

	return x | ((from_a & ~past_z & ~x) >> 2 & (0x20 * ones));
}

static unsigned
count(struct word w, enum word_kind kind)
{
	return (unsigned)(w.form >> (8 * kind) & 0xFF);
}

/* The same with U+2019 as an apostrophe. */
static bool
plain_key(union key *k, struct str s)
{
	size_t n = 0;

	for (size_t i = 0; i < s.n; i++) {
		if (n == KEY_SIZE - 1)
			return false;
		if (str_starts(str_from(s, i), STR("\xE2\x80\x99"))) {
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
	if (count(w, KIND_BEYOND) > 0)
		return plain_key(k, w.s);
	if (w.s.n >= KEY_SIZE)
		return false;
	copy_short(k->p, w.s.p, w.s.n);
	return true;
}

static unsigned
common(struct word w)
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

int
word_common(struct word w)
{
	return (int)(common(w) & LEVEL);
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
	enum char_class class = cp == UTF8_BAD ? CHAR_OTHER : utf8_class(cp);

	return cp == 0x2019 || class == CHAR_UPPER || class == CHAR_LOWER ||
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

struct word
word_before(struct str text, size_t beg, size_t end)
{
	struct word w = { { NULL, 0 }, 0 };
	size_t at = end;

	if (end - beg > WORD_MAX)
		beg = end - WORD_MAX;
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

/* The first character is a capital. */
static bool
capital(struct word w)
{
	int32_t cp;

	if (w.s.n == 0 || (unsigned char)w.s.p[0] < 0x80)
		return w.s.n > 0 && ascii_upper(w.s.p[0]);
	utf8_next(w.s.p, w.s.p + w.s.n, &cp);
	return cp != UTF8_BAD && utf8_class(cp) == CHAR_UPPER;
}

/* a.b, A.B.C: one letter between stops. */
static bool
is_dotted(struct word w)
{
	if (count(w, KIND_STOP) == 0)
		return false;
	for (size_t i = 0; i < w.s.n; i++)
		if (i % 2 == 0 ? !ascii_alpha(w.s.p[i]) : w.s.p[i] != '.')
			return false;
	return w.s.n > 2;
}

static bool
is_year(struct word w)
{
	return w.s.n == 4 && count(w, KIND_DIGIT) == 4 &&
	       (str_starts(w.s, STR("19")) || str_starts(w.s, STR("20")));
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
lower_before(struct word w)
{
	if (w.s.n == 1)
		return BEFORE_LETTER;
	if (w.s.n > ABBREV_MAX || word_common(w) > 0)
		return BEFORE_LOWER; /* too long for an unknown abbreviation */
	return w.s.n < 4 ? BEFORE_SHORT : BEFORE_RARE;
}

static enum before
capital_before(struct word w)
{
	if (w.s.n == 1)
		return w.s.p[0] == 'I' ? BEFORE_I : BEFORE_INITIAL;
	if (count(w, KIND_LOWER) == 0 && count(w, KIND_BEYOND) > 0 &&
	    count(w, KIND_UPPER) == 0)
		return BEFORE_INITIAL;
	if (count(w, KIND_LOWER) == 0)
		return BEFORE_CAPS;
	if (word_common(w) > 1)
		return BEFORE_COMMON;
	return w.s.n < 4 ? BEFORE_CAP_SHORT : BEFORE_NAME;
}

enum before
word_class_before(struct word w, int32_t prior, sent_extra *extra)
{
	enum abbrev a = word_abbrev(w, extra);
	unsigned digits = count(w, KIND_DIGIT);
	unsigned stops = count(w, KIND_STOP);

	if (a != ABBREV_NONE)
		return (enum before)a;
	if (w.s.n == 0)
		return without_word(prior);
	if (digits > 0 && digits + stops == w.s.n)
		return is_year(w) ? BEFORE_YEAR : BEFORE_NUMBER;
	if (is_dotted(w))
		return count(w, KIND_LOWER) == 0 ? BEFORE_DOTTED_UP
		                                 : BEFORE_DOTTED_LOW;
	if (stops > 0 || prior == '/' || memchr(w.s.p, '@', w.s.n) != NULL)
		return BEFORE_LINK;
	if (digits > 0)
		return BEFORE_MIXED;
	if (capital(w))
		return capital_before(w);
	return count(w, KIND_LOWER) > 0 ? lower_before(w) : BEFORE_OTHER;
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
	case '.':
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
number_after(struct word w, bool stop, char next)
{
	unsigned stops = count(w, KIND_STOP);

	if (count(w, KIND_DIGIT) + stops < w.s.n)
		return AFTER_MIXED;
	if (stops == 0 && w.s.n < 4 && (stop || next == ')'))
		return AFTER_ITEM;
	return is_year(w) ? AFTER_YEAR : AFTER_NUMBER;
}

static enum after
capital_after(struct word w)
{
	static const enum after by_common[] = { AFTER_NAME, AFTER_OFTEN,
		                                AFTER_COMMON, AFTER_START };
	unsigned value = common(w);

	if (value & DATE)
		return AFTER_DATE;
	if (count(w, KIND_LOWER) == 0 && w.s.n > 1)
		return AFTER_CAPS;
	return by_common[value & LEVEL];
}

static enum after
lower_after(struct word w)
{
	unsigned value = common(w);

	if (value & SPEECH)
		return AFTER_SPEECH;
	return value > 0 ? AFTER_LOWER : AFTER_RARE;
}

/* A capitalised word that is in the list of abbreviations. */
static enum after
listed_after(enum abbrev a, bool stop, struct word w)
{
	if (a == ABBREV_TITLE)
		return AFTER_TITLE;
	if (a == ABBREV_MONTH || a == ABBREV_WEEKDAY)
		return AFTER_DATE;
	if (count(w, KIND_STOP) > 0)
		return AFTER_DOTTED;
	return stop ? AFTER_ABBREV : AFTER_NONE;
}

static bool
is_i(struct word w)
{
	return w.s.p[0] == 'I' && (w.s.n == 1 || w.s.p[1] == '\'' ||
	                           w.s.p[1] == '\xE2');
}

static enum after
with_capital(struct word w, bool stop, sent_extra *extra)
{
	enum after class;

	if (w.s.n == 1 && w.s.p[0] != 'I' && w.s.p[0] != 'A')
		return stop ? AFTER_INITIAL : AFTER_LETTER;
	class = listed_after(word_abbrev(w, extra), stop, w);
	if (class != AFTER_NONE)
		return class;
	if (is_dotted(w))
		return AFTER_DOTTED;
	return is_i(w) ? AFTER_I : capital_after(w);
}

enum after
word_class_after(struct word w, char next, sent_extra *extra)
{
	bool stop = w.s.n > 0 && w.s.p[w.s.n - 1] == '.';

	if (w.s.n > 0 && w.s.p[0] == '.')
		return AFTER_STOP;
	if (stop) {
		w.s.n--;
		w.form -= one(KIND_STOP);
	}
	if (w.s.n == 0)
		return without_word_after(next);
	if (w.s.p[0] == '@')
		return AFTER_HANDLE;
	if (ascii_digit(w.s.p[0]))
		return number_after(w, stop, next);
	if (capital(w))
		return with_capital(w, stop, extra);
	if (is_dotted(w))
		return AFTER_DOTTED;
	return count(w, KIND_LOWER) == 0 ? AFTER_OTHER : lower_after(w);
}
