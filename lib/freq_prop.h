/*
 * freq_prop.h - what a word scanner asks of a code point, in one byte.
 *
 * Unicode 15.0 from Debian's unicode-data (lib/data/wordbreak.awk makes the
 * table when newsutils is built): the Word_Break class of UAX #29 and three
 * bits.
 */
#ifndef FREQ_PROP_H
#define FREQ_PROP_H

#include <stdint.h>

/* The numbers of wordbreak.awk. */
enum wb_class {
	WB_OTHER,
	WB_ALETTER,
	WB_HEBREW,
	WB_NUMERIC,
	WB_KATAKANA,
	WB_EXTENDNUMLET,
	WB_EXTEND,
	WB_FORMAT,
	WB_ZWJ,
	WB_MIDLETTER,
	WB_MIDNUM,
	WB_MIDNUMLET,
	WB_SQUOTE,
	WB_DQUOTE,
	WB_CR,
	WB_LF,
	WB_NEWLINE,
	WB_SPACE,
	WB_REGIONAL,
	WB_PICTURE,
	WB_CLASS = 31 /* mask */
};

enum {
	FREQ_CORE = 32,   /* a letter or a digit */
	FREQ_UPPER = 64,  /* a capital */
	FREQ_STABLE = 128 /* folds to itself, and never composes */
};

/* The byte of a code point; of UTF8_BAD, WB_OTHER. */
unsigned freq_prop(int32_t cp);
/* The full case folding of cp in NFC when that is one code point which never
 * composes with a neighbour; 0 when it is not known to be. */
int32_t freq_fold_one(int32_t cp);

#endif
