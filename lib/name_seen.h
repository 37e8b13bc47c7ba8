/*
 * name_seen.h - what the rest of the document tells of a word.
 *
 * A record for each word that is seen with a capital: how often it is small
 * or inside a sentence, and the neighbours of its first few mentions.
 */
#ifndef NAME_SEEN_H
#define NAME_SEEN_H

#include "name_doc.h"
#include "name_model.h"

enum {
	SEEN_MAX = 6,           /* mentions that are kept */
	SEEN_WORDS_MAX = 32768, /* records: later words have none */
	CAPS_LEVELS = 5
};

/* The word beside a mention. */
struct name_beside {
	uint32_t word; /* name_hash(); 0: the edge of the sentence */
	uint32_t kinds;
	uint16_t cluster; /* middle level; 0 for a stranger */
	bool cap;
};

/* What an acronym stands for: a row of words, or a name. */
enum name_long { LONG_NONE, LONG_WORDS, LONG_NAME };

struct name_seen {
	uint32_t word;
	uint16_t small;  /* times without a capital */
	uint16_t inside; /* capitalised, where a sentence goes on */
	uint16_t n;      /* neighbours kept */
	uint32_t token[SEEN_MAX];
	struct name_beside before[SEEN_MAX], after[SEEN_MAX];
	/* The words beside the run of capitals, where that is longer. */
	struct name_beside left[SEEN_MAX], right[SEEN_MAX];
	unsigned char how; /* enum name_long, of an acronym */
	struct name_beside head; /* the last word of its long form */
};

/* A document as the tagger reads it. */
struct name_scan {
	const struct name_doc *d;
	const struct name_model *m;
	uint32_t *word;      /* of each token: name_hash() */
	uint32_t *kinds;     /* of each token: name_kinds() */
	bool *cap;           /* of each token: has a capital */
	unsigned char *caps; /* of each sentence: how much of it is capitals */
	size_t *first, *end; /* of each sentence: its tokens */
	struct name_seen *seen;
	size_t nseen;
	uint32_t *slot; /* open addressing: 1 + index into seen */
	size_t mask;
	uint64_t key;
	unsigned topic; /* 3 * level of sport + level of markets */
};

/* Reads the document twice: words, then evidence. */
void name_scan(struct name_scan *s, const struct name_doc *d,
               const struct name_model *m);
/* NULL when the word was never seen with a capital. */
const struct name_seen *name_seen(const struct name_scan *s, uint32_t word);

/* For name_acronyms(): the same, to be changed; the word at a token. */
struct name_seen *name_seen_of(struct name_scan *s, uint32_t word);
struct name_beside name_beside(const struct name_scan *s, size_t sent,
                               size_t token);

#endif
