/*
 * freq_sort.h - records in the order of their bytes, and a table's words in
 * the order that is shown: count down, then code points.
 */
#ifndef FREQ_SORT_H
#define FREQ_SORT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "freq_table.h"
#include "str.h"

/* Sorts n records of size bytes (at most FREQ_RECORD) by their bytes
 * [from, to), in place. */
enum { FREQ_RECORD = 128 };
void freq_radix(void *v, size_t n, size_t size, size_t from, size_t to);

/* A word with what is known of it. */
struct freq_item {
	struct str word;
	uint64_t count;
	uint64_t docs;
	int64_t spread;
};

/* A packed table whose slots have become sortable: ~count as big-endian bytes,
 * then the key or its first 8 bytes and a pointer. */
struct freq_list {
	unsigned char *v;
	size_t n;
	size_t size;
};

struct freq_order {
	uint64_t top;  /* so many of them; 0: all */
	uint64_t min;  /* with this count at least, and never 0 */
	bool by_word;  /* by code points alone */
};

/* Makes t a list; t may then only be released, after the last use of the
 * list. */
struct freq_list freq_sort(struct freq_table *t,
                           const struct freq_order *order);
struct freq_item freq_list_item(const struct freq_list *l, size_t i);

#endif
