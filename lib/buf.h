/*
 * buf.h - a growing row of bytes.
 *
 * Zero-initialise to get an empty one. p[0..n) are the bytes; p is NULL until
 * the first byte. Growth never fails (see arena.h, mem_on_fail()). The owner
 * calls buf_release(). Views of it are void after the next call that grows.
 */
#ifndef BUF_H
#define BUF_H

#include <stddef.h>
#include <stdint.h>

#include "str.h"

struct buf {
	char *p;
	size_t n;
	size_t room;
};

/* Makes room for more bytes after n, and returns where they go. */
char *buf_reserve(struct buf *b, size_t more);
void buf_add(struct buf *b, struct str s);
void buf_char(struct buf *b, char c);
void buf_cstr(struct buf *b, const char *s);
void buf_num(struct buf *b, uint64_t value);
void buf_hex(struct buf *b, uint64_t value, int digits);
/* Drops the first n bytes; the others move to the front. */
void buf_drop(struct buf *b, size_t n);
void buf_clear(struct buf *b); /* keeps the memory */
void buf_release(struct buf *b);
struct str buf_str(const struct buf *b);

#endif
