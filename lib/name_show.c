/* name_show.c - names shown in their text, or token by token, or counted. */
#include "name_show.h"

#include <stdlib.h>

bool
name_show_types(struct str list, unsigned *types)
{
	*types = 0;
	do {
		enum name_type t;

		if (!name_type_of(str_cut(&list, ','), &t))
			return false;
		*types |= 1U << t;
	} while (list.n > 0);
	return true;
}

static void
put_mention(const struct name_view *v, const struct doc *doc,
            const struct mention *m, const struct entity *e)
{
	struct record *r = v->record;

	if (!v->plain || v->with_doc)
		record_str(r, doc->name);
	if (!v->plain) {
		record_num(r, place_at(v->place, m->at.beg));
		record_num(r, place_at(v->place, m->at.end));
	}
	record_str(r, str_of(name_type_names[m->type]));
	if (!v->plain)
		record_str(r, str_sub(doc->text, m->at));
	record_flat(r, e->full);
	if (!v->plain)
		record_flat(r, str_sub(doc->text, m->title));
	record_end(r);
}

void
name_show_records(const struct name_view *v, const struct doc *doc,
                  const struct names *found)
{
	place_begin(v->place, doc);
	for (size_t i = 0; i < found->nmention; i++) {
		const struct mention *m = &found->mention[i];

		if ((v->types >> m->type & 1) != 0)
			put_mention(v, doc, m, &found->entity[m->entity]);
	}
	place_end(v->place, doc->text.n);
}

/* SGR codes, by type. */
static const char *const colors[] = {
	"\x1b[1;32m", "\x1b[1;35m", "\x1b[1;34m", "\x1b[1;33m"
};

static void
put_marked(struct out *o, struct str name, enum name_type type, bool color)
{
	if (color)
		out_raw(o, str_of(colors[type]));
	out_char(o, '[');
	out_raw(o, str_of(name_type_names[type]));
	out_char(o, ' ');
	out_bytes(o, name);
	out_char(o, ']');
	if (color)
		out_raw(o, STR("\x1b[0m"));
}

void
name_show_marked(struct out *o, struct str text, const struct names *found,
                 unsigned types, bool color)
{
	size_t at = 0;

	for (size_t i = 0; i < found->nmention; i++) {
		const struct mention *m = &found->mention[i];

		if ((types >> m->type & 1) == 0)
			continue;
		out_bytes(o, str_sub(text, (struct span){ at, m->at.beg }));
		put_marked(o, str_sub(text, m->at), m->type, color);
		at = m->at.end;
	}
	out_bytes(o, str_from(text, at));
	if (text.n > 0 && text.p[text.n - 1] != '\n')
		out_char(o, '\n');
}

static void
put_tag(struct out *o, const struct mention *m, const struct token *t)
{
	if (m == NULL || m->at.beg > t->at.beg) {
		out_raw(o, STR("\tO\n"));
		return;
	}
	out_raw(o, m->at.beg == t->at.beg ? STR("\tB-") : STR("\tI-"));
	out_raw(o, str_of(name_type_names[m->type]));
	out_char(o, '\n');
}

/* The first mention from *next on that ends behind at and is wanted. */
static const struct mention *
mention_at(const struct names *found, size_t *next, size_t at, unsigned types)
{
	while (*next < found->nmention &&
	    (found->mention[*next].at.end <= at ||
	    (types >> found->mention[*next].type & 1) == 0))
		++*next;
	return *next < found->nmention ? &found->mention[*next] : NULL;
}

void
name_show_iob(struct out *o, const struct name_input *in,
              const struct names *found, unsigned types)
{
	size_t next = 0, i = 0;

	for (size_t s = 0; s < in->sents.n; s++) {
		for (; i < in->toks->n &&
		    in->toks->v[i].at.beg < in->sents.v[s].end; i++) {
			const struct token *t = &in->toks->v[i];

			out_bytes(o, str_sub(in->text, t->at));
			put_tag(o, mention_at(found, &next, t->at.beg, types),
			        t);
		}
		out_char(o, '\n');
	}
}

void
name_count_add(struct name_count *c, const struct names *found,
               unsigned types)
{
	for (size_t i = 0; i < found->nentity; i++) {
		const struct entity *e = &found->entity[i];
		struct buf key = { 0 };
		struct table_slot *slot;
		bool fresh;

		if ((types >> e->type & 1) == 0)
			continue;
		buf_char(&key, (char)e->type);
		buf_add(&key, e->full);
		slot = table_add(&c->t, buf_str(&key), &fresh);
		if (fresh)
			slot->key = arena_dup(&c->a, buf_str(&key));
		slot->value += e->mentions;
		buf_release(&key);
	}
}

struct name_counted {
	uint64_t n;
	enum name_type type;
	struct str name;
};

static int
by_count(const void *a, const void *b)
{
	const struct name_counted *x = a, *y = b;
	int order;

	if (x->n != y->n)
		return x->n > y->n ? -1 : 1;
	order = str_cmp(x->name, y->name);
	return order != 0 ? order : (int)x->type - (int)y->type;
}

void
name_count_put(struct name_count *c, struct record *r)
{
	struct name_counted *v = arena_new(&c->a, struct name_counted, c->t.n);
	struct table_slot *slot;
	size_t at = 0, n = 0;

	while ((slot = table_next(&c->t, &at)) != NULL)
		v[n++] = (struct name_counted){ slot->value,
			(enum name_type)slot->key.p[0],
			str_from(slot->key, 1) };
	qsort(v, n, sizeof(*v), by_count);
	for (size_t i = 0; i < n; i++) {
		record_num(r, v[i].n);
		record_str(r, str_of(name_type_names[v[i].type]));
		record_flat(r, v[i].name);
		record_end(r);
	}
}

void
name_count_release(struct name_count *c)
{
	arena_release(&c->a);
	table_release(&c->t);
}
