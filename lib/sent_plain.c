/* sent_plain.c - the commonest ends of a sentence, told by the word before. */
#include "sent_plain.h"

#include "sent_eight.h"
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

/* Bytes of an opening mark at s->next, else 0. Apart, so that the usual way
 * needs no room on the stack. */
static __attribute__((noinline)) size_t
take_opener(struct spot *s, const struct sent_view *v)
{
	struct look k = { v->text, false };

	return mark_opener(&k, s->next, &s->lead);
}

/* Whether the stop at at has the shape; then s is set. */
static inline bool
has_shape(struct spot *s, const struct sent_view *v, size_t at)
{
	enum { ROOM = 16 }; /* more than the shape has */
	const char *p = v->text.p + at + 1;
	const char *end = v->text.p + v->text.n;
	char c = p[-1];
	size_t n = 0;

	if (at <= v->beg || end - p < ROOM || v->brackets > 0 ||
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
		p += take_opener(s, v);
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

/* A word of letters. */
struct letters {
	size_t n;
	bool capital;       /* the first is one */
	enum abbrev abbrev; /* of the list; when it is none: */
	uint64_t small;     /* of short ones: all of them, the first lowest */
};

/* The end of a word of eight letters and more: too long for an abbreviation. */
static inline bool
take_long(uint64_t x, const char *p, struct letters *l)
{
	uint64_t front = eight_load(p - 16);
	unsigned n = eight_letters_before(front);
	uint64_t upper;

	if (n == 8 || p[-9 - (ptrdiff_t)n] != ' ')
		return false;
	l->n = 8 + n;
	l->abbrev = ABBREV_NONE;
	l->small = 0;
	upper = eight_upper(x);
	if (n > 0) {
		if (upper != 0)
			return false;
		upper = eight_upper(front) >> 8 * (8 - n);
	}
	l->capital = upper != 0;
	return (upper & ~(uint64_t)0x80) == 0;
}

static inline bool
take_short(uint64_t x, unsigned n, const char *p, struct letters *l)
{
	uint64_t upper;

	if (n < 2 || p[-1 - (ptrdiff_t)n] != ' ')
		return false;
	x >>= 8 * (8 - n);
	upper = eight_upper(x);
	if ((upper & ~(uint64_t)0x80) != 0)
		return false;
	l->abbrev = abbrev_possible(x, n) ? word_abbrev_short(x) : ABBREV_NONE;
	l->n = n;
	l->capital = upper != 0;
	l->small = x | upper >> 2;
	return true;
}

/* The quick look, at a word of letters behind a blank, of which none but the
 * first is a capital. */
static inline bool
take_word(struct spot *s, const struct sent_view *v, struct letters *l)
{
	const char *p = v->text.p + s->beg;
	uint64_t x;
	unsigned n;

	if (s->beg - v->beg < 16 || v->extra != NULL)
		return false;
	x = eight_load(p - 8);
	n = eight_letters_before(x);
	if (n == 8 ? !take_long(x, p, l) : !take_short(x, n, p, l))
		return false;
	s->word = word_of_letters(p - l->n, l->n, l->capital);
	s->word_beg = s->beg - l->n;
	return true;
}

/* Any other word of letters that is no abbreviation. */
static bool
take_letters(struct spot *s, const struct sent_view *v, struct letters *l)
{
	unsigned small = word_count(s->word, KIND_LOWER);
	unsigned great = word_count(s->word, KIND_UPPER);

	l->n = s->word.s.n;
	if (l->n < 2 || small == 0 || small + great < l->n ||
	    (s->word_beg > v->beg && v->text.p[s->word_beg - 1] == '/'))
		return false;
	l->abbrev = word_abbrev(s->word, v->extra);
	l->capital = ascii_upper(s->word.s.p[0]);
	l->small = 0;
	return true;
}

/* By the class before alone. */
static int
class_answer(struct weigh *w, struct spot *s, const struct sent_view *v)
{
	if (rule_before_capital(s->before, feat_place(s, v) == 0))
		return 0;
	return weigh_capital(w, weigh_capitals(w, s, v), s, v, s->before);
}

/* Mostly the answer is the same for both classes that the word may have. */
static inline int
letters_answer(struct weigh *w, struct spot *s, const struct sent_view *v,
               struct letters l)
{
	signed char *row;
	unsigned either, common;
	int sure;

	if (l.abbrev != ABBREV_NONE) {
		s->before = (enum before)l.abbrev;
		return class_answer(w, s, v);
	}
	row = weigh_capitals(w, s, v);
	either = word_either(l.n, l.capital);
	sure = row[BEFORE_CLASSES + either] - WEIGH_ASKED;
	if (sure == -WEIGH_ASKED)
		sure = weigh_either(w, row, s, v, either);
	if (sure != 0)
		return sure;
	common = l.small != 0 ? word_common_short(l.small)
	                      : word_common(s->word);
	s->before = word_which(either, common);
	return row[s->before] - WEIGH_ASKED;
}

/* The long look, at all other words. */
static int
other_answer(struct weigh *w, struct spot *s, const struct sent_view *v)
{
	struct letters l;

	spot_word(s, v);
	if (take_letters(s, v, &l))
		return letters_answer(w, s, v, l);
	spot_before(s, v);
	return class_answer(w, s, v);
}

int
plain_answer(struct weigh *w, struct spot *s, const struct sent_view *v,
             size_t at)
{
	struct letters l;

	if (!has_shape(s, v, at))
		return PLAIN_OTHER;
	if (!take_word(s, v, &l))
		return other_answer(w, s, v);
	return letters_answer(w, s, v, l);
}
