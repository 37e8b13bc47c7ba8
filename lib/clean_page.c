/* clean_page.c - what is known of a whole page. */
#include "clean_page.h"

#include "model.h"
#include "table.h"

/* A score from which a block is sure. */
enum { SURE = 2 * MODEL_ONE };

static uint32_t
capped(const struct clean_page *p, size_t i, uint32_t most)
{
	uint32_t bytes = p->lines.block[i].facts.bytes;

	return bytes < most ? bytes : most;
}

/* Counts for every block how many have its words; the first has copied 0. */
static void
count_copies(struct clean_page *p)
{
	struct table seen = { 0 };
	struct clean_block *b = p->lines.block;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		struct str key = { (const char *)&b[i].facts.hash, 8 };
		struct table_slot *slot = table_add(&seen, key, NULL);

		b[i].facts.copied = slot->value > 0;
		slot->value++;
	}
	for (size_t i = 0; i < p->lines.nblock; i++) {
		struct str key = { (const char *)&b[i].facts.hash, 8 };
		uint64_t n = table_find(&seen, key)->value;

		b[i].facts.copies = n < 255 ? (uint8_t)n : 255;
	}
	table_release(&seen);
}

/* The indent below which the most bytes of paragraphs stand. */
static size_t
find_indent(const struct clean_page *p)
{
	size_t bytes[32] = { 0 }, best = 0;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		const struct clean_block *b = &p->lines.block[i];

		if (b->facts.bytes >= 100 && b->facts.lead != LEAD_BULLET)
			bytes[b->indent < 31 ? b->indent : 31] +=
				capped(p, i, 1000);
	}
	for (size_t i = 0; i < 32; i++)
		best = bytes[i] > bytes[best] ? i : best;
	return best;
}

struct clean_page
clean_page(struct arena *a, struct str text,
           const struct clean_phrases *phrases)
{
	struct clean_page p = { .lines = clean_lines(a, text) };
	size_t n = p.lines.nblock;

	for (size_t i = 0; i < n; i++) {
		struct clean_block *b = &p.lines.block[i];

		b->facts.groups = clean_phrases_find(
			phrases, str_sub(text, b->at), NULL);
	}
	count_copies(&p);
	p.body_indent = find_indent(&p);
	p.score = arena_new(a, int32_t, n);
	p.mass = arena_new(a, uint64_t, n + 1);
	p.overlap = arena_new(a, uint16_t, n);
	p.heading = arena_new(a, uint32_t, n);
	return p;
}

/* The segment with the greatest sum of scores (Bentley 1984). */
static void
find_segment(struct clean_page *p)
{
	int64_t sum = 0, best = 0;
	size_t beg = 0;

	p->seg_beg = p->seg_end = 0;
	for (size_t i = 0; i < p->lines.nblock; i++) {
		uint32_t w = 20 + capped(p, i, 300);
		int32_t s = p->score[i] < -3 * MODEL_ONE ? -3 * MODEL_ONE
		            : p->score[i] > 3 * MODEL_ONE ? 3 * MODEL_ONE
		            : p->score[i];

		if (sum <= 0) {
			sum = 0;
			beg = i;
		}
		sum += (int64_t)s * w;
		if (sum > best) {
			best = sum;
			p->seg_beg = beg;
			p->seg_end = i + 1;
		}
	}
}

static void
find_mass(struct clean_page *p)
{
	uint64_t all = 0;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		uint32_t bytes = p->lines.block[i].facts.bytes;

		p->mass[i + 1] = p->mass[i] + (p->score[i] > 0 ? bytes : 0);
		all += bytes;
	}
	p->level = all == 0 ? 0 : (int)(p->mass[p->lines.nblock] * 7 / all);
}

/* Words of four letters or more are told by nothing here: all but those that
 * half of the sure blocks share would do; rare words weigh by themselves. */
static void
find_overlap(struct arena *a, struct clean_page *p)
{
	enum { BITS = 16 };
	unsigned char *in = arena_new(a, unsigned char, 1 << BITS);
	const uint32_t *word = p->lines.words.v;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		const struct clean_facts *f = &p->lines.block[i].facts;
		uint32_t n = p->score[i] > SURE ? f->words : 0;

		for (uint32_t k = 0; k < n; k++) {
			unsigned char *c =
				&in[word[f->word_at + k] >> (32 - BITS)];

			*c = (unsigned char)(*c + (*c < 3));
		}
	}
	for (size_t i = 0; i < p->lines.nblock; i++) {
		const struct clean_facts *f = &p->lines.block[i].facts;
		unsigned own = p->score[i] > SURE;
		uint32_t hits = 0;

		for (uint32_t k = 0; k < f->words; k++)
			hits += in[word[f->word_at + k] >> (32 - BITS)] > own;
		p->overlap[i] = (uint16_t)(hits * 1000ULL / (f->words + 1));
	}
}

/* A heading is short, ends like no sentence, and the next block is no list
 * item's twin of it: marked by #, or followed by something longer. */
static void
find_headings(struct clean_page *p)
{
	uint32_t last = CLEAN_BLANK;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		const struct clean_facts *f = &p->lines.block[i].facts;
		uint32_t next = i + 1 < p->lines.nblock
		                ? p->lines.block[i + 1].facts.bytes : 0;

		p->heading[i] = last;
		if (f->bytes < 60 && f->tail != TAIL_STOP &&
		    f->lead != LEAD_BULLET &&
		    (f->lead == LEAD_HEADING || next > f->bytes))
			last = (uint32_t)i;
	}
}

void
clean_page_context(struct arena *a, struct clean_page *p)
{
	find_segment(p);
	find_mass(p);
	find_overlap(a, p);
	find_headings(p);
}
