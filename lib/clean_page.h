/*
 * clean_page.h - what is known of a whole page: its blocks, what is repeated
 * in it, and, once blocks have scores, where the article seems to stand.
 */
#ifndef CLEAN_PAGE_H
#define CLEAN_PAGE_H

#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "clean_line.h"
#include "clean_phrase.h"

/* Counts over all blocks before one: differences are those of a window. */
struct clean_sums {
	uint32_t bytes, stops, bullets, quotes, copied;
};

/* Blocks from one that is article by its score to another, with no three in
 * a row between them that are not. All zero outside of any. */
struct clean_part {
	uint32_t beg, end;
	uint32_t mass;    /* bytes of its article blocks */
	uint32_t gap;     /* groups of the labels just above it */
	uint16_t overlap; /* of its words with the core's, as below */
};

struct clean_page {
	struct clean_lines lines;
	int32_t *score;     /* a block: of the last stage done */
	size_t stage;       /* number of stages done */
	uint64_t *mass;     /* a block: sure bytes before it; one more */
	size_t seg_beg, seg_end; /* blocks of the best-sum segment */
	size_t core_beg, core_end; /* the same, of the surer ones */
	uint16_t *overlap;  /* a block: thousandths of its words that are
	                     * in sure blocks */
	uint16_t *core;     /* the same with the words of the core */
	uint32_t *heading;  /* a block: the last heading before it */
	uint32_t *passed;   /* a block: groups of the labels between it and
	                     * the start of the core */
	uint32_t *run;      /* a block: list items around it, in a row */
	struct clean_part *part; /* a block: the part it is in */
	size_t body_indent;
	struct clean_sums *sum; /* a block, and one more */
	int level;          /* share of the page that is sure, 0 to 7 */
};

enum {
	CLEAN_PAGE_FULL = 6, /* the level of a page that is all article */
	CLEAN_LABEL = 12     /* words of a label, at most */
};

/* Lines, facts, phrases and copies. */
struct clean_page clean_page(struct arena *a, struct str text,
                             const struct clean_phrases *phrases);
/* What stage 1 and later need of the scores: call it after they are set. */
void clean_page_context(struct arena *a, struct clean_page *p);

#endif
