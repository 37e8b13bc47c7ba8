/*
 * source_json.h - the objects of a file of JSON Lines (RFC 8259, one a line).
 *
 * A key inside an object of an object is written with a stop: "content.body".
 * An array is its strings and numbers, a line each. Only what is wanted is
 * kept, so that memory follows the line, not the number of its keys. The lines
 * are scanned here, without recursion; of one that is refused, jansson says
 * what is wrong with it.
 */
#ifndef SOURCE_JSON_H
#define SOURCE_JSON_H

#include "source_columns.h"
#include "source_rows.h"
#include "source_scan.h"
#include "source_window.h"

struct source_json {
	struct source_window w;
	struct json_scan scan;
	const char *path;
	bool windows_1252;
	struct buf line; /* decoded */
	uint64_t number; /* of the line given last */
	uint64_t bad;    /* lines left out so far */
};

/* windows_1252: a line that is not UTF-8 is that, not an error. */
void json_open(struct source_json *j, struct reader *reader, const char *path,
               bool windows_1252);
/* What is wanted of each object: alive until json_close(). */
void json_want(struct source_json *j, const struct source_wanted *wanted);
/* The next object; false at the end. A line that is none is reported. */
bool json_next(struct source_json *j, struct source_row *row);
/* Reports the object given last. */
void json_refuse(struct source_json *j, const char *reason);
void json_close(struct source_json *j);

#endif
