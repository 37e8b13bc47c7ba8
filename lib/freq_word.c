/*
 * freq_word.c - the words of a text, a code point at a time.
 *
 * Rule numbers WBn are those of UAX #29, section 4.1.
 */
#include "freq_word.h"

#include "freq_link.h"
#include "freq_prop.h"
#include "utf8.h"

/* One code point of the text; n is 0 at the end. */
struct unit {
	int32_t cp;
	unsigned prop;
	size_t n;
};

/* A word from its start to `at`. */
struct walk {
	struct str text;
	unsigned rules;
	size_t at;
	unsigned prev;  /* Word_Break class before `at`, or WB_INITIALS */
	bool upper;     /* a capital is before it */
	bool joiner;    /* a ZWJ is before it */
	bool core;      /* there is a letter or a digit */
	bool letter;    /* there is a letter */
	int initials;   /* letters of an initialism so far; -1: it is none */
};

enum { WB_INITIALS = WB_CLASS }; /* the last stop of an initialism */

static struct unit
unit_at(struct str text, size_t at, unsigned rules)
{
	struct unit u = { 0 };

	if (at >= text.n)
		return u;
	u.n = utf8_next(text.p + at, text.p + text.n, &u.cp);
	u.prop = freq_prop(u.cp);
	if (rules & FREQ_UAX29)
		return u;
	if (u.cp == 0x02BC) /* an apostrophe like the others */
		u.prop = WB_MIDNUMLET;
	if (u.cp == 0x202F) /* a space: it separates */
		u.prop = WB_OTHER;
	return u;
}

static unsigned
class_of(struct unit u)
{
	return u.prop & WB_CLASS;
}

static bool
is_letter(unsigned class)
{
	return class == WB_ALETTER || class == WB_HEBREW;
}

static bool
is_alnum(unsigned class)
{
	return is_letter(class) || class == WB_NUMERIC;
}

static bool
is_extend(unsigned class)
{
	return class == WB_EXTEND || class == WB_FORMAT || class == WB_ZWJ;
}

static bool
is_hyphen(int32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

static bool
is_apostrophe(int32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == 0x02BC;
}

/* The class b goes on after a: WB5, WB8-WB10, WB13-WB13b. */
static bool
follows(unsigned a, unsigned b)
{
	if (a == WB_EXTENDNUMLET)
		return is_alnum(b) || b == WB_KATAKANA || b == WB_EXTENDNUMLET;
	if (a == WB_KATAKANA)
		return b == WB_KATAKANA || b == WB_EXTENDNUMLET;
	return is_alnum(a) && (is_alnum(b) || b == WB_EXTENDNUMLET);
}

/* One mark stands inside a word: WB6, WB7, WB7b, WB7c, WB11, WB12. */
static bool
joins_base(unsigned a, unsigned mark, unsigned b)
{
	if (a == WB_HEBREW && mark == WB_DQUOTE && b == WB_HEBREW)
		return true;
	if (mark == WB_MIDNUMLET || mark == WB_SQUOTE)
		return (is_letter(a) && is_letter(b)) ||
		       (a == WB_NUMERIC && b == WB_NUMERIC);
	return (mark == WB_MIDLETTER && is_letter(a) && is_letter(b)) ||
	       (mark == WB_MIDNUM && a == WB_NUMERIC && b == WB_NUMERIC);
}

/* The same by the rules for news: mother-in-law, F-16's, R&D. */
static bool
joins_news(const struct walk *w, struct unit mark, struct unit next)
{
	unsigned a = w->prev, b = class_of(next);
	bool stop = a == WB_INITIALS;

	if (is_hyphen(mark.cp))
		return !(w->rules & FREQ_SPLIT_HYPHENS) &&
		       (is_alnum(a) || a == WB_KATAKANA || stop) &&
		       (is_alnum(b) || b == WB_KATAKANA);
	if (is_apostrophe(mark.cp))
		return (is_alnum(a) || stop) && is_alnum(b);
	return mark.cp == '&' && is_letter(a) && w->upper && is_letter(b) &&
	       (next.prop & FREQ_UPPER);
}

static void
take(struct walk *w, struct unit u)
{
	w->prev = class_of(u);
	w->upper = (u.prop & FREQ_UPPER) != 0;
	w->joiner = false;
	w->core |= (u.prop & FREQ_CORE) != 0;
	w->letter |= (u.prop & FREQ_CORE) && w->prev != WB_NUMERIC;
	w->at += u.n;
}

/* What an initialism becomes by a mark and the unit after it: N.Y. goes on
 * over a stop, and may begin after a hyphen or &. */
static int
initials_after(const struct walk *w, struct unit mark, struct unit next)
{
	if (!is_letter(class_of(next)))
		return -1;
	if (is_hyphen(mark.cp) || mark.cp == '&')
		return 1;
	return mark.cp == '.' && w->initials > 0 ? w->initials + 1 : -1;
}

/* Goes over a mark that is inside the word or ends it. */
static bool
take_mark(struct walk *w, struct unit mark)
{
	size_t at = w->at + mark.n;
	struct unit next = unit_at(w->text, at, w->rules);
	bool news = !(w->rules & FREQ_UAX29);

	while (is_extend(class_of(next))) {
		at += next.n;
		next = unit_at(w->text, at, w->rules);
	}
	if (joins_base(w->prev, class_of(mark), class_of(next)) ||
	    (news && joins_news(w, mark, next))) {
		w->initials = initials_after(w, mark, next);
		w->at = at;
		take(w, next);
		return true;
	}
	if (w->prev == WB_HEBREW && class_of(mark) == WB_SQUOTE) { /* WB7a */
		take(w, mark);
		return true;
	}
	if (!news || mark.cp != '.' || w->initials < 2)
		return false;
	take(w, mark);
	w->prev = WB_INITIALS;
	w->initials = -1;
	return true;
}

static bool
can_be_inside(struct unit mark)
{
	switch (class_of(mark)) {
	case WB_MIDLETTER:
	case WB_MIDNUM:
	case WB_MIDNUMLET:
	case WB_SQUOTE:
	case WB_DQUOTE:
		return true;
	default:
		return is_hyphen(mark.cp) || mark.cp == '&';
	}
}

/* Moves over ASCII letters and digits after others: WB5, WB8-WB10. */
static bool
take_ascii(struct walk *w)
{
	size_t from = w->at;
	char c;

	if (!is_alnum(w->prev))
		return false;
	while (w->at < w->text.n && ascii_alnum(w->text.p[w->at]))
		w->at++;
	if (w->at == from)
		return false;
	for (size_t i = from; i < w->at && !w->letter; i++)
		w->letter = ascii_alpha(w->text.p[i]);
	c = w->text.p[w->at - 1];
	w->prev = ascii_alpha(c) ? WB_ALETTER : WB_NUMERIC;
	w->upper = ascii_upper(c);
	w->joiner = false;
	w->core = true;
	w->initials = -1;
	return true;
}

/* Moves over the next unit; false when the word ends before it. */
static bool
step(struct walk *w)
{
	struct unit u = unit_at(w->text, w->at, w->rules);
	unsigned class = class_of(u);

	if (u.n == 0)
		return false;
	if (is_extend(class)) { /* WB4 */
		w->at += u.n;
		w->joiner = class == WB_ZWJ;
		return true;
	}
	if (follows(w->prev, class)) {
		w->initials = -1;
		take(w, u);
		return true;
	}
	if (w->joiner && class == WB_PICTURE) { /* WB3c */
		take(w, u);
		return true;
	}
	return can_be_inside(u) && take_mark(w, u);
}

static bool
can_start(struct unit u)
{
	return (u.prop & FREQ_CORE) || is_alnum(class_of(u)) ||
	       class_of(u) == WB_KATAKANA || class_of(u) == WB_EXTENDNUMLET;
}

/* The word that starts with the unit u at w->at. */
static void
walk_word(struct walk *w, struct unit u)
{
	size_t end = w->at;

	if (!(w->rules & FREQ_UAX29)) {
		end = freq_url_end(w->text, w->at);
		if (end == w->at)
			end = freq_mail_end(w->text, w->at);
	}
	if (end > w->at) {
		w->at = end;
		w->core = w->letter = true;
		return;
	}
	take(w, u);
	w->initials = is_letter(w->prev) ? 1 : -1;
	while (take_ascii(w) || step(w))
		;
}

/* An @ or # at `at` that nothing word-like precedes: @handle, #tag. */
static bool
may_be_tag(struct str text, size_t at, struct unit mark)
{
	unsigned prop, class;
	int32_t cp;

	if (mark.cp != '@' && mark.cp != '#')
		return false;
	if (at == 0)
		return true;
	utf8_prev(text.p, text.p + at, &cp);
	prop = freq_prop(cp);
	class = prop & WB_CLASS;
	return !(prop & FREQ_CORE) && class != WB_EXTENDNUMLET &&
	       !is_extend(class) && cp != '@' && cp != '#' && cp != '&';
}

bool
freq_word_before(struct str text, size_t *at, size_t end, unsigned rules,
                 struct span *word)
{
	while (*at < end) {
		struct unit u = unit_at(text, *at, rules);
		struct walk w = { .text = text, .rules = rules, .at = *at };
		size_t tag = 0;

		if (!(rules & FREQ_UAX29) && may_be_tag(text, *at, u)) {
			tag = u.n;
			w.at += u.n;
			u = unit_at(text, w.at, rules);
		}
		if (!can_start(u)) {
			*at = w.at + (tag > 0 ? 0 : u.n);
			continue;
		}
		walk_word(&w, u);
		*word = (struct span){ *at + (w.letter ? 0 : tag), w.at };
		*at = w.at;
		if (w.core)
			return true;
	}
	return false;
}

bool
freq_word_next(struct str text, size_t *at, unsigned rules, struct span *word)
{
	return freq_word_before(text, at, text.n, rules, word);
}
