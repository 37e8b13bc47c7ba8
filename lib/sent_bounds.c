/* sent_bounds.c - where the words beside a stop start and end. */
#include "sent_bounds.h"

#include "sent_eight.h"
#include "utf8.h"

/* enum word_kind of each byte, a digit each; BEYOND is decided by decoding. */
static const char kinds[256 + 1] =
    "0000000000000000000000000000000000000056000000403333333333000000"
    "5111111111111111111111111110000502222222222222222222222222200000"
    "7777777777777777777777777777777777777777777777777777777777777777"
    "7777777777777777777777777777777777777777777777777777777777777777";

static enum word_kind
kind_of(char c)
{
	return (enum word_kind)(kinds[(unsigned char)c] - '0');
}

static uint64_t
one(enum word_kind kind)
{
	return (uint64_t)1 << 8 * kind;
}

/* Letters, digits and marks beyond ASCII, and the curly apostrophe. */
static bool
beyond_word(int32_t cp)
{
	enum char_class class;

	/* General punctuation is common, and slow to be classed. */
	if (cp == UTF8_BAD || (cp >= 0x2000 && cp < 0x2070))
		return cp == 0x2019;
	class = utf8_class(cp);
	return class == CHAR_UPPER || class == CHAR_LOWER ||
	       class == CHAR_LETTER || class == CHAR_MARK ||
	       class == CHAR_DIGIT;
}

/* Without apostrophes and stops at the start; a curly one too. */
static struct word
trimmed(struct word w)
{
	while (w.s.n > 0 && (w.s.p[0] == '\'' || w.s.p[0] == '.')) {
		w.form -= one(kind_of(w.s.p[0]));
		w.s = str_from(w.s, 1);
	}
	return w;
}

/* Bytes of the character that ends at at, 0 when it is none of a word. */
static size_t
beyond_before(struct str text, size_t beg, size_t at)
{
	int32_t cp;
	size_t n = utf8_prev(text.p + beg, text.p + at, &cp);

	return beyond_word(cp) ? n : 0;
}

/* Adds n letters, of which these are capitals. */
static void
add_letters(struct word *w, uint64_t upper, unsigned n)
{
	unsigned capitals = eight_count(upper);

	w->form += (uint64_t)capitals << 8 * KIND_UPPER;
	w->form += (uint64_t)(n - capitals) << 8 * KIND_LOWER;
}

/* Adds to w the letters A to Z and a to z that end at at, eight at a time, and
 * returns where they start, or where fewer than eight bytes are left. */
static size_t
letters_before(struct word *w, struct str text, size_t beg, size_t at)
{
	unsigned n = 8;

	while (n == 8 && at - beg >= 8) {
		uint64_t x = eight_load(text.p + at - 8);

		n = eight_letters_before(x);
		if (n == 0)
			break;
		add_letters(w, eight_upper(x) >> 8 * (8 - n), n);
		at -= n;
	}
	return at;
}

/* The same for those that start at at. */
static size_t
letters_after(struct word *w, struct str text, size_t at, size_t end)
{
	unsigned n = 8;

	while (n == 8 && end - at >= 8) {
		uint64_t x = eight_load(text.p + at);

		n = eight_letters_after(x);
		if (n == 0)
			break;
		add_letters(w, eight_upper(x) << 8 * (8 - n), n);
		at += n;
	}
	return at;
}

struct word
word_before(struct str text, size_t beg, size_t end)
{
	struct word w = { { NULL, 0 }, 0 };
	size_t at = end;

	if (end - beg > WORD_MAX)
		beg = end - WORD_MAX;
	at = letters_before(&w, text, beg, at);
	while (at > beg) {
		enum word_kind kind = kind_of(text.p[at - 1]);

		if (kind == KIND_BEYOND) {
			size_t n = beyond_before(text, beg, at);

			if (n == 0)
				break;
			at -= n - 1;
		} else if (kind == KIND_NONE) {
			break;
		}
		w.form += one(kind);
		at--;
	}
	w.s = (struct str){ text.p + at, end - at };
	if (at < end && !ascii_alnum(text.p[at]))
		return trimmed(w);
	return w;
}

struct word
word_after(struct str text, size_t beg)
{
	struct word w = { { text.p + beg, 0 }, 0 };
	size_t end = text.n - beg > WORD_MAX ? beg + WORD_MAX : text.n;
	size_t at = letters_after(&w, text, beg, end);

	while (at < end) {
		enum word_kind kind = kind_of(text.p[at]);
		int32_t cp;

		if (kind == KIND_NONE)
			break;
		if (kind == KIND_BEYOND) {
			size_t n = utf8_next(text.p + at, text.p + end, &cp);

			if (!beyond_word(cp))
				break;
			at += n - 1;
		}
		w.form += one(kind);
		at++;
	}
	w.s.n = at - beg;
	return w;
}
