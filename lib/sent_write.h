/*
 * sent_write.h - text copied with its sentences on lines of their own.
 *
 * What is between two sentences has become one line end; everything else goes
 * through as it is, except that with wrapped a line end inside a paragraph
 * becomes a space, and with parted every row of line ends becomes one empty
 * line. Settings are changed between documents only.
 */
#ifndef SENT_WRITE_H
#define SENT_WRITE_H

#include <stdbool.h>
#include <stddef.h>

#include "input.h"
#include "out.h"
#include "sent.h"

/* Zero-initialise and set the fields up to parted. */
struct sent_writer {
	struct out *out;
	struct input *in;
	struct sent *sent;
	bool wrapped;
	bool parted;
	bool started; /* the document's line ends are known */
	bool crlf;    /* and are CRLF: as its mark line, or its first, has it */
	bool begun;   /* the document has had more than white space */
	size_t done;  /* bytes of the part's text that are written */
	size_t drop;  /* bytes of the last part that were not needed any more */
};

/* Writes what is settled of a part from in, and hands the rest back to it. */
void sent_write(struct sent_writer *w, const struct doc *doc);

#endif
