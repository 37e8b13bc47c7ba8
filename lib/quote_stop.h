/*
 * quote_stop.h - how a quotation ends, quotations inside it left out.
 */
#ifndef QUOTE_STOP_H
#define QUOTE_STOP_H

#include "quote_word.h"

/* The last byte of the piece that is no quotation mark and no bracket. */
char quote_last(const struct quote_doc *d, size_t piece);
/* The piece ends in a stop; *full: in a full one. */
bool quote_stops(const struct quote_doc *d, size_t piece, bool *full);

#endif
