/*
 * freq_keyness.h - the words that one list has more, or less, often than
 * another.
 */
#ifndef FREQ_KEYNESS_H
#define FREQ_KEYNESS_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "buf.h"
#include "input.h"
#include "str.h"
#include "table.h"

enum freq_key_order {
	FREQ_KEY_LRC,
	FREQ_KEY_G2,
	FREQ_KEY_RATIO,
	FREQ_KEY_DIFF
};

struct freq_key_row {
	struct str word;
	uint64_t count, ref_count;
	double per_million, ref_per_million;
	double g2, p, log_ratio, lrc, diff;
};

/* The figure that an order goes by. */
double freq_key_figure(const struct freq_key_row *row,
                       enum freq_key_order order);

struct freq_keyness {
	struct table at;  /* word: index of row + 1 */
	struct arena text;
	struct freq_key_row *row;
	size_t n, room;
	uint64_t words, ref_words;
	struct buf list;  /* the one at work */
};

/* Adds a part of a list, "count TAB word" lines or wordfreq's CSV, of the
 * target or of the reference; what is wrong with it is reported. */
void freq_keyness_part(struct freq_keyness *k, const struct doc *part,
                       bool ref);
/* Computes and sorts the rows that occur min times in one of the lists: the
 * most key first, equal ones by G2, count, then code points. alpha is shared
 * out among them (Bonferroni). */
void freq_keyness_finish(struct freq_keyness *k, uint64_t min, double alpha,
                         enum freq_key_order order);
void freq_keyness_close(struct freq_keyness *k);

#endif
