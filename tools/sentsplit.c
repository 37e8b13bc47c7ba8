/* sentsplit - put one sentence on a line */
#include "cli.h"
#include "sent.h"
#include "sent_extra.h"
#include "sent_list.h"
#include "sent_write.h"

enum { PART_MAX = 1024 * 1024 };

static bool wrapped, parted, bounds;
static int lang;
static const char *abbrev_path, *model_path;

static const char *const lang_names[] = { "en", NULL };

static const struct opt opts[] = {
	{ .letter = 'w', .name = "wrapped", .kind = OPT_FLAG,
	  .help = "paragraphs lie between empty lines, their lines are joined",
	  .to = { .flag = &wrapped } },
	{ .letter = 'p', .name = "paragraphs", .kind = OPT_FLAG,
	  .help = "put an empty line between paragraphs",
	  .to = { .flag = &parted } },
	{ .letter = 'b', .name = "bounds", .kind = OPT_FLAG,
	  .help = "write each sentence's start TAB end, not its text",
	  .to = { .flag = &bounds } },
	{ .name = "abbrev", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "add the abbreviations in FILE, one a line",
	  .to = { .text = &abbrev_path } },
	{ .name = "lang", .kind = OPT_CHOICE,
	  .help = "language of the text; there is one so far",
	  .to = { .choice = &lang }, .choices = lang_names },
	{ .name = "model", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "judge by the weights in FILE, made by newstrain sent",
	  .to = { .text = &model_path } },
	CLI_FIELDS_OPT,
	{ 0 },
};

static const struct command sentsplit = {
	.name = "sentsplit",
	.usage = "[option ...] [file ...]",
	.about = "put one sentence on a line",
	.status = "there was no sentence (with -e)",
	.examples = "  sentsplit < article.txt\n"
	            "  sentsplit article.txt | quotes\n",
	.opts = opts,
	.shared = cli_copy_opts,
	.also = cli_record_opts,
};

static const char *const columns[] = {
	"doc", "paragraph", "sentence", "start", "end", "text", NULL
};

/* Copies the documents; whether there was any text. */
static bool
copy(struct sent *s)
{
	struct sent_writer w = { .out = &cli.out, .in = cli.in, .sent = s,
		                 .wrapped = wrapped, .parted = parted };
	bool found = false;
	struct doc doc;

	while (cli_part(&doc)) {
		if (doc.first)
			cli_mark(&doc);
		sent_write(&w, &doc);
		found |= w.begun;
	}
	return found;
}

static void
put_record(const struct doc *doc, const struct sent_record *at)
{
	struct str text = str_sub(doc->text, at->at);
	struct record *r = &cli.record;

	if (!cli_plain()) {
		record_str(r, doc->name);
		record_num(r, at->paragraph);
		record_num(r, at->sentence);
	} else if (cli.with_doc) {
		record_str(r, doc->name);
	}
	if (!cli_plain() || bounds) {
		record_num(r, place_at(&cli.place, at->at.beg));
		record_num(r, place_at(&cli.place, at->at.end));
	}
	if (cli_plain() && bounds)
		;
	else if (wrapped)
		record_flat(r, text);
	else
		record_str(r, text);
	record_end(r);
}

/* Writes a record a sentence; whether there was one. */
static bool
list(struct sent *s)
{
	struct sent_lister l = { .sent = s };
	struct sent_record at;
	bool found = false;
	struct doc doc;

	cli_record(columns);
	while (cli_part(&doc)) {
		if (doc.first && cli_plain() && !cli.with_doc)
			cli_mark(&doc);
		place_begin(&cli.place, &doc);
		sent_list_part(&l, doc.text, doc.first, doc.last);
		while (sent_list_next(&l, &at)) {
			put_record(&doc, &at);
			found = true;
		}
		place_end(&cli.place, sent_list_drop(&l));
		if (!doc.last)
			input_keep(cli.in, doc.text.n - l.drop);
	}
	return found;
}

int
main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct table extra = { 0 };
	struct buf weights = { 0 };
	struct sent s;
	int status;

	if (!cli_begin(&sentsplit, argc, argv, &status))
		return status;
	sent_init(&s);
	s.wrapped = wrapped;
	s.extra = abbrev_path != NULL ? &extra : NULL;
	if (abbrev_path != NULL && !sent_extra_load(&extra, &a, abbrev_path))
		return 2;
	if (model_path != NULL && !sent_load(&s, &weights, model_path))
		return 2;
	cli_input(argv, PART_MAX, true);
	if (cli_plain() && !bounds && !cli.with_doc)
		return cli_end(copy(&s));
	return cli_end(list(&s));
}
