/*
 * name_vote.h - what the mentions of a document tell each other.
 *
 * One name, one type, unless the evidence differs strongly. Two votes are
 * added to what an atom scores by itself: that of equal runs of capitals, tag
 * by tag, and that of all mentions of the same word, "Marsh" in "Marsh &
 * Co" and alone, type by type.
 */
#ifndef NAME_VOTE_H
#define NAME_VOTE_H

#include "name_seen.h"
#include "table.h"

enum { VOTE_TYPES = 1 + CHAIN_TYPES };

struct place_vote; /* opaque */
struct word_vote;  /* opaque */

/* An atom that may be part of a name. */
struct name_cell {
	size_t token;
	int16_t score[CHAIN_TAGS];
	int16_t margin[VOTE_TYPES]; /* as chain_margins() tells, clipped */
	bool ends;  /* its run */
	bool votes; /* for its word: it has a capital and is no function word */
	struct place_vote *place; /* NULL: none */
	struct word_vote *word;
};

struct name_votes {
	struct arena *a;
	struct table places, words;
};

/* The cells are one run of capitals. */
void name_vote_run(struct name_votes *v, const struct name_scan *s,
                   struct name_cell *cell, size_t n);
/* The word of a cell, whose margins are given. */
void name_vote_word(struct name_votes *v, const struct name_scan *s,
                    struct name_cell *c,
                    const int32_t margin[VOTE_TYPES]);
/* What a cell scores with the votes of the others. */
void name_vote_add(const struct name_cell *c, int32_t score[CHAIN_TAGS]);
void name_votes_release(struct name_votes *v);

#endif
