/* clean_feature.c - the features by which a block is judged. */
#include "clean_feature.h"

static uint32_t
least(uint32_t a, uint32_t b)
{
	return a < b ? a : b;
}

/* The number of limits that x reaches. */
static uint32_t
bucket(uint32_t x, const uint32_t *limit, uint32_t n)
{
	uint32_t i = 0;

	while (i < n && x >= limit[i])
		i++;
	return i;
}

static uint32_t
length_of(uint32_t bytes)
{
	static const uint32_t limit[] = { 3, 6, 10, 15, 20, 30, 40, 55, 75,
		                          100, 140, 200, 300, 500, 900 };

	return bucket(bytes, limit, 15);
}

/* 0 to 3: a label, a title, a sentence, a paragraph. */
static uint32_t
size_of(uint32_t bytes)
{
	return bytes < 25 ? 0 : bytes < 60 ? 1 : bytes < 120 ? 2 : 3;
}

/* 0 to 7 for a few, by doubling. */
static uint32_t
few(uint32_t n)
{
	static const uint32_t limit[] = { 1, 2, 3, 4, 6, 10, 20 };

	return bucket(n, limit, 7);
}

static uint32_t
eighths(uint64_t part, uint64_t whole)
{
	return whole == 0 ? 0 : (uint32_t)(part * 7 / whole);
}

/* 0 to 15 from sure boilerplate to sure article. */
static uint32_t
grade(int32_t score)
{
	int32_t g = (score + 4 * MODEL_ONE) / (MODEL_ONE / 2);

	return g < 0 ? 0 : g > 15 ? 15 : (uint32_t)g;
}

struct adder {
	struct clean_features *f;
	uint32_t template;
};

/* Templates are numbered by the order of calls, which never varies. */
static void
add(struct adder *to, uint32_t value)
{
	to->f->v[to->f->n++] = to->template++ * CLEAN_VALUES +
	                       least(value, CLEAN_VALUES - 1);
}

static void
add_hash(struct adder *to, uint32_t value)
{
	to->f->v[to->f->n++] = CLEAN_HASHED |
	                       model_feature(to->template++, value);
}

static const struct clean_facts *
facts_at(const struct clean_page *p, size_t i, ptrdiff_t offset)
{
	size_t k = i + (size_t)offset; /* wraps to huge when below 0 */

	return k < p->lines.nblock ? &p->lines.block[k].facts : NULL;
}

/* A list item, a heading or neither; how it ends. */
static uint32_t
kind_of(const struct clean_facts *f)
{
	uint32_t lead = f->lead == LEAD_BULLET ? 0
	                : f->lead == LEAD_HEADING ? 1 : 2;
	uint32_t tail = f->tail == TAIL_STOP ? 0
	                : f->tail == TAIL_ASK || f->tail == TAIL_COLON ||
	                  f->tail == TAIL_MORE ? 1
	                : f->tail == TAIL_LETTER ? 2 : 3;

	return lead * 4 + tail;
}

static void
add_counts(struct adder *to, const struct clean_facts *f)
{
	uint32_t s = size_of(f->bytes);
	uint32_t words = f->words > 1 ? f->words - 1 : 1;
	uint32_t caps = f->caps > 0 ? f->caps - 1 : 0;

	add(to, length_of(f->bytes));
	add(to, few(f->words) * 4 + s);
	add(to, f->tail * 4U + s);
	add(to, f->lead * 4U + s);
	add(to, eighths(least(caps, words), words) * 4 + s);
	add(to, eighths(f->uppers, f->words) * 4 + s);
	add(to, few(f->numbers) * 4 + s);
	add(to, few(f->commas) * 4 + s);
	add(to, few(f->stops) * 4 + s);
	add(to, few(f->quotes) * 4 + s);
	add(to, few(f->bars) * 4 + s);
	add(to, few(f->glued) * 4 + s);
	add(to, few(f->symbols) * 4 + s);
	add(to, (f->year * 4U + f->link * 2U + f->said) * 4 + s);
	add(to, f->level * 4U + s);
	add(to, (least(f->copies, 4) * 2 + f->copied) * 4 + s);
	add(to, few(f->bytes / (f->words + 1)));
	add(to, few(f->words / (f->stops + 1) / 3) * 4 + s);
	add(to, kind_of(f) * 4 + s);
}

static void
add_groups(struct adder *to, uint32_t groups, uint32_t s)
{
	struct adder one = *to;

	for (uint32_t g = 0; g < 16; g++, one = *to)
		if (groups >> g & 1)
			add(&one, g * 4 + s);
	to->template++;
}

/* A hashed feature of every word, and of every two, of a short block. */
static void
add_words(struct adder *to, const struct clean_page *p,
          const struct clean_facts *f)
{
	const uint32_t *w = p->lines.words.v + f->word_at;
	uint32_t n = f->words <= CLEAN_LABEL ? f->words : 0;
	struct adder one = *to;

	for (uint32_t k = 0; k < n; k++, one = *to)
		add_hash(&one, w[k] * 4 + size_of(f->bytes));
	to->template++;
	one = *to;
	for (uint32_t k = 1; k < n; k++, one = *to)
		add_hash(&one, w[k - 1] * 0x9E3779B1U ^ w[k]);
	to->template++;
}

/* Every phrase by itself: some hold in labels only, some in long text too. */
static void
add_hits(struct adder *to, const struct clean_facts *f)
{
	uint32_t s = size_of(f->bytes);
	struct adder one = *to;

	for (uint32_t k = 0; k < f->nhit; k++, one = *to)
		add_hash(&one, f->hit[k] * 4U + s);
	to->template++;
	add(to, least(f->nhit, 8) * 4 + s);
}

static void
add_ends(struct adder *to, const struct clean_facts *f)
{
	uint32_t s = size_of(f->bytes);

	add_hash(to, f->first * 4 + s);
	add_hash(to, f->last * 4 + s);
	add_hash(to, f->first * 0x9E3779B1U ^ f->second);
	add_hash(to, (uint32_t)f->hash);
}

/* The groups of the labels from k = from to k = to around block i. */
static uint32_t
groups_near(const struct clean_page *p, size_t i, ptrdiff_t from, ptrdiff_t to)
{
	uint32_t groups = 0;

	for (ptrdiff_t k = from; k <= to; k++) {
		const struct clean_facts *f = facts_at(p, i, k);

		if (f != NULL && f->words <= CLEAN_LABEL)
			groups |= f->groups;
	}
	return groups;
}

static void
add_neighbours(struct adder *to, const struct clean_page *p, size_t i)
{
	uint32_t s = size_of(p->lines.block[i].facts.bytes);

	for (ptrdiff_t k = -2; k <= 2; k++) {
		const struct clean_facts *f = facts_at(p, i, k);

		if (k == 0)
			continue;
		add_groups(to, groups_near(p, i, k, k), s);
		add(to, (f == NULL ? 63 : f->lead * 4U + s));
		add(to, f == NULL ? 63 : few(f->copies) * 4 + s);
	}
	for (ptrdiff_t k = -1; k <= 1; k += 2) {
		const struct clean_facts *f = facts_at(p, i, k);

		add_hash(to, f == NULL ? 0 : f->first * 4 + s);
		add_hash(to, f == NULL ? 0 : (uint32_t)f->hash);
	}
}

/* What the blocks from beg to end are like, five features and a cross. */
static void
add_window(struct adder *to, const struct clean_page *p, size_t beg,
           size_t end, uint32_t s)
{
	const struct clean_sums *a, *b;
	uint32_t n;

	end = end < p->lines.nblock ? end : p->lines.nblock;
	n = (uint32_t)(end > beg ? end - beg : 0);
	if (n == 0) {
		add(to, 63);
		to->template += 5;
		return;
	}
	a = &p->sum[beg];
	b = &p->sum[end];
	add(to, eighths(b->stops - a->stops, n) * 4 + s);
	add(to, eighths(b->bullets - a->bullets, n) * 4 + s);
	add(to, eighths(b->quotes - a->quotes, n) * 4 + s);
	add(to, eighths(b->copied - a->copied, n) * 4 + s);
	add(to, length_of((b->bytes - a->bytes) / n) * 4 + s);
	add(to, eighths(b->stops - a->stops, n) * 8 +
	        eighths(b->bullets - a->bullets, n));
}

static void
add_windows(struct adder *to, const struct clean_page *p, size_t i)
{
	const struct clean_facts *f = &p->lines.block[i].facts;
	uint32_t s = f->lead == LEAD_BULLET ? 0 : 1;

	s = s * 2 + (f->tail == TAIL_STOP || f->tail == TAIL_ASK);
	add_window(to, p, i > 4 ? i - 4 : 0, i, s);
	add_window(to, p, i + 1, i + 5, s);
	add_window(to, p, i > 12 ? i - 12 : 0, i + 13, s);
}

static void
add_place(struct adder *to, const struct clean_page *p, size_t i)
{
	const struct clean_block *b = &p->lines.block[i];
	const struct clean_block *next =
		i + 1 < p->lines.nblock ? b + 1 : NULL;
	uint32_t s = size_of(b->facts.bytes);
	uint32_t after = next == NULL ? 2 : least(next->gap, 2);
	uint32_t indent = b->indent == p->body_indent ? 0
	                  : b->indent < p->body_indent ? 1
	                  : b->indent < p->body_indent + 6 ? 2 : 3;

	add(to, (least(b->gap, 2) * 3 + after) * 4 + s);
	add(to, indent * 4 + s);
}

static int32_t
score_at(const struct clean_page *p, size_t i, ptrdiff_t offset)
{
	size_t k = i + (size_t)offset;

	return k < p->lines.nblock ? p->score[k] : -3 * MODEL_ONE;
}

/* The mean grade of the blocks from i + from to i + to, by length. */
static uint32_t
mean_grade(const struct clean_page *p, size_t i, ptrdiff_t from, ptrdiff_t to)
{
	int64_t sum = 0, weight = 0;

	for (ptrdiff_t k = from; k <= to; k++) {
		const struct clean_facts *f = facts_at(p, i, k);
		int64_t w = f == NULL ? 20 : 20 + least(f->bytes, 300);
		int32_t score = score_at(p, i, k);

		score = score > 4 * MODEL_ONE ? 4 * MODEL_ONE
		        : score < -4 * MODEL_ONE ? -4 * MODEL_ONE : score;
		sum += w * score;
		weight += w;
	}
	return grade((int32_t)(sum / weight));
}

static void
add_scores(struct adder *to, const struct clean_page *p, size_t i)
{
	uint32_t s = size_of(p->lines.block[i].facts.bytes);
	uint32_t own = grade(p->score[i]);
	uint32_t before = mean_grade(p, i, -4, -1);
	uint32_t after = mean_grade(p, i, 1, 4);

	add(to, own * 4 + s);
	for (ptrdiff_t k = -3; k <= 3; k++)
		if (k != 0)
			add(to, grade(score_at(p, i, k)) * 4 + s);
	add(to, before * 4 + s);
	add(to, after * 4 + s);
	add(to, before / 2 * 8 + after / 2);
	add(to, own / 2 * 8 + before / 2);
	add(to, own / 2 * 8 + after / 2);
	add(to, mean_grade(p, i, -12, -1) * 4 + s);
	add(to, mean_grade(p, i, 1, 12) * 4 + s);
	add(to, mean_grade(p, i, -2, 2) * 4 + s);
}

/* Where block i is to the segment: in it or outside, and how far from its
 * borders. */
static uint32_t
segment_place(const struct clean_page *p, size_t i)
{
	if (i < p->seg_beg)
		return few((uint32_t)(p->seg_beg - i));
	if (i >= p->seg_end)
		return 8 + few((uint32_t)(i - p->seg_end + 1));
	return 16 + least(few((uint32_t)(i - p->seg_beg + 1)),
	                  few((uint32_t)(p->seg_end - i)));
}

static void
add_context(struct adder *to, const struct clean_page *p, size_t i)
{
	const struct clean_facts *f = &p->lines.block[i].facts;
	uint32_t s = size_of(f->bytes);
	uint32_t own = grade(p->score[i]) / 4;
	uint32_t side = i < p->core_beg ? 0 : i < p->core_end ? 1 : 2;
	uint64_t all = p->mass[p->lines.nblock];
	uint32_t before = eighths(p->mass[i], all);
	uint32_t after = eighths(all - p->mass[i + 1], all);
	const struct clean_block *h = p->heading[i] == CLEAN_BLANK
		? NULL : &p->lines.block[p->heading[i]];
	uint32_t far = h == NULL ? 7 : few((uint32_t)(i - p->heading[i]));

	add(to, segment_place(p, i));
	add(to, (segment_place(p, i) / 8) * 16 + own * 4 + s);
	add(to, before * 8 + after);
	add(to, (all - p->mass[i + 1] == 0) * 16U + own * 4 + s);
	add(to, (p->mass[i] == 0) * 16U + own * 4 + s);
	add(to, length_of((uint32_t)least((uint32_t)p->mass[i] / 8, 9999)));
	add(to, length_of((uint32_t)least(
		(uint32_t)(all - p->mass[i + 1]) / 8, 9999)));
	add(to, (uint32_t)p->overlap[i] / 63 * 4 + s);
	add(to, (uint32_t)p->core[i] / 63 * 4 + s);
	add(to, side * 16 + own * 4 + s);
	add(to, (uint32_t)p->level * 4 + s);
	add(to, (uint32_t)p->level * 4 + own);
	add(to, far * 4 + s);
	add_groups(to, h == NULL ? 0 : h->facts.groups, least(far / 2, 3));
	add_groups(to, p->passed[i], (s >= 2) * 2U + (side == 0));
	add_hash(to, h == NULL ? 0 : (uint32_t)h->facts.hash * 4 + s);
	add_hash(to, h == NULL ? 0 : h->facts.first * 4 + s);
}

/* What the part of block i is like, and where it is to the core: behind an
 * article there may be another. */
static void
add_part(struct adder *to, const struct clean_page *p, size_t i)
{
	const struct clean_part *t = &p->part[i];
	uint32_t mass = length_of(t->mass / 20);
	uint32_t overlap = t->overlap / 63U, side = 1, far = 0;

	if (t->end == 0) {
		to->template += 5;
		return;
	}
	if (t->end <= p->core_beg) {
		side = 0;
		far = few((uint32_t)(p->core_beg - t->end + 1));
	} else if (t->beg >= p->core_end) {
		side = 2;
		far = few((uint32_t)(t->beg - p->core_end + 1));
	}
	add(to, mass * 3 + side);
	add(to, overlap * 3 + side);
	add(to, far * 3 + side);
	add(to, mass / 2 * 8 + overlap / 2);
	add_groups(to, t->gap, side);
}

/* A list of many items that are no sentences is one of teasers. */
static void
add_run(struct adder *to, const struct clean_page *p, size_t i)
{
	const struct clean_facts *f = &p->lines.block[i].facts;
	uint32_t s = size_of(f->bytes);
	bool stop = f->tail == TAIL_STOP || f->tail == TAIL_ASK;

	add(to, few(p->run[i]) * 8 + s * 2 + stop);
}

void
clean_features(const struct clean_page *p, size_t i, struct clean_features *f)
{
	const struct clean_facts *own = &p->lines.block[i].facts;
	struct adder to = { f, (uint32_t)p->stage * CLEAN_TEMPLATES };

	f->n = 0;
	add(&to, 0);
	add_counts(&to, own);
	add_groups(&to, own->groups, size_of(own->bytes));
	add_place(&to, p, i);
	add_hits(&to, own);
	add_run(&to, p, i);
	add_windows(&to, p, i);
	if (p->stage == 0) {
		add_words(&to, p, own);
		add_ends(&to, own);
		add_neighbours(&to, p, i);
	} else {
		add_scores(&to, p, i);
		add_context(&to, p, i);
		add_part(&to, p, i);
	}
}
