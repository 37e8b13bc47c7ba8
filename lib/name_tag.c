/* name_tag.c - where the names are, and of what type. */
#include "name_tag.h"

#include "name_title.h"

/* A first rule, until the model decides: a run of capitalised words that does
 * not start a sentence, or that is seen inside one; its type by its context. */
static bool
starts_sentence(const struct name_doc *d, size_t *sent, size_t token)
{
	size_t at = d->toks->v[token].at.beg;

	while (*sent < d->sents.n && d->sents.v[*sent].beg < at)
		++*sent;
	return (*sent < d->sents.n && d->sents.v[*sent].beg == at) ||
	       (token > 0 && d->toks->v[token - 1].kind == TOKEN_QUOTE);
}

static bool
can_be_name(const struct name_doc *d, size_t token)
{
	const struct token *t = &d->toks->v[token];
	enum title_kind k;

	if (!t->upper || t->kind > TOKEN_INITIALS)
		return false;
	k = name_title_word(name_folded(d, token), NULL);
	return k == TITLE_NONE || k == TITLE_MODIFIER;
}

static enum name_type
guess(const struct name_doc *d, size_t beg, size_t end)
{
	if (beg > 0 && name_title_word(name_folded(d, beg - 1), NULL) !=
	    TITLE_NONE)
		return NAME_PER;
	if (beg > 0 && (name_is(d, beg - 1, "in") || name_is(d, beg - 1, "at")))
		return NAME_LOC;
	if (beg > 0 && name_is(d, beg - 1, "the"))
		return NAME_ORG;
	if (end - beg == 1 && (d->toks->v[beg].kind == TOKEN_INITIALS ||
	    d->toks->v[beg].caps))
		return d->toks->v[beg].caps ? NAME_ORG : NAME_LOC;
	return NAME_PER;
}

void
name_tag(struct name_doc *d)
{
	size_t sent = 0;
	size_t i = 0;

	d->hit = arena_new(d->a, struct name_hit, d->toks->n);
	while (i < d->toks->n) {
		size_t end = i;
		bool starts = starts_sentence(d, &sent, i);

		while (end < d->toks->n && can_be_name(d, end) &&
		    (end == i || !d->toks->v[end].first))
			end++;
		if (end > i + starts)
			d->hit[d->nhit++] = (struct name_hit){ .beg = i,
				.end = end, .type = guess(d, i, end) };
		i = end == i ? i + 1 : end;
	}
}
