/* quote_stop.c - how a quotation ends. */
#include "quote_stop.h"

/* A piece without what closes inside it. */
static struct str
stripped(const struct quote_doc *d, size_t piece)
{
	struct str q = str_sub(d->text, d->pieces.v[piece].at);

	for (;;)
		if (str_ends(q, STR("'")) || str_ends(q, STR(")")))
			q.n--;
		else if (str_ends(q, STR("\u2019")))
			q.n -= 3;
		else
			return q;
}

char
quote_last(const struct quote_doc *d, size_t piece)
{
	struct str q = stripped(d, piece);

	return q.n > 0 ? q.p[q.n - 1] : '\0';
}

bool
quote_stops(const struct quote_doc *d, size_t piece, bool *full)
{
	struct str q = stripped(d, piece);
	char c = q.n > 0 ? q.p[q.n - 1] : '\0';

	*full = c == '.' && !str_ends(q, STR(".."));
	return c == '.' || c == '?' || c == '!' || str_ends(q, STR("\u2026"));
}
