/* sent_weigh.c - the answer of a model about a spot. */
#include "sent_weigh.h"

#include <string.h>

void
weigh_init(struct weigh *w, const struct model *m)
{
	memset(w, 0, sizeof(*w));
	w->model = *m;
}

static void
widen(struct weigh_range *r, int32_t value, bool first)
{
	r->least = first || value < r->least ? value : r->least;
	r->most = first || value > r->most ? value : r->most;
}

static struct weigh_range
range_of_prior(const struct model *m, enum before before, enum after after)
{
	struct weigh_range r = { 0, 0 };

	for (unsigned i = 0; i < FEAT_KINDS; i++)
		widen(&r, feat_prior(m, before, after, i), i == 0);
	return r;
}

static struct weigh_range
range_of_second(const struct model *m, enum before before, enum after after)
{
	struct weigh_range r = { 0, 0 };

	for (unsigned i = 0; i < AFTER_CLASSES; i++)
		widen(&r, feat_second(m, before, after, (enum after)i), i == 0);
	return r;
}

/* A point, one blank, a word, not early in the sentence: only the two classes
 * count. */
static bool
is_usual(const struct spot *s, const struct sent_view *v)
{
	return s->stop == STOP_POINT && s->close == CLOSE_NONE && !s->wide &&
	       s->lead == LEAD_NONE && v->quotes == 0 && v->brackets == 0 &&
	       !view_small(v) && feat_place(s, v) == FEAT_PLACES - 1;
}

static void
fill_pair(struct weigh *w, struct weigh_pair *p, enum before before,
          enum after after)
{
	static const struct sent_view view = { .cut = SIZE_MAX / 2 };
	struct spot usual = { .before = before, .after = after };
	struct weigh_range prior = range_of_prior(&w->model, before, after);

	p->known = true;
	p->usual = feat_near(&w->model, &usual, &view);
	p->second = range_of_second(&w->model, before, after);
	p->both.least = p->second.least + prior.least;
	p->both.most = p->second.most + prior.most;
}

static inline const struct weigh_pair *
find_pair(struct weigh *w, enum before before, enum after after)
{
	struct weigh_pair *p = &w->pair[before][after];

	if (!p->known)
		fill_pair(w, p, before, after);
	return p;
}

/* The answer when what is still to be added lies in r; 0 when it counts. */
static int
decided(int32_t score, struct weigh_range r)
{
	if (score + r.least > 0)
		return 1;
	return score + r.most > 0 ? 0 : -1;
}

int
weigh_spot(struct weigh *w, struct spot *s, const struct sent_view *v)
{
	const struct weigh_pair *p = find_pair(w, s->before, s->after);
	const struct model *m = &w->model;
	int32_t score = is_usual(s, v) ? p->usual : feat_near(m, s, v);
	int answer = decided(score, p->both);

	if (answer != 0)
		return answer;
	spot_prior(s, v);
	score += feat_prior(m, s->before, s->after, feat_kind(s->prior));
	answer = decided(score, p->second);
	if (answer != 0)
		return answer;
	if (!spot_second(s, v))
		return 0;
	score += feat_second(m, s->before, s->after, s->second);
	return score > 0 ? 1 : -1;
}

static int
all_capitals(struct weigh *w, const struct spot *s, const struct sent_view *v)
{
	static const enum after class[] = { AFTER_START, AFTER_COMMON,
		                            AFTER_OFTEN, AFTER_NAME,
		                            AFTER_TITLE, AFTER_DATE,
		                            AFTER_ABBREV, AFTER_I };
	struct spot any = *s;
	int answer = 0;

	any.wide = false;
	for (size_t i = 0; i < sizeof(class) / sizeof(*class); i++) {
		const struct weigh_pair *p;
		int one;

		any.after = class[i];
		p = find_pair(w, any.before, any.after);
		one = decided(feat_near(&w->model, &any, v), p->both);
		if (one == 0 || (i > 0 && one != answer))
			return 0;
		answer = one;
	}
	return answer;
}

int
weigh_capital(struct weigh *w, signed char *row, struct spot *s,
              const struct sent_view *v, enum before before)
{
	if (row[before] == 0) {
		s->before = before;
		row[before] = (signed char)(all_capitals(w, s, v) +
		                            WEIGH_ASKED);
	}
	return row[before] - WEIGH_ASKED;
}

int
weigh_either(struct weigh *w, signed char *row, struct spot *s,
             const struct sent_view *v, unsigned letters)
{
	signed char *kept = &row[BEFORE_CLASSES + letters];
	const enum before *class = word_eithers[letters].class;
	int first = weigh_capital(w, row, s, v, class[0]);
	int second = weigh_capital(w, row, s, v, class[1]);

	*kept = (signed char)((first == second ? first : 0) + WEIGH_ASKED);
	return *kept - WEIGH_ASKED;
}
