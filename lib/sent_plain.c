/* sent_plain.c - the commonest ends of a sentence, told by the word before. */
#include "sent_plain.h"

#include <string.h>

#include "sent_rule.h"

size_t
plain_closer(const char *p, const char *end)
{
	if (p < end && *p == '"')
		return 1;
	return end - p >= 3 && memcmp(p, "\xE2\x80\x9D", 3) == 0 ? 3 : 0;
}

size_t
plain_end(const struct sent_view *v, size_t at)
{
	const char *p = v->text.p + at + 1;
	const char *end = v->text.p + v->text.n;

	if (v->item.number > 0 || v->brackets > 0 || at <= v->beg ||
	    !ascii_alpha(p[-2]))
		return 0;
	if (p < end && *p != ' ')
		p += plain_closer(p, end);
	if (end - p < 4 || p[0] != ' ' || !ascii_upper(p[1]))
		return 0;
	if (ascii_lower(p[2]) ? p[3] == '.'
	                      : p[2] != ' ' || (p[1] != 'A' && p[1] != 'I'))
		return 0;
	return (size_t)(p - v->text.p);
}

struct judge {
	struct feat_range *range;
	const struct model *model;
	const struct sent_view *view;
};

static int
answer(const struct judge *j, struct spot *s, enum before before)
{
	s->before = before;
	return feat_sure_capital(j->range, j->model, s, j->view);
}

/* The word is one of letters, and no abbreviation: of two classes, which
 * common.txt tells when the answers differ. */
static bool
is_either(const struct judge *j, const struct spot *s, enum before either[2])
{
	const struct sent_view *v = j->view;

	return word_either(s->word, either) &&
	       (s->word_beg == v->beg || v->text.p[s->word_beg - 1] != '/') &&
	       word_abbrev(s->word, v->extra) == ABBREV_NONE;
}

static int
answer_either(const struct judge *j, struct spot *s,
              const enum before either[2])
{
	int first = answer(j, s, either[0]);
	int second = answer(j, s, either[1]);

	return first == second || !word_is_first(s->word) ? second : first;
}

int
plain_answer(struct feat_range *r, const struct model *m,
             const struct sent_view *v, struct span gap)
{
	struct judge j = { r, m, v };
	char c = v->text.p[gap.beg];
	enum before either[2];
	struct spot spot;

	spot.beg = gap.beg;
	spot.stop = c == '.'   ? STOP_POINT
	            : c == '!' ? STOP_BANG
	                       : STOP_QUERY;
	spot.close = gap.end - gap.beg > 1 ? CLOSE_DOUBLE : CLOSE_NONE;
	spot_word(&spot, v);
	if (is_either(&j, &spot, either))
		return answer_either(&j, &spot, either);
	spot_before(&spot, v);
	return rule_possible_word(spot.before)
	       ? 0 : answer(&j, &spot, spot.before);
}
