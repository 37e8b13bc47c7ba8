/*
 * name_lists.h - lists of names and of word clusters, made into sections.
 *
 * FILE.list: a name, a TAB, and its kind (name_kind_names), a line each;
 * FILE.clusters: a word and the numbers of its clusters, fine to coarse (below
 * 4096, 256, 256), between TABs; words of one fine cluster share the coarser
 * ones. '#' lines are comments.
 */
#ifndef NAME_LISTS_H
#define NAME_LISTS_H

#include "buf.h"
#include "name_model.h"

struct name_lists; /* opaque */

struct name_lists *name_lists_new(void);
/* Whether the file at path is one of the two. */
bool name_lists_is(const char *path);
/* False when it cannot be read, or has a line that is none; reported. */
bool name_lists_read(struct name_lists *l, const char *path);
/* Appends the first four sections of a model. */
void name_lists_write(struct name_lists *l, struct buf *out);
void name_lists_free(struct name_lists *l);

#endif
