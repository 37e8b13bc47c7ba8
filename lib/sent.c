/* sent.c - where sentences begin and end. */
#include "sent.h"

/* A first rule, until the classes of words decide: a stop, white space, and
 * no small letter. */
static bool
ends_at(struct str text, size_t i)
{
	if (i + 1 >= text.n || text.p[i] == '\n')
		return true;
	return (text.p[i] == '.' || text.p[i] == '!' || text.p[i] == '?') &&
	       ascii_space(text.p[i + 1]) &&
	       (i + 2 >= text.n || !ascii_lower(text.p[i + 2]));
}

struct spans
sent_split(struct arena *a, struct str text)
{
	struct spans s = { NULL, 0 };
	size_t count = 0;
	size_t beg = 0;

	for (size_t i = 0; i < text.n; i++)
		count += ends_at(text, i);
	s.v = arena_new(a, struct span, count);
	for (size_t i = 0; i < text.n; i++) {
		struct span at = { beg, i + 1 };

		if (!ends_at(text, i))
			continue;
		at = span_trim(text, at);
		if (at.beg < at.end)
			s.v[s.n++] = at;
		beg = i + 1;
	}
	return s;
}
