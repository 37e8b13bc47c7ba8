/*
 * freq_merge.h - adds up lists that wordfreq has written.
 *
 * They must be full, and made with the same options as each other.
 */
#ifndef FREQ_MERGE_H
#define FREQ_MERGE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "freq_asked.h"
#include "freq_gram.h"
#include "freq_listed.h"
#include "freq_opts.h"
#include "freq_table.h"
#include "input.h"

/* What the rows of a list tell about the number of all its words. */
struct freq_told {
	uint64_t count; /* of the most frequent word */
	double per_million;
};

struct freq_merge {
	const struct freq_opts *o;
	struct freq_form form;
	bool csv;              /* is needed */
	struct freq_table all; /* wide; without groups */
	uint64_t words;
	struct freq_gram gram; /* with groups */
	struct buf list;       /* the one at work */
	struct freq_scratch scratch;
	struct freq_told *told; /* by group */
	size_t told_n;
};

/* opts, made of asked, live as long as m. */
void freq_merge_open(struct freq_merge *m, const struct freq_opts *opts,
                     const struct freq_asked *asked);
/* Adds a part of a list; what is wrong with it is reported. */
void freq_merge_part(struct freq_merge *m, const struct doc *part);
void freq_merge_finish(struct freq_merge *m);
void freq_merge_close(struct freq_merge *m);

/* Reads a list for somebody else, its words and counts alone. */
typedef void freq_merge_add(void *context, struct str word, uint64_t count);
void freq_merge_read(struct str name, struct str list, freq_merge_add *add,
                     void *context);

#endif
