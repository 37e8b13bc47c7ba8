/* sent_feat.c - the features by which a model judges a spot. */
#include "sent_feat.h"

enum {
	BEFORES = BEFORE_CLASSES,
	AFTERS = AFTER_CLASSES,
	PLACES = 5,
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
	static const size_t step[PLACES - 1] = { 0, 6, 16, 40 };
	size_t at = v->cut + s->beg - s->word.s.n - v->beg;
	unsigned i = 0;

	while (i < PLACES - 1 && at > step[i])
		i++;
	return i;
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

size_t
feat_fill(uint32_t feature[FEAT_MAX], const struct spot *s,
          const struct sent_view *v)
{
	struct row r = { feature, 0, 0 };
	uint32_t before = s->before;
	uint32_t after = s->after;
	uint32_t mark = (uint32_t)s->stop * CLOSE_KINDS + s->close;
	uint32_t quoted = v->quotes > 0;
	uint32_t bracketed = v->brackets > 0;
	uint32_t far = kind(s->prior);

	put(&r, 1, 0);
	put(&r, MARKS * AFTERS, mark * AFTERS + after);
	put(&r, STOP_KINDS * BEFORES, s->stop * BEFORES + before);
	put(&r, BEFORES * AFTERS, before * AFTERS + after);
	put(&r, BEFORES * KINDS, before * KINDS + far);
	put(&r, BEFORES * AFTERS, before * AFTERS + s->second);
	put(&r, AFTERS * AFTERS, after * AFTERS + s->second);
	put(&r, MARKS * LEAD_KINDS * 4,
	    ((mark * LEAD_KINDS + s->lead) * 2 + quoted) * 2 + bracketed);
	put(&r, BEFORES * CLOSE_KINDS, before * CLOSE_KINDS + s->close);
	put(&r, LEAD_KINDS * AFTERS, s->lead * AFTERS + after);
	put(&r, BEFORES * PLACES, before * PLACES + place(s, v));
	put(&r, STOP_KINDS * 2 * AFTERS,
	    (s->stop * 2 + s->wide) * AFTERS + after);
	put(&r, KINDS * AFTERS, far * AFTERS + after);
	return r.n;
}
