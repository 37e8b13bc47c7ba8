/* name_seen.c - what the rest of the document tells of a word. */
#include "name_seen.h"

#include "name_acronym.h"
#include "table.h"

enum {
	RUN_MAX = 6,
	AHEAD = 8 /* words whose entries are fetched meanwhile */
};

/* Keyed, so that nobody can prepare words that share a slot. */
static size_t
slot_of(const struct name_scan *s, uint32_t word)
{
	uint64_t h = (word ^ s->key) * 0x9E3779B97F4A7C15U;

	h ^= s->key >> 32;
	return (size_t)(h * 0x9E3779B97F4A7C15U >> 40) & s->mask;
}

static struct name_seen *
find(const struct name_scan *s, uint32_t word, size_t *at)
{
	*at = slot_of(s, word);
	while (s->slot[*at] != 0) {
		struct name_seen *r = &s->seen[s->slot[*at] - 1];

		if (r->word == word)
			return r;
		*at = (*at + 1) & s->mask;
	}
	return NULL;
}

const struct name_seen *
name_seen(const struct name_scan *s, uint32_t word)
{
	size_t at;

	return find(s, word, &at);
}

struct name_seen *
name_seen_of(struct name_scan *s, uint32_t word)
{
	size_t at;

	return find(s, word, &at);
}

static bool
is_word(const struct token *t)
{
	return t->kind <= TOKEN_INITIALS;
}

/* 0 for running text, up to 3 for a line in title case, 4 for capitals only. */
static unsigned char
caps_level(const struct name_scan *s, size_t beg, size_t end)
{
	size_t words = 0, capped = 0, full = 0;

	for (size_t i = beg; i < end; i++) {
		const struct token *t = &s->d->toks->v[i];

		if (!is_word(t) || (t->joined && !s->cap[i]))
			continue;
		words++;
		capped += s->cap[i];
		full += t->caps;
	}
	if (words >= 3 && full * 5 >= words * 4)
		return 4;
	if (words < 3 || capped * 10 < words * 4)
		return 0;
	if (capped * 10 >= words * 8)
		return 3;
	return capped * 10 >= words * 6 ? 2 : 1;
}

static void
read_words(struct name_scan *s)
{
	const struct tokens *toks = s->d->toks;
	char room[NAME_FOLD_MAX];

	for (size_t i = 0; i < toks->n; i++)
		s->word[i] = name_hash(name_fold(room, name_word(s->d, i),
		                                 &s->cap[i]));
	for (size_t i = 0; i < toks->n; i++) {
		if (i + AHEAD < toks->n)
			name_map_fetch(&s->m->kinds, s->word[i + AHEAD]);
		s->kinds[i] = name_kinds(s->m, s->word[i]);
	}
}

static void
read_sentences(struct name_scan *s)
{
	const struct name_doc *d = s->d;
	size_t i = 0;

	for (size_t n = 0; n < d->sents.n; n++) {
		while (i < d->toks->n && d->toks->v[i].at.beg <
		    d->sents.v[n].beg)
			i++;
		s->first[n] = i;
		while (i < d->toks->n && d->toks->v[i].at.beg <
		    d->sents.v[n].end)
			i++;
		s->end[n] = i;
		s->caps[n] = caps_level(s, s->first[n], i);
	}
}

struct name_beside
name_beside(const struct name_scan *s, size_t sent, size_t token)
{
	struct name_beside b = { 0 };
	uint16_t c[CLUSTER_LEVELS];

	if (token < s->first[sent] || token >= s->end[sent])
		return b;
	b.word = s->word[token];
	b.cap = s->cap[token];
	b.kinds = s->kinds[token];
	if (name_clusters(s->m, b.word, c))
		b.cluster = (uint16_t)(c[1] + 1);
	return b;
}

/* The first and last token of the run of capitals around a token. */
static void
run_around(const struct name_scan *s, size_t sent, size_t *from, size_t *to)
{
	size_t most = 0;

	while (*from > s->first[sent] && s->cap[*from - 1] &&
	    most++ < RUN_MAX)
		--*from;
	most = 0;
	while (*to + 1 < s->end[sent] && s->cap[*to + 1] && most++ < RUN_MAX)
		++*to;
}

static void
see(struct name_scan *s, size_t sent, size_t token)
{
	size_t at, from = token, to = token;
	struct name_seen *r = find(s, s->word[token], &at);

	if (r == NULL && s->nseen == SEEN_WORDS_MAX)
		return;
	if (r == NULL) {
		r = &s->seen[s->nseen++];
		s->slot[at] = (uint32_t)s->nseen;
		r->word = s->word[token];
	}
	if (s->caps[sent] <= 1 && token > s->first[sent] &&
	    s->d->toks->v[token - 1].kind != TOKEN_QUOTE && r->inside < 1000)
		r->inside++;
	if (r->n == SEEN_MAX || s->caps[sent] > 1)
		return;
	r->token[r->n] = (uint32_t)token;
	/* Wraps to a number that is past the sentence. */
	r->before[r->n] = name_beside(s, sent, token - 1);
	r->after[r->n] = name_beside(s, sent, token + 1);
	run_around(s, sent, &from, &to);
	if (from < token)
		r->left[r->n] = name_beside(s, sent, from - 1);
	if (to > token)
		r->right[r->n] = name_beside(s, sent, to + 1);
	r->n++;
}

/* 0 to 2, by how many of a thousand tokens are of a kind. */
static unsigned
level(size_t n, size_t tokens)
{
	if (n * 1000 < tokens * 4)
		return 0;
	return n * 1000 < tokens * 12 ? 1 : 2;
}

static void
find_topic(struct name_scan *s)
{
	size_t sport = 0, money = 0, n = s->d->toks->n;

	for (size_t i = 0; i < n; i++) {
		uint32_t kinds;

		if (s->cap[i] || s->d->toks->v[i].kind != TOKEN_WORD)
			continue;
		kinds = s->kinds[i];
		sport += kinds >> KIND_SPORT & 1;
		money += kinds >> KIND_MONEY & 1;
	}
	s->topic = 3 * level(sport, n) + level(money, n);
}

static void
see_all(struct name_scan *s)
{
	for (size_t n = 0; n < s->d->sents.n; n++)
		for (size_t i = s->first[n]; i < s->end[n]; i++)
			if (s->cap[i] && is_word(&s->d->toks->v[i]))
				see(s, n, i);
	for (size_t i = 0; i < s->d->toks->n; i++) {
		struct name_seen *r;
		size_t at;

		if (s->cap[i] || s->d->toks->v[i].kind != TOKEN_WORD)
			continue;
		r = find(s, s->word[i], &at);
		if (r != NULL && r->small < 1000)
			r->small++;
	}
}

void
name_scan(struct name_scan *s, const struct name_doc *d,
          const struct name_model *m)
{
	size_t n = d->toks->n, words = 0;

	*s = (struct name_scan){ .d = d, .m = m };
	s->word = arena_new(d->a, uint32_t, n);
	s->kinds = arena_new(d->a, uint32_t, n);
	s->cap = arena_new(d->a, bool, n);
	s->caps = arena_new(d->a, unsigned char, d->sents.n);
	s->first = arena_new(d->a, size_t, d->sents.n);
	s->end = arena_new(d->a, size_t, d->sents.n);
	s->key = table_hash(STR("name")) | 1;
	read_words(s);
	for (size_t i = 0; i < n; i++)
		words += s->cap[i];
	words = words < SEEN_WORDS_MAX ? words : SEEN_WORDS_MAX;
	s->seen = arena_new(d->a, struct name_seen, words);
	while (s->mask < 2 * words)
		s->mask = 2 * s->mask + 1;
	s->slot = arena_new(d->a, uint32_t, s->mask + 1);
	read_sentences(s);
	see_all(s);
	name_acronyms(s);
	find_topic(s);
}
