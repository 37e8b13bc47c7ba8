/*
 * name_acronym.h - what the acronyms of a document stand for.
 *
 * "high-intensity drill (HID)" tells that HID is no name, "Harbour Ferry
 * Trust" anywhere that HFT is one, and what its last word is (after Schwartz
 * and Hearst, PSB 2003).
 */
#ifndef NAME_ACRONYM_H
#define NAME_ACRONYM_H

#include "name_seen.h"

/* Fills the long forms of the words that were seen with a capital. */
void name_acronyms(struct name_scan *s);

#endif
