/*
 * quote_indirect.h - what somebody says without quotation marks.
 *
 * "Smith said that it rained", "It rained, Smith said", "According to Smith,
 * it rained": a sentence that holds no quotation and one verb of saying.
 */
#ifndef QUOTE_INDIRECT_H
#define QUOTE_INDIRECT_H

#include "quote_cue.h"

struct indirect {
	struct claim claim;
	struct span at; /* the clause, in bytes */
	size_t word;    /* its first word */
};

struct indirects {
	struct indirect *v; /* in text order */
	size_t n;
};

struct indirects quote_indirect(const struct quote_doc *d);

#endif
