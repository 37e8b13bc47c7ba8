/*
 * train_chain.h - the trainer of chain models: a conditional random field.
 *
 * Lafferty, McCallum and Pereira (ICML 2001), by stochastic gradient ascent
 * with AdaGrad's step (Duchi, Hazan and Singer, JMLR 2011). A token may be
 * given several allowed tags: the likelihood is then that of the set. The
 * order of the rows is drawn by a fixed generator: the same data give the
 * same bytes.
 */
#ifndef TRAIN_CHAIN_H
#define TRAIN_CHAIN_H

#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "model_chain.h"

struct chain_train; /* opaque */

struct chain_train_opts {
	int epochs;
	int refit;      /* epochs with the features that were kept */
	double rate;    /* AdaGrad's step */
	double drop[CHAIN_GROUPS]; /* share of tokens that lack a group */
	double margin;  /* log-odds by which right tags should win */
	double thin;    /* share of all features that is hidden each time */
	size_t at_least; /* a rarer feature is left out */
	size_t room;    /* bytes of the section */
};

struct chain_train *chain_train_new(const struct chain_train_opts *opts);
/* A token of the current row: its features, in groups, and where each group
 * ends; a bit for each tag that it may have. */
void chain_train_token(struct chain_train *t, const uint32_t *feature,
                       const size_t end[CHAIN_GROUPS], uint32_t tags);
/* Ends the row. */
void chain_train_end(struct chain_train *t);
/* Learns from all rows and appends the section. */
void chain_train_write(struct chain_train *t, struct buf *out);
void chain_train_free(struct chain_train *t);

#endif
