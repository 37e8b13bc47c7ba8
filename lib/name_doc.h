/*
 * name_doc.h - what the parts of `name` share: a document and its names.
 *
 * A hit is a name in the making, as token indices. Everything lies in the
 * arena or belongs to the caller of name_find().
 */
#ifndef NAME_DOC_H
#define NAME_DOC_H

#include "name.h"

struct name_hit {
	size_t beg, end;     /* tokens of the name */
	enum name_type type;
	struct span title;   /* bytes; empty: none */
	enum name_gender gender; /* as its title or given name tells */
	struct str full;     /* as the user's list gives it; empty: none */
	size_t entity;
};

struct name_doc {
	struct arena *a;
	struct str text;
	const struct tokens *toks;
	struct spans sents;
	struct name_hit *hit; /* in text order, apart */
	size_t nhit;
};

/* The bytes of a token; the empty view past the last one. */
struct str name_word(const struct name_doc *d, size_t token);
/* The same folded (utf8_fold()), in the arena when that changes it. */
struct str name_folded(const struct name_doc *d, size_t token);
bool name_is(const struct name_doc *d, size_t token, const char *word);
/* The bytes from the first to the last token of a hit. */
struct span name_span(const struct name_doc *d, const struct name_hit *h);

#endif
