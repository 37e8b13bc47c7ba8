/* clean_page.c - what is known of a whole page. */
#include "clean_page.h"

#include <string.h>

#include "model.h"
#include "table.h"

/* A score from which a block is sure. */
enum {
	SURE = 2 * MODEL_ONE,
	PART_GAP = 3 /* blocks of boilerplate between parts */
};

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

static void
find_runs(struct clean_page *p)
{
	const struct clean_block *b = p->lines.block;
	size_t n = p->lines.nblock, end;

	for (size_t i = 0; i < n; i = end) {
		bool item = b[i].facts.lead == LEAD_BULLET;

		for (end = i; end < n &&
		     (b[end].facts.lead == LEAD_BULLET) == item; end++)
			;
		for (size_t k = i; k < end; k++)
			p->run[k] = item ? (uint32_t)(end - i) : 0;
	}
}

static void
add_up(struct clean_page *p)
{
	for (size_t i = 0; i < p->lines.nblock; i++) {
		const struct clean_facts *f = &p->lines.block[i].facts;
		struct clean_sums *s = &p->sum[i];

		s[1] = s[0];
		s[1].bytes += f->bytes < 400 ? f->bytes : 400;
		s[1].stops += f->tail == TAIL_STOP || f->tail == TAIL_ASK;
		s[1].bullets += f->lead == LEAD_BULLET;
		s[1].quotes += f->quotes > 0 || f->said;
		s[1].copied += f->copies > 1;
	}
}

struct clean_page
clean_page(struct arena *a, struct str text,
           const struct clean_phrases *phrases)
{
	struct clean_page p = { .lines = clean_lines(a, text) };
	size_t n = p.lines.nblock;

	for (size_t i = 0; i < n; i++) {
		struct clean_block *b = &p.lines.block[i];
		struct clean_match m = { 0 };

		b->facts.groups = clean_phrases_find(
			phrases, str_sub(text, b->at), &m);
		b->facts.nhit = (uint8_t)m.nhit;
		memcpy(b->facts.hit, m.hit, sizeof(m.hit));
	}
	count_copies(&p);
	p.body_indent = find_indent(&p);
	p.sum = arena_new(a, struct clean_sums, n + 1);
	add_up(&p);
	p.run = arena_new(a, uint32_t, n);
	p.part = arena_new(a, struct clean_part, n);
	find_runs(&p);
	p.core = arena_new(a, uint16_t, n);
	p.score = arena_new(a, int32_t, n);
	p.mass = arena_new(a, uint64_t, n + 1);
	p.overlap = arena_new(a, uint16_t, n);
	p.heading = arena_new(a, uint32_t, n);
	p.passed = arena_new(a, uint32_t, n);
	return p;
}

/* The segment with the greatest sum of scores (Bentley 1984), each lowered
 * by less. */
static struct span
best_segment(const struct clean_page *p, int32_t less)
{
	int64_t sum = 0, best = 0;
	struct span found = { 0, 0 };
	size_t beg = 0;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		int32_t s = p->score[i] < -3 * MODEL_ONE ? -3 * MODEL_ONE
		            : p->score[i] > 3 * MODEL_ONE ? 3 * MODEL_ONE
		            : p->score[i];

		if (sum <= 0) {
			sum = 0;
			beg = i;
		}
		sum += (int64_t)(s - less) * (20 + capped(p, i, 300));
		if (sum > best) {
			best = sum;
			found = (struct span){ beg, i + 1 };
		}
	}
	return found;
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

enum { WORD_BITS = 16 };

/* Counts, up to 3, the blocks of a range that hold a word and are sure. */
static void
learn_words(const struct clean_page *p, size_t beg, size_t end,
            unsigned char *in)
{
	const uint32_t *word = p->lines.words.v;

	for (size_t i = beg; i < end; i++) {
		const struct clean_facts *f = &p->lines.block[i].facts;
		uint32_t n = p->score[i] > SURE ? f->words : 0;

		for (uint32_t k = 0; k < n; k++) {
			unsigned char *c = &in[word[f->word_at + k] >>
			                       (32 - WORD_BITS)];

			*c = (unsigned char)(*c + (*c < 3));
		}
	}
}

/* Thousandths of the words of a block that are in, its own not counted. */
static uint16_t
share_of_words(const struct clean_page *p, size_t i, const unsigned char *in,
               bool own)
{
	const struct clean_facts *f = &p->lines.block[i].facts;
	const uint32_t *word = p->lines.words.v + f->word_at;
	unsigned least = own && p->score[i] > SURE;
	uint32_t hits = 0;

	for (uint32_t k = 0; k < f->words; k++)
		hits += in[word[k] >> (32 - WORD_BITS)] > least;
	return (uint16_t)(hits * 1000ULL / (f->words + 1));
}

static void
find_overlap(struct arena *a, struct clean_page *p)
{
	unsigned char *all = arena_new(a, unsigned char, 1 << WORD_BITS);
	unsigned char *core = arena_new(a, unsigned char, 1 << WORD_BITS);

	learn_words(p, 0, p->lines.nblock, all);
	learn_words(p, p->core_beg, p->core_end, core);
	for (size_t i = 0; i < p->lines.nblock; i++) {
		p->overlap[i] = share_of_words(p, i, all, true);
		p->core[i] = share_of_words(p, i, core,
			i >= p->core_beg && i < p->core_end);
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

/* The groups of block i when it is a label that is no article line: what is
 * behind one is often of its kind too. */
static uint32_t
label_groups(const struct clean_page *p, size_t i)
{
	const struct clean_facts *f = &p->lines.block[i].facts;

	return f->words <= CLEAN_LABEL && p->score[i] < -MODEL_ONE
	       ? f->groups : 0;
}

static void
find_passed(struct clean_page *p)
{
	uint32_t groups = 0;

	for (size_t i = p->core_beg; i < p->lines.nblock; i++) {
		p->passed[i] = groups;
		groups |= label_groups(p, i);
	}
	groups = 0;
	for (size_t i = p->core_beg; i-- > 0;) {
		p->passed[i] = groups;
		groups |= label_groups(p, i);
	}
}

/* The end of the part that begins with block i. */
static size_t
part_end(const struct clean_page *p, size_t i)
{
	size_t bad = 0;

	for (; i < p->lines.nblock && bad < PART_GAP; i++)
		bad = p->score[i] > 0 ? 0 : bad + 1;
	return i - bad;
}

static struct clean_part
part_of(const struct clean_page *p, size_t beg, size_t end)
{
	enum { ABOVE = 8 }; /* blocks above it whose labels tell */
	struct clean_part part = { .beg = (uint32_t)beg,
	                           .end = (uint32_t)end };
	uint64_t sum = 0;

	for (size_t i = beg; i < end; i++) {
		uint32_t bytes = p->lines.block[i].facts.bytes;

		if (p->score[i] > 0) {
			part.mass += bytes;
			sum += (uint64_t)bytes * p->core[i];
		}
	}
	part.overlap = (uint16_t)(sum / (part.mass + 1ULL));
	for (size_t i = beg; i > 0 && beg - i < ABOVE; i--) {
		const struct clean_facts *f = &p->lines.block[i - 1].facts;

		part.gap |= f->words <= CLEAN_LABEL ? f->groups : 0;
	}
	return part;
}

static void
find_parts(struct clean_page *p)
{
	size_t n = p->lines.nblock, end;

	for (size_t i = 0; i < n; i = end) {
		end = i + 1;
		p->part[i] = (struct clean_part){ 0 };
		if (p->score[i] <= 0)
			continue;
		end = part_end(p, i);
		p->part[i] = part_of(p, i, end);
		for (size_t k = i + 1; k < end; k++)
			p->part[k] = p->part[i];
	}
}

void
clean_page_context(struct arena *a, struct clean_page *p)
{
	struct span seg = best_segment(p, 0);
	struct span core = best_segment(p, MODEL_ONE);

	p->seg_beg = seg.beg;
	p->seg_end = seg.end;
	p->core_beg = core.beg;
	p->core_end = core.end;
	find_mass(p);
	find_overlap(a, p);
	find_parts(p);
	find_headings(p);
	find_passed(p);
}
