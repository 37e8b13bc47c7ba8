/*
 * freq_listed.h - the rows of lists that wordfreq has written.
 *
 * A plain list is "count TAB word" lines (blanks may be before the count and
 * behind it, as uniq -c writes); CSV has its header line.
 */
#ifndef FREQ_LISTED_H
#define FREQ_LISTED_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

/* The columns of plain lists, by the options that they were made with. */
struct freq_form {
	bool grouped;    /* the group (a document's field) first */
	bool word_first; /* the word before its count */
	bool docs;       /* documents after the count */
};

/* Views of the line, or of scratch. */
struct freq_listed {
	struct str group, word;
	uint64_t count, docs;
	double per_million, dkl; /* of CSV */
};

/* Where quoted fields of CSV and escaped groups go. */
struct freq_scratch {
	struct buf group, word;
};

/* False when the line is none; an empty word is one of uniq -c. */
bool freq_listed_plain(struct freq_listed *row, struct str line,
                       struct freq_form form, struct freq_scratch *scratch);
bool freq_listed_csv(struct freq_listed *row, struct str line, bool grouped,
                     struct freq_scratch *scratch);
void freq_scratch_release(struct freq_scratch *scratch);
/* Takes a BOM off the list; whether it is CSV. */
bool freq_listed_is_csv(struct str *list, bool grouped);

#endif
