/* name_group.c - which names of a document are the same entity. */
#include "name_group.h"

#include "name_form.h"
#include "table.h"
#include "utf8.h"

enum { CHAIN_MAX = 32 }; /* forms looked at for one word: time is linear */

/* A set of forms that share a word, newest first. */
struct index {
	struct table head; /* of a key: 1 + the newest form */
	size_t *next;      /* of a form: 1 + the one before it */
};

struct groups {
	struct arena *a;
	struct name_forms forms;
	struct index last, first, initials;
	size_t *parent;
};

static size_t
root(const struct groups *g, size_t form)
{
	while (g->parent[form] != form)
		form = g->parent[form] = g->parent[g->parent[form]];
	return form;
}

static void
join(struct groups *g, size_t a, size_t b)
{
	a = root(g, a);
	b = root(g, b);
	if (a < b)
		g->parent[b] = a;
	else
		g->parent[a] = b;
}

static void
index_add(struct index *x, struct str key, size_t form)
{
	struct table_slot *slot = table_add(&x->head, key, NULL);

	x->next[form] = (size_t)slot->value;
	slot->value = form + 1;
}

static size_t
index_head(const struct index *x, struct str key)
{
	struct table_slot *slot = table_find(&x->head, key);

	return slot == NULL ? 0 : (size_t)slot->value;
}

typedef bool relation(const struct name_form *small,
                      const struct name_form *large);

/* The one group among the forms under key that small belongs to; small itself
 * when there is none, *many set when there are several. */
static size_t
only_group(struct groups *g, const struct index *x, struct str key,
           size_t small, relation *fits, bool *many)
{
	const struct name_form *f = g->forms.v;
	size_t found = small;
	int steps = 0;

	*many = false;
	for (size_t i = index_head(x, key); i != 0 && steps < CHAIN_MAX;
	    i = x->next[i - 1], steps++) {
		size_t other = i - 1;

		if (other == small || f[other].type != f[small].type ||
		    !fits(&f[small], &f[other]))
			continue;
		if (found != small && root(g, other) != root(g, found))
			*many = true;
		found = other;
	}
	return *many ? small : found;
}

static bool
genders_agree(const struct name_form *a, const struct name_form *b)
{
	return a->gender == NAME_UNKNOWN || b->gender == NAME_UNKNOWN ||
	       a->gender == b->gender;
}

static bool
word_or_initial(struct str a, struct str b)
{
	if (a.n == 1 || b.n == 1)
		return a.n > 0 && b.n > 0 && a.p[0] == b.p[0];
	return str_eq(a, b);
}

/* Two forms of at least a given name and a surname. */
static bool
same_person(const struct name_form *a, const struct name_form *b)
{
	return a->surname > 0 && b->surname > 0 && genders_agree(a, b) &&
	       word_or_initial(a->word[0], b->word[0]);
}

static bool
is_suffix(const struct name_form *small, const struct name_form *large)
{
	size_t n = small->surname + 1;

	if (large->surname + 1 <= n || !genders_agree(small, large))
		return false;
	for (size_t i = 0; i < n; i++)
		if (!str_eq(small->word[i],
		    large->word[large->surname + 1 - n + i]))
			return false;
	return true;
}

static bool
is_prefix(const struct name_form *small, const struct name_form *large)
{
	if (large->nword <= small->nword || !genders_agree(small, large))
		return false;
	for (size_t i = 0; i < small->nword; i++)
		if (!str_eq(small->word[i], large->word[i]))
			return false;
	return true;
}

static bool
any(const struct name_form *small, const struct name_form *large)
{
	return small != large;
}

static void
link_full_person(struct groups *g, size_t form)
{
	const struct name_form *f = &g->forms.v[form];
	bool many;
	size_t other = only_group(g, &g->last, f->word[f->surname], form,
	                          same_person, &many);

	join(g, form, other);
}

static void
link_short_person(struct groups *g, size_t form)
{
	const struct name_form *f = &g->forms.v[form];
	bool many;
	size_t other = only_group(g, &g->last, f->word[f->surname], form,
	                          is_suffix, &many);

	if (other == form && !many && f->nword == 1)
		other = only_group(g, &g->first, f->word[0], form, is_prefix,
		                   &many);
	join(g, form, other);
}

static void
link_body(struct groups *g, size_t form)
{
	const struct name_form *f = &g->forms.v[form];
	bool many;
	size_t other = form;

	if (f->nword == 1 && f->caps)
		other = only_group(g, &g->initials, f->word[0], form, any,
		                   &many);
	if (other == form)
		other = only_group(g, &g->first, f->word[0], form, is_prefix,
		                   &many);
	if (other == form && !many)
		other = only_group(g, &g->last, f->word[f->nword - 1], form,
		                   is_suffix, &many);
	join(g, form, other);
}

static void
link_all(struct groups *g)
{
	size_t n = g->forms.n;

	for (size_t i = 0; i < n; i++) {
		const struct name_form *f = &g->forms.v[i];

		if (f->type == NAME_PER && f->surname > 0)
			link_full_person(g, i);
	}
	for (size_t i = 0; i < n; i++) {
		const struct name_form *f = &g->forms.v[i];

		if (f->type == NAME_PER)
			link_short_person(g, i);
		else if (f->type == NAME_ORG)
			link_body(g, i);
	}
}

static void
index_forms(struct groups *g)
{
	size_t n = g->forms.n;

	g->parent = arena_new(g->a, size_t, n);
	g->last.next = arena_new(g->a, size_t, n);
	g->first.next = arena_new(g->a, size_t, n);
	g->initials.next = arena_new(g->a, size_t, n);
	for (size_t i = 0; i < n; i++) {
		const struct name_form *f = &g->forms.v[i];

		g->parent[i] = i;
		index_add(&g->last, f->word[f->surname], i);
		index_add(&g->first, f->word[0], i);
		if (f->initials.n > 1)
			index_add(&g->initials, f->initials, i);
	}
}

/* Cased forms before all-capitals ones, then more words, then more bytes. */
static bool
is_fuller(const struct name_form *a, const struct name_form *b)
{
	if (a->nword != b->nword)
		return a->nword > b->nword;
	if (a->caps != b->caps)
		return b->caps;
	return a->full.n > b->full.n;
}

static void
fill_entities(struct groups *g, struct name_doc *d, struct names *out)
{
	size_t *entity = arena_new(g->a, size_t, g->forms.n);
	const struct name_form **best =
	    arena_new(g->a, const struct name_form *, g->forms.n);

	out->entity = arena_new(g->a, struct entity, g->forms.n);
	for (size_t i = 0; i < d->nhit; i++) {
		const struct name_form *f = &g->forms.v[g->forms.of_hit[i]];
		size_t r = root(g, g->forms.of_hit[i]);
		struct entity *e;

		if (entity[r] == 0)
			entity[r] = ++out->nentity;
		d->hit[i].entity = entity[r] - 1;
		e = &out->entity[entity[r] - 1];
		e->mentions++;
		e->type = f->type;
		if (e->gender == NAME_UNKNOWN)
			e->gender = d->hit[i].gender;
		if (best[r] == NULL || is_fuller(f, best[r])) {
			best[r] = f;
			e->full = f->full;
		}
	}
}

void
name_group(struct name_doc *d, struct names *out)
{
	struct groups g = { .a = d->a };

	name_forms(d, &g.forms);
	index_forms(&g);
	link_all(&g);
	fill_entities(&g, d, out);
	table_release(&g.last.head);
	table_release(&g.first.head);
	table_release(&g.initials.head);
}
