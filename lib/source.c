/* source.c - operands of every kind as a row of documents. */
#include "source.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "err.h"
#include "input.h"
#include "source_json.h"
#include "source_mark.h"
#include "source_rows.h"
#include "source_walk.h"

struct source {
	struct source_opts opts;
	char *const *files;
	struct source_walk walk;
	const char *path;      /* of the open operand */
	struct reader *reader; /* NULL: none is open, or the input has it */
	enum source_form form; /* of the open operand; SOURCE_AUTO: none */
	struct input *in;
	struct source_rows rows;
	struct source_json json;
	struct source_columns columns;
	struct buf name, fields;
	uint64_t bytes;
};

static char *const standard_input[] = { (char[]){ "-" }, NULL };

struct source *
source_open(char *const *files, const struct source_opts *opts)
{
	struct source *s = mem_alloc(1, sizeof(*s));

	s->opts = *opts;
	if (s->opts.part_max == 0)
		s->opts.part_max = WINDOW_MAX;
	s->files = *files == NULL ? standard_input : files;
	s->columns.field = mem_alloc(opts->wanted.nfield,
	                             sizeof(*s->columns.field));
	return s;
}

uint64_t
source_bytes(const struct source *s)
{
	return s->bytes;
}

static const struct ending {
	const char *name;
	enum source_form form;
} endings[] = {
	{ ".csv", SOURCE_CSV },   { ".tsv", SOURCE_TSV },
	{ ".tab", SOURCE_TSV },   { ".jsonl", SOURCE_JSON },
	{ ".json", SOURCE_JSON }, { ".ndjson", SOURCE_JSON },
	{ ".txt", SOURCE_TEXT },
};

static bool
ends_with(struct str path, struct str ending)
{
	return path.n > ending.n &&
	       str_eq_ascii(str_from(path, path.n - ending.n), ending);
}

static enum source_form
form_of_path(struct str path)
{
	if (ends_with(path, STR(".gz")))
		path.n -= 3;
	else if (ends_with(path, STR(".zst")))
		path.n -= 4;
	for (size_t i = 0; i < sizeof(endings) / sizeof(*endings); i++)
		if (ends_with(path, str_of(endings[i].name)))
			return endings[i].form;
	return SOURCE_AUTO;
}

/* A table's first line has two names or more, the text's among them. */
static bool
is_header(struct source *s, struct str line, char delim)
{
	struct source_csv csv = { 0 };
	struct csv_cells cells = { 0 };
	struct source_wanted text = { .text = s->opts.wanted.text };
	struct source_columns found;
	bool header;

	header = source_csv_cut(&csv, &cells, line, delim) == NULL &&
	         cells.n > 1 && columns_find(&found, &text, cells.v, cells.n);
	csv_cells_release(&cells);
	source_csv_release(&csv);
	return header;
}

/* The first line without a BOM, as far as can be seen ahead. */
static struct str
first_line(struct reader *reader)
{
	struct str head = reader_peek(reader, 1);
	size_t seen = 0;

	while (head.n > seen && str_find(head, '\n') == head.n) {
		seen = head.n;
		head = reader_peek(reader, seen + 1);
	}
	if (str_starts(head, STR("\xEF\xBB\xBF")))
		head = str_from(head, 3);
	head = str_head(head, str_find(head, '\n'));
	return str_head(head, str_find(head, '\r'));
}

static enum source_form
form_of_line(struct source *s, struct str line)
{
	char delim = rows_delim(line);

	if (line.n > 0 && line.p[0] == '{') {
		struct str inner = str_trim(str_from(line, 1));

		if (inner.n > 0 && (inner.p[0] == '"' || inner.p[0] == '}'))
			return SOURCE_JSON;
	}
	if (line.n == 0 || line.p[0] == '\f' || !is_header(s, line, delim))
		return SOURCE_TEXT;
	return delim == '\t' && str_find(line, '"') == line.n ? SOURCE_TSV
	                                                      : SOURCE_CSV;
}

static void
report_columns(const struct source *s)
{
	struct str path = str_of(s->path);

	if (s->columns.missing.p != NULL)
		err_detail(path, "no such column", s->columns.missing);
	else
		err_report(path, "no column text, body, content or article; "
		                 "name it with --text");
}

static void
close_operand(struct source *s)
{
	if (s->in != NULL)
		input_close(s->in);
	s->in = NULL;
	if (s->form == SOURCE_CSV || s->form == SOURCE_TSV)
		rows_close(&s->rows);
	if (s->form == SOURCE_JSON)
		json_close(&s->json);
	if (s->reader != NULL)
		reader_close(s->reader);
	s->reader = NULL;
	s->form = SOURCE_AUTO;
}

static void
open_text(struct source *s)
{
	struct input_opts opts = { .part_max = s->opts.part_max };

	s->in = input_open_reader(s->reader, s->path, &opts);
	s->reader = NULL;
}

static bool
open_rows(struct source *s)
{
	struct source_rows *r = &s->rows;

	if (!rows_open(r, s->reader, s->path, s->form == SOURCE_TSV))
		return false;
	if (columns_find(&s->columns, &s->opts.wanted, r->key, r->nkey))
		return true;
	report_columns(s);
	return false;
}

static void
open_json(struct source *s)
{
	json_open(&s->json, s->reader, s->path, s->opts.windows_1252);
	json_want(&s->json, &s->opts.wanted);
}

static void
open_operand(struct source *s, const char *path)
{
	s->path = path;
	s->reader = reader_open(path);
	if (s->reader == NULL)
		return;
	reader_count(s->reader, &s->bytes);
	reader_on_wait(s->reader, s->opts.before_wait, s->opts.context);
	s->form = (enum source_form)s->opts.form;
	if (s->form == SOURCE_AUTO)
		s->form = form_of_path(str_of(path));
	if (s->form == SOURCE_AUTO)
		s->form = form_of_line(s, first_line(s->reader));
	if (s->form == SOURCE_TEXT)
		open_text(s);
	else if (s->form == SOURCE_JSON)
		open_json(s);
	else if (!open_rows(s))
		close_operand(s);
}

/* The next file of the directory or of the operands; NULL at the end. */
static const char *
next_path(struct source *s)
{
	for (;;) {
		const char *path = walk_next(&s->walk);

		if (path != NULL || *s->files == NULL)
			return path;
		path = *s->files++;
		if (strcmp(path, "-") == 0 || !walk_is_directory(path))
			return path;
		if (s->opts.recursive)
			walk_begin(&s->walk, path);
		else
			err_report(str_of(path),
			           "is a directory; -r reads what is in it");
	}
}

static bool
next_text(struct source *s, struct article *a)
{
	struct doc doc;

	if (!input_part(s->in, &doc))
		return false;
	buf_clear(&s->name);
	if (doc.mark.n > 0)
		buf_add(&s->name, doc.name);
	else
		err_escape(&s->name, doc.name);
	*a = (struct article){ .name = buf_str(&s->name),
		               .fields = doc.fields,
		               .text = doc.text,
		               .first = doc.first,
		               .last = doc.last,
		               .is_path = doc.mark.n == 0 };
	return true;
}

/* "file.csv:7", the line where the row begins, is found again. */
static void
name_by_place(struct source *s, uint64_t line)
{
	err_escape(&s->name, str_of(s->path));
	buf_char(&s->name, ':');
	buf_num(&s->name, line);
}

static void
make_article(struct source *s, const struct source_row *row, struct article *a)
{
	const struct source_columns *c = &s->columns;

	buf_clear(&s->name);
	buf_clear(&s->fields);
	if (c->name != COLUMN_NONE)
		mark_squeeze(&s->name, row->cell[c->name]);
	if (s->name.n == 0)
		name_by_place(s, row->line);
	for (size_t i = 0; i < s->opts.wanted.nfield; i++)
		if (c->field[i] != COLUMN_NONE)
			mark_field(&s->fields, s->opts.wanted.field[i].key,
			           row->cell[c->field[i]]);
	*a = (struct article){ .name = buf_str(&s->name),
		               .fields = buf_str(&s->fields),
		               .text = row->cell[c->text],
		               .first = true,
		               .last = true };
}

static bool
next_row(struct source *s, struct article *a)
{
	struct source_row row;

	if (!rows_next(&s->rows, &row))
		return false;
	make_article(s, &row, a);
	return true;
}

/* A key asked for by name may be absent: that is an empty field. */
static bool
next_object(struct source *s, struct article *a)
{
	struct source_row row;

	while (json_next(&s->json, &row)) {
		columns_find(&s->columns, &s->opts.wanted, row.key, row.n);
		if (s->columns.text == COLUMN_NONE) {
			json_refuse(&s->json, "no text in the object");
			continue;
		}
		make_article(s, &row, a);
		a->is_utf8 = true;
		return true;
	}
	return false;
}

static bool
next_of_operand(struct source *s, struct article *a)
{
	switch (s->form) {
	case SOURCE_TEXT:
		return next_text(s, a);
	case SOURCE_CSV:
	case SOURCE_TSV:
		return next_row(s, a);
	case SOURCE_JSON:
		return next_object(s, a);
	case SOURCE_AUTO:
		break;
	}
	return false;
}

bool
source_next(struct source *s, struct article *a)
{
	for (;;) {
		const char *path;

		if (next_of_operand(s, a))
			return true;
		close_operand(s);
		path = next_path(s);
		if (path == NULL)
			return false;
		open_operand(s, path);
	}
}

void
source_close(struct source *s)
{
	close_operand(s);
	walk_release(&s->walk);
	buf_release(&s->name);
	buf_release(&s->fields);
	free(s->columns.field);
	free(s);
}
