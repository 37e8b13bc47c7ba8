/*
 * sent_extra.h - abbreviations that a user adds.
 *
 * A file like lib/data/abbrev.txt: one a line, with or without its stop, then
 * a TAB and a class (title, corp, month, ...) or nothing: ABBREV_ABBR. '#'
 * begins a comment line.
 */
#ifndef SENT_EXTRA_H
#define SENT_EXTRA_H

#include <stdbool.h>

#include "arena.h"
#include "sent_word.h"
#include "str.h"
#include "table.h"

/* Adds the lines of text; views of it become keys. False when a class is
 * unknown, which has been reported with the subject path. */
bool sent_extra_add(struct table *t, struct str text, struct str path);
/* The same with a file's bytes, which the arena then holds. */
bool sent_extra_load(struct table *t, struct arena *a, const char *path);

#endif
