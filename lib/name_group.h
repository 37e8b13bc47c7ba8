/*
 * name_group.h - which names of a document are the same entity.
 *
 * Surname and full name, acronym and long form, short and long form of an
 * organisation. What could be two entities stays itself.
 */
#ifndef NAME_GROUP_H
#define NAME_GROUP_H

#include "name_doc.h"

/* Sets every hit's entity and fills out's entities. */
void name_group(struct name_doc *d, struct names *out);

#endif
