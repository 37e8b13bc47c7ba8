/*
 * cli.h - the life that every tool shares: options, input, output, status.
 *
 *	if (!cli_begin(&command, argc, argv, &status))
 *		return status;
 *	while (cli_part(&doc))
 *		work(&doc);
 *	return cli_end(found);
 *
 * The one module that may write to standard error and, when memory runs out,
 * end the process (exit status 2).
 */
#ifndef CLI_H
#define CLI_H

#include <stdbool.h>
#include <stddef.h>

#include "input.h"
#include "opt.h"
#include "out.h"
#include "place.h"
#include "record.h"

enum cli_when { CLI_AUTO, CLI_ALWAYS, CLI_NEVER };

/* What the shared options set, and the streams of the process. */
struct cli {
	bool csv, json, no_header, excel;
	bool with_doc;    /* -H */
	bool exit_status; /* -e */
	int offsets;      /* 0 bytes, 1 code points */
	int headers;      /* enum cli_when, of the copying filters */
	int color;        /* enum cli_when */
	bool no_sandbox;
	const char *spill; /* folder for temporary files, or NULL */
	const char *fields; /* --fields */
	struct input *in;
	struct out out;
	struct record record;
	struct place place;
};

#define CLI_SANDBOX_OPT                                          \
	{ .name = "no-sandbox", .kind = OPT_FLAG,                \
	  .help = "do not confine the process (Landlock, seccomp)", \
	  .to = { .flag = &cli.no_sandbox } }

/* For the option table of a tool that writes records of single documents. */
#define CLI_FIELDS_OPT                                           \
	{ .name = "fields", .kind = OPT_TEXT, .arg = "KEYS",     \
	  .help = "put these fields of the document, a,b,c, into " \
	          "columns at the end",                          \
	  .to = { .text = &cli.fields } }

extern struct cli cli;

/* -H --csv --json --no-header --excel --offsets -e --no-sandbox: record
 * writers. */
extern const struct opt cli_record_opts[];
/* --headers: copying filters, which write records as well. */
extern const struct opt cli_copy_opts[];
/* The choices of --color and --headers: auto, always, never. */
extern const char *const cli_when_names[];

/* False when the tool shall end at once with *status: --help, --version, a bad
 * option. The operands are left at argv[1]. Opens out, not the input. */
bool cli_begin(const struct command *cmd, int argc, char **argv, int *status);
/* A misuse found after parsing ("--excel needs --csv"): writes it with the
 * hint at --help and returns 2. */
int cli_misuse(const char *reason);
/* Confines the process to reading files (NULL-terminated), and writing below
 * spill when that is not NULL; see sandbox.h. Everything else that has to be
 * opened is opened before. */
void cli_confine(char *const *files, const char *spill);
/* Opens the operands at argv[1], after cli_confine() to them and cli.spill.
 * part_max and live: see input.h. */
void cli_input(char **argv, size_t part_max, bool live);
/* The next part; false at the end, or when the output has failed. */
bool cli_part(struct doc *doc);
/* What --fields asks for, of these fields of a document, goes into the records
 * from now on; cli_part() calls it. The view must live as long. */
void cli_fields(struct str fields);
/* Opens cli.record in the form that the options ask for, and writes the
 * header line of columns (NULL-terminated) where there is one. */
void cli_record(const char *const *columns);
/* Plain lines are wanted: neither --csv nor --json. */
bool cli_plain(void);
/* Copies the document's mark line; writes one where the --headers rule asks
 * for it. For the first part of a document. */
void cli_mark(const struct doc *doc);
/* Whether to colour, by --color, NO_COLOR, TERM and the terminal. */
bool cli_color(void);
/* Closes everything; the exit status. */
int cli_end(bool found);

#endif
