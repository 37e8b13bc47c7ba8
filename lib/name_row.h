/*
 * name_row.h - a sentence as a row of atoms, and where names can be.
 *
 * An atom is a token with what the tagger must know of it. Trainer and tagger
 * share rows and features: a change here asks for a new model.
 */
#ifndef NAME_ROW_H
#define NAME_ROW_H

#include "name_seen.h"

enum {
	LIST_GROUPS = 7, /* kinds of lists of longer names */
	ATOM_PAD = 5,    /* blank atoms before and behind a row */
	ATOM_REACH = 4,  /* atoms beside a name that tell of it */
	ATOMS_MAX = 512  /* of a row: a longer sentence is cut */
};

struct name_atom {
	uint32_t word, exact, shape;
	uint32_t head, tail[3]; /* first and last bytes */
	uint32_t kinds;
	uint16_t cluster[CLUSTER_LEVELS]; /* 0 for a stranger */
	uint32_t listed; /* place in entries of lists: 3 bits a group */
	size_t token;
	const struct name_seen *seen;
	bool cap, may; /* may be part of a name */
	bool quote, quoted; /* a quotation mark; inside a pair of them */
};

struct name_row {
	const struct name_scan *scan;
	struct name_atom atom[ATOMS_MAX + 2 * ATOM_PAD];
	size_t n;
	bool starts; /* the first atom is a sentence's first */
	unsigned char caps;
};

/* Fills the row with tokens beg to end (at most ATOMS_MAX) of sentence sent. */
void name_row_fill(struct name_row *r, const struct name_scan *s, size_t sent,
                   size_t beg, size_t end);
/* The next run of atoms that may be names, from *at on; false at the end. */
bool name_row_run(const struct name_row *r, size_t *at, size_t *end);

#endif
