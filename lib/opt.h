/*
 * opt.h - one table of options gives parsing, --help and completion.
 *
 * Options and operands may be mixed; "--" ends the options; "-" is an operand.
 * Long options are written out in full, "--name value" or "--name=value";
 * letters can be bundled ("-sk5"). --help and --version belong to every tool.
 */
#ifndef OPT_H
#define OPT_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "buf.h"

enum opt_kind {
	OPT_FLAG,   /* sets *flag */
	OPT_NUM,    /* a whole number from min to max */
	OPT_REAL,   /* a decimal number, "-0.5" */
	OPT_TEXT,   /* the last one given counts */
	OPT_LIST,   /* every one given counts */
	OPT_CHOICE  /* one of choices; *choice is its index */
};

struct opt_list {
	const char **v; /* views of argv; the row is freed by opt_list_free() */
	size_t n;
};

struct opt {
	char letter;      /* 0: long name only */
	const char *name; /* NULL ends the table */
	enum opt_kind kind;
	const char *arg;  /* the argument's word in --help; for OPT_CHOICE
	                   * NULL: the choices are shown, "always|never" */
	const char *help;
	union {
		bool *flag;
		uint64_t *num;
		double *real;
		const char **text;
		struct opt_list *list;
		int *choice;
	} to;
	const char *const *choices; /* OPT_CHOICE: NULL-terminated */
	uint64_t min, max;          /* OPT_NUM; max 0: no limit */
};

struct command {
	const char *name;
	const char *version;  /* of what else --version names, or NULL */
	const char *usage;    /* one line each way of use, "\n" between */
	const char *about;    /* the manual page's .Nd line */
	const char *status;   /* what exit status 1 means; NULL: it has none */
	const char *examples; /* two lines, each with its newline */
	const struct opt *opts;
	const struct opt *shared; /* options of the tool's family, or NULL */
	const struct opt *also;   /* those of a second family, or NULL */
};

enum opt_status {
	OPT_RUN,   /* operands are left, NULL-terminated, from argv[1] on */
	OPT_SHOWN, /* *text is for standard output; exit 0 */
	OPT_MISUSE /* *text is the reason, without newline; exit 2 */
};

/* Fills the targets. The caller owns *text. Texts and lists are views of argv,
 * which is permuted. */
enum opt_status opt_parse(const struct command *cmd, int argc, char **argv,
                          struct buf *text);
void opt_list_free(struct opt_list *list);

/* The text of --help, no line over 80 columns. */
void opt_help(const struct command *cmd, struct buf *text);
/* A completion script for bash; the hidden option --completion prints it. */
void opt_completion(const struct command *cmd, struct buf *text);

#endif
