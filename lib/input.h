/*
 * input.h - operands and standard input as a row of documents.
 *
 * A stream whose first byte (after a BOM) is a form feed is cut into documents
 * at each line that starts with one; any other operand is one document. A
 * document is delivered in parts: as many whole lines as fit in part_max
 * bytes, a longer line cut at white space, a longer word between code points.
 * Where a part ends depends on the bytes alone, never on how they arrive,
 * except in live mode. Offsets and sizes are bytes.
 */
#ifndef INPUT_H
#define INPUT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "reader.h"
#include "str.h"

enum { INPUT_PART = 4 * 1024 * 1024, INPUT_MARK = 1024 * 1024 };

struct input; /* opaque */

struct input_opts {
	size_t part_max; /* 0: INPUT_PART */
	/* A part is delivered as soon as a read would wait; the tool hands back
	 * with input_keep() what it cannot judge yet. */
	bool live;
	/* Called before a read that would wait: the place to flush. May be
	 * NULL. */
	void (*before_wait)(void *context);
	void *context;
};

/* One part of a document. Views are valid until the next call. */
struct doc {
	struct str name;   /* NAME of the mark ("#2" when it is empty), else the
	                    * operand's path, "-" for standard input */
	struct str fields; /* "key=value" of the mark line, TAB between */
	struct str mark;   /* the mark line as it is, with BOM and line end;
	                    * empty where the stream has no marks */
	struct str text;   /* the bytes of this part */
	uint64_t offset;   /* of text in its document */
	bool first;        /* part of the document */
	bool last;         /* part; the text may be empty */
};

/* files: NULL-terminated operands; none, or "-", is standard input. */
struct input *input_open(char *const *files, const struct input_opts *opts);
/* The same over one operand that is already open, which the input closes. */
struct input *input_open_reader(struct reader *reader, const char *path,
                                const struct input_opts *opts);
/* The next part; false at the end of all. Every document has at least one
 * part; an empty operand is an empty document. A file that cannot be read is
 * reported, and the others are worked. */
bool input_part(struct input *in, struct doc *doc);
/* The last n bytes of the part come again at the start of the next one (live
 * mode, and not after the last part). When a part of part_max bytes is handed
 * back whole, it comes again as it is. */
void input_keep(struct input *in, size_t n);
/* No byte comes within ms milliseconds, and the operand has not ended. */
bool input_pauses(const struct input *in, int ms);
/* More than one operand: the copying filters then write marks. */
bool input_many(const struct input *in);
void input_close(struct input *in);

/* The value of key in a row of fields; {NULL, 0} when it is not there. */
struct str input_field(struct str fields, struct str key);

#endif
