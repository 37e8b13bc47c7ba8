/*
 * table.h - a hash table from byte strings to numbers.
 *
 * For strings of the input the hash is keyed (SipHash-1-3 with a key of the
 * process), so that nobody can prepare colliding strings. The order of a
 * table is never shown: callers sort. Zero-initialise to get an empty table.
 * Keys are views: whoever adds one keeps its bytes alive (arena_dup()).
 */
#ifndef TABLE_H
#define TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

struct table_slot {
	struct str key; /* key.p NULL: free; an empty key has a non-NULL p */
	uint64_t hash;
	uint64_t value; /* the caller's: a count, an index, flags */
};

struct table {
	struct table_slot *slot;
	size_t room; /* a power of two, or 0 */
	size_t n;    /* keys in the table */
};

/* The keyed hash of s. Differs from process to process. */
uint64_t table_hash(struct str s);

/* The slot of key, or NULL. Valid until the next table_add(). */
struct table_slot *table_find(const struct table *t, struct str key);
/* The slot of key, added with value 0 when it is new (*fresh is then true;
 * fresh may be NULL). The caller may replace slot->key by an equal view that
 * lives longer. */
struct table_slot *table_add(struct table *t, struct str key, bool *fresh);
/* The first used slot at or after *at, which steps past it; NULL at the end.
 * *at starts as 0. */
struct table_slot *table_next(const struct table *t, size_t *at);
void table_clear(struct table *t); /* keeps the memory */
void table_release(struct table *t);

#endif
