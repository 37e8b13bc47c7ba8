/*
 * clean_feature.h - the features by which a block is judged.
 *
 * Linear models, each over the scores of the one before (stacking: Wolpert
 * 1992): the first sees a block and the shape of its neighbours, the later
 * ones also the scores around it, the best-sum segment, the words that it
 * shares with the sure blocks, and how much of the page is sure.
 */
#ifndef CLEAN_FEATURE_H
#define CLEAN_FEATURE_H

#include <stddef.h>
#include <stdint.h>

#include "clean_page.h"
#include "model.h"

enum {
	CLEAN_STAGES = 2,
	CLEAN_TITLE = CLEAN_STAGES, /* a last model, which finds that */
	CLEAN_MODELS,
	CLEAN_TEMPLATES = 128, /* of a stage, at most */
	CLEAN_VALUES = 64,    /* of a dense template */
	CLEAN_FEATURES_MAX = 256
};

#define CLEAN_HASHED 0x80000000U

/* A feature is template * CLEAN_VALUES + value, or a hash of any value with
 * CLEAN_HASHED set. */
struct clean_features {
	uint32_t v[CLEAN_FEATURES_MAX];
	size_t n;
};

/* The features of block i for stage p->stage. */
void clean_features(const struct clean_page *p, size_t i,
                    struct clean_features *f);

#endif
