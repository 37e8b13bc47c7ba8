/* sent_feat.c - the features by which a model judges a spot. */
#include "sent_feat.h"

enum {
	BEFORES = BEFORE_CLASSES,
	AFTERS = AFTER_CLASSES,
	KINDS = FEAT_KINDS,
	MARKS = STOP_KINDS * CLOSE_KINDS,
	NEAR = 10 /* templates of what lies next to the gap */
};

/* Where the weights of each template begin; the first is always there. */
enum {
	MARK_AFTER = 1,
	STOP_BEFORE = MARK_AFTER + MARKS * AFTERS,
	BEFORE_AFTER = STOP_BEFORE + STOP_KINDS * BEFORES,
	MARK_STATE = BEFORE_AFTER + BEFORES * AFTERS,
	BEFORE_CLOSE = MARK_STATE + MARKS * LEAD_KINDS * 4,
	LEAD_AFTER = BEFORE_CLOSE + BEFORES * CLOSE_KINDS,
	BEFORE_PLACE = LEAD_AFTER + LEAD_KINDS * AFTERS,
	WIDE_AFTER = BEFORE_PLACE + BEFORES * FEAT_PLACES,
	BEFORE_PRIOR = WIDE_AFTER + STOP_KINDS * 2 * AFTERS,
	BEFORE_SECOND = BEFORE_PRIOR + BEFORES * KINDS,
	AFTER_SECOND = BEFORE_SECOND + BEFORES * AFTERS,
	PRIOR_AFTER = AFTER_SECOND + AFTERS * AFTERS,
	SMALL_AFTER = PRIOR_AFTER + KINDS * AFTERS,
	FEATURES = SMALL_AFTER + STOP_KINDS * 2 * AFTERS
};

_Static_assert(FEATURES <= 1 << FEAT_BITS, "each feature has its weight");

unsigned
feat_kind(enum before class)
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

/* The features of what lies next to the gap. */
static void
fill_near(uint32_t to[NEAR], const struct spot *s, const struct sent_view *v)
{
	uint32_t before = s->before;
	uint32_t after = s->after;
	uint32_t mark = (uint32_t)s->stop * CLOSE_KINDS + s->close;
	uint32_t state = 2U * (v->quotes > 0) + (v->brackets > 0);

	to[0] = 0;
	to[1] = MARK_AFTER + mark * AFTERS + after;
	to[2] = STOP_BEFORE + s->stop * BEFORES + before;
	to[3] = BEFORE_AFTER + before * AFTERS + after;
	to[4] = MARK_STATE + (mark * LEAD_KINDS + s->lead) * 4 + state;
	to[5] = BEFORE_CLOSE + before * CLOSE_KINDS + s->close;
	to[6] = LEAD_AFTER + s->lead * AFTERS + after;
	to[7] = BEFORE_PLACE + before * FEAT_PLACES + feat_place(s, v);
	to[8] = WIDE_AFTER + (s->stop * 2U + s->wide) * AFTERS + after;
	to[9] = SMALL_AFTER + (s->stop * 2U + view_small(v)) * AFTERS + after;
}

static void
fill_prior(uint32_t to[2], enum before before, enum after after, unsigned kind)
{
	to[0] = (uint32_t)BEFORE_PRIOR + before * KINDS + kind;
	to[1] = (uint32_t)PRIOR_AFTER + kind * AFTERS + after;
}

static void
fill_second(uint32_t to[2], enum before before, enum after after,
            enum after second)
{
	to[0] = (uint32_t)BEFORE_SECOND + before * AFTERS + second;
	to[1] = (uint32_t)AFTER_SECOND + after * AFTERS + second;
}

size_t
feat_fill(uint32_t feature[FEAT_MAX], const struct spot *s,
          const struct sent_view *v)
{
	fill_near(feature, s, v);
	fill_prior(feature + NEAR, s->before, s->after, feat_kind(s->prior));
	fill_second(feature + NEAR + 2, s->before, s->after, s->second);
	return NEAR + 4;
}

int32_t
feat_near(const struct model *m, const struct spot *s,
          const struct sent_view *v)
{
	uint32_t feature[NEAR];
	int32_t sum = 0;

	fill_near(feature, s, v);
	for (int i = 0; i < NEAR; i++)
		sum += model_weight(m, feature[i]);
	return sum;
}

int32_t
feat_prior(const struct model *m, enum before before, enum after after,
           unsigned kind)
{
	uint32_t feature[2];

	fill_prior(feature, before, after, kind);
	return model_weight(m, feature[0]) + model_weight(m, feature[1]);
}

int32_t
feat_second(const struct model *m, enum before before, enum after after,
            enum after second)
{
	uint32_t feature[2];

	fill_second(feature, before, after, second);
	return model_weight(m, feature[0]) + model_weight(m, feature[1]);
}
