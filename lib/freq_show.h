/*
 * freq_show.h - counts as lines, records or a matrix.
 */
#ifndef FREQ_SHOW_H
#define FREQ_SHOW_H

#include <stdbool.h>

#include "buf.h"
#include "freq.h"
#include "freq_opts.h"
#include "out.h"
#include "record.h"

struct freq_show {
	struct out *out;
	struct record *record;
	bool plain;       /* count TAB word, to out */
	bool group;       /* the group first */
	bool word_first;  /* word TAB count */
	bool docs;        /* with the number of documents, when plain */
	bool dp;          /* with dp, in records */
	struct buf lines; /* not yet in out */
	uint64_t rows;
};

/* The columns of records, the group under this name (NULL: no group). The row
 * is valid until the next call. */
const char *const *freq_show_columns(const struct freq_show *s,
                                     const char *group);
/* A freq_put; context is a struct freq_show. */
void freq_show_row(void *context, const struct freq_row *row);
/* The same as a comment of the matrix. */
void freq_show_term(void *context, const struct freq_row *row);
/* The document-term matrix in Matrix Market form, in place of freq_finish()
 * with freq_show_term() as opts.put. */
void freq_show_matrix(struct freq_show *s, struct freq *f);
/* Hands the lines so far to out. */
void freq_show_flush(struct freq_show *s);
/* The same for the last time. */
void freq_show_end(struct freq_show *s);

#endif
