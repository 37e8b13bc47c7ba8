/* source_rows.c - the rows of a table in a file: CSV and TSV. */
#include "source_rows.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "err.h"

static size_t
count_char(struct str s, char c)
{
	size_t count = 0;

	for (size_t at = str_find(s, c); at < s.n;
	     at += 1 + str_find(str_from(s, at + 1), c))
		count++;
	return count;
}

/* "file.csv:7: reason" */
static void
report_line(const struct source_rows *r, uint64_t line, const char *reason)
{
	struct buf subject = { 0 };

	buf_cstr(&subject, r->path);
	buf_char(&subject, ':');
	buf_num(&subject, line);
	err_report(buf_str(&subject), reason);
	buf_release(&subject);
}

/* What is left out since bad_line ends before the line that comes next. */
static void
end_bad(struct source_rows *r)
{
	uint64_t lines = r->w.line - r->bad_line;
	struct buf text = { 0 };

	if (r->bad_line == 0)
		return;
	buf_cstr(&text, r->reason);
	buf_cstr(&text, "; left out: ");
	buf_num(&text, lines);
	buf_cstr(&text, lines == 1 ? " line" : " lines");
	buf_char(&text, '\0');
	report_line(r, r->bad_line, text.p);
	buf_release(&text);
	r->bad += lines;
	r->places++;
	r->bad_line = 0;
}

static void
begin_bad(struct source_rows *r, const char *reason)
{
	if (r->bad_line != 0)
		return;
	r->bad_line = r->w.line;
	r->reason = reason;
}

/* The bytes of the row at the window's start: up to the first line end outside
 * quotation marks, which is where they are even in number. */
static const char *
measure(struct source_rows *r, size_t *n, uint64_t *lines)
{
	bool open = false;
	size_t end;

	*n = 0;
	*lines = 0;
	do {
		if (!window_line(&r->w, *n, &end))
			return "a row of more than 65 MiB";
		if (end == *n)
			return open ? "a quotation mark is not closed" : NULL;
		if (!r->tsv) {
			struct str line = { window_left(&r->w).p + *n,
				            end - *n };

			open ^= count_char(line, '"') % 2 == 1;
		}
		*n = end;
		*lines += 1;
	} while (open);
	return NULL;
}

/* The character that an escape of TSV stands for, or 0. */
static char
escaped(char c)
{
	switch (c) {
	case 't':
		return '\t';
	case 'n':
		return '\n';
	case 'r':
		return '\r';
	case '\\':
		return '\\';
	default:
		return '\0';
	}
}

/* Undoes the escapes of a cell in place. */
static void
unescape(char *p, size_t *n)
{
	size_t from = str_find((struct str){ p, *n }, '\\');
	size_t to = from;

	while (from < *n) {
		char c = p[from] == '\\' && from + 1 < *n ? escaped(p[from + 1])
		                                          : '\0';

		p[to++] = c != '\0' ? c : p[from];
		from += c != '\0' ? 2 : 1;
	}
	*n = to;
}

static void
cut_tsv(struct csv_cells *cells, char *p, size_t n, char delim)
{
	struct str row = { p, n };

	cells->n = 0;
	if (str_ends(row, STR("\n")) || str_ends(row, STR("\r")))
		row.n--;
	if (str_ends(row, STR("\r")))
		row.n--;
	for (bool more = row.n > 0; more && cells->n <= CSV_CELLS_MAX;) {
		size_t at = str_find(row, delim);
		struct str cell = str_head(row, at);

		more = at < row.n;
		if (cell.n > 0)
			unescape(p + (cell.p - p), &cell.n);
		csv_cells_add(cells, cell);
		row = str_from(row, at + 1);
	}
}

static const char *
cut(struct source_rows *r, size_t n)
{
	char *p = r->w.b.p + r->w.at;

	if (!r->tsv)
		return source_csv_cut(&r->csv, &r->cells, (struct str){ p, n },
		                      r->delim);
	cut_tsv(&r->cells, p, n, r->delim);
	return NULL;
}

static const char *
wrong_number(const struct source_rows *r)
{
	return r->cells.n < r->nkey ? "fewer cells than the header has"
	                            : "more cells than the header has";
}

/* While rows are being left out, one that begins otherwise than the good ones
 * did is rather a line of a broken text that has commas in it. */
static bool
is_likely(const struct source_rows *r)
{
	bool quoted = window_left(&r->w).p[0] == '"';

	return r->bad_line == 0 || r->tsv || quoted == r->quoted;
}

static bool
is_row(struct source_rows *r)
{
	return r->cells.n == r->nkey && is_likely(r);
}

/* Leaves the row at the window's start out, which has n bytes when its end is
 * known. */
static void
leave_out(struct source_rows *r, const char *reason, size_t n, uint64_t lines)
{
	bool whole = reason == NULL && r->bad_line == 0;

	begin_bad(r, reason != NULL ? reason : wrong_number(r));
	if (!whole) {
		window_skip_line(&r->w);
		return;
	}
	window_take(&r->w, n, lines);
	end_bad(r);
}

static void
take_row(struct source_rows *r, struct source_row *row, size_t n,
         uint64_t lines)
{
	char *p = r->w.b.p + r->w.at;

	end_bad(r);
	r->quoted = *p == '"';
	source_csv_finish(&r->csv, p);
	*row = (struct source_row){ r->key, r->cells.v, r->nkey, r->w.line };
	window_take(&r->w, n, lines);
}

bool
rows_next(struct source_rows *r, struct source_row *row)
{
	uint64_t lines;
	size_t n;

	for (;;) {
		const char *reason = measure(r, &n, &lines);

		if (reason == NULL && n == 0)
			break;
		if (reason == NULL)
			reason = cut(r, n);
		if (reason == NULL && is_row(r)) {
			take_row(r, row, n, lines);
			return true;
		}
		if (reason == NULL && r->cells.n == 0)
			window_take(&r->w, n, lines);
		else
			leave_out(r, reason, n, lines);
	}
	end_bad(r);
	return false;
}

char
rows_delim(struct str line)
{
	static const char known[] = ",;\t|";
	char best = known[0];
	size_t most = 0;

	for (size_t i = 0; known[i] != '\0'; i++) {
		size_t count = count_char(line, known[i]);

		if (count > most) {
			most = count;
			best = known[i];
		}
	}
	return best;
}

/* The names move to memory that lasts. */
static void
keep_header(struct source_rows *r)
{
	const char *p;

	r->nkey = r->cells.n;
	r->key = mem_alloc(r->nkey, sizeof(*r->key));
	for (size_t i = 0; i < r->nkey; i++)
		buf_add(&r->header, str_trim(r->cells.v[i]));
	p = r->header.p;
	for (size_t i = 0; i < r->nkey; i++) {
		r->key[i] = (struct str){ p, str_trim(r->cells.v[i]).n };
		p += r->key[i].n;
	}
}

bool
rows_open(struct source_rows *r, struct reader *reader, const char *path,
          bool tsv)
{
	const char *reason;
	uint64_t lines;
	size_t n;

	*r = (struct source_rows){ .path = path, .tsv = tsv };
	window_open(&r->w, reader);
	reason = measure(r, &n, &lines);
	r->delim = tsv ? '\t' : rows_delim(str_head(window_left(&r->w), n));
	if (reason == NULL && n > 0)
		reason = cut(r, n);
	if (reason == NULL && r->cells.n == 0 && !reader_failed(reader))
		reason = "no header line with the names of the columns";
	if (reason == NULL && r->cells.n > CSV_CELLS_MAX)
		reason = "more than 65536 columns";
	if (reason != NULL)
		report_line(r, r->w.line, reason);
	if (r->cells.n == 0 || reason != NULL)
		return false;
	r->quoted = window_left(&r->w).p[0] == '"';
	source_csv_finish(&r->csv, r->w.b.p + r->w.at);
	keep_header(r);
	window_take(&r->w, n, lines);
	return true;
}

/* When there was more than one message: what they come to. */
static void
report_total(const struct source_rows *r)
{
	struct buf text = { 0 };

	if (r->places < 2)
		return;
	buf_cstr(&text, "in all ");
	buf_num(&text, r->bad);
	buf_cstr(&text, " lines left out, in ");
	buf_num(&text, r->places);
	buf_cstr(&text, " places");
	buf_char(&text, '\0');
	err_report(str_of(r->path), text.p);
	buf_release(&text);
}

void
rows_close(struct source_rows *r)
{
	report_total(r);
	window_close(&r->w);
	source_csv_release(&r->csv);
	csv_cells_release(&r->cells);
	buf_release(&r->header);
	free(r->key);
}
