/*
 * clean_repeat.h - lines that come again in other documents of a source.
 *
 * A table of 64-bit hashes of folded lines, mixed with the source's name, and
 * in how many of its documents each came; 16 bytes a line. A file is one or
 * more tables, one after another ("cat" merges them): "newsrept", the number
 * of entries (8 bytes), and for each the hash (8), the count (4), 0 (4), all
 * little-endian.
 */
#ifndef CLEAN_REPEAT_H
#define CLEAN_REPEAT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

struct clean_entry {
	uint64_t hash; /* 0: free */
	uint32_t count;
	uint32_t doc;  /* the last document it came in, while learning */
};

/* Zero-initialise to get an empty one. */
struct clean_repeat {
	struct clean_entry *v;
	size_t room, n;
	uint32_t doc;
};

/* The key of a line (clean_facts.hash) in a source; line 0 is the source. */
uint64_t clean_repeat_key(struct str source, uint64_t line);
/* In how many documents the key came. */
uint32_t clean_repeat_count(const struct clean_repeat *r, uint64_t key);
/* Counts a key once a document; r->doc is the document's number, from 1. */
void clean_repeat_add(struct clean_repeat *r, uint64_t key);

/* Adds the tables of a file; false, and err_report(), when it is none. */
bool clean_repeat_read(struct clean_repeat *r, const char *path);
/* Appends the file. Its bytes depend on the counts alone. */
void clean_repeat_write(const struct clean_repeat *r, struct buf *out);
/* Opens a file to be written by clean_repeat_save(), adding what is in it
 * already. Its descriptor, or -1 after err_errno() or err_report(). */
int clean_repeat_open(struct clean_repeat *r, const char *path);
/* Replaces what is in the file and closes it. */
bool clean_repeat_save(const struct clean_repeat *r, int fd);
void clean_repeat_release(struct clean_repeat *r);

#endif
