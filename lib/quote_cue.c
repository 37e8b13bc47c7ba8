/* quote_cue.c - the verb that reports a quotation, and its subject. */
#include "quote_cue.h"

enum { AHEAD_MAX = 40, BEHIND_MAX = 60, REMARK_MAX = 8, LABEL_MAX = 14 };

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

/* The word before a verb, adverbs and auxiliaries left out. */
static size_t
before_verb(const struct quote_doc *d, size_t i)
{
	size_t b = i - 1;

	while (is(d, b, IS_ADV | IS_LY) && !is(d, b, IS_AUX))
		b--;
	return b;
}

/* "claims", "say": what can be a noun as well reports only behind a subject,
 * an auxiliary or "to". */
static bool
is_tensed(const struct quote_doc *d, size_t i, bool base)
{
	size_t b = before_verb(d, i);

	if (is(d, b, IS_PRON | IS_WHO | IS_AND | IS_PERSON | IS_BODY |
	              IS_UPPER) ||
	    kind(d, b) == WORD_NAME || kind(d, b) == WORD_COMMA)
		return true;
	if (base)
		return is(d, b, IS_AUX) || word_says(d, b, "to") ||
		       word_is(&d->words.v[b], IS_DET);
	return kind(d, b) == WORD_QUOTE;
}

static bool
ends_in_s(const struct quote_doc *d, size_t i)
{
	struct str s = str_sub(d->text, d->words.v[i].at);

	return s.n > 4 && s.p[s.n - 1] == 's';
}

static bool
is_verb(const struct quote_doc *d, size_t i, unsigned finite, unsigned base)
{
	if (is(d, i, finite))
		return !ends_in_s(d, i) || is_tensed(d, i, false);
	return is(d, i, base) && is_tensed(d, i, true);
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

	if (word_says(d, v, "told") || word_says(d, v, "tells"))
		return nothing;
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
		if (!is_verb(d, v, IS_SAY | IS_CALL | IS_THINK | IS_WENT,
		    IS_SAY_BASE | IS_THINK_BASE) || word_passive(d, v))
			continue;
		if (v == j)
			return is(d, v, IS_SAY | IS_THINK) ? inverted(d, v)
			                                   : nothing;
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

	if (!is(d, v, IS_CALL) || !is(d, v, IS_ED) ||
	    (v + 1 != q && !word_says(d, v, "called")))
		return false;
	if (kind(d, v - 1) == WORD_COMMA)
		return false;
	p = phrase_left(d, v - 1);
	if (p.head == 0 || kind(d, p.head) == WORD_NAME ||
	    is(d, p.head, IS_PRON | IS_WHO))
		return false;
	return !is(d, p.head, IS_PERSON) || is(d, p.beg - 1, IS_PREP);
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

/* "quoted him as saying" */
static bool
quoted(const struct quote_doc *d, size_t i)
{
	return (kind(d, i) == WORD_NAME || is(d, i, IS_OBJ)) &&
	       (word_says(d, i - 1, "quoted") ||
	        word_says(d, i - 1, "quotes"));
}

/* A participle: "is saying", "with Smith saying", "people saying", and the
 * free one, whose subject is that of the main clause. */
static struct claim
saying_before(const struct quote_doc *d, size_t v)
{
	struct phrase who = { 0 };

	if (word_says(d, v - 1, "as") && quoted(d, v - 2))
		who = (struct phrase){ v - 2, v - 2, v - 2, v - 2 };
	else if (word_passive(d, v))
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

/* Any finite verb before the quotation at q. */
static struct claim
any_before(const struct quote_doc *d, size_t q, enum quote_rule rule)
{
	for (size_t v = q - 1; q - v < BEHIND_MAX; v--) {
		struct phrase who;

		if (kind(d, v) == WORD_END)
			break;
		if (!word_finite(d, v) || word_passive(d, v))
			continue;
		who = subject_before(d, v, 0);
		if (who.head != 0)
			return claim(rule, v, who);
	}
	return nothing;
}

static struct claim
tail_before(const struct quote_doc *d, size_t q)
{
	if (kind(d, q - 1) != WORD_COLON && kind(d, q - 1) != WORD_COMMA)
		return nothing;
	if (kind(d, q - 1) == WORD_COLON && kind(d, q - 2) == WORD_NAME &&
	    phrase_person(d, phrase_left(d, q - 2)))
		return claim(RULE_LABEL, 0, phrase_left(d, q - 2));
	return any_before(d, q, RULE_TAIL);
}

struct claim
quote_loose(const struct quote_doc *d, size_t i)
{
	return any_before(d, d->place[i], RULE_LOOSE);
}

/* The claim of the word v, if it is a cue, on the quotation at q. */
static struct claim
cue_before(const struct quote_doc *d, size_t v, size_t q)
{
	if (is_according(d, v))
		return according(d, v);
	if (is_verb(d, v, IS_SAY | IS_CALL | IS_THINK,
	            IS_SAY_BASE | IS_CALL_BASE | IS_THINK_BASE))
		return finite_before(d, v, q);
	if (is(d, v, IS_WENT) && word_says(d, v + 1, "it"))
		return finite_before(d, v, q);
	if (is(d, v, IS_SAYING | IS_CALLING | IS_THINKING))
		return saying_before(d, v);
	return nothing;
}

/* What somebody thinks, and what he says he does, gives way to the verb of
 * saying further left. */
static bool
is_outranked(const struct quote_doc *d, const struct claim *c, size_t q)
{
	if (is(d, c->cue, IS_THOUGHT) && c->cue + 2 < q)
		return true;
	return c->rule != RULE_ACCORDING && kind(d, q - 1) != WORD_COLON &&
	       phrase_nested(d, c->who) &&
	       (is(d, c->who.head, IS_PRON) || !is(d, c->cue, IS_SAY));
}

/* The nearest cue before the quotation at q, from the word `from` back; what
 * somebody thinks gives way to what somebody says. */
static struct claim
before(const struct quote_doc *d, size_t from, size_t q)
{
	struct claim thought = nothing, c;
	size_t remark = 0;

	for (size_t v = from; q - v < BEHIND_MAX; v--) {
		if (kind(d, v) == WORD_END)
			break;
		if (is(d, v, IS_REMARK) && remark == 0)
			remark = v;
		c = cue_before(d, v, q);
		if (c.rule == RULE_NONE)
			continue;
		if (!is_outranked(d, &c, q))
			return c;
		if (thought.rule == RULE_NONE)
			thought = c;
	}
	if (thought.rule != RULE_NONE)
		return thought;
	c = tail_before(d, q);
	if (c.rule == RULE_NONE && remark != 0)
		c = remark_before(d, remark, q);
	return c;
}

/* ", Smith said." at the end of the sentence, or ", said Smith, ..." */
static struct claim
late(const struct quote_doc *d, size_t q)
{
	for (size_t v = q + 1; v - q < BEHIND_MAX; v++) {
		struct phrase who;
		size_t b;

		if (kind(d, v) == WORD_END)
			break;
		if (kind(d, v) == WORD_COMMA && is_according(d, v + 1))
			return according(d, v + 1);
		if (!is(d, v, IS_SAY | IS_SAY_BASE) || word_passive(d, v))
			continue;
		if (kind(d, v - 1) == WORD_COMMA) {
			struct claim c = inverted(d, v);

			if (c.rule == RULE_NONE)
				continue;
			c.rule = RULE_LATE;
			return c;
		}
		if (kind(d, v + 1) == WORD_COLON ||
		    is(d, v + 1, IS_SUB | IS_DET | IS_PRON) ||
		    kind(d, v + 1) == WORD_QUOTE)
			continue;
		who = subject_before(d, v, q);
		b = who.beg - 1;
		while (who.head != 0 && kind(d, b) == WORD_PLAIN &&
		       !is(d, b, IS_SMALL & ~(unsigned)IS_DET))
			b--;
		if (who.head != 0 && (kind(d, b) == WORD_COMMA ||
		                      kind(d, b) == WORD_QUOTE))
			return claim(RULE_LATE, v, who);
	}
	return nothing;
}

/* SMITH: "..." and Smith, the chairman: "..." */
static struct claim
label(const struct quote_doc *d, size_t q)
{
	size_t i = q - 1;
	struct phrase who;

	if (kind(d, i) != WORD_COLON)
		return nothing;
	while (q - i < LABEL_MAX && kind(d, i - 1) != WORD_END &&
	       !word_finite(d, i) && kind(d, i) != WORD_QUOTE)
		i--;
	who = (struct phrase){ i, i, i, i };
	if (kind(d, i) != WORD_NAME || kind(d, i - 1) != WORD_END ||
	    (kind(d, i + 1) != WORD_COLON && kind(d, i + 1) != WORD_COMMA))
		return nothing;
	return claim(RULE_LABEL, 0, who);
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
		return nothing;
	who = (struct phrase){ i + 1, i + 1, i + 1, i + 1 };
	if (phrase_person(d, who) && (kind(d, i + 2) == WORD_COMMA ||
	                              kind(d, i + 2) == WORD_END))
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
	char last = quote_last(d, i);

	if (right.rule != RULE_NONE && (kind(d, q - 1) == WORD_END ||
	                                kind(d, q - 1) == WORD_QUOTE))
		return right;
	left = label(d, q);
	if (left.rule == RULE_NONE)
		left = before(d, q - 1, q);
	if (right.rule != RULE_NONE && (left.rule == RULE_NONE ||
	    (!is_close(d, &left, q) &&
	     (last == ',' || last == '?' || last == '!'))))
		return right;
	if (is_weak(d, &left)) {
		c = late(d, q);
		if (c.rule != RULE_NONE)
			return c;
	}
	return left.rule != RULE_NONE ? left : caption(d, q);
}

struct claim
quote_lead(const struct quote_doc *d, size_t i)
{
	size_t end = d->place[i] - 1;

	if (end == 0 || kind(d, end) != WORD_END || kind(d, end - 1) == WORD_END)
		return nothing;
	return before(d, end - 1, d->place[i]);
}
