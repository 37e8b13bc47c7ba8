/* quote.c - what is said, and by whom. */
#include "quote.h"

#include "quote_chain.h"
#include "quote_cue.h"
#include "quote_kind.h"
#include "quote_resolve.h"
#include "quote_rule.h"

const char *const quote_kind_names[] = {
	"direct", "fragment", "indirect", "scare", NULL,
};
const char *const quote_type_names[] = {
	"", "PER", "ORG", "LOC", "PRON", "NOUN", NULL,
};

static struct span
cue_span(const struct quote_doc *d, const struct claim *c)
{
	if (c->cue == 0)
		return (struct span){ 0, 0 };
	return (struct span){ d->words.v[c->cue].at.beg,
		              d->words.v[c->cue_end].at.end };
}

static void
fill(const struct quote_doc *d, const struct claim *claims,
     struct quotes *found)
{
	for (size_t i = 0; i < d->pieces.n; i++) {
		const struct claim *c = &claims[i];
		struct quote *q = &found->v[i];

		*q = (struct quote){ .at = d->pieces.v[i].at,
			             .outer = d->pieces.v[i].outer,
			             .group = c->group,
			             .cue = cue_span(d, c) };
		q->rule = quote_rules[c->rule].name;
		q->confidence = quote_rules[c->rule].confidence;
		q->kind = quote_kind_of(d, c, i);
	}
	found->n = d->pieces.n;
}

struct quotes
quote_find(struct arena *a, const struct quote_text *t)
{
	struct quote_doc d = { .a = a, .text = t->text, .pieces = t->pieces,
		               .toks = t->toks, .sents = t->sents,
		               .names = t->names };
	struct quotes found = { arena_new(a, struct quote, t->pieces.n), 0 };
	struct claim *claims = arena_new(a, struct claim, t->pieces.n);

	quote_words(&d);
	for (size_t i = 0; i < d.pieces.n; i++) {
		claims[i] = quote_explicit(&d, i);
		claims[i].group = i;
	}
	quote_chain(&d, claims);
	fill(&d, claims, &found);
	quote_resolve(&d, claims, &found);
	return found;
}

struct quotes
quote_spans(struct arena *a, struct str text, struct pieces pieces)
{
	struct quotes found = { arena_new(a, struct quote, pieces.n),
		                pieces.n };

	for (size_t i = 0; i < pieces.n; i++) {
		const struct piece *p = &pieces.v[i];
		struct quote *q = &found.v[i];

		*q = (struct quote){ .at = p->at, .outer = p->outer,
			             .group = i, .rule = "span",
			             .confidence = 0.5 };
		q->kind = quote_kind_looks(text, p);
		if (p->again && i > 0)
			q->group = q[-1].group;
	}
	return found;
}
