/*
 * clean_pattern.h - phrases of the user that keep or drop lines.
 *
 * A file has a phrase a line, matched as in clean_phrase.h. "+phrase" keeps
 * the lines that hold it, "-phrase" or "phrase" drops them; keeping goes first.
 * Empty lines and lines that start with # are passed over.
 */
#ifndef CLEAN_PATTERN_H
#define CLEAN_PATTERN_H

#include <stdbool.h>

#include "buf.h"
#include "clean_phrase.h"
#include "str.h"

/* Zero-initialise to get none. */
struct clean_patterns {
	struct buf text;
	struct clean_phrases *phrases;
};

enum clean_pattern { CLEAN_NO_PATTERN, CLEAN_KEEP, CLEAN_DROP };

/* False, and err_report(), when the file cannot be read. */
bool clean_patterns_read(struct clean_patterns *p, const char *path);
/* What a line's patterns say; *at is where in s. */
enum clean_pattern clean_patterns_find(const struct clean_patterns *p,
                                       struct str s, struct span *at);
void clean_patterns_release(struct clean_patterns *p);

#endif
