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
#include "quote_lex.h"
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

struct quote_word {
	struct span at;      /* WORD_NAME: the mention, without its title */
	size_t from;         /* where the title begins; else at.beg */
	size_t ref;
	unsigned is;         /* IS_* of a plain word */
	unsigned char kind;  /* enum quote_word_kind */
	bool paragraph;      /* WORD_END: it ends too */
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

/* Fills d->words and d->place. */
void quote_words(struct quote_doc *d);

/* Whether the word is plain and of one of the classes. */
bool word_is(const struct quote_word *w, unsigned classes);
/* The word has the text s, small letters as capitals. */
bool word_says(const struct quote_doc *d, size_t i, const char *s);

#endif
