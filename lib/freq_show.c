/* freq_show.c - counts as lines, records or a matrix. */
#include "freq_show.h"

#include "freq_gram_rows.h"

enum { LINES_MAX = 32 * 1024, COLUMNS_MAX = 9 };

const char *const *
freq_show_columns(const struct freq_show *s)
{
	static const char *columns[COLUMNS_MAX + 1];
	size_t n = 0;

	if (s->group)
		columns[n++] = s->asked->by;
	columns[n++] = "word";
	columns[n++] = "count";
	columns[n++] = "per_million";
	columns[n++] = "docs";
	columns[n++] = "dkl";
	if (s->asked->dispersion)
		columns[n++] = "dp";
	columns[n++] = "rank";
	columns[n] = NULL;
	return columns;
}

/* Decimals that keep a million words in a list of ten thousand millions, and
 * let --merge find their number again. */
enum { PER_MILLION_DECIMALS = 6, DP_DECIMALS = 6 };

/* As many as let --merge find the spread again: half of the last one, times
 * the count, is less than half a unit of it. */
static int
dkl_decimals(uint64_t count)
{
	int decimals = 7;

	for (; count >= 10; count /= 10)
		decimals++;
	return decimals;
}

static void
put_record(const struct freq_show *s, const struct freq_row *row)
{
	struct record *r = s->record;

	if (s->group)
		record_str(r, row->group);
	record_str(r, row->word);
	record_num(r, row->count);
	record_real(r, freq_per_million(row->count, row->words),
	            PER_MILLION_DECIMALS);
	record_num(r, row->docs);
	record_real(r, freq_dkl(row), dkl_decimals(row->count));
	if (s->asked->dispersion)
		record_real(r, row->dp, DP_DECIMALS);
	record_num(r, row->rank);
	record_end(r);
}

void
freq_show_flush(struct freq_show *s)
{
	out_bytes(s->out, buf_str(&s->lines));
	buf_clear(&s->lines);
}

/* A name with a TAB or a newline must not make a field more. */
static void
put_group(struct freq_show *s, struct str group)
{
	struct buf *b = &s->lines;

	for (size_t i = 0; i < group.n; i++) {
		char c = group.p[i];

		if (c == '\t' || c == '\n' || c == '\\')
			buf_char(b, '\\');
		buf_char(b, c == '\t' ? 't' : c == '\n' ? 'n' : c);
	}
	if (group.n == 0)
		buf_char(b, '-');
	buf_char(b, '\t');
}

static void
put_line(struct freq_show *s, const struct freq_row *row)
{
	struct buf *b = &s->lines;

	if (s->group)
		put_group(s, row->group);
	if (s->asked->word_first) {
		buf_add(b, row->word);
		buf_char(b, '\t');
	}
	buf_num(b, row->count);
	if (s->asked->docs) {
		buf_char(b, '\t');
		buf_num(b, row->docs);
	}
	if (!s->asked->word_first) {
		buf_char(b, '\t');
		buf_add(b, row->word);
	}
	buf_char(b, '\n');
	if (b->n >= LINES_MAX)
		freq_show_flush(s);
}

/* The line of put_line() as a record, which the document's fields follow. */
static void
put_fielded(const struct freq_show *s, const struct freq_row *row)
{
	struct record *r = s->record;

	record_str(r, row->group);
	if (s->asked->word_first)
		record_str(r, row->word);
	record_num(r, row->count);
	if (s->asked->docs)
		record_num(r, row->docs);
	if (!s->asked->word_first)
		record_str(r, row->word);
	record_end(r);
}

void
freq_show_row(void *context, const struct freq_row *row)
{
	struct freq_show *s = context;

	s->rows++;
	if (!s->asked->plain)
		put_record(s, row);
	else if (s->asked->fields)
		put_fielded(s, row);
	else
		put_line(s, row);
}

void
freq_show_term(void *context, const struct freq_row *row)
{
	struct freq_show *s = context;

	s->rows++;
	buf_cstr(&s->lines, "% word ");
	buf_num(&s->lines, row->rank);
	buf_char(&s->lines, '\t');
	buf_add(&s->lines, row->word);
	buf_char(&s->lines, '\n');
	if (s->lines.n >= LINES_MAX)
		freq_show_flush(s);
}

void
freq_show_matrix(struct freq_show *s, struct freq *f)
{
	struct freq_gram *g = &f->gram;
	struct str names = buf_str(&g->names);
	struct buf *b = &s->lines;

	buf_cstr(b, "%%MatrixMarket matrix coordinate integer general\n"
	            "% rows are documents, columns are words\n");
	for (uint64_t doc = 1; names.n > 0; doc++) {
		buf_cstr(b, "% doc ");
		buf_num(b, doc);
		buf_char(b, '\t');
		buf_add(b, str_cut(&names, '\n'));
		buf_char(b, '\n');
	}
	freq_finish(f);
	buf_num(b, g->docs);
	buf_char(b, ' ');
	buf_num(b, g->columns);
	buf_char(b, ' ');
	buf_num(b, g->ncells);
	buf_char(b, '\n');
	freq_show_flush(s);
	freq_gram_cells(g, s->out);
}

void
freq_show_end(struct freq_show *s)
{
	freq_show_flush(s);
	buf_release(&s->lines);
}
