/*
 * clean_phrase.h - many phrases found in one pass over a text.
 *
 * An Aho-Corasick automaton (CACM 18(6), 1975) over bytes. A phrase matches
 * between word borders, ASCII letters in either case, a white-space byte where
 * it has a space. Building costs time linear in the phrases; a search costs
 * one table look-up a byte.
 */
#ifndef CLEAN_PHRASE_H
#define CLEAN_PHRASE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

struct clean_phrases; /* opaque */

struct clean_phrase {
	struct str text;
	int group;
};

enum { CLEAN_HITS = 8 };

/* What was found: the phrase of the first of the longest matches, its bytes,
 * and the first few phrases, each once. */
struct clean_match {
	size_t phrase;
	struct span at;
	uint32_t nhit;
	uint16_t hit[CLEAN_HITS];
};

/* phrase: n of them, whose text must outlive the result; the caller frees. */
struct clean_phrases *clean_phrases_new(const struct clean_phrase *phrase,
                                        size_t n);
/* Bits of the groups (below 32) that have a match in s. *found, which may be
 * NULL, is all zero before. */
uint32_t clean_phrases_find(const struct clean_phrases *t, struct str s,
                            struct clean_match *found);
void clean_phrases_free(struct clean_phrases *t);

#endif
