/* quote_fuzz.c - quotations are in order, apart, inside the text. */
#include "fuzz.h"
#include "quote.h"
#include "quote_rows.h"
#include "sent.h"

static void
inside(struct str text, struct span at)
{
	LAW(at.beg <= at.end && at.end <= text.n);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct quote_text t = { .text = text, .indirect = true };
	struct quote_choice all = { .kinds = ~0u, .join = size & 1 };
	struct arena a = { 0 };
	struct tokens toks = { 0 };
	struct names names;
	struct quotes q;
	size_t end = 0;

	t.pieces = quote_scan(&a, text, (enum quote_single)(size % 3));
	for (size_t i = 0; i < t.pieces.n; i++) {
		const struct piece *p = &t.pieces.v[i];

		LAW(p->outer.beg >= end && p->outer.beg <= p->at.beg);
		LAW(p->at.beg < p->at.end && p->at.end <= p->outer.end);
		end = p->outer.end;
	}
	LAW(end <= size);
	token_split(&toks, text);
	t.toks = &toks;
	t.sents = sent_split(&a, text);
	names = name_find(&a, text, &toks, t.sents);
	t.names = &names;
	q = quote_find(&a, &t);
	for (size_t i = 0; i < q.n; i++) {
		inside(text, q.v[i].at);
		inside(text, q.v[i].cue);
		inside(text, q.v[i].speaker);
		inside(text, q.v[i].context);
		LAW(q.v[i].group >= 1 && q.v[i].group <= q.v[i].id);
	}
	LAW(quote_choose(&a, q, &all).n <= q.n);
	arena_release(&a);
	token_release(&toks);
	return 0;
}
