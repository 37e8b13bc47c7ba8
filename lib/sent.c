/* sent.c - where sentences begin and end. */
#include "sent.h"

#include "sent_feat.h"
#include "sent_rule.h"

extern const char model_sent[];
extern const char model_sent_end[];

void
sent_init(struct sent *s)
{
	struct str blob = { model_sent,
		            (size_t)(model_sent_end - model_sent) };

	*s = (struct sent){ .wrapped = false };
	model_open(&s->model, blob, "sent", STR("built-in model"));
}

/* A sentence begins at at. */
static void
start(struct sent *s, size_t at)
{
	s->at = at;
	s->view.beg = at;
	s->view.quotes = s->view.brackets = 0;
	s->fresh = true;
}

void
sent_begin(struct sent *s, struct str text, bool last)
{
	s->view = (struct sent_view){ .text = text, .last = last,
		                      .wrapped = s->wrapped,
		                      .extra = s->extra };
	start(s, 0);
}

static bool
ends(struct sent *s, const struct spot *spot)
{
	uint32_t feature[FEAT_MAX];
	enum verdict verdict;
	size_t n;

	if (s->judge != NULL)
		return s->judge(s->context, spot, &s->view);
	verdict = rule_judge(spot, &s->view, NULL);
	if (verdict != RULE_OPEN)
		return verdict == RULE_YES;
	n = feat_fill(feature, spot, &s->view);
	return model_score(&s->model, feature, n) > 0;
}

/* The sentence's first mark has been reached: now its start can be seen. */
static void
enter(struct sent *s, struct look *look)
{
	size_t end;
	size_t n;

	if (!s->fresh)
		return;
	s->fresh = false;
	while (s->view.beg < s->at && (n = mark_space(look, s->view.beg)) > 0)
		s->view.beg += n;
	s->item = item_read(look, s->view.beg, &end);
}

/* A list mark whose "." or ")" is at s->at ends the sentence before it. */
static bool
take_item(struct sent *s, struct look *look, struct sent_gap *gap)
{
	if (s->item.number == 0 ||
	    !item_follows(&s->item, look, s->view.beg, s->at, &gap->at))
		return false;
	gap->kind = SENT_GAP;
	start(s, gap->at.end);
	return true;
}

/* Counts the marks of at; returns the bytes to step over. */
static size_t
count_mark(struct sent_view *v, size_t at)
{
	unsigned char c = (unsigned char)v->text.p[at];

	if (c == '"')
		v->quotes ^= 1;
	else if (c == '(' || c == '[')
		v->brackets++;
	else if ((c == ')' || c == ']') && v->brackets > 0)
		v->brackets--;
	else if (c == 0xE2 && at + 2 < v->text.n &&
	         (unsigned char)v->text.p[at + 1] == 0x80) {
		if ((unsigned char)v->text.p[at + 2] == 0x9C)
			v->quotes = 1;
		else if ((unsigned char)v->text.p[at + 2] == 0x9D)
			v->quotes = 0;
		return 3;
	}
	return 1;
}

static bool
take_spot(struct sent *s, struct sent_gap *gap, bool *starved)
{
	struct spot spot;

	*starved = false;
	switch (spot_find(&spot, &s->view, s->at)) {
	case SPOT_STARVED:
		*starved = true;
		return false;
	case SPOT_NONE:
		break;
	case SPOT_FOUND:
		if (spot.line_end || !ends(s, &spot))
			break;
		*gap = (struct sent_gap){ spot.gap, SENT_GAP };
		start(s, spot.gap.end);
		return true;
	}
	s->at = spot.run; /* closing marks are counted like any others */
	return false;
}

bool
sent_next(struct sent *s, struct sent_gap *gap)
{
	struct str text = s->view.text;
	struct look look = { text, false };
	bool starved;

	while (s->at < text.n) {
		if (text.p[s->at] == '\n') {
			*gap = (struct sent_gap){ { s->at, s->at + 1 },
				                  SENT_LINE };
			start(s, s->at + 1);
			return true;
		}
		enter(s, &look);
		if ((text.p[s->at] == '.' || text.p[s->at] == ')') &&
		    take_item(s, &look, gap))
			return true;
		if (mark_terminator(&look, s->at) > 0) {
			if (take_spot(s, gap, &starved))
				return true;
			if (starved)
				return false;
		} else {
			s->at += count_mark(&s->view, s->at);
		}
	}
	return false;
}

/* Room for one more span than there are. */
static void
push(struct arena *a, struct spans *s, size_t *room, struct span at)
{
	if (s->n == *room) {
		struct span *v;

		*room = *room * 2 + 64;
		v = arena_new(a, struct span, *room);
		for (size_t i = 0; i < s->n; i++)
			v[i] = s->v[i];
		s->v = v;
	}
	s->v[s->n++] = at;
}

struct spans
sent_split(struct arena *a, struct str text)
{
	struct spans spans = { NULL, 0 };
	struct sent_gap gap;
	struct sent s;
	size_t beg = 0;
	size_t room = 0;
	bool more;

	sent_init(&s);
	sent_begin(&s, text, true);
	do {
		struct span at;

		more = sent_next(&s, &gap);
		at = (struct span){ beg, more ? gap.at.beg : text.n };
		at = span_trim(text, at);
		if (at.beg < at.end)
			push(a, &spans, &room, at);
		beg = gap.at.end;
	} while (more);
	return spans;
}
