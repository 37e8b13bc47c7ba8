/*
 * source.h - operands of every kind as a row of documents, for newscat.
 *
 * An operand is plain text (one document), a stream with document marks, a
 * directory, a table (CSV, TSV) or JSON Lines; any of them may be compressed.
 * The file's name tells which, else its first line. What is wrong with a
 * record is reported with file and line, and the record left out. A document
 * over 64 MiB of plain text comes in parts; one in a table or in JSON Lines is
 * left out.
 */
#ifndef SOURCE_H
#define SOURCE_H

#include <stdbool.h>
#include <stdint.h>

#include "source_columns.h"
#include "str.h"

enum source_form {
	SOURCE_AUTO,
	SOURCE_TEXT, /* with marks or without */
	SOURCE_CSV,
	SOURCE_TSV,
	SOURCE_JSON
};

struct source_opts {
	int form; /* enum source_form */
	bool recursive;
	size_t part_max; /* of plain text; 0: the largest document */
	struct source_wanted wanted;
	bool windows_1252; /* JSON Lines that are not UTF-8 are that */
	void (*before_wait)(void *context); /* see reader_on_wait() */
	void *context;
};

/* A document or a part of one. Views are valid until the next call. name and
 * fields ("key=value", TAB between) are safe in a mark line. */
struct article {
	struct str name;
	struct str fields;
	struct str text;
	bool first, last; /* part */
	bool is_path;     /* the name: its bytes are nobody's text */
	bool is_utf8;     /* has been decoded already */
};

struct source; /* opaque */

/* files: NULL-terminated operands; none, or "-", is standard input. */
struct source *source_open(char *const *files, const struct source_opts *opts);
bool source_next(struct source *s, struct article *a);
/* Bytes of the files read so far, as they lie on disk. */
uint64_t source_bytes(const struct source *s);
void source_close(struct source *s);

#endif
