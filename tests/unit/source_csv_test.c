/* source_csv_test.c - one row of CSV cut into cells. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "source_csv.h"

static struct source_csv csv;
static struct csv_cells cells;
static char row[256];

/* The cells of text with "|" between, or the reason in angle brackets. */
static void
check(const char *text, char delim, const char *want, const char *file,
      int line)
{
	char got[512] = "";
	size_t n = strlen(text);
	const char *reason;

	memcpy(row, text, n);
	reason = source_csv_cut(&csv, &cells, (struct str){ row, n }, delim);
	if (reason == NULL)
		source_csv_finish(&csv, row);
	else
		snprintf(got, sizeof(got), "<%s>", reason);
	for (size_t i = 0; reason == NULL && i < cells.n; i++) {
		size_t used = strlen(got);

		snprintf(got + used, sizeof(got) - used, "%s%.*s",
		         i > 0 ? "|" : "", (int)cells.v[i].n,
		         cells.v[i].n > 0 ? cells.v[i].p : "");
	}
	check_str(str_of(got), str_of(want), file, line);
}

#define assert_cells(text, want) check((text), ',', (want), __FILE__, __LINE__)

static void
usual_rows(void **state)
{
	(void)state;
	assert_cells("a,b,c\n", "a|b|c");
	assert_cells("a,b,c\r\n", "a|b|c");
	assert_cells("a,,", "a||");
	assert_cells(",", "|");
	assert_cells("\"a,b\",\"c\nd\"\n", "a,b|c\nd");
	assert_cells("\"\",\"\"\"\",\"a\"\"b\"\"\"\"c\"", "|\"|a\"b\"\"c");
	assert_cells("", "");
	assert_cells("  \n", "");
	check("a;b,c\n", ';', "a|b,c", __FILE__, __LINE__);
}

/* Those that libcsv decides about. */
static void
unusual_rows(void **state)
{
	(void)state;
	assert_cells(" a , \"b\" ,c d ", "a|b|c d");
	assert_cells("\"a\"\"\" ,b", "a\"|b");
	assert_cells("a,\"b\" \n", "a|b");
	assert_cells(" ,\"b\" ", "|b");
	assert_cells(" \"\" , ", "|");
}

static void
faults(void **state)
{
	(void)state;
	assert_cells("a,\"bad\"tail", "<text behind a closing quotation mark>");
	assert_cells("a,\"b\" c", "<text behind a closing quotation mark>");
	assert_cells("a,so \"bad\"", "<a quotation mark in a bare cell>");
	assert_cells("a,\"open\n", "<a quotation mark is not closed>");
	assert_cells("a\rb\n", "<a carriage return in a bare cell>");
	assert_cells("a,\"b\"\n", "a|b"); /* and the next is as good as ever */
}

static void
cells_are_limited(void **state)
{
	size_t n = CSV_CELLS_MAX + 100;
	char *commas = malloc(n);

	(void)state;
	memset(commas, ',', n);
	assert_null(source_csv_cut(&csv, &cells, (struct str){ commas, n },
	                           ','));
	assert_int_equal(cells.n, CSV_CELLS_MAX + 1);
	commas[n - 1] = ' ';
	commas[n - 2] = '\"';
	commas[0] = '\"';
	assert_null(source_csv_cut(&csv, &cells, (struct str){ commas, n },
	                           ';'));
	assert_int_equal(cells.n, 1);
	/* libcsv is asked: the last cell has blanks behind its mark */
	memset(commas, ',', n);
	memcpy(commas + n - 4, "\"a\" ", 4);
	assert_null(source_csv_cut(&csv, &cells, (struct str){ commas, n },
	                           ','));
	assert_int_equal(cells.n, CSV_CELLS_MAX + 1);
	memcpy(commas, "\"a\" ", 4);
	assert_null(source_csv_cut(&csv, &cells, (struct str){ commas, n },
	                           ','));
	assert_int_equal(cells.n, CSV_CELLS_MAX + 1);
	free(commas);
}

static int
release(void **state)
{
	(void)state;
	source_csv_release(&csv);
	csv_cells_release(&cells);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(usual_rows),
		cmocka_unit_test(unusual_rows),
		cmocka_unit_test(faults),
		cmocka_unit_test(cells_are_limited),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
