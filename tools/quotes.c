/* quotes - list the quotations of a text with their speakers */
#include "cli.h"
#include "quote.h"
#include "sent.h"

enum { PART_MAX = 1024 * 1024 };

static bool all;
static bool spans;
static bool indirect;
static int single;

static const char *const single_names[] = { "auto", "on", "off", NULL };

static const struct opt opts[] = {
	{ .letter = 'a', .name = "all", .kind = OPT_FLAG,
	  .help = "list scare quotes and titles too", .to = { .flag = &all } },
	{ .name = "spans", .kind = OPT_FLAG,
	  .help = "look for no speakers: fast", .to = { .flag = &spans } },
	{ .letter = 'i', .name = "indirect", .kind = OPT_FLAG,
	  .help = "list indirect speech too", .to = { .flag = &indirect } },
	{ .name = "single", .kind = OPT_CHOICE,
	  .help = "whether single marks hold speech (auto: as the text does)",
	  .to = { .choice = &single }, .choices = single_names },
	CLI_FIELDS_OPT,
	{ 0 },
};

static const struct command quotes_command = {
	.name = "quotes",
	.usage = "[option ...] [file ...]",
	.about = "list the quotations of a text with their speakers",
	.status = "nothing was found (with -e)",
	.examples = "  quotes < article.txt\n"
	            "  quotes --csv article.txt > quotes.csv\n",
	.opts = opts,
	.shared = cli_record_opts,
};

static const char *const columns[] = {
	"doc", "id", "group", "start", "end", "kind", "speaker", "name",
	"type", "title", "cue", "cue_start", "cue_end", "speaker_start",
	"speaker_end", "confidence", "rule", "quote", NULL
};

static void
put_span(struct span at)
{
	struct record *r = &cli.record;

	if (at.beg == at.end) {
		record_none(r);
		record_none(r);
		return;
	}
	record_num(r, place_at(&cli.place, at.beg));
	record_num(r, place_at(&cli.place, at.end));
}

static void
put_plain(const struct doc *doc, const struct quote *q)
{
	struct record *r = &cli.record;
	struct str speaker = str_sub(doc->text, q->speaker);

	if (cli.with_doc)
		record_str(r, doc->name);
	record_flat(r, q->name.n > 0 ? q->name : speaker);
	record_flat(r, str_sub(doc->text, q->cue));
	record_flat(r, str_sub(doc->text, q->at));
	record_end(r);
}

static void
put_quote(const struct doc *doc, const struct quote *q, uint64_t id)
{
	struct record *r = &cli.record;

	record_str(r, doc->name);
	record_num(r, id);
	record_num(r, q->group + 1);
	put_span(q->at);
	record_str(r, str_of(quote_kind_names[q->kind]));
	record_flat(r, str_sub(doc->text, q->speaker));
	record_flat(r, q->name);
	record_str(r, str_of(quote_type_names[q->type]));
	record_flat(r, str_sub(doc->text, q->title));
	record_flat(r, str_sub(doc->text, q->cue));
	put_span(q->cue);
	put_span(q->speaker);
	record_real(r, q->confidence, 2);
	record_str(r, str_of(q->rule));
	record_flat(r, str_sub(doc->text, q->at));
	record_end(r);
}

static struct quotes
find(struct arena *a, struct tokens *toks, const struct doc *doc)
{
	struct quote_text t = { .text = doc->text, .toks = toks,
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

int
main(int argc, char **argv)
{
	struct arena a = { 0 };
	struct tokens toks = { 0 };
	struct doc doc;
	size_t found = 0;
	int status;

	if (!cli_begin(&quotes_command, argc, argv, &status))
		return status;
	cli_input(argv, PART_MAX, false);
	cli_record(columns);
	while (cli_part(&doc)) {
		struct quotes q = find(&a, &toks, &doc);

		place_begin(&cli.place, &doc);
		for (size_t i = 0; i < q.n; i++) {
			if (q.v[i].kind == QUOTE_SCARE && !all)
				continue;
			if (cli_plain())
				put_plain(&doc, &q.v[i]);
			else
				put_quote(&doc, &q.v[i], i + 1);
			found++;
		}
		place_end(&cli.place, doc.text.n);
		arena_reset(&a);
	}
	token_release(&toks);
	arena_release(&a);
	return cli_end(found > 0);
}
