/* source_csv.c - one row of CSV cut into cells. */
#include "source_csv.h"

#include <csv.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum { CELLS_MIN = 16, BLOCK_SIZE = 64 * 1024 };

void
csv_cells_add(struct csv_cells *c, struct str cell)
{
	if (c->n == c->room) {
		c->room = c->room == 0 ? CELLS_MIN : 2 * c->room;
		c->v = mem_resize(c->v, c->room, sizeof(*c->v));
	}
	c->v[c->n++] = cell;
}

void
csv_cells_release(struct csv_cells *c)
{
	free(c->v);
	*c = (struct csv_cells){ 0 };
}

/* Only a space is one: a TAB may be a delimiter or belong to a text. */
static int
is_blank(unsigned char c)
{
	return c == ' ';
}

/* Offset of the quotation mark that closes the cell s, which begins behind its
 * opening one; s.n when there is none. */
static size_t
find_close(struct str s, bool *doubled)
{
	size_t at = 0;

	for (;;) {
		at += str_find(str_from(s, at), '"');
		if (at + 1 >= s.n || s.p[at + 1] != '"')
			return at;
		*doubled = true;
		at += 2;
	}
}

static bool
is_bare(struct str cell)
{
	return memchr(cell.p, '"', cell.n) == NULL &&
	       memchr(cell.p, '\r', cell.n) == NULL;
}

static struct str
trim_blanks(struct str s)
{
	while (s.n > 0 && s.p[0] == ' ')
		s = str_from(s, 1);
	while (s.n > 0 && s.p[s.n - 1] == ' ')
		s.n--;
	return s;
}

/* Takes the first cell and the delimiter behind it off *row; *more tells
 * whether there was one. False when the shape is unusual. */
static bool
take_cell(struct str *row, char delim, struct str *cell, bool *doubled,
          bool *more)
{
	size_t n;

	if (row->n > 0 && row->p[0] == '"') {
		struct str rest = str_from(*row, 1);

		n = find_close(rest, doubled);
		if (n == rest.n ||
		    (n + 1 < rest.n && rest.p[n + 1] != delim))
			return false;
		*cell = str_head(rest, n);
		n += 2;
	} else {
		n = str_find(*row, delim);
		*cell = str_head(*row, n);
		if (n > 0 && !is_bare(*cell))
			return false;
		*cell = trim_blanks(*cell);
	}
	*more = n < row->n;
	*row = str_from(*row, n + 1);
	return true;
}

/* Halves the doubled quotation marks of a cell in place. */
static void
undouble(char *base, struct str *cell)
{
	char *p = base + (cell->p - base);
	size_t from = str_find(*cell, '"');
	size_t to = from;

	while (from < cell->n) {
		size_t n = 1 + str_find(str_from(*cell, from + 2), '"');

		memmove(p + to, p + from + 1, n);
		to += n;
		from += n + 1;
	}
	cell->n = to < cell->n ? to : cell->n;
}

static bool
cut_usual(struct source_csv *c, struct str row, char delim)
{
	bool more = true;
	struct str cell;

	while (more && c->cells->n <= CSV_CELLS_MAX) {
		if (!take_cell(&row, delim, &cell, &c->doubled, &more))
			return false;
		csv_cells_add(c->cells, cell);
	}
	return true;
}

static void
on_cell(void *p, size_t n, void *context)
{
	struct source_csv *c = context;

	if (c->cells->n > CSV_CELLS_MAX)
		return;
	buf_add(&c->copy, (struct str){ p, n });
	/* The bytes may still move: only the length is kept. */
	csv_cells_add(c->cells, (struct str){ NULL, n });
}

static void
on_row(int end, void *context)
{
	struct source_csv *c = context;

	(void)end;
	c->rows++;
}

static void
start(struct source_csv *c, char delim)
{
	if (c->parser == NULL) {
		c->parser = mem_alloc(1, sizeof(*c->parser));
		csv_init(c->parser, CSV_STRICT | CSV_STRICT_FINI);
		csv_set_space_func(c->parser, is_blank);
		csv_set_blk_size(c->parser, BLOCK_SIZE);
	}
	csv_set_delim(c->parser, (unsigned char)delim);
	buf_clear(&c->copy);
	c->cells->n = 0;
	c->rows = 0;
	c->doubled = false; /* libcsv halves them itself */
}

/* A parser that has failed is not used again. */
static void
drop(struct source_csv *c)
{
	if (c->parser != NULL)
		csv_free(c->parser);
	free(c->parser);
	c->parser = NULL;
}

static const char *
judge(struct source_csv *c, struct str row)
{
	size_t done = csv_parse(c->parser, row.p, row.n, on_cell, on_row, c);

	if (done == row.n && csv_fini(c->parser, on_cell, on_row, c) == 0)
		return c->rows > 1 ? "a carriage return in a bare cell" : NULL;
	if (csv_error(c->parser) == CSV_ENOMEM ||
	    csv_error(c->parser) == CSV_ETOOBIG)
		mem_fail();
	if (done == row.n)
		return "a quotation mark is not closed";
	return c->parser->quoted ? "text behind a closing quotation mark"
	                         : "a quotation mark in a bare cell";
}

static void
place_cells(struct source_csv *c)
{
	const char *p = c->copy.p == NULL ? "" : c->copy.p;

	for (size_t i = 0; i < c->cells->n; i++) {
		c->cells->v[i].p = p;
		p += c->cells->v[i].n;
	}
}

static size_t
without_line_end(struct str row)
{
	size_t n = row.n;

	if (n > 0 && row.p[n - 1] == '\n')
		n--;
	if (n > 0 && row.p[n - 1] == '\r')
		n--;
	return n;
}

const char *
source_csv_cut(struct source_csv *c, struct csv_cells *cells, struct str row,
               char delim)
{
	const char *reason;

	row.n = without_line_end(row);
	c->cells = cells;
	c->doubled = false;
	cells->n = 0;
	if (trim_blanks(row).n == 0 || cut_usual(c, row, delim))
		return NULL;
	start(c, delim);
	reason = judge(c, row);
	if (reason != NULL)
		drop(c);
	else
		place_cells(c);
	return reason;
}

void
source_csv_finish(struct source_csv *c, char *row)
{
	for (size_t i = 0; c->doubled && i < c->cells->n; i++)
		if (c->cells->v[i].n > 0)
			undouble(row, &c->cells->v[i]);
	c->doubled = false;
}

void
source_csv_release(struct source_csv *c)
{
	drop(c);
	buf_release(&c->copy);
}
