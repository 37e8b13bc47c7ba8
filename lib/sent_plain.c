/* sent_plain.c - the commonest ends of a sentence, told by the word before. */
#include "sent_plain.h"

#include "sent_rule.h"

/* A capitalised word of at least two letters, or "A " or "I ", no initial. */
static bool
is_capitalised(const char *p)
{
	if (!ascii_upper(p[0]))
		return false;
	if (ascii_lower(p[1]))
		return p[2] != '.';
	return p[1] == ' ' && (p[0] == 'A' || p[0] == 'I');
}

bool
plain_find(struct spot *s, const struct sent_view *v, size_t at)
{
	enum { ROOM = 16 }; /* more than the shape has */
	struct look k = { v->text, false };
	const char *p = v->text.p + at + 1;
	const char *end = v->text.p + v->text.n;
	char c = p[-1];
	size_t n = 0;

	if (at <= v->beg || end - p < ROOM ||
	    (v->item.number > 0 && at < v->item_end))
		return false;
	if (*p != ' ')
		n = plain_closer(p, end);
	p += n;
	if (*p != ' ')
		return false;
	s->lead = LEAD_NONE;
	s->next = (size_t)(p - v->text.p) + 1;
	if (!ascii_upper(p[1]))
		p += mark_opener(&k, s->next, &s->lead);
	if (!is_capitalised(p + 1))
		return false;
	s->beg = at;
	s->run = at + 1;
	s->end = at + 1 + n;
	s->gap = (struct span){ s->end, s->end + 1 };
	s->stop = c == '.' ? STOP_POINT : c == '!' ? STOP_BANG : STOP_QUERY;
	s->close = n > 0 ? CLOSE_DOUBLE : CLOSE_NONE;
	s->line_end = s->wide = s->parted = false;
	return true;
}

/* The word is one of letters, and no abbreviation: of two classes, which
 * common.txt tells when the answers differ. */
static bool
is_either(const struct spot *s, const struct sent_view *v,
          enum before either[2])
{
	return word_either(s->word, either) &&
	       (s->word_beg == v->beg || v->text.p[s->word_beg - 1] != '/') &&
	       word_abbrev(s->word, v->extra) == ABBREV_NONE;
}

int
plain_answer(struct weigh *w, struct spot *s, const struct sent_view *v)
{
	enum before either[2];
	signed char *row;

	spot_word(s, v);
	row = weigh_capitals(w, s, v);
	if (is_either(s, v, either)) {
		int first = weigh_capital(w, row, s, v, either[0]);
		int second = weigh_capital(w, row, s, v, either[1]);

		if (first == second && first != 0)
			return first;
		s->before = either[!word_is_first(s->word)];
		return s->before == either[0] ? first : second;
	}
	spot_before(s, v);
	if (rule_before_capital(s->before, feat_place(s, v) == 0))
		return 0;
	return weigh_capital(w, row, s, v, s->before);
}
