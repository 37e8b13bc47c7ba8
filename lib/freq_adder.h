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

/* Keys of a batch; of long ones, and the bytes of each at most. */
enum { FREQ_BATCH = 64, FREQ_LONGS = 16, FREQ_LONG = 64 };

/* A key on its way to its slot, or where it may be from. */
struct freq_early {
	struct freq_key key;
	struct freq_slot *home;
};

struct freq_late {
	struct freq_early to;
	size_t n;
	char bytes[FREQ_LONG];
};

struct freq_adder {
	struct freq_table *table; /* of struct freq_slot */
	struct freq_slot *slots;  /* and room, seed: those of the table */
	uint64_t room;
	uint64_t seed[2];
	uint64_t added;           /* without what is held */
	size_t held, held_late;
	struct freq_early batch[FREQ_BATCH];
	struct freq_late late[FREQ_LONGS];
};

void freq_adder_open(struct freq_adder *a, struct freq_table *table);
/* Has to be called when somebody else has changed the table. */
void freq_adder_look(struct freq_adder *a);
/* One more of key, which is not empty. */
void freq_add(struct freq_adder *a, struct str key);
/* What is held goes to the table. */
void freq_adder_flush(struct freq_adder *a);

/* One more of a key of at most 16 bytes. */
static inline void
freq_add_short(struct freq_adder *a, struct freq_key key)
{
	__extension__ typedef unsigned __int128 wide;
	struct freq_early *to = &a->batch[a->held];
	uint64_t hash = freq_mix(key.a ^ a->seed[0], key.b ^ a->seed[1]);

	to->key = key;
	to->home = a->slots + (size_t)((wide)hash * a->room >> 64);
	__builtin_prefetch(to->home, 1);
	if (++a->held == FREQ_BATCH)
		freq_adder_flush(a);
}

#endif
