/* name_train.c - the trainer of the tagger. */
#include "name_train.h"

#include <stdlib.h>

#include "err.h"
#include "model.h"
#include "name_corpus.h"
#include "name_feature.h"
#include "name_lists.h"
#include "sent.h"
#include "train_chain.h"

struct name_trainer {
	struct arena a;
	struct tokens toks;
	struct name_model model; /* lists only */
	struct chain_train *chain;
	struct name_row row;
	struct name_features features;
	uint32_t *allowed; /* of each token of the document */
	uint64_t random;
};

enum { ANY = (1 << CHAIN_TAGS) - 1, MISC_TAGS = 0xF << CHAIN_TAG(NAME_MISC,
                                                                0) };

static uint32_t
draw(struct name_trainer *t, uint32_t below)
{
	t->random ^= t->random << 13;
	t->random ^= t->random >> 7;
	t->random ^= t->random << 17;
	return (uint32_t)(t->random >> 32) % below;
}

/* Marks the tokens of a name; when its edges are no token's, anything goes. */
static size_t
allow_name(struct name_trainer *t, const struct name_given *g, size_t i)
{
	const struct token *v = t->toks.v;
	size_t beg, end;
	bool fits;

	while (i < t->toks.n && v[i].at.end <= g->at.beg)
		i++;
	beg = end = i;
	while (end < t->toks.n && v[end].at.beg < g->at.end)
		end++;
	if (beg == end)
		return beg;
	fits = v[beg].at.beg == g->at.beg && v[end - 1].at.end == g->at.end;
	for (i = beg; i < end; i++) {
		enum chain_part part = end - beg == 1 ? CHAIN_UNIT :
		                       i == beg ? CHAIN_BEGIN :
		                       i + 1 == end ? CHAIN_LAST
		                                    : CHAIN_INSIDE;

		t->allowed[i] = fits ? 1U << CHAIN_TAG(g->type, part) : ANY;
	}
	return end;
}

static void
allow(struct name_trainer *t, const struct gold_doc *g)
{
	size_t at = 0;

	t->allowed = arena_new(&t->a, uint32_t, t->toks.n);
	for (size_t i = 0; i < t->toks.n; i++)
		t->allowed[i] = g->misc ? 1 : 1 | (uint32_t)MISC_TAGS;
	for (size_t i = 0; i < g->n; i++)
		at = allow_name(t, &g->name[i], at);
}

/* Bits of the tags of one part, of all types. */
enum { BEGINS = 0x2222, INSIDES = 0x4444, LASTS = 0x8888 };

/* A name that reaches out of a run could have no tags there: frees them. */
static void
free_edges(struct name_trainer *t, size_t beg, size_t end)
{
	size_t i;

	for (i = beg; i < end &&
	    (t->allowed[i] & ~(uint32_t)(INSIDES | LASTS)) == 0; i++)
		t->allowed[i] = ANY;
	for (i = end; i > beg &&
	    (t->allowed[i - 1] & ~(uint32_t)(BEGINS | INSIDES)) == 0; i--)
		t->allowed[i - 1] = ANY;
}

static void
learn_run(struct name_trainer *t, size_t beg, size_t end)
{
	size_t first = t->row.atom[ATOM_PAD].token;

	free_edges(t, first + beg, first + end);
	for (size_t i = beg; i < end; i++) {
		name_features(&t->row, beg, end, i, &t->features);
		chain_train_token(t->chain, t->features.v, t->features.end,
		                  t->allowed[first + i]);
	}
	chain_train_end(t->chain);
}

static void
learn_sentence(struct name_trainer *t, const struct name_scan *s, size_t n)
{
	for (size_t beg = s->first[n]; beg < s->end[n]; beg += ATOMS_MAX) {
		size_t end = s->end[n] - beg > ATOMS_MAX ? beg + ATOMS_MAX
		                                         : s->end[n];
		size_t at = 0, to;

		name_row_fill(&t->row, s, n, beg, end);
		for (; name_row_run(&t->row, &at, &to); at = to)
			learn_run(t, at, to);
	}
}

/* Learns from the sentences that start where line is set, or from all. */
static void
learn_text(struct name_trainer *t, const struct gold_doc *g,
           const bool *line)
{
	struct name_doc d = { .a = &t->a, .text = g->text,
		              .toks = &t->toks };
	struct name_scan s;

	token_split(&t->toks, g->text);
	d.sents = sent_split(&t->a, g->text);
	allow(t, g);
	name_scan(&s, &d, &t->model);
	for (size_t n = 0; n < d.sents.n; n++)
		if (line == NULL || line[d.sents.v[n].beg])
			learn_sentence(t, &s, n);
}

static void
to_capitals(char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (ascii_lower(p[i]))
			p[i] = (char)(p[i] - 'a' + 'A');
}

/* Each word longer than three letters gets a capital. */
static void
to_title_case(char *p, size_t n)
{
	for (size_t i = 0; i < n; i++) {
		bool starts = i == 0 || p[i - 1] == ' ';

		if (starts && ascii_lower(p[i]) && i + 3 < n &&
		    ascii_alpha(p[i + 1]) && ascii_alpha(p[i + 2]) &&
		    ascii_alpha(p[i + 3]))
			p[i] = (char)(p[i] - 'a' + 'A');
	}
}

/* The same text with some lines in the case of headlines; learns from these
 * lines only, so that the others give evidence as they would. */
static void
learn_headlines(struct name_trainer *t, const struct gold_doc *g)
{
	enum { SHARE = 10, LINE_MAX_BYTES = 400 };
	char *copy = arena_cstr(&t->a, g->text);
	bool *changed = arena_new(&t->a, bool, g->text.n);
	struct gold_doc doc = *g;
	struct span line;
	size_t at = 0;
	bool any = false;

	while (next_line(g->text, &at, &line)) {
		size_t n = line.end - line.beg;

		if (draw(t, SHARE) != 0 || n > LINE_MAX_BYTES)
			continue;
		if (draw(t, 2) == 0)
			to_capitals(copy + line.beg, n);
		else
			to_title_case(copy + line.beg, n);
		for (size_t i = line.beg; i < line.end; i++)
			changed[i] = true;
		any = true;
	}
	doc.text.p = copy;
	if (any)
		learn_text(t, &doc, changed);
}

static void
learn_doc(void *context, const struct gold_doc *g)
{
	struct name_trainer *t = context;

	learn_text(t, g, NULL);
	learn_headlines(t, g);
	arena_reset(&t->a);
}

/* The sections of the lists, in out; the model sees them. */
static bool
read_lists(struct name_trainer *t, char *const *files, struct buf *out)
{
	struct name_lists *l = name_lists_new();
	bool ok = true;

	for (size_t i = 0; files[i] != NULL && ok; i++)
		if (name_lists_is(files[i]))
			ok = name_lists_read(l, files[i]);
	name_lists_write(l, out);
	name_lists_free(l);
	return ok && name_model_lists(&t->model, buf_str(out));
}

static bool
learn_files(struct name_trainer *t, char *const *files)
{
	bool ok = true;

	for (size_t i = 0; files[i] != NULL && ok; i++)
		if (!name_lists_is(files[i]))
			ok = name_corpus_read(files[i], learn_doc, t);
	return ok;
}

static void
put_chain(struct name_trainer *t, struct buf *body)
{
	struct buf section = { 0 };

	chain_train_write(t->chain, &section);
	for (int i = 0; i < 4; i++)
		buf_char(body, (char)(section.n >> 8 * i & 0xFF));
	buf_add(body, buf_str(&section));
	buf_release(&section);
}

bool
name_train(char *const *files, struct buf *out)
{
	const struct chain_train_opts opts = {
		.epochs = 6, .refit = 2, .rate = .03, .margin = 3, .thin = .1,
		.drop = { .2, .15, 0 }, .at_least = 2, .room = 3300000 };
	struct name_trainer *t = mem_alloc(1, sizeof(*t));
	struct buf body = { 0 };
	bool ok;

	t->random = 0x2545F4914F6CDD1DU;
	t->chain = chain_train_new(&opts);
	ok = read_lists(t, files, &body) && learn_files(t, files);
	if (ok) {
		put_chain(t, &body);
		model_wrap(out, "name", buf_str(&body));
	}
	chain_train_free(t->chain);
	arena_release(&t->a);
	token_release(&t->toks);
	buf_release(&body);
	free(t);
	return ok;
}
