/*
 * freq_text.h - random text in which every rule about words can meet every
 * other.
 */
#ifndef FREQ_TEXT_H
#define FREQ_TEXT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>

static const char *const text_pieces[] = {
	"a", "B", "cd", "S", "U.S.", "N", "s", "1", "23", ".", ".", ",", ";",
	":", "-", "-", "'", "\"", "&", "_", "@", "#", "+", "/", " ", " ", "\n",
	"www.", "http://", "x@y.", "(", "\u2019", "\u02BC", "\u2018", "\u201C",
	"\u2010", "\u2014", "\u00AD", "\u0301", "\u200D", "\u00A0", "\u202F",
	"\u00E9", "\u00C9", "\u00DF", "\u03A3", "\u03C3", "\u05D0", "\u30AB",
	"\u4E2D", "\u0660", "\u0E01", "\u0E31", "\uFB02", "\u0130", "\u1100",
	"\u1161", "\U0001F600", "\u02C2", "\u24B6", "\u0149", "\xFF", "\xC3",
	"\xE2\x82", "\u200B", "\uFEFF", "longlonglongword", "\u00B7", "The ",
	"said ", "mother-in-law ", "don't", "ALLSIXTEENLETTER ", "~", "[",
};

enum { TEXT_PIECE_MAX = 20 };

static uint64_t text_seed = 88172645463325252U;

/* xorshift64 (Marsaglia 2003) */
static inline uint64_t
draw(uint64_t below)
{
	text_seed ^= text_seed << 13;
	text_seed ^= text_seed >> 7;
	text_seed ^= text_seed << 17;
	return text_seed % below;
}

/* Writes count pieces to text, and returns the length. With plain, most of
 * them are those of ordinary text, the last ones. */
static inline size_t
random_text(char *text, size_t count, bool plain)
{
	size_t all = sizeof(text_pieces) / sizeof(*text_pieces);
	size_t n = 0;

	while (count-- > 0) {
		size_t i = plain && draw(8) > 0 ? all - 1 - draw(8)
		                                : draw(all);

		memcpy(text + n, text_pieces[i], strlen(text_pieces[i]));
		n += strlen(text_pieces[i]);
	}
	return n;
}

#endif
