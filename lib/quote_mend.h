/*
 * quote_mend.h - quotations of which a mark is missing.
 */
#ifndef QUOTE_MEND_H
#define QUOTE_MEND_H

#include "quote_scan.h"

/* Ends a piece without closing mark where its attribution begins (..., Smith
 * said), or else, when it began inside a line, with the sentence; begins one
 * without opening mark behind "Smith said,". */
void quote_mend(struct str text, struct pieces *pieces);

#endif
