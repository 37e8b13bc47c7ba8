/*
 * source_csv.h - one row of CSV cut into cells.
 *
 * Rows of the usual shape are cut here, several times as fast as libcsv does;
 * libcsv, in its strict mode, decides about all others.
 */
#ifndef SOURCE_CSV_H
#define SOURCE_CSV_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

/* A row is cut no further than one cell behind these. */
enum { CSV_CELLS_MAX = 65536 };

struct csv_cells {
	struct str *v;
	size_t n;
	size_t room;
};

void csv_cells_add(struct csv_cells *c, struct str cell);
void csv_cells_release(struct csv_cells *c);

struct csv_parser;

struct source_csv {
	struct csv_parser *parser; /* made when it is first needed */
	struct buf copy;           /* bytes of cells that libcsv cut */
	struct csv_cells *cells;
	size_t rows;
	bool doubled;              /* cells have doubled quotation marks */
};

/* Cuts row (its line end may be there) into cells, which are views of row or
 * of c. Returns NULL, or why the row is faulty. A blank row has no cells. */
const char *source_csv_cut(struct source_csv *c, struct csv_cells *cells,
                           struct str row, char delim);
/* Undoes the doubled quotation marks of the cells, in the memory of the row
 * that was cut last. */
void source_csv_finish(struct source_csv *c, char *row);
void source_csv_release(struct source_csv *c);

#endif
