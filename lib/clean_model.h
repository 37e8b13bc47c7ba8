/*
 * clean_model.h - the weights of the stages of clean_page.h.
 *
 * The file is a row of model files (model.h), one a stage. Dense features are
 * unpacked into a table when it is opened, so that a look-up costs no hashing.
 */
#ifndef CLEAN_MODEL_H
#define CLEAN_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "clean_feature.h"
#include "model.h"

struct clean_stage {
	struct model model;
	int16_t *dense; /* by template * 64 + value, from the stage's first */
};

struct clean_model {
	struct clean_stage stage[CLEAN_MODELS];
	struct buf hold; /* the file, when it was read */
};

/* Opens the weights at path, or the built-in ones when path is NULL. False,
 * and err_report(), when they are no good. */
bool clean_model_open(struct clean_model *m, const char *path);
/* The score of features for a stage. */
int32_t clean_model_score(const struct clean_stage *s,
                          const struct clean_features *f);
void clean_model_release(struct clean_model *m);

/* The features as one model file knows them: all hashes. */
void clean_model_hash(struct clean_features *f);
/* Unpacks the dense weights of an opened model; the caller frees s->dense. */
void clean_stage_unpack(struct clean_stage *s, size_t stage);

#endif
