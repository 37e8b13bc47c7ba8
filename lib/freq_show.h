/*
 * freq_show.h - counts as lines, records or a matrix.
 */
#ifndef FREQ_SHOW_H
#define FREQ_SHOW_H

#include <stdbool.h>

#include "buf.h"
#include "freq_asked.h"
#include "freq.h"
#include "freq_opts.h"
#include "out.h"
#include "record.h"

struct freq_show {
	struct out *out;
	struct record *record;
	const struct freq_asked *asked; /* plain, word_first, docs, ... */
	bool group;       /* the group first */
	struct buf lines; /* not yet in out */
	uint64_t rows;
};

/* The columns of records; valid until the next call. */
const char *const *freq_show_columns(const struct freq_show *s);
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
