/* name_dateline.c - the agency of a dateline. */
#include "name_dateline.h"

enum { DATELINE_MAX = 80 }; /* bytes of a line before the agency */

static bool
is_dash(struct str word)
{
	return str_eq(word, STR("-")) || str_eq(word, STR("--")) ||
	       str_eq(word, STR("\u2013")) || str_eq(word, STR("\u2014"));
}

/* Little stands before at on its line, and it begins with a capital. */
static bool
near_line_start(struct str text, size_t at)
{
	size_t beg = at;

	while (beg > 0 && at - beg < DATELINE_MAX && text.p[beg - 1] != '\n')
		beg--;
	return (beg == 0 || text.p[beg - 1] == '\n') &&
	       ascii_upper(text.p[beg]);
}

static bool
is_agency(const struct name_doc *d, const struct name_hit *h)
{
	return h->type != NAME_PER && h->beg > 0 &&
	       name_is(d, h->beg - 1, "(") && name_is(d, h->end, ")") &&
	       is_dash(name_word(d, h->end + 1)) &&
	       near_line_start(d->text, name_span(d, h).beg);
}

void
name_dateline(struct name_doc *d)
{
	for (size_t i = 0; i < d->nhit; i++)
		if (is_agency(d, &d->hit[i]))
			d->hit[i].type = NAME_ORG;
}
