/*
 * quote_cue.h - the verb that reports a quotation, and its subject.
 */
#ifndef QUOTE_CUE_H
#define QUOTE_CUE_H

#include "quote_rule.h"
#include "quote_subject.h"

/* What is known of a piece. */
struct claim {
	enum quote_rule rule;
	size_t cue, cue_end; /* words; 0: none */
	struct phrase who;
	size_t group;        /* index of its first piece */
	bool direct;         /* a whole clause */
};

/* What the sentence around piece i says of it. */
struct claim quote_explicit(const struct quote_doc *d, size_t i);
/* What the sentence before piece i, which begins a sentence, says of it. */
struct claim quote_lead(const struct quote_doc *d, size_t i);
/* Without a cue: the subject of any verb before it. */
struct claim quote_loose(const struct quote_doc *d, size_t i);
/* The last character of the piece that is no quotation mark. */
char quote_last(const struct quote_doc *d, size_t piece);

#endif
