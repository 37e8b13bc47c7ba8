/*
 * freq_key.h - the form that a word is counted under.
 */
#ifndef FREQ_KEY_H
#define FREQ_KEY_H

#include "buf.h"
#include "str.h"

/* Puts the form that a word is counted under into key: by enum freq_rules,
 * full case folding of NFC (without FREQ_KEEP_CASE: NFC); one apostrophe, one
 * hyphen, no ignorable characters, ligatures taken apart, final sigma. */
void freq_word_key(struct buf *key, struct str word, unsigned rules);

#endif
