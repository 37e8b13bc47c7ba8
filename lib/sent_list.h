/*
 * sent_list.h - the sentences of a document that comes in parts, numbered.
 *
 * A part begins with what is left of the one before from sent_list_drop() on.
 * A sentence of more than SENT_LONG bytes is cut at white space.
 */
#ifndef SENT_LIST_H
#define SENT_LIST_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "sent.h"
#include "str.h"

enum { SENT_LONG = 256 * 1024 };

struct sent_record {
	struct span at;     /* of the part's text, without outer white space */
	uint64_t paragraph; /* both count from 1 in the document */
	uint64_t sentence;
};

/* Zero-initialise and set sent. */
struct sent_lister {
	struct sent *sent;
	size_t done;        /* bytes of the part that are listed */
	size_t drop;        /* bytes of the last part that are not needed */
	struct span ready;  /* a sentence found, to be listed in pieces */
	bool line;          /* a paragraph ends behind it */
	bool fresh;         /* the paragraph has no sentence so far */
	bool more;          /* there may be gaps left in the part */
	uint64_t paragraph, sentence;
};

void sent_list_part(struct sent_lister *l, struct str text, bool first,
                    bool last);
bool sent_list_next(struct sent_lister *l, struct sent_record *at);
/* How many bytes at the start of the part are not needed any more. */
size_t sent_list_drop(struct sent_lister *l);

#endif
