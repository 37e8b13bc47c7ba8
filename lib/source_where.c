/* source_where.c - conditions on a document's fields. */
#include "source_where.h"

#include "input.h"

bool
where_parse(struct source_where *w, struct str text)
{
	struct str value = text;
	size_t dots;

	*w = (struct source_where){ .key = str_cut(&value, '=') };
	if (w->key.n == 0 || w->key.n == text.n)
		return false;
	dots = str_find_str(value, STR(".."));
	w->value = value;
	w->range = dots < value.n;
	if (w->range) {
		w->from = str_head(value, dots);
		w->to = str_from(value, dots + 2);
	}
	return true;
}

bool
where_holds(const struct source_where *w, struct str fields)
{
	struct str value = input_field(fields, w->key);

	if (value.p == NULL)
		return false;
	if (!w->range)
		return str_eq(value, w->value);
	if (value.n < w->from.n || value.n < w->to.n)
		return false;
	return str_cmp(value, w->from) >= 0 &&
	       (w->to.n == 0 || str_cmp(str_head(value, w->to.n), w->to) <= 0);
}

bool
where_all_hold(const struct source_where *w, size_t n, struct str fields)
{
	for (size_t i = 0; i < n; i++)
		if (!where_holds(&w[i], fields))
			return false;
	return true;
}
