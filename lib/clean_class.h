/*
 * clean_class.h - the lines around an article that have a name of their own.
 *
 * Found by their form, strictly: a line that only might be one is text. The
 * headline is found elsewhere (clean.c), since its form is like others'.
 */
#ifndef CLEAN_CLASS_H
#define CLEAN_CLASS_H

#include <stdbool.h>

#include "clean_fact.h"
#include "str.h"

enum clean_class {
	CLEAN_TEXT,
	CLEAN_HEADLINE,
	CLEAN_BYLINE,    /* By Jane Roe, science editor */
	CLEAN_DATELINE,  /* LONDON, March 4 (Agency) - on a line of its own */
	CLEAN_CAPTION,   /* ends with a credit, or begins with "Image:" */
	CLEAN_CREDIT,    /* Photograph: Jane Roe/Agency */
	CLEAN_TIMESTAMP, /* Published 4 March 2031, 10:15 GMT */
	CLEAN_CLASSES
};

/* s: what a block holds, trimmed and without marks; media: a phrase of the
 * group "media" is in it. */
enum clean_class clean_class(struct str s, const struct clean_facts *f,
                             bool media);
/* "headline", ...; NULL for CLEAN_TEXT. */
const char *clean_class_name(enum clean_class c);
/* A comma-separated list of names as bits (1 << class) in *set. False when a
 * name is not known. */
bool clean_class_set(struct str names, unsigned *set);

#endif
