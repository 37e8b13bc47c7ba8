/*
 * name_tag.c - where the names are, and of what type.
 *
 * Twice over the document: first every atom is scored alone; then the other
 * mentions of its name and of its word add what they scored, and the best tags
 * are chosen.
 */
#include "name_tag.h"

#include <stdlib.h>

#include "name_feature.h"
#include "name_vote.h"

/* A name of a wanted type must be so much likelier than O or MISC. */
enum { DOUBT = CHAIN_ONE / 4 };

/* The row in work is too large for the stack of a library. */
struct tagger {
	struct name_doc *d;
	struct name_scan scan;
	struct name_row row;
	struct name_features features;
	struct name_votes votes;
	struct name_cell *cell;
	size_t ncell, room;
	int32_t score[ATOMS_MAX][CHAIN_TAGS];
	int32_t margin[ATOMS_MAX][VOTE_TYPES];
	unsigned char tag[ATOMS_MAX];
};

static struct name_cell *
add_cell(struct tagger *t)
{
	if (t->ncell == t->room) {
		t->room = t->room * 2 + 1024;
		t->cell = mem_resize(t->cell, t->room, sizeof(*t->cell));
	}
	return &t->cell[t->ncell++];
}

static void
score_cell(struct tagger *t, size_t beg, size_t end, size_t i)
{
	const struct name_atom *a = &t->row.atom[ATOM_PAD + i];
	struct name_cell *c = add_cell(t);

	name_features(&t->row, beg, end, i, &t->features);
	chain_score(&t->scan.m->chain, t->features.v, t->features.n, c->score);
	c->token = a->token;
	c->ends = i + 1 == end;
	c->votes = a->cap && (a->kinds >> KIND_FUNCTION & 1) == 0 &&
	           t->d->toks->v[a->token].kind <= TOKEN_INITIALS;
	c->place = NULL;
	c->word = NULL;
}

static void
vote_from(struct tagger *t, size_t first)
{
	if (t->ncell > first)
		name_vote_run(&t->votes, &t->scan, t->cell + first,
		              t->ncell - first);
}

/* A run of atoms, in which runs of capitals vote. */
static void
score_run(struct tagger *t, size_t beg, size_t end)
{
	size_t first = t->ncell;

	for (size_t i = beg; i < end; i++) {
		bool cap = t->row.atom[ATOM_PAD + i].cap;

		if (!cap)
			vote_from(t, first);
		score_cell(t, beg, end, i);
		if (!cap)
			first = t->ncell;
	}
	vote_from(t, first);
}

static void
add_doubt(int32_t score[CHAIN_TAGS])
{
	score[0] += DOUBT;
	for (int part = CHAIN_BEGIN; part <= CHAIN_UNIT; part++)
		score[CHAIN_TAG(NAME_MISC, part)] += DOUBT;
}

/* The words of the last n cells, which are a run of atoms. */
static void
judge_run(struct tagger *t, size_t n)
{
	struct name_cell *c = t->cell + t->ncell - n;

	for (size_t i = 0; i < n; i++) {
		for (int k = 0; k < CHAIN_TAGS; k++)
			t->score[i][k] = c[i].score[k];
		add_doubt(t->score[i]);
	}
	chain_margins(&t->scan.m->chain, t->score, n, t->margin);
	for (size_t i = 0; i < n; i++)
		if (c[i].votes)
			name_vote_word(&t->votes, &t->scan, &c[i],
			               t->margin[i]);
}

static void
score_row(struct tagger *t)
{
	size_t at = 0, end;

	for (; name_row_run(&t->row, &at, &end); at = end) {
		score_run(t, at, end);
		judge_run(t, end - at);
	}
}

static void
score_all(struct tagger *t)
{
	for (size_t n = 0; n < t->d->sents.n; n++) {
		size_t end = t->scan.end[n];

		for (size_t at = t->scan.first[n]; at < end; at += ATOMS_MAX) {
			name_row_fill(&t->row, &t->scan, n, at,
			    end - at > ATOMS_MAX ? at + ATOMS_MAX : end);
			score_row(t);
		}
	}
}

/* Tags of a run as hits; offset is the token of the first tag. */
static void
take_names(struct name_doc *d, const unsigned char *tag, size_t n,
           size_t offset)
{
	size_t beg = 0;

	for (size_t i = 0; i < n; i++) {
		int part = tag[i] == 0 ? -1 : (tag[i] - 1) % 4;

		if (part == CHAIN_BEGIN || part == CHAIN_UNIT)
			beg = i;
		if (part == CHAIN_LAST || part == CHAIN_UNIT)
			d->hit[d->nhit++] = (struct name_hit){
				.beg = offset + beg, .end = offset + i + 1,
				.type = (enum name_type)((tag[i] - 1) / 4) };
	}
}

static void
decode_all(struct tagger *t)
{
	size_t first = 0;

	t->d->hit = arena_new(t->d->a, struct name_hit, t->ncell);
	for (size_t i = 0; i < t->ncell; i++) {
		name_vote_add(&t->cell[i], t->score[i - first]);
		add_doubt(t->score[i - first]);
		if (!t->cell[i].ends)
			continue;
		chain_decode(&t->scan.m->chain, t->score, i + 1 - first,
		             t->tag);
		take_names(t->d, t->tag, i + 1 - first,
		           t->cell[first].token);
		first = i + 1;
	}
}

void
name_tag(struct name_doc *d, const struct name_model *m)
{
	struct tagger *t = mem_alloc(1, sizeof(*t));

	t->d = d;
	t->votes.a = d->a;
	name_scan(&t->scan, d, m);
	score_all(t);
	decode_all(t);
	name_votes_release(&t->votes);
	free(t->cell);
	free(t);
}
