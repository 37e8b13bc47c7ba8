/* freq_listed.c - the rows of lists that wordfreq has written. */
#include "freq_listed.h"

#include <math.h>
#include <stdlib.h>

/* A name that has been written with \t, \n and \\. */
static struct str
unescape(struct buf *to, struct str s)
{
	if (str_find(s, '\\') == s.n)
		return s;
	buf_clear(to);
	for (size_t i = 0; i < s.n; i++) {
		char c = s.p[i];

		if (c == '\\' && i + 1 < s.n) {
			c = s.p[++i];
			c = c == 't' ? '\t' : c == 'n' ? '\n' : c;
		}
		buf_char(to, c);
	}
	return buf_str(to);
}

/* "word TAB count [TAB docs]" */
static bool
word_and_count(struct freq_listed *row, struct str rest, bool docs)
{
	row->word = str_cut(&rest, '\t');
	if (docs && !str_number(str_cut(&rest, '\t'), &row->count))
		return false;
	return row->word.n > 0 &&
	       str_number(rest, docs ? &row->docs : &row->count);
}

/* "count TAB [docs TAB] word" */
static bool
count_and_word(struct freq_listed *row, struct str rest, bool docs)
{
	size_t at = 0;

	while (at < rest.n && ascii_digit(rest.p[at]))
		at++;
	if (at < rest.n && rest.p[at] != '\t' && rest.p[at] != ' ')
		return false;
	row->word = str_from(rest, at + 1);
	if (docs && !str_number(str_cut(&row->word, '\t'), &row->docs))
		return false;
	return str_number(str_head(rest, at), &row->count);
}

bool
freq_listed_plain(struct freq_listed *row, struct str line,
                  struct freq_form form, struct freq_scratch *scratch)
{
	struct str rest = line;

	*row = (struct freq_listed){ 0 };
	if (form.grouped)
		row->group = unescape(&scratch->group, str_cut(&rest, '\t'));
	rest = str_trim(rest);
	return form.word_first ? word_and_count(row, rest, form.docs)
	                       : count_and_word(row, rest, form.docs);
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
		return (double)NAN;
	for (size_t i = 0; i < field.n; i++)
		text[i] = field.p[i];
	text[field.n] = '\0';
	return strtod(text, NULL);
}

bool
freq_listed_csv(struct freq_listed *row, struct str line, bool grouped,
                struct freq_scratch *scratch)
{
	struct str rest = str_trim(line);

	*row = (struct freq_listed){ 0 };
	if (grouped)
		row->group = cut_field(&rest, &scratch->group);
	row->word = cut_field(&rest, &scratch->word);
	if (!str_number(str_cut(&rest, ','), &row->count) || row->count == 0)
		return false;
	row->per_million = real_of(str_cut(&rest, ','));
	if (!str_number(str_cut(&rest, ','), &row->docs))
		return false;
	row->dkl = real_of(str_cut(&rest, ','));
	return row->word.n > 0 && row->per_million > 0 && row->dkl >= 0;
}

void
freq_scratch_release(struct freq_scratch *scratch)
{
	buf_release(&scratch->group);
	buf_release(&scratch->word);
}

bool
freq_listed_is_csv(struct str *list, bool grouped)
{
	struct buf scratch = { 0 };
	struct str head;

	if (str_starts(*list, STR("\xEF\xBB\xBF")))
		*list = str_from(*list, 3);
	head = str_head(*list, str_find(*list, '\n'));
	if (grouped)
		cut_field(&head, &scratch);
	buf_release(&scratch);
	return str_starts(head, STR("word,count,per_million,docs,dkl"));
}
