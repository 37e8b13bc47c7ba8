/*
 * name_tag.c - where the names are, and of what type.
 *
 * Twice over the document: first every atom is scored alone; then the same
 * run of capitals elsewhere in the document adds what it scored there (one
 * name, one type, unless the evidence differs strongly), and the best tags are
 * chosen.
 */
#include "name_tag.h"

#include <stdlib.h>
#include <string.h>

#include "name_feature.h"
#include "table.h"

enum {
	DOUBT = CHAIN_ONE / 4, /* a name must be so much likelier than O */
	VOTE_CLIP = 6 * CHAIN_ONE, /* a mention's say against a tag */
	VOTE_KEYS_MAX = 65536 /* later runs of the document do not vote */
};

/* An atom that may be part of a name. */
struct cell {
	size_t token;
	int16_t score[CHAIN_TAGS];
	bool ends;        /* its run */
	struct vote *vote; /* NULL: none */
};

/* What all atoms at one place of equal runs scored. */
struct vote {
	int32_t sum[CHAIN_TAGS];
	int32_t n;
};

/* The row in work is too large for the stack of a library. */
struct tagger {
	struct name_doc *d;
	struct name_scan scan;
	struct name_row row;
	struct name_features features;
	struct table votes;
	struct cell *cell;
	size_t ncell, room;
	int32_t score[ATOMS_MAX][CHAIN_TAGS];
	unsigned char tag[ATOMS_MAX];
};

static struct cell *
add_cell(struct tagger *t)
{
	if (t->ncell == t->room) {
		t->room = t->room * 2 + 1024;
		t->cell = mem_resize(t->cell, t->room, sizeof(*t->cell));
	}
	return &t->cell[t->ncell++];
}

static struct vote *
vote_of(struct tagger *t, uint32_t run, size_t place)
{
	uint32_t hash = name_hash_next(run, (uint32_t)place);
	struct str key = { (const char *)&hash, sizeof(hash) };
	struct table_slot *slot = table_find(&t->votes, key);

	if (slot == NULL && t->votes.n == VOTE_KEYS_MAX)
		return NULL;
	if (slot == NULL) {
		slot = table_add(&t->votes, arena_dup(t->d->a, key), NULL);
		slot->value = (uint64_t)(uintptr_t)
		              arena_new(t->d->a, struct vote, 1);
	}
	return (struct vote *)(uintptr_t)slot->value;
}

/* How far a tag is behind the best, as far as it counts. */
static int32_t
say(const struct cell *c, int tag)
{
	int32_t best = c->score[0];

	for (int i = 1; i < CHAIN_TAGS; i++)
		if (c->score[i] > best)
			best = c->score[i];
	return c->score[tag] - best < -VOTE_CLIP ? -VOTE_CLIP
	                                         : c->score[tag] - best;
}

/* The cells from first on are one run of capitals. */
static void
cast(struct tagger *t, size_t first)
{
	uint32_t run = 0;

	for (size_t i = first; i < t->ncell; i++)
		run = name_hash_next(run, t->scan.word[t->cell[i].token]);
	for (size_t i = first; i < t->ncell; i++) {
		struct cell *c = &t->cell[i];

		c->vote = vote_of(t, run, i - first);
		for (int k = 0; c->vote != NULL && k < CHAIN_TAGS; k++)
			c->vote->sum[k] += say(c, k);
		if (c->vote != NULL)
			c->vote->n++;
	}
}

static void
score_cell(struct tagger *t, size_t beg, size_t end, size_t i)
{
	struct cell *c = add_cell(t);

	name_features(&t->row, beg, end, i, &t->features);
	chain_score(&t->scan.m->chain, t->features.v, t->features.n, c->score);
	c->token = t->row.atom[ATOM_PAD + i].token;
	c->ends = i + 1 == end;
	c->vote = NULL;
}

static void
score_row(struct tagger *t)
{
	size_t at = 0, end;

	for (; name_row_run(&t->row, &at, &end); at = end) {
		size_t first = t->ncell;

		for (size_t i = at; i < end; i++) {
			bool cap = t->row.atom[ATOM_PAD + i].cap;

			if (!cap)
				cast(t, first);
			score_cell(t, at, end, i);
			if (!cap)
				first = t->ncell;
		}
		cast(t, first);
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
/* Half of what the others say on average: .25, .5 and 1 were tried. */
static void
add_votes(int32_t *score, const struct cell *c)
{
	int32_t others = c->vote == NULL ? 0 : c->vote->n - 1;

	for (int k = 0; k < CHAIN_TAGS; k++) {
		score[k] = c->score[k];
		if (others > 0)
			score[k] += (c->vote->sum[k] - say(c, k)) / others /
			            2;
	}
	score[0] += DOUBT;
}

static void
decode_all(struct tagger *t)
{
	size_t first = 0;

	t->d->hit = arena_new(t->d->a, struct name_hit, t->ncell);
	for (size_t i = 0; i < t->ncell; i++) {
		add_votes(t->score[i - first], &t->cell[i]);
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
	name_scan(&t->scan, d, m);
	score_all(t);
	decode_all(t);
	table_release(&t->votes);
	free(t->cell);
	free(t);
}
