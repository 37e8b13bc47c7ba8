/* clean_doc.c - the lines of whole documents, judged part by part. */
#include "clean_doc.h"

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
	d->piece = clean_text(d->clean, &d->a, str_from(doc->text, d->at));
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
clean_doc_release(struct clean_doc *d)
{
	arena_release(&d->a);
}
