/* freq_gram.c - counts rows of numbered words, document by document. */
#include "freq_gram.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "freq_docs.h"
#include "freq_gram_rows.h"
#include "freq_key.h"
#include "freq_word.h"
#include "sent.h"

enum { RECORD = FREQ_GRAM_KEY };

static size_t
budget(const struct freq_gram *g)
{
	return g->o->budget == 0 ? FREQ_BUDGET : g->o->budget;
}

void
freq_gram_open(struct freq_gram *g, const struct freq_opts *opts)
{
	size_t part = 0;

	*g = (struct freq_gram){ .o = opts };
	freq_vocab_open(&g->vocab);
	g->vocab.stop = opts->stop;
	g->vocab.stem = opts->stem;
	freq_vocab_open(&g->groups);
	g->group_words = mem_alloc(1, sizeof(*g->group_words));
	g->longest = 1;
	for (size_t n = 2; n <= FREQ_GRAM_MAX; n++)
		if (opts->sizes >> n & 1)
			g->longest = n;
	g->by_doc = opts->docs || opts->dp || opts->matrix ||
	            opts->by == FREQ_BY_DOC;
	freq_table_init(&g->all, g->by_doc ? sizeof(struct freq_wide)
	                                   : sizeof(struct freq_slot));
	freq_table_init(&g->doc, sizeof(struct freq_slot));
	freq_adder_open(&g->adder, g->by_doc ? &g->doc : &g->all);
	part = budget(g) / 8;
	freq_spill_open(&g->sums, RECORD + 6, RECORD, part);
	freq_spill_open(&g->parts, RECORD + 4, RECORD + 4, part);
	freq_spill_open(&g->cells, 4, 2, part);
}

uint32_t
freq_gram_group(struct freq_gram *g, struct str value)
{
	uint32_t known = g->groups.n;
	uint32_t number = freq_vocab_number(&g->groups, value.n > 0
	                                                    ? value
	                                                    : STR("-"));

	if (g->groups.n > known) {
		g->group_words = mem_resize(g->group_words,
		                            (size_t)g->groups.n + 1,
		                            sizeof(*g->group_words));
		g->group_words[g->groups.n] = 0;
	}
	return number;
}

static void
begin_document(struct freq_gram *g, const struct doc *part)
{
	g->docs++;
	g->held = 0;
	buf_clear(&g->name);
	buf_add(&g->name, part->name);
	if (g->o->matrix) {
		err_escape(&g->names, part->name);
		buf_char(&g->names, '\n');
	}
	if (g->o->by == FREQ_BY_FIELD)
		g->group = freq_gram_group(
		    g, input_field(part->fields, g->o->field));
}

static void
count_gram(struct freq_gram *g, size_t n)
{
	uint32_t record[RECORD];
	size_t at = 0;
	struct str key;

	if (g->group > 0)
		record[at++] = g->group;
	memcpy(record + at, g->window + g->held - n, n * sizeof(*record));
	key = (struct str){ (const char *)record, (at + n) * sizeof(*record) };
	freq_add(&g->adder, key);
}

static void
count_word(struct freq_gram *g, uint32_t number)
{
	g->doc_words++;
	if (number == 0) { /* a stop word: no n-gram goes over it */
		g->held = 0;
		return;
	}
	if (g->held == g->longest) {
		memmove(g->window, g->window + 1,
		        (g->longest - 1) * sizeof(*g->window));
		g->held--;
	}
	g->window[g->held++] = number;
	if (g->o->sizes == 0 || (g->o->sizes & 2))
		count_gram(g, 1);
	for (size_t n = 2; n <= g->held; n++)
		if (g->o->sizes >> n & 1)
			count_gram(g, n);
}

void
freq_gram_read(const struct freq_gram *g, const struct freq_slot *s,
               uint32_t *record)
{
	struct str key = { (const char *)&s->key, FREQ_INLINE };
	size_t at = g->o->by == FREQ_BY_FIELD ? 0 : 1;

	if (freq_key_long(s->key))
		key = freq_slot_key(s);
	memset(record, 0, RECORD * sizeof(*record));
	memcpy(record + at, key.p, key.n);
}

static void
put64(uint32_t *to, uint64_t x)
{
	to[0] = (uint32_t)(x >> 32);
	to[1] = (uint32_t)x;
}

const struct freq_slot *
freq_gram_slot(const struct freq_table *t, size_t *i)
{
	while (*i < t->room) {
		const struct freq_slot *s = freq_slot_at(t, (*i)++);

		if (s->key.a != 0)
			return s;
	}
	return NULL;
}

void
freq_gram_spill(struct freq_gram *g)
{
	uint32_t record[RECORD + 6];
	const struct freq_slot *s;
	size_t size = g->all.size;

	freq_adder_flush(&g->adder);
	for (size_t i = 0; (s = freq_gram_slot(&g->all, &i)) != NULL;) {
		freq_gram_read(g, s, record);
		memset(record + RECORD, 0, 6 * sizeof(*record));
		put64(record + RECORD, s->count);
		if (g->by_doc) {
			const struct freq_wide *w = (const void *)s;

			put64(record + RECORD + 2, w->docs);
			put64(record + RECORD + 4, (uint64_t)w->spread);
		}
		freq_spill_add(&g->sums, record);
	}
	freq_table_release(&g->all); /* to be small again */
	freq_table_init(&g->all, size);
	freq_adder_look(&g->adder);
	g->spilled = true;
}

static void
check_budget(struct freq_gram *g)
{
	if (freq_table_bytes(&g->all) + g->all.long_bytes > budget(g) / 2)
		freq_gram_spill(g);
}

bool
freq_gram_add(struct freq_gram *g, uint32_t group, struct str gram,
              struct freq_slot **slot)
{
	uint32_t record[RECORD] = { group };
	size_t n = 1;

	*slot = NULL;
	while (gram.n > 0) {
		struct str word = str_cut(&gram, ' ');

		if (n == RECORD || word.n == 0)
			return false;
		record[n] = freq_vocab_count(&g->vocab, word);
		if (record[n++] == 0)
			return true;
	}
	check_budget(g);
	*slot = freq_table_add(&g->all, (struct str){ (const char *)record,
	                                              n * sizeof(*record) });
	return true;
}

static void
count_words(struct freq_gram *g, struct str text)
{
	struct spans sents = { 0 };
	struct span word;
	size_t at = 0, next = 0;

	if (g->longest > 1 && !g->o->across)
		sents = sent_split(&g->a, text);
	while (freq_word_next(text, &at, g->o->rules, &word)) {
		for (; next < sents.n && sents.v[next].beg <= word.beg; next++)
			g->held = 0;
		freq_word_key(&g->key, str_sub(text, word), g->o->rules);
		if (g->key.n > 0)
			count_word(g, freq_vocab_count(&g->vocab,
			                               buf_str(&g->key)));
		check_budget(g);
	}
	arena_reset(&g->a);
}

/* What dispersion and the matrix need of each document. */
static void
keep_parts(struct freq_gram *g, const struct freq_slot *s)
{
	uint32_t record[RECORD + 4];

	freq_gram_read(g, s, record);
	if (g->o->matrix) {
		uint32_t cell[4] = { g->docs, record[1] };

		put64(cell + 2, s->count);
		freq_spill_add(&g->cells, cell);
	}
	if (g->o->dp) {
		put64(record + RECORD, s->count);
		put64(record + RECORD + 2, g->doc_words);
		freq_spill_add(&g->parts, record);
	}
}

static void
end_document(struct freq_gram *g)
{
	const struct freq_slot *s;

	freq_adder_flush(&g->adder);
	if (g->o->by == FREQ_BY_DOC)
		freq_gram_put_doc(g);
	else
		freq_docs_add(&g->all, &g->doc, g->doc_words);
	for (size_t i = 0; (g->o->matrix || g->o->dp) &&
	     (s = freq_gram_slot(&g->doc, &i)) != NULL;)
		keep_parts(g, s);
	if (g->doc.n > 0)
		freq_table_clear(&g->doc);
	freq_adder_look(&g->adder);
	g->group_words[g->group] += g->doc_words;
	g->doc_words = 0;
}

void
freq_gram_part(struct freq_gram *g, const struct doc *part)
{
	if (part->first)
		begin_document(g, part);
	count_words(g, part->text);
	if (part->last)
		end_document(g);
	check_budget(g);
}

void
freq_gram_close(struct freq_gram *g)
{
	freq_vocab_close(&g->vocab);
	freq_vocab_close(&g->groups);
	free(g->group_words);
	freq_table_release(&g->all);
	freq_table_release(&g->doc);
	freq_spill_close(&g->sums);
	freq_spill_close(&g->parts);
	freq_spill_close(&g->cells);
	arena_release(&g->a);
	buf_release(&g->key);
	buf_release(&g->name);
	buf_release(&g->names);
	free(g->column);
}
