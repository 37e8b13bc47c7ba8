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
#include "clean_repeat.h"
#include "str.h"

struct clean; /* opaque: weights and phrases */

enum clean_level {
	CLEAN_AUTO,  /* told by the number of sure labels */
	CLEAN_DUMP,  /* a whole page */
	CLEAN_LIGHT  /* what a scraper left: a line is dropped only when sure */
};

struct clean_opts {
	const char *model;    /* path of a model file; NULL: the built-in one */
	const char *patterns; /* path of a file of clean_pattern.h, or NULL */
	const char *repeats;  /* path of a file of clean_repeat.h, or NULL */
	const char *keep, *drop; /* lists of classes (clean_class.h), or NULL */
	double bias;          /* added to the log-odds of every line */
	int level;            /* enum clean_level */
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

/* NULL, and err_report(), when a file or a list is no good. */
struct clean *clean_new(const struct clean_opts *opts);
/* Judges the lines of text, or the first 65,536: then used < text.n. source is
 * that of the document, for repeats; it may be empty. */
struct clean_lines_kept clean_text(const struct clean *c, struct arena *a,
                                   struct str text, struct str source);
/* Counts the lines of text as those of one document of a source, once it has
 * been judged; doc is its number, from 1. Does nothing when half of its sure
 * lines are known from another document: a copy is no repetition. */
void clean_learn(const struct clean *c, struct clean_repeat *r, uint32_t doc,
                 struct str text, struct str source);
void clean_free(struct clean *c);

#endif
