/*
 * freq_gram_rows.h - what a freq_gram has counted, in order.
 */
#ifndef FREQ_GRAM_ROWS_H
#define FREQ_GRAM_ROWS_H

#include "freq_gram.h"
#include "out.h"

/* Gives every row to opts->put. */
void freq_gram_finish(struct freq_gram *g);
/* The same of the document at work. */
void freq_gram_put_doc(struct freq_gram *g);
/* After that, writes the cells of the matrix, "document column count", by
 * documents and columns; g->docs, columns and ncells are its size. */
void freq_gram_cells(struct freq_gram *g, struct out *out);

#endif
