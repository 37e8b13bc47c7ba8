/*
 * sent_bounds.h - where the words beside a stop start and end.
 *
 * Words are views of the text. No more than WORD_MAX bytes of a word are
 * looked at.
 */
#ifndef SENT_BOUNDS_H
#define SENT_BOUNDS_H

#include <stddef.h>
#include <stdint.h>

#include "str.h"

enum { WORD_MAX = 40 };

/* A word, and how many it has of each kind of character: eight counters of
 * eight bits, by enum word_kind. */
struct word {
	struct str s;
	uint64_t form;
};

enum word_kind {
	KIND_NONE,  /* no part of a word */
	KIND_UPPER, /* A to Z */
	KIND_LOWER,
	KIND_DIGIT,
	KIND_STOP,  /* . */
	KIND_TIE,   /* & @ _ */
	KIND_APOSTROPHE,
	KIND_BEYOND /* a letter, mark or digit beyond ASCII */
};

/* The word that ends at end: not before beg, not over a hyphen or slash. */
struct word word_before(struct str text, size_t beg, size_t end);
/* The word that starts at beg, with the stops inside it and behind it. */
struct word word_after(struct str text, size_t beg);

static inline unsigned
word_count(struct word w, enum word_kind kind)
{
	return (unsigned)(w.form >> (8 * kind) & 0xFF);
}

/* A word of n letters; capital: the first is one, and no other. */
static inline struct word
word_of_letters(const char *p, size_t n, bool capital)
{
	struct word w = { { p, n }, 0 };

	w.form = (uint64_t)capital << 8 * KIND_UPPER |
	         (uint64_t)(n - capital) << 8 * KIND_LOWER;
	return w;
}

#endif
