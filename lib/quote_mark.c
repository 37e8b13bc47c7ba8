/* quote_mark.c - the quotation marks and line ends of a text, with prices. */
#include "quote_mark.h"

#include "quote_layout.h"
#include "sent_eight.h"
#include "utf8.h"

/* What stands beside a mark. */
enum edge {
	EDGE_SPACE, EDGE_WORD, EDGE_STOP, EDGE_COMMA, EDGE_DASH,
	EDGE_OPENER, EDGE_CLOSER, EDGE_QUOTE, EDGE_OTHER, EDGES
};

static const unsigned char open_left[EDGES] = {
	0, 30, 14, 12, 2, 0, 25, 3, 8
};
static const unsigned char open_right[EDGES] = {
	20, 0, 15, 20, 8, 0, 20, 2, 0
};
static const unsigned char close_left[EDGES] = {
	20, 0, 0, 0, 1, 25, 0, 2, 0
};
static const unsigned char close_right[EDGES] = {
	0, 25, 0, 0, 2, 3, 0, 2, 4
};

enum {
	PRICE_SKIP = 35,       /* a mark that means nothing */
	PRICE_SHAPE = 25,      /* against the mark's own direction */
	PRICE_LINE = 4,        /* running over a line end */
	PRICE_WRAP = 1,        /* the same inside a block */
	PRICE_BLOCK = 8,       /* over an empty line */
	PRICE_COLON = 25,      /* "Smith said:" is no part of a quotation */
	BYTES_LINE = 50,       /* and one more for so many bytes */
	BYTES_WRAP = 200,
	PRICE_MAX = 200
};

/* Bytes that the walk must look at: quotation marks, line ends, and the first
 * bytes of the typographic ones. */
static const unsigned char notable[256] = {
	['\n'] = 1, ['"'] = 1, ['\''] = 1, ['`'] = 1, [0xC2] = 1, [0xE2] = 1,
	[0xEF] = 1,
};

/* A walk over a text. */
struct walk {
	struct str text;
	struct mark *v;
	size_t n;
	size_t line;  /* start of the current line */
	bool first;   /* no mark and no ink yet on the line */
	bool singles; /* single marks count */
	bool blocks;
};

/* Of eight bytes, the first that is notable or above 0x7F; 8 for none. */
static size_t
first_of(const char *p)
{
	uint64_t x = eight_load(p);
	uint64_t found = eight_is(x, '\n') | eight_is(x, '"') |
	                 eight_is(x, '\'') | eight_is(x, '`') |
	                 (x & EIGHT_TOPS);

	return found == 0 ? 8 : (size_t)__builtin_ctzll(found) / 8;
}

/* The first notable byte at or after at, or the end. */
static size_t
next_notable(struct str t, size_t at)
{
	while (at + 8 <= t.n) {
		size_t k = first_of(t.p + at);

		at += k;
		if (k == 8)
			continue;
		if (notable[(unsigned char)t.p[at]])
			return at;
		at++;
	}
	while (at < t.n && !notable[(unsigned char)t.p[at]])
		at++;
	return at;
}

static enum edge
edge_of(int32_t cp)
{
	switch (utf8_class(cp)) {
	case CHAR_SPACE:
		return EDGE_SPACE;
	case CHAR_UPPER:
	case CHAR_LOWER:
	case CHAR_LETTER:
	case CHAR_MARK:
	case CHAR_DIGIT:
		return EDGE_WORD;
	case CHAR_QUOTE:
		return EDGE_QUOTE;
	case CHAR_DASH:
		return EDGE_DASH;
	case CHAR_STOP:
		return EDGE_STOP;
	default:
		break;
	}
	if (cp == ',')
		return EDGE_COMMA;
	if (cp == ';' || cp == ':')
		return EDGE_STOP;
	if (cp == '(' || cp == '[')
		return EDGE_OPENER;
	return cp == ')' || cp == ']' ? EDGE_CLOSER : EDGE_OTHER;
}

static enum edge
edge_before(struct str text, size_t at)
{
	int32_t cp;

	if (at == 0)
		return EDGE_SPACE;
	utf8_prev(text.p, text.p + at, &cp);
	return edge_of(cp);
}

static bool
ellipsis_at(struct str text, size_t at)
{
	struct str rest = str_from(text, at);

	return str_starts(rest, STR("..")) || str_starts(rest, STR("\u2026"));
}

/* The side after a mark; an ellipsis begins words as well as ends them. */
static enum edge
edge_after(struct str text, size_t at)
{
	int32_t cp;

	if (at >= text.n)
		return EDGE_SPACE;
	utf8_next(text.p + at, text.p + text.n, &cp);
	return edge_of(cp);
}

static bool
digit_before(struct str text, size_t at)
{
	return at > 0 && ascii_digit(text.p[at - 1]);
}

/* 6'2", 12" */
static unsigned char
skip_price(struct str text, size_t at)
{
	if (text.p[at] != '"' || !digit_before(text, at))
		return PRICE_SKIP;
	for (size_t i = at; i > 0 && at - i < 4; i--)
		if (text.p[i - 1] == '\'')
			return 0;
	return 5;
}

/* What the shape of a mark says: 1 opens, -1 closes, 0 nothing. */
static int
direction(struct str mark)
{
	static const struct { struct str mark; int way; } shapes[] = {
		{ { "\u201C", 3 }, 1 }, { { "\u201D", 3 }, -1 },
		{ { "\u201E", 3 }, 1 }, { { "\u201F", 3 }, 1 },
		{ { "\u2018", 3 }, 1 }, { { "\u2019", 3 }, -1 },
		{ { "\u00AB", 2 }, 1 }, { { "\u00BB", 2 }, -1 },
		{ { "``", 2 }, 1 },     { { "`", 1 }, 1 },
	};

	for (size_t i = 0; i < sizeof(shapes) / sizeof(*shapes); i++)
		if (str_eq(mark, shapes[i].mark))
			return shapes[i].way;
	return 0;
}

/* The mark at `at`: its family and length; MARK_LINE when there is none. */
static enum mark_family
mark_at(struct str text, size_t at, size_t *length)
{
	const unsigned char *p = (const unsigned char *)text.p + at;
	size_t left = text.n - at;

	*length = 1;
	if (*p == '"')
		return MARK_STRAIGHT;
	if (*p == '\'' || *p == '`') {
		*length = left > 1 && p[1] == *p ? 2 : 1;
		return *length == 2 ? MARK_TICKS : MARK_SINGLE;
	}
	if (left > 2 && p[0] == 0xE2 && p[1] == 0x80) {
		*length = 3;
		if (p[2] >= 0x9C && p[2] <= 0x9F)
			return MARK_CURLY;
		if (p[2] == 0x98 || p[2] == 0x99)
			return MARK_SINGLE;
	}
	if (left > 2 && p[0] == 0xEF && p[1] == 0xBF && p[2] == 0xBD) {
		*length = 3;
		return MARK_STRAIGHT; /* U+FFFD: what was lost on the way */
	}
	*length = 2;
	if (left > 1 && p[0] == 0xC2 && (p[1] == 0xAB || p[1] == 0xBB))
		return MARK_GUILLEMET;
	*length = 1;
	return MARK_LINE;
}

static unsigned char
capped(size_t price)
{
	return (unsigned char)(price < PRICE_MAX ? price : PRICE_MAX);
}

/* An apostrophe is cheap to skip, except where speech would end. */
static void
price_single(struct mark *m, enum edge left, enum edge right)
{
	bool speech = left == EDGE_STOP || left == EDGE_COMMA;

	m->skip = 5;
	if (speech && right != EDGE_WORD)
		m->skip = 30;
	else if (left == EDGE_SPACE && right == EDGE_WORD)
		m->skip = 15;
	else if (left == EDGE_WORD)
		m->close = capped(m->close + 6u);
}

/* A full stop, and white space, stand before at. */
static bool
after_stop(struct str text, size_t at)
{
	while (at > 0 && (text.p[at - 1] == ' ' || text.p[at - 1] == '\t'))
		at--;
	return at > 0 && (text.p[at - 1] == '.' || text.p[at - 1] == '?' ||
	                  text.p[at - 1] == '!');
}

/* A single mark behind a stop or comma ends at `at`. */
static bool
ends_nested(struct str text, size_t at)
{
	int32_t cp;
	enum edge edge;

	at -= (size_t)utf8_prev(text.p, text.p + at, &cp);
	edge = edge_before(text, at);
	return edge == EDGE_STOP || edge == EDGE_COMMA;
}

static void
price(const struct walk *w, struct mark *m)
{
	struct str mark = str_head(str_from(w->text, m->at), m->length);
	enum edge left = edge_before(w->text, m->at);
	size_t end = m->at + m->length;
	enum edge right = edge_after(w->text, end);
	int way = direction(mark);
	size_t open = open_left[left] + open_right[right];
	size_t close = close_left[left] + close_right[right];

	if (right == EDGE_STOP && ellipsis_at(w->text, end))
		open = open_left[left] + 3u;
	m->open = capped(open + (way < 0 ? PRICE_SHAPE : 0));
	m->close = capped(close + (way > 0 ? PRICE_SHAPE : 0));
	m->skip = skip_price(w->text, m->at);
	m->anew = left == EDGE_SPACE && m->open == 0 &&
	          after_stop(w->text, m->at);
	m->final = (left == EDGE_STOP || left == EDGE_COMMA ||
	            (left == EDGE_QUOTE && ends_nested(w->text, m->at))) &&
	           (right == EDGE_SPACE || right == EDGE_DASH);
	if (m->family == MARK_SINGLE)
		price_single(m, left, right);
}

static bool
inside_word(const struct walk *w, size_t at, size_t length)
{
	return edge_before(w->text, at) == EDGE_WORD &&
	       edge_after(w->text, at + length) == EDGE_WORD;
}

static bool
is_blank(struct str text, size_t beg, size_t end)
{
	struct span at = span_trim(text, (struct span){ beg, end });

	return at.beg == at.end;
}

static bool
ends_in_colon(struct str text, size_t beg, size_t end)
{
	struct span at = span_trim(text, (struct span){ beg, end });

	return at.beg < at.end && text.p[at.end - 1] == ':';
}

/* A line end joins the one before when no mark stands between them. */
static void
add_line(struct walk *w, size_t at)
{
	bool joins = w->n > 0 && w->v[w->n - 1].family == MARK_LINE;
	bool blank = is_blank(w->text, w->line, at);
	size_t per = w->blocks ? BYTES_WRAP : BYTES_LINE;
	size_t cost = (w->blocks ? PRICE_WRAP : PRICE_LINE) +
	              (at - w->line) / per;
	struct mark *m;

	if (blank)
		cost = w->blocks ? PRICE_BLOCK : 0;
	else if (ends_in_colon(w->text, w->line, at))
		cost += PRICE_COLON;
	w->line = at + 1;
	w->first = true;
	if (joins) {
		m = &w->v[w->n - 1];
		m->close = capped(m->close + cost);
		return;
	}
	m = &w->v[w->n++];
	*m = (struct mark){ .at = at, .family = MARK_LINE,
		            .close = capped(cost) };
}

static void
add_mark(struct walk *w, size_t at, enum mark_family family, size_t length)
{
	struct mark *m = &w->v[w->n++];

	*m = (struct mark){ .at = at, .family = (unsigned char)family,
		            .length = (unsigned char)length };
	m->first = w->first && is_blank(w->text, w->line, at);
	w->first = false;
	price(w, m);
}

static void
walk(struct walk *w)
{
	struct str t = w->text;
	size_t at = 0, length = 1;

	w->first = true;
	for (; (at = next_notable(t, at)) < t.n; at += length) {
		enum mark_family family;

		length = 1;
		if (t.p[at] == '\n') {
			add_line(w, at);
			continue;
		}
		family = mark_at(t, at, &length);
		if (family == MARK_LINE ||
		    (family == MARK_SINGLE && !w->singles) ||
		    ((family == MARK_SINGLE || t.p[at] == '\xEF') &&
		     inside_word(w, at, length)))
			continue;
		add_mark(w, at, family, length);
	}
}

/* What is counted of a text before the walk. */
struct survey {
	size_t most;    /* at least as many as it has marks and line ends */
	size_t doubles;
	size_t opens, closes, words; /* single marks by their neighbours */
};

static void
survey_single(struct survey *s, struct str t, size_t at, size_t length)
{
	enum edge left = edge_before(t, at);
	enum edge right = edge_after(t, at + length);

	s->opens += left == EDGE_SPACE && right == EDGE_WORD &&
	            !ascii_digit(t.p[at + length]);
	s->closes += right == EDGE_SPACE &&
	             (left == EDGE_STOP || left == EDGE_COMMA);
	s->words += left == EDGE_WORD && right != EDGE_WORD &&
	            t.p[at - 1] != 's';
}

static struct survey
survey(struct str t)
{
	struct survey s = { 0 };
	size_t at = 0, length;

	for (; (at = next_notable(t, at)) < t.n; at += length) {
		enum mark_family f = mark_at(t, at, &length);

		s.most++;
		s.doubles += f < MARK_SINGLE;
		if (f == MARK_SINGLE)
			survey_single(&s, t, at, length);
	}
	return s;
}

/* Speech stands in single marks where more of them close after a comma or a
 * stop than there are pairs of double ones, or where some close after a word
 * (but "players'" does not) and there are no double ones at all. */
static bool
speaks_in_singles(const struct survey *s)
{
	return s->opens > 0 && (s->closes > s->doubles / 2 ||
	                        (s->doubles == 0 && s->words > 0));
}

struct marks
quote_marks(struct arena *a, struct str text, enum quote_single single)
{
	struct survey s = survey(text);
	struct walk w = { .text = text };

	w.blocks = quote_blocks(text);
	w.singles = single == QUOTE_SINGLE_ON ||
	            (single == QUOTE_SINGLE_AUTO && speaks_in_singles(&s));
	w.v = arena_new(a, struct mark, s.most);
	walk(&w);
	return (struct marks){ w.v, w.n, w.blocks };
}
