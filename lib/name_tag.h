/*
 * name_tag.h - where the names are, and of what type.
 */
#ifndef NAME_TAG_H
#define NAME_TAG_H

#include "name_doc.h"
#include "name_model.h"

/* Fills d->hit. */
void name_tag(struct name_doc *d, const struct name_model *m);

#endif
