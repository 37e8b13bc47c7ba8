/*
 * quote_resolve.h - from the speaker as written to the full name.
 */
#ifndef QUOTE_RESOLVE_H
#define QUOTE_RESOLVE_H

#include "quote.h"
#include "quote_cue.h"

/* A piece, or a clause of indirect speech, with its claim. */
struct quote_item {
	struct claim claim;
	size_t piece; /* or QUOTE_NO_PIECE */
	struct span at;
	size_t word;  /* the placeholder, or the first word of the clause */
};

#define QUOTE_NO_PIECE ((size_t)-1)

/* Sets speaker, title, name and type of each quotation from its claim; items
 * and quotations go side by side. */
void quote_resolve(const struct quote_doc *d, const struct quote_item *items,
                   struct quotes *found);

#endif
