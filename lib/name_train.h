/*
 * name_train.h - the trainer of the tagger.
 */
#ifndef NAME_TRAIN_H
#define NAME_TRAIN_H

#include <stdbool.h>

#include "buf.h"

/* files: texts of name_corpus.h, lists of name_lists.h, in any order. Appends
 * the model to out; false when one cannot be read, which is reported. */
bool name_train(char *const *files, struct buf *out);

#endif
