/*
 * clean_fact.h - what can be counted in a line.
 *
 * Everything is counted in one walk over the bytes, without decoding: bytes of
 * 0x80 and above are letters, except those of common symbols. Facts serve
 * decisions only, so near enough is enough.
 */
#ifndef CLEAN_FACT_H
#define CLEAN_FACT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"

/* What a block begins with. */
enum clean_lead {
	LEAD_CAPITAL,
	LEAD_SMALL,
	LEAD_DIGIT,
	LEAD_QUOTE,
	LEAD_HEADING, /* # ## ### of Markdown */
	LEAD_BULLET,  /* * - + and the typographic ones */
	LEAD_BRACKET, /* ( [ { < */
	LEAD_BAR,     /* | / > and arrows */
	LEAD_OTHER
};

/* What it ends with, closing quotation marks and brackets aside. */
enum clean_tail {
	TAIL_STOP,
	TAIL_ASK, /* ? or ! */
	TAIL_MORE, /* an ellipsis */
	TAIL_COLON,
	TAIL_COMMA, /* ; too */
	TAIL_DIGIT,
	TAIL_BRACKET,
	TAIL_LETTER,
	TAIL_OTHER
};

/* Counts are of the block, with its rows joined by a space. */
struct clean_facts {
	uint64_t hash;  /* of the words, folded: the same for equal lines */
	uint32_t first, second, last; /* hashes of words */
	uint32_t bytes; /* without indent, bullet and outer blanks */
	uint32_t words, caps, uppers, numbers;
	uint32_t commas, stops, quotes, bars, glued, symbols;
	uint32_t word_at; /* of its words in clean_lines.word */
	uint32_t groups;  /* bits of the phrase groups that hit */
	uint16_t hit[8];  /* the first phrases, by number */
	uint8_t nhit;     /* how many */
	uint8_t lead;     /* enum clean_lead */
	uint8_t tail;     /* enum clean_tail */
	uint8_t level;    /* number of # */
	bool year, link, said;
	uint8_t copies;   /* blocks of the same words in the document */
	bool copied;      /* one of them came before */
};

/* Hashes of words; room is the caller's care: a word takes two bytes. */
struct clean_words {
	uint32_t *v;
	size_t n;
};

/* The facts of s, which clean_trim() gave; its words are appended. */
struct clean_facts clean_facts(struct str s, struct clean_words *words);
/* The hash of a word as words hold it: ASCII letters folded. */
uint32_t clean_word(struct str word);
/* Without outer white space: ASCII, NBSP, zero-width marks, BOM. */
struct str clean_trim(struct str s);
/* Without the list and heading marks at the start. */
struct str clean_unmark(struct str s);
bool clean_marked(struct str s);

#endif
