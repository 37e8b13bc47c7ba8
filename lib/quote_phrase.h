/*
 * quote_phrase.h - noun phrases and the verbs beside them.
 *
 * A phrase is a row of words with a head.
 */
#ifndef QUOTE_PHRASE_H
#define QUOTE_PHRASE_H

#include "quote_word.h"

struct phrase {
	size_t beg, end; /* first and last word */
	size_t head;     /* 0: nothing found (word 0 is a WORD_END) */
	size_t last;     /* of the whole phrase: "a source | close to him" */
};

/* The noun phrase that ends with the word `end`. */
struct phrase phrase_left(const struct quote_doc *d, size_t end);
/* The same from the head on that the last prepositional phrases hang on: "a
 * spokesman" for "a spokesman for Smith". */
struct phrase phrase_whole(const struct quote_doc *d, size_t end);
/* From "the talks" in "a source familiar with the talks" to "a source". None
 * when the phrase hangs on a preposition with nothing before it. */
struct phrase phrase_climb(const struct quote_doc *d, struct phrase p);
/* The noun phrase that begins with the word beg. */
struct phrase phrase_right(const struct quote_doc *d, size_t beg);
/* The noun i looks like a plural. */
bool phrase_plural(const struct quote_doc *d, size_t i);
/* The head is a name of a person. */
bool phrase_person(const struct quote_doc *d, struct phrase p);
/* The word i can stand before the name that p is: "the", "House Speaker". */
bool phrase_title(const struct quote_doc *d, struct phrase p, size_t i);

/* The last word before i that is no adverb, auxiliary or date. */
size_t skip_back(const struct quote_doc *d, size_t i);
/* A word that can stand inside a noun phrase before its head. */
bool word_inner(const struct quote_doc *d, size_t i);
/* A finite verb, as far as one can tell. */
bool word_finite(const struct quote_doc *d, size_t i);
/* A form of be stands before the participle v. */
bool word_passive(const struct quote_doc *d, size_t v);

#endif
