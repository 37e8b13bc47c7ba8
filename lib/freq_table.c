/* freq_table.c - a hash table made for tens of millions of short keys. */
#include "freq_table.h"

#include <string.h>

#include "table.h"

enum {
	ROOM_MIN = 1024,
	MIDDLE = 2 << 20, /* bytes of a table */
	BIG = 16 << 20,
	GIVE_BACK = 2 << 20
};

static const uint64_t long_tag = UINT64_C(0xFF) << 56;

static void
set_room(struct freq_table *t, size_t room)
{
	t->room = room;
	t->limit = room / 3 * 2 - FREQ_SPARE;
	t->pages = freq_pages_new(room * t->size);
	t->slots = t->pages.p;
}

void
freq_table_init(struct freq_table *t, size_t slot_size)
{
	uintptr_t own[2] = { (uintptr_t)t, 0 };

	*t = (struct freq_table){ .size = slot_size };
	/* From the process's key, through the hash that has it; another one
	 * for each table: keys that come in the order of a growing table's own
	 * hashes would pile up at its start. */
	for (; own[1] < 2; own[1]++)
		t->seed[own[1]] = table_hash(
		    (struct str){ (const char *)own, sizeof(own) });
	set_room(t, ROOM_MIN);
}

void
freq_table_release(struct freq_table *t)
{
	freq_pages_free(&t->pages);
	arena_release(&t->keys);
	*t = (struct freq_table){ 0 };
}

void
freq_table_clear(struct freq_table *t)
{
	if (t->room > ROOM_MIN && t->room / 16 > t->n) {
		freq_pages_free(&t->pages);
		set_room(t, ROOM_MIN);
	} else {
		memset(t->slots, 0, t->room * t->size);
	}
	t->n = t->long_bytes = 0;
	arena_reset(&t->keys);
}

size_t
freq_table_bytes(const struct freq_table *t)
{
	return t->room * t->size;
}

static void
move_slot(struct freq_table *t, const struct freq_slot *old)
{
	struct freq_slot *s = freq_home(t, freq_hash(t, old->key));

	while (s->key.a != 0)
		s = freq_next_slot(t, s);
	memcpy(s, old, t->size);
}

/* The larger a table is, the more it matters what of it is free. */
static size_t
next_room(const struct freq_table *t)
{
	size_t bytes = freq_table_bytes(t);

	if (bytes < MIDDLE)
		return t->room * 2;
	return bytes < BIG ? t->room / 2 * 3 : t->room / 4 * 5;
}

void
freq_table_grow(struct freq_table *t)
{
	struct freq_pages old = t->pages;
	size_t bytes = freq_table_bytes(t);
	size_t given = 0;

	if (t->n <= t->limit)
		return;
	set_room(t, next_room(t));
	for (size_t at = 0; at < bytes; at += t->size) {
		const void *slot = old.p + at;

		if (((const struct freq_slot *)slot)->key.a != 0)
			move_slot(t, slot);
		/* Growth must not hold two tables. */
		if (at - given >= GIVE_BACK)
			given = freq_pages_drop(&old, given, at);
	}
	freq_pages_free(&old);
}

void
freq_table_pack(struct freq_table *t, uint64_t min)
{
	char *to = t->slots;
	const char *end = t->slots + freq_table_bytes(t);

	for (char *p = t->slots; p < end; p += t->size) {
		const void *slot = p;
		const struct freq_slot *s = slot;

		if (s->key.a == 0 || s->count < min)
			continue;
		if (p != to)
			memcpy(to, p, t->size);
		to += t->size;
	}
	t->n = t->room = (size_t)(to - t->slots) / t->size;
	freq_pages_cut(&t->pages, t->n * t->size);
	t->slots = t->pages.p;
}

static uint64_t
mix_bytes(const struct freq_table *t, const char *p, uint64_t hash)
{
	uint64_t part[2];

	memcpy(part, p, sizeof(part));
	return freq_mix(part[0] ^ t->seed[0] ^ hash, part[1] ^ t->seed[1]);
}

struct freq_key
freq_key_of(const struct freq_table *t, struct str key)
{
	uint64_t part[2] = { 0, 0 };
	uint64_t hash = key.n;

	if (key.n <= FREQ_INLINE) {
		memcpy(part, key.p, key.n);
		return (struct freq_key){ part[0], part[1] };
	}
	for (size_t at = 0; at + FREQ_INLINE < key.n; at += FREQ_INLINE)
		hash = mix_bytes(t, key.p + at, hash);
	hash = mix_bytes(t, key.p + key.n - FREQ_INLINE, hash);
	return (struct freq_key){ 0, hash | long_tag };
}

struct str
freq_slot_key(const struct freq_slot *s)
{
	struct str key = { (const char *)&s->key, FREQ_INLINE };
	uint64_t n;

	if (freq_key_long(s->key)) {
		key.p = (const char *)(uintptr_t)s->key.a;
		memcpy(&n, key.p, sizeof(n));
		return (struct str){ key.p + sizeof(n), (size_t)n };
	}
	while (key.n > 1 && key.p[key.n - 1] == '\0')
		key.n--;
	return key;
}

/* From the slot s on. */
static struct freq_slot *
probe(const struct freq_table *t, struct freq_slot *s, struct freq_key key,
      struct str bytes)
{
	for (; s->key.a != 0; s = freq_next_slot(t, s)) {
		if (s->key.b != key.b)
			continue;
		if (freq_key_long(key) ? str_eq(freq_slot_key(s), bytes)
		                       : s->key.a == key.a)
			break;
	}
	return s;
}

static uint64_t
store_long(struct freq_table *t, struct str bytes)
{
	uint64_t n = bytes.n;
	char *p = arena_alloc(&t->keys, 1, 1, sizeof(n) + bytes.n);

	memcpy(p, &n, sizeof(n));
	memcpy(p + sizeof(n), bytes.p, bytes.n);
	t->long_bytes += sizeof(n) + bytes.n;
	return (uint64_t)(uintptr_t)p;
}

struct freq_slot *
freq_table_put(struct freq_table *t, struct freq_slot *home,
               struct freq_key key, struct str bytes)
{
	struct freq_slot *s = probe(t, home, key, bytes);

	if (s->key.a == 0) {
		s->key = key;
		if (freq_key_long(key))
			s->key.a = store_long(t, bytes);
		t->n++;
	}
	return s;
}

static struct freq_slot *
add(struct freq_table *t, struct freq_key key, struct str bytes)
{
	freq_table_grow(t);
	return freq_table_put(t, freq_home(t, freq_hash(t, key)), key, bytes);
}

struct freq_slot *
freq_table_add(struct freq_table *t, struct str bytes)
{
	return add(t, freq_key_of(t, bytes), bytes);
}

struct freq_slot *
freq_table_add_short(struct freq_table *t, struct freq_key key)
{
	return add(t, key, (struct str){ NULL, 0 });
}

struct freq_slot *
freq_table_find(const struct freq_table *t, struct str bytes)
{
	struct freq_key key = freq_key_of(t, bytes);
	struct freq_slot *s =
	    probe(t, freq_home(t, freq_hash(t, key)), key, bytes);

	return s->key.a == 0 ? NULL : s;
}
