/*
 * name_map.h - a compact read-only table from 32-bit hashes to small values.
 *
 * Section: 1 byte: log2 of the number of buckets (at most 16); a uint32 a
 * bucket and one more: the index of its first entry; the entries: the high 16
 * bits of the hash, then the value's bytes. Little-endian. One stranger in
 * some thousands finds an entry that is not its own.
 */
#ifndef NAME_MAP_H
#define NAME_MAP_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

struct name_map {
	const unsigned char *start;
	const unsigned char *entry;
	uint32_t mask;
	size_t size; /* of an entry */
	size_t n;
};

struct name_pair {
	uint32_t hash;
	uint32_t value;
};

/* section is kept; false when it is too short. */
bool name_map_open(struct name_map *m, struct str section, size_t value_size);
/* Whether a section from a stranger can be searched. */
bool name_map_check(const struct name_map *m);
bool name_map_find(const struct name_map *m, uint32_t hash, uint32_t *value);
/* Appends a section of n pairs, which it sorts. Of equal hashes the one
 * with the least value counts. */
void name_map_write(struct buf *out, struct name_pair *v, size_t n,
                    size_t value_size);

#endif
