/* quote_layout.c - what the lines of a text are. */
#include "quote_layout.h"

enum { WRAPPED_MIN = 36 }; /* bytes of a line that was wrapped */

/* What the lines of a text look like. */
struct layout {
	size_t lines;  /* that are not blank */
	size_t blocks; /* of lines, blank ones between */
	size_t ends;   /* line ends inside a block */
	size_t open;   /* of them after a long line without punctuation */
};

static struct layout
lay_out(struct str text)
{
	struct layout l = { 0 };
	size_t at = 0;
	bool blank = true, stop = false;
	struct span line;

	while (next_line(text, &at, &line)) {
		struct span ink = span_trim(text, line);
		bool now = ink.beg == ink.end;

		l.lines += !now;
		l.blocks += !now && blank;
		l.ends += !now && !blank;
		l.open += !now && !blank && !stop;
		stop = !now && (ink.end - ink.beg < WRAPPED_MIN ||
		                (!ascii_alnum(text.p[ink.end - 1]) &&
		                 text.p[ink.end - 1] != ','));
		blank = now;
	}
	return l;
}

bool
quote_blocks(struct str text)
{
	struct layout l = lay_out(text);

	return l.blocks >= 2 && (l.lines <= 4 * l.blocks ||
	       (l.lines <= 15 * l.blocks && !quote_paragraphs(text)));
}

bool
quote_wrapped(struct str text)
{
	struct layout l = lay_out(text);

	return quote_blocks(text) && l.ends >= 3 && 3 * l.open > l.ends;
}

/* A word of four small letters or more ends at `end`: no abbreviation. */
static bool
long_word(struct str text, size_t end)
{
	for (size_t i = end - 4; i < end; i++)
		if (!ascii_lower(text.p[i]))
			return false;
	return true;
}

bool
quote_paragraphs(struct str text)
{
	size_t inner = 0, lines = 1;
	struct str rest = text;

	while (rest.n > 0) {
		str_cut(&rest, '\n');
		lines += rest.n > 0;
	}
	for (size_t i = 4; i + 2 < text.n; i++) {
		i += str_find(str_from(text, i), '.');
		inner += i + 2 < text.n && text.p[i + 1] == ' ' &&
		         ascii_upper(text.p[i + 2]) && long_word(text, i);
	}
	return 6 * inner > lines;
}
