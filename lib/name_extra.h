/*
 * name_extra.h - names that the user adds.
 *
 * A CSV file: name, type, and the full form when it is another. They are found
 * as written, in the words of the text, whatever the model says; the longest
 * counts.
 */
#ifndef NAME_EXTRA_H
#define NAME_EXTRA_H

#include "name_doc.h"

struct name_extra; /* opaque */

/* NULL when the file at path cannot be read or has a bad line, which has been
 * reported. A first line "name,type" is a header. */
struct name_extra *name_extra_load(const char *path);
void name_extra_free(struct name_extra *x);

/* Puts the user's names among the hits; those that they overlap go. */
void name_extra_apply(struct name_doc *d, const struct name_extra *x);

#endif
