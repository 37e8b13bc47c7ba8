/* freq_stop.c - words that are left out. */
#include "freq_stop.h"

#include "freq_key.h"
#include "freq_word.h"
#include "reader.h"

static const struct {
	const char *word, *class;
} english[] = {
#include "stop.inc"
};

enum { ENGLISH = sizeof(english) / sizeof(*english) };

void
freq_stop_english(struct freq_stop *s)
{
	for (size_t i = 0; i < ENGLISH; i++)
		table_add(&s->words, str_of(english[i].word), NULL);
}

static void
add_words(struct freq_stop *s, struct str text, unsigned rules)
{
	struct buf key = { 0 };
	struct span word;
	size_t at = 0;

	while (freq_word_next(text, &at, rules, &word)) {
		freq_word_key(&key, str_sub(text, word), rules);
		table_add(&s->words, arena_dup(&s->text, buf_str(&key)), NULL);
	}
	buf_release(&key);
}

void
freq_stop_file(struct freq_stop *s, const char *path, unsigned rules)
{
	struct buf b = { 0 };

	if (reader_text(&b, path))
		add_words(s, buf_str(&b), rules);
	buf_release(&b);
}

void
freq_stop_release(struct freq_stop *s)
{
	table_release(&s->words);
	arena_release(&s->text);
}

void
freq_stop_show(struct out *o)
{
	for (size_t i = 0; i < ENGLISH; i++) {
		out_raw(o, str_of(english[i].class));
		out_raw(o, STR("\t"));
		out_raw(o, str_of(english[i].word));
		out_raw(o, STR("\n"));
	}
}
