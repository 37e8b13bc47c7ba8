/* sent.c - where sentences begin and end. */
#include "sent.h"

#include <string.h>

#include "sent_plain.h"

extern const unsigned char model_sent[];

/* Kept out of the loop over marks, which then needs no room on the stack. */
#define NOINLINE __attribute__((noinline))

/* The built-in weights are believed; a test looks at their header. */
void
sent_init(struct sent *s)
{
	struct model m = { model_sent + MODEL_HEADER, (1U << FEAT_BITS) - 1 };

	memset(s, 0, sizeof(*s));
	weigh_init(&s->weigh, &m);
	rule_sets_fill(&s->rules);
}

bool
sent_load(struct sent *s, struct buf *hold, const char *path)
{
	struct model m;

	if (!model_load(&m, hold, "sent", path))
		return false;
	weigh_init(&s->weigh, &m);
	return true;
}

/* A sentence begins at at. */
static void
start(struct sent *s, size_t at)
{
	s->at = at;
	s->view.beg = at;
	s->view.cut = 0;
	s->view.quotes = s->view.brackets = 0;
	s->fresh = true;
}

void
sent_begin(struct sent *s, struct str text, bool last)
{
	s->view = (struct sent_view){ .text = text, .last = last,
		                      .wrapped = s->wrapped,
		                      .extra = s->extra };
	scan_begin(&s->scan, text);
	start(s, 0);
}

void
sent_more(struct sent *s, size_t keep, struct str text, bool last)
{
	struct sent_view *v = &s->view;

	if (v->beg < keep) {
		v->cut += keep - v->beg;
		v->beg = keep;
	}
	v->beg -= keep;
	v->item_end = v->item_end < keep ? 0 : v->item_end - keep;
	s->at -= keep;
	v->text = text;
	v->last = last;
	scan_begin(&s->scan, text);
}

/* 1 yes, -1 no, 0 when more text is needed. */
static int
rule_answer(uint32_t set, const struct spot *spot, const struct sent_view *v)
{
	switch (rule_judge(set, spot, v, NULL)) {
	case RULE_YES:
		return 1;
	case RULE_NO:
		return -1;
	default:
		return 0;
	}
}

/* The same for a spot that is not at a line end. */
static int
answer(struct sent *s, struct spot *spot)
{
	struct sent_view *v = &s->view;
	uint32_t set;
	int sure = 0;

	if (!spot_ahead(spot, v))
		return 0;
	set = rule_possible(&s->rules, spot);
	if (s->judge != NULL || (set & s->rules.far) != 0) {
		spot_prior(spot, v);
		if (!spot_second(spot, v))
			return 0;
	}
	if (s->judge != NULL)
		return s->judge(s->context, spot, v) ? 1 : -1;
	if (set != 0)
		sure = rule_answer(set, spot, v);
	return sure != 0 ? sure : weigh_spot(&s->weigh, spot, v);
}

/* The sentence may begin with a list mark: looks at it. White space that is a
 * mark, of U+2000 on, is no start either. */
static NOINLINE bool
enter_item(struct sent *s)
{
	struct sent_view *v = &s->view;
	struct look look = { v->text, false };
	size_t n;

	while (v->beg < s->at && (n = mark_space(&look, v->beg)) > 0)
		v->beg += n;
	if (v->beg == s->at && mark_space(&look, s->at) > 0) {
		s->fresh = true;
		return true;
	}
	v->item = item_read(&look, v->beg, &v->item_end);
	s->fresh = look.past && !v->last;
	return !s->fresh;
}

/* White space, a bullet, a number or a small letter. */
static inline bool
may_begin_item(char c)
{
	return !ascii_upper(c) && c != '"' && c != '(';
}

/* The sentence's first mark has been reached: looks at its start. False when
 * more text is needed for that. */
static inline bool
enter(struct sent *s)
{
	struct sent_view *v = &s->view;

	v->item.number = 0;
	s->fresh = false;
	/* What begins before the text is no list mark. */
	return v->cut > 0 || !may_begin_item(v->text.p[v->beg]) ||
	       enter_item(s);
}

enum step {
	STEP_ON,     /* s->at has moved */
	STEP_GAP,    /* a gap was found */
	STEP_STARVED /* more text is needed */
};

static void
found_gap(struct sent *s, struct sent_gap *gap, struct span at)
{
	*gap = (struct sent_gap){ at, SENT_GAP };
	start(s, at.end);
}

/* A list mark whose "." or ")" is at s->at ends the sentence before it. */
static NOINLINE enum step
try_item(struct sent *s, struct sent_gap *gap)
{
	struct look look = { s->view.text, false };
	struct span at = { s->at, s->at };

	if (s->view.item.number == 0)
		return STEP_ON;
	if (item_follows(&s->view.item, &look, s->view.beg, &at)) {
		found_gap(s, gap, at);
		return STEP_GAP;
	}
	return look.past && !s->view.last ? STEP_STARVED : STEP_ON;
}

/* Words of three small letters and more on both sides of a stop, the second
 * with a capital: "the end.The next", as scraping glues lines together. */
static NOINLINE enum step
try_glued(struct sent *s, struct sent_gap *gap)
{
	struct sent_view *v = &s->view;

	switch (spot_glued(v, s->at)) {
	case SPOT_FOUND:
		found_gap(s, gap, (struct span){ s->at + 1, s->at + 1 });
		return STEP_GAP;
	case SPOT_STARVED:
		return STEP_STARVED;
	default:
		return STEP_ON;
	}
}

/* Only a closing quotation mark before the newline. */
static bool
at_line_end(const struct sent_view *v, size_t at)
{
	const char *p = v->text.p + at + 1;
	const char *end = v->text.p + v->text.n;

	if (v->wrapped)
		return false;
	p += plain_closer(p, end);
	return p < end && *p == '\n';
}

/* Goes on behind a spot when the answer is no. */
static enum step
take_answer(struct sent *s, struct sent_gap *gap, const struct spot *spot,
            int sure)
{
	if (sure > 0) {
		found_gap(s, gap, spot->gap);
		return STEP_GAP;
	}
	if (sure == 0)
		return STEP_STARVED;
	s->at = spot->run; /* closing marks are counted like any others */
	return STEP_ON;
}

static enum step
try_spot(struct sent *s, struct sent_gap *gap)
{
	struct spot spot;

	switch (spot_find(&spot, &s->view, s->at)) {
	case SPOT_STARVED:
		return STEP_STARVED;
	case SPOT_NONE:
		break;
	case SPOT_FOUND:
		if (spot.line_end)
			break;
		spot_word(&spot, &s->view);
		spot_before(&spot, &s->view);
		return take_answer(s, gap, &spot, answer(s, &spot));
	}
	s->at = spot.run;
	return STEP_ON;
}

/* The stop at s->at, when white space or a closing mark is behind it. */
static enum step
try_plain(struct sent *s, struct sent_gap *gap)
{
	struct spot spot;
	int sure = PLAIN_OTHER;

	if (s->judge == NULL)
		sure = plain_answer(&s->weigh, &spot, &s->view, s->at);
	if (sure == PLAIN_OTHER)
		return try_spot(s, gap);
	if (sure == 0)
		sure = answer(s, &spot);
	return take_answer(s, gap, &spot, sure);
}

static enum step
try_stop(struct sent *s, struct sent_gap *gap)
{
	struct str text = s->view.text;
	char next = s->at + 1 < text.n ? text.p[s->at + 1] : '\0';

	if (next == ' ')
		return try_plain(s, gap);
	if (ascii_upper(next)) {
		enum step step = try_glued(s, gap);

		if (step != STEP_ON)
			return step;
	} else if (!ascii_alnum(next) && !at_line_end(&s->view, s->at)) {
		return try_plain(s, gap);
	}
	s->at++;
	return STEP_ON;
}

/* Curly quotation marks, the ellipsis, or another character of U+2000 on. */
static enum step
try_general(struct sent *s, struct sent_gap *gap)
{
	struct str text = s->view.text;

	if (text.n - s->at < 3 && !s->view.last)
		return STEP_STARVED;
	if (text.n - s->at < 3 || text.p[s->at + 1] != '\x80') {
		s->at++;
		return STEP_ON;
	}
	switch ((unsigned char)text.p[s->at + 2]) {
	case 0x9C:
		s->view.quotes = 1;
		break;
	case 0x9D:
		s->view.quotes = 0;
		break;
	case 0xA6:
		return try_spot(s, gap);
	}
	s->at += 3;
	return STEP_ON;
}

/* Whether the newline at s->at ends a paragraph. */
static enum step
try_newline(struct sent *s, struct sent_gap *gap)
{
	enum spot_found end = SPOT_FOUND;

	if (s->view.wrapped)
		end = spot_paragraph_end(&s->view, s->at);
	if (end == SPOT_STARVED)
		return STEP_STARVED;
	if (end == SPOT_NONE) {
		s->at++;
		return STEP_ON;
	}
	if (!s->gaps_only)
		*gap = (struct sent_gap){ { s->at, s->at + 1 }, SENT_LINE };
	start(s, s->at + 1);
	return s->gaps_only ? STEP_ON : STEP_GAP;
}

static enum step
try_bracket(struct sent *s, struct sent_gap *gap)
{
	struct sent_view *v = &s->view;
	char c = v->text.p[s->at];

	if (c == ')') {
		enum step step = try_item(s, gap);

		if (step != STEP_ON)
			return step;
	}
	if (c == '(' || c == '[')
		v->brackets++;
	else if (v->brackets > 0)
		v->brackets--;
	s->at++;
	return STEP_ON;
}

static enum step
try_point(struct sent *s, struct sent_gap *gap)
{
	enum step step = STEP_ON;

	if (s->view.item.number > 0)
		step = try_item(s, gap);
	return step == STEP_ON ? try_stop(s, gap) : step;
}

/* One step at the mark at s->at. */
static enum step
try_mark(struct sent *s, struct sent_gap *gap)
{
	char c = s->view.text.p[s->at];

	if (c == '\n')
		return try_newline(s, gap);
	if (s->fresh && !enter(s))
		return STEP_STARVED;
	if (c == '.')
		return try_point(s, gap);
	switch (c) {
	case '!':
	case '?':
		return try_stop(s, gap);
	case '"':
		s->view.quotes ^= 1;
		s->at++;
		return STEP_ON;
	case '\xE2':
		return try_general(s, gap);
	default:
		return try_bracket(s, gap);
	}
}

/* What has to be known of the sentence's start when its bytes have gone. White
 * space before it does not count. */
static void
keep_start(struct sent *s)
{
	struct sent_view *v = &s->view;
	struct look look = { v->text, false };
	size_t n;

	if (v->cut > 0)
		return;
	while (v->beg < s->at && (n = mark_space(&look, v->beg)) > 0)
		v->beg += n;
	v->cut_small = v->beg < v->text.n && ascii_lower(v->text.p[v->beg]);
}

bool
sent_next(struct sent *s, struct sent_gap *gap)
{
	enum step step;

	do {
		s->at = scan_next(&s->scan, s->at);
		if (s->at >= s->view.text.n) {
			keep_start(s);
			return false;
		}
		step = try_mark(s, gap);
	} while (step == STEP_ON);
	if (step == STEP_STARVED)
		keep_start(s);
	return step == STEP_GAP;
}

/* Where the word starts that ends at at, with the blanks before it. */
static size_t
before_word(const struct sent_view *v, size_t at)
{
	size_t end = at;

	while (at > v->beg && end - at < ITEM_MAX &&
	       !ascii_space(v->text.p[at - 1]))
		at--;
	end = at;
	while (at > v->beg && end - at < ITEM_GAP &&
	       ascii_space(v->text.p[at - 1]))
		at--;
	return at;
}

size_t
sent_settled(const struct sent *s)
{
	const struct sent_view *v = &s->view;
	size_t at = s->at;

	if (v->last || s->fresh || v->item.number == 0)
		return at;
	/* A list mark may be about to end. */
	at = before_word(v, at);
	return v->item.bullet ? before_word(v, at) : at;
}
