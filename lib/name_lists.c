/* name_lists.c - lists of names and of word clusters, made into sections. */
#include "name_lists.h"

#include <stdlib.h>

#include "arena.h"
#include "err.h"
#include "model.h"
#include "reader.h"
#include "table.h"
#include "token.h"

struct pairs {
	struct name_pair *v;
	size_t n, room;
};

struct name_lists {
	struct arena a;
	struct tokens toks;
	struct pairs kinds, clusters;
	struct table words; /* 4 bytes of a hash to a set of kinds */
	unsigned char coarser[2 * NAME_MAP_VALUES]; /* of a fine cluster */
	size_t ncluster;
};

struct name_lists *
name_lists_new(void)
{
	return mem_alloc(1, sizeof(struct name_lists));
}

bool
name_lists_is(const char *path)
{
	return str_ends(str_of(path), STR(".list")) ||
	       str_ends(str_of(path), STR(".clusters"));
}

static void
add_pair(struct pairs *p, uint32_t hash, uint32_t value)
{
	if (p->n == p->room) {
		p->room = p->room * 2 + 1024;
		p->v = mem_resize(p->v, p->room, sizeof(*p->v));
	}
	p->v[p->n++] = (struct name_pair){ hash, value };
}

static void
add_kind(struct name_lists *l, uint32_t hash, enum name_kind kind)
{
	char bytes[4];
	struct str key = { bytes, sizeof(bytes) };
	bool fresh;
	struct table_slot *slot;

	for (int i = 0; i < 4; i++)
		bytes[i] = (char)(hash >> 8 * i & 0xFF);
	slot = table_add(&l->words, key, &fresh);
	if (fresh)
		slot->key = arena_dup(&l->a, key);
	slot->value |= (uint64_t)1 << kind;
}

/* Words are those of the tagger: split at hyphens, possessives apart. */
static void
add_name(struct name_lists *l, struct str name, enum name_kind kind)
{
	char room[NAME_FOLD_MAX];
	uint32_t hash = 0, first = 0;
	bool cap;

	token_split(&l->toks, name);
	if (l->toks.n == 0 || l->toks.n > NAME_WORDS_MAX)
		return;
	for (size_t i = 0; i < l->toks.n; i++) {
		uint32_t word = name_hash(name_fold(room,
		    str_sub(name, l->toks.v[i].at), &cap));

		hash = i == 0 ? word : name_hash_next(hash, word);
		first = i == 0 ? word : first;
	}
	add_kind(l, hash, kind);
	if (l->toks.n > 1)
		add_kind(l, first, KIND_STARTS);
}

static bool
list_line(struct name_lists *l, struct str line)
{
	struct str name = str_cut(&line, '\t');

	for (int k = 0; k < KIND_STARTS; k++)
		if (str_eq(line, str_of(name_kind_names[k]))) {
			add_name(l, name, (enum name_kind)k);
			return true;
		}
	return false;
}

static bool
cluster_line(struct name_lists *l, struct str line)
{
	char room[NAME_FOLD_MAX];
	struct str word = str_cut(&line, '\t');
	uint64_t fine, middle, coarse;
	bool cap;

	if (!str_number(str_cut(&line, '\t'), &fine) ||
	    fine >= NAME_MAP_VALUES ||
	    !str_number(str_cut(&line, '\t'), &middle) || middle > 255 ||
	    !str_number(line, &coarse) || coarse > 255)
		return false;
	l->coarser[2 * fine] = (unsigned char)middle;
	l->coarser[2 * fine + 1] = (unsigned char)coarse;
	if (l->ncluster <= fine)
		l->ncluster = fine + 1;
	add_pair(&l->clusters, name_hash(name_fold(room, word, &cap)),
	         (uint32_t)fine);
	return true;
}

bool
name_lists_read(struct name_lists *l, const char *path)
{
	bool clusters = str_ends(str_of(path), STR(".clusters"));
	struct buf all = { 0 };
	bool ok = reader_all(&all, path);
	struct str rest = buf_str(&all);

	while (ok && rest.n > 0) {
		struct str line = str_trim(str_cut(&rest, '\n'));

		if (line.n == 0 || (line.p[0] == '#' &&
		    str_find(line, '\t') == line.n))
			continue;
		ok = clusters ? cluster_line(l, line) : list_line(l, line);
		if (!ok)
			err_detail(str_of(path), "no entry of a list", line);
	}
	buf_release(&all);
	return ok;
}

static int
by_number(const void *a, const void *b)
{
	uint32_t x = *(const uint32_t *)a, y = *(const uint32_t *)b;

	return x < y ? -1 : x > y;
}

/* The different sets of kinds, in order; more than room are lost. */
static size_t
find_sets(const struct name_lists *l, uint32_t *set, size_t room)
{
	uint32_t *all = mem_alloc(l->words.n + 1, sizeof(*all));
	struct table_slot *slot;
	size_t at = 0, n = 0, kept = 0;

	while ((slot = table_next(&l->words, &at)) != NULL)
		all[n++] = (uint32_t)slot->value;
	qsort(all, n, sizeof(*all), by_number);
	for (size_t i = 0; i < n && kept < room; i++)
		if (i == 0 || all[i] != all[i - 1])
			set[kept++] = all[i];
	free(all);
	return kept;
}

static void
put32(struct buf *out, size_t value)
{
	for (int i = 0; i < 4; i++)
		buf_char(out, (char)(value >> 8 * i & 0xFF));
}

static void
put_map(struct buf *out, struct pairs *p)
{
	struct buf section = { 0 };

	name_map_write(&section, p->v, p->n);
	put32(out, section.n);
	buf_add(out, buf_str(&section));
	buf_release(&section);
}

void
name_lists_write(struct name_lists *l, struct buf *out)
{
	uint32_t set[NAME_MAP_VALUES];
	size_t nset = find_sets(l, set, NAME_MAP_VALUES);
	struct table_slot *slot;
	size_t at = 0;

	put32(out, 4 * nset);
	for (size_t i = 0; i < nset; i++)
		put32(out, set[i]);
	while ((slot = table_next(&l->words, &at)) != NULL) {
		uint32_t kinds = (uint32_t)slot->value, hash = 0;
		uint32_t *found = bsearch(&kinds, set, nset, sizeof(*set),
		                          by_number);

		for (int i = 0; i < 4; i++)
			hash |= (uint32_t)(unsigned char)slot->key.p[i] <<
			        8 * i;
		if (found != NULL)
			add_pair(&l->kinds, hash, (uint32_t)(found - set));
	}
	put_map(out, &l->kinds);
	put32(out, 2 * l->ncluster);
	buf_add(out, (struct str){ (const char *)l->coarser, 2 * l->ncluster });
	put_map(out, &l->clusters);
}

void
name_lists_free(struct name_lists *l)
{
	arena_release(&l->a);
	token_release(&l->toks);
	table_release(&l->words);
	free(l->kinds.v);
	free(l->clusters.v);
	free(l);
}
