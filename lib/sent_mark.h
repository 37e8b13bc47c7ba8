/*
 * sent_mark.h - the marks around the end of a sentence.
 *
 * Each function looks at the bytes from at on and returns the length of the
 * mark there, 0 when it is another. A look past the end of the text is kept
 * in past: what was found may then change when more of the text is there.
 */
#ifndef SENT_MARK_H
#define SENT_MARK_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

struct look {
	struct str text;
	bool past;
};

enum mark_close {
	CLOSE_NONE,
	CLOSE_DOUBLE,  /* a double quotation mark */
	CLOSE_SINGLE,
	CLOSE_BRACKET,
	CLOSE_CITE,    /* [12] */
	CLOSE_KINDS
};

enum mark_lead {
	LEAD_NONE,
	LEAD_QUOTE,
	LEAD_BRACKET,
	LEAD_KINDS
};

/* The byte at at; 0 past the end. */
static inline char
look_at(struct look *k, size_t at)
{
	if (at < k->text.n)
		return k->text.p[at];
	k->past = true;
	return '\0';
}

/* . ! ? and the ellipsis. */
size_t mark_terminator(struct look *k, size_t at);
/* A closing quotation mark or bracket. */
size_t mark_closer(struct look *k, size_t at, enum mark_close *close);
/* A citation: a raised digit; in brackets numbers, one letter, "citation
 * needed". */
size_t mark_citation(struct look *k, size_t at);
size_t mark_opener(struct look *k, size_t at, enum mark_lead *lead);
/* White space: ASCII, NBSP and the other spaces of Unicode. */
size_t mark_space(struct look *k, size_t at);
/* The byte there; '*' for a bullet, '-' for a dash, '$' for a currency, '.'
 * for the ellipsis. */
char mark_byte(struct look *k, size_t at);

#endif
