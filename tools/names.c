/* names - list the people, organisations and places that a text names */
#include "cli.h"
#include "name.h"
#include "sent.h"

enum { PART_MAX = 1024 * 1024 };

static const struct opt opts[] = { CLI_FIELDS_OPT, { 0 } };

static const struct command names_command = {
	.name = "names",
	.usage = "[option ...] [file ...]",
	.about = "list the people, organisations and places that a text names",
	.status = "nothing was found (with -e)",
	.examples = "  names < article.txt\n"
	            "  names --csv article.txt > names.csv\n",
	.opts = opts,
	.shared = cli_record_opts,
};

static const char *const columns[] = {
	"doc", "start", "end", "type", "mention", "name", "title", NULL
};

static void
put_mention(const struct doc *doc, const struct mention *m,
            const struct entity *e)
{
	struct record *r = &cli.record;
	bool plain = cli_plain();

	if (!plain || cli.with_doc)
		record_str(r, doc->name);
	if (!plain) {
		record_num(r, place_at(&cli.place, m->at.beg));
		record_num(r, place_at(&cli.place, m->at.end));
	}
	record_str(r, str_of(name_type_names[m->type]));
	if (!plain)
		record_str(r, str_sub(doc->text, m->at));
	record_flat(r, e->full);
	if (!plain)
		record_flat(r, str_sub(doc->text, m->title));
	record_end(r);
}

static size_t
put_names(struct arena *a, struct tokens *toks, const struct doc *doc)
{
	struct names found;
	size_t n = 0;

	token_split(toks, doc->text);
	found = name_find(a, doc->text, toks, sent_split(a, doc->text));
	place_begin(&cli.place, doc);
	for (size_t i = 0; i < found.nmention; i++) {
		const struct mention *m = &found.mention[i];

		if (m->type == NAME_MISC)
			continue;
		put_mention(doc, m, &found.entity[m->entity]);
		n++;
	}
	place_end(&cli.place, doc->text.n);
	return n;
}

int
main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct tokens toks = { 0 };
	struct doc doc;
	size_t found = 0;
	int status;

	if (!cli_begin(&names_command, argc, argv, &status))
		return status;
	cli_input(argv, PART_MAX, false);
	cli_record(columns);
	while (cli_part(&doc)) {
		found += put_names(&a, &toks, &doc);
		arena_reset(&a);
	}
	token_release(&toks);
	arena_release(&a);
	return cli_end(found > 0);
}
