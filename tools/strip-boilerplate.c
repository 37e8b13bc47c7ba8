/* strip-boilerplate - keep the article's own lines of a news page's text */
#include "clean.h"
#include "clean_doc.h"
#include "cli.h"
#include "err.h"

static struct clean_opts how;
static bool invert, explain;
static const char *learn;

static const char *const levels[] = { "auto", "dump", "light", NULL };

static const struct opt opts[] = {
	{ .letter = 'v', .name = "invert", .kind = OPT_FLAG,
	  .help = "write the dropped lines instead of the kept ones",
	  .to = { .flag = &invert } },
	{ .name = "explain", .kind = OPT_FLAG,
	  .help = "write the dropped lines as records, with the reasons",
	  .to = { .flag = &explain } },
	{ .name = "level", .kind = OPT_CHOICE,
	  .help = "how dirty documents are: whole pages, or scrapers' leavings",
	  .to = { .choice = &how.level }, .choices = levels },
	{ .name = "keep", .kind = OPT_TEXT, .arg = "CLASS,...",
	  .help = "keep lines that are byline, caption, credit or timestamp",
	  .to = { .text = &how.keep } },
	{ .name = "drop", .kind = OPT_TEXT, .arg = "CLASS,...",
	  .help = "drop lines that are headline or dateline",
	  .to = { .text = &how.drop } },
	{ .name = "patterns", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "drop lines that hold a phrase of FILE; +phrase keeps them",
	  .to = { .text = &how.patterns } },
	{ .name = "bias", .kind = OPT_REAL, .arg = "NUM",
	  .help = "add to the log-odds of every line: above 0 keeps more",
	  .to = { .real = &how.bias } },
	{ .name = "learn", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "count the lines of each source in FILE, write no text",
	  .to = { .text = &learn } },
	{ .name = "repeats", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "drop lines that came in several documents, by FILE",
	  .to = { .text = &how.repeats } },
	{ .name = "model", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "judge by the weights in FILE, made by newstrain clean",
	  .to = { .text = &how.model } },
	{ 0 },
};

static const struct command strip_boilerplate = {
	.name = "strip-boilerplate",
	.usage = "[option ...] [file ...]",
	.about = "keep the article's own lines of a news page's text",
	.status = "no line was kept (with -e)",
	.examples = "  lynx -dump page.html | strip-boilerplate\n"
	            "  strip-boilerplate --explain article.txt\n",
	.opts = opts,
	.shared = cli_copy_opts,
	.also = cli_record_opts,
};

static void
put_line(const struct doc *doc, const struct clean_line *line)
{
	struct str s = str_sub(doc->text, line->at);

	out_bytes(&cli.out, s);
	if (doc->last && line->at.end == doc->text.n &&
	    !str_ends(s, STR("\n")))
		out_char(&cli.out, '\n');
}

/* The number of lines kept. */
static size_t
put_part(struct clean_doc *d, const struct doc *doc)
{
	bool records = explain || !cli_plain();
	struct clean_line line;
	size_t kept = 0;

	if (doc->first && !records)
		cli_mark(doc);
	place_begin(&cli.place, doc);
	while (clean_doc_next(d, doc, &line)) {
		kept += line.keep;
		if (!records && line.keep != invert)
			put_line(doc, &line);
		else if (records && !(explain && line.keep))
			clean_doc_record(d, doc, &line, &cli.record,
			                 &cli.place);
	}
	place_end(&cli.place, doc->text.n);
	return kept;
}

/* The number of documents. */
static size_t
learn_lines(const struct clean *c, char **argv)
{
	struct clean_repeat r = { 0 };
	int fd = clean_repeat_open(&r, learn);
	uint32_t docs = 0;
	struct doc doc;

	if (fd < 0)
		return 0;
	cli_input(argv, 0, false);
	while (cli_part(&doc)) {
		docs += doc.first;
		clean_learn(c, &r, docs, doc.text, clean_doc_source(&doc));
	}
	clean_repeat_save(&r, fd);
	clean_repeat_release(&r);
	return docs;
}

int
main(int argc, char **argv)
{
	struct clean_doc d = { 0 };
	struct clean *c;
	struct doc doc;
	size_t kept = 0;
	int status;

	if (!cli_begin(&strip_boilerplate, argc, argv, &status))
		return status;
	c = clean_new(&how);
	if (c == NULL)
		return 2;
	d.clean = c;
	if (learn != NULL) {
		kept = learn_lines(c, argv);
	} else {
		cli_input(argv, 0, false);
		if (explain || !cli_plain())
			cli_record(clean_doc_columns);
		while (cli_part(&doc))
			kept += put_part(&d, &doc);
		clean_doc_warn(&d);
	}
	clean_doc_release(&d);
	clean_free(c);
	return cli_end(kept > 0);
}
