/* quote.c - what is said, and by whom. */
#include "quote.h"

#include "quote_chain.h"
#include "quote_cue.h"
#include "quote_indirect.h"
#include "quote_kind.h"
#include "quote_resolve.h"
#include "quote_rule.h"

const char *const quote_kind_names[] = {
	"direct", "fragment", "indirect", "scare", NULL,
};
const char *const quote_type_names[] = {
	"", "PER", "ORG", "LOC", "PRON", "NOUN", NULL,
};

/* Pieces and clauses side by side, in text order. */
struct row {
	struct quote_item *v;
	size_t n;
	size_t *of_piece; /* where each piece is in v */
};

static struct span
cue_span(const struct quote_doc *d, const struct claim *c)
{
	if (c->cue == 0)
		return (struct span){ 0, 0 };
	return (struct span){ d->words.v[c->cue].at.beg,
		              d->words.v[c->cue_end].at.end };
}

static struct row
merge(const struct quote_doc *d, const struct claim *claims,
      struct indirects more)
{
	struct row row = { NULL, 0, arena_new(d->a, size_t, d->pieces.n) };
	size_t p = 0, i = 0;

	row.v = arena_new(d->a, struct quote_item, d->pieces.n + more.n);
	while (p < d->pieces.n || i < more.n) {
		struct quote_item *to = &row.v[row.n++];

		if (p == d->pieces.n ||
		    (i < more.n && more.v[i].at.beg < d->pieces.v[p].at.beg)) {
			*to = (struct quote_item){ more.v[i].claim,
				                   QUOTE_NO_PIECE,
				                   more.v[i].at,
				                   more.v[i].word };
			i++;
			continue;
		}
		*to = (struct quote_item){ claims[p], p, d->pieces.v[p].at,
			                   d->place[p] };
		row.of_piece[p++] = row.n - 1;
	}
	return row;
}

/* The sentence around the word i. A walk from the left calls this in order:
 * *s is the sentence before. */
static struct span
sentence_around(const struct quote_doc *d, size_t i, struct span *s)
{
	const struct quote_word *w = d->words.v;
	struct span at;

	if (i >= s->end) {
		for (s->beg = i; w[s->beg - 1].kind != WORD_END; s->beg--)
			continue;
		for (s->end = i; w[s->end].kind != WORD_END; s->end++)
			continue;
	}
	at = (struct span){ w[s->beg].from, w[s->end].at.beg };
	if (w[s->beg].kind == WORD_QUOTE)
		at.beg = d->pieces.v[w[s->beg].ref].outer.beg;
	while (at.end < d->text.n && (d->text.p[at.end] == '.' ||
	       d->text.p[at.end] == '?' || d->text.p[at.end] == '!'))
		at.end++;
	return span_trim(d->text, at);
}

/* Fixed spaces as spaces, so that a run of both is one; a copy only where
 * there are some. */
static struct str
said(struct arena *a, struct str s)
{
	struct str rest = s;
	char *p;

	if (str_find_str(s, STR("\u00A0")) == s.n)
		return s;
	p = arena_new(a, char, s.n);
	s.p = p;
	s.n = 0;
	while (rest.n > 0) {
		bool fixed = str_starts(rest, STR("\u00A0"));

		p[s.n++] = fixed ? ' ' : rest.p[0];
		rest = str_from(rest, fixed ? 2 : 1);
	}
	return s;
}

static struct quotes
fill(const struct quote_doc *d, const struct row *row)
{
	struct quotes found = { arena_new(d->a, struct quote, row->n), row->n };
	struct span sentence = { 0, 0 };

	for (size_t i = 0; i < row->n; i++) {
		const struct quote_item *t = &row->v[i];
		struct quote *q = &found.v[i];

		*q = (struct quote){ .at = t->at, .outer = t->at, .id = i + 1,
			             .group = i + 1,
			             .kind = QUOTE_INDIRECT };
		q->rule = quote_rules[t->claim.rule].name;
		q->confidence = quote_rules[t->claim.rule].confidence;
		q->cue = cue_span(d, &t->claim);
		q->said = said(d->a, str_sub(d->text, q->at));
		q->context = sentence_around(d, t->word, &sentence);
		if (t->piece == QUOTE_NO_PIECE)
			continue;
		q->outer = d->pieces.v[t->piece].outer;
		q->kind = quote_kind_of(d, &t->claim, t->piece);
		q->group = row->of_piece[t->claim.group] + 1;
	}
	return found;
}

struct quotes
quote_find(struct arena *a, const struct quote_text *t)
{
	struct quote_doc d = { .a = a, .text = t->text, .pieces = t->pieces,
		               .toks = t->toks, .sents = t->sents,
		               .names = t->names, .verbs = t->verbs };
	struct claim *claims = arena_new(a, struct claim, t->pieces.n);
	struct indirects more = { NULL, 0 };
	struct quotes found;
	struct row row;

	quote_words(&d);
	for (size_t i = 0; i < d.pieces.n; i++) {
		claims[i] = quote_explicit(&d, i);
		claims[i].group = i;
	}
	quote_chain(&d, claims);
	if (t->indirect)
		more = quote_indirect(&d);
	row = merge(&d, claims, more);
	found = fill(&d, &row);
	quote_resolve(&d, row.v, &found);
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
			             .id = i + 1, .group = i + 1,
			             .said = str_sub(text, p->at),
			             .rule = "span",
			             .confidence = 0.5 };
		q->kind = quote_kind_looks(text, p);
		if (p->again && i > 0)
			q->group = q[-1].group;
	}
	return found;
}
