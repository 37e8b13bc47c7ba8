/*
 * freq_stop.h - words that are left out: a list of English function words, or
 * the user's.
 */
#ifndef FREQ_STOP_H
#define FREQ_STOP_H

#include "arena.h"
#include "out.h"
#include "table.h"

struct freq_stop {
	struct table words;
	struct arena text;
};

/* Adds lib/data/stop.txt, folded words with one form of apostrophe. */
void freq_stop_english(struct freq_stop *s);
/* Adds the words of a file, separated by anything that separates words, under
 * the form that rules count them by; what cannot be read is reported. */
void freq_stop_file(struct freq_stop *s, const char *path, unsigned rules);
void freq_stop_release(struct freq_stop *s);
/* The English list, "class TAB word" lines. */
void freq_stop_show(struct out *o);

#endif
