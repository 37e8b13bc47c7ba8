/* strip-boilerplate - keep the article's own lines of a news page's text */
#include "clean.h"
#include "clean_doc.h"
#include "cli.h"
#include "err.h"
#include "model.h"

static struct {
	bool invert, explain;
} want;

static struct clean_opts how;

static const struct opt opts[] = {
	{ .letter = 'v', .name = "invert", .kind = OPT_FLAG,
	  .help = "write the dropped lines instead of the kept ones",
	  .to = { .flag = &want.invert } },
	{ .name = "explain", .kind = OPT_FLAG,
	  .help = "write the dropped lines as records, with the reasons",
	  .to = { .flag = &want.explain } },
	{ .name = "bias", .kind = OPT_REAL, .arg = "NUM",
	  .help = "add to the log-odds of every line: above 0 keeps more",
	  .to = { .real = &how.bias } },
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

static const char *const columns[] = {
	"doc", "line", "start", "end", "keep", "reason", "score", "text", NULL
};

static void
put_record(const struct doc *doc, const struct clean_line *line, uint64_t n)
{
	struct record *r = &cli.record;
	struct span at = line->at;

	if (at.end > at.beg && doc->text.p[at.end - 1] == '\n')
		at.end--;
	at = line_content(doc->text, at);
	record_str(r, doc->name);
	record_num(r, n);
	record_num(r, place_at(&cli.place, at.beg));
	record_num(r, place_at(&cli.place, at.end));
	record_bool(r, line->keep);
	record_str(r, line->reason);
	record_real(r, (double)line->score / MODEL_ONE, 2);
	record_str(r, str_sub(doc->text, at));
	record_end(r);
}

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
	bool records = want.explain || !cli_plain();
	struct clean_line line;
	size_t kept = 0;

	if (doc->first && !records)
		cli_mark(doc);
	place_begin(&cli.place, doc);
	while (clean_doc_next(d, doc, &line)) {
		kept += line.keep;
		if (!records && line.keep != want.invert)
			put_line(doc, &line);
		else if (records && !(want.explain && line.keep))
			put_record(doc, &line, d->line);
	}
	place_end(&cli.place, doc->text.n);
	return kept;
}

static void
warn_unsure(uint64_t docs)
{
	struct buf b = { 0 };

	if (docs == 0)
		return;
	buf_num(&b, docs);
	buf_cstr(&b, docs == 1 ? " document" : " documents");
	buf_cstr(&b, " without a sure line, printed whole");
	buf_char(&b, '\0');
	err_warn(STR(""), b.p);
	buf_release(&b);
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
	cli_input(argv, 0, false);
	if (want.explain || !cli_plain())
		cli_record(columns);
	while (cli_part(&doc))
		kept += put_part(&d, &doc);
	warn_unsure(d.unsure_docs);
	clean_doc_release(&d);
	clean_free(c);
	return cli_end(kept > 0);
}
