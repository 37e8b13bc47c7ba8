/*
 * name_form.h - the different written forms of a document's names.
 *
 * A form is a type, a row of folded words without marks, and for a person the
 * gender that a title gave: hits that agree in them are one form.
 */
#ifndef NAME_FORM_H
#define NAME_FORM_H

#include "name_doc.h"

struct name_form {
	size_t first;     /* hit */
	size_t hits;
	struct str *word; /* at least one; of a person without accents */
	size_t nword;
	size_t surname;   /* index of the last word that is not Jr. or III */
	struct str initials; /* of the capitalised words, folded */
	enum name_type type;
	enum name_gender gender;
	bool caps;        /* nothing but capitals */
	bool alias;       /* a short name that everybody knows */
};

struct name_forms {
	struct name_form *v;
	size_t n;
	size_t *of_hit; /* index into v */
};

/* The given name that a short one stands for, or itself. */
struct str name_form_long(struct str given);
void name_forms(struct name_doc *d, struct name_forms *out);

#endif
