/* source_window.c - the bytes of an operand, looked at line by line. */
#include "source_window.h"

#include <string.h>

enum { READ_SIZE = 256 * 1024 };

/* The first line end decides what ends a line: CR alone does so in files of
 * the old Macintosh. */
static char
find_eol(struct str head)
{
	for (size_t i = 0; i < head.n; i++) {
		if (head.p[i] == '\n')
			return '\n';
		if (head.p[i] == '\r' && i + 1 < head.n)
			return head.p[i + 1] == '\n' ? '\n' : '\r';
	}
	return '\n';
}

/* Reads once, when there is something left to read. */
static void
fill(struct source_window *w)
{
	size_t n;

	if (w->at > 0 && w->b.room - w->b.n < READ_SIZE &&
	    w->at >= (w->b.n - w->at) / 2) {
		buf_drop(&w->b, w->at);
		w->at = 0;
	}
	n = reader_read(w->reader, buf_reserve(&w->b, READ_SIZE), READ_SIZE);
	w->b.n += n;
	w->drained = n == 0;
}

void
window_open(struct source_window *w, struct reader *reader)
{
	static const char bom[] = "\xEF\xBB\xBF";
	struct str head;

	*w = (struct source_window){ .reader = reader, .line = 1 };
	do
		fill(w);
	while (!w->drained && w->b.n < PEEK_SIZE &&
	       memchr(w->b.p, '\n', w->b.n) == NULL);
	head = buf_str(&w->b);
	w->eol = find_eol(head);
	if (str_starts(head, str_of(bom)))
		w->at = sizeof(bom) - 1;
}

void
window_close(struct source_window *w)
{
	buf_release(&w->b);
}

struct str
window_left(const struct source_window *w)
{
	return str_from(buf_str(&w->b), w->at);
}

bool
window_line(struct source_window *w, size_t from, size_t *end)
{
	size_t at = from;

	for (;;) {
		struct str left = window_left(w);

		at += str_find(str_from(left, at), w->eol);
		if (at >= WINDOW_MAX)
			return false;
		*end = at < left.n ? at + 1 : at;
		if (at < left.n || w->drained)
			return true;
		fill(w);
	}
}

void
window_take(struct source_window *w, size_t n, uint64_t lines)
{
	w->at += n;
	w->line += lines;
}

void
window_skip_line(struct source_window *w)
{
	for (;;) {
		struct str left = window_left(w);
		size_t at = str_find(left, w->eol);

		window_take(w, at < left.n ? at + 1 : at, at < left.n);
		if (at < left.n || w->drained)
			return;
		fill(w);
	}
}
