/*
 * name_show.h - names shown in their text, or token by token, or counted.
 */
#ifndef NAME_SHOW_H
#define NAME_SHOW_H

#include "input.h"
#include "name.h"
#include "out.h"
#include "place.h"
#include "record.h"
#include "table.h"

/* Types that are wanted, "PER,ORG", as a bit for each enum name_type; false
 * when one of the list is none. */
bool name_show_types(struct str list, unsigned *types);

/* How records of mentions look. */
struct name_view {
	struct record *record;
	struct place *place;
	unsigned types;
	bool plain;    /* type and name only */
	bool with_doc; /* the document's name first, when plain */
};

/* A record a mention: doc, start, end, type, mention, name, title. */
void name_show_records(const struct name_view *v, const struct doc *doc,
                       const struct names *found);

/* The text, each name as [PER Yury Ushakov]; a newline is added when the text
 * ends without. */
void name_show_marked(struct out *o, struct str text,
                      const struct names *found, unsigned types, bool color);
/* A token, a TAB and its tag (B-PER, I-PER, O) a line; an empty line behind
 * each sentence. */
void name_show_iob(struct out *o, const struct name_input *in,
                   const struct names *found, unsigned types);

/* Counts by type and full name. */
struct name_count {
	struct arena a;
	struct table t; /* type's byte and name: how often */
};

void name_count_add(struct name_count *c, const struct names *found,
                    unsigned types);
/* Records of count, type, name; the most frequent first, equal ones by name,
 * then type. */
void name_count_put(struct name_count *c, struct record *r);
void name_count_release(struct name_count *c);

#endif
