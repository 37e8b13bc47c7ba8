/* sent_write.c - text copied with its sentences on lines of their own. */
#include "sent_write.h"

enum {
	ROW_MAX = 64 * 1024,   /* a row of white space is waited for */
	LINE_WAIT = 64 * 1024, /* so is the end of a document's first line */
	PAUSE = 100            /* unless nothing comes for so many ms */
};

static void
put_line_end(struct sent_writer *w)
{
	if (w->crlf)
		out_char(w->out, '\r');
	out_char(w->out, '\n');
}

/* White space around count line ends; at_end: the document's last. */
static void
put_row(struct sent_writer *w, size_t count, bool at_end)
{
	if (w->wrapped && count == 1 && w->begun && !at_end) {
		out_char(w->out, ' ');
		return;
	}
	if (w->parted) /* nothing before the first paragraph, one line last */
		count = !w->begun ? 0 : at_end ? 1 : 2;
	while (count-- > 0)
		put_line_end(w);
}

/* The white space around the newline at at, within piece; newlines counted. */
static struct span
row_around(struct str piece, size_t at, size_t *count)
{
	struct span row = { at, at };

	*count = 0;
	while (row.beg > 0 && ascii_space(piece.p[row.beg - 1]))
		row.beg--;
	while (row.end < piece.n && ascii_space(piece.p[row.end]))
		*count += piece.p[row.end++] == '\n';
	return row;
}

/* With one line each, only -p asks for a change: an empty line between. */
static bool
keeps_rows(const struct sent_writer *w)
{
	return !w->wrapped && !w->parted;
}

static void
put_rows(struct sent_writer *w, struct str piece, bool last)
{
	while (piece.n > 0) {
		size_t count = 0;
		size_t at = str_find(piece, '\n');
		struct span row = { at, at };

		if (at < piece.n)
			row = row_around(piece, at, &count);
		out_bytes(w->out, str_head(piece, row.beg));
		w->begun = w->begun || str_trim(str_head(piece, row.beg)).n > 0;
		if (row.beg < row.end)
			put_row(w, count, last && row.end == piece.n);
		piece = str_from(piece, row.end);
	}
}

static void
put(struct sent_writer *w, struct str text, size_t end, bool last)
{
	struct str piece = str_sub(text, (struct span){ w->done, end });

	w->done = end;
	if (!keeps_rows(w)) {
		put_rows(w, piece, last);
	} else {
		out_bytes(w->out, piece);
		w->begun = w->begun || str_trim(piece).n > 0;
	}
}

/* Rows of white space are written whole. */
static size_t
before_row(const struct sent_writer *w, struct str text, size_t end)
{
	size_t at = end;

	if (keeps_rows(w))
		return end;
	while (at > w->done && end - at < ROW_MAX &&
	       ascii_space(text.p[at - 1]))
		at--;
	return end - at < ROW_MAX ? at : end;
}

/* The usual gap is one blank and becomes one newline: such gaps are kept and
 * written together, with the text between them as it is. */
struct gaps {
	size_t at[256]; /* less done of the writer */
	size_t n;
};

/* Writes up to end, which is not before the last gap. */
static void
put_gaps(struct sent_writer *w, struct gaps *g, struct str text, size_t end)
{
	struct str piece = str_sub(text, (struct span){ w->done, end });

	out_lines(w->out, piece, g->at, g->n);
	w->done = end;
	g->n = 0;
}

static void
put_gap(struct sent_writer *w, struct gaps *g, struct str text,
        struct span gap)
{
	if (keeps_rows(w) && !w->crlf && w->begun &&
	    gap.end - gap.beg == 1) {
		g->at[g->n++] = gap.beg - w->done;
		if (g->n == sizeof(g->at) / sizeof(*g->at))
			put_gaps(w, g, text, gap.end);
		return;
	}
	if (g->n > 0)
		put_gaps(w, g, text, w->done + g->at[g->n - 1] + 1);
	put(w, text, gap.beg, false);
	put_line_end(w);
	w->done = gap.end;
}

static void
write_part(struct sent_writer *w)
{
	const struct sent_view *v = &w->sent->view;
	struct sent_gap gap;
	struct gaps g;

	g.n = 0;
	w->sent->gaps_only = true;
	while (sent_next(w->sent, &gap))
		put_gap(w, &g, v->text, gap.at);
	if (g.n > 0)
		put_gaps(w, &g, v->text, w->done + g.at[g.n - 1] + 1);
	if (!v->last) {
		size_t end = before_row(w, v->text, sent_settled(w->sent));

		if (end > w->done)
			put(w, v->text, end, false);
		return;
	}
	put(w, v->text, v->text.n, true);
	if (v->text.n > 0 && !str_ends(v->text, STR("\n")))
		put_line_end(w);
}

/* Tells LF from CRLF. False: more of the first line is to come, and soon. */
static bool
find_line_end(struct sent_writer *w, const struct doc *doc)
{
	size_t at;

	if (doc->mark.n > 0) {
		w->crlf = str_ends(doc->mark, STR("\r\n"));
		return true;
	}
	at = str_find(doc->text, '\n');
	w->crlf = at < doc->text.n && at > 0 && doc->text.p[at - 1] == '\r';
	return at < doc->text.n || doc->last || doc->text.n >= LINE_WAIT ||
	       input_pauses(w->in, PAUSE);
}

void
sent_write(struct sent_writer *w, const struct doc *doc)
{
	w->started &= !doc->first;
	if (w->started) {
		sent_more(w->sent, w->drop, doc->text, doc->last);
	} else if (find_line_end(w, doc)) {
		w->started = true;
		w->begun = false;
		w->done = 0;
		sent_begin(w->sent, doc->text, doc->last);
	} else {
		input_keep(w->in, doc->text.n);
		return;
	}
	write_part(w);
	if (doc->last)
		return;
	w->drop = w->done > SENT_CONTEXT ? w->done - SENT_CONTEXT : 0;
	w->done -= w->drop;
	input_keep(w->in, doc->text.n - w->drop);
}
