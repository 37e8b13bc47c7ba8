/* sent_spot.c - a place where a sentence may end, and what lies around it. */
#include "sent_spot.h"

#include "utf8.h"

static char
byte_at(struct str s, size_t at)
{
	return at < s.n ? s.p[at] : '\0';
}

/* The third byte of U+2000 to U+203F, 0 for anything else. */
static unsigned char
general_mark(struct str s, size_t at)
{
	if (s.n - at < 3 || at >= s.n || s.p[at] != '\xE2' ||
	    s.p[at + 1] != '\x80')
		return 0;
	return (unsigned char)s.p[at + 2];
}

size_t
spot_terminator(struct str text, size_t at)
{
	char c = byte_at(text, at);

	if (c == '.' || c == '!' || c == '?')
		return 1;
	return general_mark(text, at) == 0xA6 ? 3 : 0;
}

/* " ." and what follows is no word: a spaced ellipsis goes on. */
static bool
spaced_dot(struct str s, size_t at)
{
	char c;

	if (byte_at(s, at) != ' ' || byte_at(s, at + 1) != '.')
		return false;
	c = byte_at(s, at + 2);
	return !ascii_alnum(c) && (unsigned char)c < 0xC0;
}

/* Walks over the terminators; leaves the end of the run in s->end. */
static void
take_run(struct spot *s, struct str text, size_t at)
{
	size_t stops = 0;
	bool spaced = false;
	size_t n;

	s->beg = at;
	s->stop = SPOT_STOP;
	for (;;) {
		if ((n = spot_terminator(text, at)) > 0) {
			if (n == 3)
				s->stop = SPOT_ELLIPSIS;
			else if (text.p[at] == '?')
				s->stop = SPOT_QUERY;
			else if (text.p[at] == '!' && s->stop == SPOT_STOP)
				s->stop = SPOT_BANG;
			stops += text.p[at] == '.';
			at += n;
		} else if (stops > 0 && spaced_dot(text, at)) {
			spaced = true;
			at++;
		} else {
			break;
		}
	}
	if (s->stop == SPOT_STOP && stops > 1)
		s->stop = spaced ? SPOT_SPACED : SPOT_ELLIPSIS;
	s->end = at;
}

/* Bytes of the closing mark at at, 0 when there is none. */
static size_t
closer(struct str text, size_t at, enum spot_close *close)
{
	switch (byte_at(text, at)) {
	case '"':
		*close = SPOT_DOUBLE;
		return 1;
	case '\'':
		*close = byte_at(text, at + 1) == '\'' ? SPOT_DOUBLE
		                                       : SPOT_SINGLE;
		return *close == SPOT_DOUBLE ? 2 : 1;
	case ')':
	case ']':
	case '}':
		*close = SPOT_BRACKET;
		return 1;
	case '\xC2':
		*close = SPOT_DOUBLE;
		return byte_at(text, at + 1) == '\xBB' ? 2 : 0;
	case '\xE2':
		*close = general_mark(text, at) == 0x9D ? SPOT_DOUBLE
		                                        : SPOT_SINGLE;
		switch (general_mark(text, at)) {
		case 0x99: /* ’ */
		case 0x9D: /* ” */
		case 0xBA: /* › */
			return 3;
		}
	}
	return 0;
}

/* Bytes of a citation mark, [12] or [a]: at most CITE_MAX inside. */
static size_t
citation(struct str text, size_t at)
{
	enum { CITE_MAX = 12 };
	size_t n = 1;

	if (byte_at(text, at) != '[')
		return 0;
	while (n <= CITE_MAX) {
		char c = byte_at(text, at + n);

		if (c == ']')
			return n > 1 ? n + 1 : 0;
		if (!ascii_alnum(c) && c != ',' && c != ' ' && c != '-')
			return 0;
		n++;
	}
	return 0;
}

static void
take_closers(struct spot *s, struct str text)
{
	enum spot_close close;
	size_t n;

	s->close = SPOT_OPEN;
	for (;;) {
		if ((n = closer(text, s->end, &close)) > 0)
			s->close = close;
		else if ((n = citation(text, s->end)) > 0)
			s->close = SPOT_CITE;
		else
			return;
		s->end += n;
	}
}

/* Bytes of the white space at at: ASCII, NBSP, and the other spaces. */
static size_t
space(struct str text, size_t at)
{
	char c = byte_at(text, at);
	int32_t cp;
	size_t n;

	if (at >= text.n)
		return 0;
	if (ascii_space(c))
		return 1;
	if (c != '\xC2' && c != '\xE2' && c != '\xE3')
		return 0;
	n = utf8_next(text.p + at, text.p + text.n, &cp);
	return cp != UTF8_BAD && utf8_class(cp) == CHAR_SPACE ? n : 0;
}

/* The newline at at ends the paragraph: the next line is empty. */
static bool
paragraph_end(const struct sent_view *v, size_t at)
{
	if (!v->wrapped)
		return true;
	for (at++; at < v->text.n && v->text.p[at] != '\n'; at++)
		if (!ascii_space(v->text.p[at]))
			return false;
	return true;
}

/* Walks over white space from at; *line_end when the paragraph ends in it. */
static size_t
skip_space(const struct sent_view *v, size_t at, bool *line_end)
{
	size_t n;

	*line_end = false;
	while ((n = space(v->text, at)) > 0) {
		if (v->text.p[at] == '\n' && paragraph_end(v, at)) {
			*line_end = true;
			return at;
		}
		at += n;
	}
	*line_end = at >= v->text.n && v->last;
	return at;
}

/* The last run of replaceable bytes in the white space from beg to end. */
static void
take_gap(struct spot *s, struct str text, size_t beg, size_t end)
{
	size_t tail = end;
	bool newline = false;

	while (tail > beg && !ascii_space(text.p[tail - 1]))
		tail--;
	s->gap.end = tail > beg ? tail : end;
	while (tail > beg && ascii_space(text.p[tail - 1]))
		newline |= text.p[--tail] == '\n';
	s->gap.beg = s->gap.end > tail && tail >= beg &&
	             s->gap.end > beg && ascii_space(text.p[s->gap.end - 1])
	             ? tail : s->gap.end;
	s->wide = !newline && s->gap.end - s->gap.beg > 1;
}

/* Bytes of an opening mark. */
static size_t
opener(struct str text, size_t at, enum spot_lead *lead)
{
	char c = byte_at(text, at);

	*lead = SPOT_LEAD_QUOTE;
	if (c == '"' || c == '\'' || c == '`')
		return 1;
	if (c == '(' || c == '[' || c == '{') {
		*lead = SPOT_LEAD_BRACKET;
		return 1;
	}
	if (c == '\xC2' && byte_at(text, at + 1) == '\xAB')
		return 2;
	switch (general_mark(text, at)) {
	case 0x98: /* ‘ */
	case 0x9C: /* “ */
	case 0x9E: /* „ */
	case 0xB9: /* ‹ */
		return 3;
	}
	return 0;
}

/* The byte that stands for the mark behind a word, or where none is. */
static char
mark_byte(struct str text, size_t at)
{
	static const struct {
		struct str mark;
		char byte;
	} marks[] = {
		{ { "\xE2\x80\xA2", 3 }, '*' }, /* • */
		{ { "\xE2\x81\x83", 3 }, '*' }, /* ⁃ */
		{ { "\xC2\xB7", 2 }, '*' },     /* · */
		{ { "\xE2\x80\x93", 3 }, '-' },
		{ { "\xE2\x80\x94", 3 }, '-' },
		{ { "\xE2\x80\xA6", 3 }, '.' },
		{ { "\xC2\xA3", 2 }, '$' },
		{ { "\xE2\x82\xAC", 3 }, '$' },
	};

	for (size_t i = 0; i < sizeof(marks) / sizeof(*marks); i++)
		if (str_starts(str_from(text, at), marks[i].mark))
			return marks[i].byte;
	return byte_at(text, at);
}

/* The word behind the one that ends at at, for "he said". */
static bool
take_second(struct spot *s, const struct sent_view *v, size_t at)
{
	bool line_end;
	size_t beg = skip_space(v, at, &line_end);

	s->second = AFTER_NONE;
	s->ahead2 = (struct str){ NULL, 0 };
	if (line_end)
		return true;
	if (beg == at) {
		if (at < v->text.n)
			s->second = word_class_after(s->ahead2,
			                             mark_byte(v->text, at),
			                             NULL);
		return at < v->text.n || v->last;
	}
	s->ahead2 = word_after(v->text, beg, v->text.n);
	at = beg + s->ahead2.n;
	if (at == v->text.n && !v->last && s->ahead2.n < WORD_MAX)
		return false;
	s->second = word_class_after(s->ahead2, mark_byte(v->text, at),
	                             v->extra);
	return true;
}

/* The words behind the gap; false when the text ends too early. */
static bool
take_ahead(struct spot *s, const struct sent_view *v)
{
	size_t at = s->next;
	enum spot_lead lead;
	size_t n;

	s->lead = SPOT_BARE;
	while ((n = opener(v->text, at, &lead)) > 0) {
		if (s->lead == SPOT_BARE)
			s->lead = lead;
		at += n;
	}
	s->ahead = word_after(v->text, at, v->text.n);
	at += s->ahead.n;
	/* A mark of several bytes, and "2)", need the bytes behind. */
	if (v->text.n - at < 3 && !v->last && s->ahead.n < WORD_MAX)
		return false;
	s->after = word_class_after(s->ahead, mark_byte(v->text, at),
	                            v->extra);
	return take_second(s, v, at);
}

static void
take_before(struct spot *s, const struct sent_view *v)
{
	size_t at = s->beg;
	int32_t prior = 0;

	s->word = word_before(v->text, v->beg, at);
	at -= s->word.n;
	if (at > v->beg)
		utf8_prev(v->text.p + v->beg, v->text.p + at, &prior);
	s->before = word_class_before(s->word, prior, v->extra);
	s->prior = BEFORE_NONE;
	while (at > v->beg && ascii_space(v->text.p[at - 1]))
		at--;
	if (at > v->beg && s->word.n > 0)
		s->prior = word_class_before(
		    word_before(v->text, v->beg, at), v->text.p[at - 1], NULL);
}

enum spot_found
spot_find(struct spot *s, const struct sent_view *v, size_t at)
{
	size_t white;

	take_run(s, v->text, at);
	take_closers(s, v->text);
	if (v->text.n - s->end < 3 && !v->last)
		return SPOT_STARVED;
	white = s->end;
	s->next = skip_space(v, white, &s->line_end);
	if (s->line_end)
		return SPOT_FOUND;
	if (s->next == white)
		return SPOT_NONE;
	if (s->next == v->text.n)
		return SPOT_STARVED;
	take_gap(s, v->text, white, s->next);
	if (!take_ahead(s, v))
		return SPOT_STARVED;
	take_before(s, v);
	return SPOT_FOUND;
}
