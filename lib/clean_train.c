/* clean_train.c - the trainer of the clean model. */
#include "clean_train.h"

#include <math.h>
#include <stdlib.h>
#include <string.h>

#include "clean_feature.h"
#include "clean_known.h"
#include "clean_model.h"
#include "err.h"
#include "reader.h"
#include "table.h"
#include "train.h"

enum {
	RUNS = 3,
	LONG = 80 /* bytes of a line of prose */
};

static const struct train_opts options = { .bits = 17, .epochs = 3,
	                                   .rate = .08, .decay = 1e-5,
	                                   .dropout = .8 };

struct sample {
	struct arena a;       /* of the page */
	struct arena context; /* of its arrays of the last stage */
	struct buf text, gold;
	struct clean_page page;
	bool *doubt; /* a block: its label may be wrong */
	size_t run;
	double weight;
};

struct samples {
	struct sample *v;
	size_t n;
	struct table site; /* of a page: a hash; keys in the arena */
	struct arena a;
};

static bool
read_gold(struct buf *b, const char *path)
{
	struct buf name = { 0 };
	bool read;

	buf_cstr(&name, path);
	if (str_ends(buf_str(&name), STR(".txt")))
		name.n -= 4;
	buf_cstr(&name, ".gold");
	buf_char(&name, '\0');
	read = reader_all(b, name.p);
	buf_release(&name);
	return read;
}

static bool
read_sample(struct sample *s, const char *path,
            const struct clean_phrases *phrases)
{
	if (!reader_all(&s->text, path) || !read_gold(&s->gold, path))
		return false;
	s->page = clean_page(&s->a, buf_str(&s->text), phrases);
	s->doubt = arena_new(&s->a, bool, s->page.lines.nblock);
	if (s->page.lines.nrow <= s->gold.n)
		return true;
	err_report(str_of(path), "more lines than labels");
	return false;
}

static char
label_of(const struct sample *s, size_t i)
{
	return s->gold.p[s->page.lines.block[i].row];
}

/* Long lines matter more, as they do to the reader; the lines of pages with
 * many of them less, so that no page outweighs the others. */
static double
weight_of(const struct sample *s, size_t i)
{
	uint32_t n = s->page.lines.block[i].facts.bytes;

	return s->weight * (.4 + (n < 400 ? n : 400) / 100.0) *
	       sqrt(200 / (20 + (double)s->page.lines.nblock));
}

static void
add_sample(struct train *t, struct sample *s, size_t stage)
{
	bool headline = stage == CLEAN_TITLE;
	struct clean_features f;

	s->page.stage = stage;
	for (size_t i = 0; i < s->page.lines.nblock; i++) {
		char label = label_of(s, i);

		if (label == 'T' ? !headline : label != 'A' && label != 'B')
			continue;
		if (s->doubt[i])
			continue;
		clean_features(&s->page, i, &f);
		clean_model_hash(&f);
		train_add(t, f.v, f.n, label == (headline ? 'T' : 'A'),
		          headline ? s->weight : weight_of(s, i));
	}
}

static bool
read_sites(struct samples *all, const char *path)
{
	struct buf b = { 0 };
	bool read = reader_all(&b, path);
	struct str rest = buf_str(&b);

	while (rest.n > 0) {
		struct str line = str_cut(&rest, '\n');
		struct str page = arena_dup(&all->a, str_cut(&line, '\t'));

		table_add(&all->site, page, NULL)->value =
			model_feature_str(0, str_cut(&line, '\t'));
	}
	buf_release(&b);
	return read;
}

/* The pages of one site go to the same run, and the renderings of one page,
 * which share their name up to the first stop. */
static size_t
run_of(const struct samples *all, const char *path)
{
	struct str rest = str_of(path);
	struct str name = rest;
	const struct table_slot *slot;

	while (rest.n > 0)
		name = str_cut(&rest, '/');
	name = str_head(name, str_find(name, '.'));
	slot = table_find(&all->site, name);
	return (slot != NULL ? slot->value : model_feature_str(0, name)) %
	       RUNS;
}

/* Appends the model of a stage, learnt from all runs but one. */
static void
train_without(struct samples *all, size_t stage, size_t run, struct buf *out)
{
	struct train *t = train_new(&options);

	for (size_t i = 0; i < all->n; i++)
		if (all->v[i].run != run)
			add_sample(t, &all->v[i], stage);
	train_write(t, "clean", out);
	train_free(t);
}

static void
score_sample(const struct clean_stage *s, struct sample *one)
{
	struct clean_page *p = &one->page;
	int32_t *score = arena_new(&one->a, int32_t, p->lines.nblock);
	struct clean_features f;

	for (size_t i = 0; i < p->lines.nblock; i++) {
		clean_features(p, i, &f);
		score[i] = clean_model_score(s, &f);
	}
	p->score = score;
	arena_reset(&one->context);
	clean_page_context(&one->context, p);
}

/* Scores every run by a model that has not seen it. */
static bool
score_runs(struct samples *all, size_t stage)
{
	for (size_t run = 0; run < RUNS; run++) {
		struct buf b = { 0 };
		struct clean_stage s;

		train_without(all, stage, run, &b);
		if (!model_open(&s.model, buf_str(&b), "clean", STR("")))
			return false;
		clean_stage_unpack(&s, stage);
		for (size_t i = 0; i < all->n; i++)
			if (all->v[i].run == run)
				score_sample(&s, &all->v[i]);
		free(s.dense);
		buf_release(&b);
	}
	return true;
}

static size_t
after_article(const struct sample *s)
{
	size_t i = s->page.lines.nblock;

	while (i > 0 && label_of(s, i - 1) != 'A')
		i--;
	return i;
}

/* Some gold texts stop in the middle of their article. Where a model that has
 * not seen the page finds it going on behind the last line of the gold text,
 * the labels from there on teach nothing. */
static void
doubt_labels(struct sample *s)
{
	enum { NEAR = 6, ENOUGH = 300 }; /* blocks; bytes that go on */
	const struct clean_page *p = &s->page;
	size_t beg = after_article(s), end = beg;
	uint32_t bytes = 0;

	for (size_t i = beg; i < p->lines.nblock && i < end + NEAR; i++) {
		uint32_t n = p->lines.block[i].facts.bytes;

		if (n < LONG || p->score[i] <= MODEL_ONE)
			continue;
		bytes += n;
		end = i + 1;
	}
	for (size_t i = beg; i < end && beg > 0 && bytes >= ENOUGH; i++)
		s->doubt[i] = true;
}

/* All stages once, for scores by which to doubt. */
static bool
find_doubts(struct samples *all)
{
	for (size_t stage = 0; stage < CLEAN_STAGES; stage++)
		if (!score_runs(all, stage))
			return false;
	for (size_t i = 0; i < all->n; i++)
		doubt_labels(&all->v[i]);
	return true;
}

static bool
read_samples(struct samples *all, char *const *files)
{
	struct clean_phrases *phrases = clean_known();
	bool read = true;
	size_t n = 0;
	double weight = 1;

	while (files[n] != NULL)
		n++;
	all->v = mem_alloc(n, sizeof(*all->v));
	for (; *files != NULL && read; files++) {
		struct sample *s = &all->v[all->n];

		if (str_starts(str_of(*files), STR("weight="))) {
			weight = strtod(*files + 7, NULL);
			continue;
		}
		if (str_starts(str_of(*files), STR("sites="))) {
			read = read_sites(all, *files + 6);
			continue;
		}
		s->weight = weight;
		s->run = run_of(all, *files);
		all->n++;
		read = read_sample(s, *files, phrases);
	}
	clean_phrases_free(phrases);
	return read;
}

static void
free_samples(struct samples *all)
{
	for (size_t i = 0; i < all->n; i++) {
		arena_release(&all->v[i].a);
		arena_release(&all->v[i].context);
		buf_release(&all->v[i].text);
		buf_release(&all->v[i].gold);
	}
	free(all->v);
	table_release(&all->site);
	arena_release(&all->a);
}

bool
clean_train(char *const *files, struct buf *out)
{
	struct samples all = { 0 };
	bool good = read_samples(&all, files) && find_doubts(&all);

	for (size_t stage = 0; good && stage < CLEAN_MODELS; stage++) {
		train_without(&all, stage, RUNS, out);
		if (stage < CLEAN_STAGES)
			good = score_runs(&all, stage);
	}
	free_samples(&all);
	return good;
}
