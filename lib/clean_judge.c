/* clean_judge.c - the verdict on every block of a page. */
#include "clean_judge.h"

#include "clean_class.h"
#include "clean_feature.h"
#include "clean_known.h"

enum {
	CERTAIN = 16 * MODEL_ONE, /* what a rule says, as a score */
	BACK = 30,                /* blocks above the article to look at */
	FIRM = 2 * MODEL_ONE,     /* text, whatever its form */
	LABELS = 8                /* sure labels that make a whole page */
};

struct str
clean_judge_text(const struct clean_page *p, size_t i)
{
	return str_sub(p->lines.text, p->lines.block[i].at);
}

uint32_t
clean_judge_repeats(const struct clean_judge *j, uint64_t line)
{
	return clean_repeat_count(&j->c->repeats,
	                          clean_repeat_key(j->source, line));
}

/* A line of two documents of a few, of a twentieth of many. */
static bool
is_repeated(const struct clean_judge *j, size_t i)
{
	uint32_t docs, n;

	if (j->c->repeats.n == 0)
		return false;
	docs = clean_judge_repeats(j, 0);
	n = clean_judge_repeats(j, j->page.lines.block[i].facts.hash);
	return n >= 2 && n >= docs / 20;
}

/* Two sure neighbours guard a sure line: refrains, standing phrases. */
static bool
is_guarded(const struct clean_page *p, size_t i)
{
	return i > 0 && i + 1 < p->lines.nblock &&
	       p->score[i - 1] > CLEAN_SURE && p->score[i] > CLEAN_SURE &&
	       p->score[i + 1] > CLEAN_SURE;
}

static void
find_rules(struct clean_judge *j)
{
	struct clean_page *p = &j->page;
	struct span at;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		switch (clean_patterns_find(&j->c->patterns,
		                            clean_judge_text(p, i), &at)) {
		case CLEAN_KEEP:
			j->rule[i] = CLEAN_RULE_KEEPS;
			break;
		case CLEAN_DROP:
			j->rule[i] = CLEAN_RULE_DROPS;
			break;
		case CLEAN_NO_PATTERN:
			if (is_repeated(j, i) && !is_guarded(p, i))
				j->rule[i] = CLEAN_REPEATED;
			break;
		}
	}
}

static void
apply_rules(struct clean_judge *j)
{
	for (size_t i = 0; i < j->page.lines.nblock; i++)
		if (j->rule[i] != CLEAN_NO_RULE)
			j->page.score[i] = j->rule[i] == CLEAN_RULE_KEEPS
			                   ? CERTAIN : -CERTAIN;
}

/* Whether some block that may be article is near block i; *next is where the
 * last search ended. */
static bool
has_hope(const struct clean_page *p, size_t i, size_t *next)
{
	enum { NEAR = 12 };
	size_t n = p->lines.nblock;

	if (*next + NEAR < i)
		*next = i - NEAR;
	while (*next < n && *next <= i + NEAR &&
	       p->score[*next] <= -MODEL_ONE)
		++*next;
	return *next < n && *next <= i + NEAR;
}

/* Past the first stage, far from all hope a block keeps the score it has. */
static void
score_stage(const struct clean_stage *s, struct clean_page *p, int32_t *score)
{
	struct clean_features f;
	size_t next = 0;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		if (p->stage > 0 && !has_hope(p, i, &next)) {
			score[i] = p->score[i];
			continue;
		}
		clean_features(p, i, &f);
		score[i] = clean_model_score(s, &f);
	}
}

/* The stages read the scores of the one before, so they write to another. */
static void
score_page(struct clean_judge *j)
{
	struct clean_page *p = &j->page;
	int32_t *other = arena_new(j->a, int32_t, p->lines.nblock);

	for (p->stage = 0; p->stage < CLEAN_STAGES; p->stage++) {
		int32_t *done = other;

		if (p->stage > 0)
			clean_page_context(j->a, p);
		score_stage(&j->c->model.stage[p->stage], p, done);
		other = p->score;
		p->score = done;
		if (p->stage == 0)
			find_rules(j);
		apply_rules(j);
	}
}

/* Whole pages have dozens of sure labels with phrases, scrapers leave a few. */
static bool
is_light(const struct clean_judge *j)
{
	const struct clean_page *p = &j->page;
	size_t labels = 0;

	if (j->c->level != CLEAN_AUTO)
		return j->c->level == CLEAN_LIGHT;
	for (size_t i = 0; i < p->lines.nblock; i++)
		labels += (i < p->seg_beg || i >= p->seg_end) &&
		          p->lines.block[i].facts.groups != 0 &&
		          p->lines.block[i].facts.bytes < CLEAN_LONG / 2 &&
		          p->score[i] < -MODEL_ONE;
	return labels < LABELS || p->level >= CLEAN_PAGE_FULL;
}

/* To lose a long line hurts more than to leave one, but for those that have a
 * phrase of what stands around articles. */
static int32_t
long_bias(const struct clean_facts *f, bool light)
{
	if ((f->groups & CLEAN_PROSE) != 0)
		return light ? MODEL_ONE * 3 / 10 : -MODEL_ONE / 2;
	return light ? MODEL_ONE * 3 : MODEL_ONE;
}

/* What the level of dirt adds to a block. Within an article that is clean
 * otherwise, figures and lists are its own. */
static int32_t
level_bias(const struct clean_page *p, size_t i, bool light)
{
	const struct clean_facts *f = &p->lines.block[i].facts;
	bool plain = f->groups == 0 && !f->copied;
	bool inside = i >= p->seg_beg && i < p->seg_end;

	if (light && plain && inside && p->level >= CLEAN_PAGE_FULL)
		return MODEL_ONE * 5;
	if (f->bytes >= CLEAN_LONG)
		return long_bias(f, light);
	return !light ? 0 : plain ? MODEL_ONE * 2 : MODEL_ONE * 7 / 10;
}

/* What makes the best long block of a page sure, when none is but one may well
 * be: pages unlike all others have low scores throughout. Else INT32_MIN. */
static int32_t
lift_of(const struct clean_page *p)
{
	int32_t best = INT32_MIN;

	for (size_t i = 0; i < p->lines.nblock; i++)
		if (p->lines.block[i].facts.bytes >= CLEAN_LONG &&
		    p->score[i] > best)
			best = p->score[i];
	return best < -3 * MODEL_ONE || best > CLEAN_SURE
	       ? INT32_MIN : 2 * MODEL_ONE - best;
}

static void
add_level(struct clean_judge *j)
{
	struct clean_page *p = &j->page;
	bool light = is_light(j);
	int32_t lift = lift_of(p);

	for (size_t i = 0; i < p->lines.nblock; i++) {
		int32_t more = level_bias(p, i, light);

		j->total[i] = p->score[i] + j->c->bias +
		              (lift > more ? lift : more);
	}
}

struct span
clean_judge_range(const struct clean_judge *j)
{
	struct span r = { j->page.lines.nblock, 0 };

	for (size_t i = 0; i < j->page.lines.nblock; i++) {
		if (!j->keep[i])
			continue;
		r.beg = i < r.beg ? i : r.beg;
		r.end = i + 1;
	}
	return r;
}

/* The block at or before the first kept one that most looks like the headline;
 * nblock when none does. In a text that begins with the article, a title is
 * as good as one. */
static size_t
find_headline(struct clean_judge *j, size_t first)
{
	struct clean_page *p = &j->page;
	int32_t best = first < 8 ? -4 * MODEL_ONE : -3 * MODEL_ONE;
	size_t found = p->lines.nblock;
	struct clean_features f;

	for (size_t i = first > BACK ? first - BACK : 0; i < first; i++) {
		int32_t score;

		if (j->class[i] != CLEAN_TEXT)
			continue;
		clean_features(p, i, &f);
		score = clean_model_score(
			&j->c->model.stage[CLEAN_TITLE], &f);
		if (score > best) {
			best = score;
			found = i;
		}
	}
	return found;
}

/* The blocks from a little before the first that is more article than not to
 * the last: outside, a class changes nothing. */
static void
find_classes(struct clean_judge *j)
{
	struct clean_page *p = &j->page;
	size_t n = p->lines.nblock, beg = 0;

	while (beg < n && j->total[beg] <= 0)
		beg++;
	while (n > beg && j->total[n - 1] <= 0)
		n--;
	for (size_t i = beg > BACK ? beg - BACK : 0; i < n; i++) {
		const struct clean_facts *f = &p->lines.block[i].facts;

		j->class[i] = (unsigned char)clean_class(
			clean_unmark(clean_judge_text(p, i)), f,
			f->groups >> CLEAN_MEDIA & 1);
	}
}

/* A line with a class goes by it, where the article is; others by score. */
static bool
is_kept(const struct clean_judge *j, size_t i, struct span article)
{
	unsigned class = j->class[i];

	if (j->rule[i] != CLEAN_NO_RULE)
		return j->rule[i] == CLEAN_RULE_KEEPS;
	if (class == CLEAN_TEXT || j->page.score[i] > FIRM)
		return j->total[i] > 0;
	return i >= article.beg && i < article.end &&
	       (j->c->keep >> class & 1);
}

static void
judge_blocks(struct clean_judge *j)
{
	enum { ABOVE = 5 }; /* blocks above the article that are near */
	size_t n = j->page.lines.nblock;
	struct span article;
	size_t title;

	for (size_t i = 0; i < n; i++)
		j->keep[i] = j->class[i] == CLEAN_TEXT && j->total[i] > 0;
	article = clean_judge_range(j);
	title = find_headline(j, article.beg < n ? article.beg : 0);
	if (title < n) {
		j->class[title] = CLEAN_HEADLINE;
		article.beg = title;
	} else {
		article.beg -= article.beg < ABOVE ? article.beg : ABOVE;
	}
	for (size_t i = 0; i < n; i++)
		j->keep[i] = is_kept(j, i, article);
}

struct clean_judge
clean_judge(const struct clean *c, struct arena *a, struct str text,
            struct str source)
{
	struct clean_judge j = { .c = c, .a = a, .source = source };
	size_t n;

	j.page = clean_page(a, text, c->phrases);
	n = j.page.lines.nblock;
	j.rule = arena_new(a, unsigned char, n);
	j.class = arena_new(a, unsigned char, n);
	j.keep = arena_new(a, bool, n);
	j.total = arena_new(a, int32_t, n);
	score_page(&j);
	clean_page_context(a, &j.page);
	add_level(&j);
	find_classes(&j);
	judge_blocks(&j);
	return j;
}

