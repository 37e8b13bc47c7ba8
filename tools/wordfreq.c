/* wordfreq - count words */
#include "cli.h"
#include "freq.h"
#include "freq_word.h"

static uint64_t top, min = 1;
static bool keep_case, split_hyphens;
static int sort_by;

static const char *const sorts[] = { "count", "word", NULL };

static const struct opt opts[] = {
	{ .letter = 'k', .name = "top", .kind = OPT_NUM, .arg = "K",
	  .help = "write the K most frequent words only",
	  .to = { .num = &top }, .min = 1 },
	{ .letter = 'm', .name = "min", .kind = OPT_NUM, .arg = "N",
	  .help = "leave out what occurs less than N times",
	  .to = { .num = &min }, .min = 1 },
	{ .name = "case", .kind = OPT_FLAG,
	  .help = "keep capitals apart", .to = { .flag = &keep_case } },
	{ .name = "split-hyphens", .kind = OPT_FLAG,
	  .help = "hyphens separate words", .to = { .flag = &split_hyphens } },
	{ .name = "sort", .kind = OPT_CHOICE,
	  .help = "order of the words (default: count)",
	  .to = { .choice = &sort_by }, .choices = sorts },
	{ 0 },
};

static const char *const columns[] = { "word", "count", "per_million",
	                               "docs", "dkl",   "rank",
	                               NULL };

static const struct command wordfreq = {
	.name = "wordfreq",
	.usage = "[-k K] [-m N] [--case] [--csv] [file ...]",
	.about = "count words",
	.status = "no word was found (with -e)",
	.examples = "  wordfreq -k 20 article.txt\n"
	            "  wordfreq --csv articles/*.txt > words.csv\n",
	.opts = opts,
	.shared = cli_record_opts,
};

static void
put_record(const struct freq_item *item, uint64_t words, uint64_t rank)
{
	struct record *r = &cli.record;

	record_str(r, item->word);
	record_num(r, item->count);
	record_real(r, freq_per_million(item->count, words), 3);
	record_num(r, item->docs);
	record_real(r, freq_dkl(item, words), 6);
	record_num(r, rank);
	record_end(r);
}

static void
put_line(struct buf *b, const struct freq_item *item)
{
	buf_num(b, item->count);
	buf_char(b, '\t');
	buf_add(b, item->word);
	buf_char(b, '\n');
	if (b->n < 32 * 1024)
		return;
	out_bytes(&cli.out, buf_str(b));
	buf_clear(b);
}

static void
put_list(const struct freq_list *list, uint64_t words)
{
	struct buf b = { 0 };

	for (size_t i = 0; i < list->n && !out_failed(&cli.out); i++) {
		struct freq_item item = freq_list_item(list, i);

		if (cli_plain())
			put_line(&b, &item);
		else
			put_record(&item, words, i + 1);
	}
	out_bytes(&cli.out, buf_str(&b));
	buf_release(&b);
}

int
main(int argc, char **argv)
{
	struct freq f;
	struct freq_opts how = { 0 };
	struct freq_list list;
	struct doc doc;
	int status;

	if (!cli_begin(&wordfreq, argc, argv, &status))
		return status;
	how.rules = (keep_case ? FREQ_KEEP_CASE : 0U) |
	            (split_hyphens ? FREQ_SPLIT_HYPHENS : 0U);
	how.docs = !cli_plain();
	freq_open(&f, &how);
	cli_input(argv, 256 * 1024, false);
	while (cli_part(&doc))
		freq_part(&f, &doc);
	cli_record(columns);
	list = freq_finish(&f, &(struct freq_order){
		.top = top, .min = min, .by_word = sort_by == 1 });
	put_list(&list, f.words);
	freq_close(&f);
	return cli_end(list.n > 0);
}
