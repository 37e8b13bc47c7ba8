/*
 * freq_docs.h - adds the counts of a document to those of all.
 */
#ifndef FREQ_DOCS_H
#define FREQ_DOCS_H

#include <stdint.h>

#include "freq_table.h"

/* all is wide, doc is not; words: of the document. */
void freq_docs_add(struct freq_table *all, const struct freq_table *doc,
                   uint64_t words);

#endif
