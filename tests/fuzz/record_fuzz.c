/* record_fuzz.c - what is written as CSV is read back the same by libcsv. */
#include "fuzz.h"
#include "record.h"

#include <csv.h>
#include <string.h>

struct seen {
	struct str field[3]; /* what was written */
	size_t at;
	size_t rows;
};

static void
on_field(void *p, size_t n, void *context)
{
	struct seen *s = context;
	struct str got = { p, n };

	LAW(s->at < 3);
	LAW(str_eq(got, s->field[s->at]));
	s->at++;
}

static void
on_row(int c, void *context)
{
	struct seen *s = context;

	(void)c;
	LAW(s->at == 3);
	s->at = 0;
	s->rows++;
}

static void
read_back(struct str csv, struct seen *s)
{
	struct csv_parser p;

	LAW(csv_init(&p, CSV_STRICT | CSV_STRICT_FINI) == 0);
	LAW(csv_parse(&p, csv.p, csv.n, on_field, on_row, s) == csv.n);
	LAW(csv_fini(&p, on_field, on_row, s) == 0);
	LAW(s->rows == 1);
	csv_free(&p);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static const char *const columns[] = { "a", "b", "c", NULL };
	struct str rest = { (const char *)data, size };
	struct seen s = { 0 };
	struct record r;
	struct out o;

	for (int i = 0; i < 3; i++)
		s.field[i] = i < 2 ? str_cut(&rest, '\x1f') : rest;
	for (int form = RECORD_TSV; form <= RECORD_JSON; form++) {
		out_open(&o, OUT_MEMORY);
		record_open(&r, &o, (enum record_form)form, false);
		record_header(&r, columns, false);
		for (int i = 0; i < 3; i++)
			record_str(&r, s.field[i]);
		record_end(&r);
		if (form == RECORD_CSV)
			read_back(out_str(&o), &s);
		else
			LAW(str_find(out_str(&o), '\n') == out_str(&o).n - 1);
		record_release(&r);
		LAW(out_close(&o));
	}
	return 0;
}
