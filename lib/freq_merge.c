/* freq_merge.c - adds up lists that wordfreq has written. */
#include "freq_merge.h"

#include <math.h>
#include <stdlib.h>

#include "err.h"
#include "freq.h"
#include "freq_gram_rows.h"

void
freq_merge_open(struct freq_merge *m, const struct freq_opts *opts,
                const struct freq_asked *asked)
{
	*m = (struct freq_merge){
		.o = opts,
		.form = { opts->by != FREQ_BY_NONE, asked->word_first,
		          asked->docs },
		.csv = !asked->plain,
	};
	if (m->form.grouped) {
		freq_gram_open(&m->gram, opts);
		m->gram.longest = FREQ_GRAM_MAX;
	} else {
		freq_table_init(&m->all, sizeof(struct freq_wide));
	}
}

static uint32_t
group_of(struct freq_merge *m, const struct freq_listed *row)
{
	return m->form.grouped ? freq_gram_group(&m->gram, row->group) : 0;
}

/* Adds a row; words: of all documents of its list, 0 when that is not known.
 * False when it is none of an n-gram. */
static bool
add_row(struct freq_merge *m, const struct freq_listed *row, uint64_t words)
{
	struct freq_slot *s = NULL;
	struct freq_wide *wide;

	if (row->word.n == 0)
		return true;
	if (!m->form.grouped)
		s = freq_table_add(&m->all, row->word);
	else if (!freq_gram_add(&m->gram, group_of(m, row), row->word, &s))
		return false;
	if (s == NULL)
		return true;
	s->count += row->count;
	if (!m->o->docs)
		return true;
	wide = (void *)s;
	wide->docs += row->docs;
	if (words > 0)
		wide->spread += freq_spread_of(row->dkl, row->count, words);
	return true;
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

static struct freq_told *
told_of(struct freq_merge *m, uint32_t group)
{
	if (group >= m->told_n) {
		size_t n = (size_t)group * 2 + 1;

		m->told = mem_resize(m->told, n, sizeof(*m->told));
		for (; m->told_n < n; m->told_n++)
			m->told[m->told_n] = (struct freq_told){ 0, 1 };
	}
	return &m->told[group];
}

static uint64_t
words_told(const struct freq_told *t)
{
	return (uint64_t)llround((double)t->count * 1e6 / t->per_million);
}

/* The words of all documents of a group are told best by the figure per
 * million of its most frequent word. */
static void
see_words(struct freq_merge *m, struct str list)
{
	struct freq_listed row;
	struct span line;
	size_t at = 0;

	m->told_n = 0;
	while (next_line(list, &at, &line)) {
		struct freq_told *t;

		if (!freq_listed_csv(&row, str_sub(list, line),
		                     m->form.grouped, &m->scratch))
			continue;
		t = told_of(m, group_of(m, &row));
		if (row.count > t->count)
			*t = (struct freq_told){ row.count,
				                 row.per_million };
	}
}

static void
add_words(struct freq_merge *m, uint32_t group, uint64_t words)
{
	m->words += words;
	if (m->form.grouped)
		m->gram.group_words[group] += words;
}

static void
read_csv(struct freq_merge *m, struct str name, struct str list)
{
	struct freq_listed row;
	uint64_t number = 1;
	struct span line;
	size_t at = 0;

	see_words(m, list);
	next_line(list, &at, &line);
	while (next_line(list, &at, &line)) {
		number++;
		if (!freq_listed_csv(&row, str_sub(list, line),
		                     m->form.grouped, &m->scratch) ||
		    !add_row(m, &row,
		             words_told(told_of(m, group_of(m, &row))))) {
			bad_line(name, number);
			break;
		}
	}
	for (uint32_t i = 0; i < m->told_n; i++)
		if (m->told[i].count > 0)
			add_words(m, i, words_told(&m->told[i]));
}

static void
read_lines(struct freq_merge *m, struct str name, struct str list)
{
	uint64_t number = 0;
	struct freq_listed row;
	struct span line;
	size_t at = 0;

	if (m->csv && list.n > 0) {
		err_report(name, "not a list written with --csv");
		return;
	}
	while (next_line(list, &at, &line)) {
		number++;
		if (!freq_listed_plain(&row, str_sub(list, line), m->form,
		                       &m->scratch) ||
		    !add_row(m, &row, 0)) {
			bad_line(name, number);
			return;
		}
		if (row.word.n > 0)
			add_words(m, group_of(m, &row), row.count);
	}
}

void
freq_merge_part(struct freq_merge *m, const struct doc *part)
{
	struct str list;

	buf_add(&m->list, part->text);
	if (!part->last)
		return;
	list = buf_str(&m->list);
	if (freq_listed_is_csv(&list, m->form.grouped))
		read_csv(m, part->name, list);
	else
		read_lines(m, part->name, list);
	buf_clear(&m->list);
}

void
freq_merge_finish(struct freq_merge *m)
{
	if (m->form.grouped) {
		freq_gram_finish(&m->gram);
		return;
	}
	freq_drop_words(&m->all, m->o->stop);
	freq_put_table(&m->all, m->words, m->o);
}

void
freq_merge_close(struct freq_merge *m)
{
	if (m->form.grouped)
		freq_gram_close(&m->gram);
	else
		freq_table_release(&m->all);
	buf_release(&m->list);
	freq_scratch_release(&m->scratch);
	free(m->told);
}

void
freq_merge_read(struct str name, struct str list, freq_merge_add *add,
                void *context)
{
	bool csv = freq_listed_is_csv(&list, false);
	struct freq_form form = { 0 };
	struct freq_scratch scratch = { 0 };
	struct freq_listed row;
	struct span line;
	uint64_t number = 1;
	size_t at = 0;

	if (csv)
		next_line(list, &at, &line);
	for (; next_line(list, &at, &line); number++) {
		struct str s = str_sub(list, line);

		if (!(csv ? freq_listed_csv(&row, s, false, &scratch)
		          : freq_listed_plain(&row, s, form, &scratch))) {
			bad_line(name, number + csv);
			break;
		}
		if (row.word.n > 0)
			add(context, row.word, row.count);
	}
	freq_scratch_release(&scratch);
}
