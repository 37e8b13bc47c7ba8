/* name_vote.c - what the mentions of a document tell each other. */
#include "name_vote.h"

enum {
	VOTE_CLIP = 6 * CHAIN_ONE, /* a mention's say against a tag */
	VOTE_KEYS_MAX = 65536, /* later runs and words do not vote */
	PLACE_PART = 2, /* of 1, .5, .25 a half was best */
	WORD_PART = 5   /* of 0, .2, .3, .5 a fifth */
};

/* What all atoms at one place of equal runs scored. */
struct place_vote {
	int32_t sum[CHAIN_TAGS];
	int32_t n;
};

struct word_vote {
	int32_t sum[VOTE_TYPES];
	int32_t n;
};

/* The record of a key, made when it is new; NULL when there are too many. */
static void *
record_of(struct name_votes *v, struct table *t, uint32_t hash, size_t size)
{
	struct str key = { (const char *)&hash, sizeof(hash) };
	struct table_slot *slot = table_find(t, key);

	if (slot == NULL && t->n == VOTE_KEYS_MAX)
		return NULL;
	if (slot == NULL) {
		slot = table_add(t, arena_dup(v->a, key), NULL);
		slot->value = (uint64_t)(uintptr_t)
		              arena_new(v->a, int32_t, size / 4);
	}
	return (void *)(uintptr_t)slot->value;
}

/* How far a tag is behind the best, as far as it counts. */
static int32_t
say(const struct name_cell *c, int tag)
{
	int32_t best = c->score[0];

	for (int i = 1; i < CHAIN_TAGS; i++)
		if (c->score[i] > best)
			best = c->score[i];
	return c->score[tag] - best < -VOTE_CLIP ? -VOTE_CLIP
	                                         : c->score[tag] - best;
}

void
name_vote_run(struct name_votes *v, const struct name_scan *s,
              struct name_cell *cell, size_t n)
{
	uint32_t run = 0;

	for (size_t i = 0; i < n; i++)
		run = name_hash_next(run, s->word[cell[i].token]);
	for (size_t i = 0; i < n; i++) {
		struct place_vote *p = record_of(v, &v->places,
		    name_hash_next(run, (uint32_t)i), sizeof(*p));

		cell[i].place = p;
		for (int k = 0; p != NULL && k < CHAIN_TAGS; k++)
			p->sum[k] += say(&cell[i], k);
		if (p != NULL)
			p->n++;
	}
}

void
name_vote_word(struct name_votes *v, const struct name_scan *s,
               struct name_cell *c, const int32_t margin[VOTE_TYPES])
{
	struct word_vote *w = record_of(v, &v->words, s->word[c->token],
	                                sizeof(*w));

	c->word = w;
	for (int y = 0; w != NULL && y < VOTE_TYPES; y++) {
		c->margin[y] = (int16_t)(margin[y] < -VOTE_CLIP ? -VOTE_CLIP
		                                                : margin[y]);
		w->sum[y] += c->margin[y];
	}
	if (w != NULL)
		w->n++;
}

static int
type_of(int tag)
{
	return tag == 0 ? 0 : 1 + (tag - 1) / 4;
}

void
name_vote_add(const struct name_cell *c, int32_t score[CHAIN_TAGS])
{
	const struct place_vote *p = c->place;
	const struct word_vote *w = c->word;

	for (int k = 0; k < CHAIN_TAGS; k++) {
		int y = type_of(k);

		score[k] = c->score[k];
		if (p != NULL && p->n > 1)
			score[k] += (p->sum[k] - say(c, k)) / (p->n - 1) /
			            PLACE_PART;
		if (w != NULL && w->n > 1)
			score[k] += (w->sum[y] - c->margin[y]) / (w->n - 1) /
			            WORD_PART;
	}
}

void
name_votes_release(struct name_votes *v)
{
	table_release(&v->places);
	table_release(&v->words);
}
