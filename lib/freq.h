/*
 * freq.h - how often each word of a row of documents occurs.
 *
 *	freq_open(&f, &opts);
 *	while (there is a part)
 *		freq_part(&f, &part);
 *	list = freq_finish(&f, &order);
 *	... freq_list_item(&list, i) ...
 *	freq_close(&f);
 *
 * Counts do not depend on how the text arrives. Memory is bounded by the
 * vocabulary.
 */
#ifndef FREQ_H
#define FREQ_H

#include <stdbool.h>
#include <stdint.h>

#include "freq_scan.h"
#include "freq_sort.h"
#include "freq_table.h"
#include "input.h"

struct freq_opts {
	unsigned rules; /* enum freq_rules */
	bool docs;      /* document frequency and dispersion are wanted */
};

struct freq {
	struct freq_opts opts;
	struct freq_scan scan;
	struct freq_table all; /* wide when docs are wanted */
	struct freq_table doc; /* the words of the document at work */
	uint64_t words;        /* of all finished documents */
};

void freq_open(struct freq *f, const struct freq_opts *opts);
void freq_part(struct freq *f, const struct doc *part);
struct freq_list freq_finish(struct freq *f, const struct freq_order *order);
void freq_close(struct freq *f);

/* What one of a million words is this one. */
double freq_per_million(uint64_t count, uint64_t words);
/* Gries's Kullback-Leibler dispersion (Gries, "Analyzing dispersion", 2020),
 * in bits: 0 when every document has its share. */
double freq_dkl(const struct freq_item *item, uint64_t words);

#endif
