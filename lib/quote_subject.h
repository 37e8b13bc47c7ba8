/*
 * quote_subject.h - who does what a verb says: a grammar of subjects.
 *
 * Walks look back a bounded number of words, so that a sentence of any length
 * costs linear time.
 */
#ifndef QUOTE_SUBJECT_H
#define QUOTE_SUBJECT_H

#include "quote_phrase.h"

/* The subject before the verb v, found after the word low. */
struct phrase subject_before(const struct quote_doc *d, size_t v, size_t low);
/* The subject of "saying" and the like at v: of "with Smith saying", of
 * "people saying", else of the main clause. */
struct phrase subject_of_participle(const struct quote_doc *d, size_t v);
/* A person by name, by office, or by pronoun. */
bool phrase_someone(const struct quote_doc *d, struct phrase p);
/* p is the subject of what another verb reports: "said that he". */
bool phrase_nested(const struct quote_doc *d, struct phrase p);

#endif
