/* buf.c - a growing row of bytes. */
#include "buf.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum { BUF_MIN = 256, NUM_DIGITS = 20 };

char *
buf_reserve(struct buf *b, size_t more)
{
	size_t room = b->room < BUF_MIN ? BUF_MIN : b->room;

	if (more > SIZE_MAX / 2 - b->n)
		mem_fail();
	while (room < b->n + more)
		room *= 2;
	if (room != b->room) {
		b->p = mem_resize(b->p, room, 1);
		b->room = room;
	}
	return b->p + b->n;
}

void
buf_add(struct buf *b, struct str s)
{
	if (s.n == 0)
		return;
	if (b->room - b->n < s.n)
		buf_reserve(b, s.n);
	memcpy(b->p + b->n, s.p, s.n);
	b->n += s.n;
}

void
buf_char(struct buf *b, char c)
{
	if (b->n == b->room)
		buf_reserve(b, 1);
	b->p[b->n++] = c;
}

void
buf_cstr(struct buf *b, const char *s)
{
	buf_add(b, str_of(s));
}

void
buf_num(struct buf *b, uint64_t value)
{
	char digits[NUM_DIGITS];
	size_t at = NUM_DIGITS;

	do {
		digits[--at] = (char)('0' + value % 10);
		value /= 10;
	} while (value > 0);
	buf_add(b, (struct str){ digits + at, NUM_DIGITS - at });
}

void
buf_hex(struct buf *b, uint64_t value, int digits)
{
	while (digits-- > 0)
		buf_char(b, "0123456789abcdef"[value >> (4 * digits) & 15]);
}

void
buf_drop(struct buf *b, size_t n)
{
	if (n == 0)
		return;
	memmove(b->p, b->p + n, b->n - n);
	b->n -= n;
}

void
buf_clear(struct buf *b)
{
	b->n = 0;
}

void
buf_release(struct buf *b)
{
	free(b->p);
	*b = (struct buf){ 0 };
}

struct str
buf_str(const struct buf *b)
{
	return (struct str){ b->p, b->n };
}
