/*
 * quote_cue.h - the verb that reports a quotation, and its subject.
 */
#ifndef QUOTE_CUE_H
#define QUOTE_CUE_H

#include "quote_claim.h"

/* What the sentence around piece i says of it. */
struct claim quote_explicit(const struct quote_doc *d, size_t i);
/* What the sentence before piece i, which begins a sentence, says of it. */
struct claim quote_lead(const struct quote_doc *d, size_t i);
/* Without a cue: the subject of any verb before it. */
struct claim quote_loose(const struct quote_doc *d, size_t i);

#endif
