/*
 * quote_resolve.h - from the speaker as written to the full name.
 */
#ifndef QUOTE_RESOLVE_H
#define QUOTE_RESOLVE_H

#include "quote.h"
#include "quote_cue.h"

/* Sets speaker, title, name and type of each quotation from its claim. */
void quote_resolve(const struct quote_doc *d, const struct claim *claims,
                   struct quotes *found);

#endif
