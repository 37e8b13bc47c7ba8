/*
 * quote_subject.h - who does what a verb says: a grammar of subjects.
 *
 * A phrase is a row of words with a head. Walks look back a bounded number of
 * words, so that a sentence of any length costs linear time.
 */
#ifndef QUOTE_SUBJECT_H
#define QUOTE_SUBJECT_H

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
/* The noun phrase that begins with the word beg. */
struct phrase phrase_right(const struct quote_doc *d, size_t beg);
/* The subject before the verb v, found after the word low. */
struct phrase subject_before(const struct quote_doc *d, size_t v, size_t low);
/* The subject of "saying" and the like at v: of "with Smith saying", of
 * "people saying", else of the main clause. */
struct phrase subject_of_participle(const struct quote_doc *d, size_t v);
/* p is the subject of what another verb reports: "said that he". */
bool phrase_nested(const struct quote_doc *d, struct phrase p);
/* The last word before i that is no adverb, auxiliary or date. */
size_t skip_back(const struct quote_doc *d, size_t i);
/* A finite verb, as far as one can tell. */
bool word_finite(const struct quote_doc *d, size_t i);
/* A form of be stands before the participle v. */
bool word_passive(const struct quote_doc *d, size_t v);
/* The head is a name of a person. */
bool phrase_person(const struct quote_doc *d, struct phrase p);

#endif
