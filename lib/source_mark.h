/*
 * source_mark.h - text of strangers made safe for a mark line and below one.
 */
#ifndef SOURCE_MARK_H
#define SOURCE_MARK_H

#include "buf.h"
#include "str.h"

/* A name or value has at most so many bytes: a mark line must stay short. */
enum { MARK_VALUE_MAX = 16 * 1024 };

/* Adds s as one line: a run of white space and control characters becomes a
 * space, none at the ends; what is over MARK_VALUE_MAX is cut off. */
void mark_squeeze(struct buf *b, struct str s);
/* Adds "key=value", with a TAB before it when b is not empty; nothing when the
 * value is blank. */
void mark_field(struct buf *b, struct str key, struct str value);
/* A form feed at the start of a line would begin a document: it becomes a
 * space. text itself when it has none, else a copy in b. */
struct str mark_guard(struct buf *b, struct str text);

#endif
