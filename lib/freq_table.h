/*
 * freq_table.h - a hash table made for tens of millions of short keys a
 * second.
 *
 * A key of at most 16 bytes lies in its slot; a longer one in the table's
 * arena. Keys are words (well-formed UTF-8, not empty, without NUL) or rows of
 * 32-bit numbers from 1 to 0xFEFFFFFF, which have no byte 0xFF at the top. The
 * hash is keyed, the order of the slots is never shown. Slots lie in the order
 * of their hashes, so that growth is two sequential streams.
 *
 * Callers that add in batches compute freq_hash(), prefetch the slot of
 * freq_home(), and come back later.
 */
#ifndef FREQ_TABLE_H
#define FREQ_TABLE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "freq_pages.h"
#include "str.h"

/* The bytes of a key as they lie in memory, zeros behind. With the top byte of
 * b 0xFF, a is a pointer to the length and the bytes. */
struct freq_key {
	uint64_t a, b;
};

struct freq_slot {
	struct freq_key key; /* a 0: free */
	uint64_t count;
};

/* A slot of a table that also knows documents. */
struct freq_wide {
	struct freq_slot slot;
	int64_t spread; /* see freq_dkl() */
	uint64_t docs;
};

struct freq_table {
	struct freq_pages pages;
	char *slots;  /* pages.p */
	size_t size;  /* of a slot: either struct */
	size_t room;
	size_t n;
	size_t limit; /* n may reach it without growth */
	uint64_t seed[2];
	struct arena keys; /* the long ones */
	size_t long_bytes; /* of them */
};

enum {
	FREQ_INLINE = 16,
	FREQ_SPARE = 128 /* keys that can be put above the limit */
};

void freq_table_init(struct freq_table *t, size_t slot_size);
void freq_table_release(struct freq_table *t);
/* Empties it in time proportional to what was in it. */
void freq_table_clear(struct freq_table *t);
/* Grows it when n has passed limit. */
void freq_table_grow(struct freq_table *t);
size_t freq_table_bytes(const struct freq_table *t);
/* Moves the slots with a count of at least min to the front and drops all
 * others; the table is then an array of n slots, and can only be released. */
void freq_table_pack(struct freq_table *t, uint64_t min);

/* The key of bytes; of long ones, a is not set yet. */
struct freq_key freq_key_of(const struct freq_table *t, struct str bytes);
/* The slot of key, added with count 0 when it is new. */
struct freq_slot *freq_table_add(struct freq_table *t, struct str key);
/* The same for a key of at most 16 bytes in the form of struct freq_key. */
struct freq_slot *freq_table_add_short(struct freq_table *t,
                                       struct freq_key key);
/* The same, without growth, for a key whose home and bytes are known. */
struct freq_slot *freq_table_put(struct freq_table *t, struct freq_slot *home,
                                 struct freq_key key, struct str bytes);
struct freq_slot *freq_table_find(const struct freq_table *t, struct str key);
/* The bytes of a slot's key: views of the slot or of the table's arena. */
struct str freq_slot_key(const struct freq_slot *s);

static inline bool
freq_key_long(struct freq_key key)
{
	return key.b >> 56 == 0xFF;
}

/* Multiply and fold (Wang Yi, wyhash, 2019): both halves of the product of
 * two keyed numbers. */
static inline uint64_t
freq_mix(uint64_t a, uint64_t b)
{
	__extension__ typedef unsigned __int128 wide;
	wide product = (wide)a * b;

	return (uint64_t)product ^ (uint64_t)(product >> 64);
}

/* Of a key that is not long. */
static inline uint64_t
freq_hash_short(const struct freq_table *t, struct freq_key key)
{
	return freq_mix(key.a ^ t->seed[0], key.b ^ t->seed[1]);
}

static inline uint64_t
freq_hash(const struct freq_table *t, struct freq_key key)
{
	if (freq_key_long(key))
		key.a = 0;
	return freq_hash_short(t, key);
}

static inline struct freq_slot *
freq_slot_at(const struct freq_table *t, size_t i)
{
	return (struct freq_slot *)(void *)(t->slots + i * t->size);
}

/* The slot where a hash's search begins; grows with the hash. */
static inline struct freq_slot *
freq_home(const struct freq_table *t, uint64_t hash)
{
	__extension__ typedef unsigned __int128 wide;

	return freq_slot_at(t, (size_t)((wide)hash * t->room >> 64));
}

static inline struct freq_slot *
freq_next_slot(const struct freq_table *t, struct freq_slot *s)
{
	char *p = (char *)s + t->size;

	return (struct freq_slot *)(void *)(p == t->slots + t->room * t->size
	                                        ? t->slots
	                                        : p);
}

#endif
