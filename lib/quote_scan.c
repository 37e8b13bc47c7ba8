/* quote_scan.c - which quotation marks open, which close, what they hold. */
#include "quote_scan.h"

#include "quote_layout.h"
#include "quote_mark.h"
#include "quote_mend.h"

/* States of the search: 0 is outside, 1 + f inside marks of family f. */
enum { OUTSIDE, STATES = 1 + MARK_FAMILIES };

enum {
	PRICE_FAULT = 30,  /* a paragraph ends inside */
	PRICE_LOST = 30,   /* a quotation without its opening mark */
	PRICE_AGAIN = 3,   /* the next paragraph re-opens */
	PRICE_ANEW = 12,   /* the same where the line end has been lost */
	PRICE_MIXED = 10,  /* opened by one family, closed by another */
	PRICE_NESTED = 3,  /* a mark of the other size inside */
	PRICE_NEVER = 1000000
};

enum act {
	ACT_SKIP, ACT_OPEN, ACT_CLOSE, ACT_AGAIN, ACT_FAULT, ACT_LOST,
	ACT_BREAK /* opens anew where another one has not been closed */
};

/* How a state was reached most cheaply: the state before and the act. */
struct step {
	unsigned char from : 4;
	unsigned char act : 4;
};

struct search {
	const struct marks *marks;
	struct step (*step)[STATES]; /* a row a mark */
	unsigned cost[STATES], next[STATES];
};

static void
offer(struct search *s, size_t i, unsigned from, enum act act, unsigned to,
      unsigned price)
{
	unsigned cost = s->cost[from] + price;

	if (cost >= s->next[to])
		return;
	s->next[to] = cost;
	s->step[i][to].from = from & 15;
	s->step[i][to].act = act & 15;
}

static void
offer_line(struct search *s, size_t i, const struct mark *m)
{
	offer(s, i, OUTSIDE, ACT_SKIP, OUTSIDE, 0);
	for (unsigned in = 1; in < STATES; in++) {
		offer(s, i, in, ACT_SKIP, in, m->close);
		offer(s, i, in, ACT_FAULT, OUTSIDE, PRICE_FAULT);
	}
}

/* A double mark inside single ones, or the other way round, is nested. */
static unsigned
skip_inside(const struct mark *m, unsigned in)
{
	bool single = m->family == MARK_SINGLE;

	if (single != (in == 1 + MARK_SINGLE))
		return m->skip < PRICE_NESTED ? m->skip : PRICE_NESTED;
	return m->skip;
}

static void
offer_inside(struct search *s, size_t i, const struct mark *m, unsigned in)
{
	bool single = m->family == MARK_SINGLE;
	bool same = in == 1u + m->family;

	offer(s, i, in, ACT_SKIP, in, skip_inside(m, in));
	if (same || single == (in == 1 + MARK_SINGLE))
		offer(s, i, in, ACT_CLOSE, OUTSIDE,
		      m->close + (same ? 0u : PRICE_MIXED));
	if (same && m->first)
		offer(s, i, in, ACT_AGAIN, in, m->open + PRICE_AGAIN);
	else if (same && m->anew)
		offer(s, i, in, ACT_AGAIN, in, m->open + PRICE_ANEW);
	if (same)
		offer(s, i, in, ACT_BREAK, in, m->open + PRICE_FAULT);
}

static void
offer_mark(struct search *s, size_t i, const struct mark *m)
{
	offer(s, i, OUTSIDE, ACT_SKIP, OUTSIDE, m->skip);
	offer(s, i, OUTSIDE, ACT_OPEN, 1u + m->family, m->open);
	if (m->final && m->family != MARK_SINGLE)
		offer(s, i, OUTSIDE, ACT_LOST, OUTSIDE, PRICE_LOST + m->close);
	for (unsigned in = 1; in < STATES; in++)
		offer_inside(s, i, m, in);
}

static unsigned
cheapest(const struct search *s)
{
	unsigned best = OUTSIDE;

	for (unsigned in = 1; in < STATES; in++)
		if (s->cost[in] + PRICE_FAULT < s->cost[best] +
		    (best == OUTSIDE ? 0 : PRICE_FAULT))
			best = in;
	return best;
}

/* The forward half; the state at the end of the text. Costs are kept small by
 * taking the least off, so that they never overflow. */
static unsigned
forward(struct search *s)
{
	for (unsigned in = 0; in < STATES; in++)
		s->cost[in] = in == OUTSIDE ? 0 : PRICE_NEVER;
	for (size_t i = 0; i < s->marks->n; i++) {
		const struct mark *m = &s->marks->v[i];
		unsigned least = PRICE_NEVER;

		for (unsigned to = 0; to < STATES; to++)
			s->next[to] = 2 * PRICE_NEVER;
		if (m->family == MARK_LINE)
			offer_line(s, i, m);
		else
			offer_mark(s, i, m);
		for (unsigned to = 0; to < STATES; to++)
			if (s->next[to] < least)
				least = s->next[to];
		for (unsigned to = 0; to < STATES; to++)
			s->cost[to] = s->next[to] - least < PRICE_NEVER
			            ? s->next[to] - least : PRICE_NEVER;
	}
	return cheapest(s);
}

/* The backward half: act[i] is what mark i does. */
static void
backward(const struct search *s, unsigned state, unsigned char *act)
{
	for (size_t i = s->marks->n; i-- > 0;) {
		act[i] = s->step[i][state].act;
		state = s->step[i][state].from;
	}
}

/* Makes pieces of the acts. */
struct maker {
	struct str text;
	struct pieces *out;
	struct piece now;  /* open, when opened is set */
	bool opened;
	size_t next;       /* the mark behind the one in hand */
	size_t from;       /* where one without opening mark may start */
	bool paragraphs;   /* a line is one, and holds several sentences */
	bool blocks;       /* a block of lines is one */
};

static void
open_piece(struct maker *k, const struct mark *m, bool again)
{
	k->now = (struct piece){ .at.beg = m->at + m->length,
		                 .outer.beg = m->at,
		                 .again = again,
		                 .single = m->family == MARK_SINGLE };
	k->opened = true;
}

static void
close_piece(struct maker *k, size_t end, size_t outer)
{
	k->now.at.end = end;
	k->now.outer.end = outer;
	k->now.at = span_trim(k->text, k->now.at);
	if (outer == end)
		k->now.outer.end = k->now.at.end; /* no mark at the end */
	k->opened = false;
	k->from = outer;
	if (k->now.at.beg < k->now.at.end)
		k->out->v[k->out->n++] = k->now;
}

/* Where a piece without opening mark can start at the earliest. */
static size_t
lost_start(const struct maker *k, size_t end)
{
	size_t line = end;

	while (line > k->from && k->text.p[line - 1] != '\n')
		line--;
	return line;
}

static void
lose_piece(struct maker *k, const struct mark *m)
{
	size_t beg = lost_start(k, m->at);

	k->now = (struct piece){ .at.beg = beg, .outer.beg = beg,
		                 .lost = true };
	close_piece(k, m->at, m->at + m->length);
}

/* Where the paragraph ends in which the line of the mark ends. */
static size_t
paragraph_end(const struct maker *k, const struct mark *line, size_t before)
{
	size_t at = line->at, end = line->at;
	struct span l;

	if (!k->blocks)
		return k->paragraphs ? end : before;
	at++;
	while (at < before && next_line(k->text, &at, &l)) {
		struct span ink = span_trim(k->text, l);

		if (ink.beg == ink.end || l.end >= before)
			break;
		end = l.end;
	}
	return end;
}

static void
make_piece(struct maker *k, const struct mark *m, enum act act)
{
	size_t again; /* where the paragraph ends */

	switch (act) {
	case ACT_OPEN:
		open_piece(k, m, false);
		break;
	case ACT_AGAIN:
		again = m->first ? paragraph_end(k, m - 1, m->at) : m->at;
		close_piece(k, again, again);
		open_piece(k, m, true);
		break;
	case ACT_BREAK:
		k->now.cut = true;
		close_piece(k, m->at, m->at);
		open_piece(k, m, false);
		break;
	case ACT_CLOSE:
		close_piece(k, m->at, m->at + m->length);
		break;
	case ACT_FAULT:
		again = k->blocks ? paragraph_end(k, m, k->next) : m->at;
		k->now.cut = true;
		close_piece(k, again, again);
		break;
	case ACT_LOST:
		lose_piece(k, m);
		break;
	case ACT_SKIP:
		break;
	}
}

struct pieces
quote_scan(struct arena *a, struct str text, enum quote_single single)
{
	struct marks marks = quote_marks(a, text, single);
	struct search s = { .marks = &marks };
	struct pieces found = { arena_new(a, struct piece, marks.n + 1), 0 };
	struct maker k = { .text = text, .out = &found };
	unsigned char *act = arena_new(a, unsigned char, marks.n);

	s.step = arena_alloc(a, sizeof(*s.step), 1, marks.n);
	k.blocks = marks.blocks;
	k.paragraphs = !marks.blocks && quote_paragraphs(text);
	backward(&s, forward(&s), act);
	for (size_t i = 0; i < marks.n; i++) {
		k.next = i + 1 < marks.n ? marks.v[i + 1].at : text.n;
		make_piece(&k, &marks.v[i], act[i]);
	}
	if (k.opened) {
		k.now.cut = true;
		close_piece(&k, text.n, text.n);
	}
	quote_mend(text, &found);
	return found;
}
