/*
 * freq_word.h - what counts as a word, and the form it is counted under.
 *
 * Words are those of UAX #29 (Unicode 15.0) that hold a letter or a digit,
 * with the rules for news that wordfreq(1) lists. This is the whole
 * definition, a code point at a time; freq_scan.h is the fast way that hands
 * what is rare to it.
 */
#ifndef FREQ_WORD_H
#define FREQ_WORD_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

/* Named in --version: a change of the definition changes it. */
#define FREQ_DEFINITION "words 1, Unicode 15.0"

enum freq_rules {
	FREQ_SPLIT_HYPHENS = 1, /* hyphens separate */
	FREQ_KEEP_CASE = 2,     /* no folding */
	FREQ_UAX29 = 4          /* the standard's rules alone */
};

/* The next word that starts at *at or later; *at moves past it. False when
 * there is none. *at must be where a word may begin: the text's start or the
 * end of a word or of a unit outside words. */
bool freq_word_next(struct str text, size_t *at, unsigned rules,
                    struct span *word);
/* The same for a word that starts before end. */
bool freq_word_before(struct str text, size_t *at, size_t end, unsigned rules,
                      struct span *word);

#endif
