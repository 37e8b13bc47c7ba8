/*
 * name_case.h - names in capitals, written as usual.
 */
#ifndef NAME_CASE_H
#define NAME_CASE_H

#include "name_doc.h"
#include "name_model.h"

/* Gives entities of which the document has nothing but capitals the case of
 * the lists: LONDON is London, NATO stays. */
void name_case(const struct name_doc *d, const struct name_model *m,
               struct names *out);

#endif
