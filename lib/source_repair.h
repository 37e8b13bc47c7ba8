/*
 * source_repair.h - damage undone that text takes on its way into an archive.
 *
 * 1. UTF-8 that was read as windows-1252 ("donâ€™t"): a row of characters
 *    whose windows-1252 bytes are one UTF-8 sequence becomes what that encodes,
 *    where chance does not make such rows: see repair_mojibake(). Up to three
 *    layers.
 * 2. Words hyphenated at a line's end: "govern-" and "ment" are joined where
 *    "government" stands elsewhere in the document; the line goes on with what
 *    follows.
 */
#ifndef SOURCE_REPAIR_H
#define SOURCE_REPAIR_H

#include <stdbool.h>

#include "buf.h"
#include "str.h"

/* text itself when nothing is to do, else a copy in one of the two. */
struct str repair_text(struct buf spare[2], struct str text);
/* Adds the text with one layer undone; false when there was none. */
bool repair_mojibake(struct buf *b, struct str text);
/* Adds the text with words joined; false when there was none. */
bool repair_hyphens(struct buf *b, struct str text);
/* The byte that windows-1252 has for cp, or 0. C1 controls count as the bytes
 * of the same number, as for a reader that took the text for ISO 8859-1. */
unsigned char repair_byte(int32_t cp);

#endif
