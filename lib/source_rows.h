/*
 * source_rows.h - the rows of a table in a file: CSV and TSV.
 *
 * CSV is RFC 4180 and nothing laxer: a quotation mark inside a bare cell, text
 * behind a closing one and a row with more or fewer cells than the header are
 * faults. Blanks around a cell are not part of it, unless they are quoted.
 * TSV has no quotation marks; \t \n \r \\ stand for those characters.
 *
 * A faulty row is reported with its line and left out. After a broken
 * quotation mark the next row is looked for at the next line, not behind the
 * mark that would close it: an open quotation swallows nothing but its line.
 */
#ifndef SOURCE_ROWS_H
#define SOURCE_ROWS_H

#include "source_csv.h"
#include "source_window.h"

/* The cells of one row, and what each is called. */
struct source_row {
	struct str *key;
	struct str *cell; /* valid until the next row */
	size_t n;
	uint64_t line; /* where it begins */
};

struct source_rows {
	struct source_window w;
	struct source_csv csv;
	struct csv_cells cells;
	const char *path;
	char delim;
	bool tsv;
	bool quoted;        /* the last good row began with a quotation mark */
	struct buf header;  /* the names, owned */
	struct str *key;
	size_t nkey;
	uint64_t bad_line;  /* first line of what is being left out, or 0 */
	const char *reason; /* why */
	uint64_t bad;       /* lines left out so far */
	uint64_t places;    /* in so many places */
};

/* What parts the cells: the one of , ; TAB | that the header has most of. */
char rows_delim(struct str header);
/* Reads the header. False when there is none, which has been reported;
 * rows_close() is needed in any case. */
bool rows_open(struct source_rows *r, struct reader *reader, const char *path,
               bool tsv);
/* The next good row; false at the end. */
bool rows_next(struct source_rows *r, struct source_row *row);
void rows_close(struct source_rows *r);

#endif
