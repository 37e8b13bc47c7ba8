/*
 * sent_feat.h - the features by which a model judges a spot.
 *
 * Each feature is an index into the weights: a template and the classes that
 * it joins. No feature names a word.
 */
#ifndef SENT_FEAT_H
#define SENT_FEAT_H

#include <stddef.h>
#include <stdint.h>

#include "sent_spot.h"

enum { FEAT_MAX = 24, FEAT_BITS = 13 };

/* Fills feature and returns the number. */
size_t feat_fill(uint32_t feature[FEAT_MAX], const struct spot *s,
                 const struct sent_view *v);

#endif
