/* source_columns.c - which column holds what. */
#include "source_columns.h"

#include <stdlib.h>

#include "arena.h"

enum { NAMES_MAX = 5 };

struct usual {
	const char *role;
	const char *names[NAMES_MAX]; /* the first that is there counts */
};

static const struct usual usual[] = {
	{ "text", { "text", "body", "content", "article" } },
	{ "name", { "id", "url" } },
	{ "date", { "date", "published" } },
	{ "source", { "source", "outlet", "publisher" } },
};

static bool
is_key(struct str key)
{
	for (size_t i = 0; i < key.n; i++)
		if ((unsigned char)key.p[i] < ' ' || key.p[i] == '=')
			return false;
	return key.n > 0;
}

bool
wanted_add(struct source_wanted *wanted, struct str key, struct str column)
{
	for (size_t i = 0; i < wanted->nfield; i++)
		if (str_eq(wanted->field[i].key, key))
			return true;
	if (!is_key(key))
		return false;
	wanted->field = mem_resize(wanted->field, wanted->nfield + 1,
	                           sizeof(*wanted->field));
	wanted->field[wanted->nfield++] = (struct source_field){ key, column,
		                                                 false };
	return true;
}

bool
wanted_need(struct source_wanted *wanted, struct str key)
{
	if (!wanted_add(wanted, key, key))
		return false;
	for (size_t i = 0; i < wanted->nfield; i++)
		wanted->field[i].needed |= str_eq(wanted->field[i].key, key);
	return true;
}

bool
wanted_parse(struct source_wanted *wanted, struct str meta)
{
	struct str key = str_cut(&meta, '=');

	return wanted_add(wanted, key, meta.n > 0 ? meta : key);
}

void
wanted_release(struct source_wanted *wanted)
{
	free(wanted->field);
	*wanted = (struct source_wanted){ 0 };
}

static long
find_usual(struct str role, const struct str *key, size_t n)
{
	const struct usual *u = usual;
	const struct usual *end = usual + sizeof(usual) / sizeof(*usual);

	while (u < end && !str_eq(str_of(u->role), role))
		u++;
	for (size_t i = 0; u < end && u->names[i] != NULL; i++)
		for (size_t k = n; k-- > 0;)
			if (str_eq_ascii(key[k], str_of(u->names[i])))
				return (long)k;
	return COLUMN_NONE;
}

static long
find_exact(struct str name, const struct str *key, size_t n)
{
	for (size_t k = n; k-- > 0;)
		if (str_eq(key[k], name))
			return (long)k;
	return COLUMN_NONE;
}

/* The column for a role: the one asked for, else a usual one. */
static long
find(struct source_columns *c, struct source_field f, const struct str *key,
     size_t n)
{
	long at;

	at = f.column.n == 0 ? find_usual(f.key, key, n)
	                     : find_exact(f.column, key, n);
	if (at == COLUMN_NONE && (f.column.n > 0 || f.needed) &&
	    c->missing.p == NULL)
		c->missing = f.column.n > 0 ? f.column : f.key;
	return at;
}

bool
columns_find(struct source_columns *c, const struct source_wanted *wanted,
             const struct str *key, size_t n)
{
	struct source_field text = { STR("text"), wanted->text, false };
	struct source_field name = { STR("name"), wanted->name, false };

	c->missing = (struct str){ NULL, 0 };
	c->text = find(c, text, key, n);
	c->name = find(c, name, key, n);
	for (size_t i = 0; i < wanted->nfield; i++)
		c->field[i] = find(c, wanted->field[i], key, n);
	return c->text != COLUMN_NONE && c->missing.p == NULL;
}

static bool
is_wanted(struct source_field f, struct str key)
{
	if (f.column.n > 0)
		return str_eq(f.column, key);
	return find_usual(f.key, &key, 1) != COLUMN_NONE;
}

bool
columns_wanted(const struct source_wanted *wanted, struct str key)
{
	struct source_field text = { STR("text"), wanted->text, false };
	struct source_field name = { STR("name"), wanted->name, false };

	if (is_wanted(text, key) || is_wanted(name, key))
		return true;
	for (size_t i = 0; i < wanted->nfield; i++)
		if (is_wanted(wanted->field[i], key))
			return true;
	return false;
}
