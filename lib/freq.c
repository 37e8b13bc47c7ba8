/* freq.c - how often each word of a row of documents occurs. */
#include "freq.h"

#include "freq_docs.h"
#include "freq_gram_rows.h"

/* Words alone need no numbers: their keys are their text. */
static bool
needs_numbers(const struct freq_opts *o)
{
	return (o->sizes & ~2U) != 0 || o->dp || o->matrix || o->stem != NULL ||
	       o->by != FREQ_BY_NONE;
}

void
freq_open(struct freq *f, const struct freq_opts *opts)
{
	struct freq_table *to = opts->docs ? &f->doc : &f->all;

	*f = (struct freq){ .opts = opts, .numbered = needs_numbers(opts) };
	if (f->numbered) {
		freq_gram_open(&f->gram, opts);
		return;
	}
	freq_table_init(&f->all, opts->docs ? sizeof(struct freq_wide)
	                                    : sizeof(struct freq_slot));
	if (opts->docs)
		freq_table_init(&f->doc, sizeof(struct freq_slot));
	freq_scan_open(&f->scan, to, opts->rules);
	if (opts->threads > 1 && !opts->docs)
		f->crew = freq_crew_open(opts->threads, opts->rules);
}

static void
end_document(struct freq *f)
{
	uint64_t words = freq_scan_end(&f->scan);

	freq_docs_add(&f->all, &f->doc, words);
	if (f->doc.n > 0)
		freq_table_clear(&f->doc);
	f->words += words;
}

void
freq_part(struct freq *f, const struct doc *part)
{
	if (f->numbered) {
		freq_gram_part(&f->gram, part);
		return;
	}
	if (f->crew != NULL) {
		freq_crew_add(f->crew, part->text);
		return;
	}
	freq_scan_text(&f->scan, part->text);
	if (part->last && f->opts->docs)
		end_document(f);
}

void
freq_drop_words(struct freq_table *t, const struct table *words)
{
	const struct table_slot *word;

	for (size_t i = 0; words != NULL &&
	     (word = table_next(words, &i)) != NULL;) {
		struct freq_slot *s = freq_table_find(t, word->key);

		if (s != NULL)
			s->count = 0;
	}
}

void
freq_put_table(struct freq_table *t, uint64_t words,
               const struct freq_opts *opts)
{
	struct freq_list list = freq_sort(t, &opts->order);

	for (size_t i = 0; i < list.n; i++) {
		struct freq_item item = freq_list_item(&list, i);
		struct freq_row row = { .word = item.word,
			                .count = item.count,
			                .docs = item.docs,
			                .spread = item.spread,
			                .words = words,
			                .rank = i + 1 };

		opts->put(opts->context, &row);
	}
}

void
freq_finish(struct freq *f)
{
	if (f->numbered) {
		freq_gram_finish(&f->gram);
		return;
	}
	if (f->crew != NULL)
		freq_crew_close(f->crew, &f->all, &f->words);
	f->crew = NULL;
	f->words += freq_scan_end(&f->scan);
	freq_drop_words(&f->all, f->opts->stop); /* f->words has them */
	freq_put_table(&f->all, f->words, f->opts);
}

void
freq_close(struct freq *f)
{
	if (f->numbered) {
		freq_gram_close(&f->gram);
		return;
	}
	freq_table_release(&f->all);
	if (f->opts->docs)
		freq_table_release(&f->doc);
	freq_scan_close(&f->scan);
}
