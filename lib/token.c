/* token.c - the atoms of a text: words, numbers, marks. */
#include "token.h"

#include <stdlib.h>

#include "arena.h"
#include "utf8.h"

/* A cursor over the units of a text. */
struct scan {
	struct str text;
	size_t at;
	bool spaced, first;
	struct tokens *out;
};

/* The class of the unit at `at`; *n is its length. CHAR_OTHER at the end. */
static enum char_class
class_at(const struct scan *s, size_t at, size_t *n)
{
	int32_t cp;

	*n = 0;
	if (at >= s->text.n)
		return CHAR_OTHER;
	*n = utf8_next(s->text.p + at, s->text.p + s->text.n, &cp);
	return utf8_class(cp);
}

static char
byte_at(const struct scan *s, size_t at)
{
	return at < s->text.n ? s->text.p[at] : '\0';
}

static bool
is_letter(enum char_class c)
{
	return c == CHAR_UPPER || c == CHAR_LOWER || c == CHAR_LETTER;
}

static bool
letter_at(const struct scan *s, size_t at)
{
	size_t n;

	return is_letter(class_at(s, at, &n));
}

/* Length of an apostrophe at `at` (' or U+2019 or U+02BC), or 0. */
static size_t
apostrophe(const struct scan *s, size_t at)
{
	struct str rest = str_from(s->text, at);

	if (byte_at(s, at) == '\'')
		return 1;
	if (str_starts(rest, STR("\u2019")))
		return 3;
	return str_starts(rest, STR("\u02BC")) ? 2 : 0;
}

static struct token *
add(struct scan *s, size_t end, enum token_kind kind)
{
	struct tokens *t = s->out;
	struct token *tok;

	if (t->n == t->room) {
		t->room = t->room == 0 ? 1024 : t->room * 2;
		t->v = mem_resize(t->v, t->room, sizeof(*t->v));
	}
	tok = &t->v[t->n++];
	*tok = (struct token){ .at = { s->at, end },
		               .kind = (unsigned char)kind,
		               .spaced = s->spaced,
		               .first = s->first,
		               .ascii = true };
	s->at = end;
	s->spaced = s->first = false;
	return tok;
}

/* Fills the bits that tell of the atom's letters. */
static void
mark_case(const struct scan *s, struct token *tok)
{
	size_t upper = 0, lower = 0, n;

	for (size_t at = tok->at.beg; at < tok->at.end; at += n) {
		enum char_class c = class_at(s, at, &n);

		upper += c == CHAR_UPPER;
		lower += c == CHAR_LOWER;
		if (at == tok->at.beg)
			tok->upper = c == CHAR_UPPER;
		if (n > 1)
			tok->ascii = false;
	}
	tok->caps = upper >= 2 && lower == 0;
}

static void
add_word(struct scan *s, size_t end, enum token_kind kind, bool joined)
{
	struct token *tok = add(s, end, kind);

	tok->joined = joined;
	mark_case(s, tok);
}

/* End of letters, digits, marks and _ from at on; *digits tells whether there
 * are only digits. */
static size_t
run_end(const struct scan *s, size_t at, bool *digits)
{
	size_t n;

	*digits = true;
	for (;; at += n) {
		enum char_class c = class_at(s, at, &n);

		if (is_letter(c) || (n > 0 && s->text.p[at] == '_'))
			*digits = false;
		else if (c != CHAR_DIGIT && c != CHAR_MARK)
			return at;
	}
}

/* UAX #29, WB11 and WB12: digits stay together over . , : ' */
static size_t
number_end(const struct scan *s, size_t at)
{
	for (;;) {
		char c = byte_at(s, at);
		size_t n;
		bool digits;

		if (c != '.' && c != ',' && c != ':')
			return at;
		if (class_at(s, at + 1, &n) != CHAR_DIGIT)
			return at;
		at = run_end(s, at + 1, &digits);
		if (!digits) /* WB10: 2.3m */
			return at;
	}
}

/* X.Y. and longer from at on: single letters, each with its stop. The end, or
 * at when there are none. The last stop may be missing ("U.S"). */
static size_t
initials_end(const struct scan *s, size_t at)
{
	size_t from = at;
	int letters = 0;
	size_t n;

	for (;;) {
		if (!is_letter(class_at(s, at, &n)))
			break;
		if (byte_at(s, at + n) != '.') {
			bool digits;

			if (run_end(s, at, &digits) == at + n)
				at += n, letters++;
			break;
		}
		at += n + 1;
		letters++;
	}
	return letters >= 2 ? at : from;
}

/* The possessive 's that ends a word is an atom of its own. */
static bool
is_possessive(const struct scan *s, size_t mark, size_t length)
{
	char c = byte_at(s, mark + length);
	size_t n;
	enum char_class next = class_at(s, mark + length + 1, &n);

	return (c == 's' || c == 'S') && !is_letter(next) &&
	       next != CHAR_DIGIT && next != CHAR_MARK;
}

/* UAX #29, WB6 and WB7: an apostrophe between letters is inside the word. */
static size_t
word_end(const struct scan *s, size_t at)
{
	bool digits;

	for (;;) {
		size_t n = apostrophe(s, at);

		if (n == 0 || !letter_at(s, at + n) || is_possessive(s, at, n))
			return at;
		at = run_end(s, at + n, &digits);
	}
}

/* A hyphen or & joins what stands on both sides of it. */
static bool
joins_next(const struct scan *s, size_t mark)
{
	size_t n, next;
	enum char_class c;

	class_at(s, mark, &n);
	c = class_at(s, mark + n, &next);
	return next > 0 && (is_letter(c) || c == CHAR_DIGIT);
}

static bool
is_joiner(struct str mark)
{
	return str_eq(mark, STR("-")) || str_eq(mark, STR("\u2010")) ||
	       str_eq(mark, STR("\u2011")) || str_eq(mark, STR("&"));
}

/* The word that may start at s->at is joined to a hyphen before it. */
static bool
after_joiner(const struct scan *s)
{
	const struct token *t;

	if (s->spaced) /* as the first atom is */
		return false;
	t = &s->out->v[s->out->n - 1];
	return t->kind == TOKEN_PUNCT && t->joined;
}

static void
scan_word(struct scan *s)
{
	bool joined = after_joiner(s);
	size_t end = initials_end(s, s->at);
	bool digits;
	size_t mark;

	if (end > s->at) {
		add_word(s, end, TOKEN_INITIALS, joined);
	} else {
		end = run_end(s, s->at, &digits);
		if (digits)
			add_word(s, number_end(s, end), TOKEN_NUMBER, joined);
		else
			add_word(s, word_end(s, end), TOKEN_WORD, joined);
	}
	mark = apostrophe(s, s->at);
	if (mark > 0 && is_possessive(s, s->at, mark))
		add_word(s, s->at + mark + 1, TOKEN_WORD, true);
}

/* Bounds of a link, so that a run of a million @ stays linear. */
enum { LINK_MAX = 2048, LOCAL_ATOMS_MAX = 64 };

static bool
link_byte(char c)
{
	return (unsigned char)c > ' ' && c != '<' && c != '>' && c != '"' &&
	       c != 0x7F;
}

/* Marks that end a sentence around a link are not part of it; a link begins
 * with a letter. */
static size_t
link_end(const struct scan *s, size_t at)
{
	size_t from = at;

	while (at < s->text.n && at - from < LINK_MAX &&
	       link_byte(s->text.p[at]))
		at++;
	for (;;) {
		int32_t cp;
		size_t n = utf8_prev(s->text.p + from, s->text.p + at, &cp);

		if (utf8_letter(cp) || utf8_class(cp) == CHAR_DIGIT ||
		    cp == '/' || cp == '=' || cp == '_')
			break;
		at -= n;
	}
	return at;
}

static bool
starts_url(const struct scan *s)
{
	struct str rest = str_head(str_from(s->text, s->at), 8);

	return str_starts(rest, STR("http://")) ||
	       str_starts(rest, STR("https://")) ||
	       str_starts(rest, STR("www."));
}

/* @handle or #tag at a word's start. */
static bool
scan_handle(struct scan *s)
{
	char c = s->text.p[s->at];
	bool digits;
	size_t end;

	if ((c != '@' && c != '#') || !s->spaced)
		return false;
	end = run_end(s, s->at + 1, &digits);
	if (end == s->at + 1 || digits)
		return false;
	add(s, end, TOKEN_LINK);
	return true;
}

/* At an @ inside a run without space: the atoms before it that can be a local
 * part become the start of one link. */
static bool
scan_address(struct scan *s)
{
	struct tokens *t = s->out;
	size_t from = t->n;
	size_t end;

	if (s->text.p[s->at] != '@' || s->spaced || !letter_at(s, s->at + 1))
		return false;
	while (t->n - from < LOCAL_ATOMS_MAX) { /* the first atom is spaced */
		const struct token *tok = &t->v[from - 1];

		if (tok->kind == TOKEN_QUOTE || tok->kind == TOKEN_LINK)
			break;
		from--;
		if (tok->spaced)
			break;
	}
	end = link_end(s, s->at + 1);
	if (from == t->n || str_find(str_sub(s->text, (struct span){
	    s->at, end }), '.') == end - s->at)
		return false;
	s->at = t->v[from].at.beg;
	s->spaced = t->v[from].spaced;
	s->first = t->v[from].first;
	t->n = from;
	add(s, end, TOKEN_LINK);
	return true;
}

/* Length of the quotation mark at s->at: `` and '' are one. */
static size_t
quote_length(const struct scan *s, size_t n)
{
	char c = s->text.p[s->at];

	return (c == '\'' || c == '`') && byte_at(s, s->at + 1) == c ? 2 : n;
}

static void
scan_marks(struct scan *s, enum char_class class, size_t n)
{
	struct str mark = { s->text.p + s->at, n };
	size_t end = s->at + n;
	bool joined = !s->spaced && is_joiner(mark) &&
	              s->out->v[s->out->n - 1].kind <= TOKEN_NUMBER &&
	              joins_next(s, s->at);
	struct token *tok;

	if (class == CHAR_QUOTE) {
		add(s, s->at + quote_length(s, n), TOKEN_QUOTE);
		return;
	}
	if (class == CHAR_STOP) {
		while (class_at(s, end, &n) == CHAR_STOP)
			end += n;
		add(s, end, TOKEN_STOP);
		return;
	}
	while (!joined && str_starts(str_from(s->text, end), mark))
		end += mark.n;
	tok = add(s, end, TOKEN_PUNCT);
	tok->joined = joined;
	tok->ascii = (unsigned char)mark.p[0] < 0x80;
}

void
token_split(struct tokens *t, struct str text)
{
	struct scan s = { .text = text, .spaced = true, .first = true,
		          .out = t };
	size_t n;

	t->n = 0;
	if (str_starts(text, STR("\uFEFF"))) /* a BOM is in no word */
		s.at = 3;
	while (s.at < text.n) {
		enum char_class c = class_at(&s, s.at, &n);

		if (c == CHAR_SPACE) {
			s.spaced = true;
			s.first |= text.p[s.at] == '\n';
			s.at += n;
		} else if (is_letter(c) || c == CHAR_DIGIT || c == CHAR_MARK) {
			if (starts_url(&s) && !after_joiner(&s))
				add(&s, link_end(&s, s.at), TOKEN_LINK);
			else
				scan_word(&s);
		} else if (!scan_handle(&s) && !scan_address(&s)) {
			scan_marks(&s, c, n);
		}
	}
}

void
token_release(struct tokens *t)
{
	free(t->v);
	*t = (struct tokens){ 0 };
}
