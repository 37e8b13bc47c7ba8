/*
 * token.h - the atoms of a text: words, numbers, marks.
 *
 * Atoms are finer than words: "London-based" is London, -, based, and
 * "Putin's" is Putin, 's. An atom that belongs to the same word as the one
 * before it has joined set: a word, as wordfreq counts it, is a run of joined
 * atoms. Letters, digits and marks are those of Unicode; word boundaries
 * follow UAX #29 with the extensions that newsutils(7) lists. Soft hyphens and
 * other format characters stay inside an atom. Ill-formed bytes are PUNCT.
 */
#ifndef TOKEN_H
#define TOKEN_H

#include <stdbool.h>
#include <stddef.h>

#include "str.h"

enum token_kind {
	TOKEN_WORD,     /* letters, with digits and inner apostrophes */
	TOKEN_INITIALS, /* U.S., N.Y., a.m., J.K.: the last stop inside */
	TOKEN_NUMBER,   /* digits with inner marks: 40,000  7.25  10:30 */
	TOKEN_LINK,     /* URL, e-mail address, @handle, #tag */
	TOKEN_QUOTE,    /* one quotation mark or apostrophe; `` and '' too */
	TOKEN_STOP,     /* . ! ? and the ellipsis, also a run of them */
	TOKEN_PUNCT     /* anything else: one mark, or a run of the same */
};

struct token {
	struct span at;
	unsigned char kind;  /* enum token_kind */
	bool spaced : 1;     /* white space, or the text's start, before it */
	bool first : 1;      /* of its line */
	bool joined : 1;     /* same word as the atom before */
	bool upper : 1;      /* starts with a capital */
	bool caps : 1;       /* two letters or more, none of them small */
	bool ascii : 1;      /* no byte of 0x80 or above */
};

/* Zero-initialise; token_split() uses the memory again. */
struct tokens {
	struct token *v; /* in text order */
	size_t n;
	size_t room;
};

/* Replaces what t holds by the atoms of text. Time is linear in text.n. */
void token_split(struct tokens *t, struct str text);
void token_release(struct tokens *t);

#endif
