/*
 * source_window.h - the bytes of an operand, looked at line by line.
 *
 * What lies ahead stays in memory until it is taken, so that a reader of
 * records can look at a line again. Offsets are bytes from the start of what
 * is left; views are valid until the next call that reads. A line ends with a
 * newline, or with CR in a file that knows no other line end.
 */
#ifndef SOURCE_WINDOW_H
#define SOURCE_WINDOW_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "reader.h"
#include "str.h"

/* A record may have so many bytes: 64 MiB of text and 1 MiB of the rest. */
enum { WINDOW_MAX = 65 * 1024 * 1024 };

struct source_window {
	struct reader *reader;
	struct buf b;
	size_t at;     /* b.p[at] is the first byte that is left */
	uint64_t line; /* number of the line there, from 1 */
	char eol;
	bool drained;  /* the reader has no more bytes */
};

/* Passes over a BOM. The reader stays the caller's. */
void window_open(struct source_window *w, struct reader *reader);
void window_close(struct source_window *w);
struct str window_left(const struct source_window *w);
/* *end becomes the end of the line that begins at offset from, with its line
 * end when it has one; from itself at the end of the operand. False when
 * *end would be over WINDOW_MAX. */
bool window_line(struct source_window *w, size_t from, size_t *end);
/* Gives up the first n bytes, in which so many lines end. */
void window_take(struct source_window *w, size_t n, uint64_t lines);
/* Gives up the first line, however long it is. */
void window_skip_line(struct source_window *w);

#endif
