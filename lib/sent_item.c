/* sent_item.c - list marks inside a line. */
#include "sent_item.h"

enum { DIGITS_MAX = 3 };

static size_t
skip_bullet(struct look *k, size_t at)
{
	char c = look_at(k, at);

	if (mark_byte(k, at) != '*')
		return at;
	at += c == '\xE2' ? 3 : c == '\xC2' ? 2 : 1;
	return look_at(k, at) == ' ' ? at + 1 : at;
}

static size_t
read_name(struct item *m, struct look *k, size_t at)
{
	size_t beg = at;
	char c = look_at(k, at);

	if (ascii_lower(c)) {
		m->letter = true;
		m->number = (unsigned)(c - 'a') + 1;
		return at + 1;
	}
	while (at - beg < DIGITS_MAX && ascii_digit(look_at(k, at)))
		m->number = m->number * 10 + (unsigned)(k->text.p[at++] - '0');
	return at;
}

struct item
item_read(struct look *k, size_t at, size_t *end)
{
	static const struct item none = { 0 };
	struct item m = { 0 };
	size_t beg = skip_bullet(k, at);

	m.bullet = beg > at;
	at = read_name(&m, k, beg);
	if (at == beg)
		return none;
	m.point = look_at(k, at) == '.';
	at += m.point;
	m.bracket = look_at(k, at) == ')';
	at += m.bracket;
	if ((!m.point && !m.bracket) || look_at(k, at) != ' ')
		return none;
	*end = at;
	return m;
}

/* Where the mark starts whose "." or ")" is at at. */
static size_t
mark_start(const struct item *first, struct look *k, size_t beg, size_t at)
{
	size_t max = at > beg + ITEM_MAX ? at - ITEM_MAX : beg;

	while (at > max && ascii_alnum(k->text.p[at - 1]))
		at--;
	if (!first->bullet)
		return at;
	while (at > max && !ascii_alnum(k->text.p[at - 1]) &&
	       mark_byte(k, at) != '*')
		at--;
	return at;
}

bool
item_follows(const struct item *first, struct look *k, size_t beg,
             struct span *at)
{
	size_t start = mark_start(first, k, beg, at->beg);
	struct item m;
	size_t end = 0;

	if (start <= beg || !ascii_space(k->text.p[start - 1]))
		return false;
	m = item_read(k, start, &end);
	if (m.number != first->number + 1 || m.letter != first->letter ||
	    m.bullet != first->bullet || m.point != first->point ||
	    m.bracket != first->bracket)
		return false;
	*at = (struct span){ start, start };
	while (at->beg > beg && start - at->beg < ITEM_GAP &&
	       ascii_space(k->text.p[at->beg - 1]))
		at->beg--;
	return at->beg > beg && start - at->beg < ITEM_GAP;
}
