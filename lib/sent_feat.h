/*
 * sent_feat.h - the features by which a model judges a spot.
 *
 * Each feature is an index into the weights: a template and the classes that
 * it joins. No feature names a word. The score of a spot is the sum of three:
 * of what lies next to the gap, of the word before that, of the one behind it.
 */
#ifndef SENT_FEAT_H
#define SENT_FEAT_H

#include <stddef.h>
#include <stdint.h>

#include "model.h"
#include "sent_spot.h"

enum { FEAT_MAX = 16, FEAT_BITS = 13, FEAT_PLACES = 5, FEAT_KINDS = 6 };

/* Fills feature and returns the number. */
size_t feat_fill(uint32_t feature[FEAT_MAX], const struct spot *s,
                 const struct sent_view *v);

/* The part of the score that looks at neither prior nor second. */
int32_t feat_near(const struct model *m, const struct spot *s,
                  const struct sent_view *v);
/* That of the word before the one before; kind: feat_kind() of its class. */
int32_t feat_prior(const struct model *m, enum before before,
                   enum after after, unsigned kind);
/* That of the word behind the one behind. */
int32_t feat_second(const struct model *m, enum before before,
                    enum after after, enum after second);

/* What a word says as the one before the one before, below FEAT_KINDS. */
unsigned feat_kind(enum before class);
/* How far into the sentence the word before is, below FEAT_PLACES. */
static inline unsigned
feat_place(const struct spot *s, const struct sent_view *v)
{
	size_t at = v->cut + s->beg - s->word.s.n - v->beg;

	return (unsigned)(at > 0) + (at > 6) + (at > 16) + (at > 40);
}

#endif
