/*
 * source_text.h - a document's text made what the filters read: UTF-8, a
 * paragraph a line. By default nothing is changed.
 */
#ifndef SOURCE_TEXT_H
#define SOURCE_TEXT_H

#include <stdbool.h>

#include "buf.h"
#include "source.h"
#include "str.h"

enum text_encoding {
	TEXT_UTF8,
	TEXT_WINDOWS_1252,
	TEXT_LATIN1,
	TEXT_AUTO /* UTF-8 where it is that, else windows-1252 */
};

struct text_opts {
	int encoding;   /* enum text_encoding */
	bool repair;    /* see source_repair.h */
	int paragraphs; /* 1: only an empty line ends one */
};

/* Zero-initialise, with the options. Owns what text_decode() and text_refine()
 * give, until the next call. */
struct text_work {
	struct text_opts opts;
	struct buf name, fields, text;
	struct buf spare[2];
	struct buf guarded;
};

/* Adds s, which is windows-1252, as UTF-8. The five bytes that it leaves
 * undefined become C1 controls, as on the Web (WHATWG Encoding). */
void text_windows_1252(struct buf *b, struct str s);
/* Adds s, which is ISO 8859-1, as UTF-8. */
void text_latin1(struct buf *b, struct str s);
/* Adds the paragraphs of text, each as one line: lines follow one another with
 * a space, blank ones part the paragraphs. */
void text_unwrap(struct buf *b, struct str text);

/* Decodes name, fields and text, each by itself. */
void text_decode(struct text_work *w, struct article *a);
/* Repairs and unwraps the text where that is asked for, and sees to it that it
 * begins no document: see mark_guard(). */
struct str text_refine(struct text_work *w, struct str text);
/* Nothing is changed: a document can come in parts of any size. */
bool text_is_plain(const struct text_opts *opts);
void text_release(struct text_work *w);

#endif
