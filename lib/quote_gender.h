/*
 * quote_gender.h - what a person's given name tells of the sex.
 */
#ifndef QUOTE_GENDER_H
#define QUOTE_GENDER_H

#include "name.h"

/* By the first word of a full name; NAME_UNKNOWN for names of both. */
enum name_gender quote_gender(struct str full);

#endif
