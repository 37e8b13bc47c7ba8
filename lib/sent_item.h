/*
 * sent_item.h - list marks inside a line: "1) this 2) that", "a. this b. that".
 *
 * A sentence that begins with a list mark ends before the next mark of the
 * same shape: bullet or not, number or small letter, "." or ")" or ".)".
 */
#ifndef SENT_ITEM_H
#define SENT_ITEM_H

#include <stdbool.h>
#include <stddef.h>

#include "sent_mark.h"

struct item {
	unsigned number; /* 0: the sentence begins with no mark */
	bool letter;     /* a is 1 */
	bool bullet;
	bool point;      /* "." */
	bool bracket;    /* ")" */
};

/* Bytes of a mark, and of the white space before it. */
enum { ITEM_MAX = 16, ITEM_GAP = 64 };

/* The mark at the start of the sentence at at. */
struct item item_read(struct look *k, size_t at, size_t *end);
/* Whether the mark whose "." or ")" is at at->beg, and which starts behind
 * beg, is the next of the list; at is then the white space before it. */
bool item_follows(const struct item *first, struct look *k, size_t beg,
                  struct span *at);

#endif
