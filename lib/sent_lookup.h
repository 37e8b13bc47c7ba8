/*
 * sent_lookup.h - what the lists say of words.
 *
 * lib/data/abbrev.txt has abbreviations and their class, lib/data/common.txt
 * how sure a capital says that a sentence begins.
 */
#ifndef SENT_LOOKUP_H
#define SENT_LOOKUP_H

#include "sent_bounds.h"
#include "table.h"

enum { ABBREV_MAX = 7 }; /* bytes of the longest one of the list */

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

/* What common.txt says of the word in small letters, 0 for nothing. The larger
 * the level, 1 to 3, the surer its capital begins a sentence. */
enum { COMMON_LEVEL = 3, COMMON_SPEECH = 4, COMMON_DATE = 8 };
unsigned word_common(struct word w);
enum abbrev word_abbrev(struct word w, sent_extra *extra);

/* The same for a word of at most seven letters A to Z, the first lowest: all
 * small; none but the first a capital. */
unsigned word_common_short(uint64_t letters);
enum abbrev word_abbrev_short(uint64_t letters);

/* lib/data/filter.awk: by first and last byte. */
extern const unsigned char abbrev_filter[32 * 32];

/* Whether the list may have a word of n bytes, the first lowest, of whatever
 * case. */
static inline bool
abbrev_possible(uint64_t letters, size_t n)
{
	uint64_t last = letters >> 8 * (n - 1) & 31;

	return abbrev_filter[(letters & 31) * 32 + last] >> n & 1;
}

#endif
