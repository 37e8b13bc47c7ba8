/*
 * arena.h - memory that is given back all at once, and checked allocation.
 *
 * Zero-initialise to get an empty arena. Nothing here returns NULL: when
 * memory runs out the handler of mem_on_fail() is called, which must not
 * return (the tools exit 2; tests and fuzzers longjmp). Sizes are bytes.
 */
#ifndef ARENA_H
#define ARENA_H

#include <stdalign.h>
#include <stddef.h>

#include "str.h"

struct arena {
	struct arena_block *last; /* the block in use; older ones behind it */
	size_t used;              /* bytes of it that are given out */
};

#define arena_new(a, type, count) \
	((type *)arena_alloc((a), sizeof(type), alignof(type), (count)))

/* Zeroed memory for count things of size bytes, which the arena owns. */
void *arena_alloc(struct arena *a, size_t size, size_t align, size_t count);
/* A copy of s that the arena owns. */
struct str arena_dup(struct arena *a, struct str s);
/* A copy of s that the arena owns, with a NUL after it. */
char *arena_cstr(struct arena *a, struct str s);
/* Everything given out is void; the largest block stays for the next part. */
void arena_reset(struct arena *a);
/* Gives every block back. The arena is empty and can be used again. */
void arena_release(struct arena *a);

/* malloc() family with a check of count * size for overflow, and without a
 * NULL; the caller owns the memory and frees it with free(). */
void *mem_alloc(size_t count, size_t size); /* zeroed */
void *mem_resize(void *old, size_t count, size_t size);
void mem_on_fail(void (*handler)(void));
/* Calls the handler: for sizes that cannot be had at all. */
_Noreturn void mem_fail(void);

#endif
