/* freq_vocab.c - numbers for words. */
#include "freq_vocab.h"

#include <stdlib.h>
#include <string.h>

#include "freq_sort.h"
#include "stem.h"

/* The sixteenth byte of a key of numbers must not be 0xFF: freq_table.h. */
static const uint32_t words_max = 0xFEFFFFFF;
static const uint32_t not_known = UINT32_MAX;

void
freq_vocab_open(struct freq_vocab *v)
{
	*v = (struct freq_vocab){ 0 };
	freq_table_init(&v->table, sizeof(struct freq_slot));
}

static void
append(struct freq_vocab *v, struct str word)
{
	if (v->n == words_max)
		mem_fail();
	if (v->n == v->room) {
		v->room = v->room == 0 ? 1024 : v->room + v->room / 2;
		v->word = mem_resize(v->word, v->room, sizeof(*v->word));
		v->counted = mem_resize(v->counted, v->room,
		                        sizeof(*v->counted));
	}
	v->word[v->n] = arena_dup(&v->text, word);
	v->counted[v->n++] = not_known;
}

uint32_t
freq_vocab_number(struct freq_vocab *v, struct str word)
{
	struct freq_slot *s = freq_table_add(&v->table, word);

	if (s->count == 0) {
		append(v, word);
		s->count = v->n;
	}
	return (uint32_t)s->count;
}

/* What a word that is seen for the first time counts as. */
static uint32_t
judge(struct freq_vocab *v, uint32_t number, struct str word)
{
	struct str stem;

	if (v->stop != NULL && table_find(v->stop, word) != NULL)
		return 0;
	if (v->stem == NULL)
		return number;
	stem = stem_word(v->stem, word);
	return stem.n > 0 ? freq_vocab_number(v, stem) : number;
}

uint32_t
freq_vocab_count(struct freq_vocab *v, struct str word)
{
	uint32_t number = freq_vocab_number(v, word);

	if (v->counted[number - 1] == not_known) {
		uint32_t as = judge(v, number, word);

		v->counted[number - 1] = as;
	}
	return v->counted[number - 1];
}

struct str
freq_vocab_word(const struct freq_vocab *v, uint32_t number)
{
	return v->word[number - 1];
}

/* The start of a word, for sorting, and its number. */
struct head {
	unsigned char start[8];
	uint32_t number;
	uint32_t unused;
};

static int
by_word(const void *a, const void *b, void *vocab)
{
	const struct head *x = a, *y = b;
	const struct freq_vocab *v = vocab;

	return str_cmp(v->word[x->number - 1], v->word[y->number - 1]);
}

static struct head *
sorted_heads(const struct freq_vocab *v)
{
	struct head *h = mem_alloc(v->n, sizeof(*h));
	struct freq_vocab copy = *v;
	size_t end;

	for (uint32_t i = 0; i < v->n; i++) {
		struct str start = str_head(v->word[i], sizeof(h->start));

		memcpy(h[i].start, start.p, start.n);
		h[i].number = i + 1;
	}
	freq_radix(h, v->n, sizeof(*h), 0, sizeof(h->start));
	for (size_t beg = 0; beg < v->n; beg = end) {
		end = beg + 1;
		while (end < v->n && memcmp(h[beg].start, h[end].start,
		                            sizeof(h->start)) == 0)
			end++;
		if (end - beg > 1)
			qsort_r(h + beg, end - beg, sizeof(*h), by_word,
			        &copy);
	}
	return h;
}

void
freq_vocab_order(const struct freq_vocab *v, uint32_t **place,
                 uint32_t **number_at)
{
	struct head *h = sorted_heads(v);

	*place = mem_alloc((size_t)v->n + 1, sizeof(**place));
	*number_at = mem_alloc((size_t)v->n + 1, sizeof(**number_at));
	for (uint32_t i = 0; i < v->n; i++) {
		(*number_at)[i + 1] = h[i].number;
		(*place)[h[i].number] = i + 1;
	}
	free(h);
}

void
freq_vocab_close(struct freq_vocab *v)
{
	freq_table_release(&v->table);
	arena_release(&v->text);
	free(v->word);
	free(v->counted);
	*v = (struct freq_vocab){ 0 };
}
