/*
 * utf8.h - code points and their properties; the only user of utf8proc.
 *
 * Decoding follows the Unicode Standard, chapter 3.9: an ill-formed sequence
 * is cut into maximal subparts (U+FFFD substitution practice), each is one
 * unit with cp = UTF8_BAD. A loop over units always moves on, and what it
 * walks over can be copied unchanged. Lengths are bytes. Nothing depends on
 * the locale.
 */
#ifndef UTF8_H
#define UTF8_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "str.h"

enum { UTF8_BAD = -1 };

enum char_class {
	CHAR_SPACE, /* white space, NBSP and the other Z* too */
	CHAR_UPPER, /* titlecase letters too */
	CHAR_LOWER,
	CHAR_LETTER, /* letter without case */
	CHAR_MARK,   /* combining marks, joiners */
	CHAR_DIGIT,  /* Nd */
	CHAR_QUOTE,  /* " ' ` and every typographic quotation mark */
	CHAR_DASH,   /* Pd: hyphens and dashes */
	CHAR_STOP,   /* . ! ? and the ellipsis */
	CHAR_PUNCT,
	CHAR_SYMBOL,
	CHAR_OTHER /* controls, unassigned, UTF8_BAD */
};

/* Decodes the unit at p (p < end): its length in bytes, 1 to 4; *cp is the
 * code point or UTF8_BAD. */
size_t utf8_next(const char *p, const char *end, int32_t *cp);
/* Decodes the unit that ends at p (p > beg): its length. The units are the
 * same as those of a walk forward from beg. */
size_t utf8_prev(const char *beg, const char *p, int32_t *cp);
/* Offset of the first ill-formed byte, or s.n. */
size_t utf8_invalid(struct str s);
/* Number of units: the length in code points. */
size_t utf8_count(struct str s);
/* The largest offset <= at that splits no unit of s; at is at most s.n. */
size_t utf8_floor(struct str s, size_t at);
/* Writes the 1 to 4 bytes of a valid cp to buf and returns their number. */
size_t utf8_put(char buf[4], int32_t cp);

enum char_class utf8_class(int32_t cp);
bool utf8_letter(int32_t cp); /* CHAR_UPPER, CHAR_LOWER or CHAR_LETTER */
/* Simple lower and upper case of one code point. */
int32_t utf8_lower(int32_t cp);
int32_t utf8_upper(int32_t cp);
/* Controls, bidi controls and zero-width marks, which a terminal must not be
 * sent. TAB and LF are none. */
bool utf8_unsafe(int32_t cp);

/* Full case folding of the NFC form, in NFC (Unicode 3.13, D145); s itself
 * when that changes nothing, else a copy in the arena. Ill-formed bytes are
 * kept as they are, and so are rows of more than 30 combining marks. Soft
 * hyphens go. */
struct str utf8_fold(struct arena *a, struct str s);
/* NFC without folding, under the same terms. */
struct str utf8_nfc(struct arena *a, struct str s);

#endif
