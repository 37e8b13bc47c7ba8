/* source_csv_fuzz.c - a row is cut into the cells that libcsv finds, and what
 * one refuses the other refuses. */
#include "fuzz.h"
#include "source_csv.h"

#include <csv.h>
#include <string.h>

struct seen {
	const struct csv_cells *cells; /* NULL: only counts */
	size_t at;
	size_t rows;
};

static int
is_blank(unsigned char c)
{
	return c == ' ';
}

static void
on_cell(void *p, size_t n, void *context)
{
	struct seen *s = context;
	struct str got = { p, n };

	if (s->cells != NULL) {
		LAW(s->at < s->cells->n);
		LAW(str_eq(got, s->cells->v[s->at]));
	}
	s->at++;
}

static void
on_row(int c, void *context)
{
	struct seen *s = context;

	(void)c;
	s->rows++;
}

/* Whether libcsv takes row for one row or for a blank one. */
static bool
judge(struct str row, struct seen *s)
{
	struct csv_parser p;
	bool good;

	LAW(csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) == 0);
	csv_set_space_func(&p, is_blank);
	good = csv_parse(&p, row.p, row.n, on_cell, on_row, s) == row.n &&
	       csv_fini(&p, on_cell, on_row, s) == 0 && s->rows <= 1;
	csv_free(&p);
	return good;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct source_csv csv = { 0 };
	struct csv_cells cells = { 0 };
	struct seen counted = { 0 };
	struct seen compared = { .cells = &cells };
	char *copy = malloc(size + 1);
	struct str row = { copy, size };
	bool good;

	memcpy(copy, data, size);
	for (size_t i = 0; i < size; i++)
		if (copy[i] == '\n' || (copy[i] == '\r' && i + 1 == size))
			copy[i] = ' ';
	good = source_csv_cut(&csv, &cells, row, ',') == NULL;
	LAW(good == judge(row, &counted));
	if (good) {
		struct str before = { memcpy(malloc(size + 1), copy, size),
			              size };

		LAW(counted.at == cells.n);
		source_csv_finish(&csv, copy);
		LAW(judge(before, &compared));
		free((void *)(uintptr_t)before.p);
	}
	csv_cells_release(&cells);
	source_csv_release(&csv);
	free(copy);
	return 0;
}
