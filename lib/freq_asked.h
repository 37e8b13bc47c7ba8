/*
 * freq_asked.h - wordfreq's options as the user gives them.
 */
#ifndef FREQ_ASKED_H
#define FREQ_ASKED_H

#include <stdbool.h>

#include "freq_opts.h"
#include "freq_stop.h"

struct freq_asked {
	const char *sizes, *stop_file, *language, *by, *budget;
	bool keep_case, split_hyphens, across, no_stop_words;
	bool docs, matrix, word_first, dispersion;
	bool plain;   /* neither CSV nor JSON */
	bool fields;  /* columns of document fields at the end */
	int sort_by;  /* 0 count, 1 word */
	struct freq_order order;
	uint64_t threads;
	struct freq_stop stop;
};

/* Makes *o of what is asked; o->put is the caller's. Otherwise the reason why
 * it cannot be. merge: lists are added up, nothing is counted. */
const char *freq_settle(struct freq_asked *a, bool merge,
                        struct freq_opts *o);
/* Frees what *o has of it. */
void freq_unsettle(struct freq_asked *a, struct freq_opts *o);

#endif
