/*
 * sent.h - where sentences begin and end.
 *
 * A newline always ends a sentence (with wrapped: an empty line does). Spans
 * hold no outer white space; what lies between two spans is white space only.
 * Offsets are bytes. Splitting a text that is split already changes nothing.
 *
 * A text can come in pieces; where it is cut changes nothing:
 *
 *	sent_begin(&s, text, last);
 *	while (sent_next(&s, &gap))
 *		...
 *	keep = sent_settled(&s) - SENT_CONTEXT (or 0)
 *	sent_more(&s, keep, text from keep on with more behind, last);
 */
#ifndef SENT_H
#define SENT_H

#include <stdbool.h>

#include "arena.h"
#include "model.h"
#include "sent_rule.h"
#include "sent_scan.h"
#include "sent_spot.h"
#include "sent_weigh.h"
#include "str.h"

enum { SENT_CONTEXT = 512 };

/* The sentences of text, in the arena, by the settings of sent_init(). */
struct spans sent_split(struct arena *a, struct str text);

/* A splitter. Fields up to context are settings, to be changed between
 * sent_init() and sent_begin(). */
struct sent {
	bool wrapped;
	bool gaps_only;    /* SENT_LINE is passed over */
	sent_extra *extra; /* abbreviations of the user, or NULL */
	/* For the trainer: decides in the model's place. */
	bool (*judge)(void *context, const struct spot *s,
	              const struct sent_view *v);
	void *context;

	struct weigh weigh; /* by the model */
	struct rule_sets rules;
	struct sent_view view;
	struct scan scan;
	size_t at;  /* what lies before it is judged */
	bool fresh; /* the start of the sentence has not been looked at */
};

enum sent_gap_kind {
	SENT_GAP,  /* between two sentences of a line */
	SENT_LINE  /* the end of a line; with wrapped, of a paragraph */
};

struct sent_gap {
	struct span at;
	enum sent_gap_kind kind;
};

/* Default settings. */
void sent_init(struct sent *s);
/* The weights of a file of newstrain sent, which hold keeps; false when it is
 * none, which has been reported. */
bool sent_load(struct sent *s, struct buf *hold, const char *path);
/* last: nothing comes after text. */
void sent_begin(struct sent *s, struct str text, bool last);
/* text begins with the bytes from keep on of the one before. */
void sent_more(struct sent *s, size_t keep, struct str text, bool last);
/* The next end of a sentence; false when there is none in text, or more of
 * it is needed to tell. */
bool sent_next(struct sent *s, struct sent_gap *gap);
/* After sent_next() has been false: no gap will begin before this. */
size_t sent_settled(const struct sent *s);

#endif
