/* sent_word.c - what the words beside a stop are, by form and by lists. */
#include "sent_word.h"

#include <string.h>

#include "sent_eight.h"
#include "utf8.h"

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
	if (word_count(w, KIND_STOP) == 0)
		return false;
	for (size_t i = 0; i < w.s.n; i++)
		if (i % 2 == 0 ? !ascii_alpha(w.s.p[i]) : w.s.p[i] != '.')
			return false;
	return w.s.n > 2;
}

static bool
has_at(struct word w)
{
	return word_count(w, KIND_TIE) > 0 &&
	       memchr(w.s.p, '@', w.s.n) != NULL;
}

static bool
is_year(struct word w)
{
	return w.s.n == 4 && word_count(w, KIND_DIGIT) == 4 &&
	       (str_starts(w.s, STR("19")) || str_starts(w.s, STR("20")));
}

static enum before
without_word(int32_t prior)
{
	if (prior == ')' || prior == ']' || prior == '}')
		return BEFORE_BRACKET;
	if (prior == 0 || prior == ' ' || (prior >= '\t' && prior <= '\r'))
		return BEFORE_NONE;
	if (prior == '"' || prior == 0x201D || prior == 0x2019)
		return BEFORE_QUOTE;
	if (prior == UTF8_BAD)
		return BEFORE_OTHER;
	return utf8_class(prior) == CHAR_QUOTE ? BEFORE_QUOTE : BEFORE_SYMBOL;
}

const struct either word_eithers[] = {
	{ { BEFORE_LOWER, BEFORE_SHORT } },
	{ { BEFORE_LOWER, BEFORE_RARE } },
	{ { BEFORE_LOWER, BEFORE_LOWER } },
	{ { BEFORE_COMMON, BEFORE_CAP_SHORT } },
	{ { BEFORE_COMMON, BEFORE_NAME } },
	{ { BEFORE_COMMON, BEFORE_NAME } },
};

static enum before
lower_before(struct word w)
{
	if (w.s.n == 1)
		return BEFORE_LETTER;
	if (w.s.n > ABBREV_MAX)
		return BEFORE_LOWER; /* too long for an unknown abbreviation */
	return word_which(word_either(w.s.n, false), word_common(w));
}

static enum before
capital_before(struct word w)
{
	if (w.s.n == 1)
		return w.s.p[0] == 'I' ? BEFORE_I : BEFORE_INITIAL;
	if (word_count(w, KIND_LOWER) == 0 && word_count(w, KIND_BEYOND) > 0 &&
	    word_count(w, KIND_UPPER) == 0)
		return BEFORE_INITIAL;
	if (word_count(w, KIND_LOWER) == 0)
		return BEFORE_CAPS;
	return word_which(word_either(w.s.n, true), word_common(w));
}

enum before
word_class_before(struct word w, int32_t prior, sent_extra *extra)
{
	enum abbrev a = word_abbrev(w, extra);
	unsigned digits = word_count(w, KIND_DIGIT);
	unsigned stops = word_count(w, KIND_STOP);

	if (a != ABBREV_NONE)
		return (enum before)a;
	if (w.s.n == 0)
		return without_word(prior);
	if (digits > 0 && digits + stops == w.s.n)
		return is_year(w) ? BEFORE_YEAR : BEFORE_NUMBER;
	if (is_dotted(w))
		return word_count(w, KIND_LOWER) == 0 ? BEFORE_DOTTED_UP
		                                 : BEFORE_DOTTED_LOW;
	if (stops > 0 || prior == '/' || has_at(w))
		return BEFORE_LINK;
	if (digits > 0)
		return BEFORE_MIXED;
	if (capital(w))
		return capital_before(w);
	return word_count(w, KIND_LOWER) > 0 ? lower_before(w) : BEFORE_OTHER;
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
	unsigned stops = word_count(w, KIND_STOP);

	if (word_count(w, KIND_DIGIT) + stops < w.s.n)
		return AFTER_MIXED;
	if (stops == 0 && w.s.n < 4 && (stop || next == ')'))
		return AFTER_ITEM;
	return is_year(w) ? AFTER_YEAR : AFTER_NUMBER;
}

static enum after
capital_by(unsigned common)
{
	static const enum after by_level[] = { AFTER_NAME, AFTER_OFTEN,
		                               AFTER_COMMON, AFTER_START };

	return common & COMMON_DATE ? AFTER_DATE
	                            : by_level[common & COMMON_LEVEL];
}

static enum after
lower_by(unsigned common)
{
	if (common & COMMON_SPEECH)
		return AFTER_SPEECH;
	return common > 0 ? AFTER_LOWER : AFTER_RARE;
}

static enum after
capital_after(struct word w)
{
	unsigned common = word_common(w);

	if ((common & COMMON_DATE) == 0 && w.s.n > 1 &&
	    word_count(w, KIND_LOWER) == 0)
		return AFTER_CAPS;
	return capital_by(common);
}

/* A capitalised word that is in the list of abbreviations. */
static enum after
listed_after(enum abbrev a, bool stop, struct word w)
{
	if (a == ABBREV_TITLE)
		return AFTER_TITLE;
	if (a == ABBREV_MONTH || a == ABBREV_WEEKDAY)
		return AFTER_DATE;
	if (word_count(w, KIND_STOP) > 0)
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
		w.form -= (uint64_t)1 << 8 * KIND_STOP;
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
	return word_count(w, KIND_LOWER) == 0 ? AFTER_OTHER
	                                      : lower_by(word_common(w));
}

bool
word_quick_after(struct str text, size_t at, struct word *w, enum after *class)
{
	const char *p = text.p + at;
	uint64_t x, upper;
	unsigned n, common;

	if (text.n - at < 8)
		return false;
	x = eight_load(p);
	n = eight_letters_after(x);
	if (n < 2 || n > ABBREV_MAX || (p[n] != ' ' && p[n] != ','))
		return false;
	x &= ((uint64_t)1 << 8 * n) - 1;
	upper = eight_upper(x);
	if ((upper & ~(uint64_t)0x80) != 0 ||
	    (abbrev_possible(x, n) && word_abbrev_short(x) != ABBREV_NONE))
		return false;
	*w = word_of_letters(p, n, upper != 0);
	common = word_common_short(x | upper >> 2);
	*class = upper != 0 ? capital_by(common) : lower_by(common);
	return true;
}
