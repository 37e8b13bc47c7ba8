/*
 * clean_train.h - the trainer of the clean model.
 */
#ifndef CLEAN_TRAIN_H
#define CLEAN_TRAIN_H

#include <stdbool.h>

#include "buf.h"

/* files: NULL-terminated paths of texts, NAME.txt with NAME.gold beside it,
 * which has a character for every line: A article, B boilerplate, T headline,
 * anything else neutral. "weight=.5" among them holds for those that follow;
 * so does "sites=FILE": a page (NAME up to the first stop), a tab and its site
 * a line, more fields are passed over.
 * Appends the row of models of clean_model.h. A later stage learns from scores
 * that were made without the page's site. False, when a file is no good. */
bool clean_train(char *const *files, struct buf *out);

#endif
