/* wordfreq - count words and n-grams */
#include "cli.h"
#include "freq_merge.h"
#include "freq_show.h"
#include "freq_stop.h"
#include "freq_word.h"
#include "stem.h"

enum { PART = 256 * 1024 };

static uint64_t top, min = 1;
static const char *sizes, *stop_file, *language, *by, *budget;
static bool keep_case, split_hyphens, across, no_stop_words, show_stop;
static bool docs, matrix, word_first, merge, dispersion;
static int sort_by;

static const char *const sorts[] = { "count", "word", NULL };

static const struct opt opts[] = {
	{ 'n', "ngrams", OPT_TEXT, "N[,M]", "count n-grams of N (to M) words, "
	  "9 at most", { .text = &sizes }, NULL, 0, 0 },
	{ 'k', "top", OPT_NUM, "K", "write the K most frequent ones only",
	  { .num = &top }, NULL, 1, 0 },
	{ 'm', "min", OPT_NUM, "N", "leave out what occurs less than N times",
	  { .num = &min }, NULL, 1, 0 },
	{ 0, "across", OPT_FLAG, NULL, "n-grams go on from sentence to "
	  "sentence", { .flag = &across }, NULL, 0, 0 },
	{ 0, "case", OPT_FLAG, NULL, "keep capitals apart",
	  { .flag = &keep_case }, NULL, 0, 0 },
	{ 0, "split-hyphens", OPT_FLAG, NULL, "hyphens separate words",
	  { .flag = &split_hyphens }, NULL, 0, 0 },
	{ 's', "no-stop-words", OPT_FLAG, NULL, "leave out English function "
	  "words", { .flag = &no_stop_words }, NULL, 0, 0 },
	{ 0, "stop", OPT_TEXT, "FILE", "leave out the words of FILE",
	  { .text = &stop_file }, NULL, 0, 0 },
	{ 0, "show-stop", OPT_FLAG, NULL, "write the words that -s leaves "
	  "out, and their classes", { .flag = &show_stop }, NULL, 0, 0 },
	{ 0, "stem", OPT_TEXT, "LANG", "count stems (Snowball: english, ...)",
	  { .text = &language }, NULL, 0, 0 },
	{ 0, "docs", OPT_FLAG, NULL, "with the number of documents, after "
	  "the count", { .flag = &docs }, NULL, 0, 0 },
	{ 0, "by", OPT_TEXT, "FIELD", "count each document (FIELD is doc) or "
	  "each value of a field of the marks", { .text = &by }, NULL, 0, 0 },
	{ 0, "dtm", OPT_FLAG, NULL, "write a document-term matrix (Matrix "
	  "Market)", { .flag = &matrix }, NULL, 0, 0 },
	{ 0, "dispersion", OPT_FLAG, NULL, "with the deviation of proportions "
	  "(column dp)", { .flag = &dispersion }, NULL, 0, 0 },
	{ 0, "sort", OPT_CHOICE, NULL, "order of the words",
	  { .choice = &sort_by }, sorts, 0, 0 },
	{ 0, "word-first", OPT_FLAG, NULL, "write the word before the count",
	  { .flag = &word_first }, NULL, 0, 0 },
	{ 0, "merge", OPT_FLAG, NULL, "add up full lists written with equal "
	  "options", { .flag = &merge }, NULL, 0, 0 },
	{ 'S', "memory", OPT_TEXT, "SIZE", "memory for n-grams, 512M if not "
	  "given; the rest goes to TMPDIR", { .text = &budget }, NULL, 0, 0 },
	{ 0 },
};

static const struct command wordfreq = {
	.name = "wordfreq",
	.version = FREQ_DEFINITION,
	.usage = "[-k K] [-m N] [-n N[,M]] [-s] [--by=FIELD] [--csv] "
	         "[file ...]\n--merge [option ...] list ...",
	.about = "count words and n-grams",
	.status = "no word was found (with -e)",
	.examples = "  wordfreq -k 20 article.txt\n"
	            "  wordfreq -n 2 -s --csv articles/*.txt > pairs.csv\n",
	.opts = opts,
	.shared = cli_record_opts,
};

static struct freq_stop stop;
static struct freq_show show;

/* What is wrong with the options, or NULL; fills o. */
static const char *
settle(struct freq_opts *o)
{
	if (sizes != NULL && !freq_parse_sizes(str_of(sizes), &o->sizes))
		return "-n takes 1 to 9 words an n-gram; for the N most "
		       "frequent words use -k N";
	if (budget != NULL && (!freq_parse_bytes(str_of(budget), &o->budget) ||
	                       o->budget < FREQ_BUDGET_MIN))
		return "-S takes a size of at least 16M";
	if (language != NULL && (o->stem = stem_open(language)) == NULL)
		return "--stem: no such language; english, german, french, "
		       "spanish, russian and others are known";
	if (matrix && (o->sizes & ~2U || by != NULL || !cli_plain()))
		return "--dtm goes with neither -n, --by, --csv nor --json";
	if (merge && (matrix || by != NULL || dispersion || docs))
		return "--merge goes with none of --by, --docs, --dtm, "
		       "--dispersion";
	if (dispersion && (cli_plain() || by != NULL))
		return "--dispersion goes with --csv or --json, without --by";
	return NULL;
}

static void
prepare(struct freq_opts *o)
{
	o->rules = (keep_case ? FREQ_KEEP_CASE : 0U) |
	           (split_hyphens ? FREQ_SPLIT_HYPHENS : 0U);
	if (no_stop_words)
		freq_stop_english(&stop);
	if (stop_file != NULL)
		freq_stop_file(&stop, stop_file, o->rules);
	if (no_stop_words || stop_file != NULL)
		o->stop = &stop.words;
	if (by != NULL) {
		o->by = str_eq(str_of(by), STR("doc")) ? FREQ_BY_DOC
		                                       : FREQ_BY_FIELD;
		o->field = str_of(by);
	}
	o->across = across;
	o->docs = docs || !cli_plain();
	o->dp = dispersion;
	o->matrix = matrix;
	o->order = (struct freq_order){ top, min, sort_by == 1 };
	o->put = matrix ? freq_show_term : freq_show_row;
	o->context = &show;
	show = (struct freq_show){ &cli.out, &cli.record, cli_plain(),
		                   by != NULL, word_first, docs, dispersion,
		                   { 0 }, 0 };
	cli_record(freq_show_columns(&show, by));
}

static void
count(struct freq_opts *o)
{
	struct freq f;
	struct doc doc;

	freq_open(&f, o);
	while (cli_part(&doc)) {
		freq_part(&f, &doc);
		freq_show_flush(&show);
	}
	if (matrix)
		freq_show_matrix(&show, &f);
	else
		freq_finish(&f);
	freq_close(&f);
}

static void
add_up(struct freq_opts *o)
{
	struct freq_merge m;
	struct doc doc;

	freq_merge_open(&m, word_first, !cli_plain());
	while (cli_part(&doc))
		freq_merge_part(&m, &doc);
	freq_merge_finish(&m, o);
	freq_merge_close(&m);
}

int
main(int argc, char **argv)
{
	struct freq_opts o = { 0 };
	const char *wrong;
	int status;

	if (!cli_begin(&wordfreq, argc, argv, &status))
		return status;
	if ((wrong = settle(&o)) != NULL)
		return cli_misuse(wrong);
	if (show_stop) {
		freq_stop_show(&cli.out);
		return cli_end(true);
	}
	prepare(&o);
	cli_input(argv, PART, false);
	if (merge)
		add_up(&o);
	else
		count(&o);
	freq_show_end(&show);
	freq_stop_release(&stop);
	stem_close(o.stem);
	return cli_end(show.rows > 0);
}
