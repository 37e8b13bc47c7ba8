/*
 * freq_spill.h - sorts more records than memory holds.
 *
 * A record is a row of 32-bit numbers; the first `keys` of them are the order.
 * What does not fit in the budget goes in sorted runs to one file without a
 * name in TMPDIR (/tmp), of which nothing is left when the process ends.
 */
#ifndef FREQ_SPILL_H
#define FREQ_SPILL_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

enum { FREQ_WIDTH = 24 }; /* the most numbers of a record */

struct freq_run;

struct freq_spill {
	size_t width, keys;
	size_t budget;         /* bytes of records in memory */
	uint32_t *v;           /* records, big-endian */
	size_t n, room;
	int fd;                /* of the runs, or -1 */
	bool failed;           /* the file could not be written or read:
	                        * reported */
	uint64_t end;          /* of the file */
	struct freq_run *run;  /* merging: a heap */
	size_t runs, runs_room;
	bool merging;
	size_t given;          /* without runs: the records returned */
};

/* TMPDIR, or /tmp. */
const char *freq_spill_folder(void);

void freq_spill_open(struct freq_spill *s, size_t width, size_t keys,
                     size_t budget);
void freq_spill_add(struct freq_spill *s, const uint32_t *record);
/* The next record in order; after the first call nothing may be added. False
 * at the end. */
bool freq_spill_next(struct freq_spill *s, uint32_t *record);
void freq_spill_close(struct freq_spill *s);

#endif
