/* clean_line.c - the lines of a document, and what is counted in them. */
#include "clean_line.h"

#include <string.h>

#include "clean_wrap.h"

static struct span
content_of(struct str text, struct span at)
{
	struct str s = clean_trim(str_sub(text, at));
	size_t beg = (size_t)(s.p - text.p);

	return (struct span){ beg, beg + s.n };
}

static size_t
count_rows(struct str text)
{
	size_t n = 0;
	const char *p = text.p, *end = text.p + text.n;

	while (p < end && n < CLEAN_ROWS_MAX) {
		p = memchr(p, '\n', (size_t)(end - p));
		p = p == NULL ? end : p + 1;
		n++;
	}
	return n;
}

static void
split_rows(struct clean_lines *l)
{
	size_t at = 0;
	struct span line;

	for (size_t i = 0; i < l->nrow; i++) {
		size_t beg = at;

		next_line(l->text, &at, &line);
		at = at < l->text.n ? at : l->text.n;
		l->row[i].at = (struct span){ beg, at };
		l->row[i].block = CLEAN_BLANK;
	}
	l->used = at;
}

static void
join_rows(struct clean_lines *l)
{
	uint32_t gap = 0;

	for (size_t i = 0; i < l->nrow; i++) {
		struct span at = content_of(l->text, l->row[i].at);
		struct clean_block *b = &l->block[l->nblock];

		if (at.beg >= at.end) {
			gap++;
			continue;
		}
		if (gap == 0 && i > 0 && clean_wrap_joins(l, i)) {
			b--;
			b->at.end = at.end;
			b->nrow++;
		} else {
			*b = (struct clean_block){
				.at = at, .row = (uint32_t)i, .nrow = 1,
				.gap = gap,
				.indent = (uint32_t)(at.beg - l->row[i].at.beg)
			};
			l->nblock++;
		}
		l->row[i].block = (uint32_t)(l->nblock - 1);
		gap = 0;
	}
}

struct clean_lines
clean_lines(struct arena *a, struct str text)
{
	struct clean_lines l = { .text = text };

	l.nrow = count_rows(text);
	l.row = arena_new(a, struct clean_row, l.nrow);
	l.block = arena_new(a, struct clean_block, l.nrow);
	split_rows(&l);
	l.width = clean_wrap_width(&l);
	join_rows(&l);
	l.words.v = arena_new(a, uint32_t, l.used / 2 + 1);
	for (size_t i = 0; i < l.nblock; i++)
		l.block[i].facts = clean_facts(str_sub(text, l.block[i].at),
		                               &l.words);
	return l;
}
