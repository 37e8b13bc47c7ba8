/* record.c - records of named fields on an out: TSV, CSV or JSON Lines. */
#include "record.h"

#include <csv.h>
#include <math.h>
#include <stdio.h>
#include <string.h>

#include "utf8.h"

enum { REAL_SIZE = 400 }; /* bytes of the longest double with decimals */

void
record_open(struct record *r, struct out *out, enum record_form form,
            bool excel)
{
	*r = (struct record){ .out = out, .form = form, .excel = excel };
}

void
record_release(struct record *r)
{
	buf_release(&r->scratch);
}

static void
put_tsv(struct record *r, struct str s)
{
	size_t done = 0;

	if (s.n == 0)
		out_raw(r->out, STR("-"));
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c != '\t' && c != '\n' && c != '\\')
			continue;
		out_bytes(r->out, str_sub(s, (struct span){ done, i }));
		out_raw(r->out, c == '\t'   ? STR("\\t")
		                : c == '\n' ? STR("\\n")
		                            : STR("\\\\"));
		done = i + 1;
	}
	out_bytes(r->out, str_from(s, done));
}

static bool
is_blank(char c)
{
	return c == ' ' || c == '\t';
}

/* RFC 4180, 2.6, and outer blanks, which some readers trim. */
static bool
needs_quotes(struct str s)
{
	if (s.n > 0 && (is_blank(s.p[0]) || is_blank(s.p[s.n - 1])))
		return true;
	for (size_t i = 0; i < s.n; i++)
		if (s.p[i] == ',' || s.p[i] == '"' || s.p[i] == '\n' ||
		    s.p[i] == '\r')
			return true;
	return false;
}

/* A cell that a spreadsheet would run (OWASP, CSV injection). */
static bool
is_formula(struct str s)
{
	return s.n > 0 && memchr("=+-@\t\r", s.p[0], 6) != NULL;
}

static void
put_csv(struct record *r, struct str s)
{
	struct buf guarded = { 0 };
	size_t n;

	if (r->excel && is_formula(s)) {
		buf_char(&guarded, '\'');
		buf_add(&guarded, s);
		s = buf_str(&guarded);
	}
	if (needs_quotes(s)) {
		buf_clear(&r->scratch);
		buf_reserve(&r->scratch, 2 * s.n + 2);
		n = csv_write(r->scratch.p, r->scratch.room, s.p, s.n);
		s = (struct str){ r->scratch.p, n };
	}
	out_bytes(r->out, s);
	buf_release(&guarded);
}

/* RFC 8259, 7. */
static void
put_json_unit(struct buf *b, struct str unit, int32_t cp)
{
	static const char letter[] = "btnvfr"; /* U+0008 to U+000D */

	if (cp == UTF8_BAD) {
		buf_cstr(b, "\xEF\xBF\xBD");
	} else if (cp == '"' || cp == '\\') {
		buf_char(b, '\\');
		buf_char(b, (char)cp);
	} else if (cp >= '\b' && cp <= '\r' && cp != '\v') {
		buf_char(b, '\\');
		buf_char(b, letter[cp - '\b']);
	} else if (cp < 0x20) {
		buf_cstr(b, "\\u");
		buf_hex(b, (uint64_t)cp, 4);
	} else {
		buf_add(b, unit);
	}
}

static void
put_json(struct record *r, struct str s)
{
	buf_clear(&r->scratch);
	buf_char(&r->scratch, '"');
	for (size_t at = 0; at < s.n;) {
		int32_t cp;
		struct str unit = { s.p + at, 0 };

		unit.n = utf8_next(unit.p, s.p + s.n, &cp);
		put_json_unit(&r->scratch, unit, cp);
		at += unit.n;
	}
	buf_char(&r->scratch, '"');
	out_bytes(r->out, buf_str(&r->scratch));
}

static void
begin_field(struct record *r)
{
	if (r->form == RECORD_JSON) {
		out_raw(r->out, r->field == 0 ? STR("{\"") : STR(",\""));
		out_raw(r->out, str_of(r->columns[r->field]));
		out_raw(r->out, STR("\":"));
	} else if (r->field > 0) {
		out_raw(r->out, r->form == RECORD_CSV ? STR(",") : STR("\t"));
	}
	r->field++;
}

static void
end_line(struct record *r)
{
	bool crlf = r->form == RECORD_CSV && r->excel;

	r->field = 0;
	out_raw(r->out, crlf ? STR("\r\n") : STR("\n"));
}

void
record_tail(struct record *r, const struct str *names, struct str *fields,
            size_t n)
{
	r->tail_name = names;
	r->tail = fields;
	r->ntail = n;
}

void
record_header(struct record *r, const char *const *columns, bool shown)
{
	r->columns = columns;
	if (r->form != RECORD_CSV)
		return;
	if (r->excel)
		out_raw(r->out, STR("\xEF\xBB\xBF"));
	if (!shown)
		return;
	for (size_t i = 0; columns[i] != NULL; i++)
		record_str(r, str_of(columns[i]));
	for (size_t i = 0; i < r->ntail; i++)
		record_str(r, r->tail_name[i]);
	end_line(r);
}

void
record_str(struct record *r, struct str field)
{
	begin_field(r);
	switch (r->form) {
	case RECORD_TSV:
		put_tsv(r, field);
		break;
	case RECORD_CSV:
		put_csv(r, field);
		break;
	case RECORD_JSON:
		put_json(r, field);
		break;
	}
}

/* All white space of s is single spaces. */
static bool
is_flat(struct str s)
{
	for (size_t i = 0; i < s.n; i++)
		if (ascii_space(s.p[i]) &&
		    (s.p[i] != ' ' || ascii_space(s.p[i - 1])))
			return false;
	return true;
}

void
record_flat(struct record *r, struct str field)
{
	struct buf b = { 0 };

	field = str_trim(field);
	if (is_flat(field)) {
		record_str(r, field);
		return;
	}
	for (size_t i = 0, beg = 0; i <= field.n; i++) {
		if (i < field.n && !ascii_space(field.p[i]))
			continue;
		buf_add(&b, str_sub(field, (struct span){ beg, i }));
		while (i + 1 < field.n && ascii_space(field.p[i + 1]))
			i++;
		beg = i + 1;
		if (i < field.n)
			buf_char(&b, ' ');
	}
	record_str(r, buf_str(&b));
	buf_release(&b);
}

/* Digits need no quoting in any form. */
static void
put_plain(struct record *r, struct str digits)
{
	begin_field(r);
	out_raw(r->out, digits);
}

void
record_num(struct record *r, uint64_t field)
{
	buf_clear(&r->scratch);
	buf_num(&r->scratch, field);
	put_plain(r, buf_str(&r->scratch));
}

void
record_real(struct record *r, double field, int decimals)
{
	char digits[REAL_SIZE];

	if (!isfinite(field)) {
		record_none(r);
		return;
	}
	snprintf(digits, sizeof(digits), "%.*f", decimals, field);
	put_plain(r, str_of(digits));
}

void
record_bool(struct record *r, bool field)
{
	if (r->form == RECORD_JSON)
		put_plain(r, field ? STR("true") : STR("false"));
	else
		put_plain(r, field ? STR("1") : STR("0"));
}

void
record_none(struct record *r)
{
	static const char *const none[] = { "-", "", "null" };

	put_plain(r, str_of(none[r->form]));
}

/* The names of the tail may be the user's, and need escaping. */
static void
put_tail(struct record *r)
{
	for (size_t i = 0; i < r->ntail; i++) {
		if (r->form != RECORD_JSON) {
			record_str(r, r->tail[i]);
			continue;
		}
		out_raw(r->out, r->field++ == 0 ? STR("{") : STR(","));
		put_json(r, r->tail_name[i]);
		out_raw(r->out, STR(":"));
		put_json(r, r->tail[i]);
	}
}

void
record_end(struct record *r)
{
	put_tail(r);
	if (r->form == RECORD_JSON)
		out_raw(r->out, STR("}"));
	end_line(r);
}
