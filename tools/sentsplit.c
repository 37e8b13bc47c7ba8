/* sentsplit - put one sentence on a line */
#include "cli.h"
#include "sent.h"

static const struct opt opts[] = { { 0 } };

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
put_sentences(struct arena *a, const struct doc *doc)
{
	struct spans sents = sent_split(a, doc->text);

	if (doc->first)
		cli_mark(doc);
	for (size_t i = 0; i < sents.n; i++) {
		out_bytes(&cli.out, str_sub(doc->text, sents.v[i]));
		out_char(&cli.out, '\n');
	}
}

int
main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct doc doc;
	int status;

	if (!cli_begin(&sentsplit, argc, argv, &status))
		return status;
	cli_input(argv, 0, false);
	while (cli_part(&doc)) {
		put_sentences(&a, &doc);
		arena_reset(&a);
	}
	arena_release(&a);
	return cli_end(true);
}
