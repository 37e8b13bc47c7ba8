/*
 * quote_scan.h - which quotation marks open, which close, and what they hold.
 *
 * Every mark gets a price for opening, for closing and for being no mark, by
 * its shape and its neighbours; the cheapest pairing of the whole text wins
 * (a Viterbi search over "outside" and "inside marks of this family"). A line
 * end has a price too, so that one odd mark spoils one paragraph at most.
 */
#ifndef QUOTE_SCAN_H
#define QUOTE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "str.h"

enum quote_single { QUOTE_SINGLE_AUTO, QUOTE_SINGLE_ON, QUOTE_SINGLE_OFF };

/* What stands between two marks. */
struct piece {
	struct span at;    /* the words, outer white space trimmed */
	struct span outer; /* with the marks */
	bool again;        /* its mark re-opens the piece before */
	bool cut;          /* no closing mark: a paragraph's end */
	bool lost;         /* no opening mark */
	bool single;       /* single marks */
};

struct pieces {
	struct piece *v; /* in text order, apart */
	size_t n;
};

struct pieces quote_scan(struct arena *a, struct str text,
                         enum quote_single single);

#endif
