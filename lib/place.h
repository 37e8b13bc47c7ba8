/*
 * place.h - offsets into a document in bytes or in code points.
 *
 * Zero-initialise; set chars for code points. Parts of a document must come in
 * order. Asking in text order costs one walk over the text.
 */
#ifndef PLACE_H
#define PLACE_H

#include <stdbool.h>
#include <stdint.h>

#include "input.h"

struct place {
	bool chars;
	const struct doc *doc;
	size_t byte;     /* of the part, last asked for */
	uint64_t before; /* code points of the document before that byte */
};

/* Starts a part. The one before it must have been ended with place_end(). */
void place_begin(struct place *p, const struct doc *doc);
/* The offset in the document of the part's byte at. */
uint64_t place_at(struct place *p, size_t at);
/* Counts the rest of the part (the first used bytes of it). */
void place_end(struct place *p, size_t used);

#endif
