/*
 * name_dateline.h - the agency of a dateline: "HALDEN, England (Reuters) -".
 */
#ifndef NAME_DATELINE_H
#define NAME_DATELINE_H

#include "name_doc.h"

/* A name alone in brackets before the dash of a dateline is an organisation,
 * whatever place it is called after; a person stays one. */
void name_dateline(struct name_doc *d);

#endif
