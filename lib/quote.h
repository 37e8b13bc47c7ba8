/*
 * quote.h - what is said, and by whom.
 *
 * Spans are byte offsets into the text; names are views of the text or of the
 * arena. Quotations come in text order.
 */
#ifndef QUOTE_H
#define QUOTE_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "name.h"
#include "quote_scan.h"
#include "str.h"
#include "table.h"
#include "token.h"

enum quote_kind {
	QUOTE_DIRECT,
	QUOTE_FRAGMENT, /* a few words inside the reporter's sentence */
	QUOTE_INDIRECT, /* "Smith said that ..." */
	QUOTE_SCARE,    /* scare quotes, titles of works, terms */
	QUOTE_KINDS
};

enum quote_type {
	QUOTE_NOBODY, QUOTE_PER, QUOTE_ORG, QUOTE_LOC, QUOTE_PRON, QUOTE_NOUN,
	QUOTE_TYPES
};

struct quote {
	struct span at;      /* without the marks */
	struct span outer;   /* with them */
	struct span cue;     /* empty: none */
	struct span speaker; /* as written; empty: none */
	struct span title;
	struct span context; /* the reporter's sentence */
	struct str said;     /* the words: of several pieces when joined */
	struct str name;     /* in full; empty rather than guessed */
	size_t id;           /* its number, from 1 */
	size_t group;        /* the number of the first of its utterance */
	const char *rule;
	double confidence;
	enum quote_kind kind;
	enum quote_type type;
};

struct quotes {
	struct quote *v;
	size_t n;
};

/* "direct", "PER". */
extern const char *const quote_kind_names[];
extern const char *const quote_type_names[];

/* What quote_find() works on. */
struct quote_text {
	struct str text;
	struct pieces pieces;
	const struct tokens *toks;
	struct spans sents;
	const struct names *names;
	const struct table *verbs; /* more cues, in small letters; or NULL */
	bool indirect; /* look for indirect speech as well */
};

struct quotes quote_find(struct arena *a, const struct quote_text *t);
/* Quotations without speakers, by their looks alone. */
struct quotes quote_spans(struct arena *a, struct str text,
                          struct pieces pieces);

#endif
