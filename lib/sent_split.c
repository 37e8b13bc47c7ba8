/* sent_split.c - the sentences of a whole text. */
#include "sent.h"

/* Room for one more span than there are. */
static void
push(struct arena *a, struct spans *s, size_t *room, struct span at)
{
	if (s->n == *room) {
		struct span *v;

		*room = *room * 2 + 64;
		v = arena_new(a, struct span, *room);
		for (size_t i = 0; i < s->n; i++)
			v[i] = s->v[i];
		s->v = v;
	}
	s->v[s->n++] = at;
}

struct spans
sent_split(struct arena *a, struct str text)
{
	struct spans spans = { NULL, 0 };
	struct sent_gap gap;
	struct sent s;
	size_t beg = 0;
	size_t room = 0;
	bool more;

	sent_init(&s);
	sent_begin(&s, text, true);
	do {
		struct span at;

		more = sent_next(&s, &gap);
		at = (struct span){ beg, more ? gap.at.beg : text.n };
		at = span_trim(text, at);
		if (at.beg < at.end)
			push(a, &spans, &room, at);
		beg = gap.at.end;
	} while (more);
	return spans;
}
