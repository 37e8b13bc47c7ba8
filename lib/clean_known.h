/*
 * clean_known.h - the built-in phrases of news pages' furniture.
 */
#ifndef CLEAN_KNOWN_H
#define CLEAN_KNOWN_H

#include "clean_phrase.h"

/* The group of photographs, captions and credits. */
/* Groups by number: that of media, and bits of those whose phrases say
 * something of long lines too: bio, caption, consent, offer. */
enum {
	CLEAN_MEDIA = 9,
	CLEAN_PROSE = 1 << 4 | 1 << 5 | 1 << 7 | 1 << 11
};

/* The caller frees it with clean_phrases_free(). */
struct clean_phrases *clean_known(void);
/* The name of a group: "subscribe". */
const char *clean_known_group(int group);
/* The text and group of the phrase with this index. */
struct clean_phrase clean_known_phrase(size_t i);

#endif
