/* freq_merge.c - adds up lists that wordfreq has written. */
#include "freq_merge.h"

#include <math.h>
#include <stdlib.h>

#include "err.h"
#include "freq.h"

/* A row of a list. */
struct row {
	struct str word;
	uint64_t count, docs;
	double per_million, dkl;
};

void
freq_merge_open(struct freq_merge *m, bool word_first, bool docs)
{
	*m = (struct freq_merge){ .word_first = word_first, .docs = docs };
	freq_table_init(&m->all, sizeof(struct freq_wide));
}

/* A line "count TAB word" (word_first: "word TAB count"); false when it is
 * none. */
static bool
plain_row(struct str line, bool word_first, struct str *word,
          uint64_t *count)
{
	struct str rest = str_trim(line);
	size_t at = 0;

	if (word_first) {
		*word = str_cut(&rest, '\t');
		return word->n > 0 && str_number(rest, count);
	}
	while (at < rest.n && ascii_digit(rest.p[at]))
		at++;
	if (at < rest.n && rest.p[at] != '\t' && rest.p[at] != ' ')
		return false;
	*word = str_from(rest, at + 1); /* empty: uniq -c saw empty lines */
	return str_number(str_head(rest, at), count);
}

/* Takes a field off a line of CSV; quoted ones go to scratch. */
static struct str
cut_field(struct str *line, struct buf *scratch)
{
	size_t at = 1;

	if (line->n == 0 || line->p[0] != '"')
		return str_cut(line, ',');
	buf_clear(scratch);
	for (; at < line->n; at++) {
		if (line->p[at] == '"' &&
		    (at + 1 == line->n || line->p[at + 1] != '"'))
			break;
		buf_char(scratch, line->p[at]);
		at += line->p[at] == '"';
	}
	*line = str_from(*line, at + 2);
	return buf_str(scratch);
}

static double
real_of(struct str field)
{
	char text[64];

	if (field.n == 0 || field.n >= sizeof(text))
		return NAN;
	for (size_t i = 0; i < field.n; i++)
		text[i] = field.p[i];
	text[field.n] = '\0';
	return strtod(text, NULL);
}

static bool
csv_row(struct str line, struct buf *scratch, struct row *row)
{
	struct str rest = str_trim(line);

	row->word = cut_field(&rest, scratch);
	if (!str_number(str_cut(&rest, ','), &row->count) || row->count == 0)
		return false;
	row->per_million = real_of(str_cut(&rest, ','));
	if (!str_number(str_cut(&rest, ','), &row->docs))
		return false;
	row->dkl = real_of(str_cut(&rest, ','));
	return row->word.n > 0 && row->per_million > 0 && row->dkl >= 0;
}

/* The words of all documents, from the row that tells it best: the figure
 * per million of the most frequent word. */
static uint64_t
total_words(struct str list)
{
	struct buf scratch = { 0 };
	struct row row, best = { .per_million = 1 };
	struct span line;
	size_t at = 0;

	while (next_line(list, &at, &line))
		if (csv_row(str_sub(list, line), &scratch, &row) &&
		    row.count > best.count)
			best = row;
	buf_release(&scratch);
	return (uint64_t)llround((double)best.count * 1e6 /
	                         best.per_million);
}

static void
add_row(struct freq_merge *m, const struct row *row, uint64_t words)
{
	struct freq_slot *s;
	struct freq_wide *wide;

	if (row->word.n == 0)
		return;
	s = freq_table_add(&m->all, row->word);
	wide = (void *)s;
	s->count += row->count;
	if (words == 0)
		return;
	wide->docs += row->docs;
	wide->spread += freq_spread_of(row->dkl, row->count, words);
}

static void
bad_line(struct str name, uint64_t number)
{
	struct buf b = { 0 };

	buf_cstr(&b, "not a row of a list: line ");
	buf_num(&b, number);
	buf_char(&b, '\0');
	err_report(name, b.p);
	buf_release(&b);
}

static void
read_csv(struct freq_merge *m, struct str name, struct str list)
{
	uint64_t words = total_words(list), number = 1;
	struct buf scratch = { 0 };
	struct span line;
	struct row row;
	size_t at = 0;

	next_line(list, &at, &line);
	while (next_line(list, &at, &line)) {
		number++;
		if (csv_row(str_sub(list, line), &scratch, &row)) {
			add_row(m, &row, words);
			continue;
		}
		bad_line(name, number);
		break;
	}
	m->words += words;
	buf_release(&scratch);
}

static void
read_lines(struct freq_merge *m, struct str name, struct str list)
{
	uint64_t number = 0;
	struct span line;
	struct row row = { 0 };
	size_t at = 0;

	if (m->docs && list.n > 0) {
		err_report(name, "not a list written with --csv");
		return;
	}
	while (next_line(list, &at, &line)) {
		number++;
		if (!plain_row(str_sub(list, line), m->word_first,
		               &row.word, &row.count)) {
			bad_line(name, number);
			return;
		}
		add_row(m, &row, 0);
		m->words += row.word.n > 0 ? row.count : 0;
	}
}

static struct str
skip_bom(struct str list)
{
	return str_starts(list, STR("\xEF\xBB\xBF")) ? str_from(list, 3)
	                                              : list;
}

static bool
is_csv(struct str list)
{
	return str_starts(list, STR("word,count,per_million,docs,dkl"));
}

void
freq_merge_part(struct freq_merge *m, const struct doc *part)
{
	struct str list;

	buf_add(&m->list, part->text);
	if (!part->last)
		return;
	list = skip_bom(buf_str(&m->list));
	if (is_csv(list))
		read_csv(m, part->name, list);
	else
		read_lines(m, part->name, list);
	buf_clear(&m->list);
}

void
freq_merge_finish(struct freq_merge *m, const struct freq_opts *opts)
{
	freq_drop_words(&m->all, opts->stop);
	freq_put_table(&m->all, m->words, opts);
}

void
freq_merge_close(struct freq_merge *m)
{
	freq_table_release(&m->all);
	buf_release(&m->list);
}

void
freq_merge_read(struct str name, struct str list, freq_merge_add *add,
                void *context)
{
	struct buf scratch = { 0 };
	struct span line;
	struct row row;
	uint64_t number = 1;
	size_t at = 0;
	bool csv;

	list = skip_bom(list);
	csv = is_csv(list);
	if (csv)
		next_line(list, &at, &line);
	for (; next_line(list, &at, &line); number++) {
		struct str s = str_sub(list, line);

		if (!(csv ? csv_row(s, &scratch, &row)
		          : plain_row(s, false, &row.word, &row.count))) {
			bad_line(name, number + csv);
			break;
		}
		if (row.word.n > 0)
			add(context, row.word, row.count);
	}
	buf_release(&scratch);
}
