/* name_acronym.c - what the acronyms of a document stand for. */
#include "name_acronym.h"

enum {
	LETTERS_MAX = 7,
	SKIPS_MAX = 3 /* words in a row that give no letter */
};

static char
initial(const struct name_scan *s, size_t token)
{
	struct str w = name_word(s->d, token);

	return w.n > 0 ? ascii_fold(w.p[0]) : '\0';
}

static bool
is_word(const struct name_scan *s, size_t token)
{
	return s->d->toks->v[token].kind <= TOKEN_NUMBER;
}

/* "of", "the", "and": they may give a letter or none. */
static bool
is_small(const struct name_scan *s, size_t token)
{
	return !s->cap[token] && (s->kinds[token] >> KIND_FUNCTION & 1) != 0;
}

static bool
is_acronym(const struct name_scan *s, size_t token)
{
	const struct token *t = &s->d->toks->v[token];

	return t->kind == TOKEN_WORD && t->caps && t->ascii &&
	       t->at.end - t->at.beg <= LETTERS_MAX;
}

static void
tell(struct name_scan *s, size_t acronym, enum name_long how, size_t sent,
     size_t last)
{
	struct name_seen *r = name_seen_of(s, s->word[acronym]);

	if (r == NULL || r->how != LONG_NONE)
		return;
	r->how = (unsigned char)how;
	r->head = name_beside(s, sent, last);
}

/* The acronym behind an opening bracket, its letters from the last to the
 * first in the words before that. */
static void
read_defined(struct name_scan *s, size_t sent, size_t acronym)
{
	struct str letters = name_word(s->d, acronym);
	size_t left = letters.n, i = acronym - 1, last = SIZE_MAX;
	bool capital = true;
	int skips = 0;

	while (left > 0 && i-- > s->first[sent] && skips <= SKIPS_MAX) {
		if (!is_word(s, i))
			continue;
		if (initial(s, i) != ascii_fold(letters.p[left - 1])) {
			if (!is_small(s, i) && last == SIZE_MAX)
				return;
			skips++;
			continue;
		}
		last = last == SIZE_MAX ? i : last;
		capital &= s->cap[i] || is_small(s, i);
		left--;
		skips = 0;
	}
	if (left == 0)
		tell(s, acronym, capital ? LONG_NAME : LONG_WORDS, sent, last);
}

static void
find_defined(struct name_scan *s, size_t sent)
{
	for (size_t i = s->first[sent] + 3; i < s->end[sent]; i++)
		if (is_acronym(s, i) &&
		    str_eq(name_word(s->d, i - 1), STR("(")))
			read_defined(s, sent, i);
}

/* Letters of the last words of a run of capitals, "of" and its like left
 * out. */
struct initials {
	char letter[LETTERS_MAX];
	size_t n;
	size_t last; /* token */
};

static void
push(struct initials *x, char c)
{
	if (x->n == LETTERS_MAX) {
		for (size_t i = 1; i < LETTERS_MAX; i++)
			x->letter[i - 1] = x->letter[i];
		x->n--;
	}
	x->letter[x->n++] = c;
}

/* The run may have begun with words that are not in the acronym. */
static void
match(struct name_scan *s, size_t sent, struct initials *x)
{
	for (size_t from = 0; from + 2 <= x->n; from++) {
		struct str letters = { x->letter + from, x->n - from };
		struct name_seen *r = name_seen_of(s, name_hash(letters));

		if (r == NULL || r->how != LONG_NONE)
			continue;
		r->how = LONG_NAME;
		r->head = name_beside(s, sent, x->last);
	}
	x->n = 0;
}

static void
find_named(struct name_scan *s, size_t sent)
{
	struct initials x = { .n = 0 };

	for (size_t i = s->first[sent]; i < s->end[sent]; i++) {
		if (s->cap[i] && is_word(s, i)) {
			push(&x, initial(s, i));
			x.last = i;
		} else if (x.n > 0 && (!is_small(s, i) || i - x.last > 2)) {
			match(s, sent, &x);
		}
	}
	match(s, sent, &x);
}

void
name_acronyms(struct name_scan *s)
{
	for (size_t n = 0; n < s->d->sents.n; n++)
		find_defined(s, n);
	for (size_t n = 0; n < s->d->sents.n; n++)
		if (s->caps[n] <= 1)
			find_named(s, n);
}
