/*
 * sent_word.h - what the words beside a stop are, by form and by lists.
 *
 * Words are views of the text. Lists: lib/data/abbrev.txt (abbreviations and
 * their class) and lib/data/common.txt (how sure a capital says that a
 * sentence begins). No answer depends on anything outside the word, and no
 * more than WORD_MAX bytes of it are looked at.
 */
#ifndef SENT_WORD_H
#define SENT_WORD_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "str.h"
#include "table.h"

enum { WORD_MAX = 40 };

/* Classes of lib/data/abbrev.txt. */
enum abbrev {
	ABBREV_NONE,
	ABBREV_TITLE,   /* Mr, Gen: before a name */
	ABBREV_SUFFIX,  /* Jr, Ph.D: behind a name */
	ABBREV_CORP,    /* Inc, Co */
	ABBREV_MONTH,
	ABBREV_WEEKDAY,
	ABBREV_STATE,   /* Calif, N.Y */
	ABBREV_COUNTRY, /* U.S, U.N */
	ABBREV_CLOCK,   /* a.m */
	ABBREV_REF,     /* No, p: before a number */
	ABBREV_LATIN,   /* e.g, vs: the sentence goes on */
	ABBREV_ETC,
	ABBREV_UNIT,    /* ft, lbs: behind a number */
	ABBREV_STREET,
	ABBREV_ABBR,    /* any other */
	ABBREV_CLASSES
};

/* The word before a stop. The first ABBREV_CLASSES are those of the list. */
enum before {
	BEFORE_NONE = ABBREV_CLASSES, /* nothing: white space, a line's start */
	BEFORE_LOWER,    /* a small word of common.txt, or of 8 bytes and more */
	BEFORE_RARE,     /* another of four letters and more */
	BEFORE_SHORT,    /* another of two or three letters */
	BEFORE_LETTER,   /* one small letter */
	BEFORE_COMMON,   /* a capitalised common word */
	BEFORE_NAME,     /* another capitalised word of four letters and more */
	BEFORE_CAP_SHORT, /* another of two or three: Xyz */
	BEFORE_CAPS,     /* NATO */
	BEFORE_INITIAL,  /* J */
	BEFORE_I,        /* I */
	BEFORE_DOTTED_UP,  /* A.B, not in the list */
	BEFORE_DOTTED_LOW, /* a.b, not in the list */
	BEFORE_YEAR,     /* 1900 to 2099 */
	BEFORE_NUMBER,   /* digits */
	BEFORE_MIXED,    /* letters with digits: 1980s, B2B */
	BEFORE_LINK,     /* an address */
	BEFORE_BRACKET,  /* a closing bracket */
	BEFORE_QUOTE,    /* a closing quotation mark */
	BEFORE_SYMBOL,   /* % and the like */
	BEFORE_OTHER,    /* letters beyond ASCII that have no case, ... */
	BEFORE_CLASSES
};

/* The word behind a gap. */
enum after {
	AFTER_NONE,    /* the line ends */
	AFTER_LOWER,   /* a small word that is in common.txt */
	AFTER_RARE,    /* another small word */
	AFTER_SPEECH,  /* said */
	AFTER_START,   /* capitalised; by the list, it often begins sentences */
	AFTER_COMMON,  /* capitalised; by the list, nearly never inside */
	AFTER_OFTEN,   /* capitalised; by the list, seldom inside */
	AFTER_NAME,    /* capitalised, any other */
	AFTER_I,       /* I, I'm */
	AFTER_CAPS,    /* NATO */
	AFTER_INITIAL, /* J. */
	AFTER_LETTER,  /* one letter without a stop */
	AFTER_TITLE,   /* Mr, Sen. */
	AFTER_ABBREV,  /* another of the list, with its stop, capitalised */
	AFTER_DATE,    /* Monday, January, Jan. */
	AFTER_DOTTED,  /* U.S. */
	AFTER_YEAR,
	AFTER_NUMBER,
	AFTER_ITEM,    /* 2. or 2) */
	AFTER_MIXED,   /* 5th */
	AFTER_MONEY,   /* $5 */
	AFTER_DASH,
	AFTER_BULLET,
	AFTER_HANDLE,  /* @a, #a */
	AFTER_STOP,    /* . ! ? */
	AFTER_MARK,    /* , ; : */
	AFTER_OTHER,
	AFTER_CLASSES
};

/* Abbreviations of the user: keys without the last stop; value: enum abbrev. */
typedef const struct table sent_extra;

/* A word, and how many it has of each kind of character: eight counters of
 * eight bits, by enum word_kind. */
struct word {
	struct str s;
	uint64_t form;
};

enum word_kind {
	KIND_NONE,  /* no part of a word */
	KIND_UPPER, /* A to Z */
	KIND_LOWER,
	KIND_DIGIT,
	KIND_STOP,  /* . */
	KIND_TIE,   /* & @ _ */
	KIND_APOSTROPHE,
	KIND_BEYOND /* a letter, mark or digit beyond ASCII */
};

/* The word that ends at end: not before beg, not over a hyphen or slash. */
struct word word_before(struct str text, size_t beg, size_t end);
/* The word that starts at beg, with the stops inside it and behind it. */
struct word word_after(struct str text, size_t beg);

/* 0, or what common.txt says of the word in small letters: 1 to 3, the larger
 * the surer its capital begins a sentence. */
int word_common(struct word w);
enum abbrev word_abbrev(struct word w, sent_extra *extra);

/* The class of the word that ends before the stop; prior: the character that
 * it follows, 0 at the start of the text. */
enum before word_class_before(struct word w, int32_t prior,
                              sent_extra *extra);
/* The class of a word; next: the byte behind it, 0 at the end. */
enum after word_class_after(struct word w, char next, sent_extra *extra);

#endif
