/* name_row.c - a sentence as a row of atoms, and where names can be. */
#include "name_row.h"

#include <string.h>

#include "utf8.h"

enum { GAP_MAX = 3 }; /* atoms without a capital inside a name */

/* FNV-1a, by bytes. */
static uint32_t
bytes_hash(struct str s)
{
	uint32_t h = 0x811C9DC5U;

	for (size_t i = 0; i < s.n; i++)
		h = (h ^ (unsigned char)s.p[i]) * 0x01000193U;
	return h;
}

static char
shape_of(int32_t cp)
{
	if (cp >= 0 && cp < 0x80)
		return ascii_upper((char)cp) ? 'X'
		     : ascii_lower((char)cp) ? 'x'
		     : ascii_digit((char)cp) ? 'd' : (char)cp;
	switch (utf8_class(cp)) {
	case CHAR_UPPER:
		return 'X';
	case CHAR_LOWER:
	case CHAR_LETTER:
		return 'x';
	case CHAR_DIGIT:
		return 'd';
	default:
		return '?';
	}
}

/* Classes of letters, runs of one class cut to three. */
static uint32_t
shape_hash(struct str word)
{
	const char *p = word.p, *end = word.p + word.n;
	char shape[16];
	size_t n = 0;

	while (p < end && n < sizeof(shape)) {
		int32_t cp;

		p += utf8_next(p, end, &cp);
		shape[n] = shape_of(cp);
		if (n < 3 || shape[n] != shape[n - 1] ||
		    shape[n] != shape[n - 2] || shape[n] != shape[n - 3])
			n++;
	}
	return bytes_hash((struct str){ shape, n });
}

/* What is wanted of an atom that may be a name, and of the two beside it. */
static void
fill_atom(struct name_atom *a, const struct name_scan *s)
{
	char room[NAME_FOLD_MAX];
	struct str word = name_word(s->d, a->token);
	struct str low = name_fold(room, word, &a->cap);

	a->exact = bytes_hash(word);
	a->shape = shape_hash(word);
	a->head = bytes_hash(str_head(low, 3));
	for (size_t i = 0; i < 3; i++)
		a->tail[i] = low.n > i + 2
		    ? bytes_hash(str_from(low, low.n - i - 2)) : 0;
	a->seen = a->cap ? name_seen(s, a->word) : NULL;
}

/* What is wanted of all atoms near a name. */
static void
fill_context(struct name_atom *a, const struct name_scan *s)
{
	a->kinds = s->kinds[a->token];
	if (name_clusters(s->m, a->word, a->cluster))
		for (size_t i = 0; i < CLUSTER_LEVELS; i++)
			a->cluster[i]++;
}

static bool
is_particle(const struct name_scan *s, size_t token)
{
	static const char *const words[] = {
		"van", "von", "der", "den", "de", "del", "della", "di", "da",
		"dos", "du", "al", "el", "bin", "ibn", "bint", "la", "le",
		"ten", "ter", "zu", "af", "av", NULL
	};

	struct str w = name_word(s->d, token);

	for (size_t i = 0; words[i] != NULL; i++)
		if (words[i][0] == w.p[0] && str_eq(w, str_of(words[i])))
			return true;
	return false;
}

static bool
fills_gap(const struct name_row *r, const struct name_atom *a)
{
	const struct token *t = &r->scan->d->toks->v[a->token];

	if (t->kind == TOKEN_STOP)
		return !t->spaced && t->at.end - t->at.beg == 1;
	return t->kind != TOKEN_QUOTE && t->kind != TOKEN_LINK;
}

/* Marks the atoms between two capitals that are near, and numbers, joined
 * atoms, particles and stops beside one. */
static void
mark_gaps(struct name_row *r)
{
	struct name_atom *v = r->atom + ATOM_PAD;
	size_t last = SIZE_MAX;

	for (size_t i = 0; i < r->n; i++) {
		if (!fills_gap(r, &v[i])) {
			last = SIZE_MAX;
			continue;
		}
		if (!v[i].cap)
			continue;
		if (last != SIZE_MAX && i - last <= GAP_MAX + 1)
			for (size_t k = last + 1; k < i; k++)
				v[k].may = true;
		last = i;
	}
}

static bool
is_abbreviation(const struct name_row *r, size_t i)
{
	const struct token *t = &r->scan->d->toks->v[r->atom[ATOM_PAD +
	                                                     i].token];

	return t->kind == TOKEN_WORD && t->at.end - t->at.beg <= 5;
}

static void
mark_edges(struct name_row *r)
{
	struct name_atom *v = r->atom + ATOM_PAD;

	for (size_t i = 1; i < r->n; i++) {
		const struct token *t = &r->scan->d->toks->v[v[i].token];
		bool stop = t->kind == TOKEN_STOP && !t->spaced &&
		            t->at.end - t->at.beg == 1 &&
		            is_abbreviation(r, i - 1);

		if (v[i - 1].may && !v[i].may &&
		    (stop || t->kind == TOKEN_NUMBER || (t->joined &&
		    name_word(r->scan->d, v[i].token).p[0] != '\'')))
			v[i].may = true;
	}
	for (size_t i = r->n; i-- > 1;) {
		const struct token *t = &r->scan->d->toks->v[v[i - 1].token];

		if (v[i].may && !v[i - 1].may && (t->kind == TOKEN_NUMBER ||
		    is_particle(r->scan, v[i - 1].token) ||
		    r->scan->d->toks->v[v[i].token].joined))
			v[i - 1].may = true;
	}
}

/* Kinds of lists whose entries have several words, a group for 3 bits. */
static const uint32_t groups[LIST_GROUPS] = {
	1U << KIND_CITY | 1U << KIND_METROPOLIS,
	1U << KIND_COUNTRY | 1U << KIND_REGION,
	1U << KIND_PLACE,
	1U << KIND_ORG | 1U << KIND_BRAND,
	1U << KIND_PERSON,
	1U << KIND_PEOPLE,
	1U << KIND_MISC,
};

static void
list_entry(struct name_atom *v, size_t n, uint32_t kinds)
{
	for (size_t g = 0; g < LIST_GROUPS; g++) {
		if ((kinds & groups[g]) == 0)
			continue;
		for (size_t i = 0; i < n; i++) {
			uint32_t part = n == 1 ? 4 : i == 0 ? 1 :
			                i + 1 == n ? 3 : 2;

			if ((v[i].listed >> 3 * g & 7) == 0)
				v[i].listed |= part << 3 * g;
		}
	}
}

/* The longest entry of a list from atom i on. */
static void
look_up(struct name_row *r, size_t i)
{
	struct name_atom *v = r->atom + ATOM_PAD + i;
	uint32_t hash = v[0].word;
	uint32_t kinds = v[0].kinds;
	uint32_t best_kinds = kinds;
	size_t best = 1;

	if ((kinds >> KIND_STARTS & 1) != 0)
		for (size_t n = 2; n <= NAME_WORDS_MAX && i + n <= r->n; n++) {
			hash = name_hash_next(hash, v[n - 1].word);
			kinds = name_kinds(r->scan->m, hash);
			if ((kinds & ~(1U << KIND_STARTS)) != 0) {
				best = n;
				best_kinds = kinds;
			}
		}
	list_entry(v, best, best_kinds);
}

/* What is between an odd and an even quotation mark of the sentence. */
static void
mark_quoted(struct name_row *r)
{
	struct name_atom *v = r->atom + ATOM_PAD;
	bool open = false;

	for (size_t i = 0; i < r->n; i++) {
		v[i].quote = r->scan->d->toks->v[v[i].token].kind ==
		             TOKEN_QUOTE;
		open ^= v[i].quote;
		v[i].quoted = open;
	}
}

static bool
is_near(const struct name_row *r, size_t i, int reach)
{
	const struct name_atom *a = &r->atom[ATOM_PAD + i];
	bool any = a->may;

	for (int k = 1; k <= reach; k++)
		any |= a[-k].may || a[k].may;
	return any;
}

void
name_row_fill(struct name_row *r, const struct name_scan *s, size_t sent,
              size_t beg, size_t end)
{
	r->scan = s;
	r->n = end - beg;
	r->starts = beg == s->first[sent];
	r->caps = s->caps[sent];
	memset(r->atom, 0, (r->n + 2 * ATOM_PAD) * sizeof(*r->atom));
	for (size_t i = 0; i < r->n; i++) {
		struct name_atom *a = &r->atom[ATOM_PAD + i];

		a->token = beg + i;
		a->word = s->word[beg + i];
		a->cap = s->cap[beg + i];
		a->may = a->cap && s->d->toks->v[beg + i].kind <=
		                   TOKEN_NUMBER;
	}
	mark_quoted(r);
	mark_gaps(r);
	mark_edges(r);
	for (size_t i = 0; i < r->n; i++) {
		if (is_near(r, i, ATOM_REACH))
			fill_context(&r->atom[ATOM_PAD + i], s);
		if (is_near(r, i, 1))
			fill_atom(&r->atom[ATOM_PAD + i], s);
	}
	for (size_t i = 0; i < r->n; i++)
		if (r->atom[ATOM_PAD + i].may)
			look_up(r, i);
}

/* "The", "In", "Monday": a fifth of all runs, and never a name alone. */
static bool
is_function(const struct name_row *r, size_t i)
{
	const struct name_atom *a = &r->atom[ATOM_PAD + i];

	return (a->kinds >> KIND_FUNCTION & 1) != 0 &&
	       !r->scan->d->toks->v[a->token].caps;
}

bool
name_row_run(const struct name_row *r, size_t *at, size_t *end)
{
	const struct name_atom *v = r->atom + ATOM_PAD;

	for (;; *at = *end) {
		while (*at < r->n && !v[*at].may)
			++*at;
		for (*end = *at; *end < r->n && v[*end].may; ++*end)
			;
		if (*end - *at != 1 || !is_function(r, *at))
			return *at < r->n;
	}
}
