/*
 * train.h - the trainer of binary linear models.
 *
 * Logistic regression by stochastic gradient descent with AdaGrad (Duchi,
 * Hazan and Singer, JMLR 2011) and L2 decay; examples in an order drawn by a
 * fixed generator: the same data give the same bytes. Weights are rounded to
 * integers of 1 / MODEL_ONE.
 */
#ifndef TRAIN_H
#define TRAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"

struct train; /* opaque */

struct train_opts {
	int bits;      /* of the weight table, 1 to MODEL_BITS_MAX */
	int epochs;
	double rate;   /* AdaGrad's step, .1 is a start */
	double decay;  /* L2 pull to 0 a step of a weight, 1e-5 is a start */
	double dropout; /* share of features that a step leaves out; 0: none.
	                 * Against learning single sources by heart (Wager,
	                 * Wang and Liang, NIPS 2013) */
};

struct train *train_new(const struct train_opts *opts);
/* One example: n features, the answer, and how much it counts. */
void train_add(struct train *t, const uint32_t *feature, size_t n, bool yes,
               double weight);
size_t train_count(const struct train *t);
/* Learns from all examples and appends the model file. */
void train_write(struct train *t, const char *task, struct buf *out);
void train_free(struct train *t);

#endif
