/*
 * clean_line.h - the lines of a document, and what can be counted in them.
 *
 * A row is one line of the text. A block is what is judged as one: a row, or
 * the rows of one paragraph of hard-wrapped text. Blank rows are in no block.
 */
#ifndef CLEAN_LINE_H
#define CLEAN_LINE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "clean_fact.h"
#include "str.h"

/* Longer texts are worked in pieces, so that memory has a bound. */
enum { CLEAN_ROWS_MAX = 65536 };

struct clean_row {
	struct span at;    /* with its line end */
	uint32_t block;    /* index; CLEAN_BLANK for a blank row */
	uint16_t columns;  /* with its indent, as far as wrapping asks */
};

#define CLEAN_BLANK UINT32_MAX

struct clean_block {
	struct span at;  /* from its first to its last byte that is no blank */
	uint32_t row, nrow;
	uint32_t gap;    /* blank rows before it */
	uint32_t indent; /* bytes of white space before it */
	struct clean_facts facts;
};

struct clean_lines {
	struct str text;
	struct clean_row *row;
	size_t nrow;
	struct clean_block *block;
	size_t nblock;
	struct clean_words words; /* of the blocks, in order */
	size_t width;   /* text is hard-wrapped there; 0: it is not */
	size_t used;    /* bytes of the text that the rows cover */
};

/* The rows, blocks and facts of text, or of its first CLEAN_ROWS_MAX lines,
 * all in the arena. groups and copies are left 0. */
struct clean_lines clean_lines(struct arena *a, struct str text);

#endif
