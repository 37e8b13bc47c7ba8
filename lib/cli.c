/* cli.c - the life that every tool shares: options, input, output, status. */
#include "cli.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>

#include "arena.h"
#include "err.h"
#include "sandbox.h"

enum { WAIT_MS = 100, TRIES_MAX = 100 }; /* for a stderr that is full */

struct cli cli;

static const char *tool;

const char *const cli_when_names[] = { "auto", "always", "never", NULL };
static const char *const offset_names[] = { "bytes", "chars", NULL };

const struct opt cli_record_opts[] = {
	{ .letter = 'H', .name = "with-doc", .kind = OPT_FLAG,
	  .help = "put the document's name first in plain output",
	  .to = { .flag = &cli.with_doc } },
	{ .name = "csv", .kind = OPT_FLAG,
	  .help = "write comma-separated values with a header line",
	  .to = { .flag = &cli.csv } },
	{ .name = "json", .kind = OPT_FLAG, .help = "write JSON Lines",
	  .to = { .flag = &cli.json } },
	{ .name = "no-header", .kind = OPT_FLAG,
	  .help = "leave the header line of --csv out",
	  .to = { .flag = &cli.no_header } },
	{ .name = "excel", .kind = OPT_FLAG,
	  .help = "make --csv safe for spreadsheets: BOM, CRLF, no formulas",
	  .to = { .flag = &cli.excel } },
	{ .name = "offsets", .kind = OPT_CHOICE,
	  .help = "count offsets in bytes (default) or code points",
	  .to = { .choice = &cli.offsets }, .choices = offset_names },
	{ .letter = 'e', .name = "exit-status", .kind = OPT_FLAG,
	  .help = "exit with 1 when nothing was found",
	  .to = { .flag = &cli.exit_status } },
	CLI_SANDBOX_OPT,
	{ 0 },
};

const struct opt cli_copy_opts[] = {
	{ .name = "headers", .kind = OPT_CHOICE,
	  .help = "begin each FILE with a document mark (auto: when there "
	          "are two or more)",
	  .to = { .choice = &cli.headers }, .choices = cli_when_names },
	{ 0 },
};

/* A message that cannot be written is lost: there is nowhere left to say so.
 * The exit status still tells. */
static void
write_message(struct str s)
{
	struct pollfd ready = { .fd = STDERR_FILENO, .events = POLLOUT };

	for (int tries = 0; s.n > 0 && tries < TRIES_MAX; tries++) {
		ssize_t n = write(STDERR_FILENO, s.p, s.n);

		if (n > 0)
			s = str_from(s, (size_t)n);
		else if (n == 0 || (errno != EINTR && errno != EAGAIN))
			return;
		else if (errno == EAGAIN)
			poll(&ready, 1, WAIT_MS);
	}
}

/* Messages are one write each, so that those of a pipeline do not mix. */
static void
say(void *context, struct str message)
{
	struct buf b = { 0 };

	(void)context;
	buf_cstr(&b, tool);
	buf_cstr(&b, ": ");
	buf_add(&b, message);
	buf_char(&b, '\n');
	write_message(buf_str(&b));
	buf_release(&b);
}

static void
out_of_memory(void)
{
	write_message(str_of(tool));
	write_message(STR(": out of memory\n"));
	_exit(2);
}

int
cli_misuse(const char *reason)
{
	struct buf b = { 0 };

	say(NULL, str_of(reason));
	buf_cstr(&b, "try '");
	buf_cstr(&b, tool);
	buf_cstr(&b, " --help'");
	say(NULL, buf_str(&b));
	buf_release(&b);
	return 2;
}

bool
cli_begin(const struct command *cmd, int argc, char **argv, int *status)
{
	struct buf text = { 0 };

	tool = cmd->name;
	err_on_report(say, NULL);
	mem_on_fail(out_of_memory);
	out_open(&cli.out, STDOUT_FILENO);
	switch (opt_parse(cmd, argc, argv, &text)) {
	case OPT_RUN:
		buf_release(&text);
		if (cli.excel && !cli.csv) {
			*status = cli_misuse("--excel goes with --csv");
			return false;
		}
		if (cli.csv && cli.json) {
			*status = cli_misuse("--csv and --json exclude each "
			                     "other");
			return false;
		}
		return true;
	case OPT_SHOWN:
		out_raw(&cli.out, buf_str(&text));
		*status = out_close(&cli.out) ? 0 : 2;
		break;
	default: /* OPT_MISUSE */
		buf_char(&text, '\0');
		*status = cli_misuse(text.p);
		break;
	}
	buf_release(&text);
	return false;
}

void
cli_confine(char *const *files, const char *spill)
{
	if (!cli.no_sandbox)
		sandbox_enter(files, spill);
}

void
cli_input(char **argv, size_t part_max, bool live)
{
	struct input_opts opts = { .part_max = part_max, .live = live,
		                   .before_wait = out_flush_waiting,
		                   .context = &cli.out };

	cli_confine(argv + 1, cli.spill);
	cli.in = input_open(argv + 1, &opts);
}

/* What --fields asks for: keys, and their values in this document. */
static struct {
	struct str *key, *value;
	size_t n;
} fields;

static void
split_fields(void)
{
	struct str rest = str_of(cli.fields);

	fields.n = 0;
	fields.key = mem_alloc(rest.n + 1, sizeof(*fields.key));
	fields.value = mem_alloc(rest.n + 1, sizeof(*fields.value));
	while (rest.n > 0) {
		struct str key = str_trim(str_cut(&rest, ','));

		if (key.n > 0)
			fields.key[fields.n++] = key;
	}
}

void
cli_fields(struct str row)
{
	for (size_t i = 0; i < fields.n; i++)
		fields.value[i] = input_field(row, fields.key[i]);
}

bool
cli_part(struct doc *doc)
{
	if (out_failed(&cli.out) || !input_part(cli.in, doc))
		return false;
	cli_fields(doc->fields);
	return true;
}

bool
cli_plain(void)
{
	return !cli.csv && !cli.json;
}

void
cli_record(const char *const *columns)
{
	enum record_form form = cli.csv    ? RECORD_CSV
	                        : cli.json ? RECORD_JSON
	                                   : RECORD_TSV;

	cli.place.chars = cli.offsets == 1;
	record_open(&cli.record, &cli.out, form, cli.excel);
	if (cli.fields != NULL) {
		split_fields();
		record_tail(&cli.record, fields.key, fields.value, fields.n);
	}
	record_header(&cli.record, columns, !cli.no_header);
}

/* A path with control characters must not forge a mark or a field. */
static void
put_own_mark(struct str path)
{
	struct buf b = { 0 };

	buf_char(&b, '\f');
	err_escape(&b, path);
	buf_char(&b, '\n');
	out_bytes(&cli.out, buf_str(&b));
	buf_release(&b);
}

void
cli_mark(const struct doc *doc)
{
	if (doc->mark.n > 0) {
		out_bytes(&cli.out, doc->mark);
		if (!str_ends(doc->mark, STR("\n")))
			out_raw(&cli.out, STR("\n"));
	} else if (cli.headers == CLI_ALWAYS ||
	           (cli.headers == CLI_AUTO && input_many(cli.in))) {
		put_own_mark(doc->name);
	}
}

bool
cli_color(void)
{
	const char *none = getenv("NO_COLOR");
	const char *term = getenv("TERM");

	if (cli.color != CLI_AUTO)
		return cli.color == CLI_ALWAYS;
	return cli.out.terminal && (none == NULL || *none == '\0') &&
	       term != NULL && strcmp(term, "dumb") != 0;
}

int
cli_end(bool found)
{
	bool written;

	if (cli.in != NULL)
		input_close(cli.in);
	record_release(&cli.record);
	free(fields.key);
	free(fields.value);
	written = out_close(&cli.out);
	if (!written || err_count() > 0)
		return 2;
	return cli.exit_status && !found ? 1 : 0;
}
