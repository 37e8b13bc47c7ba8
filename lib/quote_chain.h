/*
 * quote_chain.h - quotations whose speaker stands in another sentence.
 */
#ifndef QUOTE_CHAIN_H
#define QUOTE_CHAIN_H

#include "quote_cue.h"

/* Fills the claims that the sentences alone left open, and the groups. */
void quote_chain(const struct quote_doc *d, struct claim *claims);

#endif
