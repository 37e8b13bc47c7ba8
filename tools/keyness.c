/* keyness - find the words that make a text differ from another */
#include "cli.h"
#include "err.h"
#include "freq_keyness.h"

static uint64_t top, min = 1;
static double alpha = 0.05;
static int sort_by;

static const char *const sorts[] = { "lrc", "g2", "log-ratio", "diff", NULL };

static const struct opt opts[] = {
	{ 'k', "top", OPT_NUM, "K", "write the first K words only",
	  { .num = &top }, NULL, 1, 0 },
	{ 'm', "min", OPT_NUM, "N", "leave out what occurs less than N times "
	  "in both", { .num = &min }, NULL, 1, 0 },
	{ 0, "sort", OPT_CHOICE, NULL, "the figure to order by",
	  { .choice = &sort_by }, sorts, 0, 0 },
	{ 0, "alpha", OPT_REAL, "A", "the risk that the intervals of lrc take "
	  "together (0.05)", { .real = &alpha }, NULL, 0, 0 },
	{ 0 },
};

static const char *const columns[] = {
	"word", "count", "ref_count", "per_million", "ref_per_million",
	"g2",   "p",     "log_ratio", "lrc",         "diff",
	NULL
};

static const struct command keyness = {
	.name = "keyness",
	.usage = "[-k K] [-m N] [--sort=FIGURE] [--csv] target reference",
	.about = "find the words that make a text differ from another",
	.status = "no word was found (with -e)",
	.examples = "  wordfreq a.txt > a; wordfreq b.txt > b; keyness a b\n"
	            "  keyness --csv -m 5 target.csv reference.csv\n",
	.opts = opts,
	.shared = cli_record_opts,
};

/* What a word has in the order that is asked for. */
static void
put_row(struct record *r, const struct freq_key_row *row)
{
	if (cli_plain()) {
		record_real(r, freq_key_figure(
			row, (enum freq_key_order)sort_by), 3);
		record_str(r, row->word);
		record_end(r);
		return;
	}
	record_str(r, row->word);
	record_num(r, row->count);
	record_num(r, row->ref_count);
	record_real(r, row->per_million, 3);
	record_real(r, row->ref_per_million, 3);
	record_real(r, row->g2, 4);
	record_real(r, row->p, 6);
	record_real(r, row->log_ratio, 4);
	record_real(r, row->lrc, 4);
	record_real(r, row->diff, 2);
	record_end(r);
}

/* The first operand is the target, the second the reference. */
static void
read_lists(struct freq_keyness *k)
{
	struct doc doc;

	for (int lists = 0; cli_part(&doc);) {
		lists += doc.first;
		freq_keyness_part(k, &doc, lists > 1);
	}
}

int
main(int argc, char **argv)
{
	struct freq_keyness k = { 0 };
	size_t n;
	int status;

	if (!cli_begin(&keyness, argc, argv, &status))
		return status;
	if (argv[1] == NULL || argv[2] == NULL || argv[3] != NULL)
		return cli_misuse("two lists are wanted, the target's and "
		                  "the reference's");
	if (!(alpha > 0 && alpha < 1))
		return cli_misuse("--alpha is between 0 and 1");
	cli_input(argv, 0, false);
	read_lists(&k);
	cli_record(columns);
	n = 0;
	if (err_count() == 0) {
		freq_keyness_finish(&k, min, alpha,
		                    (enum freq_key_order)sort_by);
		n = top > 0 && top < k.n ? (size_t)top : k.n;
	}
	for (size_t i = 0; i < n; i++)
		put_row(&cli.record, &k.row[i]);
	freq_keyness_close(&k);
	return cli_end(n > 0);
}
