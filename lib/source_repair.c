/* source_repair.c - damage undone that text takes on its way. */
#include "source_repair.h"

#include <string.h>

#include "arena.h"
#include "table.h"
#include "utf8.h"

enum { LAYERS_MAX = 3, WORD_MAX = 64, LEAD = '\xC3' };

/* A sequence found in the text. */
struct found {
	size_t n;       /* bytes of the text that it takes */
	char bytes[4];  /* what they encode */
	size_t nbytes;
};

unsigned char
repair_byte(int32_t cp)
{
	/* 0x80 to 0x9F without the five that are undefined. */
	static const int32_t high[32] = {
		0x20AC, 0,      0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
		0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0,      0x017D, 0,
		0,      0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
		0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0,      0x017E, 0x0178,
	};

	if (cp >= 0x80 && cp <= 0xFF)
		return (unsigned char)cp;
	for (int i = 0; cp > 0xFF && i < 32; i++)
		if (high[i] == cp)
			return (unsigned char)(0x80 + i);
	return 0;
}

static size_t
sequence_length(unsigned char lead)
{
	return lead < 0xC2 || lead > 0xF4 ? 0
	       : lead < 0xE0              ? 2
	       : lead < 0xF0              ? 3
	                                  : 4;
}

/* Reads one sequence at the start of s: as many characters as its lead asks
 * for, whose bytes decode to one code point that is no control. */
static bool
read_sequence(struct str s, struct found *f)
{
	const char *end = s.p + s.n;
	size_t need = 1;
	int32_t cp;

	f->n = f->nbytes = 0;
	while (f->nbytes < need) {
		unsigned char c;

		if (f->n == s.n)
			return false;
		f->n += utf8_next(s.p + f->n, end, &cp);
		c = repair_byte(cp);
		if (c == 0)
			return false;
		f->bytes[f->nbytes++] = (char)c;
		if (f->nbytes == 1 && (need = sequence_length(c)) == 0)
			return false;
	}
	return utf8_next(f->bytes, f->bytes + need, &cp) == need &&
	       cp >= 0xA0;
}

/* Rows that news text does not have by chance: A with tilde or circumflex and
 * no quotation mark (Latin-1), a circumflex with the euro sign and its like
 * (general punctuation, currency, letterlike, arrows, mathematics, dingbats),
 * eth with Y diaeresis (emoji). A capital before a quotation mark, or a letter
 * before a quotation mark and a dash, could also be one of another block. */
static bool
is_sure(const struct found *f)
{
	static const char second[] =
		"\x80\x82\x84\x86\x88\x98\x99\x9A\x9B\x9C\x9D";

	switch ((unsigned char)f->bytes[0]) {
	case 0xC2:
		return true;
	case 0xC3:
		return memchr("\x91\x92\x93\x94", f->bytes[1], 4) == NULL;
	case 0xE2:
		return memchr(second, f->bytes[1], sizeof(second) - 1) != NULL;
	case 0xF0:
		return f->bytes[1] == '\x9F';
	default:
		return false;
	}
}

/* A closing quotation mark whose last byte, undefined in windows-1252, was
 * lost: a circumflex and the euro sign before no letter. */
static bool
read_cut_off(struct str s, struct found *f)
{
	static const struct str head = { "\xC3\xA2\xE2\x82\xAC", 5 };
	static const struct str replaced = { "\xEF\xBF\xBD", 3 };
	struct str rest = str_from(s, head.n);

	if (!str_starts(s, head))
		return false;
	*f = (struct found){ head.n, "\xE2\x80\x9D", 3 };
	if (str_starts(rest, replaced))
		f->n += replaced.n;
	else if (rest.n > 0 && ((unsigned char)rest.p[0] >= 0x80 ||
	                        ascii_alnum(rest.p[0])))
		return false;
	return true;
}

/* Whether the sequence that text ends with, from at on, has letters on both
 * sides. A quotation mark, dash or no-break space could be the text's own,
 * behind a capital that has an accent. */
static bool
is_inside(struct str text, size_t at, struct str next)
{
	static const char marks[] = "\x91\x92\x93\x94\x96\x97\xA0";

	return text.n - at == 2 && at > 0 && ascii_alpha(text.p[at - 1]) &&
	       next.n > 0 && ascii_alpha(next.p[0]) &&
	       memchr(marks, text.p[at + 1], sizeof(marks) - 1) == NULL;
}

/* Adds what the row of sequences at the start of s encodes: bytes of s that it
 * takes, 0 when it is none. Two in a row, or one inside a word, are no chance;
 * neither is any where the document has sure ones. */
static size_t
undo_row(struct buf *b, struct str s, bool proven)
{
	size_t start = b->n;
	size_t at = 0;
	size_t count = 0;
	struct found f;

	while (at < s.n && read_sequence(str_from(s, at), &f)) {
		proven |= is_sure(&f);
		buf_add(b, (struct str){ f.bytes, f.nbytes });
		at += f.n;
		count++;
	}
	if (count == 1)
		proven |= is_inside(buf_str(b), start, str_from(s, at));
	if (count > 1 || (count == 1 && proven))
		return at;
	b->n = start;
	if (!read_cut_off(s, &f))
		return 0;
	buf_add(b, (struct str){ f.bytes, f.nbytes });
	return f.n;
}

/* The leads, U+00C2 to U+00F4, all begin with the byte C3 in UTF-8. */
static bool
has_sure(struct str text)
{
	struct found f;

	for (size_t at = str_find(text, LEAD); at < text.n;
	     at += 1 + str_find(str_from(text, at + 1), LEAD))
		if (read_sequence(str_from(text, at), &f) && is_sure(&f))
			return true;
	return false;
}

bool
repair_mojibake(struct buf *b, struct str text)
{
	bool proven = has_sure(text);
	bool found = false;

	while (text.n > 0) {
		size_t n = str_find(text, LEAD);

		buf_add(b, str_head(text, n));
		text = str_from(text, n);
		if (text.n == 0)
			break;
		n = undo_row(b, text, proven);
		found |= n > 0;
		if (n == 0) {
			buf_char(b, text.p[0]);
			n = 1;
		}
		text = str_from(text, n);
	}
	return found;
}

static bool
is_word_byte(char c)
{
	return ascii_alpha(c) || (unsigned char)c >= 0x80;
}

static size_t
word_after(struct str s, size_t at)
{
	size_t n = 0;

	while (at + n < s.n && is_word_byte(s.p[at + n]))
		n++;
	return n;
}

static size_t
word_before(struct str s, size_t at)
{
	size_t n = 0;

	while (n < at && is_word_byte(s.p[at - n - 1]))
		n++;
	return n;
}

static struct str
fold(char word[WORD_MAX], struct str a, struct str b)
{
	size_t n = 0;

	for (size_t i = 0; i < a.n; i++)
		word[n++] = ascii_fold(a.p[i]);
	for (size_t i = 0; i < b.n; i++)
		word[n++] = ascii_fold(b.p[i]);
	return (struct str){ word, n };
}

/* The next hyphen from *at on that ends a line between two parts of a word;
 * *word becomes the folded word, *next where its second part begins. */
static bool
next_hyphen(struct str s, size_t *at, char word[WORD_MAX], struct str *folded,
            size_t *next)
{
	for (;; *at += 1) {
		size_t left, right, line;

		*at += str_find(str_from(s, *at), '-');
		if (*at >= s.n)
			return false;
		line = *at + 1;
		line += line < s.n && s.p[line] == '\r';
		if (line >= s.n || s.p[line] != '\n')
			continue;
		*next = line + 1;
		left = word_before(s, *at);
		right = word_after(s, *next);
		if (left == 0 || right == 0 || left + right > WORD_MAX ||
		    ascii_upper(s.p[*next]))
			continue;
		*folded = fold(word, (struct str){ s.p + *at - left, left },
		               (struct str){ s.p + *next, right });
		return true;
	}
}

/* Marks the words of the table that the text has in one piece. */
static void
mark_words(struct table *t, struct str text)
{
	char word[WORD_MAX];

	for (size_t at = 0; at < text.n;) {
		size_t n = word_after(text, at);
		struct str found = { text.p + at, n };
		struct table_slot *slot = NULL;

		if (n > 0 && n <= WORD_MAX)
			slot = table_find(t, fold(word, found, STR("")));
		if (slot != NULL)
			slot->value = 1;
		at += n > 0 ? n : 1;
	}
}

static void
collect(struct table *t, struct arena *a, struct str text)
{
	char word[WORD_MAX];
	struct str folded;
	size_t at = 0;
	size_t next;

	for (; next_hyphen(text, &at, word, &folded, &next); at = next) {
		bool fresh;
		struct table_slot *slot = table_add(t, folded, &fresh);

		if (fresh)
			slot->key = arena_dup(a, folded);
	}
	if (t->n > 0)
		mark_words(t, text);
}

bool
repair_hyphens(struct buf *b, struct str text)
{
	struct table t = { 0 };
	struct arena a = { 0 };
	char word[WORD_MAX];
	struct str folded;
	size_t done = 0;
	size_t at = 0;
	size_t next;

	collect(&t, &a, text);
	for (; next_hyphen(text, &at, word, &folded, &next); at = next) {
		if (table_find(&t, folded)->value == 0)
			continue;
		buf_add(b, str_sub(text, (struct span){ done, at }));
		done = next;
	}
	if (done > 0)
		buf_add(b, str_from(text, done));
	table_release(&t);
	arena_release(&a);
	return done > 0;
}

struct str
repair_text(struct buf spare[2], struct str text)
{
	size_t use = 0;

	for (int layer = 0; layer < LAYERS_MAX; layer++) {
		buf_clear(&spare[use]);
		if (str_find(text, LEAD) == text.n ||
		    !repair_mojibake(&spare[use], text))
			break;
		text = buf_str(&spare[use]);
		use = 1 - use;
	}
	buf_clear(&spare[use]);
	if (str_find(text, '-') < text.n && repair_hyphens(&spare[use], text))
		text = buf_str(&spare[use]);
	return text;
}
