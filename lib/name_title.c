/* name_title.c - the role words beside a person's name. */
#include "name_title.h"

#include <stdlib.h>
#include <string.h>

#include "utf8.h"

static const struct {
	const char *word;
	const char *kind;
} title_words[] = {
#include "name_titles.inc"
};

enum {
	N_TITLES = sizeof(title_words) / sizeof(*title_words),
	TITLE_TOKENS_MAX = 14 /* of a title before or behind a name */
};

enum title_kind
name_title_word(struct str folded, enum name_gender *gender)
{
	size_t lo = 0, hi = N_TITLES;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		const char *kind = title_words[mid].kind;
		int c = str_cmp(folded, str_of(title_words[mid].word));

		if (c == 0) {
			if (gender != NULL && strchr(kind, '-') != NULL)
				*gender = strchr(kind, '-')[1] == 'm'
				    ? NAME_MALE : NAME_FEMALE;
			return kind[0] == 'h' ? TITLE_HONORIFIC :
			       kind[0] == 'r' ? TITLE_ROLE : TITLE_MODIFIER;
		}
		if (c < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return TITLE_NONE;
}

static enum title_kind
kind_of(const struct name_doc *d, size_t token, enum name_gender *gender)
{
	return name_title_word(name_folded(d, token), gender);
}

static bool
is_mark(const struct name_doc *d, size_t token, char mark)
{
	struct str w = name_word(d, token);

	return w.n == 1 && w.p[0] == mark;
}

/* The hit that covers a token, looked for among those before `before`. */
static const struct name_hit *
hit_at(const struct name_doc *d, size_t before, size_t token)
{
	while (before > 0 && d->hit[before - 1].beg > token)
		before--;
	if (before > 0 && d->hit[before - 1].end > token)
		return &d->hit[before - 1];
	return NULL;
}

/* The title's first token, when its last token but one is at `at`: walks over
 * modifiers, roles, names that are no persons, "of" and possessives. */
static size_t
widen_left(const struct name_doc *d, size_t before, size_t at)
{
	size_t stop = at > TITLE_TOKENS_MAX ? at - TITLE_TOKENS_MAX : 0;
	size_t first = at;

	while (at > stop && !d->toks->v[at].first) {
		const struct token *t = &d->toks->v[at - 1];
		const struct name_hit *h = hit_at(d, before, at - 1);

		if (h != NULL && h->type != NAME_PER)
			first = at = h->beg;
		else if (h != NULL)
			break;
		else if (kind_of(d, at - 1, NULL) != TITLE_NONE)
			first = at = at - 1;
		else if (is_mark(d, at - 1, '-') || (t->joined && at >= 2 &&
		    t->kind == TOKEN_WORD && str_eq(name_word(d, at - 1),
		    STR("'s"))))
			at--;
		else if (t->upper && t->kind == TOKEN_WORD && !t->first)
			first = at = at - 1;
		else
			break;
	}
	return first;
}

/* "Secretary of State X", "Chancellor of the Exchequer X": the token of the
 * role when the words just before `at` are its object. */
static size_t
role_of(const struct name_doc *d, size_t at)
{
	size_t i = at;

	while (i > 0 && at - i < 4 && d->toks->v[i - 1].upper)
		i--;
	if (i == at || i < 2)
		return at;
	if (name_is(d, i - 1, "the") || name_is(d, i - 1, "and"))
		i--;
	if (i < 2 || (!name_is(d, i - 1, "of") && !name_is(d, i - 1, "for")))
		return at;
	return kind_of(d, i - 2, NULL) == TITLE_ROLE ? i - 2 : at;
}

/* "the club's coach, X": the title before a comma, with its article. */
static size_t
apposition_left(const struct name_doc *d, size_t before, size_t at)
{
	size_t first;

	if (at == 0 || kind_of(d, at - 1, NULL) != TITLE_ROLE)
		return at;
	first = widen_left(d, before, at - 1);
	if (first > 0 && (name_is(d, first - 1, "the") ||
	    name_is(d, first - 1, "its") || name_is(d, first - 1, "a") ||
	    name_is(d, first - 1, "an") || name_is(d, first - 1, "his") ||
	    name_is(d, first - 1, "her")))
		first--;
	return first;
}

static void
set_title(const struct name_doc *d, struct name_hit *h, size_t beg,
          size_t end)
{
	h->title.beg = d->toks->v[beg].at.beg;
	h->title.end = d->toks->v[end - 1].at.end;
	for (size_t i = beg; i < end && h->gender == NAME_UNKNOWN; i++)
		kind_of(d, i, &h->gender);
}

static bool
title_before(const struct name_doc *d, struct name_hit *h)
{
	size_t n = (size_t)(h - d->hit);
	size_t end = h->beg;
	size_t beg = end;
	enum title_kind k;

	if (end == 0 || d->toks->v[end].first)
		return false;
	if (is_mark(d, end - 1, '.') && end >= 2 &&
	    kind_of(d, end - 2, NULL) == TITLE_HONORIFIC)
		end--;
	k = kind_of(d, end - 1, NULL);
	if (k == TITLE_ROLE || k == TITLE_HONORIFIC)
		beg = widen_left(d, n, end - 1);
	else if (is_mark(d, end - 1, ','))
		beg = apposition_left(d, n, --end);
	else
		beg = role_of(d, end);
	if (beg == end)
		return false;
	if (k != TITLE_ROLE && k != TITLE_HONORIFIC && beg < end)
		beg = widen_left(d, n, beg);
	set_title(d, h, beg, end);
	return true;
}

static bool
ends_apposition(const struct name_doc *d, size_t token)
{
	const struct token *t = &d->toks->v[token];

	return t->first || t->kind == TOKEN_STOP || t->kind == TOKEN_QUOTE ||
	       (t->kind == TOKEN_PUNCT && !t->joined) ||
	       name_is(d, token, "who") || name_is(d, token, "which") ||
	       name_is(d, token, "said") || name_is(d, token, "says") ||
	       name_is(d, token, "whose") || name_is(d, token, "told");
}

/* ", a spokeswoman for the ministry," behind the name. */
static bool
title_behind(const struct name_doc *d, struct name_hit *h)
{
	size_t i = h->end + 1;
	size_t last = i;
	bool role = false;
	bool object = false;

	if (h->end >= d->toks->n || !is_mark(d, h->end, ','))
		return false;
	for (; i < d->toks->n && i - h->end <= TITLE_TOKENS_MAX; i++) {
		if (ends_apposition(d, i))
			break;
		object |= name_is(d, i, "of") || name_is(d, i, "for") ||
		          name_is(d, i, "at") || name_is(d, i, "in");
		if (!object)
			role |= kind_of(d, i, NULL) == TITLE_ROLE;
		last = i + 1;
	}
	if (!role || i >= d->toks->n || !ends_apposition(d, i) ||
	    d->toks->v[i].kind == TOKEN_QUOTE)
		return false;
	set_title(d, h, h->end + 1, last);
	return true;
}

void
name_titles(struct name_doc *d)
{
	for (size_t i = 0; i < d->nhit; i++) {
		struct name_hit *h = &d->hit[i];

		if (h->type == NAME_PER && !title_before(d, h))
			title_behind(d, h);
	}
}
