/*
 * clean.h - which lines of a text are the article's own.
 *
 * A document is judged as a whole: every line by what it holds, by the lines
 * around it and by the words that it shares with the sure ones. Nothing is
 * changed: a line is kept or dropped.
 */
#ifndef CLEAN_H
#define CLEAN_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "str.h"

struct clean; /* opaque: weights and phrases */

struct clean_opts {
	const char *model; /* path of a model file; NULL: the built-in one */
	double bias;       /* added to the log-odds of every line */
};

struct clean_line {
	struct span at;    /* of the text, with the line end */
	bool keep;
	int32_t score;     /* MODEL_ONE is a log-odds of 1; 0 of a blank line */
	struct str reason; /* why it is dropped; empty: it is kept */
};

struct clean_lines_kept {
	struct clean_line *line; /* in the arena */
	size_t n;
	size_t used; /* bytes of the text that were judged */
	bool sure;   /* false: no line was, and all are kept */
};

/* NULL, and err_report(), when the model is no good. */
struct clean *clean_new(const struct clean_opts *opts);
/* Judges the lines of text, or the first 65,536: then used < text.n. */
struct clean_lines_kept clean_text(const struct clean *c, struct arena *a,
                                   struct str text);
void clean_free(struct clean *c);

#endif
