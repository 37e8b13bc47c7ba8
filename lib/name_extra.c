/* name_extra.c - names that the user adds. */
#include "name_extra.h"

#include <stdlib.h>

#include "err.h"
#include "model.h"
#include "reader.h"
#include "source_csv.h"
#include "table.h"

enum { EXTRA_WORDS_MAX = 16 };

struct entry {
	enum name_type type;
	struct str full; /* empty: as written */
};

struct name_extra {
	struct arena a;
	struct table names; /* words with a blank between: 1 + index */
	struct table first; /* first word: most words of an entry */
	struct entry *entry;
	size_t n, room;
	struct tokens toks;
};

/* The words of tokens beg to end, with a blank between. */
static void
join_words(struct buf *key, struct str text, const struct tokens *toks,
           size_t beg, size_t end)
{
	buf_clear(key);
	for (size_t i = beg; i < end; i++) {
		if (i > beg)
			buf_char(key, ' ');
		buf_add(key, str_sub(text, toks->v[i].at));
	}
}

static struct table_slot *
add_key(struct name_extra *x, struct table *t, struct str key)
{
	bool fresh;
	struct table_slot *slot = table_add(t, key, &fresh);

	if (fresh)
		slot->key = arena_dup(&x->a, key);
	return slot;
}

static void
add_words(struct name_extra *x, struct str name)
{
	struct buf key = { 0 };
	struct table_slot *slot;

	join_words(&key, name, &x->toks, 0, x->toks.n);
	add_key(x, &x->names, buf_str(&key))->value = x->n;
	slot = add_key(x, &x->first, str_sub(name, x->toks.v[0].at));
	if (slot->value < x->toks.n)
		slot->value = x->toks.n;
	buf_release(&key);
}

static const char *
add_entry(struct name_extra *x, const struct csv_cells *c)
{
	enum name_type type;

	if (c->n < 2 || c->n > 3 || !name_type_of(c->v[1], &type))
		return "a row is not name,PER|ORG|LOC|MISC[,full name]";
	token_split(&x->toks, c->v[0]);
	if (x->toks.n == 0 || x->toks.n > EXTRA_WORDS_MAX)
		return "a name has no words, or more than 16";
	if (x->n == x->room) {
		x->room = x->room * 2 + 64;
		x->entry = mem_resize(x->entry, x->room, sizeof(*x->entry));
	}
	x->entry[x->n++] = (struct entry){ type, c->n > 2
	    ? arena_dup(&x->a, c->v[2]) : (struct str){ NULL, 0 } };
	add_words(x, c->v[0]);
	return NULL;
}

static bool
is_header(const struct csv_cells *c)
{
	return c->n >= 2 && str_eq_ascii(c->v[1], STR("type"));
}

/* Why the file is faulty, or NULL; *line is then the faulty one. */
static const char *
parse(struct name_extra *x, struct buf *all, struct str *line)
{
	struct source_csv csv = { 0 };
	struct csv_cells cells = { 0 };
	struct str rest = buf_str(all);
	const char *fault = NULL;
	bool first = true;

	if (str_starts(rest, STR("\xEF\xBB\xBF")))
		rest = str_from(rest, 3);
	for (; rest.n > 0 && fault == NULL; first = false) {
		size_t at = (size_t)(rest.p - all->p);

		*line = str_cut(&rest, '\n');
		fault = source_csv_cut(&csv, &cells, *line, ',');
		if (fault != NULL || cells.n == 0)
			continue;
		source_csv_finish(&csv, all->p + at);
		if (!first || !is_header(&cells))
			fault = add_entry(x, &cells);
	}
	csv_cells_release(&cells);
	source_csv_release(&csv);
	return fault;
}

struct name_extra *
name_extra_load(const char *path)
{
	struct name_extra *x = mem_alloc(1, sizeof(*x));
	struct buf all = { 0 };
	struct str line = { NULL, 0 };
	bool ok = reader_text(&all, path);
	const char *fault = ok ? parse(x, &all, &line) : NULL;

	if (fault != NULL)
		err_detail(str_of(path), fault, line);
	buf_release(&all);
	if (ok && fault == NULL)
		return x;
	name_extra_free(x);
	return NULL;
}

void
name_extra_free(struct name_extra *x)
{
	if (x == NULL)
		return;
	arena_release(&x->a);
	table_release(&x->names);
	table_release(&x->first);
	token_release(&x->toks);
	free(x->entry);
	free(x);
}

/* The entry whose words start at a token; *end is the token behind them. */
static const struct entry *
entry_at(const struct name_doc *d, const struct name_extra *x,
         struct buf *key, size_t beg, size_t *end)
{
	struct table_slot *slot = table_find(&x->first, name_word(d, beg));

	if (slot == NULL)
		return NULL;
	*end = beg + (size_t)slot->value;
	if (*end > d->toks->n)
		*end = d->toks->n;
	for (; *end > beg; --*end) {
		join_words(key, d->text, d->toks, beg, *end);
		slot = table_find(&x->names, buf_str(key));
		if (slot != NULL)
			return &x->entry[slot->value - 1];
	}
	return NULL;
}

/* Room for the old hits and one a token that starts an entry. */
static struct name_hit *
room_for(const struct name_doc *d, const struct name_extra *x)
{
	size_t n = d->nhit;

	for (size_t i = 0; i < d->toks->n; i++)
		n += table_find(&x->first, name_word(d, i)) != NULL;
	return arena_new(d->a, struct name_hit, n);
}

void
name_extra_apply(struct name_doc *d, const struct name_extra *x)
{
	struct name_hit *old = d->hit;
	size_t nold = d->nhit, next = 0, i = 0;
	struct buf key = { 0 };

	d->hit = room_for(d, x);
	d->nhit = 0;
	while (i < d->toks->n) {
		size_t end;
		const struct entry *e = entry_at(d, x, &key, i, &end);

		for (; next < nold && old[next].beg < (e ? end : i + 1);
		    next++)
			if (e == NULL || old[next].end <= i)
				d->hit[d->nhit++] = old[next];
		if (e != NULL && d->nhit > 0 &&
		    d->hit[d->nhit - 1].end > i)
			d->nhit--;
		if (e != NULL)
			d->hit[d->nhit++] = (struct name_hit){ .beg = i,
				.end = end, .type = e->type,
				.full = e->full };
		i = e == NULL ? i + 1 : end;
	}
	buf_release(&key);
}
