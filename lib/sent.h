/*
 * sent.h - where sentences begin and end.
 *
 * A newline always ends a sentence. Spans hold no outer white space; what lies
 * between two spans is white space only. Offsets are bytes.
 */
#ifndef SENT_H
#define SENT_H

#include "arena.h"
#include "str.h"

/* The sentences of text, in the arena. */
struct spans sent_split(struct arena *a, struct str text);

#endif
