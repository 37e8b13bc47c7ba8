/*
 * name_map.h - a compact read-only table from 32-bit hashes to small values.
 *
 * Section: a model_index, then the entries, three bytes each: the high 12 bits
 * of the hash, 12 bits of value. Little-endian. One stranger in about a
 * thousand finds an entry that is not its own.
 */
#ifndef NAME_MAP_H
#define NAME_MAP_H

#include "model_index.h"

enum { NAME_MAP_VALUES = 4096 };

struct name_map {
	struct model_index index;
	const unsigned char *entry;
	size_t n;
};

struct name_pair {
	uint32_t hash;
	uint32_t value; /* below NAME_MAP_VALUES */
};

/* section is kept; false when it is too short. */
bool name_map_open(struct name_map *m, struct str section);
/* Whether a section from a stranger can be searched. */
bool name_map_check(const struct name_map *m);
/* Asks the processor for what name_map_find() will read first. */
void name_map_fetch(const struct name_map *m, uint32_t hash);
bool name_map_find(const struct name_map *m, uint32_t hash, uint32_t *value);
/* Appends a section of n pairs, which it sorts. Of equal hashes the one
 * with the least value counts. */
void name_map_write(struct buf *out, struct name_pair *v, size_t n);

#endif
