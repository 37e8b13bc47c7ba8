/*
 * quote_claim.h - what is known of a quotation, and the cues it hangs on.
 */
#ifndef QUOTE_CLAIM_H
#define QUOTE_CLAIM_H

#include "quote_rule.h"
#include "quote_subject.h"

/* What is known of a piece. */
struct claim {
	enum quote_rule rule;
	size_t cue, cue_end; /* words; 0: none */
	struct phrase who;
	size_t group;        /* index of its first piece */
};

extern const struct claim claim_none;

struct claim claim_of(enum quote_rule rule, size_t cue, struct phrase who);
/* The word i is a verb of one of the finite classes, or of the base ones where
 * a base form can be finite; what can be a noun too has a subject before it. */
bool claim_verb(const struct quote_doc *d, size_t i, unsigned finite,
                unsigned base);
/* "according to" at i. */
bool claim_according(const struct quote_doc *d, size_t i);
struct claim claim_by_according(const struct quote_doc *d, size_t i);
/* Whether the cue at v stands before its subject: "said Smith", not "said he
 * would". */
struct claim claim_inverted(const struct quote_doc *d, size_t v);
/* i is whom "quoted" has as its object: "quoted him as saying". */
bool claim_quoted(const struct quote_doc *d, size_t i);
/* The nearest cue before the quotation at q, from the word `from` back; what
 * somebody thinks gives way to what somebody says. */
struct claim claim_before(const struct quote_doc *d, size_t from, size_t q);
/* Any finite verb before the quotation at q. */
struct claim claim_any(const struct quote_doc *d, size_t q,
                       enum quote_rule rule);

#endif
