/*
 * reader.h - the bytes of one operand: a file or standard input, plain, gzip
 * or Zstandard (told by the first bytes, never by the name).
 *
 * Short reads, EINTR and EAGAIN are handled here. What cannot be opened or
 * read, and compressed data that is broken or cut off, is told through
 * err_report() and ends the bytes; all that came before is delivered.
 */
#ifndef READER_H
#define READER_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"
#include "str.h"

enum { PEEK_SIZE = 64 * 1024 };

struct reader; /* opaque */

/* path "-" is standard input. NULL when it cannot be opened, which has been
 * reported. The caller closes it. */
struct reader *reader_open(const char *path);
/* From now on every byte that comes from the file, compressed or not, is added
 * to *count. */
void reader_count(struct reader *r, uint64_t *count);
/* Before a read that would wait, before_wait(context) is called: the place to
 * flush what has been written so far. */
void reader_on_wait(struct reader *r, void (*before_wait)(void *),
                    void *context);
/* The first bytes, at most PEEK_SIZE of them, which will still be read; fewer
 * than n only when there are no more. For a reader that has not been read. */
struct str reader_peek(struct reader *r, size_t n);
/* Reads 1 to room bytes to p; 0 at the end. */
size_t reader_read(struct reader *r, char *p, size_t room);
/* Whether the next reader_read() would have to wait for somebody. */
bool reader_waits(struct reader *r);
/* The same, and nothing comes within ms milliseconds. */
bool reader_pauses(struct reader *r, int ms);
/* Whether something has been reported. */
bool reader_failed(const struct reader *r);
void reader_close(struct reader *r);
/* Appends all bytes of a file, READER_ALL_MAX at most (a model, a word list);
 * false when something has been reported. */
enum { READER_ALL_MAX = 1 << 30 };
bool reader_all(struct buf *b, const char *path);
/* The same for a list of words: what is no UTF-8 or has a NUL is refused. */
bool reader_text(struct buf *b, const char *path);

#endif
