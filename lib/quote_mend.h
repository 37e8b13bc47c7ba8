/*
 * quote_mend.h - quotations of which a mark is missing.
 */
#ifndef QUOTE_MEND_H
#define QUOTE_MEND_H

#include "quote_scan.h"

/* Ends a piece without closing mark where its attribution begins (..., Smith
 * said); else with its sentence, or, when it begins as speech does, before
 * the reporter's next sentence or with the line. Begins one without opening
 * mark behind "Smith said," or with the sentences before the mark that sound
 * spoken, and drops it when nothing tells that it is speech. */
void quote_mend(struct str text, struct pieces *pieces);

#endif
