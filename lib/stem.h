/*
 * stem.h - stems of words by the Snowball algorithms; the only user of
 * libstemmer.
 */
#ifndef STEM_H
#define STEM_H

#include "str.h"

struct stem; /* opaque */

/* A language's name or code ("english", "en"); NULL when there is none. */
struct stem *stem_open(const char *language);
/* The stem of a folded word: a view until the next call. */
struct str stem_word(struct stem *s, struct str word);
/* The languages' names, NULL-terminated. */
const char *const *stem_languages(void);
void stem_close(struct stem *s);

#endif
