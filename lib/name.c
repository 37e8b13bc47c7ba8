/* name.c - the people, organisations and places that a document names. */
#include "name.h"

#include "name_doc.h"
#include "name_group.h"
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

struct names
name_find(struct arena *a, struct str text, const struct tokens *toks,
          struct spans sents)
{
	struct name_doc d = { .a = a, .text = text, .toks = toks,
		              .sents = sents };
	struct name_model m;
	struct names out = { 0 };

	name_model_builtin(&m);
	name_tag(&d, &m);
	name_titles(&d);
	name_group(&d, &out);
	out.mention = arena_new(a, struct mention, d.nhit);
	for (size_t i = 0; i < d.nhit; i++)
		out.mention[out.nmention++] = (struct mention){
			.at = name_span(&d, &d.hit[i]),
			.entity = d.hit[i].entity,
			.type = d.hit[i].type,
			.title = d.hit[i].title,
		};
	return out;
}
