/* table.c - a hash table from byte strings to numbers. */
#include "table.h"

#include <stdlib.h>
#include <string.h>
#include <sys/auxv.h>
#include <sys/random.h>

#include "arena.h"

enum { TABLE_MIN = 64 };

static uint64_t hash_key[2];

static const uint64_t *
process_key(void)
{
	static bool set;

	if (set)
		return hash_key;
	if (getrandom(hash_key, sizeof(hash_key), GRND_NONBLOCK) !=
	    (ssize_t)sizeof(hash_key)) {
		/* 16 random bytes that the kernel gives every process. */
		const char *p = (const char *)getauxval(AT_RANDOM);

		if (p != NULL)
			memcpy(hash_key, p, sizeof(hash_key));
	}
	set = true;
	return hash_key;
}

static uint64_t
rotl(uint64_t x, int by)
{
	return x << by | x >> (64 - by);
}

/* One SipRound (Aumasson and Bernstein, SipHash, 2012, figure 2.1). */
static void
sip_round(uint64_t v[4])
{
	v[0] += v[1];
	v[1] = rotl(v[1], 13) ^ v[0];
	v[0] = rotl(v[0], 32);
	v[2] += v[3];
	v[3] = rotl(v[3], 16) ^ v[2];
	v[0] += v[3];
	v[3] = rotl(v[3], 21) ^ v[0];
	v[2] += v[1];
	v[1] = rotl(v[1], 17) ^ v[2];
	v[2] = rotl(v[2], 32);
}

static void
sip_word(uint64_t v[4], uint64_t word)
{
	v[3] ^= word;
	sip_round(v);
	v[0] ^= word;
}

uint64_t
table_hash(struct str s)
{
	const uint64_t *key = process_key();
	uint64_t v[4] = { key[0] ^ 0x736f6d6570736575U,
		          key[1] ^ 0x646f72616e646f6dU,
		          key[0] ^ 0x6c7967656e657261U,
		          key[1] ^ 0x7465646279746573U };
	uint64_t word;
	size_t at = 0;

	for (; s.n - at >= 8; at += 8) {
		memcpy(&word, s.p + at, 8);
		sip_word(v, word);
	}
	word = 0;
	if (s.n > at)
		memcpy(&word, s.p + at, s.n - at);
	sip_word(v, word | (uint64_t)s.n << 56);
	v[2] ^= 0xFF;
	for (int i = 0; i < 3; i++)
		sip_round(v);
	return v[0] ^ v[1] ^ v[2] ^ v[3];
}

static struct table_slot *
probe(const struct table *t, struct str key, uint64_t hash)
{
	size_t at = (size_t)hash & (t->room - 1);

	while (t->slot[at].key.p != NULL &&
	       (t->slot[at].hash != hash || !str_eq(t->slot[at].key, key)))
		at = (at + 1) & (t->room - 1);
	return &t->slot[at];
}

struct table_slot *
table_find(const struct table *t, struct str key)
{
	struct table_slot *slot;

	if (t->n == 0)
		return NULL;
	slot = probe(t, key, table_hash(key));
	return slot->key.p == NULL ? NULL : slot;
}

static void
grow(struct table *t)
{
	struct table old = *t;
	size_t at = 0;
	struct table_slot *s;

	t->room = old.room == 0 ? TABLE_MIN : old.room * 2;
	t->slot = mem_alloc(t->room, sizeof(*t->slot));
	while ((s = table_next(&old, &at)) != NULL)
		*probe(t, s->key, s->hash) = *s;
	free(old.slot);
}

struct table_slot *
table_add(struct table *t, struct str key, bool *fresh)
{
	struct table_slot *slot;
	uint64_t hash = table_hash(key);

	if (t->n >= t->room / 2) /* load at most 1/2: short probes */
		grow(t);
	slot = probe(t, key, hash);
	if (fresh != NULL)
		*fresh = slot->key.p == NULL;
	if (slot->key.p == NULL) {
		slot->key.p = key.p == NULL ? "" : key.p;
		slot->key.n = key.n;
		slot->hash = hash;
		t->n++;
	}
	return slot;
}

struct table_slot *
table_next(const struct table *t, size_t *at)
{
	while (*at < t->room) {
		struct table_slot *slot = &t->slot[(*at)++];

		if (slot->key.p != NULL)
			return slot;
	}
	return NULL;
}

void
table_clear(struct table *t)
{
	if (t->room > 0)
		memset(t->slot, 0, t->room * sizeof(*t->slot));
	t->n = 0;
}

void
table_release(struct table *t)
{
	free(t->slot);
	*t = (struct table){ 0 };
}
