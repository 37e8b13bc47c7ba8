/*
 * sent_plain.h - the commonest ends of a sentence, told by the word before.
 *
 * "word. Word", "word.\" Word": one blank, a capital and a small letter. Most
 * answers are the same whatever the word behind is, and often whatever the
 * list of common words says of the one before: then neither is looked up.
 */
#ifndef SENT_PLAIN_H
#define SENT_PLAIN_H

#include <stddef.h>

#include "model.h"
#include "sent_feat.h"
#include "sent_spot.h"

/* Bytes of a closing double quotation mark at p, which ends before end. */
size_t plain_closer(const char *p, const char *end);
/* Where the blank is behind the stop at at; 0 for another shape. */
size_t plain_end(const struct sent_view *v, size_t at);
/* The answer about the stop at gap.beg with the blank before gap.end, of
 * that shape: 1 yes, -1 no, 0 it has to be looked at. */
int plain_answer(struct feat_range *r, const struct model *m,
                 const struct sent_view *v, struct span gap);

#endif
