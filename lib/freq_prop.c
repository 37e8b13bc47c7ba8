/* freq_prop.c - what a word scanner asks of a code point. */
#include "freq_prop.h"

#include "wordbreak.inc"

enum { FOLDED_FIRST = 0x80, FOLDED_END = 0x530 };

unsigned
freq_prop(int32_t cp)
{
	if (cp < 0 || cp > 0x10FFFF)
		return WB_OTHER;
	return freq_row[freq_page[cp >> 8]][cp & 255];
}

int32_t
freq_fold_one(int32_t cp)
{
	if (cp < FOLDED_FIRST)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	if (cp < FOLDED_END)
		return freq_folded[cp - FOLDED_FIRST];
	return freq_prop(cp) & FREQ_STABLE ? cp : 0;
}
