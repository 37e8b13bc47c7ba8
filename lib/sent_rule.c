/* sent_rule.c - what always holds, before any weight is asked. */
#include "sent_rule.h"

#include <string.h>

static bool
small_after(const struct spot *s)
{
	return s->lead == LEAD_NONE &&
	       (s->after == AFTER_LOWER || s->after == AFTER_RARE ||
	        s->after == AFTER_SPEECH);
}

static bool
number_after(const struct spot *s)
{
	return s->lead == LEAD_NONE &&
	       (s->after == AFTER_NUMBER || s->after == AFTER_YEAR ||
	        s->after == AFTER_ITEM);
}

/* A capital that does not by itself say that a sentence begins. */
static bool
name_after(const struct spot *s)
{
	return s->lead == LEAD_NONE &&
	       (s->after == AFTER_NAME || s->after == AFTER_OFTEN ||
	        s->after == AFTER_CAPS || s->after == AFTER_INITIAL ||
	        s->after == AFTER_TITLE || s->after == AFTER_DOTTED);
}

/* The stop touches its word and nothing closes: "Mr." */
static bool
bare(const struct spot *s)
{
	return s->stop == STOP_POINT && s->close == CLOSE_NONE;
}

/* Bytes of the sentence before the word. */
static size_t
depth(const struct spot *s, const struct sent_view *v)
{
	return v->cut + s->beg - s->word.s.n - v->beg;
}

/* "Is it?" he said.  (It is.) and so on */
static enum verdict
closed_then_small(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return s->close != CLOSE_NONE && s->close != CLOSE_CITE &&
	       small_after(s) ? RULE_NO : RULE_OPEN;
}

/* "Is it?" - the man said */
static enum verdict
closed_then_dash(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return (s->close == CLOSE_DOUBLE || s->close == CLOSE_SINGLE) &&
	       s->after == AFTER_DASH &&
	       (s->second == AFTER_LOWER || s->second == AFTER_RARE ||
	        s->second == AFTER_SPEECH) ? RULE_NO : RULE_OPEN;
}

/* M.D. who, Feb. next, www. site */
static enum verdict
abbreviation_then_small(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return (int)s->before < (int)ABBREV_CLASSES && bare(s) &&
	       small_after(s) ? RULE_NO : RULE_OPEN;
}

/* 2.1. The method */
static enum verdict
section_number(const struct spot *s, const struct sent_view *v)
{
	return s->before == BEFORE_NUMBER && bare(s) && depth(s, v) == 0 &&
	       s->word.s.n > 1 && memchr(s->word.s.p, '.', s->word.s.n) != NULL
	       ? RULE_NO : RULE_OPEN;
}

/* He said [...] that */
static enum verdict
bracketed_ellipsis(const struct spot *s, const struct sent_view *v)
{
	char prior = s->beg > v->beg ? v->text.p[s->beg - 1] : '\0';
	bool inside = (prior == '[' || prior == '(') && s->end > s->run &&
	              (v->text.p[s->run] == ']' || v->text.p[s->run] == ')');

	return inside && (s->close == CLOSE_BRACKET ||
	                  s->lead == LEAD_BRACKET) ? RULE_NO : RULE_OPEN;
}

/* ... and so it was. */
static enum verdict
leading_ellipsis(const struct spot *s, const struct sent_view *v)
{
	return (s->stop == STOP_ELLIPSIS || s->stop == STOP_SPACED) &&
	       s->word.s.n == 0 && depth(s, v) < 2 ? RULE_NO : RULE_OPEN;
}

/* It was . . . what it was; well . . . I see */
static enum verdict
spaced_ellipsis(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return s->stop == STOP_SPACED && s->close == CLOSE_NONE &&
	       (small_after(s) || s->after == AFTER_I) ? RULE_NO : RULE_OPEN;
}

/* compounds. . . . The practice */
static enum verdict
stop_and_ellipsis(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return s->parted ? RULE_YES : RULE_OPEN;
}

/* Mr. Lund, Gov. W. Lund */
static enum verdict
title_and_name(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return (int)s->before == ABBREV_TITLE && bare(s) && name_after(s)
	       ? RULE_NO : RULE_OPEN;
}

/* I, IV, XII */
static bool
is_roman(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (memchr("IVXL", s.p[i], 4) == NULL)
			return false;
	return s.n > 0;
}

/* Jan. 5, No. 7, pp. 3-9, Vol. IV, N°. 7 */
static enum verdict
before_number(const struct spot *s, const struct sent_view *v)
{
	bool roman = (int)s->before == ABBREV_REF && is_roman(s->ahead.s);
	struct str so_far = str_sub(v->text, (struct span){ v->beg, s->beg });
	bool sign = s->before == BEFORE_SYMBOL;

	if (sign && !str_ends(so_far, STR("N\xC2\xB0")))
		return RULE_OPEN;
	return bare(s) && (number_after(s) || roman) ? RULE_NO : RULE_OPEN;
}

/* 1. The first; 1.) The first; a. The first */
static enum verdict
leading_number(const struct spot *s, const struct sent_view *v)
{
	return v->item.number > 0 && s->beg < v->item_end &&
	       s->close != CLOSE_DOUBLE ? RULE_NO : RULE_OPEN;
}

/* works at Yahoo! in Oslo; the film Shall We Run? and others */
static enum verdict
name_with_mark(const struct spot *s, const struct sent_view *v)
{
	bool name = s->before == BEFORE_NAME || s->before == BEFORE_CAPS ||
	            s->before == BEFORE_COMMON ||
	            s->before == BEFORE_CAP_SHORT;

	return (s->stop == STOP_BANG || s->stop == STOP_QUERY) &&
	       s->end - s->beg == 1 && depth(s, v) > 0 && name &&
	       small_after(s) && !view_small(v) ? RULE_NO : RULE_OPEN;
}

/* 4 lbs. 13 oz */
static enum verdict
unit_and_number(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return (int)s->before == ABBREV_UNIT && bare(s) && number_after(s) &&
	       s->prior == BEFORE_NUMBER ? RULE_NO : RULE_OPEN;
}

/* Ann Cole (b. March 2009; div. 1964) */
static enum verdict
short_and_date(const struct spot *s, const struct sent_view *v)
{
	return v->brackets > 0 && bare(s) && s->lead == LEAD_NONE ? RULE_NO
	                                                          : RULE_OPEN;
}

/* c. 1966, c. 40 men */
static enum verdict
circa(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return (str_eq(s->word.s, STR("c")) || s->after == AFTER_YEAR) &&
	       bare(s) && s->lead == LEAD_NONE ? RULE_NO : RULE_OPEN;
}

/* the musical Viva Oslo! (1965) */
static enum verdict
bracketed_year(const struct spot *s, const struct sent_view *v)
{
	char behind = s->ahead_end < v->text.n ? v->text.p[s->ahead_end] : 0;

	return s->lead == LEAD_BRACKET && s->after == AFTER_YEAR &&
	       (behind == ')' || behind == ',') ? RULE_NO : RULE_OPEN;
}

/* John F. Lund, J. F. Lund */
static enum verdict
middle_initial(const struct spot *s, const struct sent_view *v)
{
	bool named = s->prior == BEFORE_NAME || s->prior == BEFORE_INITIAL ||
	             s->prior == BEFORE_CAP_SHORT;

	(void)v;
	if (!bare(s) || !named)
		return RULE_OPEN;
	if (s->before == BEFORE_INITIAL)
		return s->after != AFTER_START ? RULE_NO : RULE_OPEN;
	return s->before == BEFORE_I && s->after == AFTER_NAME ? RULE_NO
	                                                        : RULE_OPEN;
}

/* Q. Why?  J. Lund */
static enum verdict
leading_initial(const struct spot *s, const struct sent_view *v)
{
	return s->before == BEFORE_INITIAL && bare(s) && depth(s, v) == 0
	       ? RULE_NO : RULE_OPEN;
}

/* vitamin C. Doctors say; Malcolm X. He was */
static enum verdict
letter_then_start(const struct spot *s, const struct sent_view *v)
{
	bool thing = s->prior == BEFORE_LOWER || s->prior == BEFORE_NUMBER;

	(void)v;
	return s->before == BEFORE_INITIAL && bare(s) &&
	       (s->after == AFTER_START ||
	        (thing && s->after == AFTER_COMMON)) ? RULE_YES : RULE_OPEN;
}

/* until 6 p.m. Tickets cost */
static enum verdict
clock_then_word(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return (int)s->before == ABBREV_CLOCK && bare(s) &&
	       s->after == AFTER_COMMON &&
	       (s->second == AFTER_LOWER || s->second == AFTER_SPEECH)
	       ? RULE_YES : RULE_OPEN;
}

/* you and I. Did you */
static enum verdict
pronoun(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return s->before == BEFORE_I && bare(s) &&
	       s->prior == BEFORE_LOWER &&
	       (s->after == AFTER_START || s->after == AFTER_COMMON)
	       ? RULE_YES : RULE_OPEN;
}

/* At 5 a.m. Mr. Lund rose */
static enum verdict
leading_clock(const struct spot *s, const struct sent_view *v)
{
	return (int)s->before == ABBREV_CLOCK && bare(s) && depth(s, v) < 9
	       ? RULE_NO : RULE_OPEN;
}

/* in the U.S. How are; and of Lund & Co. It is */
static enum verdict
abbreviation_then_start(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return s->stop == STOP_POINT && s->lead == LEAD_NONE ? RULE_YES
	                                                      : RULE_OPEN;
}

/* at 7:30 p.m. Saturday in Oslo */
static enum verdict
clock_and_date(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return bare(s) && s->lead == LEAD_NONE ? RULE_NO : RULE_OPEN;
}

/* until 6 P.M. Mr. Lund */
static enum verdict
clock_then_title(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return (int)s->before == ABBREV_CLOCK && bare(s) &&
	       s->after == AFTER_TITLE ? RULE_YES : RULE_OPEN;
}

/* Ann Cole (D-Ohio). said so; Yahoo! said so */
static enum verdict
stop_then_said(const struct spot *s, const struct sent_view *v)
{
	return s->close == CLOSE_NONE && s->lead == LEAD_NONE &&
	       !view_small(v) ? RULE_NO : RULE_OPEN;
}

/* Two claims: 1. that it is old, and 2. that it is new */
static enum verdict
number_then_small(const struct spot *s, const struct sent_view *v)
{
	return s->before == BEFORE_NUMBER && s->word.s.n < 3 && bare(s) &&
	       small_after(s) && !view_small(v) ? RULE_NO : RULE_OPEN;
}

/* www. example. com, as wires send it */
static enum verdict
spaced_address(const struct spot *s, const struct sent_view *v)
{
	static const char *const ends[] = { "com", "org", "net", "edu", "gov" };

	(void)v;
	for (size_t i = 0; i < sizeof(ends) / sizeof(*ends); i++)
		if (str_eq(str_head(s->ahead.s, 3), str_of(ends[i])) &&
		    s->ahead.s.n == 3 + word_count(s->ahead, KIND_STOP))
			return bare(s) && s->lead == LEAD_NONE ? RULE_NO
			                                       : RULE_OPEN;
	return RULE_OPEN;
}

/* you know? where did you; i had one. they are great */
static enum verdict
careless(const struct spot *s, const struct sent_view *v)
{
	return view_small(v) && v->quotes == 0 && s->close == CLOSE_NONE &&
	       s->lead == LEAD_NONE && s->end - s->beg == 1 &&
	       depth(s, v) > 0 ? RULE_YES : RULE_OPEN;
}

#define WORD(class) ((uint64_t)1 << (class))
#define SMALL (WORD(AFTER_LOWER) | WORD(AFTER_RARE) | WORD(AFTER_SPEECH))
#define NUMBERS (WORD(AFTER_NUMBER) | WORD(AFTER_YEAR) | WORD(AFTER_ITEM))
#define ROMAN (WORD(AFTER_CAPS) | WORD(AFTER_I) | WORD(AFTER_LETTER))
#define NO_WORD (WORD(BEFORE_NONE) | WORD(BEFORE_BRACKET) | \
                 WORD(BEFORE_QUOTE) | WORD(BEFORE_SYMBOL) | WORD(BEFORE_OTHER))
#define LISTED (WORD(ABBREV_CLASSES) - 1)
#define INITIALS (WORD(BEFORE_INITIAL) | WORD(BEFORE_I))
#define CAPITALS (WORD(BEFORE_NAME) | WORD(BEFORE_CAPS) | \
                  WORD(BEFORE_COMMON) | WORD(BEFORE_CAP_SHORT))
#define NAMES (WORD(AFTER_NAME) | WORD(AFTER_COMMON) | WORD(AFTER_OFTEN))
#define STARTS (WORD(AFTER_START) | WORD(AFTER_COMMON))
#define ENDING (WORD(ABBREV_COUNTRY) | WORD(ABBREV_STATE) | \
                WORD(ABBREV_CORP) | WORD(ABBREV_SUFFIX) | \
                WORD(ABBREV_CLOCK) | WORD(ABBREV_ETC) | \
                WORD(ABBREV_STREET) | WORD(ABBREV_UNIT) | \
                WORD(ABBREV_MONTH) | WORD(BEFORE_DOTTED_UP))
#define ANY UINT64_MAX

/* before, after: no other classes of the two words get an answer. far: prior
 * or second is asked for. */
static const struct {
	const char *name;
	enum verdict (*judge)(const struct spot *s,
	                      const struct sent_view *v);
	uint64_t before, after;
	bool far;
} rules[] = {
	{ "closed then small", closed_then_small, ANY, SMALL, false },
	{ "closed then dash", closed_then_dash, ANY, WORD(AFTER_DASH), true },
	{ "abbreviation then small", abbreviation_then_small, LISTED, SMALL,
	  false },
	{ "section number", section_number, WORD(BEFORE_NUMBER), ANY, false },
	{ "bracketed ellipsis", bracketed_ellipsis, NO_WORD, ANY, false },
	{ "leading ellipsis", leading_ellipsis, NO_WORD, ANY, false },
	{ "spaced ellipsis", spaced_ellipsis, ANY, SMALL | WORD(AFTER_I),
	  false },
	{ "stop and ellipsis", stop_and_ellipsis, ANY, ANY, false },
	{ "title and name", title_and_name, WORD(ABBREV_TITLE), ANY, false },
	{ "before a number", before_number,
	  WORD(ABBREV_MONTH) | WORD(ABBREV_REF) | WORD(BEFORE_SYMBOL),
	  NUMBERS | ROMAN, false },
	{ "leading number", leading_number, ANY, ANY, false },
	{ "name with a mark", name_with_mark, CAPITALS, SMALL, false },
	{ "unit and number", unit_and_number, WORD(ABBREV_UNIT), NUMBERS,
	  true },
	{ "short and date", short_and_date,
	  WORD(BEFORE_LETTER) | WORD(BEFORE_SHORT) | WORD(ABBREV_ABBR),
	  NUMBERS | WORD(AFTER_DATE), false },
	{ "circa", circa, WORD(BEFORE_LETTER),
	  NUMBERS | WORD(AFTER_MIXED) | WORD(AFTER_MONEY), false },
	{ "bracketed year", bracketed_year, ANY, WORD(AFTER_YEAR), false },
	{ "middle initial", middle_initial, INITIALS, NAMES, true },
	{ "leading initial", leading_initial, WORD(BEFORE_INITIAL), ANY,
	  false },
	{ "letter then start", letter_then_start, WORD(BEFORE_INITIAL), STARTS,
	  true },
	{ "pronoun", pronoun, WORD(BEFORE_I), STARTS, true },
	{ "leading clock", leading_clock, WORD(ABBREV_CLOCK), ANY, false },
	{ "clock and date", clock_and_date, WORD(ABBREV_CLOCK),
	  WORD(AFTER_DATE), false },
	{ "clock then title", clock_then_title, WORD(ABBREV_CLOCK),
	  WORD(AFTER_TITLE), false },
	{ "clock then word", clock_then_word, WORD(ABBREV_CLOCK),
	  WORD(AFTER_COMMON), true },
	{ "abbreviation then start", abbreviation_then_start, ENDING,
	  WORD(AFTER_START), false },
	{ "stop then said", stop_then_said, ANY, WORD(AFTER_SPEECH), false },
	{ "number then small", number_then_small, WORD(BEFORE_NUMBER), SMALL,
	  false },
	{ "spaced address", spaced_address, ANY, SMALL, false },
	{ "careless", careless, WORD(BEFORE_LOWER),
	  WORD(AFTER_LOWER), false },
};

enum { RULES = sizeof(rules) / sizeof(*rules) };

void
rule_sets_fill(struct rule_sets *r)
{
	*r = (struct rule_sets){ .far = 0 };
	for (int i = 0; i < RULES; i++) {
		uint32_t bit = (uint32_t)1 << i;

		for (int k = 0; k < BEFORE_CLASSES; k++)
			r->before[k] |= rules[i].before >> k & 1 ? bit : 0;
		for (int k = 0; k < AFTER_CLASSES; k++)
			r->after[k] |= rules[i].after >> k & 1 ? bit : 0;
		r->far |= rules[i].far ? bit : 0;
	}
}

static bool
is_of(int rule, const struct spot *s)
{
	return (rules[rule].before >> s->before &
	        rules[rule].after >> s->after & 1) != 0;
}

enum verdict
rule_judge(uint32_t set, const struct spot *s, const struct sent_view *v,
           const char **rule)
{
	if (rule != NULL)
		*rule = NULL;
	set &= ((uint32_t)1 << RULES) - 1;
	for (; set != 0; set &= set - 1) {
		int i = __builtin_ctz(set);
		enum verdict verdict = RULE_OPEN;

		if (is_of(i, s))
			verdict = rules[i].judge(s, v);
		if (verdict == RULE_OPEN)
			continue;
		if (rule != NULL)
			*rule = rules[i].name;
		return verdict;
	}
	return RULE_OPEN;
}

bool
rule_before_capital(enum before before, bool first)
{
	uint64_t asked = WORD(ABBREV_TITLE) | ENDING | INITIALS;

	return (asked >> before & 1) != 0 || (first && before == BEFORE_NUMBER);
}
