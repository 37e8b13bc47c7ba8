/* quote_chain.c - quotations whose speaker stands in another sentence. */
#include "quote_chain.h"

#include "quote_kind.h"

enum { LEAD_MAX = 60, CONNECTOR_MAX = 9, PARAGRAPH_ENDS = 3 };

static enum quote_word_kind
kind(const struct quote_doc *d, size_t i)
{
	return (enum quote_word_kind)d->words.v[i].kind;
}

/* Sentence ends between two words, at most 2; 3 when the reporter's own words
 * stand between them after a sentence end. */
static int
ends_between(const struct quote_doc *d, size_t from, size_t to)
{
	int ends = 0;

	for (size_t i = from + 1; i < to; i++) {
		if (kind(d, i) == WORD_END)
			ends++;
		else if (ends > 0)
			return 3;
	}
	return ends;
}

static bool
starts_sentence(const struct quote_doc *d, size_t piece)
{
	return kind(d, d->place[piece] - 1) == WORD_END;
}

/* Before the piece its sentence has no verb: "But", "In Europe,". */
static bool
after_connector(const struct quote_doc *d, size_t piece)
{
	size_t q = d->place[piece];

	for (size_t i = q - 1; q - i < CONNECTOR_MAX; i--) {
		if (kind(d, i) == WORD_END)
			return true;
		if (word_finite(d, i) || kind(d, i) == WORD_QUOTE ||
		    (kind(d, i) == WORD_COLON && i + 1 == q))
			return false;
	}
	return false;
}

static void
copy(struct claim *to, const struct claim *from, enum quote_rule rule)
{
	to->rule = rule;
	to->cue = from->cue;
	to->cue_end = from->cue_end;
	to->who = from->who;
	to->group = from->group;
}

static bool
claimed(const struct claim *c)
{
	return c->rule != RULE_NONE && c->rule != RULE_SCARE &&
	       (c->rule != RULE_LOOSE || c->who.head != 0);
}

/* Sentence ends between the piece i and the one before, at most 2. */
static int
end_count(const struct quote_doc *d, size_t i)
{
	int n = 0;

	for (size_t w = d->place[i - 1] + 1; w < d->place[i] && n < 2; w++)
		n += kind(d, w) == WORD_END;
	return n;
}

/* The pieces before and after i in the row of sentences. */
static void
chain_back(const struct quote_doc *d, struct claim *claims, size_t i)
{
	struct claim *c = &claims[i];
	int ends;

	if (i == 0)
		return;
	if (claimed(c) && claimed(c - 1) && c->who.head == c[-1].who.head &&
	    c->cue == c[-1].cue && (c->cue != 0 || d->pieces.v[i].again)) {
		c->group = c[-1].group;
		return;
	}
	if (claimed(c) || !claimed(c - 1))
		return;
	if (d->pieces.v[i].again) {
		copy(c, c - 1, RULE_AGAIN);
		return;
	}
	ends = ends_between(d, d->place[i - 1], d->place[i]);
	if (ends == 0)
		copy(c, c - 1, RULE_SENTENCE);
	else if (ends == 1 && starts_sentence(d, i))
		copy(c, c - 1, RULE_NEXT);
	else if (ends == 3 && end_count(d, i) == 1 &&
	         kind(d, d->place[i] + 1) == WORD_END &&
	         after_connector(d, i) && quote_wording(d, i))
		copy(c, c - 1, RULE_NEXT);
}

static void
chain_ahead(const struct quote_doc *d, struct claim *claims, size_t i)
{
	struct claim *c = &claims[i];

	if (claimed(c) || i + 1 == d->pieces.n || !claimed(c + 1))
		return;
	if (d->pieces.v[i + 1].again)
		copy(c, c + 1, RULE_AGAIN);
	else if (starts_sentence(d, i) &&
	         d->place[i] + 2 == d->place[i + 1] &&
	         kind(d, d->place[i] + 1) == WORD_END)
		copy(c, c + 1, RULE_AHEAD);
	else
		return;
	c->group = i;
}

/* "Smith was blunt." before the quotation: the subject of its last verb of
 * speech, else of any verb. */
static void
lead(const struct quote_doc *d, struct claim *claims, size_t i)
{
	struct claim *c = &claims[i];
	size_t end = d->place[i] - 1;
	struct claim found = { .rule = RULE_NONE };
	bool colon;

	if (claimed(c) || !starts_sentence(d, i) || end == 0)
		return;
	colon = kind(d, end - 1) == WORD_COLON;
	found = quote_lead(d, i);
	for (size_t v = end - 1; found.rule == RULE_NONE && end - v < LEAD_MAX;
	     v--) {
		struct phrase who;

		if (kind(d, v) == WORD_END)
			break;
		if (!word_finite(d, v) || word_passive(d, v))
			continue;
		who = subject_before(d, v, 0);
		if (who.head == 0 || (!colon && !phrase_person(d, who) &&
		    !word_is(&d->words.v[who.head], IS_PRON)))
			continue;
		found.rule = RULE_LEAD;
		found.who = who;
	}
	if (found.rule == RULE_NONE)
		return;
	found.group = c->group;
	copy(c, &found, colon ? RULE_COLON : RULE_LEAD);
}

/* Words of speech that are a sentence, after one or two of the reporter's in
 * the paragraph in which somebody has spoken. */
static void
paragraph(const struct quote_doc *d, struct claim *claims, size_t i)
{
	size_t q = d->place[i], ends = 0;

	if (i == 0 || claimed(&claims[i]) || !claimed(&claims[i - 1]) ||
	    claims[i - 1].who.head == 0 || !starts_sentence(d, i) ||
	    kind(d, q + 1) != WORD_END || !quote_wording(d, i))
		return;
	for (size_t w = d->place[i - 1] + 1; w < q; w++) {
		ends += kind(d, w) == WORD_END;
		if (ends > PARAGRAPH_ENDS || d->words.v[w].paragraph)
			return;
	}
	copy(&claims[i], &claims[i - 1], RULE_PARAGRAPH);
	claims[i].cue = claims[i].cue_end = 0;
	claims[i].group = i;
}

/* What looks like speech but has no cue. */
static void
loose(const struct quote_doc *d, struct claim *claims, size_t i)
{
	struct claim found;

	if (!quote_wording(d, i))
		return;
	found = quote_loose(d, i);
	if (!phrase_person(d, found.who))
		found = claim_none; /* a guess */
	found.group = i;
	found.rule = RULE_LOOSE;
	claims[i] = found;
}

void
quote_chain(const struct quote_doc *d, struct claim *claims)
{
	for (size_t i = 0; i < d->pieces.n; i++)
		chain_back(d, claims, i);
	for (size_t i = d->pieces.n; i-- > 0;)
		chain_ahead(d, claims, i);
	for (size_t i = 0; i < d->pieces.n; i++) {
		lead(d, claims, i);
		chain_back(d, claims, i);
		paragraph(d, claims, i);
		if (!claimed(&claims[i]))
			loose(d, claims, i);
	}
}
