/*
 * quote_rows.h - which quotations are shown, and how.
 */
#ifndef QUOTE_ROWS_H
#define QUOTE_ROWS_H

#include "input.h"
#include "out.h"
#include "place.h"
#include "quote.h"
#include "record.h"

struct quote_choice {
	unsigned kinds; /* a bit an enum quote_kind */
	double confidence; /* at least */
	bool join;      /* one row an utterance */
	size_t before;  /* rows of the document's parts before */
};

/* "direct,fragment" as bits; false when a word is none of the kinds. */
bool quote_kinds(struct str list, unsigned *kinds);
/* Adds the words of a file, one a line, to verbs. False when it cannot be
 * read, which has been reported. */
bool quote_verbs(struct arena *a, struct table *verbs, const char *path);
/* The quotations that are wanted, numbered anew. */
struct quotes quote_choose(struct arena *a, struct quotes all,
                           const struct quote_choice *c);
/* Where records go. */
struct quote_out {
	struct record *record;
	struct place *place;   /* begun with doc */
	const struct doc *doc;
	bool plain;            /* name, cue, quotation; else every column */
	bool with_doc;         /* the document first, in plain output */
	bool context;          /* the reporter's sentence at the end */
};

/* Of all but plain output, NULL-terminated; the last is "context". */
extern const char *const quote_columns[];
extern const char *const quote_columns_context[];
void quote_put(const struct quote_out *o, const struct quote *q);
/* Writes the text with each quotation marked and its speaker behind it in
 * brackets. */
void quote_markup(struct out *o, struct str text, struct quotes q,
                  bool color);

#endif
