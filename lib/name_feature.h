/*
 * name_feature.h - what the tagger looks at: the hashed features of an atom.
 */
#ifndef NAME_FEATURE_H
#define NAME_FEATURE_H

#include "name_row.h"

enum { FEATURES_MAX = CHAIN_FEATURES_MAX };

struct name_features {
	uint32_t v[FEATURES_MAX];
	size_t n;
	/* What word it is; what the rest of the document tells; the rest. */
	size_t end[CHAIN_GROUPS];
};

/* Of atom i in the run from beg to end. */
void name_features(const struct name_row *r, size_t beg, size_t end, size_t i,
                   struct name_features *f);

#endif
