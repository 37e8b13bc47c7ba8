/* name.c - the people, organisations and places that a document names. */
#include "name.h"

#include "name_case.h"
#include "name_dateline.h"
#include "name_doc.h"
#include "name_extra.h"
#include "name_group.h"
#include "name_model.h"
#include "name_tag.h"
#include "name_title.h"
#include "utf8.h"

const char *const name_type_names[] = { "PER", "ORG", "LOC", "MISC" };

struct str
name_word(const struct name_doc *d, size_t token)
{
	if (token >= d->toks->n)
		return (struct str){ NULL, 0 };
	return str_sub(d->text, d->toks->v[token].at);
}

struct str
name_folded(const struct name_doc *d, size_t token)
{
	return utf8_fold(d->a, name_word(d, token));
}

bool
name_is(const struct name_doc *d, size_t token, const char *word)
{
	return str_eq_ascii(name_word(d, token), str_of(word));
}

struct span
name_span(const struct name_doc *d, const struct name_hit *h)
{
	return (struct span){ d->toks->v[h->beg].at.beg,
		              d->toks->v[h->end - 1].at.end };
}

bool
name_type_of(struct str name, enum name_type *type)
{
	for (int t = 0; t < NAME_TYPES; t++)
		if (str_eq(name, str_of(name_type_names[t]))) {
			*type = (enum name_type)t;
			return true;
		}
	return false;
}

/* Given names tell what titles did not. */
static void
set_genders(struct name_doc *d, const struct name_model *m)
{
	const uint32_t male = 1U << KIND_MALE, female = 1U << KIND_FEMALE;

	for (size_t i = 0; i < d->nhit; i++) {
		struct name_hit *h = &d->hit[i];
		char room[NAME_FOLD_MAX];
		uint32_t kinds;
		bool cap;

		if (h->type != NAME_PER || h->gender != NAME_UNKNOWN ||
		    h->end - h->beg < 2)
			continue;
		kinds = name_kinds(m, name_hash(name_fold(room,
		    name_word(d, h->beg), &cap))) & (male | female);
		if (kinds == male || kinds == female)
			h->gender = kinds == male ? NAME_MALE : NAME_FEMALE;
	}
}

static struct names
mentions_of(const struct name_doc *d, struct names out)
{
	out.mention = arena_new(d->a, struct mention, d->nhit);
	for (size_t i = 0; i < d->nhit; i++)
		out.mention[out.nmention++] = (struct mention){
			.at = name_span(d, &d->hit[i]),
			.entity = d->hit[i].entity,
			.type = d->hit[i].type,
			.title = d->hit[i].title,
		};
	return out;
}

static struct name_doc
doc_of(struct arena *a, const struct name_input *in)
{
	return (struct name_doc){ .a = a, .text = in->text, .toks = in->toks,
		                  .sents = in->sents };
}

/* Titles, entities and full forms of the hits. */
static struct names
finish(struct name_doc *d, const struct name_model *m)
{
	struct names out = { 0 };

	name_titles(d);
	set_genders(d, m);
	name_group(d, &out);
	name_case(d, m, &out);
	return mentions_of(d, out);
}

static const struct name_model *
model_of(const struct name_input *in, struct name_model *builtin)
{
	if (in->model != NULL)
		return in->model;
	name_model_builtin(builtin);
	return builtin;
}

struct names
name_find_in(struct arena *a, const struct name_input *in)
{
	struct name_doc d = doc_of(a, in);
	struct name_model builtin;
	const struct name_model *m = model_of(in, &builtin);

	name_tag(&d, m);
	name_dateline(&d);
	if (in->extra != NULL)
		name_extra_apply(&d, in->extra);
	return finish(&d, m);
}

static void
take_given(struct name_doc *d, const struct name_given *given, size_t n)
{
	const struct token *v = d->toks->v;
	size_t i = 0;

	d->hit = arena_new(d->a, struct name_hit, n);
	for (size_t k = 0; k < n; k++) {
		size_t beg;

		while (i < d->toks->n && v[i].at.end <= given[k].at.beg)
			i++;
		for (beg = i; i < d->toks->n &&
		    v[i].at.beg < given[k].at.end; i++)
			;
		if (i > beg)
			d->hit[d->nhit++] = (struct name_hit){ .beg = beg,
				.end = i, .type = given[k].type };
	}
}

struct names
name_find_given(struct arena *a, const struct name_input *in,
                const struct name_given *given, size_t n)
{
	struct name_doc d = doc_of(a, in);
	struct name_model builtin;

	take_given(&d, given, n);
	return finish(&d, model_of(in, &builtin));
}

struct names
name_find(struct arena *a, struct str text, const struct tokens *toks,
          struct spans sents)
{
	struct name_input in = { .text = text, .toks = toks, .sents = sents };

	return name_find_in(a, &in);
}
