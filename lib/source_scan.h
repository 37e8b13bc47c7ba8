/*
 * source_scan.h - one JSON object, scanned for the values of some keys.
 *
 * The grammar is RFC 8259; nesting ends at JSON_DEPTH. Surrogates must come in
 * pairs; \u0000 is a NUL byte. Nothing recurses.
 */
#ifndef SOURCE_SCAN_H
#define SOURCE_SCAN_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "source_columns.h"
#include "source_csv.h"
#include "str.h"

enum { JSON_DEPTH = 256, JSON_KEY_MAX = 256 };

/* Zero-initialise and set wanted. */
struct json_scan {
	const struct source_wanted *wanted;
	struct csv_cells key, value; /* what was found, pairwise */
	struct buf text;             /* bytes of unescaped values */
	struct buf keys;             /* bytes of the found keys */
	/* While scanning: */
	const char *p, *end;
	size_t depth;
	char open[JSON_DEPTH];       /* { or [ */
	size_t outer[JSON_DEPTH];    /* length of the path of that container */
	struct buf path;             /* "outer.inner" of the current key */
	bool more;                   /* of an array that has begun a value */
};

/* Fills key and value, views of line and of s; line must be UTF-8. False when
 * it is no JSON object. */
bool json_scan(struct json_scan *s, struct str line);
void json_scan_release(struct json_scan *s);

#endif
