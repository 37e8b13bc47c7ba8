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

#include "model.h"
#include "sent_spot.h"

enum { FEAT_MAX = 16, FEAT_BITS = 13, FEAT_PLACES = 5 };

/* Fills feature and returns the number. */
size_t feat_fill(uint32_t feature[FEAT_MAX], const struct spot *s,
                 const struct sent_view *v);

/* The least and the most that the features of the words further off, prior
 * and second, can add to a score: by before and by after. And the answers of
 * feat_sure() to the most common kinds of spot, as they are asked for. */
struct feat_range {
	struct {
		int32_t least, most;
	} before[BEFORE_CLASSES], after[AFTER_CLASSES];
	signed char known[BEFORE_CLASSES][AFTER_CLASSES];
	signed char capital[3][FEAT_PLACES][4][BEFORE_CLASSES];
};

void feat_measure(struct feat_range *r, const struct model *m);
/* The answer of m when no word further off can change it: 1 yes, -1 no;
 * else 0. */
int feat_sure(struct feat_range *r, const struct model *m,
              const struct spot *s, const struct sent_view *v);

/* The same for a stop . ! or ? with one blank behind it, or behind its closing
 * double quotation mark, and a capitalised word of any class, when all classes
 * have one answer. Of s only beg, stop, close, word and before count. */
int feat_sure_capital(struct feat_range *r, const struct model *m,
                      const struct spot *s, const struct sent_view *v);

#endif
