/* quote_indirect.c - what somebody says without quotation marks. */
#include "quote_indirect.h"

enum { CLAUSE_MIN = 3 }; /* words */

/* A sentence: the words after beg and before end. */
struct sentence {
	const struct quote_doc *d;
	size_t beg, end;
};

static enum quote_word_kind
kind(const struct sentence *s, size_t i)
{
	return (enum quote_word_kind)s->d->words.v[i].kind;
}

static bool
is(const struct sentence *s, size_t i, unsigned classes)
{
	return word_is(&s->d->words.v[i], classes);
}

static bool
says(const struct sentence *s, size_t i, const char *word)
{
	return word_says(s->d, i, word);
}

/* The clause of the words from beg to end, if it is one. */
static bool
set_clause(const struct sentence *s, struct indirect *out, size_t beg,
           size_t end)
{
	bool verb = false;

	if (end < beg + CLAUSE_MIN - 1)
		return false;
	for (size_t i = beg; i <= end; i++) {
		verb |= word_finite(s->d, i) ||
		        is(s, i, IS_SAY_BASE | IS_CALL_BASE);
		if (kind(s, i) == WORD_QUOTE)
			return false;
	}
	out->word = beg;
	out->at.beg = s->d->words.v[beg].from;
	out->at.end = s->d->words.v[end].at.end;
	return verb;
}

/* The words from beg on and before end hold a finite verb. */
static bool
has_verb(const struct sentence *s, size_t beg, size_t end)
{
	for (size_t i = beg; i < end; i++)
		if (word_finite(s->d, i))
			return true;
	return false;
}

/* The first comma from i on, or the end. */
static size_t
next_comma(const struct sentence *s, size_t i)
{
	while (i < s->end && kind(s, i) != WORD_COMMA)
		i++;
	return i;
}

/* Behind "According to Smith,": after what else is said of Smith, ", the head
 * of the club,". */
static size_t
behind_aside(const struct sentence *s, size_t from)
{
	size_t comma = next_comma(s, from);

	if (comma < s->end && !has_verb(s, from, comma))
		return comma + 1;
	return from;
}

/* "Asked if he would go" and "While he was there" are no clauses of their own,
 * unless a main clause follows. */
static bool
is_dependent(const struct sentence *s, size_t beg, size_t end)
{
	size_t comma = next_comma(s, beg);

	return is(s, beg, IS_SUB | IS_ED | IS_ING | IS_SAY | IS_SAYING) &&
	       !is(s, beg, IS_DET) && !word_says(s->d, beg, "what") &&
	       (comma >= end || !has_verb(s, comma, end));
}

/* "According to Smith, it rained" and "It rained, according to Smith" */
static bool
by_according(const struct sentence *s, struct indirect *out)
{
	for (size_t i = s->beg + 1; i + 2 < s->end; i++) {
		struct phrase who;

		if (!says(s, i, "according") || !says(s, i + 1, "to"))
			continue;
		who = phrase_right(s->d, i + 2);
		if (who.head == 0)
			return false;
		out->claim = (struct claim){ .rule = RULE_ACCORDING, .cue = i,
			                     .cue_end = i + 1, .who = who };
		if (i > s->beg + 1)
			return kind(s, i - 1) == WORD_COMMA &&
			       set_clause(s, out, s->beg + 1, i - 2);
		return kind(s, who.last + 1) == WORD_COMMA &&
		       set_clause(s, out, behind_aside(s, who.last + 2),
		                  s->end - 1);
	}
	return false;
}

/* Where the clause begins behind the verb v: after "that", after whom it was
 * told, or at a subject. 0: nowhere. */
static size_t
clause_after(const struct sentence *s, size_t v)
{
	size_t i = v + 1;

	if (says(s, v, "told") || says(s, v, "tells"))
		i = phrase_right(s->d, i).last + 1;
	else if (!says(s, i, "that") && !says(s, v, "said") &&
	         !says(s, v, "says"))
		return 0;
	while (is(s, i, IS_TIME) || (is(s, i, IS_PREP) &&
	       is(s, i + 1, IS_TIME)))
		i++;
	if (says(s, i, "that"))
		return i + 1;
	return kind(s, i) == WORD_NAME || is(s, i, IS_PRON | IS_DET) ? i : 0;
}

/* "It rained, Smith said." */
static bool
by_late_verb(const struct sentence *s, struct indirect *out, size_t v)
{
	size_t b = out->claim.who.beg - 1;

	while (kind(s, b) == WORD_PLAIN &&
	       !is(s, b, IS_SMALL & ~(unsigned)IS_DET))
		b--;
	return kind(s, b) == WORD_COMMA && b > s->beg + 1 &&
	       !is(s, v + 1, IS_SUB | IS_DET | IS_PRON) &&
	       !is_dependent(s, s->beg + 1, b) &&
	       set_clause(s, out, s->beg + 1, b - 1);
}

/* "no injuries reported": nobody who says it. */
static bool
can_speak(const struct sentence *s, struct phrase who)
{
	return kind(s, who.head) == WORD_NAME ||
	       is(s, who.head, IS_NOUN | IS_PRON | IS_WHO | IS_UPPER) ||
	       is(s, who.head, IS_DET);
}

static bool
by_verb(const struct sentence *s, struct indirect *out)
{
	for (size_t v = s->beg + 1; v < s->end; v++) {
		struct phrase who;
		size_t from;

		if (!is(s, v, IS_SAY) || word_passive(s->d, v))
			continue;
		who = subject_before(s->d, v, s->beg);
		if (who.head == 0 || !can_speak(s, who))
			continue;
		out->claim = (struct claim){ .rule = RULE_CLAUSE, .cue = v,
			                     .cue_end = v, .who = who };
		from = clause_after(s, v);
		if (from != 0 && from < s->end)
			return set_clause(s, out, from, s->end - 1);
		out->claim.rule = RULE_LATE;
		return by_late_verb(s, out, v);
	}
	return false;
}

struct indirects
quote_indirect(const struct quote_doc *d)
{
	const struct quote_words *w = &d->words;
	struct sentence s = { .d = d };
	struct indirects found = { NULL, 0 };
	size_t ends = 0;

	for (size_t i = 0; i < w->n; i++)
		ends += w->v[i].kind == WORD_END;
	found.v = arena_new(d->a, struct indirect, ends);
	for (size_t i = 1; i < w->n; i++) {
		struct indirect *out = &found.v[found.n];

		if (w->v[i].kind != WORD_END)
			continue;
		s.end = i;
		if (by_according(&s, out) || by_verb(&s, out))
			found.n++;
		s.beg = i;
	}
	return found;
}
