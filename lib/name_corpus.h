/*
 * name_corpus.h - texts with their names marked, to train from.
 *
 * FILE.iob: a token and a tag (B-PER, I-PER, O, ...) a line, with a TAB
 * between; an empty line ends a sentence; -DOCSTART- begins a document.
 * FILE.txt: documents, as every tool reads them, with FILE.gold.tsv beside it:
 * a header line, then document, start, end, type.
 */
#ifndef NAME_CORPUS_H
#define NAME_CORPUS_H

#include <stdbool.h>
#include <stddef.h>

#include "name.h"

struct gold_doc {
	struct str id;            /* empty in FILE.iob */
	struct str text;
	struct name_given *name; /* in text order */
	size_t n;
	bool misc; /* the file marks MISC too */
};

typedef void gold_taker(void *context, const struct gold_doc *doc);

/* Gives every document of the file at path to take; false when it cannot be
 * read, which has been reported. */
bool name_corpus_read(const char *path, gold_taker *take, void *context);

#endif
