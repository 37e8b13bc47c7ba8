/* clean_doc.c - the lines of whole documents, judged part by part. */
#include "clean_doc.h"

#include "err.h"
#include "model.h"

const char *const clean_doc_columns[] = {
	"doc", "line", "start", "end", "keep", "reason", "score", "text", NULL
};

struct str
clean_doc_source(const struct doc *doc)
{
	struct str source = input_field(doc->fields, STR("source"));

	return source.p != NULL ? source : STR("");
}

static void
begin_part(struct clean_doc *d, const struct doc *doc)
{
	d->piece = (struct clean_lines_kept){ 0 };
	d->at = d->next = 0;
	d->inside = true;
	if (doc->first) {
		d->line = 0;
		d->cut = d->unsure = false;
	}
}

static bool
end_part(struct clean_doc *d, const struct doc *doc)
{
	d->inside = false;
	arena_reset(&d->a);
	if (doc->last)
		d->unsure_docs += d->unsure;
	return false;
}

static bool
next_piece(struct clean_doc *d, const struct doc *doc)
{
	d->at += d->piece.used;
	d->next = 0;
	if (d->at >= doc->text.n)
		return false;
	arena_reset(&d->a);
	d->piece = clean_text(d->clean, &d->a, str_from(doc->text, d->at),
	                      clean_doc_source(doc));
	d->unsure = d->unsure || !d->piece.sure;
	return true;
}

bool
clean_doc_next(struct clean_doc *d, const struct doc *doc,
               struct clean_line *line)
{
	bool cut;

	if (!d->inside)
		begin_part(d, doc);
	if (d->next == d->piece.n && !next_piece(d, doc))
		return end_part(d, doc);
	*line = d->piece.line[d->next++];
	line->at.beg += d->at;
	line->at.end += d->at;
	cut = line->at.end == doc->text.n && !doc->last &&
	      !str_ends(str_sub(doc->text, line->at), STR("\n"));
	line->keep = line->keep || d->cut || cut;
	d->line += !d->cut;
	d->cut = cut;
	return true;
}

void
clean_doc_record(const struct clean_doc *d, const struct doc *doc,
                 const struct clean_line *line, struct record *r,
                 struct place *place)
{
	struct span at = line->at;

	if (at.end > at.beg && doc->text.p[at.end - 1] == '\n')
		at.end--;
	at = line_content(doc->text, at);
	record_str(r, doc->name);
	record_num(r, d->line);
	record_num(r, place_at(place, at.beg));
	record_num(r, place_at(place, at.end));
	record_bool(r, line->keep);
	record_str(r, line->reason);
	record_real(r, (double)line->score / MODEL_ONE, 2);
	record_str(r, str_sub(doc->text, at));
	record_end(r);
}

void
clean_doc_warn(const struct clean_doc *d)
{
	struct buf b = { 0 };

	if (d->unsure_docs == 0)
		return;
	buf_num(&b, d->unsure_docs);
	buf_cstr(&b, d->unsure_docs == 1 ? " document" : " documents");
	buf_cstr(&b, " without a sure line, kept whole");
	buf_char(&b, '\0');
	err_warn(STR(""), b.p);
	buf_release(&b);
}

void
clean_doc_release(struct clean_doc *d)
{
	arena_release(&d->a);
}
