/* wordfreq - count words and n-grams */
#include "cli.h"
#include "err.h"
#include "freq_asked.h"
#include "freq_merge.h"
#include "freq_show.h"
#include "freq_word.h"

enum { PART = 256 * 1024 };

static struct freq_asked asked = { .order.min = 1 };
static bool show_stop, merge;

static const char *const sorts[] = { "count", "word", NULL };

static const struct opt opts[] = {
	{ 'n', "ngrams", OPT_TEXT, "N[,M]", "count n-grams of N (to M) words, "
	  "9 at most", { .text = &asked.sizes }, 0, 0, 0 },
	{ 'k', "top", OPT_NUM, "K", "write the K most frequent ones only",
	  { .num = &asked.order.top }, NULL, 1, 0 },
	{ 'm', "min", OPT_NUM, "N", "leave out what occurs less than N times",
	  { .num = &asked.order.min }, NULL, 1, 0 },
	{ 0, "across", OPT_FLAG, NULL, "n-grams go on from sentence to "
	  "sentence", { .flag = &asked.across }, 0, 0, 0 },
	{ 0, "case", OPT_FLAG, NULL, "keep capitals apart",
	  { .flag = &asked.keep_case }, 0, 0, 0 },
	{ 0, "split-hyphens", OPT_FLAG, NULL, "hyphens separate words",
	  { .flag = &asked.split_hyphens }, 0, 0, 0 },
	{ 's', "no-stop-words", OPT_FLAG, NULL, "leave out English function "
	  "words", { .flag = &asked.no_stop_words }, 0, 0, 0 },
	{ 0, "stop", OPT_TEXT, "FILE", "leave out the words of FILE",
	  { .text = &asked.stop_file }, 0, 0, 0 },
	{ 0, "show-stop", OPT_FLAG, NULL, "write the words that -s leaves "
	  "out, and their classes", { .flag = &show_stop }, 0, 0, 0 },
	{ 0, "stem", OPT_TEXT, "LANG", "count stems (Snowball: english, ...)",
	  { .text = &asked.language }, 0, 0, 0 },
	{ 0, "docs", OPT_FLAG, NULL, "with the number of documents, after "
	  "the count", { .flag = &asked.docs }, 0, 0, 0 },
	{ 0, "by", OPT_TEXT, "FIELD", "count each document (FIELD is doc) or "
	  "each value of a field of marks", { .text = &asked.by }, 0, 0, 0 },
	{ 0, "dtm", OPT_FLAG, NULL, "write a document-term matrix (Matrix "
	  "Market)", { .flag = &asked.matrix }, 0, 0, 0 },
	{ 0, "dispersion", OPT_FLAG, NULL, "with the deviation of proportions "
	  "(column dp)", { .flag = &asked.dispersion }, 0, 0, 0 },
	{ 0, "sort", OPT_CHOICE, NULL, "order of the words",
	  { .choice = &asked.sort_by }, sorts, 0, 0 },
	{ 0, "word-first", OPT_FLAG, NULL, "write the word before the count",
	  { .flag = &asked.word_first }, 0, 0, 0 },
	{ 0, "merge", OPT_FLAG, NULL, "add up full lists written with equal "
	  "options", { .flag = &merge }, 0, 0, 0 },
	{ 'j', "jobs", OPT_NUM, "N", "count in N threads (words alone)",
	  { .num = &asked.threads }, NULL, 1, 64 },
	{ 'S', "memory", OPT_TEXT, "SIZE", "memory for n-grams (512M); the "
	  "rest goes to TMPDIR", { .text = &asked.budget }, 0, 0, 0 },
	CLI_FIELDS_OPT,
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

static struct freq_show show;

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
	if (asked.matrix)
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

	freq_merge_open(&m, o, &asked);
	while (cli_part(&doc))
		freq_merge_part(&m, &doc);
	freq_merge_finish(&m);
	freq_merge_close(&m);
}

static void
open_output(struct freq_opts *o)
{
	show.out = &cli.out;
	show.record = &cli.record;
	show.group = asked.by != NULL;
	show.asked = &asked;
	o->put = asked.matrix ? freq_show_term : freq_show_row;
	o->context = &show;
	cli_record(freq_show_columns(&show));
}

int
main(int argc, char **argv)
{
	struct freq_opts o = { 0 };
	const char *wrong;
	int status;

	if (!cli_begin(&wordfreq, argc, argv, &status))
		return status;
	if (show_stop) {
		freq_stop_show(&cli.out);
		return cli_end(true);
	}
	asked.plain = cli_plain();
	asked.fields = cli.fields != NULL;
	if ((wrong = freq_settle(&asked, merge, &o)) != NULL) {
		freq_unsettle(&asked, &o);
		return cli_misuse(wrong);
	}
	if (err_count() > 0) { /* of the stop list */
		freq_unsettle(&asked, &o);
		return cli_end(false);
	}
	open_output(&o);
	cli.spill = freq_spill_folder();
	cli_input(argv, PART, false);
	if (merge)
		add_up(&o);
	else
		count(&o);
	freq_show_end(&show);
	freq_unsettle(&asked, &o);
	return cli_end(show.rows > 0);
}
