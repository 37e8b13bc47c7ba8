/*
 * freq_gram.h - counts of n-grams, of groups of documents, and all else for
 * which words need numbers.
 *
 * Counts that do not fit in the budget go to a file without a name.
 */
#ifndef FREQ_GRAM_H
#define FREQ_GRAM_H

#include "arena.h"
#include "buf.h"
#include "freq_adder.h"
#include "freq_opts.h"
#include "freq_spill.h"
#include "freq_table.h"
#include "freq_vocab.h"
#include "input.h"

struct freq_gram {
	const struct freq_opts *o;
	struct freq_vocab vocab;
	struct freq_vocab groups;
	uint64_t *group_words;   /* by number, [0] when there are no groups */
	uint32_t group;          /* of the document, 0: there are none */
	size_t longest;          /* n-gram */
	struct freq_table all;   /* rows of numbers; wide */
	struct freq_table doc;   /* the same of one document */
	bool by_doc;             /* it is used */
	struct freq_adder adder; /* to the one that is counted in */
	struct freq_spill sums;  /* what all could not hold */
	bool spilled;
	struct freq_spill parts; /* v and n of each document, for dp */
	struct freq_spill cells; /* of the matrix */
	struct buf names;        /* of the documents, a line each */
	uint32_t *column;        /* of the matrix, by number; 0: none */
	uint32_t columns;
	uint64_t ncells;
	uint32_t docs;
	uint64_t doc_words;
	uint32_t window[FREQ_GRAM_MAX];
	size_t held;             /* words of it, the last ones last */
	struct arena a;          /* of the part */
	struct buf key, name;
};

void freq_gram_open(struct freq_gram *g, const struct freq_opts *opts);
void freq_gram_part(struct freq_gram *g, const struct doc *part);
void freq_gram_close(struct freq_gram *g);

/* For freq_merge.h. The number of a group, by its name. */
uint32_t freq_gram_group(struct freq_gram *g, struct str value);
/* The slot of an n-gram of a group, whose words have single blanks between;
 * NULL when one is a stop word. False when it is no n-gram. */
bool freq_gram_add(struct freq_gram *g, uint32_t group, struct str gram,
                   struct freq_slot **slot);

/* For freq_gram_rows.h. A key as a record: its group (or 0) first,
 * zeros behind. */
enum { FREQ_GRAM_KEY = 1 + FREQ_GRAM_MAX };
void freq_gram_read(const struct freq_gram *g, const struct freq_slot *s,
                    uint32_t *record);
/* The next used slot; *i starts as 0. */
const struct freq_slot *freq_gram_slot(const struct freq_table *t, size_t *i);
/* Adds all to sums, and empties it. */
void freq_gram_spill(struct freq_gram *g);

#endif
