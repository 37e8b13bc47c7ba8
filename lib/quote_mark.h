/*
 * quote_mark.h - the quotation marks and line ends of a text, with prices.
 *
 * Prices are tenths; 0 is what good typography does.
 */
#ifndef QUOTE_MARK_H
#define QUOTE_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "quote_scan.h"
#include "str.h"

enum mark_family {
	MARK_STRAIGHT, /* " and U+FFFD, in whose place some mark was */
	MARK_CURLY,    /* U+201C to U+201F */
	MARK_TICKS,    /* '' and `` */
	MARK_GUILLEMET,
	MARK_SINGLE,   /* ' U+2018 U+2019, where the text speaks in them */
	MARK_FAMILIES,
	MARK_LINE = MARK_FAMILIES /* a line end, or several in a row */
};

/* Of a MARK_LINE only at (the end of the line's text) and close (the price of
 * running on) count. */
struct mark {
	size_t at;
	unsigned char family; /* enum mark_family */
	unsigned char length;
	unsigned char open, close, skip;
	bool first : 1; /* of its line */
	bool anew : 1;  /* opens behind the end of a sentence */
	bool final : 1; /* after a stop or comma, before a blank */
};

struct marks {
	struct mark *v; /* in text order */
	size_t n;
	bool blocks; /* quote_blocks() */
};

struct marks quote_marks(struct arena *a, struct str text,
                         enum quote_single single);

#endif
