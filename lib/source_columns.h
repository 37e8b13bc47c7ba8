/*
 * source_columns.h - which column of a table, or which key of a JSON object,
 * holds a document's text, name and fields.
 *
 * What is not asked for by name is found by the usual names, whatever their
 * case: text, body, content, article; id, url; date, published; source,
 * outlet, publisher.
 */
#ifndef SOURCE_COLUMNS_H
#define SOURCE_COLUMNS_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

enum { COLUMN_NONE = -1 };

/* A field of the document and the column that it comes from. */
struct source_field {
	struct str key;
	struct str column; /* {NULL, 0}: by the usual names, if there is one */
	bool needed;       /* that there is none is a fault */
};

/* What is asked for. */
struct source_wanted {
	struct str text; /* empty: by the usual names */
	struct str name;
	struct source_field *field;
	size_t nfield;
};

/* Adds a field, unless it is there already. False when the key cannot stand
 * before the "=" of a mark line. The views must stay. */
bool wanted_add(struct source_wanted *wanted, struct str key,
                struct str column);
/* A field that must be there: one that is wanted already, or "key=key". */
bool wanted_need(struct source_wanted *wanted, struct str key);
/* Adds "key=column"; "column" alone is its own key. */
bool wanted_parse(struct source_wanted *wanted, struct str meta);
void wanted_release(struct source_wanted *wanted);

/* Where it is. */
struct source_columns {
	long text;
	long name;
	long *field; /* one for each wanted field */
	struct str missing; /* the column asked for that is not there */
};

/* Looks keys up. c->field must have room for all. False when the text, or a
 * column asked for by name, is not there: missing then names the latter. Of
 * equal keys the last one counts, as in JSON. */
bool columns_find(struct source_columns *c, const struct source_wanted *wanted,
                  const struct str *key, size_t n);

/* Whether columns_find() could choose this key. */
bool columns_wanted(const struct source_wanted *wanted, struct str key);

#endif
