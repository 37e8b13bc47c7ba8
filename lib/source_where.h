/*
 * source_where.h - conditions on a document's fields: KEY=VALUE, and
 * KEY=FROM..TO, where either end may be left out.
 *
 * Values are compared by bytes, and a bound counts as far as it is written:
 * 2025-06-30 lies in 2025-01..2025-06. A document without the field, or with
 * one shorter than a bound, meets no condition on it.
 */
#ifndef SOURCE_WHERE_H
#define SOURCE_WHERE_H

#include <stdbool.h>

#include "str.h"

struct source_where {
	struct str key;
	struct str from, to; /* a range; empty: open at that end */
	struct str value;    /* or a value */
	bool range;
};

/* False when text is no condition. The views are of text. */
bool where_parse(struct source_where *w, struct str text);
bool where_holds(const struct source_where *w, struct str fields);
bool where_all_hold(const struct source_where *w, size_t n, struct str fields);

#endif
