/*
 * train_sums.h - forward and backward sums of one row, for train_chain.c.
 *
 * Products of probabilities, each token's made to add up to 1, so that none
 * vanishes (Rabiner, Proc. IEEE 1989).
 */
#ifndef TRAIN_SUMS_H
#define TRAIN_SUMS_H

#include <stdint.h>

#include "model_chain.h"

typedef double train_tags[CHAIN_TAGS];

struct train_sums {
	uint32_t allowed[CHAIN_MAX];  /* of each token: a bit for each tag */
	train_tags score[CHAIN_MAX];  /* e to the power of scores */
	train_tags pair[CHAIN_TAGS];  /* the same of pairs: before, after */
	train_tags grad[CHAIN_MAX];   /* what scores should grow by */
	train_tags pair_grad[CHAIN_TAGS];
	train_tags ahead[CHAIN_MAX + 1], back[CHAIN_MAX + 1];
};

/* e^x, with the same result on every machine. */
double train_power(double x);
/* Adds sign times the probabilities of tags and pairs of n tokens, given that
 * the tags are allowed, to the gradients. */
void train_sums_add(struct train_sums *s, size_t n, double sign);

#endif
