/*
 * train_rows.h - the weights of a chain model while it is trained.
 *
 * A row of weights a feature: those seen often enough, later only those that
 * fit the room. Written in the form that model_chain.h describes.
 */
#ifndef TRAIN_ROWS_H
#define TRAIN_ROWS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "model_chain.h"

/* What a step needs of a feature, in one place. */
struct train_row {
	float w[CHAIN_TAGS];
	float g2[CHAIN_TAGS]; /* sums of squared gradients */
};

struct train_rows {
	struct train_row *row;
	float (*sum)[CHAIN_TAGS]; /* of w at some moments */
	uint32_t *hash;  /* of each row's feature; row 0 is no feature's */
	uint32_t *count; /* of its tokens */
	bool *dropped;
	size_t n;
};

/* Replaces each of n hashes by its row, or by 0 when it is too rare. */
void train_rows_index(struct train_rows *r, uint32_t *feature, size_t n,
                      size_t at_least);
/* Asks the processor for a row that will be wanted. */
void train_rows_fetch(const struct train_rows *r, uint32_t row);
void train_rows_score(const struct train_rows *r, uint32_t row,
                      float score[CHAIN_TAGS]);

/* A gradient without the tags that are right already. */
struct train_grad {
	int n;
	unsigned char tag[CHAIN_TAGS];
	float value[CHAIN_TAGS];
};

/* One step of AdaGrad. */
void train_rows_step(struct train_rows *r, uint32_t row,
                     const struct train_grad *g, float rate);
/* Drops the least useful rows until the rest fits room bytes. */
void train_rows_prune(struct train_rows *r, size_t room);
/* Adds the weights to the sum; makes them the mean of n such moments. */
void train_rows_remember(struct train_rows *r);
void train_rows_average(struct train_rows *r, int n);
/* Multiplies all weights. */
void train_rows_scale(struct train_rows *r, double by);
void train_rows_write(const struct train_rows *r, struct buf *out);
void train_rows_free(struct train_rows *r);

#endif
