/* quotes - list the quotations of a text with their speakers */
#include "cli.h"
#include "quote_rows.h"
#include "sent.h"

enum { PART_MAX = 256 * 1024 };

static bool all, spans, indirect, context, mark;
static int single;
static const char *kinds, *verbs_path;
static struct quote_choice choice;
static struct table verbs;

static const char *const single_names[] = { "auto", "on", "off", NULL };

static const struct opt opts[] = {
	{ .letter = 'a', .name = "all", .kind = OPT_FLAG,
	  .help = "list scare quotes and titles too", .to = { .flag = &all } },
	{ .letter = 'i', .name = "indirect", .kind = OPT_FLAG,
	  .help = "list indirect speech too", .to = { .flag = &indirect } },
	{ .letter = 'j', .name = "join", .kind = OPT_FLAG,
	  .help = "write the pieces of an utterance as one record",
	  .to = { .flag = &choice.join } },
	{ .letter = 'k', .name = "kinds", .kind = OPT_TEXT, .arg = "LIST",
	  .help = "list these kinds: direct,fragment,indirect,scare",
	  .to = { .text = &kinds } },
	{ .letter = 'm', .name = "min-confidence", .kind = OPT_REAL,
	  .arg = "X", .help = "list what is at least as sure as X (0 to 1)",
	  .to = { .real = &choice.confidence } },
	{ .letter = 'c', .name = "context", .kind = OPT_FLAG,
	  .help = "add the reporter's sentence as a last column",
	  .to = { .flag = &context } },
	{ .letter = 's', .name = "spans", .kind = OPT_FLAG,
	  .help = "look for no speakers: fast", .to = { .flag = &spans } },
	{ .name = "single", .kind = OPT_CHOICE,
	  .help = "whether single marks hold speech (auto: as the text does)",
	  .to = { .choice = &single }, .choices = single_names },
	{ .name = "verbs", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "take the words in FILE, one a line, as verbs of saying",
	  .to = { .text = &verbs_path } },
	{ .name = "mark", .kind = OPT_FLAG,
	  .help = "write the text with quotations and speakers marked",
	  .to = { .flag = &mark } },
	{ .name = "color", .kind = OPT_CHOICE,
	  .help = "whether --mark colours (auto: on a terminal)",
	  .to = { .choice = &cli.color }, .choices = cli_when_names },
	CLI_FIELDS_OPT,
	{ 0 },
};

static const struct command command = {
	.name = "quotes",
	.usage = "[option ...] [file ...]",
	.about = "list the quotations of a text with their speakers",
	.status = "nothing was found (with -e)",
	.examples = "  quotes < article.txt\n"
	            "  quotes --csv article.txt > quotes.csv\n",
	.opts = opts,
	.shared = cli_record_opts,
};

static struct quotes
find(struct arena *a, struct tokens *toks, const struct doc *doc)
{
	struct quote_text t = { .text = doc->text, .toks = toks,
		                .verbs = verbs_path ? &verbs : NULL,
		                .indirect = indirect };
	struct names names;

	t.pieces = quote_scan(a, doc->text, (enum quote_single)single);
	if (spans || (t.pieces.n == 0 && !indirect))
		return quote_spans(a, doc->text, t.pieces);
	token_split(toks, doc->text);
	t.sents = sent_split(a, doc->text);
	names = name_find(a, doc->text, toks, t.sents);
	t.names = &names;
	return quote_find(a, &t);
}

/* Shows the quotations of a part; their number. */
static size_t
show(struct arena *a, struct tokens *toks, const struct doc *doc)
{
	struct quote_out out = { &cli.record, &cli.place, doc, cli_plain(),
		                 cli.with_doc, context };
	struct quotes rows;

	if (doc->first)
		choice.before = 0;
	rows = quote_choose(a, find(a, toks, doc), &choice);
	choice.before += rows.n;
	if (mark) {
		if (doc->first)
			cli_mark(doc);
		quote_markup(&cli.out, doc->text, rows, cli_color());
		return rows.n;
	}
	place_begin(&cli.place, doc);
	for (size_t i = 0; i < rows.n; i++)
		quote_put(&out, &rows.v[i]);
	place_end(&cli.place, doc->text.n);
	return rows.n;
}

/* The kinds to list; false when --kinds is wrong. */
static bool
choose_kinds(void)
{
	choice.kinds = 1u << QUOTE_DIRECT | 1u << QUOTE_FRAGMENT;
	if (kinds != NULL && !quote_kinds(str_of(kinds), &choice.kinds))
		return false;
	choice.kinds |= (unsigned)all << QUOTE_SCARE |
	                (unsigned)indirect << QUOTE_INDIRECT;
	indirect = (choice.kinds & 1u << QUOTE_INDIRECT) != 0;
	return true;
}

int
main(int argc, char **argv)
{
	struct arena a = { 0 }, words = { 0 };
	struct tokens toks = { 0 };
	struct doc doc;
	size_t found = 0;
	int status;

	if (!cli_begin(&command, argc, argv, &status))
		return status;
	if (!choose_kinds())
		return cli_misuse("--kinds needs kinds of quotations");
	if (verbs_path != NULL && !quote_verbs(&words, &verbs, verbs_path))
		return 2;
	cli_input(argv, PART_MAX, false);
	if (!mark)
		cli_record(context ? quote_columns_context : quote_columns);
	while (cli_part(&doc)) {
		found += show(&a, &toks, &doc);
		arena_reset(&a);
	}
	table_release(&verbs);
	token_release(&toks);
	arena_release(&words);
	arena_release(&a);
	return cli_end(found > 0);
}
