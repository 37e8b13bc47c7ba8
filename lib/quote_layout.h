/*
 * quote_layout.h - what the lines of a text are: paragraphs, sentences, or
 * parts of wrapped blocks.
 */
#ifndef QUOTE_LAYOUT_H
#define QUOTE_LAYOUT_H

#include <stdbool.h>

#include "str.h"

/* Where blank lines stand between all blocks of lines, a block is the
 * paragraph and its lines are sentences or wrapped text; elsewhere every line
 * is a paragraph. */
bool quote_blocks(struct str text);
/* Whether, besides, lines end in the middle of sentences. */
bool quote_wrapped(struct str text);
/* Whether lines hold several sentences; a text that sentsplit has worked has
 * one a line. */
bool quote_paragraphs(struct str text);

#endif
