/*
 * freq_vocab.h - numbers for words, 1 and up.
 */
#ifndef FREQ_VOCAB_H
#define FREQ_VOCAB_H

#include <stdbool.h>
#include <stdint.h>

#include "arena.h"
#include "freq_table.h"
#include "str.h"
#include "table.h"

struct stem;

struct freq_vocab {
	struct freq_table table; /* word to number, as the count */
	struct arena text;
	struct str *word;   /* of number i + 1 */
	uint32_t *counted;  /* the number it is counted as: its stem's, or 0:
	                     * a stop word */
	uint32_t n, room;
	/* NULL where there are none; alive as long as the vocabulary. */
	const struct table *stop;
	struct stem *stem;
};

void freq_vocab_open(struct freq_vocab *v);
/* The number under which word is counted; 0 for a stop word. */
uint32_t freq_vocab_count(struct freq_vocab *v, struct str word);
/* The number of word as it is. */
uint32_t freq_vocab_number(struct freq_vocab *v, struct str word);
struct str freq_vocab_word(const struct freq_vocab *v, uint32_t number);
/* The place of each number in code-point order, from 1; [0] is unused. The
 * caller frees both rows. */
void freq_vocab_order(const struct freq_vocab *v, uint32_t **place,
                      uint32_t **number_at);
void freq_vocab_close(struct freq_vocab *v);

#endif
