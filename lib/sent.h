/*
 * sent.h - where sentences begin and end.
 *
 * A newline always ends a sentence (with wrapped: an empty line does). Spans
 * hold no outer white space; what lies between two spans is white space only.
 * Offsets are bytes. Splitting a text that is split already changes nothing.
 */
#ifndef SENT_H
#define SENT_H

#include <stdbool.h>

#include "arena.h"
#include "model.h"
#include "sent_item.h"
#include "sent_spot.h"
#include "str.h"

/* The sentences of text, in the arena, by the settings of sent_init(). */
struct spans sent_split(struct arena *a, struct str text);

/* A splitter. Fields up to judge are settings. */
struct sent {
	struct model model;
	bool wrapped;
	sent_extra *extra; /* abbreviations of the user, or NULL */
	/* For the trainer: decides in the model's place. */
	bool (*judge)(void *context, const struct spot *s,
	              const struct sent_view *v);
	void *context;

	struct sent_view view;
	size_t at;    /* what lies before it is judged */
	struct item item; /* the list mark that begins the sentence */
	bool fresh;       /* it has not been looked for yet */
};

enum sent_gap_kind {
	SENT_GAP,      /* between two sentences of a line */
	SENT_LINE      /* the end of a line, or paragraph with wrapped */
};

struct sent_gap {
	struct span at;
	enum sent_gap_kind kind;
};

/* Default settings. */
void sent_init(struct sent *s);
/* Starts a text, or goes on with one: text begins with the bytes from keep on
 * of the one before. last: nothing comes after it. */
void sent_begin(struct sent *s, struct str text, bool last);
void sent_more(struct sent *s, size_t keep, struct str text, bool last);
/* The next end of a sentence; false when there is none in text, or more of
 * it is needed to tell. */
bool sent_next(struct sent *s, struct sent_gap *gap);

#endif
