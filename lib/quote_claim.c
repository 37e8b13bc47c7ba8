/* quote_claim.c - what is known of a quotation, and the cues it hangs on. */
#include "quote_claim.h"

enum { BEHIND_MAX = 60, REMARK_MAX = 8 };

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

struct claim
claim_of(enum quote_rule rule, size_t cue, struct phrase who)
{
	return (struct claim){ .rule = rule, .cue = cue, .cue_end = cue,
		               .who = who };
}

const struct claim claim_none = { .rule = RULE_NONE };

/* The word before a verb, adverbs and auxiliaries left out. */
static size_t
before_verb(const struct quote_doc *d, size_t i)
{
	size_t b = i - 1;

	while (is(d, b, IS_ADV | IS_LY) && !is(d, b, IS_AUX))
		b--;
	return b;
}

/* "calls it", "projects that": no noun is before these. Before a quotation
 * the phrase p must be of one who speaks: not "executive orders". */
static bool
takes_object(const struct quote_doc *d, size_t i, struct phrase p)
{
	if (kind(d, i + 1) == WORD_QUOTE)
		return is(d, p.head, IS_NOUN) && p.beg < p.head;
	return is(d, i + 1, IS_DET | IS_OBJ | IS_PRON) ||
	       word_says(d, i + 1, "that") || kind(d, i + 1) == WORD_NAME;
}

/* "of executive | orders": a noun that needs an article and has none. */
static bool
is_bare(const struct quote_doc *d, size_t b)
{
	struct phrase p = phrase_left(d, b);

	return is(d, b, IS_PERSON | IS_BODY) && p.head != 0 &&
	       is(d, p.beg - 1, IS_PREP) && !is(d, p.beg, IS_DET) &&
	       !phrase_plural(d, b);
}

/* "claims", "say": what can be a noun as well reports only behind a subject,
 * an auxiliary or "to". */
static bool
is_tensed(const struct quote_doc *d, size_t i, bool base)
{
	size_t b = before_verb(d, i);
	struct phrase p;

	if (base && kind(d, b) == WORD_NAME &&
	    (word_says(d, b - 1, "a") || word_says(d, b - 1, "an")))
		return false; /* "a Facebook post" */
	if (is(d, b, IS_PRON | IS_WHO | IS_AND) || kind(d, b) == WORD_NAME ||
	    kind(d, b) == WORD_COMMA ||
	    (is(d, b, IS_PERSON | IS_BODY) && !is_bare(d, b)) ||
	    (is(d, b, IS_UPPER) && (!base || phrase_plural(d, b))))
		return true;
	p = phrase_left(d, b);
	if (!base && p.head != 0 && takes_object(d, i, p))
		return true;
	if (base)
		return is(d, b, IS_AUX | IS_TIME) || word_says(d, b, "to") ||
		       (is(d, b, IS_DET) && (is(d, i + 1, IS_DET) ||
		        !word_inner(d, i + 1))); /* not "eight state aides" */
	return kind(d, b) == WORD_QUOTE;
}

static bool
ends_in_s(const struct quote_doc *d, size_t i)
{
	struct str s = str_sub(d->text, d->words.v[i].at);

	return s.n > 4 && s.p[s.n - 1] == 's';
}

/* ", say," for example; ", and I quote,"; "continued to rise"; "a speech to
 * read". */
static bool
is_idiom(const struct quote_doc *d, size_t i)
{
	if (word_says(d, i, "say"))
		return kind(d, i - 1) == WORD_COMMA &&
		       kind(d, i + 1) == WORD_COMMA;
	if (word_says(d, i, "quote"))
		return word_says(d, i - 1, "I");
	if (word_says(d, i, "continued") || word_says(d, i, "continues"))
		return word_says(d, i + 1, "to");
	return word_says(d, i, "read") && word_says(d, i - 1, "to");
}

bool
claim_verb(const struct quote_doc *d, size_t i, unsigned finite, unsigned base)
{
	if (is_idiom(d, i))
		return false;
	if (ends_in_s(d, i) && (is(d, i + 1, IS_AUX) ||
	    (is(d, i, IS_CALL) && kind(d, i + 1) == WORD_COMMA)))
		return false; /* "states have", "the addresses," */
	if (is(d, i, finite))
		return !ends_in_s(d, i) || is_tensed(d, i, false);
	return is(d, i, base) && is_tensed(d, i, true);
}

bool
claim_according(const struct quote_doc *d, size_t i)
{
	return word_says(d, i, "according") && word_says(d, i + 1, "to");
}

struct claim
claim_by_according(const struct quote_doc *d, size_t i)
{
	struct phrase who = phrase_right(d, i + 2);
	struct claim c = claim_of(RULE_ACCORDING, i, who);

	c.cue_end = i + 1;
	return who.head != 0 ? c : claim_none;
}

/* "...," said Smith. Not "said he would". */
struct claim
claim_inverted(const struct quote_doc *d, size_t v)
{
	struct phrase who = phrase_right(d, v + 1);

	if (word_says(d, v, "told") || word_says(d, v, "tells"))
		return claim_none;
	if (who.head == 0 || is(d, who.end + 1, IS_AUX | IS_FINITE | IS_SAY) ||
	    (is(d, who.head, IS_PRON) && word_finite(d, who.end + 1)) ||
	    (kind(d, who.head) != WORD_NAME &&
	     !is(d, who.beg, IS_DET | IS_UPPER) &&
	     !is(d, who.head, IS_NOUN | IS_PRON | IS_UPPER)))
		return claim_none;
	return claim_of(RULE_VERB_NAME, v, who);
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
				return claim_none;
	if (!word_says(d, i, "by"))
		return claim_none;
	who = phrase_right(d, i + 1);
	return who.head != 0 ? claim_of(RULE_AGENT, v, who) : claim_none;
}

/* "a group called "...": no subject that could speak. */
static bool
is_reduced(const struct quote_doc *d, size_t v, size_t q)
{
	struct phrase p;

	if (!is(d, v, IS_CALL) || !is(d, v, IS_ED))
		return false;
	if (kind(d, v - 1) == WORD_COMMA)
		return false;
	if (word_says(d, v, "addressed") && word_says(d, v + 1, "to"))
		return true;
	p = phrase_left(d, v - 1);
	if (p.head == 0 || kind(d, p.head) == WORD_NAME ||
	    is(d, p.head, IS_PRON | IS_WHO))
		return false;
	if (!is(d, p.head, IS_NOUN) && kind(d, p.beg - 1) == WORD_PLAIN &&
	    !is(d, p.beg - 1, IS_SUB | IS_AND))
		return true; /* "opens letters addressed to" */
	if (v + 1 != q && !word_says(d, v, "called"))
		return false;
	return !is(d, p.head, IS_PERSON) || is(d, p.beg - 1, IS_PREP);
}

/* ", says Smith, ..." and ", Smith said, ..." inside the sentence. */
static struct phrase
in_parenthesis(const struct quote_doc *d, size_t v)
{
	struct phrase none = { 0, 0, 0, 0 };
	struct claim c;

	if (!is(d, v, IS_SAY) || kind(d, v - 1) != WORD_COMMA)
		return none;
	c = claim_inverted(d, v);
	return c.rule != RULE_NONE && kind(d, c.who.last + 1) == WORD_COMMA
	       ? c.who : none;
}

static enum quote_rule
rule_before(const struct quote_doc *d, size_t v, size_t q)
{
	if (kind(d, q - 1) == WORD_COLON || kind(d, q - 1) == WORD_COMMA ||
	    (v + 1 == q && is(d, v, IS_SAY | IS_SAY_BASE)))
		return RULE_COLON;
	return is(d, v, IS_CALL | IS_CALL_BASE) ? RULE_OBJECT : RULE_CLAUSE;
}

/* "Smith, who found it, | was glad: ...": the verb v belongs to a relative
 * clause that ends before the main verb. */
static bool
is_aside(const struct quote_doc *d, size_t v, size_t q)
{
	size_t c = v + 1, w = v;

	while (c < q && kind(d, c) != WORD_COMMA)
		c++;
	if (c + 1 >= q || !word_finite(d, c + 1) || is(d, c + 1, IS_SPEECH))
		return false;
	while (v - w < REMARK_MAX && !is(d, w, IS_WHO | IS_SUB) &&
	       kind(d, w) != WORD_COMMA && kind(d, w) != WORD_END)
		w--;
	return kind(d, w) == WORD_PLAIN && kind(d, w - 1) == WORD_COMMA &&
	       (is(d, w, IS_WHO) || word_says(d, w, "whose"));
}

static struct claim
finite_before(const struct quote_doc *d, size_t v, size_t q)
{
	struct phrase who = { 0 };
	size_t b = v - 1;

	if (is_aside(d, v, q))
		return claim_none;
	if (word_passive(d, v) || is_reduced(d, v, q) ||
	    (is(d, v, IS_ED) && word_says(d, v + 1, "by")) ||
	    (is(d, v, IS_CALL) && word_says(d, q + 1, "by")))
		return agent(d, v, q);
	if (kind(d, b) == WORD_COMMA && kind(d, b - 1) == WORD_QUOTE)
		b--;
	if ((kind(d, b) == WORD_QUOTE || kind(d, b) == WORD_END) &&
	    !is(d, v, IS_WENT))
		who = phrase_right(d, v + 1);
	if (who.head == 0 || who.end >= q)
		who = in_parenthesis(d, v);
	if (who.head == 0 || who.end >= q)
		who = subject_before(d, v, 0);
	if (who.head == 0)
		return claim_none;
	return claim_of(rule_before(d, v, q), v, who);
}

bool
claim_quoted(const struct quote_doc *d, size_t i)
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

	if (word_says(d, v - 1, "as") && claim_quoted(d, v - 2))
		who = (struct phrase){ v - 2, v - 2, v - 2, v - 2 };
	else if (word_passive(d, v))
		who = subject_before(d, v, 0);
	else
		who = subject_of_participle(d, v);
	return who.head != 0 ? claim_of(RULE_SAYING, v, who) : claim_none;
}

/* "in a statement: ...", "his remark that ...": whose it is. */
static struct claim
remark_before(const struct quote_doc *d, size_t n, size_t q)
{
	struct phrase who = { 0 };

	for (size_t i = n + 1; i + 1 < q; i++)
		if (kind(d, i) == WORD_COMMA)
			return claim_none;
	if (q - n > REMARK_MAX)
		return claim_none;
	if (is(d, n - 1, IS_POSS) && n > 2)
		who = phrase_left(d, n - 2);
	else if (word_says(d, n - 1, "his") || word_says(d, n - 1, "her") ||
	         word_says(d, n - 1, "their"))
		who = (struct phrase){ n - 1, n - 1, n - 1, n - 1 };
	else
		who = subject_of_participle(d, n);
	return who.head != 0 ? claim_of(RULE_REMARK, n, who) : claim_none;
}

/* Any finite verb before the quotation at q. */
struct claim
claim_any(const struct quote_doc *d, size_t q, enum quote_rule rule)
{
	for (size_t v = q - 1; q - v < BEHIND_MAX; v--) {
		struct phrase who;

		if (kind(d, v) == WORD_END ||
		    (is(d, v, IS_SPEECH) && word_passive(d, v)))
			break; /* "was asked": by whom? */
		if (!word_finite(d, v) || word_passive(d, v))
			continue;
		who = subject_before(d, v, 0);
		if (who.head != 0)
			return claim_of(rule, v, who);
	}
	return claim_none;
}

/* "hailed the deal as a "...", "seen by Smith as "...": with any verb. */
static struct claim
as_before(const struct quote_doc *d, size_t q)
{
	size_t as = q - 1;

	if (word_says(d, as, "a") || word_says(d, as, "an") ||
	    is(d, as, IS_LY))
		as--;
	if (!word_says(d, as, "as") ||
	    (is(d, as - 1, IS_ED) && !word_passive(d, as - 1)))
		return claim_none; /* "trips disguised as" */
	for (size_t v = as - 1; as - v < REMARK_MAX && kind(d, v) != WORD_END;
	     v--)
		if (kind(d, v) == WORD_PLAIN && word_says(d, v + 1, "by"))
			return claim_of(RULE_TAIL, v, phrase_right(d, v + 2));
	return claim_any(d, q, RULE_TAIL);
}

static struct claim
tail_before(const struct quote_doc *d, size_t q)
{
	struct claim c;

	if (kind(d, q - 1) != WORD_COLON && kind(d, q - 1) != WORD_COMMA)
		return claim_none;
	c = claim_any(d, q, RULE_TAIL);
	if (c.rule == RULE_NONE && kind(d, q - 1) == WORD_COLON &&
	    kind(d, q - 2) == WORD_NAME && !is(d, q - 3, IS_PREP) &&
	    phrase_person(d, phrase_left(d, q - 2)))
		return claim_of(RULE_LABEL, 0, phrase_left(d, q - 2));
	return c;
}

/* "in the words of Smith, "..." */
static struct claim
in_words_of(const struct quote_doc *d, size_t v)
{
	struct phrase who = phrase_right(d, v + 2);
	struct claim c = claim_of(RULE_ACCORDING, v - 2, who);

	c.cue_end = v + 1;
	return who.head != 0 ? c : claim_none;
}

/* The claim of the word v, if it is a cue, on the quotation at q. */
static struct claim
cue_before(const struct quote_doc *d, size_t v, size_t q)
{
	if (claim_according(d, v))
		return kind(d, v - 1) == WORD_PLAIN ? claim_none
		       : claim_by_according(d, v);
	if (claim_verb(d, v, IS_SAY | IS_CALL | IS_THINK,
	            IS_SAY_BASE | IS_CALL_BASE | IS_THINK_BASE))
		return finite_before(d, v, q);
	if (is(d, v, IS_WENT) && (word_says(d, v + 1, "it") ||
	    (v + 3 == q && kind(d, v + 1) == WORD_PLAIN &&
	     kind(d, v + 2) != WORD_PLAIN)))
		return finite_before(d, v, q); /* "shot back, " */
	if (word_says(d, v, "words") && word_says(d, v + 1, "of") &&
	    word_says(d, v - 2, "in"))
		return in_words_of(d, v);
	if (is(d, v, IS_SAYING | IS_CALLING | IS_THINKING))
		return saying_before(d, v);
	return claim_none;
}

/* The quotation at q begins with an auxiliary: "is no good". */
static bool
is_predicate(const struct quote_doc *d, size_t q)
{
	struct str s = str_sub(d->text, d->words.v[q].at);

	return (quote_word_class(str_cut(&s, ' ')) & IS_AUX) != 0;
}

/* What somebody thinks, and what he says he does, gives way to the verb of
 * saying further left. */
static bool
is_outranked(const struct quote_doc *d, const struct claim *c, size_t q)
{
	if ((is(d, c->cue, IS_THOUGHT) && c->cue + 2 < q) ||
	    (is(d, c->cue, IS_SAY | IS_CALL) &&
	     kind(d, c->cue - 1) == WORD_COMMA &&
	     is(d, c->cue - 2, IS_SAY)) || /* "CNN, Smith said, called" */
	    (kind(d, c->who.beg - 1) == WORD_COMMA &&
	     is(d, c->who.beg - 2, IS_SAY) &&
	     !is(d, c->cue, IS_SAY)) || /* "Smith said, she found" */
	    (is(d, c->who.head, IS_WHO) && is_predicate(d, q)) ||
	    word_says(d, c->who.beg - 1, "what"))
		return true;
	return c->rule != RULE_ACCORDING && kind(d, q - 1) != WORD_COLON &&
	       phrase_nested(d, c->who) &&
	       (is(d, c->who.head, IS_PRON) || !is(d, c->cue, IS_SAY));
}

static bool
outranks(const struct quote_doc *d, const struct claim *c)
{
	return c->rule == RULE_ACCORDING ||
	       is(d, c->cue, IS_SAY | IS_SAY_BASE | IS_SAYING);
}

/* The nearest cue before the quotation at q, from the word `from` back; what
 * somebody thinks gives way to what somebody says. */
struct claim
claim_before(const struct quote_doc *d, size_t from, size_t q)
{
	struct claim thought = claim_none, c; /* what is outranked */
	size_t remark = 0;

	for (size_t v = from; q - v < BEHIND_MAX; v--) {
		if (kind(d, v) == WORD_END)
			break;
		if (is(d, v, IS_REMARK) && remark == 0)
			remark = v;
		c = cue_before(d, v, q);
		if (c.rule == RULE_NONE ||
		    (thought.rule != RULE_NONE && !outranks(d, &c)))
			continue;
		if (!is_outranked(d, &c, q))
			return c;
		if (thought.rule == RULE_NONE)
			thought = c;
	}
	if (thought.rule != RULE_NONE)
		return thought;
	c = as_before(d, q);
	if (c.rule == RULE_NONE)
		c = tail_before(d, q);
	if (c.rule == RULE_NONE && remark != 0)
		c = remark_before(d, remark, q);
	return c;
}
