/*
 * quote_lex.h - what an English word can be, as far as quotations ask.
 */
#ifndef QUOTE_LEX_H
#define QUOTE_LEX_H

#include "str.h"

/* What a plain word can be; one letter each in lib/data/quote_*.txt. */
#define WORD_CLASS(letter) (1u << ((letter) - 'a'))
enum {
	IS_ADV = WORD_CLASS('a'),
	IS_SAY_BASE = WORD_CLASS('b'),
	IS_AND = WORD_CLASS('c'),
	IS_DET = WORD_CLASS('d'),
	IS_CALL_BASE = WORD_CLASS('e'),
	IS_FINITE = WORD_CLASS('f'),
	IS_SAYING = WORD_CLASS('g'),
	IS_CALLING = WORD_CLASS('h'),
	IS_THINK = WORD_CLASS('i'),
	IS_THINK_BASE = WORD_CLASS('j'),
	IS_BE = WORD_CLASS('k'),
	IS_THINKING = WORD_CLASS('l'),
	IS_CALL = WORD_CLASS('m'),
	IS_REMARK = WORD_CLASS('n'), /* statement, tweet */
	IS_OBJ = WORD_CLASS('o'),    /* him */
	IS_PREP = WORD_CLASS('p'),
	IS_PRON = WORD_CLASS('q'),   /* he */
	IS_PERSON = WORD_CLASS('r'), /* spokesman */
	IS_SUB = WORD_CLASS('s'),    /* that, while */
	IS_TIME = WORD_CLASS('t'),
	IS_WENT = WORD_CLASS('u'),   /* on, back: a cue behind speech */
	IS_SAY = WORD_CLASS('v'),
	IS_WHO = WORD_CLASS('w'),
	IS_AUX = WORD_CLASS('x'),
	IS_BODY = WORD_CLASS('y'),   /* company, report */
	IS_NOVERB = WORD_CLASS('z'), /* the: no finite verb follows */
	IS_UPPER = 1u << 26,
	IS_LY = 1u << 27,
	IS_ED = 1u << 28,
	IS_POSS = 1u << 29,          /* 's */
	IS_ING = 1u << 30,

	IS_NOUN = IS_PERSON | IS_BODY | IS_REMARK,
	IS_THOUGHT = IS_THINK | IS_THINK_BASE | IS_THINKING,
	IS_SPEECH = IS_SAY | IS_SAY_BASE | IS_SAYING |
	            IS_CALL | IS_CALL_BASE | IS_CALLING | IS_THOUGHT,
	IS_SMALL = IS_AND | IS_DET | IS_BE | IS_OBJ | IS_PREP | IS_PRON |
	           IS_SUB | IS_WHO | IS_AUX
};

/* The classes of a word, by lists and endings; capitals count as small. */
unsigned quote_word_class(struct str word);

#endif
