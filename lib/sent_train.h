/*
 * sent_train.h - learns the weights of the sentence splitter.
 *
 * Each file NAME.txt (raw text, a line a paragraph) has beside it NAME.gold,
 * the same characters with a sentence on a line, and may have NAME.amb:
 * places, counted in characters that are no white space, where both answers
 * are right.
 */
#ifndef SENT_TRAIN_H
#define SENT_TRAIN_H

#include <stdbool.h>

#include "buf.h"

/* Appends the model; false when something was wrong, which was reported. */
bool sent_train(char *const *files, struct buf *out);

#endif
