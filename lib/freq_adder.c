/* freq_adder.c - adds keys to a table in batches. */
#include "freq_adder.h"

#include <string.h>

void
freq_adder_flush(struct freq_adder *a)
{
	struct freq_table *t = a->table;
	const struct freq_slot *end = freq_slot_at(t, t->room);

	for (size_t i = 0; i < a->held; i++) {
		struct freq_key key = a->batch[i];
		struct freq_slot *s = a->home[i];

		while (s->key.a != key.a || s->key.b != key.b) {
			if (s->key.a == 0) {
				s->key = key;
				t->n++;
				break;
			}
			if (++s == end)
				s = freq_slot_at(t, 0);
		}
		s->count++;
	}
	a->held = 0;
	freq_table_grow(t);
}

void
freq_add(struct freq_adder *a, struct str key)
{
	uint64_t part[2] = { 0, 0 };

	if (key.n > FREQ_INLINE) {
		freq_adder_flush(a); /* the table may grow */
		freq_table_add(a->table, key)->count++;
		return;
	}
	memcpy(part, key.p, key.n);
	freq_add_short(a, (struct freq_key){ part[0], part[1] });
}
