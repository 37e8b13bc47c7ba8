/* sent_spot.c - a place where a sentence may end, and what lies around it. */
#include "sent_spot.h"

#include "utf8.h"

/* Longer runs are no end of a sentence, so that one look at a spot is short
 * whatever the text is. */
enum { RUN_MAX = 64, SPACE_MAX = 1024, BLANKS_MAX = 64, LEAD_MAX = 8,
       SIMPLE_ROOM = 64 };

/* " ." and what follows is no word: a spaced ellipsis goes on. */
static bool
spaced_point(struct look *k, size_t at)
{
	char c;

	if (look_at(k, at) != ' ' || look_at(k, at + 1) != '.')
		return false;
	c = look_at(k, at + 2);
	return !ascii_alnum(c) && ((unsigned char)c < 0xC0 || c == '\xE2');
}

static enum spot_stop
stop_kind(char c, size_t n, enum spot_stop old)
{
	if (n == 3)
		return STOP_ELLIPSIS;
	if (c == '?')
		return STOP_QUERY;
	return c == '!' && old == STOP_POINT ? STOP_BANG : old;
}

static void
take_run(struct spot *s, struct look *k)
{
	size_t points = 0;
	bool spaced = false;
	size_t at = s->beg;
	size_t n;

	s->stop = STOP_POINT;
	while (at - s->beg < RUN_MAX) {
		if ((n = mark_terminator(k, at)) > 0) {
			char c = k->text.p[at];

			s->stop = stop_kind(c, n, s->stop);
			points += c == '.';
			at += n;
		} else if (at > s->beg && spaced_point(k, at)) {
			spaced = true;
			at++;
		} else {
			break;
		}
	}
	if (s->stop == STOP_POINT && points > 1)
		s->stop = spaced ? STOP_SPACED : STOP_ELLIPSIS;
	s->run = at;
}

/* "end. . . . Next": four points, the first of which touches the word, are a
 * stop and an omission before the next sentence. */
static void
part_run(struct spot *s, const struct sent_view *v, struct look *k)
{
	enum { SPACED_FOUR = 7 }; /* ". . . ." */
	bool touches = s->beg > v->beg && !ascii_space(v->text.p[s->beg - 1]);

	s->parted = s->stop == STOP_SPACED && touches &&
	            s->run - s->beg == SPACED_FOUR &&
	            look_at(k, s->beg + 1) == ' ' &&
	            look_at(k, s->run) == ' ' &&
	            ascii_upper(look_at(k, s->run + 1));
	if (s->parted) {
		s->run = s->beg + 1;
		s->stop = STOP_POINT;
	}
}

/* The newline at at ends the paragraph: the next line is empty. */
static bool
paragraph_end(const struct sent_view *v, struct look *k, size_t at)
{
	size_t max = at + SPACE_MAX;
	char c;

	if (!v->wrapped)
		return true;
	do
		c = look_at(k, ++at);
	while (c != '\n' && ascii_space(c) && at < max);
	return c == '\n' || at >= k->text.n;
}

/* Walks over white space, at most max bytes, stops before the newline that
 * ends the paragraph. */
static size_t
skip_space(const struct sent_view *v, struct look *k, size_t at, size_t max)
{
	size_t end = at + max;
	size_t n;

	while (at < end && (n = mark_space(k, at)) > 0 &&
	       (k->text.p[at] != '\n' || !paragraph_end(v, k, at)))
		at += n;
	return at;
}

/* Nothing but white space up to at, where skip_space() stopped: the paragraph
 * ends there. */
static bool
ends_at(const struct sent_view *v, struct look *k, size_t at)
{
	return look_at(k, at) == '\n' || (v->last && at >= k->text.n);
}

/* Bytes of an ellipsis before a capital or a line end. */
static size_t
final_ellipsis(const struct sent_view *v, struct look *k, size_t at)
{
	size_t end = at;
	size_t n;

	while (end - at < LEAD_MAX && (n = mark_terminator(k, end)) > 0 &&
	       (n == 3 || k->text.p[end] == '.'))
		end += n;
	if (end - at < 3)
		return 0;
	n = skip_space(v, k, end, SPACE_MAX);
	return ends_at(v, k, n) || (n > end && ascii_upper(look_at(k, n)))
	       ? end - at : 0;
}

/* A closing mark behind one blank: not an opening one, which would touch its
 * word. Bracketed numbers: as footnotes are copied from web pages. */
static size_t
detached(const struct sent_view *v, struct look *k, size_t at,
         enum mark_close *close)
{
	size_t beg = skip_space(v, k, at, 2);
	size_t n;

	if (beg == at || ends_at(v, k, beg))
		return 0;
	*close = CLOSE_CITE;
	n = mark_citation(k, beg);
	if (n == 0)
		n = final_ellipsis(v, k, beg);
	if (n == 0) {
		n = mark_closer(k, beg, close);
		if (*close == CLOSE_SINGLE)
			return 0;
	}
	if (n == 0 || (mark_space(k, beg + n) == 0 &&
	               look_at(k, beg + n) != '[' &&
	               beg + n < k->text.n))
		return 0;
	return beg + n - at;
}

/* False when no closing mark, and none behind a blank, is at at. */
static bool
may_close(struct look *k, size_t at)
{
	char c = look_at(k, at);

	if (ascii_alnum(c))
		return false;
	return c != ' ' || !ascii_alnum(look_at(k, at + 1));
}

static void
take_closers(struct spot *s, const struct sent_view *v, struct look *k)
{
	enum mark_close close;
	size_t n;

	s->close = CLOSE_NONE;
	s->end = s->run;
	while (s->end - s->run < RUN_MAX && may_close(k, s->end)) {
		if ((n = mark_closer(k, s->end, &close)) > 0)
			;
		else if ((n = mark_citation(k, s->end)) > 0)
			close = CLOSE_CITE;
		else if ((n = detached(v, k, s->end, &close)) == 0)
			return;
		s->close = close;
		s->end += n;
	}
}

/* The last run of replaceable bytes in the white space from end to next; when
 * there is none, the empty span before next. */
static void
take_gap(struct spot *s, struct str text)
{
	size_t at = s->next;
	bool newline = false;

	while (at > s->end && !ascii_space(text.p[at - 1]))
		at--;
	if (at == s->end)
		at = s->next;
	s->gap = (struct span){ at, at };
	while (at > s->end && ascii_space(text.p[at - 1]))
		newline |= text.p[--at] == '\n';
	s->gap.beg = at;
	s->wide = !newline && s->gap.end - s->gap.beg > 1;
}

/* Blanks are mostly one, before a letter or digit. */
static size_t
skip_blanks(const struct sent_view *v, struct look *k, size_t at)
{
	if (at + 1 < k->text.n && k->text.p[at] == ' ' &&
	    ascii_alnum(k->text.p[at + 1]))
		return at + 1;
	return skip_space(v, k, at, SPACE_MAX);
}

static size_t
skip_openers(struct spot *s, struct look *k, size_t at)
{
	enum mark_lead lead;
	size_t n;

	s->lead = LEAD_NONE;
	if (ascii_alnum(look_at(k, at)))
		return at;
	for (int i = 0; i < LEAD_MAX && (n = mark_opener(k, at, &lead)) > 0;
	     i++) {
		if (s->lead == LEAD_NONE)
			s->lead = lead;
		at += n;
	}
	return at;
}

/* The word at at and its class; returns where it ends. */
static size_t
take_after(const struct sent_view *v, struct look *k, size_t at,
           struct word *w, enum after *class)
{
	if (v->extra == NULL && word_quick_after(v->text, at, w, class))
		return at + w->s.n;
	*w = word_after(v->text, at);
	at += w->s.n;
	*class = word_class_after(*w, mark_byte(k, at), v->extra);
	return at;
}

bool
spot_ahead(struct spot *s, const struct sent_view *v)
{
	struct look k = { v->text, false };
	size_t at = skip_openers(s, &k, s->next);

	at = take_after(v, &k, at, &s->ahead, &s->after);
	while (s->after == AFTER_DASH && s->ahead.s.n == 0 &&
	       at - s->gap.end < LEAD_MAX && mark_byte(&k, at) == '-')
		at += v->text.p[at] == '-' ? 1 : 3;
	s->ahead_end = at;
	return v->last || !k.past;
}

void
spot_word(struct spot *s, const struct sent_view *v)
{
	s->word = word_before(v->text, v->beg, s->beg);
	s->word_beg = s->beg - s->word.s.n;
}

void
spot_before(struct spot *s, const struct sent_view *v)
{
	int32_t prior = 0;

	if (s->word_beg > v->beg && s->word.s.n > 0)
		prior = v->text.p[s->word_beg - 1] == '/' ? '/' : ' ';
	else if (s->word_beg > v->beg)
		utf8_prev(v->text.p + v->beg, v->text.p + s->word_beg, &prior);
	s->before = word_class_before(s->word, prior, v->extra);
}

void
spot_prior(struct spot *s, const struct sent_view *v)
{
	size_t at = s->word_beg;

	s->prior = BEFORE_NONE;
	while (at > v->beg && s->beg - at < BLANKS_MAX &&
	       ascii_space(v->text.p[at - 1]))
		at--;
	if (at > v->beg && s->word.s.n > 0)
		s->prior = word_class_before(
		    word_before(v->text, v->beg, at), v->text.p[at - 1], NULL);
}

/* The word ends with a stop; apostrophes behind it may be quotation marks. */
static bool
ends_stopped(struct word w)
{
	if (word_count(w, KIND_STOP) == 0)
		return false;
	while (str_ends(w.s, STR("'")) || str_ends(w.s, STR("\xE2\x80\x99")))
		w.s.n -= w.s.p[w.s.n - 1] == '\'' ? 1 : 3;
	return str_ends(w.s, STR("."));
}

/* The word behind ahead, for "he said". A list mark there may begin a
 * sentence, and so may a word behind a stop: they are not seen. */
bool
spot_second(struct spot *s, const struct sent_view *v)
{
	struct look k = { v->text, false };
	size_t at = s->ahead_end;
	size_t beg = skip_blanks(v, &k, at);

	s->second = AFTER_NONE;
	s->ahead2 = (struct word){ { NULL, 0 }, 0 };
	if (ends_at(v, &k, beg) || ends_stopped(s->ahead))
		return v->last || !k.past;
	if (beg > at)
		s->ahead2 = word_after(v->text, beg);
	at = beg + s->ahead2.s.n;
	s->second = word_class_after(s->ahead2, mark_byte(&k, at), v->extra);
	if (s->second == AFTER_ITEM || s->second == AFTER_BULLET)
		s->second = AFTER_NONE;
	return v->last || !k.past;
}

/* The common shape, one mark and one blank before a letter or digit, without
 * the questions for the others; all that could be asked is in text. */
static bool
take_simple(struct spot *s, const struct sent_view *v, size_t at)
{
	const char *p = v->text.p + at;

	if (v->text.n - at < SIMPLE_ROOM || p[1] != ' ' || !ascii_alnum(p[2]))
		return false;
	s->beg = at;
	s->run = s->end = at + 1;
	s->gap = (struct span){ at + 1, at + 2 };
	s->next = at + 2;
	s->line_end = s->wide = s->parted = false;
	s->close = CLOSE_NONE;
	s->stop = *p == '.'   ? STOP_POINT
	          : *p == '?' ? STOP_QUERY
	                      : STOP_BANG;
	return *p == '.' || *p == '?' || *p == '!';
}

enum spot_found
spot_find(struct spot *s, const struct sent_view *v, size_t at)
{
	struct look k = { v->text, false };

	if (take_simple(s, v, at))
		return SPOT_FOUND;
	s->beg = at;
	take_run(s, &k);
	part_run(s, v, &k);
	take_closers(s, v, &k);
	s->next = skip_space(v, &k, s->end, SPACE_MAX);
	if (k.past && !v->last)
		return SPOT_STARVED;
	s->line_end = ends_at(v, &k, s->next);
	if (s->line_end)
		return SPOT_FOUND;
	if (s->next == s->end || s->next - s->end >= SPACE_MAX ||
	    s->end - s->beg >= RUN_MAX)
		return SPOT_NONE;
	take_gap(s, v->text);
	return SPOT_FOUND;
}

enum spot_found
spot_glued(const struct sent_view *v, size_t at)
{
	struct look k = { v->text, false };
	size_t end = at + 1;
	size_t beg = at;

	while (beg > v->beg && at - beg < WORD_MAX &&
	       ascii_lower(v->text.p[beg - 1]))
		beg--;
	if (at - beg < 3 || (beg > v->beg && !ascii_space(v->text.p[beg - 1])))
		return SPOT_NONE;
	if (!ascii_upper(look_at(&k, end++)))
		return SPOT_NONE;
	while (end - at < WORD_MAX && ascii_lower(look_at(&k, end)))
		end++;
	if (k.past && !v->last)
		return SPOT_STARVED;
	return end - at > 3 && (mark_space(&k, end) > 0 ||
	                        look_at(&k, end) == ',') ? SPOT_FOUND
	                                                 : SPOT_NONE;
}

enum spot_found
spot_paragraph_end(const struct sent_view *v, size_t at)
{
	struct look k = { v->text, false };
	bool end = paragraph_end(v, &k, at);

	if (k.past && !v->last)
		return SPOT_STARVED;
	return end ? SPOT_FOUND : SPOT_NONE;
}
