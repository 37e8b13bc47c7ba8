/*
 * model.h - linear models with hashed features and integer weights.
 *
 * A model file is a header of MODEL_HEADER bytes and a table of int16 weights,
 * little-endian: "newsmodl", the task's name (8 bytes, NUL-padded), the table's
 * size as a power of two (1 byte), 3 bytes of 0, the CRC-32 of the table
 * (4 bytes), 8 bytes of 0. A feature is a 32-bit hash; its weight is that of
 * its lowest bits (feature hashing: Weinberger et al., ICML 2009). Scores are
 * sums of integers: the same on every machine. Model files are input and
 * nothing of them is believed before it is checked.
 */
#ifndef MODEL_H
#define MODEL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

enum {
	MODEL_HEADER = 32,
	MODEL_ONE = 256, /* a score of 256 is a log-odds of 1 */
	MODEL_BITS_MAX = 24
};

struct model {
	const unsigned char *weight; /* 2 bytes each, view of the blob */
	uint32_t mask;
};

/* blob is kept and must outlive the model. False, and err_report() with the
 * subject path, when it is no model for task. */
bool model_open(struct model *m, struct str blob, const char *task,
                struct str path);
/* Reads the file at path into hold, which the caller releases, and opens it. */
bool model_load(struct model *m, struct buf *hold, const char *task,
                const char *path);

/* The same header in front of another kind of body: checks it and gives the
 * body, a view; appends both. */
bool model_unwrap(struct str blob, const char *task, struct str path,
                  struct str *body);
void model_wrap(struct buf *out, const char *task, struct str body);

/* The weight of one feature. */
static inline int32_t
model_weight(const struct model *m, uint32_t feature)
{
	const unsigned char *w = m->weight + 2 * (size_t)(feature & m->mask);

	return (int16_t)(w[0] | w[1] << 8);
}

/* The sum of the weights of n features: positive is yes. */
int32_t model_score(const struct model *m, const uint32_t *feature, size_t n);
/* 1 / (1 + e^-x) of a score, in thousandths, by a table of integers. */
int model_probability(int32_t score);

/* The feature of a template (a small number of the caller's) and a value; not
 * keyed, since weights are stored by it. */
uint32_t model_feature(uint32_t template, uint32_t value);
/* The same for a string: FNV-1a with a final mix. */
uint32_t model_feature_str(uint32_t template, struct str value);

/* Appends header and weights, count of them (a power of two). */
void model_write(struct buf *out, const char *task, const int16_t *weight,
                 size_t count);

#endif
