/* clean.c - which lines of a text are the article's own. */
#include "clean.h"

#include <stdlib.h>

#include "buf.h"
#include "clean_feature.h"
#include "clean_known.h"
#include "clean_model.h"

struct clean {
	struct clean_model model;
	struct clean_phrases *phrases;
	int32_t bias;
};

struct clean *
clean_new(const struct clean_opts *opts)
{
	struct clean *c = mem_alloc(1, sizeof(*c));

	c->bias = (int32_t)(opts->bias * MODEL_ONE);
	if (!clean_model_open(&c->model, opts->model)) {
		clean_free(c);
		return NULL;
	}
	c->phrases = clean_known();
	return c;
}

void
clean_free(struct clean *c)
{
	if (c == NULL)
		return;
	clean_model_release(&c->model);
	clean_phrases_free(c->phrases);
	free(c);
}

static void
score_stage(const struct clean_stage *s, struct clean_page *p, int32_t *score)
{
	struct clean_features f;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		clean_features(p, i, &f);
		score[i] = clean_model_score(s, &f);
	}
}

/* The stages read the scores of the one before, so they write to another. */
static void
score_page(const struct clean *c, struct arena *a, struct clean_page *p)
{
	int32_t *other = arena_new(a, int32_t, p->lines.nblock);

	for (p->stage = 0; p->stage < CLEAN_STAGES; p->stage++) {
		int32_t *done = other;

		if (p->stage > 0)
			clean_page_context(a, p);
		score_stage(&c->model.stage[p->stage], p, done);
		other = p->score;
		p->score = done;
	}
	clean_page_context(a, p);
}

/* The first and last block that is kept, as a half-open range. */
static struct span
kept_range(const struct clean_page *p)
{
	struct span r = { p->lines.nblock, 0 };

	for (size_t i = 0; i < p->lines.nblock; i++) {
		if (p->score[i] <= 0)
			continue;
		r.beg = i < r.beg ? i : r.beg;
		r.end = i + 1;
	}
	return r;
}

/* The block before the first kept one that most looks like the headline, or
 * nblock. */
static size_t
find_headline(const struct clean *c, struct clean_page *p, size_t first)
{
	enum { BACK = 30 };
	int32_t best = 0;
	size_t found = p->lines.nblock;
	struct clean_features f;

	for (size_t i = first > BACK ? first - BACK : 0; i < first; i++) {
		int32_t score;

		clean_features(p, i, &f);
		score = clean_model_score(&c->model.stage[CLEAN_HEADLINE], &f);
		if (score > best) {
			best = score;
			found = i;
		}
	}
	return found;
}

static struct str
phrase_reason(struct arena *a, struct str text, struct clean_match m)
{
	struct buf b = { 0 };
	struct str reason;

	buf_cstr(&b, "phrase:");
	buf_cstr(&b, clean_known_group(clean_known_phrase(m.phrase).group));
	buf_cstr(&b, " \"");
	buf_add(&b, str_sub(text, m.at));
	buf_char(&b, '"');
	reason = arena_dup(a, buf_str(&b));
	buf_release(&b);
	return reason;
}

/* Why block i is dropped: the most telling of its features. */
static struct str
reason_of(const struct clean *c, struct arena *a, const struct clean_page *p,
          size_t i, struct span kept)
{
	const struct clean_block *b = &p->lines.block[i];
	struct str s = str_sub(p->lines.text, b->at);
	struct clean_match m = { 0 };

	if (clean_phrases_find(c->phrases, s, &m) != 0)
		return phrase_reason(a, s, m);
	if (i < kept.beg || i >= kept.end)
		return STR("outside-segment");
	if (b->facts.copied)
		return STR("copy");
	return b->facts.bytes < 60 ? STR("label") : STR("score");
}

/* Blank lines stay behind a kept line when another follows; at the edges, and
 * where nothing is dropped, they stay as well. */
static void
judge_blanks(struct clean_lines_kept *k, const struct clean_page *p)
{
	bool kept = true;
	size_t last = 0;

	for (size_t i = 0; i < k->n; i++) {
		struct clean_line *line = &k->line[i];

		if (p->lines.row[i].block != CLEAN_BLANK) {
			kept = line->keep;
			last = kept ? i + 1 : last;
		} else {
			line->keep = kept;
		}
	}
	for (size_t i = last; i < k->n; i++)
		k->line[i].keep = k->line[i].keep && kept;
	for (size_t i = 0; i < k->n; i++)
		if (!k->line[i].keep && k->line[i].reason.n == 0)
			k->line[i].reason = STR("blank");
}

static void
judge_rows(const struct clean *c, struct arena *a, struct clean_page *p,
           struct clean_lines_kept *k)
{
	struct span kept = kept_range(p);
	size_t headline = k->sure ? find_headline(c, p, kept.beg) : 0;

	for (size_t i = 0; i < k->n; i++) {
		uint32_t b = p->lines.row[i].block;
		struct clean_line *line = &k->line[i];

		line->at = p->lines.row[i].at;
		if (b == CLEAN_BLANK)
			continue;
		line->score = p->score[b];
		line->keep = !k->sure || line->score > 0 || b == headline;
		if (!line->keep)
			line->reason = reason_of(c, a, p, b, kept);
	}
}

static bool
any_sure(const struct clean_page *p)
{
	for (size_t i = 0; i < p->lines.nblock; i++)
		if (p->score[i] > 0)
			return true;
	return p->lines.nblock == 0;
}

struct clean_lines_kept
clean_text(const struct clean *c, struct arena *a, struct str text)
{
	struct clean_page p = clean_page(a, text, c->phrases);
	struct clean_lines_kept k = { .n = p.lines.nrow,
		                      .used = p.lines.used };

	score_page(c, a, &p);
	for (size_t i = 0; i < p.lines.nblock; i++)
		p.score[i] += c->bias;
	k.sure = any_sure(&p);
	k.line = arena_new(a, struct clean_line, k.n);
	judge_rows(c, a, &p, &k);
	judge_blanks(&k, &p);
	return k;
}
