/*
 * sent_word.h - the classes of the words beside a stop, by form and by lists.
 *
 * No class depends on anything but the word and the character beside it.
 */
#ifndef SENT_WORD_H
#define SENT_WORD_H

#include <stdint.h>

#include "sent_lookup.h"

/* The word before a stop. The first ABBREV_CLASSES are those of the list. */
enum before {
	BEFORE_NONE = ABBREV_CLASSES, /* nothing: white space, a line's start */
	BEFORE_LOWER,    /* a small word of common.txt, or of 8 bytes */
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

/* The class of the word that ends before the stop; prior: the character that
 * it follows, 0 at the start of the text. */
enum before word_class_before(struct word w, int32_t prior,
                              sent_extra *extra);
/* A word of letters A to Z, not all capitals and not one of the abbreviations,
 * has one of two classes behind any character but '/'. */
struct either {
	enum before class[2];
};

enum { WORD_EITHERS = 6 };
extern const struct either word_eithers[WORD_EITHERS];

/* Which two a word of n > 1 letters has; capital: the first is one. */
static inline unsigned
word_either(size_t n, bool capital)
{
	return 3U * capital + (n > 3) + (n > ABBREV_MAX);
}

/* Which of them, by what common.txt says of the word. */
static inline enum before
word_which(unsigned either, unsigned common)
{
	bool capital = either > 2;

	return word_eithers[either].class[(capital ? common & COMMON_LEVEL
	                                           : 2 * common) < 2];
}

/* The class of a word; next: the byte behind it, 0 at the end. */
enum after word_class_after(struct word w, char next, sent_extra *extra);
/* The quick look, at a short word of letters before a blank or comma, of which
 * none but the first is a capital, and which is no abbreviation; false for any
 * other word at at. */
bool word_quick_after(struct str text, size_t at, struct word *w,
                      enum after *class);

#endif
