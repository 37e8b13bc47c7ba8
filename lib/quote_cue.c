/* quote_cue.c - the verb that reports a quotation, and its subject. */
#include "quote_cue.h"

#include "quote_stop.h"

enum { AHEAD_MAX = 40, BEHIND_MAX = 60, LABEL_MAX = 14,
       CAPTION_MAX = 24 };

static enum quote_word_kind
kind(const struct quote_doc *d, size_t i)
{
	return (enum quote_word_kind)d->words.v[i].kind;
}

static bool
is(const struct quote_doc *d, size_t i, unsigned classes)
{
	return word_is(&d->words.v[i], classes);
}

/* Nothing but a title, an adverb or "as" stands between a quotation and the
 * subject behind it. */
static bool
directly(const struct quote_doc *d, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++) {
		if (kind(d, i) == WORD_NAME || kind(d, i) == WORD_NUMBER ||
		    word_says(d, i, "as"))
			continue;
		if (kind(d, i) != WORD_PLAIN ||
		    is(d, i, IS_AND | IS_WHO | IS_SUB | IS_PREP | IS_FINITE) ||
		    (is(d, i, IS_AUX) && !is(d, i, IS_POSS)))
			return false;
	}
	return true;
}

/* The quotation at the word q ends where a late attribution begins. */
static bool
pauses(const struct quote_doc *d, size_t q)
{
	char last = quote_last(d, d->words.v[q].ref);

	return last == ',' || last == '?' || last == '!';
}

static bool
has_verb(const struct quote_doc *d, size_t from, size_t to)
{
	for (size_t i = from; i < to; i++)
		if (word_finite(d, i) || kind(d, i) == WORD_QUOTE ||
		    is(d, i, IS_WHO) ||
		    (kind(d, i) == WORD_COMMA && is(d, i + 1, IS_AND)))
			return true;
	return is(d, from, IS_AND | IS_SUB);
}

/* The quotation at q begins its sentence. */
static bool
opens(const struct quote_doc *d, size_t q)
{
	return kind(d, q - 1) == WORD_END || kind(d, q - 1) == WORD_QUOTE;
}

/* "he said that", "he said they were": the verb reports something else. */
static bool
has_clause(const struct quote_doc *d, size_t v)
{
	return word_says(d, v + 1, "that") ||
	       (is(d, v + 1, IS_PRON) && word_finite(d, v + 2));
}

/* The person whose name follows a quotation at j, when only a description
 * stands between it and the verb: "Smith head of research said". */
static struct phrase
person_at(const struct quote_doc *d, size_t j, size_t v)
{
	struct phrase p = { j, j, j, j };

	if (phrase_person(d, p) && !is(d, j + 1, IS_POSS) &&
	    !has_verb(d, j, v))
		return p;
	return (struct phrase){ 0, 0, 0, 0 };
}

/* What follows the quotation at the word q. */
static struct claim
after(const struct quote_doc *d, size_t q)
{
	size_t j = q + 1;

	if (kind(d, j) == WORD_COMMA || kind(d, j) == WORD_DASH)
		j++;
	for (size_t v = j; v - j < AHEAD_MAX; v++) {
		struct phrase who;

		if (kind(d, v) == WORD_END || kind(d, v) == WORD_QUOTE ||
		    kind(d, v) == WORD_COLON)
			break;
		if (v == j && claim_according(d, v))
			return claim_by_according(d, v);
		if (!claim_verb(d, v, IS_SAY | IS_CALL | IS_THINK | IS_WENT,
		    IS_SAY_BASE | IS_THINK_BASE) || word_passive(d, v))
			continue;
		if (v == j)
			return is(d, v, IS_SAY | IS_THINK) &&
			               (pauses(d, q) || opens(d, q))
			     ? claim_inverted(d, v) : claim_none;
		if (has_clause(d, v))
			break;
		if (word_says(d, v - 1, "to"))
			continue;
		who = subject_before(d, v, q);
		if (who.head == 0)
			who = person_at(d, j, v);
		if (who.head == 0 || (!directly(d, j, who.beg) &&
		    (!pauses(d, q) || has_verb(d, j, who.beg))))
			continue;
		if (claim_quoted(d, v + 1))
			who = (struct phrase){ v + 1, v + 1, v + 1, v + 1 };
		return claim_of(RULE_NAME_VERB, v, who);
	}
	return claim_none;
}

/* What may follow the verb of an attribution; not its object. */
static bool
ends_attribution(const struct quote_doc *d, size_t i)
{
	switch (kind(d, i)) {
	case WORD_END:
	case WORD_COMMA:
	case WORD_QUOTE:
		return true;
	default:
		return is(d, i, IS_PREP | IS_LY | IS_ADV | IS_AND);
	}
}

/* "...," an angry Smith retorted. and "...," chirped Smith. with a verb that
 * is not known as a cue: the quotation must pause and somebody be there. */
static struct claim
after_any(const struct quote_doc *d, size_t q)
{
	struct claim c = claim_none;
	size_t v = q + 1;

	if (!pauses(d, q))
		return c;
	while (v - q < LABEL_MAX && kind(d, v) != WORD_END &&
	       !word_finite(d, v))
		v++;
	if (v - q == LABEL_MAX || !is(d, v, IS_ED))
		return c;
	if (v == q + 1)
		c = claim_inverted(d, v);
	else if (ends_attribution(d, v + 1))
		c = claim_of(RULE_TAIL, v, subject_before(d, v, q));
	if (c.who.head == 0 || c.who.head <= q ||
	    !phrase_someone(d, c.who) ||
	    (v > q + 1 && (!directly(d, q + 1, c.who.beg) ||
	                   c.who.last + 2 < v)))
		return claim_none;
	c.rule = RULE_TAIL;
	return c;
}

struct claim
quote_loose(const struct quote_doc *d, size_t i)
{
	return claim_any(d, d->place[i], RULE_LOOSE);
}

/* A comma or a quotation stands before the subject and its titles. */
static bool
stands_apart(const struct quote_doc *d, struct phrase who)
{
	size_t b = who.beg - 1;

	while ((kind(d, b) == WORD_PLAIN &&
	        !is(d, b, IS_SMALL & ~(unsigned)IS_DET)) ||
	       (kind(d, who.head) == WORD_NAME && phrase_title(d, who, b)))
		b--;
	return kind(d, b) == WORD_COMMA || kind(d, b) == WORD_QUOTE;
}

/* ", Smith said." at the end of the sentence, or ", said Smith, ..." */
static struct claim
late(const struct quote_doc *d, size_t q)
{
	for (size_t v = q + 1; v - q < BEHIND_MAX; v++) {
		struct phrase who;

		if (kind(d, v) == WORD_END)
			break;
		if (kind(d, v) == WORD_COMMA && claim_according(d, v + 1))
			return claim_by_according(d, v + 1);
		if (!is(d, v, IS_SAY | IS_SAY_BASE) || word_passive(d, v))
			continue;
		if (kind(d, v - 1) == WORD_COMMA) {
			struct claim c = claim_inverted(d, v);

			c.rule = RULE_LATE;
			if (c.who.head != 0)
				return c;
		}
		if (kind(d, v + 1) == WORD_COLON ||
		    is(d, v + 1, IS_SUB | IS_DET | IS_PRON) ||
		    kind(d, v + 1) == WORD_QUOTE)
			continue;
		who = subject_before(d, v, q);
		if (who.head != 0 && !is(d, who.head, IS_WHO) &&
		    !word_says(d, v - 1, "to") && stands_apart(d, who))
			return claim_of(RULE_LATE, v, who);
	}
	return claim_none;
}

/* SMITH: "..." and Smith, the chairman: "..." */
static struct claim
label(const struct quote_doc *d, size_t q)
{
	size_t i = q - 1;
	struct phrase who;

	if (kind(d, i) != WORD_COLON)
		return claim_none;
	while (q - i < LABEL_MAX && kind(d, i - 1) != WORD_END &&
	       !word_finite(d, i) && kind(d, i) != WORD_QUOTE)
		i--;
	who = (struct phrase){ i, i, i, i };
	if (kind(d, i) != WORD_NAME || kind(d, i - 1) != WORD_END ||
	    (kind(d, i + 1) != WORD_COLON && kind(d, i + 1) != WORD_COMMA))
		return claim_none;
	return claim_of(RULE_LABEL, 0, who);
}

/* "..." - Smith */
static struct claim
caption(const struct quote_doc *d, size_t q)
{
	size_t i = q + 1;
	struct phrase who;

	if (kind(d, i) == WORD_END)
		i++; /* on a line of its own */
	if (kind(d, i) != WORD_DASH)
		return claim_none;
	who = phrase_right(d, i + 1);
	if (who.head == 0 || (!phrase_person(d, who) &&
	                      !is(d, who.head, IS_PERSON)))
		return claim_none;
	while (i - q < CAPTION_MAX && kind(d, i) != WORD_END)
		if (word_finite(d, i++))
			return claim_none;
	return kind(d, i) == WORD_END ? claim_of(RULE_CAPTION, 0, who)
	                              : claim_none;
}

/* Nothing but a colon or a comma stands between the verb of saying and the
 * quotation: "said:", "said, ". Nothing behind it can be meant. */
static bool
is_close(const struct quote_doc *d, const struct claim *c, size_t q)
{
	return is(d, c->cue, IS_SAY | IS_SAY_BASE | IS_SAYING) &&
	       c->cue + 2 == q &&
	       (kind(d, q - 1) == WORD_COLON || kind(d, q - 1) == WORD_COMMA);
}

/* The claim behind the quotation, which pauses there, outranks the one before:
 * "Smith said." */
static bool
is_better(const struct quote_doc *d, const struct claim *right,
          const struct claim *left, size_t q)
{
	if (left->rule == RULE_NONE)
		return true;
	if (!pauses(d, q) || is_close(d, left, q))
		return false;
	return left->cue + 1 != q ||
	       (is(d, right->cue, IS_SAY) &&
	        right->who.last + 2 >= right->cue);
}

/* A claim that another one outranks. */
static bool
is_weak(const struct quote_doc *d, const struct claim *c)
{
	return c->rule == RULE_NONE || c->rule == RULE_TAIL ||
	       c->rule == RULE_REMARK ||
	       (c->cue != 0 && is(d, c->cue, IS_THOUGHT));
}

struct claim
quote_explicit(const struct quote_doc *d, size_t i)
{
	size_t q = d->place[i];
	struct claim right = after(d, q);
	struct claim left, c;


	if (right.rule != RULE_NONE && opens(d, q))
		return right;
	left = label(d, q);
	if (left.rule == RULE_NONE)
		left = claim_before(d, q - 1, q);
	if (right.rule != RULE_NONE && is_better(d, &right, &left, q))
		return right;
	if (is_weak(d, &left)) {
		c = late(d, q);
		if (c.rule != RULE_NONE)
			return c;
	}
	if (left.rule == RULE_NONE)
		left = after_any(d, q);
	return left.rule != RULE_NONE ? left : caption(d, q);
}

struct claim
quote_lead(const struct quote_doc *d, size_t i)
{
	size_t end = d->place[i] - 1;

	if (end == 0 || kind(d, end) != WORD_END ||
	    kind(d, end - 1) == WORD_END)
		return claim_none;
	return claim_before(d, end - 1, d->place[i]);
}
