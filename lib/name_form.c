/* name_form.c - the different written forms of a document's names. */
#include "name_form.h"

#include <string.h>

#include "name_title.h"
#include "table.h"
#include "utf8.h"

struct variant {
	const char *variant;
	const char *key;
};

static const struct variant aliases[] = {
#include "name_aliases.inc"
};

static const struct variant nicknames[] = {
#include "name_nicknames.inc"
};

enum {
	N_ALIASES = sizeof(aliases) / sizeof(*aliases),
	N_NICKNAMES = sizeof(nicknames) / sizeof(*nicknames),
	WORDS_MAX = 24 /* of a form: the rest is not compared */
};

static bool
is_generation(struct str w)
{
	return str_eq(w, STR("jr")) || str_eq(w, STR("sr")) ||
	       str_eq(w, STR("ii")) || str_eq(w, STR("iii")) ||
	       str_eq(w, STR("iv"));
}

/* The word without its stops: U.S. is us. */
static struct str
without_stops(struct arena *a, struct str w)
{
	char *copy;
	size_t n = 0;

	if (str_find(w, '.') == w.n)
		return w;
	copy = arena_new(a, char, w.n);
	for (size_t i = 0; i < w.n; i++)
		if (w.p[i] != '.')
			copy[n++] = w.p[i];
	return (struct str){ copy, n };
}

/* Base letters of U+00E0 to U+017F. */
static const char bases[] =
    "aaaaaaaceeeeiiiidnooooo ouuuuyty"
    "aaaaaaccccccccddddeeeeeeeeeegggggggghhhhiiiiiiiiiiiijjkkkllllllllll"
    "nnnnnnnnnoooooooorrrrrrssssssssttttttuuuuuuuuuuuuwwyyyzzzzzzs";

/* A person's word without what differs between spellings: accents, doubled
 * letters, y for i. Zelenskyy, Zelensky and Zelenski are one. */
static struct str
skeleton(struct arena *a, struct str w)
{
	char *room = arena_new(a, char, w.n);
	const char *p = w.p, *end = w.p + w.n;
	size_t n = 0;

	while (p < end) {
		int32_t cp;
		size_t size = utf8_next(p, end, &cp);

		if (cp >= 0xE0 && cp < 0x180)
			cp = bases[cp - 0xE0];
		if (cp == 'y')
			cp = 'i';
		if (cp < 0 || cp >= 0x80) {
			memcpy(room + n, p, size);
			n += size;
		} else if ((n == 0 || room[n - 1] != cp) && cp != '\'') {
			room[n++] = (char)cp;
		}
		p += size;
	}
	return (struct str){ room, n };
}

/* Titles that are part of a person's name, and "the" before another. */
static bool
counts_not(const struct name_doc *d, const struct name_hit *h, size_t token)
{
	struct str w = name_folded(d, token);
	enum title_kind k = name_title_word(w, NULL);

	if (h->type != NAME_PER)
		return str_eq(w, STR("the"));
	return k == TITLE_HONORIFIC || k == TITLE_ROLE ||
	       str_eq(w, STR("saint")) || str_eq(w, STR("st"));
}

/* The first token that counts, as long as a word is left. */
static size_t
first_word(const struct name_doc *d, const struct name_hit *h)
{
	size_t i = h->beg;

	while (i + 1 < h->end && counts_not(d, h, i)) {
		size_t next = i + 1;

		if (d->toks->v[next].kind == TOKEN_STOP)
			next++;
		if (next >= h->end || d->toks->v[next].kind != TOKEN_WORD)
			break;
		i = next;
	}
	return i;
}

/* Letters behind a person's name, "FRS" or "DBE RA", do not count. */
static size_t
end_word(const struct name_doc *d, const struct name_hit *h, size_t first)
{
	size_t end = h->end;

	if (h->type != NAME_PER || d->toks->v[first].caps)
		return end;
	while (end > first + 2 && d->toks->v[end - 1].caps &&
	    d->toks->v[end - 1].at.end - d->toks->v[end - 1].at.beg <= 4)
		end--;
	return end;
}

static void
add_word(const struct name_doc *d, struct name_form *f, size_t token,
         char *initials)
{
	const struct token *t = &d->toks->v[token];
	struct str w = without_stops(d->a, name_folded(d, token));

	if (f->type == NAME_PER)
		w = skeleton(d->a, w);
	f->word[f->nword++] = w;
	f->caps &= t->caps || t->kind != TOKEN_WORD;
	if (t->upper && w.n > 0)
		initials[f->initials.n++] = w.p[0];
}

/* "United States Congress" is the US Congress. */
static void
shorten_union(struct name_form *f)
{
	static const char *const unions[][2] = {
		{ "kingdom", "uk" }, { "nations", "un" }, { "states", "us" },
	};

	/* Not "of America". */
	if (f->type == NAME_PER || f->nword < 3 ||
	    !str_eq(f->word[0], STR("united")) ||
	    str_eq(f->word[2], STR("of")))
		return;
	for (size_t i = 0; i < sizeof(unions) / sizeof(*unions); i++)
		if (str_eq(f->word[1], str_of(unions[i][0]))) {
			*++f->word = str_of(unions[i][1]);
			f->nword--;
			return;
		}
}

static void
set_words(const struct name_doc *d, const struct name_hit *h,
          struct name_form *f)
{
	size_t first = first_word(d, h), end = end_word(d, h, first);
	size_t room = end - first > WORDS_MAX ? WORDS_MAX : end - first;
	char *initials;

	f->word = arena_new(d->a, struct str, room);
	f->initials.p = initials = arena_new(d->a, char, room);
	f->caps = true;
	for (size_t i = first; i < end && f->nword < room; i++)
		if (d->toks->v[i].kind <= TOKEN_LINK)
			add_word(d, f, i, initials);
	if (f->nword == 0)
		add_word(d, f, first, initials);
	shorten_union(f);
	f->surname = f->nword - 1;
	/* "Gordon of Auchleuchries" is a Gordon. */
	for (size_t i = 1; h->type == NAME_PER && i < f->nword; i++)
		if (str_eq(f->word[i], STR("of")))
			f->surname = i - 1;
	if (f->surname > 0 && is_generation(f->word[f->surname]))
		f->surname--;
	if (f->initials.n < 2)
		f->initials.n = 0;
}

/* The common key of a variant, or the words as they are. */
static struct str
key_of(const struct variant *v, size_t n, struct str words)
{
	size_t lo = 0, hi = n;

	while (lo < hi) {
		size_t mid = lo + (hi - lo) / 2;
		int c = str_cmp(words, str_of(v[mid].variant));

		if (c == 0)
			return str_of(v[mid].key);
		if (c < 0)
			hi = mid;
		else
			lo = mid + 1;
	}
	return words;
}

struct str
name_form_long(struct str given)
{
	return key_of(nicknames, N_NICKNAMES, given);
}

/* What makes two hits one form, as bytes. */
static struct str
form_key(struct arena *a, struct name_form *f)
{
	size_t n = 0;
	char *p;
	struct str words, key;

	for (size_t i = 0; i < f->nword; i++)
		n += f->word[i].n + 1;
	p = arena_new(a, char, n);
	words = (struct str){ p, n - 1 };
	for (size_t i = 0; i < f->nword; i++) {
		memcpy(p, f->word[i].p, f->word[i].n);
		p += f->word[i].n;
		*p++ = ' ';
	}
	key = f->type == NAME_PER ? words
	                          : key_of(aliases, N_ALIASES, words);
	f->alias = key.p != words.p;
	p = arena_new(a, char, key.n + 2);
	memcpy(p, key.p, key.n);
	p[key.n] = (char)f->type;
	p[key.n + 1] = (char)f->gender;
	return (struct str){ p, key.n + 2 };
}

void
name_forms(struct name_doc *d, struct name_forms *out)
{
	struct table seen = { 0 };

	out->v = arena_new(d->a, struct name_form, d->nhit);
	out->of_hit = arena_new(d->a, size_t, d->nhit);
	for (size_t i = 0; i < d->nhit; i++) {
		struct name_form f = { .type = d->hit[i].type,
			               .gender = d->hit[i].gender };
		struct table_slot *slot;
		bool fresh;

		set_words(d, &d->hit[i], &f);
		if (f.nword > 1)
			f.gender = NAME_UNKNOWN;
		slot = table_add(&seen, form_key(d->a, &f), &fresh);
		if (fresh) {
			slot->value = out->n;
			f.first = i;
			out->v[out->n++] = f;
		}
		out->of_hit[i] = (size_t)slot->value;
		out->v[slot->value].hits++;
		if (out->v[slot->value].gender == NAME_UNKNOWN)
			out->v[slot->value].gender = d->hit[i].gender;
	}
	table_release(&seen);
}
