/* clean_fact.c - what can be counted in a line. */
#include "clean_fact.h"

#include <string.h>

/* One letter a byte below 0x80: s white space, u capital, l small, d digit,
 * p the rest. Bytes above are letters but for the symbols of high_symbol(). */
static const char ascii_class[] =
	"pppppppppssssspppppppppppppppppp"
	"spppppppppppppppddddddddddpppppp"
	"puuuuuuuuuuuuuuuuuuuuuuuuuuppppp"
	"pllllllllllllllllllllllllllppppp";

struct scan {
	struct str s;
	size_t at;
	struct clean_facts *f;
	struct clean_words *words;
};

static unsigned
byte_at(struct str s, size_t at)
{
	return at < s.n ? (unsigned char)s.p[at] : 0;
}

static char
class_of(unsigned byte)
{
	return byte < 0x80 ? ascii_class[byte] : 'h';
}

/* Length of the punctuation or symbol of two to four bytes at at, 0 when a
 * letter is there: U+0080-00BF, U+2000-2BFF, U+3000-303F, U+FE00-FEFF and
 * above U+FFFF. */
static size_t
high_symbol(struct str s, size_t at)
{
	switch (byte_at(s, at)) {
	case 0xC2:
		return 2;
	case 0xE2:
		return byte_at(s, at + 1) < 0xB0 ? 3 : 0;
	case 0xE3:
		return byte_at(s, at + 1) == 0x80 ? 3 : 0;
	case 0xEF:
		return byte_at(s, at + 1) >= 0xB8 ? 3 : 0;
	case 0xF0:
		return 4;
	default:
		return 0;
	}
}

/* Length of the white space at at: ASCII, NBSP, U+2000-200F (zero width and
 * directional marks too), U+3000, BOM. */
static size_t
blank_at(struct str s, size_t at)
{
	unsigned first = byte_at(s, at);
	struct str rest;

	if (first < 0x80)
		return at < s.n && class_of(first) == 's';
	rest = str_from(s, at);
	if (str_starts(rest, STR("\xC2\xA0")))
		return 2;
	if (str_starts(rest, STR("\xE2\x80")) && byte_at(rest, 2) < 0x90)
		return 3;
	if (str_starts(rest, STR("\xE3\x80\x80")) ||
	    str_starts(rest, STR("\xEF\xBB\xBF")))
		return 3;
	return 0;
}

static size_t
skip_blanks(struct str s, size_t at)
{
	size_t n;

	while (at < s.n && (n = blank_at(s, at)) > 0)
		at += n;
	return at < s.n ? at : s.n;
}

/* The same from the end back: NBSP and ASCII white space only. */
static struct str
trim_end(struct str s)
{
	for (;;) {
		if (s.n > 0 && class_of((unsigned char)s.p[s.n - 1]) == 's')
			s.n--;
		else if (s.n > 1 && (s.p[s.n - 1] & 0x80) != 0 &&
		         str_ends(s, STR("\xC2\xA0")))
			s.n -= 2;
		else
			return s;
	}
}

uint32_t
clean_word(struct str word)
{
	uint32_t h = 0x811C9DC5U; /* FNV-1a */

	for (size_t i = 0; i < word.n; i++)
		h = (h ^ (unsigned char)ascii_fold(word.p[i])) * 0x01000193U;
	return h;
}

static bool
word_byte(struct str s, size_t at)
{
	switch (class_of(byte_at(s, at))) {
	case 'u':
	case 'l':
	case 'd':
		return true;
	case 'h':
		return high_symbol(s, at) == 0;
	default:
		return false;
	}
}

/* A year of four digits, 19xx or 20xx. */
static bool
is_year(struct str w)
{
	return w.n == 4 && (str_starts(w, STR("19")) ||
	                    str_starts(w, STR("20")));
}

static bool
is_said(struct str w)
{
	return w.n == 4 && (memcmp(w.p, "said", 4) == 0 ||
	                    memcmp(w.p, "says", 4) == 0);
}

static void
count_word(struct scan *sc, struct str w, size_t upper, size_t digit)
{
	struct clean_facts *f = sc->f;
	char first = class_of((unsigned char)*w.p);

	f->words++;
	if (digit == w.n) {
		f->numbers++;
		f->year = f->year || is_year(w);
	} else if (first == 'u') {
		f->caps++;
		f->uppers += w.n > 1 && upper == w.n;
	} else {
		f->said = f->said || is_said(w);
	}
}

static void
add_word(struct scan *sc, uint32_t h)
{
	struct clean_facts *f = sc->f;

	sc->words->v[sc->words->n++] = h;
	if (f->words == 1)
		f->first = h;
	else if (f->words == 2)
		f->second = h;
	f->last = h;
	f->hash = (f->hash ^ h) * 0x9E3779B97F4A7C15U;
}

/* "'s" and "'t" belong to the word before them. */
static void
skip_apostrophe(struct scan *sc)
{
	size_t at = sc->at;

	if (byte_at(sc->s, at) == '\'')
		at++;
	else if (byte_at(sc->s, at) != 0xE2)
		return;
	else if (str_starts(str_from(sc->s, at), STR("\u2019")))
		at += 3;
	else
		return;
	if (class_of(byte_at(sc->s, at)) != 'l')
		return;
	while (class_of(byte_at(sc->s, at)) == 'l')
		at++;
	sc->at = at;
}

static void
scan_word(struct scan *sc)
{
	size_t start = sc->at, at = start, upper = 0, digit = 0;
	uint32_t h = 0x811C9DC5U;
	char before = 'p';

	for (; at < sc->s.n && word_byte(sc->s, at); at++) {
		unsigned byte = (unsigned char)sc->s.p[at];
		char c = class_of(byte);

		upper += c == 'u';
		digit += c == 'd';
		sc->f->glued += c == 'u' && before == 'l';
		before = c;
		h = (h ^ (c == 'u' ? byte | 0x20 : byte)) * 0x01000193U;
	}
	sc->at = at;
	count_word(sc, (struct str){ sc->s.p + start, at - start }, upper,
	           digit);
	add_word(sc, h);
	skip_apostrophe(sc);
}

/* A stop inside: white space and then no small letter follow. */
static bool
stop_inside(struct str s, size_t at)
{
	if (class_of(byte_at(s, at)) == 'p' && at < s.n)
		at++; /* a closing mark */
	return class_of(byte_at(s, at)) == 's' &&
	       class_of(byte_at(s, at + 1)) != 'l' && at + 1 < s.n;
}

static void
scan_ascii(struct scan *sc)
{
	struct clean_facts *f = sc->f;
	unsigned c = (unsigned char)sc->s.p[sc->at++];

	switch (c) {
	case ',':
	case ';':
		f->commas++;
		break;
	case '.':
	case '!':
	case '?':
		f->stops += stop_inside(sc->s, sc->at);
		break;
	case '"':
		f->quotes++;
		break;
	case '|':
	case '>':
		f->bars++;
		break;
	case ':':
		f->link = f->link || byte_at(sc->s, sc->at) == '/';
		break;
	default:
		f->symbols += class_of(c) == 'p' && c != '\'' && c != '-';
		break;
	}
}

static void
scan_high(struct scan *sc, size_t n)
{
	struct str c = str_head(str_from(sc->s, sc->at), n);

	if (str_eq(c, STR("\u201C")) || str_eq(c, STR("\u201D")))
		sc->f->quotes++;
	else if (str_eq(c, STR("\u00B7")) || str_eq(c, STR("\u2022")) ||
	         str_eq(c, STR("\u00BB")) || str_eq(c, STR("\u203A")))
		sc->f->bars++;
	else if (byte_at(c, 0) != 0xE2 || byte_at(c, 1) != 0x80)
		sc->f->symbols++;
	sc->at += c.n;
}

static void
scan_text(struct scan *sc)
{
	while (sc->at < sc->s.n) {
		char c = class_of((unsigned char)sc->s.p[sc->at]);

		if (c == 's')
			sc->at++;
		else if (word_byte(sc->s, sc->at))
			scan_word(sc);
		else if (c == 'p')
			scan_ascii(sc);
		else
			scan_high(sc, high_symbol(sc->s, sc->at));
	}
}

/* Length of a list or heading mark, with the blanks after it; 0: none. */
static size_t
mark_at(struct str s, struct clean_facts *f)
{
	size_t n = 0;

	while (n < s.n && s.p[n] == '#' && n < 6)
		n++;
	if (n > 0 && class_of(byte_at(s, n)) == 's') {
		f->lead = LEAD_HEADING;
		f->level = (uint8_t)n;
		return skip_blanks(s, n);
	}
	n = high_symbol(s, 0);
	if (n == 0 && s.n > 1 && memchr("*-+oO", *s.p, 5) != NULL)
		n = 1;
	if (n == 0 || blank_at(s, n) == 0 || n >= s.n)
		return 0;
	if (f->lead != LEAD_HEADING)
		f->lead = LEAD_BULLET;
	return skip_blanks(s, n);
}

static uint8_t
plain_lead(struct str s)
{
	switch (class_of(byte_at(s, 0))) {
	case 'u':
		return LEAD_CAPITAL;
	case 'l':
		return LEAD_SMALL;
	case 'd':
		return LEAD_DIGIT;
	case 'h':
		if (str_starts(s, STR("\u201C")) ||
		    str_starts(s, STR("\u2018")))
			return LEAD_QUOTE;
		return high_symbol(s, 0) > 0 ? LEAD_OTHER : LEAD_CAPITAL;
	default:
		if (memchr("\"'", s.p[0], 2) != NULL)
			return LEAD_QUOTE;
		if (memchr("([{<", s.p[0], 4) != NULL)
			return LEAD_BRACKET;
		return memchr("|/>", s.p[0], 3) ? LEAD_BAR : LEAD_OTHER;
	}
}

/* Without closing marks; true in *bracket when a bracket was among them. */
static struct str
trim_closers(struct str s, bool *bracket)
{
	*bracket = false;
	for (;;) {
		if (s.n > 0 && memchr("\"'*_)]", s.p[s.n - 1], 6) != NULL) {
			char c = s.p[--s.n];

			*bracket = *bracket || c == ')' || c == ']';
		} else if (str_ends(s, STR("\u201D")) ||
		           str_ends(s, STR("\u2019"))) {
			s.n -= 3;
		} else {
			return trim_end(s);
		}
	}
}

static uint8_t
tail_of(struct str s)
{
	bool bracket;
	char c;

	s = trim_closers(s, &bracket);
	if (s.n == 0)
		return bracket ? TAIL_BRACKET : TAIL_OTHER;
	c = s.p[s.n - 1];
	if (str_ends(s, STR("...")) || str_ends(s, STR("\u2026")))
		return TAIL_MORE;
	if (c == '.')
		return TAIL_STOP;
	if (c == '?' || c == '!')
		return TAIL_ASK;
	if (bracket)
		return TAIL_BRACKET;
	if (c == ':')
		return TAIL_COLON;
	if (c == ',' || c == ';')
		return TAIL_COMMA;
	if (ascii_digit(c))
		return TAIL_DIGIT;
	return word_byte(s, s.n - 1) ? TAIL_LETTER : TAIL_OTHER;
}

struct str
clean_trim(struct str s)
{
	s = trim_end(s);
	return str_from(s, skip_blanks(s, 0));
}

struct str
clean_unmark(struct str s)
{
	struct clean_facts f = { 0 };
	size_t n;

	while ((n = mark_at(s, &f)) > 0)
		s = str_from(s, n);
	return s;
}

bool
clean_marked(struct str s)
{
	struct clean_facts f = { 0 };

	return mark_at(s, &f) > 0;
}

struct clean_facts
clean_facts(struct str s, struct clean_words *words)
{
	struct clean_facts f = { .lead = LEAD_OTHER };
	struct scan sc = { .f = &f, .words = words };
	size_t n;

	while ((n = mark_at(s, &f)) > 0)
		s = str_from(s, n);
	if (f.lead == LEAD_OTHER)
		f.lead = plain_lead(s);
	f.tail = tail_of(s);
	f.bytes = (uint32_t)s.n;
	f.word_at = (uint32_t)words->n;
	sc.s = s;
	scan_text(&sc);
	return f;
}
