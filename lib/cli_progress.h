/*
 * cli_progress.h - one line on standard error that tells how far a tool is.
 *
 * Shown only when standard error is a terminal, standard output is none, and
 * the size of all operands is known: "1234 documents, 85 MB/s, 0:42 left".
 */
#ifndef CLI_PROGRESS_H
#define CLI_PROGRESS_H

#include <stdbool.h>
#include <stdint.h>

struct cli_progress {
	bool shown;
	uint64_t total;     /* bytes of the operands */
	uint64_t documents;
	uint64_t started;   /* nanoseconds, as the next */
	uint64_t next;      /* when the line is due again */
};

/* files as for input_open(); none is standard input. */
void progress_begin(struct cli_progress *p, char *const *files, bool quiet);
/* A document has been worked; so many bytes of the operands are read. */
void progress_step(struct cli_progress *p, uint64_t bytes);
/* Wipes the line. */
void progress_end(struct cli_progress *p);

#endif
