/*
 * sent_lookup.h - words beside a stop, and what the lists say of them.
 *
 * Words are views of the text. Lists: lib/data/abbrev.txt (abbreviations and
 * their class) and lib/data/common.txt (how sure a capital says that a
 * sentence begins). No more than WORD_MAX bytes of a word are looked at.
 */
#ifndef SENT_LOOKUP_H
#define SENT_LOOKUP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"
#include "table.h"

enum {
	WORD_MAX = 40,
	ABBREV_MAX = 7 /* bytes of the longest abbreviation of the list */
};

/* Classes of lib/data/abbrev.txt. */
enum abbrev {
	ABBREV_NONE,
	ABBREV_TITLE,   /* Mr, Gen: before a name */
	ABBREV_SUFFIX,  /* Jr, Ph.D: behind a name */
	ABBREV_CORP,    /* Inc, Co */
	ABBREV_MONTH,
	ABBREV_WEEKDAY,
	ABBREV_STATE,   /* Calif, N.Y */
	ABBREV_COUNTRY, /* U.S, U.N */
	ABBREV_CLOCK,   /* a.m */
	ABBREV_REF,     /* No, p: before a number */
	ABBREV_LATIN,   /* e.g, vs: the sentence goes on */
	ABBREV_ETC,
	ABBREV_UNIT,    /* ft, lbs: behind a number */
	ABBREV_STREET,
	ABBREV_ABBR,    /* any other */
	ABBREV_CLASSES
};

/* Abbreviations of the user: keys without the last stop; value: enum abbrev. */
typedef const struct table sent_extra;

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

/* What common.txt says of the word in small letters, 0 for nothing. The larger
 * the level, 1 to 3, the surer its capital begins a sentence. */
enum { COMMON_LEVEL = 3, COMMON_SPEECH = 4, COMMON_DATE = 8 };
unsigned word_common(struct word w);
enum abbrev word_abbrev(struct word w, sent_extra *extra);

#endif
