/*
 * freq_crew.h - threads that count the words of blocks of text.
 *
 * Each has a table of its own; the tables are added up in the end, so that the
 * counts are those of one thread.
 */
#ifndef FREQ_CREW_H
#define FREQ_CREW_H

#include <stdint.h>

#include "freq_table.h"
#include "str.h"

struct freq_crew; /* opaque */

struct freq_crew *freq_crew_open(unsigned threads, unsigned rules);
/* Adds a text, of which a copy is made. */
void freq_crew_add(struct freq_crew *c, struct str text);
/* Waits for all, adds their counts to t and the number of words to *words, and
 * frees c. */
void freq_crew_close(struct freq_crew *c, struct freq_table *t,
                     uint64_t *words);

#endif
