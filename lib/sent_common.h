/*
 * sent_common.h - counts how sure a capital says that a sentence begins.
 *
 * Of texts, a line a paragraph, it takes the words of letters and apostrophes;
 * lines with more capitalised words than others are headlines and are left
 * out. lib/data/common.txt is what it writes, and says what the levels are.
 */
#ifndef SENT_COMMON_H
#define SENT_COMMON_H

#include <stdbool.h>

#include "buf.h"

/* Appends the list. A file that begins with '#' is a list of marks of our own,
 * "word TAB number" a line: its levels replace the counted ones, the other bits
 * are added. False when a file cannot be read, which is reported. */
bool sent_common(char *const *files, struct buf *out);

#endif
