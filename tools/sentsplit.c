/* sentsplit - put one sentence on a line */
#include "cli.h"
#include "sent.h"

static const char *model_path;

static const struct opt opts[] = {
	{ .name = "model", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "judge by the weights in FILE, made by newstrain sent",
	  .to = { .text = &model_path } },
	{ 0 },
};

static const struct command sentsplit = {
	.name = "sentsplit",
	.usage = "[--headers=auto|always|never] [file ...]",
	.about = "put one sentence on a line",
	.examples = "  sentsplit < article.txt\n"
	            "  sentsplit article.txt | quotes\n",
	.opts = opts,
	.shared = cli_copy_opts,
};

static void
put_sentences(struct sent *s, const struct doc *doc)
{
	struct sent_gap gap;
	size_t done = 0;

	if (doc->first)
		cli_mark(doc);
	sent_begin(s, doc->text, true);
	while (sent_next(s, &gap)) {
		if (gap.kind == SENT_LINE)
			continue;
		out_bytes(&cli.out, str_sub(doc->text, (struct span){
		                                done, gap.at.beg }));
		out_char(&cli.out, '\n');
		done = gap.at.end;
	}
	out_bytes(&cli.out, str_from(doc->text, done));
	if (doc->last && doc->text.n > 0 && !str_ends(doc->text, STR("\n")))
		out_char(&cli.out, '\n');
}

int
main(int argc, char **argv)
{
	struct doc doc;
	struct buf weights = { 0 };
	struct sent s;
	int status;

	if (!cli_begin(&sentsplit, argc, argv, &status))
		return status;
	sent_init(&s);
	if (model_path != NULL &&
	    !model_load(&s.model, &weights, "sent", model_path))
		return 2;
	cli_input(argv, 0, false);
	while (cli_part(&doc))
		put_sentences(&s, &doc);
	return cli_end(true);
}
