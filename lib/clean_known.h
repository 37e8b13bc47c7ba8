/*
 * clean_known.h - the built-in phrases of news pages' furniture.
 */
#ifndef CLEAN_KNOWN_H
#define CLEAN_KNOWN_H

#include "clean_phrase.h"

/* The group of photographs, captions and credits. */
enum { CLEAN_MEDIA = 6 };

/* The caller frees it with clean_phrases_free(). */
struct clean_phrases *clean_known(void);
/* The name of a group: "subscribe". */
const char *clean_known_group(int group);
/* The text and group of the phrase with this index. */
struct clean_phrase clean_known_phrase(size_t i);

#endif
