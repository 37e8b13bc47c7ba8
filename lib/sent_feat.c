/* sent_feat.c - the features by which a model judges a spot. */
#include "sent_feat.h"

#include <string.h>

enum {
	BEFORES = BEFORE_CLASSES,
	AFTERS = AFTER_CLASSES,
	PLACES = FEAT_PLACES,
	PLACE_LAST = 40, /* bytes, from which on a place is the last */
	KINDS = 6,
	MARKS = STOP_KINDS * CLOSE_KINDS
};

/* What a word says as a neighbour's neighbour. */
static unsigned
kind(enum before class)
{
	switch (class) {
	case BEFORE_NONE:
		return 0;
	case BEFORE_LOWER:
	case BEFORE_RARE:
	case BEFORE_SHORT:
	case BEFORE_LETTER:
		return 1;
	case BEFORE_COMMON:
		return 2;
	case BEFORE_NAME:
	case BEFORE_CAP_SHORT:
	case BEFORE_CAPS:
	case BEFORE_I:
		return 3;
	case BEFORE_YEAR:
	case BEFORE_NUMBER:
	case BEFORE_MIXED:
		return 4;
	default:
		return 5;
	}
}

/* How far into the sentence the word is, in steps. */
static unsigned
place(const struct spot *s, const struct sent_view *v)
{
	size_t at = v->cut + s->beg - s->word.s.n - v->beg;

	return (unsigned)(at > 0) + (at > 6) + (at > 16) + (at > PLACE_LAST);
}

struct row {
	uint32_t *to;
	size_t n;
	uint32_t base;
};

/* The next template: value is below size. */
static void
put(struct row *r, uint32_t size, uint32_t value)
{
	r->to[r->n++] = r->base + value;
	r->base += size;
}

/* The features of what lies next to the gap. */
static void
fill_near(struct row *r, const struct spot *s, const struct sent_view *v)
{
	uint32_t before = s->before;
	uint32_t after = s->after;
	uint32_t mark = (uint32_t)s->stop * CLOSE_KINDS + s->close;
	uint32_t quoted = v->quotes > 0;
	uint32_t bracketed = v->brackets > 0;

	put(r, 1, 0);
	put(r, MARKS * AFTERS, mark * AFTERS + after);
	put(r, STOP_KINDS * BEFORES, s->stop * BEFORES + before);
	put(r, BEFORES * AFTERS, before * AFTERS + after);
	put(r, MARKS * LEAD_KINDS * 4,
	    ((mark * LEAD_KINDS + s->lead) * 2 + quoted) * 2 + bracketed);
	put(r, BEFORES * CLOSE_KINDS, before * CLOSE_KINDS + s->close);
	put(r, LEAD_KINDS * AFTERS, s->lead * AFTERS + after);
	put(r, BEFORES * PLACES, before * PLACES + place(s, v));
	put(r, STOP_KINDS * 2 * AFTERS,
	    (s->stop * 2 + s->wide) * AFTERS + after);
}

/* Those of the words further off, behind the ones above. */
static void
fill_far(struct row *r, const struct spot *s)
{
	uint32_t before = s->before;
	uint32_t after = s->after;
	uint32_t second = s->second;
	uint32_t far = kind(s->prior);

	put(r, BEFORES * KINDS, before * KINDS + far);
	put(r, BEFORES * AFTERS, before * AFTERS + second);
	put(r, AFTERS * AFTERS, after * AFTERS + second);
	put(r, KINDS * AFTERS, far * AFTERS + after);
}

size_t
feat_fill(uint32_t feature[FEAT_MAX], const struct spot *s,
          const struct sent_view *v)
{
	struct row r = { feature, 0, 0 };

	fill_near(&r, s, v);
	fill_far(&r, s);
	return r.n;
}

/* Where the features of fill_far() begin. */
static uint32_t
far_base(void)
{
	static const struct spot spot = { .line_end = false };
	static const struct sent_view view = { .cut = 0 };
	uint32_t feature[FEAT_MAX];
	struct row r = { feature, 0, 0 };

	fill_near(&r, &spot, &view);
	return r.base;
}

struct range {
	int32_t least, most;
};

/* Over all values of one of two joined classes: the row of the other, value
 * of size, begins at base, a step apart. */
static struct range
range_of(const struct model *m, uint32_t base, uint32_t step, uint32_t size)
{
	struct range r = { INT32_MAX, INT32_MIN };

	for (uint32_t i = 0; i < size; i++) {
		uint32_t at = base + i * step;
		int32_t w = model_score(m, &at, 1);

		r.least = w < r.least ? w : r.least;
		r.most = w > r.most ? w : r.most;
	}
	return r;
}

void
feat_measure(struct feat_range *r, const struct model *m)
{
	uint32_t by_prior = far_base();
	uint32_t by_second = by_prior + BEFORES * KINDS;
	uint32_t both = by_second + BEFORES * AFTERS;
	uint32_t prior_after = both + AFTERS * AFTERS;

	memset(r->known, 0, sizeof(r->known));
	memset(r->capital, 0, sizeof(r->capital));
	for (uint32_t i = 0; i < BEFORES; i++) {
		struct range a = range_of(m, by_prior + i * KINDS, 1, KINDS);
		struct range b = range_of(m, by_second + i * AFTERS, 1, AFTERS);

		r->before[i].least = a.least + b.least;
		r->before[i].most = a.most + b.most;
	}
	for (uint32_t i = 0; i < AFTERS; i++) {
		struct range a = range_of(m, both + i * AFTERS, 1, AFTERS);
		struct range b = range_of(m, prior_after + i, AFTERS, KINDS);

		r->after[i].least = a.least + b.least;
		r->after[i].most = a.most + b.most;
	}
}

static int
sure(const struct feat_range *r, const struct model *m, const struct spot *s,
     const struct sent_view *v)
{
	uint32_t feature[FEAT_MAX];
	struct row row = { feature, 0, 0 };
	int32_t score;

	fill_near(&row, s, v);
	score = model_score(m, feature, row.n);
	if (score + r->before[s->before].least + r->after[s->after].least > 0)
		return 1;
	return score + r->before[s->before].most + r->after[s->after].most > 0
	       ? 0 : -1;
}

enum { ASKED = 2 }; /* added to a kept answer, so that 0 is not yet asked */

/* A point, one blank, a word, not early in the sentence: only the two classes
 * count. */
static bool
is_usual(const struct spot *s, const struct sent_view *v)
{
	return s->stop == STOP_POINT && s->close == CLOSE_NONE && !s->wide &&
	       s->lead == LEAD_NONE && v->quotes == 0 && v->brackets == 0 &&
	       s->word_beg - v->beg > PLACE_LAST;
}

int
feat_sure(struct feat_range *r, const struct model *m, const struct spot *s,
          const struct sent_view *v)
{
	signed char *known;

	if (!is_usual(s, v))
		return sure(r, m, s, v);
	known = &r->known[s->before][s->after];
	if (*known == 0)
		*known = (signed char)(sure(r, m, s, v) + ASKED);
	return *known - ASKED;
}

static int
sure_capital(const struct feat_range *r, const struct model *m,
             const struct spot *s, const struct sent_view *v)
{
	static const enum after class[] = { AFTER_START, AFTER_COMMON,
		                            AFTER_OFTEN, AFTER_NAME,
		                            AFTER_TITLE, AFTER_DATE,
		                            AFTER_ABBREV, AFTER_I };
	struct spot any = *s;
	int answer = 0;

	any.lead = LEAD_NONE;
	any.wide = false;
	for (size_t i = 0; i < sizeof(class) / sizeof(*class); i++) {
		int one;

		any.after = class[i];
		one = sure(r, m, &any, v);
		if (one == 0 || (i > 0 && one != answer))
			return 0;
		answer = one;
	}
	return answer;
}

int
feat_sure_capital(struct feat_range *r, const struct model *m,
                  const struct spot *s, const struct sent_view *v)
{
	unsigned quotes = 2U * (s->close == CLOSE_DOUBLE) + (v->quotes > 0);
	signed char *known = &r->capital[s->stop][place(s, v)][quotes]
	                                [s->before];

	if (*known == 0)
		*known = (signed char)(sure_capital(r, m, s, v) + ASKED);
	return *known - ASKED;
}
