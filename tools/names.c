/* names - list the people, organisations and places that a text names */
#include "cli.h"
#include "name.h"
#include "name_extra.h"
#include "name_model.h"
#include "name_show.h"
#include "sent.h"

enum { PART_MAX = 256 * 1024 };

static const char *type_list = "PER,ORG,LOC";
static bool count, mark, iob;
static const char *gazetteer_path, *model_path;

static const struct opt opts[] = {
	{ .letter = 't', .name = "types", .kind = OPT_TEXT, .arg = "LIST",
	  .help = "PER,ORG,LOC (default) and MISC: types that are wanted",
	  .to = { .text = &type_list } },
	{ .name = "count", .kind = OPT_FLAG, .help = "count by name",
	  .to = { .flag = &count } },
	{ .name = "mark", .kind = OPT_FLAG, .help = "mark names in the text",
	  .to = { .flag = &mark } },
	{ .name = "color", .kind = OPT_CHOICE,
	  .help = "colour the names of --mark",
	  .to = { .choice = &cli.color }, .choices = cli_when_names },
	{ .name = "iob", .kind = OPT_FLAG, .help = "tag the text's tokens",
	  .to = { .flag = &iob } },
	{ .name = "gazetteer", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "find these too: CSV of name,type[,full name]",
	  .to = { .text = &gazetteer_path } },
	{ .name = "model", .kind = OPT_TEXT, .arg = "FILE",
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
	            "  names --count -t PER *.txt | head\n",
	.opts = opts,
	.shared = cli_record_opts,
};

static const char *const columns[] = {
	"doc", "start", "end", "type", "mention", "name", "title", NULL
};
static const char *const count_columns[] = { "count", "type", "name", NULL };

/* What is kept over parts. */
struct work {
	struct arena a;
	struct tokens toks;
	unsigned types;
	struct name_model model;
	struct name_extra *extra;
	struct buf hold; /* the model's file */
	struct name_count count;
	size_t found;
};

static void
put_names(struct work *w, const struct doc *doc)
{
	struct name_input in = { .text = doc->text, .toks = &w->toks,
		.model = &w->model,
		.extra = w->extra };
	struct name_view view = { .record = &cli.record, .place = &cli.place,
		.types = w->types, .plain = cli_plain(),
		.with_doc = cli.with_doc };
	struct names found;

	token_split(&w->toks, doc->text);
	in.sents = sent_split(&w->a, doc->text);
	found = name_find_in(&w->a, &in);
	for (size_t i = 0; i < found.nmention; i++)
		w->found += w->types >> found.mention[i].type & 1;
	if ((mark || iob) && doc->first)
		cli_mark(doc);
	if (mark)
		name_show_marked(&cli.out, doc->text, &found, w->types,
		                 cli_color());
	else if (iob)
		name_show_iob(&cli.out, &in, &found, w->types);
	else if (count)
		name_count_add(&w->count, &found, w->types);
	else
		name_show_records(&view, doc, &found);
}

static int
work(struct work *w, char **argv)
{
	struct doc doc;

	if (!name_show_types(str_of(type_list), &w->types))
		return cli_misuse("--types takes PER, ORG, LOC and MISC, with "
		                  "commas between");
	if (mark + iob + count > 1)
		return cli_misuse("--count, --mark and --iob exclude each "
		                  "other");
	if (model_path == NULL)
		name_model_builtin(&w->model);
	else if (!name_model_load(&w->model, &w->hold, model_path))
		return 2;
	if (gazetteer_path != NULL &&
	    (w->extra = name_extra_load(gazetteer_path)) == NULL)
		return 2;
	cli_input(argv, PART_MAX, false);
	cli_record(count ? count_columns : columns);
	while (cli_part(&doc)) {
		put_names(w, &doc);
		arena_reset(&w->a);
	}
	if (count)
		name_count_put(&w->count, &cli.record);
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
	name_extra_free(w.extra);
	name_count_release(&w.count);
	token_release(&w.toks);
	arena_release(&w.a);
	buf_release(&w.hold);
	return status;
}
