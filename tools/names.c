/* names - list the people, organisations and places that a text names */
#include "cli.h"
#include "name.h"
#include "name_model.h"
#include "sent.h"

enum { PART_MAX = 256 * 1024 };

static const char *model_path;

static const struct opt opts[] = {
	{ .name = "model", .kind = OPT_TEXT, .arg = "file",
	  .help = "find names with a model of newstrain(1)",
	  .to = { .text = &model_path } },
	CLI_FIELDS_OPT,
	{ 0 },
};

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

/* What is kept over parts. */
struct work {
	struct arena a;
	struct tokens toks;
	struct name_model model;
	struct buf hold; /* the model's file */
	size_t found;
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

static void
put_names(struct work *w, const struct doc *doc)
{
	struct name_input in = { .text = doc->text, .toks = &w->toks };
	struct names found;

	token_split(&w->toks, doc->text);
	in.sents = sent_split(&w->a, doc->text);
	if (model_path != NULL)
		in.model = &w->model;
	found = name_find_in(&w->a, &in);
	place_begin(&cli.place, doc);
	for (size_t i = 0; i < found.nmention; i++) {
		const struct mention *m = &found.mention[i];

		if (m->type == NAME_MISC)
			continue;
		put_mention(doc, m, &found.entity[m->entity]);
		w->found++;
	}
	place_end(&cli.place, doc->text.n);
}

static int
work(struct work *w, char **argv)
{
	struct doc doc;

	if (model_path != NULL &&
	    !name_model_load(&w->model, &w->hold, model_path))
		return 2;
	cli_input(argv, PART_MAX, false);
	cli_record(columns);
	while (cli_part(&doc)) {
		put_names(w, &doc);
		arena_reset(&w->a);
	}
	return cli_end(w->found > 0);
}

int
main(int argc, char **argv)
{
	struct work w = { 0 };
	int status;

	if (!cli_begin(&names_command, argc, argv, &status))
		return status;
	status = work(&w, argv);
	token_release(&w.toks);
	arena_release(&w.a);
	buf_release(&w.hold);
	return status;
}
