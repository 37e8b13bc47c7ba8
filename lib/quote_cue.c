/* quote_cue.c - the verb that reports a quotation, and its subject. */
#include "quote_cue.h"

enum { AHEAD_MAX = 40, BEHIND_MAX = 60, REMARK_MAX = 8 };

static enum word_kind
kind(const struct quote_doc *d, size_t i)
{
	return (enum word_kind)d->words.v[i].kind;
}

static bool
is(const struct quote_doc *d, size_t i, unsigned classes)
{
	return word_is(&d->words.v[i], classes);
}

char
quote_last(const struct quote_doc *d, size_t piece)
{
	struct str q = str_sub(d->text, d->pieces.v[piece].at);

	while (q.n > 0 && (q.p[q.n - 1] == '\'' || q.p[q.n - 1] == ')'))
		q.n--;
	return q.n > 0 ? q.p[q.n - 1] : '\0';
}

static struct claim
claim(enum quote_rule rule, size_t cue, struct phrase who)
{
	return (struct claim){ .rule = rule, .cue = cue, .cue_end = cue,
		               .who = who };
}

static const struct claim nothing = { .rule = RULE_NONE };

/* A verb in its base form reports only after "to", an auxiliary or a plural
 * subject: "they say", "the report" never. */
static bool
is_base_cue(const struct quote_doc *d, size_t i)
{
	size_t b = i - 1;

	while (is(d, b, IS_ADV | IS_LY) && !is(d, b, IS_AUX))
		b--;
	if (is(d, b, IS_AUX | IS_PRON | IS_WHO) || word_says(d, b, "to"))
		return true;
	return kind(d, b) == WORD_NAME || is(d, b, IS_PERSON | IS_BODY);
}

static bool
is_cue(const struct quote_doc *d, size_t i)
{
	if (is(d, i, IS_SAY | IS_CALL))
		return true;
	return is(d, i, IS_SAY_BASE | IS_CALL_BASE) && is_base_cue(d, i);
}

static bool
is_according(const struct quote_doc *d, size_t i)
{
	return word_says(d, i, "according") && word_says(d, i + 1, "to");
}

static struct claim
according(const struct quote_doc *d, size_t i)
{
	struct phrase who = phrase_right(d, i + 2);
	struct claim c = claim(RULE_ACCORDING, i, who);

	c.cue_end = i + 1;
	return who.head != 0 ? c : nothing;
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

/* "...," said Smith. Not "said he would". */
static struct claim
inverted(const struct quote_doc *d, size_t v)
{
	struct phrase who = phrase_right(d, v + 1);

	if (who.head == 0 ||
	    (is(d, who.head, IS_PRON) && word_finite(d, who.end + 1)))
		return nothing;
	return claim(RULE_VERB_NAME, v, who);
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
		if (v == j && is_according(d, v))
			return according(d, v);
		if (!is_cue(d, v) || word_passive(d, v))
			continue;
		if (v == j)
			return inverted(d, v);
		who = subject_before(d, v, q);
		if (who.head == 0 || !directly(d, j, who.beg))
			continue;
		return claim(RULE_NAME_VERB, v, who);
	}
	return nothing;
}

/* "by Smith" behind the quotation or before it. */
static struct claim
agent(const struct quote_doc *d, size_t v, size_t q)
{
	struct phrase who;
	size_t i = q + 1;

	if (!word_says(d, i, "by"))
		for (i = v + 1; i < q && !word_says(d, i, "by"); i++)
			if (kind(d, i) != WORD_PLAIN && kind(d, i) != WORD_NAME)
				return nothing;
	if (!word_says(d, i, "by"))
		return nothing;
	who = phrase_right(d, i + 1);
	return who.head != 0 ? claim(RULE_AGENT, v, who) : nothing;
}

/* "a group called "...": no subject that could speak. */
static bool
is_reduced(const struct quote_doc *d, size_t v, size_t q)
{
	struct phrase p;

	if (v + 1 != q || !is(d, v, IS_CALL) || !is(d, v, IS_ED))
		return false;
	if (kind(d, v - 1) == WORD_COMMA)
		return false;
	p = phrase_left(d, v - 1);
	return p.head != 0 && kind(d, p.head) != WORD_NAME &&
	       !is(d, p.head, IS_PRON | IS_WHO | IS_PERSON);
}

static enum quote_rule
rule_before(const struct quote_doc *d, size_t v, size_t q)
{
	if (kind(d, q - 1) == WORD_COLON || kind(d, q - 1) == WORD_COMMA ||
	    (v + 1 == q && is(d, v, IS_SAY | IS_SAY_BASE)))
		return RULE_COLON;
	return is(d, v, IS_CALL | IS_CALL_BASE) ? RULE_OBJECT : RULE_CLAUSE;
}

static struct claim
finite_before(const struct quote_doc *d, size_t v, size_t q)
{
	struct phrase who = { 0 };
	size_t b = v - 1;

	if (word_passive(d, v) || is_reduced(d, v, q))
		return agent(d, v, q);
	if (kind(d, b) == WORD_COMMA && kind(d, b - 1) == WORD_QUOTE)
		b--;
	if (kind(d, b) == WORD_QUOTE || kind(d, b) == WORD_END)
		who = phrase_right(d, v + 1);
	if (who.head == 0 || who.end >= q)
		who = subject_before(d, v, 0);
	if (who.head == 0)
		return nothing;
	return claim(rule_before(d, v, q), v, who);
}

/* A participle: "is saying", "with Smith saying", "people saying", and the
 * free one, whose subject is that of the main clause. */
static struct claim
saying_before(const struct quote_doc *d, size_t v)
{
	struct phrase who = { 0 };

	if (word_passive(d, v))
		who = subject_before(d, v, 0);
	else
		who = subject_of_participle(d, v);
	return who.head != 0 ? claim(RULE_SAYING, v, who) : nothing;
}

/* "in a statement: ...", "his remark that ...": whose it is. */
static struct claim
remark_before(const struct quote_doc *d, size_t n, size_t q)
{
	struct phrase who = { 0 };

	if (q - n > REMARK_MAX)
		return nothing;
	if (is(d, n - 1, IS_POSS) && n > 2)
		who = phrase_left(d, n - 2);
	else if (is(d, n - 1, IS_DET) && is(d, n - 1, IS_OBJ | IS_PRON))
		who = (struct phrase){ n - 1, n - 1, n - 1, n - 1 };
	else
		who = subject_of_participle(d, n);
	return who.head != 0 ? claim(RULE_REMARK, n, who) : nothing;
}

/* Any finite verb before the comma or colon at q - 1. */
static struct claim
tail_before(const struct quote_doc *d, size_t q)
{
	if (kind(d, q - 1) != WORD_COLON && kind(d, q - 1) != WORD_COMMA)
		return nothing;
	for (size_t v = q - 1; q - v < BEHIND_MAX; v--) {
		struct phrase who;

		if (kind(d, v) == WORD_END)
			break;
		if (!word_finite(d, v) || word_passive(d, v))
			continue;
		who = subject_before(d, v, 0);
		if (who.head != 0)
			return claim(RULE_TAIL, v, who);
	}
	return nothing;
}

/* The nearest cue before the quotation at q. */
static struct claim
before(const struct quote_doc *d, size_t q)
{
	struct claim c = nothing;
	size_t remark = 0;

	for (size_t v = q - 1; q - v < BEHIND_MAX; v--) {
		if (kind(d, v) == WORD_END)
			break;
		if (is_according(d, v))
			c = according(d, v);
		else if (is_cue(d, v))
			c = finite_before(d, v, q);
		else if (is(d, v, IS_SAYING | IS_CALLING))
			c = saying_before(d, v);
		else if (is(d, v, IS_REMARK) && remark == 0)
			remark = v;
		if (c.rule != RULE_NONE)
			return c;
	}
	c = tail_before(d, q);
	if (c.rule == RULE_NONE && remark != 0)
		c = remark_before(d, remark, q);
	return c;
}

/* SMITH: "..." */
static struct claim
label(const struct quote_doc *d, size_t q)
{
	struct phrase who = { q - 2, q - 2, q - 2, q - 2 };

	if (kind(d, q - 1) == WORD_COLON && kind(d, q - 2) == WORD_NAME &&
	    kind(d, q - 3) == WORD_END)
		return claim(RULE_LABEL, 0, who);
	return nothing;
}

/* "..." - Smith */
static struct claim
caption(const struct quote_doc *d, size_t q)
{
	struct phrase who = { q + 2, q + 2, q + 2, q + 2 };

	if (kind(d, q + 1) == WORD_DASH && kind(d, q + 2) == WORD_NAME &&
	    (kind(d, q + 3) == WORD_COMMA || kind(d, q + 3) == WORD_END))
		return claim(RULE_CAPTION, 0, who);
	return nothing;
}

/* The cue stands so close before the quotation that nothing behind it can be
 * meant. */
static bool
is_close(const struct quote_doc *d, const struct claim *c, size_t q)
{
	return c->rule == RULE_COLON || (c->cue != 0 && c->cue + 1 == q) ||
	       kind(d, q - 1) == WORD_COLON;
}

struct claim
quote_explicit(const struct quote_doc *d, size_t i)
{
	size_t q = d->place[i];
	struct claim right = after(d, q);
	struct claim left;
	char last = quote_last(d, i);

	if (right.rule != RULE_NONE && (kind(d, q - 1) == WORD_END ||
	                                kind(d, q - 1) == WORD_QUOTE))
		return right;
	left = label(d, q);
	if (left.rule == RULE_NONE)
		left = before(d, q);
	if (left.rule == RULE_NONE && right.rule == RULE_NONE)
		return caption(d, q);
	if (left.rule == RULE_NONE || (right.rule != RULE_NONE &&
	    !is_close(d, &left, q) &&
	    (last == ',' || last == '?' || last == '!')))
		return right;
	return left;
}
