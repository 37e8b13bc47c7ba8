/*
 * sent_spot.h - a place where a sentence may end, and what lies around it.
 *
 * A spot is a run of terminators, the closing quotation marks, brackets and
 * citation marks that touch it, white space, and the word behind. What is
 * seen of the text is the sentence so far and two words behind the gap; both
 * end at a line end as at any other end of a sentence, so that splitting what
 * is split already finds the same.
 */
#ifndef SENT_SPOT_H
#define SENT_SPOT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sent_word.h"
#include "str.h"

/* The sentence that is being read. */
struct sent_view {
	struct str text;
	bool last;       /* nothing comes after text */
	bool wrapped;    /* only an empty line ends a paragraph */
	size_t beg;      /* where the sentence starts */
	int quotes;      /* double quotation marks open in it */
	int brackets;    /* brackets open in it */
	sent_extra *extra;
};

enum spot_stop {
	SPOT_STOP,     /* . */
	SPOT_BANG,     /* ! */
	SPOT_QUERY,    /* ? */
	SPOT_ELLIPSIS, /* ... and U+2026 */
	SPOT_SPACED,   /* . . . */
	SPOT_STOPS
};

enum spot_close {
	SPOT_OPEN,    /* nothing closes */
	SPOT_DOUBLE,  /* a double quotation mark */
	SPOT_SINGLE,
	SPOT_BRACKET,
	SPOT_CITE,    /* [12] */
	SPOT_CLOSES
};

enum spot_lead {
	SPOT_BARE,        /* the word comes at once */
	SPOT_LEAD_QUOTE,
	SPOT_LEAD_BRACKET,
	SPOT_LEADS
};

struct spot {
	enum spot_stop stop;
	enum spot_close close;
	enum spot_lead lead;
	size_t beg;        /* the first terminator */
	size_t end;        /* behind the closing marks */
	struct span gap;   /* the white space that a newline replaces */
	size_t next;       /* the first byte behind it */
	bool line_end;     /* nothing but white space up to it */
	bool wide;         /* two blanks or more */
	struct str word;   /* before the stop */
	struct str ahead;  /* behind the gap */
	enum before before;
	enum before prior; /* class of the word before word */
	enum after after;
	enum after second; /* class of the word behind ahead */
	struct str ahead2;
};

enum spot_found {
	SPOT_NONE,    /* no white space follows: inside a word */
	SPOT_FOUND,
	SPOT_STARVED  /* more text is needed to tell */
};

/* The spot whose first terminator is at at. at_end: where to go on when there
 * is none. */
enum spot_found spot_find(struct spot *s, const struct sent_view *v,
                          size_t at);
/* Bytes of the terminator at at, 0 when there is none. */
size_t spot_terminator(struct str text, size_t at);

#endif
