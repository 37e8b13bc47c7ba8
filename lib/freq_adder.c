/* freq_adder.c - adds keys to a table in batches. */
#include "freq_adder.h"

#include <string.h>

void
freq_adder_look(struct freq_adder *a)
{
	a->slots = freq_slot_at(a->table, 0);
	a->room = a->table->room;
	a->seed[0] = a->table->seed[0];
	a->seed[1] = a->table->seed[1];
}

void
freq_adder_open(struct freq_adder *a, struct freq_table *table)
{
	a->table = table;
	a->added = 0;
	a->held = a->held_late = 0;
	freq_adder_look(a);
}

static void
add_batch(struct freq_adder *a)
{
	const struct freq_slot *end = a->slots + a->room;

	for (size_t i = 0; i < a->held; i++) {
		struct freq_key key = a->batch[i].key;
		struct freq_slot *s = a->batch[i].home;

		while (s->key.a != key.a || s->key.b != key.b) {
			if (s->key.a == 0) {
				s->key = key;
				a->table->n++;
				break;
			}
			if (++s == end)
				s = a->slots;
		}
		s->count++;
	}
	a->added += a->held;
	a->held = 0;
}

/* The bytes of long keys lie elsewhere, and are sent for in a round of their
 * own. */
static void
add_late(struct freq_adder *a)
{
	for (size_t i = 0; i < a->held_late; i++) {
		const struct freq_early *to = &a->late[i].to;
		uint64_t bytes = to->home->key.a;

		if (to->home->key.b == to->key.b)
			__builtin_prefetch((const void *)(uintptr_t)bytes);
	}
	for (size_t i = 0; i < a->held_late; i++) {
		const struct freq_late *l = &a->late[i];
		struct str bytes = { l->bytes, l->n };

		freq_table_put(a->table, l->to.home, l->to.key, bytes)
		    ->count++;
	}
	a->added += a->held_late;
	a->held_late = 0;
}

void
freq_adder_flush(struct freq_adder *a)
{
	add_batch(a);
	add_late(a);
	freq_table_grow(a->table);
	freq_adder_look(a);
}

static void
hold_late(struct freq_adder *a, struct str key)
{
	struct freq_late *l = &a->late[a->held_late++];

	l->to.key = freq_key_of(a->table, key);
	l->to.home = freq_home(a->table, freq_hash(a->table, l->to.key));
	__builtin_prefetch(l->to.home, 1);
	memcpy(l->bytes, key.p, key.n);
	l->n = key.n;
	if (a->held_late == FREQ_LONGS)
		freq_adder_flush(a);
}

void
freq_add(struct freq_adder *a, struct str key)
{
	if (key.n <= FREQ_INLINE) {
		freq_add_short(a, freq_key_of(a->table, key));
	} else if (key.n <= FREQ_LONG) {
		hold_late(a, key);
	} else {
		freq_table_add(a->table, key)->count++;
		a->added++;
		freq_adder_flush(a); /* homes may have moved */
	}
}
