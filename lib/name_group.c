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

/* Whether bare names mean a rather than b: who comes first in a document and
 * is named in full as often is its subject (the others are family). */
static bool
is_subject(const struct name_form *a, const struct name_form *b)
{
	return a->first < b->first && a->hits >= b->hits;
}

/* The one group among the forms under key that small belongs to, or that of
 * the subject among them; small itself when there is none, *many set when it
 * could be several. */
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
		if (found == small || is_subject(&f[other], &f[found])) {
			found = other;
			*many = false;
		} else if (root(g, other) != root(g, found) &&
		    !is_subject(&f[found], &f[other])) {
			*many = true;
		}
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

static bool
has_given(const struct name_form *f, struct str word)
{
	for (size_t i = 0; i < f->surname; i++)
		if (word_or_initial(f->word[i], word))
			return true;
	return false;
}

/* Two forms of at least a given name and a surname: the first given name of
 * one is any of the other's, or short for the other's first. */
static bool
same_person(const struct name_form *a, const struct name_form *b)
{
	return a->surname > 0 && b->surname > 0 && genders_agree(a, b) &&
	       (has_given(b, a->word[0]) || has_given(a, b->word[0]) ||
	        str_eq(name_form_long(a->word[0]),
	               name_form_long(b->word[0])));
}

/* "Higuchi Natsuko" and "Natsuko Higuchi". */
static bool
is_reversed(const struct name_form *a, const struct name_form *b)
{
	return a->nword == 2 && b->nword == 2 &&
	       str_eq(a->word[0], b->word[1]) &&
	       str_eq(a->word[1], b->word[0]);
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

	if (other == form && !many)
		other = only_group(g, &g->last, f->word[0], form, is_reversed,
		                   &many);
	if (other == form && !many)
		other = only_group(g, &g->first, f->word[0], form, is_prefix,
		                   &many);
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

/* Words that a short form leaves out at the end. */
static bool
is_suffix_word(struct str w)
{
	static const char *const words[] = {
		"inc", "corp", "corporation", "co", "company", "companies",
		"ltd", "limited", "plc", "llc", "llp", "lp", "ag", "sa",
		"nv", "spa", "gmbh", "group", "holdings", "holding", "bank",
		"bancorp", "industries", "international", "partners", "fc",
		"afc", "cf", "party", "airlines", "football", "club", NULL
	};

	for (size_t i = 0; words[i] != NULL; i++)
		if (str_eq(w, str_of(words[i])))
			return true;
	return false;
}

/* "Fenwick" for "Fenwick Hale", "Fenwick Hale" for "Fenwick Hale Inc"; but
 * "African Union" is none for its mission. */
static bool
is_short_for(const struct name_form *small, const struct name_form *large)
{
	if (!is_prefix(small, large))
		return false;
	if (small->nword == 1)
		return !small->caps || is_suffix_word(large->word[1]);
	for (size_t i = small->nword; i < large->nword; i++)
		if (!is_suffix_word(large->word[i]))
			return false;
	return true;
}

static bool
is_tail_of(const struct name_form *small, const struct name_form *large)
{
	if (small->nword == 1 && small->caps && small->word[0].n <= 3)
		return false;
	return is_suffix(small, large);
}

static void
link_body(struct groups *g, size_t form)
{
	const struct name_form *f = &g->forms.v[form];
	bool many = false;
	size_t other = form;

	if (root(g, form) != form)
		return;
	if (f->nword == 1 && f->caps)
		other = only_group(g, &g->initials, f->word[0], form, any,
		                   &many);
	if (other == form && !many && !f->alias)
		other = only_group(g, &g->first, f->word[0], form,
		                   is_short_for, &many);
	if (other == form && !many && !f->alias)
		other = only_group(g, &g->last, f->word[f->nword - 1], form,
		                   is_tail_of, &many);
	join(g, form, other);
}

/* The letters of an acronym, in order, in a long form's words, the first one
 * at its start. */
static bool
spells(const struct name_form *acronym, const struct name_form *f)
{
	struct str letters = acronym->word[0];
	size_t at = 0;

	if (letters.n < 2 || f->word[0].n == 0 ||
	    letters.p[0] != f->word[0].p[0])
		return false;
	for (size_t i = 0; i < f->nword; i++)
		for (size_t k = 0; k < f->word[i].n && at < letters.n; k++)
			at += f->word[i].p[k] == letters.p[at];
	return at == letters.n;
}

static bool
in_brackets(const struct name_doc *d, const struct name_hit *h,
            const struct name_hit *next)
{
	return next->beg == h->end + 1 && next->end < d->toks->n &&
	       str_eq(name_word(d, h->end), STR("(")) &&
	       str_starts(name_word(d, next->end), STR(")"));
}

/* "African Union (AU)": the text itself defines it. */
static void
link_defined(struct groups *g, const struct name_doc *d)
{
	for (size_t i = 0; i + 1 < d->nhit; i++) {
		size_t a = g->forms.of_hit[i], b = g->forms.of_hit[i + 1];
		const struct name_form *f = &g->forms.v[a];
		const struct name_form *s = &g->forms.v[b];

		if (f->type != NAME_PER && s->type != NAME_PER &&
		    f->nword > 1 && s->nword == 1 && spells(s, f) &&
		    in_brackets(d, &d->hit[i], &d->hit[i + 1]))
			join(g, a, b);
	}
}

/* Names for which the user gave the same full form. */
static void
link_given(struct groups *g, const struct name_doc *d)
{
	struct table seen = { 0 };

	for (size_t i = 0; i < d->nhit; i++) {
		struct table_slot *slot;
		bool fresh;

		if (d->hit[i].full.n == 0)
			continue;
		slot = table_add(&seen, d->hit[i].full, &fresh);
		if (fresh)
			slot->value = g->forms.of_hit[i];
		join(g, (size_t)slot->value, g->forms.of_hit[i]);
	}
	table_release(&seen);
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

static size_t
count_words(const struct name_doc *d, const struct name_hit *h)
{
	size_t n = 0;

	for (size_t i = h->beg; i < h->end; i++)
		n += d->toks->v[i].kind <= TOKEN_NUMBER;
	return n;
}

/* More words, then cased before all-capitals, then more bytes. */
static bool
is_fuller(const struct name_doc *d, const struct name_form *f,
          const struct name_hit *a, const struct name_hit *b)
{
	size_t words_a = count_words(d, a), words_b = count_words(d, b);
	struct span at = name_span(d, a), bt = name_span(d, b);
	bool caps_a = d->toks->v[a->beg].caps;
	bool caps_b = d->toks->v[b->beg].caps;

	if (f->type == NAME_PER && caps_a != caps_b && words_a == words_b)
		return caps_b;
	if (words_a != words_b)
		return words_a > words_b;
	if (caps_a != caps_b && at.end - at.beg == bt.end - bt.beg)
		return caps_b;
	return at.end - at.beg > bt.end - bt.beg;
}

static void
fill_entities(struct groups *g, struct name_doc *d, struct names *out)
{
	size_t *entity = arena_new(g->a, size_t, g->forms.n);
	size_t *best = arena_new(g->a, size_t, g->forms.n);

	out->entity = arena_new(g->a, struct entity, g->forms.n);
	for (size_t i = 0; i < d->nhit; i++) {
		const struct name_hit *h = &d->hit[i];
		const struct name_form *f = &g->forms.v[g->forms.of_hit[i]];
		size_t r = root(g, g->forms.of_hit[i]);
		struct entity *e;

		if (entity[r] == 0) {
			entity[r] = ++out->nentity;
			best[r] = i;
		}
		d->hit[i].entity = entity[r] - 1;
		e = &out->entity[entity[r] - 1];
		e->mentions++;
		e->type = f->type;
		if (e->gender == NAME_UNKNOWN)
			e->gender = h->gender;
		if (d->hit[best[r]].full.n == 0 && (h->full.n > 0 ||
		    is_fuller(d, f, h, &d->hit[best[r]])))
			best[r] = i;
		h = &d->hit[best[r]];
		e->full = h->full.n > 0 ? h->full
		                        : str_sub(d->text, name_span(d, h));
	}
}

void
name_group(struct name_doc *d, struct names *out)
{
	struct groups g = { .a = d->a };

	name_forms(d, &g.forms);
	index_forms(&g);
	link_given(&g, d);
	link_defined(&g, d);
	link_all(&g);
	fill_entities(&g, d, out);
	table_release(&g.last.head);
	table_release(&g.first.head);
	table_release(&g.initials.head);
}
