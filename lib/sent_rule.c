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

/* Jan. 5, No. 7, pp. 3-9 */
static enum verdict
before_number(const struct spot *s, const struct sent_view *v)
{
	bool month = (int)s->before == ABBREV_MONTH;
	bool ref = (int)s->before == ABBREV_REF;

	(void)v;
	return bare(s) && (month || ref) && number_after(s) ? RULE_NO
	                                                     : RULE_OPEN;
}

/* 1. The first; 1.) The first; a. The first */
static enum verdict
leading_number(const struct spot *s, const struct sent_view *v)
{
	return v->item.number > 0 && s->beg < v->item_end &&
	       s->close != CLOSE_DOUBLE ? RULE_NO : RULE_OPEN;
}

/* Yahoo! in the news */
static enum verdict
name_with_bang(const struct spot *s, const struct sent_view *v)
{
	return s->stop == STOP_BANG && s->end - s->beg == 1 &&
	       depth(s, v) > 0 && small_after(s) &&
	       (s->before == BEFORE_NAME || s->before == BEFORE_CAPS)
	       ? RULE_NO : RULE_OPEN;
}

/* John F. Lund, J. F. Lund */
static enum verdict
middle_initial(const struct spot *s, const struct sent_view *v)
{
	bool named = s->prior == BEFORE_NAME || s->prior == BEFORE_INITIAL ||
	             s->prior == BEFORE_CAP_SHORT;

	(void)v;
	return (s->before == BEFORE_INITIAL || s->before == BEFORE_I) &&
	       bare(s) && named && s->after == AFTER_NAME ? RULE_NO
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
	switch ((int)s->before) {
	case ABBREV_COUNTRY:
	case ABBREV_STATE:
	case ABBREV_CORP:
	case ABBREV_SUFFIX:
	case ABBREV_CLOCK:
	case ABBREV_ETC:
	case BEFORE_DOTTED_UP:
		return s->stop == STOP_POINT && s->after == AFTER_START &&
		       s->lead == LEAD_NONE ? RULE_YES : RULE_OPEN;
	default:
		return RULE_OPEN;
	}
}

/* until 6 P.M. Mr. Lund */
static enum verdict
clock_then_title(const struct spot *s, const struct sent_view *v)
{
	(void)v;
	return (int)s->before == ABBREV_CLOCK && bare(s) &&
	       s->after == AFTER_TITLE ? RULE_YES : RULE_OPEN;
}

static const struct {
	const char *name;
	enum verdict (*judge)(const struct spot *s,
	                      const struct sent_view *v);
} rules[] = {
	{ "closed then small", closed_then_small },
	{ "closed then dash", closed_then_dash },
	{ "abbreviation then small", abbreviation_then_small },
	{ "section number", section_number },
	{ "bracketed ellipsis", bracketed_ellipsis },
	{ "leading ellipsis", leading_ellipsis },
	{ "spaced ellipsis", spaced_ellipsis },
	{ "stop and ellipsis", stop_and_ellipsis },
	{ "title and name", title_and_name },
	{ "before a number", before_number },
	{ "leading number", leading_number },
	{ "name with !", name_with_bang },
	{ "middle initial", middle_initial },
	{ "leading initial", leading_initial },
	{ "letter then start", letter_then_start },
	{ "pronoun", pronoun },
	{ "leading clock", leading_clock },
	{ "clock then title", clock_then_title },
	{ "clock then word", clock_then_word },
	{ "abbreviation then start", abbreviation_then_start },
};

enum verdict
rule_judge(const struct spot *s, const struct sent_view *v,
           const char **rule)
{
	for (size_t i = 0; i < sizeof(rules) / sizeof(*rules); i++) {
		enum verdict verdict = rules[i].judge(s, v);

		if (verdict == RULE_OPEN)
			continue;
		if (rule != NULL)
			*rule = rules[i].name;
		return verdict;
	}
	if (rule != NULL)
		*rule = NULL;
	return RULE_OPEN;
}

bool
rule_possible_word(enum before before)
{
	return before != BEFORE_LOWER && before != BEFORE_RARE &&
	       before != BEFORE_SHORT && before != BEFORE_COMMON &&
	       before != BEFORE_NAME && before != BEFORE_CAP_SHORT &&
	       before != BEFORE_CAPS && before != BEFORE_MIXED;
}

bool
rule_possible(const struct spot *s, const struct sent_view *v)
{
	bool plain = s->stop == STOP_POINT || s->stop == STOP_BANG ||
	             s->stop == STOP_QUERY;

	return !plain || s->close != CLOSE_NONE || s->parted ||
	       v->item.number > 0 || small_after(s) ||
	       rule_possible_word(s->before);
}
