/*
 * freq_opts.h - what a count is asked for, and what it answers.
 */
#ifndef FREQ_OPTS_H
#define FREQ_OPTS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "freq_sort.h"
#include "str.h"
#include "table.h"

struct stem;

enum { FREQ_GRAM_MAX = 9 };

enum freq_by { FREQ_BY_NONE, FREQ_BY_DOC, FREQ_BY_FIELD };

/* One word or n-gram of a group of documents. */
struct freq_row {
	struct str group; /* the document's name or the field's value */
	struct str word;
	uint64_t count;
	uint64_t docs;
	uint64_t words;   /* of the group, all of them */
	uint64_t rank;    /* from 1 */
	int64_t spread;   /* see freq_dkl() */
	double dp;
};

/* Rows come in order: groups by their bytes (documents as they are read), then
 * as the order says. Views are valid during the call. */
typedef void freq_put(void *context, const struct freq_row *row);

struct freq_opts {
	unsigned rules;   /* enum freq_rules */
	unsigned sizes;   /* bit n: n-grams of n words; 0: words */
	bool across;      /* n-grams go on over the ends of sentences */
	bool docs;        /* docs and spread are wanted */
	bool dp;          /* dp is wanted */
	bool matrix;      /* and the cells */
	enum freq_by by;
	struct str field; /* FREQ_BY_FIELD */
	size_t budget;    /* bytes for n-grams; 0: FREQ_BUDGET */
	unsigned threads; /* for words alone; 0: 1 */
	const struct table *stop; /* words left out, or NULL */
	struct stem *stem;        /* or NULL */
	struct freq_order order;  /* top: of each group */
	freq_put *put;
	void *context;
};

#define FREQ_BUDGET ((size_t)512 << 20)
#define FREQ_BUDGET_MIN ((size_t)16 << 20)

/* "2", or "1,3" for 1 to 3: sizes of n-grams, as bits; false when they are
 * none. */
bool freq_parse_sizes(struct str s, unsigned *sizes);
/* "512M": bytes, with K, M or G; false when it is none. */
bool freq_parse_bytes(struct str s, size_t *bytes);
/* Words of one million are this one. */
double freq_per_million(uint64_t count, uint64_t words);
/* v of a document's n words are one word: v * log2(v / n), in units, rounded
 * up. Sums of it do not depend on the order of the documents, and merge. */
int64_t freq_spread(uint64_t v, uint64_t n);
/* Gries's Kullback-Leibler dispersion (Gries, "Analyzing dispersion", 2020),
 * in bits: 0 when every document has its share. */
double freq_dkl(const struct freq_row *row);
/* The spread that a row with this dkl has. */
int64_t freq_spread_of(double dkl, uint64_t count, uint64_t words);

#endif
