/*
 * name_title.h - the role words beside a person's name.
 *
 * "Russian President" before it, ", the club's coach," behind it, "Mrs" at
 * it. The title is outside the name.
 */
#ifndef NAME_TITLE_H
#define NAME_TITLE_H

#include "name_doc.h"

enum title_kind {
	TITLE_NONE,
	TITLE_HONORIFIC, /* Mr, Dr, Gen. */
	TITLE_ROLE,      /* president, spokesman */
	TITLE_MODIFIER   /* former, prime, press */
};

/* What a folded word is among titles; gender may be NULL. */
enum title_kind name_title_word(struct str folded, enum name_gender *gender);
/* Fills title and gender of every hit that is a person. */
void name_titles(struct name_doc *d);

#endif
