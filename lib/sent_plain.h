/*
 * sent_plain.h - the commonest ends of a sentence, told by the word before.
 *
 * "word. Word", "word.\" Word", "word. (Word": one blank, a capital and a small
 * letter. Most answers are the same whatever the word behind is, and often
 * whatever the list of common words says of the one before: then neither is
 * looked up.
 */
#ifndef SENT_PLAIN_H
#define SENT_PLAIN_H

#include <stdbool.h>
#include <stddef.h>
#include <string.h>

#include "sent_spot.h"
#include "sent_weigh.h"

/* Bytes of a closing double quotation mark at p, which ends before end. */
static inline size_t
plain_closer(const char *p, const char *end)
{
	if (p < end && *p == '"')
		return 1;
	return end - p >= 3 && memcmp(p, "\xE2\x80\x9D", 3) == 0 ? 3 : 0;
}

enum { PLAIN_OTHER = 2 };

/* The answer about the stop at at: 1 yes, -1 no, PLAIN_OTHER when it has not
 * that shape, 0 when it has to be looked at. Else than for PLAIN_OTHER s is set
 * as by spot_find(); for 0 its word and class before are set too. */
int plain_answer(struct weigh *w, struct spot *s, const struct sent_view *v,
                 size_t at);

#endif
