/* quote_rows.c - which quotations are shown, and how. */
#include "quote_rows.h"

#include "model.h"
#include "reader.h"

#define ON_QUOTE "\033[32m"
#define ON_SPEAKER "\033[1;36m"
#define OFF "\033[0m"

bool
quote_kinds(struct str list, unsigned *kinds)
{
	*kinds = 0;
	while (list.n > 0) {
		struct str word = str_trim(str_cut(&list, ','));
		int k = 0;

		while (quote_kind_names[k] != NULL &&
		       !str_eq(str_of(quote_kind_names[k]), word))
			k++;
		if (quote_kind_names[k] == NULL)
			return false;
		*kinds |= 1u << k;
	}
	return *kinds != 0;
}

/* Adds a piece to the row of its utterance. */
static void
join(struct arena *a, struct quote *row, const struct quote *q)
{
	size_t n = row->said.n + 1 + q->said.n;
	char *p = arena_new(a, char, n);
	struct str both = { p, n };

	for (size_t i = 0; i < row->said.n; i++)
		*p++ = row->said.p[i];
	*p++ = ' ';
	for (size_t i = 0; i < q->said.n; i++)
		*p++ = q->said.p[i];
	row->said = both;
	row->at.end = q->at.end;
	row->outer.end = q->outer.end;
	if (q->kind == QUOTE_DIRECT)
		row->kind = QUOTE_DIRECT;
	if (q->confidence < row->confidence)
		row->confidence = q->confidence;
}

struct quotes
quote_choose(struct arena *a, struct quotes all, const struct quote_choice *c)
{
	struct quotes rows = { arena_new(a, struct quote, all.n), 0 };
	size_t *number = arena_new(a, size_t, all.n + 1);

	for (size_t i = 0; i < all.n; i++) {
		const struct quote *q = &all.v[i];
		size_t *first = &number[q->group];

		if (!(c->kinds & 1u << q->kind) ||
		    q->confidence < c->confidence)
			continue;
		if (*first == 0)
			*first = rows.n + 1;
		else if (c->join && *first == rows.n) {
			join(a, &rows.v[*first - 1], q);
			continue;
		}
		rows.v[rows.n] = *q;
		rows.v[rows.n].id = c->before + rows.n + 1;
		rows.v[rows.n++].group = c->before + *first;
	}
	return rows;
}

static void
on(struct out *o, bool color, struct str sequence)
{
	if (color)
		out_raw(o, sequence);
}

void
quote_markup(struct out *o, struct str text, struct quotes q, bool color)
{
	size_t done = 0;

	for (size_t i = 0; i < q.n; i++) {
		struct span at = q.v[i].outer;
		struct str who = q.v[i].name;

		if (at.beg < done)
			continue; /* inside a clause of indirect speech */
		if (who.n == 0)
			who = str_sub(text, q.v[i].speaker);
		out_bytes(o, str_sub(text, (struct span){ done, at.beg }));
		on(o, color, STR(ON_QUOTE));
		out_bytes(o, str_sub(text, at));
		on(o, color, STR(OFF ON_SPEAKER));
		out_raw(o, STR("["));
		out_bytes(o, who.n > 0 ? who : STR("?"));
		out_raw(o, STR("]"));
		on(o, color, STR(OFF));
		done = at.end;
	}
	out_bytes(o, str_from(text, done));
}

#define COLUMNS                                                           \
	"doc", "id", "group", "start", "end", "kind", "speaker", "name",  \
	"type", "title", "cue", "cue_start", "cue_end", "speaker_start",  \
	"speaker_end", "confidence", "rule", "quote"

const char *const quote_columns[] = { COLUMNS, NULL };
const char *const quote_columns_context[] = { COLUMNS, "context", NULL };

static void
put_span(const struct quote_out *o, struct span at)
{
	if (at.beg == at.end) {
		record_none(o->record);
		record_none(o->record);
		return;
	}
	record_num(o->record, place_at(o->place, at.beg));
	record_num(o->record, place_at(o->place, at.end));
}

/* In small letters: "According to" begins a sentence and is one cue. */
static void
put_cue(const struct quote_out *o, const struct quote *q)
{
	struct str cue = str_sub(o->doc->text, q->cue);
	struct buf b = { 0 };

	for (size_t i = 0; i < cue.n; i++)
		buf_char(&b, ascii_fold(cue.p[i]));
	record_flat(o->record, buf_str(&b));
	buf_release(&b);
}

static void
put_plain(const struct quote_out *o, const struct quote *q)
{
	struct record *r = o->record;

	if (o->with_doc)
		record_str(r, o->doc->name);
	record_flat(r, q->name.n > 0 ? q->name
	                             : str_sub(o->doc->text, q->speaker));
	put_cue(o, q);
	record_flat(r, q->said);
}

static void
put_columns(const struct quote_out *o, const struct quote *q)
{
	struct record *r = o->record;
	struct str text = o->doc->text;

	record_str(r, o->doc->name);
	record_num(r, q->id);
	record_num(r, q->group);
	put_span(o, q->at);
	record_str(r, str_of(quote_kind_names[q->kind]));
	record_flat(r, str_sub(text, q->speaker));
	record_flat(r, q->name);
	record_str(r, str_of(quote_type_names[q->type]));
	record_flat(r, str_sub(text, q->title));
	put_cue(o, q);
	put_span(o, q->cue);
	put_span(o, q->speaker);
	record_real(r, q->confidence, 2);
	record_str(r, str_of(q->rule));
	record_flat(r, q->said);
}

void
quote_put(const struct quote_out *o, const struct quote *q)
{
	if (o->plain)
		put_plain(o, q);
	else
		put_columns(o, q);
	if (o->context)
		record_flat(o->record, str_sub(o->doc->text, q->context));
	record_end(o->record);
}

bool
quote_verbs(struct arena *a, struct table *verbs, const char *path)
{
	struct buf file = { 0 };
	bool good = reader_text(&file, path);
	struct str rest = buf_str(&file);

	while (rest.n > 0) {
		struct str word = str_trim(str_cut(&rest, '\n'));
		char *p;

		if (word.n == 0 || word.p[0] == '#')
			continue;
		p = arena_new(a, char, word.n);
		for (size_t i = 0; i < word.n; i++)
			p[i] = ascii_fold(word.p[i]);
		table_add(verbs, (struct str){ p, word.n }, NULL);
	}
	buf_release(&file);
	return good;
}
