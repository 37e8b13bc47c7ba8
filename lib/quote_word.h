/*
 * quote_word.h - the reporter's words, each quotation being one of them.
 *
 * Before any grammar every quotation becomes one placeholder and every name
 * one word, so that the sentence ends inside quotations vanish. A row starts
 * and ends with WORD_END, and one stands between two sentences: a walk in
 * either direction stops by itself.
 */
#ifndef QUOTE_WORD_H
#define QUOTE_WORD_H

#include <stdbool.h>
#include <stddef.h>

#include "arena.h"
#include "name.h"
#include "quote_scan.h"
#include "str.h"
#include "table.h"
#include "token.h"

enum quote_word_kind {
	WORD_END,    /* of a sentence */
	WORD_PLAIN,
	WORD_NUMBER,
	WORD_NAME,   /* ref: index of the mention; its title belongs to it */
	WORD_QUOTE,  /* ref: index of the piece */
	WORD_COMMA,
	WORD_COLON,
	WORD_DASH,
	WORD_MARK    /* anything else */
};

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

struct quote_word {
	struct span at;      /* WORD_NAME: the mention, without its title */
	size_t from;         /* where the title begins; else at.beg */
	size_t ref;
	unsigned is;         /* IS_* of a plain word */
	unsigned char kind;  /* enum quote_word_kind */
	bool line;           /* WORD_END: the line ends too */
};

struct quote_words {
	struct quote_word *v;
	size_t n;
};

/* All that a rule may look at. */
struct quote_doc {
	struct arena *a;
	struct str text;
	struct pieces pieces;
	const struct tokens *toks;
	struct spans sents;
	const struct names *names;
	const struct table *verbs; /* more cues, or NULL */
	struct quote_words words;
	size_t *place; /* of each piece: its index in words */
};

/* The classes of a plain word. */
unsigned quote_word_class(struct str word);
/* Fills d->words and d->place. */
void quote_words(struct quote_doc *d);

/* Whether the word is plain and of one of the classes. */
bool word_is(const struct quote_word *w, unsigned classes);
/* The word has the text s, small letters as capitals. */
bool word_says(const struct quote_doc *d, size_t i, const char *s);

#endif
