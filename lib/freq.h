/*
 * freq.h - how often each word of a row of documents occurs.
 *
 *	freq_open(&f, &opts);
 *	while (there is a part)
 *		freq_part(&f, &part);
 *	freq_finish(&f); (it calls opts.put)
 *	freq_close(&f);
 *
 * Counts do not depend on how the text arrives. Memory is bounded by the
 * vocabulary and, for n-grams, by the budget.
 */
#ifndef FREQ_H
#define FREQ_H

#include <stdbool.h>
#include <stdint.h>

#include "freq_crew.h"
#include "freq_gram.h"
#include "freq_opts.h"
#include "freq_scan.h"
#include "freq_table.h"
#include "input.h"
#include "out.h"

struct freq {
	const struct freq_opts *opts;
	bool numbered;         /* gram does it, not scan */
	struct freq_gram gram;
	struct freq_crew *crew; /* or NULL: scan does it */
	struct freq_scan scan;
	struct freq_table all; /* wide when docs are wanted */
	struct freq_table doc; /* the words of the document at work */
	uint64_t words;        /* of all finished documents */
};

/* opts live as long as f. */
void freq_open(struct freq *f, const struct freq_opts *opts);
void freq_part(struct freq *f, const struct doc *part);
void freq_finish(struct freq *f);
void freq_close(struct freq *f);
/* Sets the counts of these words to 0, which nothing shows. */
void freq_drop_words(struct freq_table *t, const struct table *words);
/* Gives the words of t to opts->put, in order; t can then only be released. */
void freq_put_table(struct freq_table *t, uint64_t words,
                    const struct freq_opts *opts);

#endif
