/* colloc - find the words that go with a word or phrase */
#include "cli.h"
#include "freq_colloc.h"
#include "freq_stop.h"
#include "freq_word.h"

static uint64_t top, min = 1, window = 5;
static bool keep_case, split_hyphens, across, no_stop_words;
static int sort_by;

static const char *const sorts[] = { "logdice", "mi", "t", "g2", "observed",
	                             NULL };

static const struct opt opts[] = {
	{ 'w', "window", OPT_NUM, "N", "words on each side that are near (5)",
	  { .num = &window }, NULL, 1, 1000 },
	{ 'k', "top", OPT_NUM, "K", "write the first K words only",
	  { .num = &top }, NULL, 1, 0 },
	{ 'm', "min", OPT_NUM, "N", "leave out what is near less than N times",
	  { .num = &min }, NULL, 1, 0 },
	{ 0, "across", OPT_FLAG, NULL, "windows go on from sentence to "
	  "sentence", { .flag = &across }, NULL, 0, 0 },
	{ 0, "case", OPT_FLAG, NULL, "keep capitals apart",
	  { .flag = &keep_case }, NULL, 0, 0 },
	{ 0, "split-hyphens", OPT_FLAG, NULL, "hyphens separate words",
	  { .flag = &split_hyphens }, NULL, 0, 0 },
	{ 's', "no-stop-words", OPT_FLAG, NULL, "leave out English function "
	  "words", { .flag = &no_stop_words }, NULL, 0, 0 },
	{ 0, "sort", OPT_CHOICE, NULL, "the figure to order by",
	  { .choice = &sort_by }, sorts, 0, 0 },
	{ 0 },
};

static const char *const columns[] = { "word", "count",   "observed",
	                               "expected", "mi", "t",
	                               "logdice",  "g2", NULL };

static const struct command colloc = {
	.name = "colloc",
	.version = FREQ_DEFINITION,
	.usage = "[-w N] [-k K] [-m N] [-s] [--sort=FIGURE] [--csv] node "
	         "[file ...]",
	.about = "find the words that go with a word or phrase",
	.status = "no word was found (with -e)",
	.examples = "  colloc -s -k 20 ceasefire articles/*.txt\n"
	            "  colloc --csv -w 3 'prime minister' articles/*.txt\n",
	.opts = opts,
	.shared = cli_record_opts,
};

static double
figure(const struct freq_colloc_row *row)
{
	const double figures[] = { row->logdice, row->mi, row->t, row->g2 };

	return figures[sort_by];
}

static void
put_row(struct record *r, const struct freq_colloc_row *row)
{
	if (cli_plain()) {
		if (sort_by == FREQ_BY_OBSERVED)
			record_num(r, row->observed);
		else
			record_real(r, figure(row), 3);
		record_str(r, row->word);
		record_end(r);
		return;
	}
	record_str(r, row->word);
	record_num(r, row->count);
	record_num(r, row->observed);
	record_real(r, row->expected, 4);
	record_real(r, row->mi, 4);
	record_real(r, row->t, 4);
	record_real(r, row->logdice, 4);
	record_real(r, row->g2, 4);
	record_end(r);
}

static uint64_t
put_rows(const struct freq_colloc *c)
{
	struct freq_stop stop = { 0 };
	uint64_t n = 0;

	if (no_stop_words)
		freq_stop_english(&stop);
	for (size_t i = 0; i < c->rows && (top == 0 || n < top); i++) {
		if (table_find(&stop.words, c->row[i].word) != NULL)
			continue;
		put_row(&cli.record, &c->row[i]);
		n++;
	}
	freq_stop_release(&stop);
	return n;
}

int
main(int argc, char **argv)
{
	struct freq_colloc c = { 0 };
	struct doc doc;
	uint64_t n;
	int status;

	if (!cli_begin(&colloc, argc, argv, &status))
		return status;
	c.rules = (keep_case ? FREQ_KEEP_CASE : 0U) |
	          (split_hyphens ? FREQ_SPLIT_HYPHENS : 0U);
	c.window = (size_t)window;
	c.across = across;
	if (argv[1] == NULL || !freq_colloc_open(&c, str_of(argv[1]))) {
		freq_colloc_close(&c);
		return cli_misuse("the first operand is a word or phrase of "
		                  "at most 16 words");
	}
	cli_input(argv + 1, 0, false);
	while (cli_part(&doc))
		freq_colloc_part(&c, &doc);
	cli_record(columns);
	freq_colloc_finish(&c, min, (enum freq_colloc_order)sort_by);
	n = put_rows(&c);
	freq_colloc_close(&c);
	return cli_end(n > 0);
}
