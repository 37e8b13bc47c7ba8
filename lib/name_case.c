/* name_case.c - names in capitals, written as usual. */
#include "name_case.h"

#include <string.h>

enum {
	PLACES = 1 << KIND_CITY | 1 << KIND_METROPOLIS | 1 << KIND_COUNTRY |
	         1 << KIND_REGION | 1 << KIND_PLACE,
	ACRONYM_MAX = 3 /* letters that may stand for words: UAE */
};

/* What the lists tell of a row of words as a whole. */
static uint32_t
kinds_of(const struct name_doc *d, const struct name_model *m,
         const struct name_hit *h)
{
	uint32_t hash = 0;

	for (size_t i = h->beg; i < h->end; i++) {
		char room[NAME_FOLD_MAX];
		bool cap;
		uint32_t word = name_hash(name_fold(room, name_word(d, i),
		                                    &cap));

		hash = i == h->beg ? word : name_hash_next(hash, word);
	}
	return name_kinds(m, hash);
}

static uint32_t
word_kinds(const struct name_doc *d, const struct name_model *m, size_t token)
{
	char room[NAME_FOLD_MAX];
	bool cap;

	return name_kinds(m, name_hash(name_fold(room, name_word(d, token),
	                                         &cap)));
}

/* A known place, or a known given name before a known surname. */
static bool
is_listed(const struct name_doc *d, const struct name_model *m,
          const struct name_hit *h)
{
	if (h->type == NAME_LOC)
		return (kinds_of(d, m, h) & (uint32_t)PLACES) != 0;
	return h->type == NAME_PER && h->end - h->beg == 2 &&
	       (word_kinds(d, m, h->beg) >> KIND_GIVEN & 1) != 0 &&
	       (word_kinds(d, m, h->beg + 1) >> KIND_SURNAME & 1) != 0;
}

static bool
is_all_caps(const struct name_doc *d, const struct name_hit *h)
{
	bool any = false;

	for (size_t i = h->beg; i < h->end; i++) {
		const struct token *t = &d->toks->v[i];

		if (t->kind != TOKEN_WORD)
			continue;
		if (!t->caps || !t->ascii ||
		    t->at.end - t->at.beg <= ACRONYM_MAX)
			return false;
		any = true;
	}
	return any;
}

/* A letter behind another becomes small. */
static struct str
with_case(struct arena *a, struct str s)
{
	char *p = arena_cstr(a, s);

	for (size_t i = 1; i < s.n; i++)
		if (ascii_alpha(s.p[i - 1]))
			p[i] = ascii_fold(s.p[i]);
	return (struct str){ p, s.n };
}

void
name_case(const struct name_doc *d, const struct name_model *m,
          struct names *out)
{
	for (size_t i = 0; i < d->nhit; i++) {
		const struct name_hit *h = &d->hit[i];
		struct entity *e = &out->entity[h->entity];

		if (is_all_caps(d, h) && str_eq(e->full, str_sub(d->text,
		    name_span(d, h))) && is_listed(d, m, h))
			e->full = with_case(d->a, e->full);
	}
}
