/*
 * freq_chunk.h - where the words of a chunk of text start and end, as bit
 * masks.
 *
 * Runs of the mask `inside` are tokens: ASCII letters and digits with the marks
 * that join them, and what of the bytes of 0x80 and above is not known to stand
 * between words. A token that touches an odd byte, one of its own or the one
 * behind it, may be something that only freq_word.h knows: odd are high bytes,
 * a stop between letters, @ # _ + and the colon of an address. All others are
 * words as they are, of ASCII alone. It is right to mark too much as odd, never
 * too little.
 */
#ifndef FREQ_CHUNK_H
#define FREQ_CHUNK_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "freq_class.h"
#include "str.h"

enum { FREQ_BLOCKS = 32, FREQ_CHUNK = FREQ_BLOCKS * FREQ_BLOCK };

/* The masks [1..blocks] are those of the blocks, with neighbours around; what
 * comes behind them is not known, and counts as inside. */
struct freq_chunk {
	struct str text;
	freq_class_fn *class;
	unsigned rules;
	size_t base, next; /* of this chunk and the next in the text */
	size_t blocks;
	uint64_t inside[FREQ_BLOCKS + 2];
	uint64_t odd[FREQ_BLOCKS + 2];
	uint64_t high[FREQ_BLOCKS + 2];
	uint64_t mark[FREQ_BLOCKS + 2];
};

void freq_chunk_open(struct freq_chunk *c, struct str text,
                     freq_class_fn *class, unsigned rules);
/* The chunk at c->next, which is then FREQ_CHUNK further; false after the last
 * one. The caller may put c->next back to the start of a token. The text's end
 * is within the last chunk, not behind it. */
bool freq_chunk_next(struct freq_chunk *c);

#endif
