/* source_mark.c - text made safe for a mark line and below one. */
#include "source_mark.h"

#include "utf8.h"

static bool
is_gap(char c)
{
	return (unsigned char)c <= ' ' || c == 0x7F;
}

void
mark_squeeze(struct buf *b, struct str s)
{
	size_t start = b->n;

	if (s.n > MARK_VALUE_MAX)
		s.n = utf8_floor(s, MARK_VALUE_MAX);
	for (size_t i = 0; i < s.n; i++) {
		if (!is_gap(s.p[i]))
			buf_char(b, s.p[i]);
		else if (b->n > start && b->p[b->n - 1] != ' ')
			buf_char(b, ' ');
	}
	if (b->n > start && b->p[b->n - 1] == ' ')
		b->n--;
}

void
mark_field(struct buf *b, struct str key, struct str value)
{
	size_t start = b->n;
	size_t empty;

	if (start > 0)
		buf_char(b, '\t');
	buf_add(b, key);
	buf_char(b, '=');
	empty = b->n;
	mark_squeeze(b, value);
	if (b->n == empty)
		b->n = start;
}

struct str
mark_guard(struct buf *b, struct str text)
{
	size_t at = str_find(text, '\f');

	if (at == text.n)
		return text;
	buf_clear(b);
	buf_add(b, text);
	for (; at < text.n; at += 1 + str_find(str_from(text, at + 1), '\f'))
		if (at == 0 || text.p[at - 1] == '\n')
			b->p[at] = ' ';
	return buf_str(b);
}
