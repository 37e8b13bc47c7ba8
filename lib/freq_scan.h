/*
 * freq_scan.h - counts the words of a text, fast.
 *
 * The same words and keys as freq_word.h, which a test proves: whatever is not
 * plain goes through it.
 */
#ifndef FREQ_SCAN_H
#define FREQ_SCAN_H

#include <stdint.h>

#include "buf.h"
#include "freq_adder.h"
#include "freq_class.h"
#include "str.h"

struct freq_scan {
	freq_class_fn *class;
	unsigned rules;       /* enum freq_rules */
	uint64_t lower;       /* the bits that make 8 bytes lower case, or 0 */
	struct freq_adder to;
	struct buf key;
};

void freq_scan_open(struct freq_scan *s, struct freq_table *table,
                    unsigned rules);
/* Counts the words of text. */
void freq_scan_text(struct freq_scan *s, struct str text);
/* Now the table has them all; their number since the last time. */
uint64_t freq_scan_end(struct freq_scan *s);
void freq_scan_close(struct freq_scan *s);

#endif
