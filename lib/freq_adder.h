/*
 * freq_adder.h - adds keys to a table in batches, so that the memory they go
 * to is on its way while others are found.
 */
#ifndef FREQ_ADDER_H
#define FREQ_ADDER_H

#include <stddef.h>
#include <stdint.h>

#include "freq_table.h"
#include "str.h"

struct freq_adder {
	struct freq_table *table; /* of struct freq_slot */
	size_t held;              /* of the batch */
	struct freq_key batch[FREQ_BATCH];
	struct freq_slot *home[FREQ_BATCH];
};

/* One more of key. */
void freq_add(struct freq_adder *a, struct str key);
/* What is held goes to the table. */
void freq_adder_flush(struct freq_adder *a);

/* One more of a key of at most 16 bytes. */
static inline void
freq_add_short(struct freq_adder *a, struct freq_key key)
{
	struct freq_slot *home =
	    freq_home(a->table, freq_hash(a->table, key));

	__builtin_prefetch(home, 1);
	a->batch[a->held] = key;
	a->home[a->held] = home;
	if (++a->held == FREQ_BATCH)
		freq_adder_flush(a);
}

#endif
