/*
 * name_feature.h - what the tagger looks at.
 *
 * A sentence as a row of atoms; runs of atoms that can be part of a name; the
 * hashed features of an atom. Tagger and trainer share them: a change here
 * asks for a new model.
 */
#ifndef NAME_FEATURE_H
#define NAME_FEATURE_H

#include "name_seen.h"

enum {
	FEATURES_MAX = 160,
	ATOM_PAD = 3,      /* blank atoms before and behind a row */
	ATOMS_MAX = 512    /* of a row: a longer sentence is cut */
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
};

struct name_row {
	const struct name_scan *scan;
	struct name_atom atom[ATOMS_MAX + 2 * ATOM_PAD];
	size_t n;
	bool starts; /* the first atom is a sentence's first */
	unsigned char caps;
};

struct name_features {
	uint32_t v[FEATURES_MAX];
	size_t n;
	size_t nidentity; /* the first ones: what word it is */
};

/* Fills the row with tokens beg to end (at most ATOMS_MAX) of sentence sent. */
void name_row_fill(struct name_row *r, const struct name_scan *s, size_t sent,
                   size_t beg, size_t end);
/* The next run of atoms that may be names, from *at on; false at the end. */
bool name_row_run(const struct name_row *r, size_t *at, size_t *end);
/* Of atom i in the run from beg to end. */
void name_features(const struct name_row *r, size_t beg, size_t end, size_t i,
                   struct name_features *f);

#endif
