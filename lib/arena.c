/* arena.c - memory that is given back all at once, and checked allocation. */
#include "arena.h"

#include <stdint.h>
#include <stdlib.h>
#include <string.h>

enum { BLOCK_MIN = 64 * 1024 };

struct arena_block {
	struct arena_block *before;
	size_t size; /* of data */
	max_align_t data[];
};

static void (*on_fail)(void);

void
mem_on_fail(void (*handler)(void))
{
	on_fail = handler;
}

void
mem_fail(void)
{
	if (on_fail != NULL)
		on_fail();
	abort(); /* no handler, or one that broke its promise */
}

void *
mem_alloc(size_t count, size_t size)
{
	void *p = calloc(count == 0 ? 1 : count, size);

	if (p == NULL)
		mem_fail();
	return p;
}

void *
mem_resize(void *old, size_t count, size_t size)
{
	void *p;

	if (size != 0 && count > SIZE_MAX / size)
		mem_fail();
	p = realloc(old, count * size == 0 ? 1 : count * size);
	if (p == NULL)
		mem_fail();
	return p;
}

static void
add_block(struct arena *a, size_t need)
{
	size_t size = a->last == NULL ? BLOCK_MIN : a->last->size;
	struct arena_block *b;

	/* Doubling keeps the number of blocks logarithmic, so that a reset,
	 * which keeps the largest one, soon settles on a single block. What
	 * malloc gave is below PTRDIFF_MAX: twice that does not wrap. */
	if (a->last != NULL)
		size *= 2;
	if (size < need)
		size = need;
	if (size > SIZE_MAX - sizeof(*b))
		mem_fail();
	b = malloc(sizeof(*b) + size);
	if (b == NULL)
		mem_fail();
	b->before = a->last;
	b->size = size;
	a->last = b;
	a->used = 0;
}

void *
arena_alloc(struct arena *a, size_t size, size_t align, size_t count)
{
	size_t pad = (align - a->used % align) % align;
	size_t bytes = size * count;
	char *p;

	if (size != 0 && count > (SIZE_MAX - align) / size)
		mem_fail();
	if (a->last == NULL || pad > a->last->size - a->used ||
	    bytes > a->last->size - a->used - pad) {
		add_block(a, bytes);
		pad = 0;
	}
	p = (char *)a->last->data + a->used + pad;
	a->used += pad + bytes;
	return memset(p, 0, bytes);
}

struct str
arena_dup(struct arena *a, struct str s)
{
	return (struct str){ arena_cstr(a, s), s.n };
}

char *
arena_cstr(struct arena *a, struct str s)
{
	char *p = arena_alloc(a, 1, 1, s.n + 1);

	if (s.n > 0)
		memcpy(p, s.p, s.n);
	return p;
}

static void
free_blocks(struct arena_block *b)
{
	while (b != NULL) {
		struct arena_block *before = b->before;

		free(b);
		b = before;
	}
}

void
arena_reset(struct arena *a)
{
	if (a->last == NULL)
		return;
	free_blocks(a->last->before);
	a->last->before = NULL;
	a->used = 0;
}

void
arena_release(struct arena *a)
{
	free_blocks(a->last);
	*a = (struct arena){ 0 };
}
