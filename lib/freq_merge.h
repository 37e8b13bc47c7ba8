/*
 * freq_merge.h - adds up lists that wordfreq has written.
 *
 * A list is "count TAB word" lines (or word TAB count; blanks may be before
 * the count, as uniq -c writes), or CSV with its header line. It must be full,
 * and made with the same options as the others.
 */
#ifndef FREQ_MERGE_H
#define FREQ_MERGE_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "freq_opts.h"
#include "freq_table.h"
#include "input.h"

struct freq_merge {
	bool word_first;       /* word TAB count */
	bool docs;             /* they are wanted: CSV is needed */
	struct freq_table all; /* wide */
	uint64_t words;
	struct buf list;       /* the one at work */
};

void freq_merge_open(struct freq_merge *m, bool word_first, bool docs);
/* Adds a part of a list; what is wrong with it is reported. */
void freq_merge_part(struct freq_merge *m, const struct doc *part);
void freq_merge_finish(struct freq_merge *m, const struct freq_opts *opts);
void freq_merge_close(struct freq_merge *m);

/* Reads a list for somebody else, its words and counts alone. */
typedef void freq_merge_add(void *context, struct str word, uint64_t count);
void freq_merge_read(struct str name, struct str list, freq_merge_add *add,
                     void *context);

#endif
