/*
 * sent_spot.h - a place where a sentence may end, and what lies around it.
 *
 * A spot is a run of terminators, the closing quotation marks, brackets and
 * citation marks behind it, white space, and the word behind. What is seen of
 * the text is the sentence so far and two words behind the gap; both end at a
 * line end as at any other end of a sentence, so that splitting what is split
 * already finds the same.
 */
#ifndef SENT_SPOT_H
#define SENT_SPOT_H

#include <stdbool.h>
#include <stddef.h>

#include "sent_item.h"
#include "sent_mark.h"
#include "sent_word.h"
#include "str.h"

/* The sentence that is being read. */
struct sent_view {
	struct str text;
	bool last;       /* nothing comes after text */
	bool wrapped;    /* only an empty line ends a paragraph */
	size_t beg;      /* where the sentence starts */
	size_t cut;      /* bytes of it that are no longer in text */
	bool cut_small;  /* the first of these is a small letter */
	struct item item; /* the list mark that begins it */
	size_t item_end;  /* behind that mark */
	int quotes;      /* double quotation marks open in it */
	int brackets;    /* brackets open in it */
	sent_extra *extra;
};

/* The sentence begins with a small letter, as careless writing has it. */
static inline bool
view_small(const struct sent_view *v)
{
	return v->cut > 0 ? v->cut_small : ascii_lower(v->text.p[v->beg]);
}

enum spot_stop {
	STOP_POINT,    /* . */
	STOP_BANG,     /* ! */
	STOP_QUERY,    /* ? */
	STOP_ELLIPSIS, /* ... and U+2026 */
	STOP_SPACED,   /* . . . */
	STOP_KINDS
};

struct spot {
	enum spot_stop stop;
	enum mark_close close;
	enum mark_lead lead;
	size_t beg;        /* the first terminator */
	size_t run;        /* behind the last */
	size_t end;        /* behind the closing marks */
	struct span gap;   /* the white space that a newline replaces */
	size_t next;       /* behind all white space, in gap or not */
	bool line_end;     /* nothing but white space up to it */
	bool wide;         /* two blanks or more */
	bool parted;       /* a stop, then ". . ." before the next */
	struct word word;  /* before the stop */
	struct word ahead; /* behind the gap */
	struct word ahead2; /* the next one */
	enum before before, prior; /* of word, and of the one before it */
	enum after after, second;  /* of ahead and ahead2 */
	size_t word_beg;   /* where word starts */
	size_t ahead_end;  /* behind ahead, and the dash that stands for it */
};

enum spot_found {
	SPOT_NONE,    /* no white space follows: inside a word */
	SPOT_FOUND,
	SPOT_STARVED  /* more text is needed to tell */
};

/* The spot whose first terminator is at at. beg, run and end are set in any
 * case; when it is found and not at a line end stop, close, gap, next, wide
 * and parted are too. */
enum spot_found spot_find(struct spot *s, const struct sent_view *v,
                          size_t at);
/* Each sets what it is named after, from what is set already; false when more
 * text is needed. Word: with word_beg. Before: from these. */
bool spot_ahead(struct spot *s, const struct sent_view *v); /* lead, after */
void spot_word(struct spot *s, const struct sent_view *v);
void spot_before(struct spot *s, const struct sent_view *v);
void spot_prior(struct spot *s, const struct sent_view *v);
bool spot_second(struct spot *s, const struct sent_view *v); /* ahead2 too */
/* Whether the stop at at glues two words together: "the end.The next". */
enum spot_found spot_glued(const struct sent_view *v, size_t at);
/* Whether the newline at at ends a paragraph. */
enum spot_found spot_paragraph_end(const struct sent_view *v, size_t at);

#endif
