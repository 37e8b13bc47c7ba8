/*
 * out.h - bytes on standard output.
 *
 * Errors are kept until out_close(), so that no call between needs a check;
 * after an error everything is dropped. On a terminal, control and bidi
 * control characters of the text are shown (^X, \u{202e}) instead of sent; a
 * pipe or a file gets the exact bytes.
 */
#ifndef OUT_H
#define OUT_H

#include <stdbool.h>
#include <stddef.h>

#include "buf.h"
#include "str.h"

enum { OUT_MEMORY = -1 }; /* instead of a descriptor: out_str() has it all */

struct out {
	int fd;
	struct buf b;   /* not yet written */
	bool terminal;  /* fd is one: text is made safe */
	bool held_cr;   /* terminal: a CR that may come before an LF */
	bool failed;
	bool closed_early; /* the reader is gone: no message */
	int errnum;     /* why, when failed */
};

/* fd stays the caller's to close when out_close() is not called. */
void out_open(struct out *o, int fd);
/* Text of the input: made safe on a terminal. */
void out_bytes(struct out *o, struct str text);
void out_char(struct out *o, char c);
/* Text with a newline instead of each of the bytes at at, count of them. */
void out_lines(struct out *o, struct str text, const size_t *at,
               size_t count);
/* The tool's own bytes, escape sequences for colour too: never changed. */
void out_raw(struct out *o, struct str bytes);
void out_flush(struct out *o);
/* The same as a callback for input.h, struct input_opts. */
void out_flush_waiting(void *o);
/* Something failed: the tool may stop early. */
bool out_failed(const struct out *o);
/* What is in the buffer: everything, with OUT_MEMORY. */
struct str out_str(const struct out *o);
/* Flushes, closes fd, frees, reports an error through err_report(); false when
 * anything was not written. A reader that has gone is no message. */
bool out_close(struct out *o);

#endif
