/*
 * name.h - the people, organisations and places that a document names.
 *
 * Names and types follow CoNLL-2003: titles and possessives are outside.
 * Spans are byte offsets into the text of the part; everything lies in the
 * arena. Full forms are views of the text or of the arena.
 */
#ifndef NAME_H
#define NAME_H

#include <stddef.h>

#include "arena.h"
#include "str.h"
#include "token.h"

enum name_type { NAME_PER, NAME_ORG, NAME_LOC, NAME_MISC, NAME_TYPES };

/* What titles and given names tell of a person. */
enum name_gender { NAME_UNKNOWN, NAME_MALE, NAME_FEMALE };

struct mention {
	struct span at;
	size_t entity;     /* index into names.entity */
	enum name_type type;
	struct span title; /* role words: "Russian President"; empty: none */
};

struct entity {
	struct str full;    /* the fullest form of this document */
	enum name_type type;
	enum name_gender gender; /* PER only */
	size_t mentions;
};

struct names {
	struct mention *mention; /* in text order, apart */
	size_t nmention;
	struct entity *entity;   /* in order of first mention */
	size_t nentity;
};

/* "PER", "ORG", "LOC", "MISC". */
extern const char *const name_type_names[];

/* The type of that name; false when there is none. */
bool name_type_of(struct str name, enum name_type *type);

struct names name_find(struct arena *a, struct str text,
                       const struct tokens *toks, struct spans sents);

struct name_model; /* name_model.h */
struct name_extra; /* name_extra.h */

struct name_input {
	struct str text;
	const struct tokens *toks;
	struct spans sents;
	const struct name_model *model; /* NULL: the one compiled in */
	const struct name_extra *extra; /* the user's names; NULL: none */
};

/* The same with a model and names of the user's. */
struct names name_find_in(struct arena *a, const struct name_input *in);

struct name_given {
	struct span at;
	enum name_type type;
};

/* The same for names that are known: n of them, in text order, apart. Edges
 * inside of words move to the words' edges; what shares a word with the name
 * before it is left out. */
struct names name_find_given(struct arena *a, const struct name_input *in,
                             const struct name_given *given, size_t n);

#endif
