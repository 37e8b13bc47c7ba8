/* newscat - read files, tables and JSON Lines as a stream of documents */
#include <stdlib.h>

#include "arena.h"
#include "cli.h"
#include "cli_progress.h"
#include "source.h"
#include "source_text.h"
#include "source_where.h"

static struct source_opts source = { .before_wait = out_flush_waiting,
	                             .context = &cli.out };
static struct text_work work;
static bool quiet;
static const char *text_column, *name_column;
static struct opt_list metas, conditions;
static struct source_where *where;

static const char *const form_names[] = { "auto", "text", "csv", "tsv",
	                                  "jsonl", NULL };
static const char *const encoding_names[] = { "utf-8", "windows-1252",
	                                      "latin1", "auto", NULL };
static const char *const para_ends[] = { "line", "blank", NULL };

static const struct opt opts[] = {
	{ .letter = 'r', .name = "recursive", .kind = OPT_FLAG,
	  .help = "read the files of directories, in the order of their names",
	  .to = { .flag = &source.recursive } },
	{ .name = "from", .kind = OPT_CHOICE,
	  .help = "what the input is (auto: see by its name or first line)",
	  .to = { .choice = &source.form }, .choices = form_names },
	{ .name = "text", .kind = OPT_TEXT, .arg = "COL",
	  .help = "column or key of the text", .to = { .text = &text_column } },
	{ .name = "name", .kind = OPT_TEXT, .arg = "COL",
	  .help = "column or key of the document's name",
	  .to = { .text = &name_column } },
	{ .name = "meta", .kind = OPT_LIST, .arg = "KEY=COL",
	  .help = "carry a column along as a field; COL alone is COL=COL",
	  .to = { .list = &metas } },
	{ .name = "where", .kind = OPT_LIST, .arg = "KEY=VALUE",
	  .help = "only documents with this field, or with one in FROM..TO",
	  .to = { .list = &conditions } },
	{ .name = "encoding", .kind = OPT_CHOICE,
	  .help = "what the bytes are (auto: windows-1252 where not UTF-8)",
	  .to = { .choice = &work.opts.encoding }, .choices = encoding_names },
	{ .name = "repair", .kind = OPT_FLAG,
	  .help = "undo misread UTF-8, join words split at line ends",
	  .to = { .flag = &work.opts.repair } },
	{ .name = "paragraphs", .kind = OPT_CHOICE,
	  .help = "what ends a paragraph: a line end, or a blank line",
	  .to = { .choice = &work.opts.paragraphs }, .choices = para_ends },
	{ .letter = 'q', .name = "quiet", .kind = OPT_FLAG,
	  .help = "show no progress on a terminal", .to = { .flag = &quiet } },
	CLI_SANDBOX_OPT,
	{ 0 },
};

static const struct command newscat = {
	.name = "newscat",
	.usage = "[-qr] [--text=COL] [--name=COL] [option ...] [file ...]",
	.about = "read files, tables and JSON Lines as a stream of documents",
	.examples = "  newscat a.csv.gz | strip-boilerplate | quotes --csv\n"
	            "  newscat -r --where=date=2025-01..2025-06 dump/\n",
	.opts = opts,
};

/* A condition on something that is no field yet makes it one. */
static bool
want(struct source_wanted *w)
{
	bool good = true;

	w->text = str_of(text_column);
	w->name = str_of(name_column);
	for (size_t i = 0; i < metas.n; i++)
		good &= wanted_parse(w, str_of(metas.v[i]));
	wanted_add(w, STR("date"), STR(""));
	wanted_add(w, STR("source"), STR(""));
	where = mem_alloc(conditions.n, sizeof(*where));
	for (size_t i = 0; i < conditions.n; i++)
		good &= where_parse(&where[i], str_of(conditions.v[i])) &&
		        wanted_need(w, where[i].key);
	return good;
}

static void
put_mark(const struct article *a)
{
	out_raw(&cli.out, STR("\f"));
	out_bytes(&cli.out, a->name);
	if (a->fields.n > 0)
		out_raw(&cli.out, STR("\t"));
	out_bytes(&cli.out, a->fields);
	out_raw(&cli.out, STR("\n"));
}

static void
put_text(const struct article *a)
{
	struct str text = text_refine(&work, a->text);

	out_bytes(&cli.out, text);
	if (a->last && text.n > 0 && text.p[text.n - 1] != '\n')
		out_raw(&cli.out, STR("\n"));
}

static void
put_all(struct source *s, char *const *files)
{
	struct cli_progress progress;
	struct article a;
	bool chosen = true;

	progress_begin(&progress, files, quiet);
	while (!out_failed(&cli.out) && source_next(s, &a)) {
		text_decode(&work, &a);
		if (a.first)
			chosen = where_all_hold(where, conditions.n, a.fields);
		if (chosen && a.first)
			put_mark(&a);
		if (chosen)
			put_text(&a);
		progress_step(&progress, source_bytes(s));
	}
	progress_end(&progress);
}

int
main(int argc, char **argv)
{
	struct source *s;
	int status;

	if (!cli_begin(&newscat, argc, argv, &status))
		return status;
	if (!want(&source.wanted))
		return cli_misuse("--meta and --where need KEY=VALUE");
	source.windows_1252 = work.opts.encoding != TEXT_UTF8;
	source.part_max = text_is_plain(&work.opts) ? INPUT_PART : 0;
	cli_confine(argv + 1, NULL);
	s = source_open(argv + 1, &source);
	put_all(s, argv + 1);
	source_close(s);
	text_release(&work);
	wanted_release(&source.wanted);
	opt_list_free(&metas);
	opt_list_free(&conditions);
	free(where);
	return cli_end(true);
}
