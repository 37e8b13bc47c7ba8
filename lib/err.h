/*
 * err.h - what goes wrong is told to a handler that the tool sets.
 *
 * The library itself writes nothing and never exits. A message is one line
 * without the tool's name and without a newline: "subject: reason", lower
 * case, no full stop. Until a handler is set, messages are only counted.
 */
#ifndef ERR_H
#define ERR_H

#include <stddef.h>

#include "buf.h"
#include "str.h"

/* Appends s as messages show it: control characters, backslashes and
 * ill-formed bytes as \n, \t, \\ or \xHH, bidi controls as \u{202e}. */
void err_escape(struct buf *b, struct str s);

typedef void err_handler(void *context, struct str message);

void err_on_report(err_handler *handler, void *context);

/* subject is a file, option or field name, and is escaped here. An empty
 * subject leaves ": " out. */
void err_report(struct str subject, const char *reason);
/* The same with a detail behind the reason, escaped and in quotes:
 * "a.csv: no such column 'txet'". */
void err_detail(struct str subject, const char *reason, struct str detail);
/* The same with the reason of an errno value. */
void err_errno(struct str subject, int errnum);
/* A warning is a message that makes no failure. */
void err_warn(struct str subject, const char *reason);

/* Number of err_report(), err_detail() and err_errno() calls so far: a tool
 * with any of them exits 2. */
size_t err_count(void);

#endif
