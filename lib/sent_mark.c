/* sent_mark.c - the marks around the end of a sentence. */
#include "sent_mark.h"

#include "utf8.h"

/* The last byte of U+2000 to U+203F; 0 for anything else. */
static unsigned char
general(struct look *k, size_t at)
{
	if (look_at(k, at) != '\xE2' || look_at(k, at + 1) != '\x80')
		return 0;
	return (unsigned char)look_at(k, at + 2);
}

size_t
mark_terminator(struct look *k, size_t at)
{
	char c = look_at(k, at);

	if (c == '.' || c == '!' || c == '?')
		return 1;
	return general(k, at) == 0xA6 ? 3 : 0;
}

size_t
mark_closer(struct look *k, size_t at, enum mark_close *close)
{
	*close = CLOSE_DOUBLE;
	switch (look_at(k, at)) {
	case '"':
		return 1;
	case '\'':
		if (look_at(k, at + 1) == '\'')
			return 2;
		*close = CLOSE_SINGLE;
		return 1;
	case ')':
	case ']':
	case '}':
		*close = CLOSE_BRACKET;
		return 1;
	case '\xC2': /* » */
		return look_at(k, at + 1) == '\xBB' ? 2 : 0;
	}
	switch (general(k, at)) {
	case 0x99: /* ’ */
	case 0xBA: /* › */
		*close = CLOSE_SINGLE;
		return 3;
	case 0x9D: /* ” */
		return 3;
	}
	return 0;
}

/* Bytes of one thing inside a citation: a digit, a space, a dash, a comma. */
static size_t
cited(struct look *k, size_t at)
{
	char c = look_at(k, at);

	if (ascii_digit(c) || c == ' ' || c == ',' || c == '-')
		return 1;
	return general(k, at) == 0x93 ? 3 : 0;
}

/* [a], [citation needed], [clarification needed] */
static bool
cited_word(struct str inside)
{
	return (inside.n == 1 && ascii_lower(inside.p[0])) ||
	       str_ends(inside, STR(" needed"));
}

/* Bytes of a raised digit: U+00B2, U+00B3, U+00B9, U+2070 to U+2079. */
static size_t
raised_digit(struct look *k, size_t at)
{
	char c = look_at(k, at);
	unsigned char next;

	if (c != '\xC2' && c != '\xE2')
		return 0;
	next = (unsigned char)look_at(k, at + 1);
	if (c == '\xC2')
		return next == 0xB2 || next == 0xB3 || next == 0xB9 ? 2 : 0;
	if (next != 0x81)
		return 0;
	next = (unsigned char)look_at(k, at + 2);
	return next >= 0xB0 && next <= 0xB9 ? 3 : 0;
}

size_t
mark_citation(struct look *k, size_t at)
{
	enum { CITE_MAX = 24 };
	size_t end = at + 1;
	size_t n = raised_digit(k, at);

	if (n > 0 || look_at(k, at) != '[')
		return n;
	while (end - at < CITE_MAX && (n = cited(k, end)) > 0)
		end += n;
	if (look_at(k, end) == ']')
		return end - at > 1 ? end + 1 - at : 0;
	while (end - at < CITE_MAX && (ascii_lower(look_at(k, end)) ||
	                               look_at(k, end) == ' '))
		end++;
	if (look_at(k, end) != ']' ||
	    !cited_word(str_sub(k->text, (struct span){ at + 1, end })))
		return 0;
	return end + 1 - at;
}

size_t
mark_opener(struct look *k, size_t at, enum mark_lead *lead)
{
	*lead = LEAD_QUOTE;
	switch (look_at(k, at)) {
	case '"':
	case '\'':
	case '`':
		return 1;
	case '(':
	case '[':
	case '{':
		*lead = LEAD_BRACKET;
		return 1;
	case '\xC2': /* « */
		return look_at(k, at + 1) == '\xAB' ? 2 : 0;
	}
	switch (general(k, at)) {
	case 0x98: /* ‘ */
	case 0x9C: /* “ */
	case 0x9E: /* „ */
	case 0xB9: /* ‹ */
		return 3;
	}
	return 0;
}

size_t
mark_space(struct look *k, size_t at)
{
	char c = look_at(k, at);
	int32_t cp;
	size_t n;

	if (ascii_space(c))
		return 1;
	if (c != '\xC2' && c != '\xE2' && c != '\xE3')
		return 0;
	look_at(k, at + (c == '\xC2' ? 1 : 2));
	if (c == '\xE2' && general(k, at) >= 0x90 && general(k, at) < 0xA8)
		return 0; /* U+2010 to U+2027: dashes, quotation marks */
	n = utf8_next(k->text.p + at, k->text.p + k->text.n, &cp);
	return cp != UTF8_BAD && utf8_class(cp) == CHAR_SPACE ? n : 0;
}

char
mark_byte(struct look *k, size_t at)
{
	char c = look_at(k, at);

	if ((unsigned char)c >= 0xC0)
		look_at(k, at + 3); /* it may be cut, and be a letter */
	if (c == '\xC2') /* · £ */
		return look_at(k, at + 1) == '\xB7' ? '*'
		       : look_at(k, at + 1) == '\xA3' ? '$' : c;
	if (c != '\xE2')
		return c;
	switch (general(k, at)) {
	case 0x93:
	case 0x94:
		return '-';
	case 0xA2:
		return '*';
	case 0xA6:
		return '.';
	}
	if (look_at(k, at + 1) == '\x81') /* ⁃ */
		return look_at(k, at + 2) == '\x83' ? '*' : c;
	if (look_at(k, at + 1) == '\x82') /* € */
		return look_at(k, at + 2) == '\xAC' ? '$' : c;
	return c;
}
