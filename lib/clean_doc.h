/*
 * clean_doc.h - the lines of whole documents, judged part by part.
 *
 *	while (clean_doc_next(&d, &doc, &line))
 *		...
 *
 * Zero-initialise and set clean; release at the end. Every part of input.h is
 * walked to its end before the next.
 */
#ifndef CLEAN_DOC_H
#define CLEAN_DOC_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "clean.h"
#include "input.h"
#include "place.h"
#include "record.h"

struct clean_doc {
	const struct clean *clean;
	uint64_t line;        /* number of the line last given */
	uint64_t unsure_docs; /* kept whole, for want of a sure line */
	struct arena a;
	struct clean_lines_kept piece;
	size_t next;          /* line of the piece */
	size_t at;            /* of the piece in the part */
	bool inside;          /* of a part */
	bool cut;             /* the part before ended within a line */
	bool unsure;          /* some piece had no sure line */
};

/* The next line of the part, as a span of its text. False at its end. A line
 * longer than a part is kept, whatever it holds, and comes in pieces. */
bool clean_doc_next(struct clean_doc *d, const struct doc *doc,
                    struct clean_line *line);
/* What its repeats are counted under: the field "source" of its mark. */
struct str clean_doc_source(const struct doc *doc);

/* NULL-terminated: doc,line,start,end,keep,reason,score,text. */
extern const char *const clean_doc_columns[];
/* One record of the line last given. */
void clean_doc_record(const struct clean_doc *d, const struct doc *doc,
                      const struct clean_line *line, struct record *r,
                      struct place *place);
/* err_warn() when documents were kept whole: how many. */
void clean_doc_warn(const struct clean_doc *d);
void clean_doc_release(struct clean_doc *d);

#endif
