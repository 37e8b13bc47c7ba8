/*
 * quote_kind.h - direct speech, a fragment of it, or no speech at all.
 */
#ifndef QUOTE_KIND_H
#define QUOTE_KIND_H

#include "quote.h"
#include "quote_cue.h"

enum quote_kind quote_kind_of(const struct quote_doc *d,
                              const struct claim *c, size_t i);
/* Whether a piece without a cue reads like speech: several words that are no
 * title, or a few after an article or a colon. */
bool quote_wording(const struct quote_doc *d, size_t i);
/* The kind by the looks of a piece and its edges alone. */
enum quote_kind quote_kind_looks(struct str text, const struct piece *p);

#endif
