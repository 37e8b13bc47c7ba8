/* str.c - a view of bytes that someone else owns, and spans of a document. */
#include "str.h"

#include <string.h>

struct str
str_of(const char *s)
{
	return (struct str){ s, s == NULL ? 0 : strlen(s) };
}

struct str
str_sub(struct str text, struct span at)
{
	if (at.beg >= at.end)
		return (struct str){ NULL, 0 };
	return (struct str){ text.p + at.beg, at.end - at.beg };
}

struct str
str_from(struct str s, size_t at)
{
	if (at >= s.n)
		return (struct str){ NULL, 0 };
	return (struct str){ s.p + at, s.n - at };
}

struct str
str_head(struct str s, size_t n)
{
	return (struct str){ s.p, n < s.n ? n : s.n };
}

bool
str_eq(struct str a, struct str b)
{
	return a.n == b.n && (a.n == 0 || memcmp(a.p, b.p, a.n) == 0);
}

int
str_cmp(struct str a, struct str b)
{
	size_t n = a.n < b.n ? a.n : b.n;
	int order = n == 0 ? 0 : memcmp(a.p, b.p, n);

	if (order != 0)
		return order;
	return (a.n > b.n) - (a.n < b.n);
}

bool
str_starts(struct str s, struct str prefix)
{
	return s.n >= prefix.n && str_eq(str_head(s, prefix.n), prefix);
}

bool
str_ends(struct str s, struct str suffix)
{
	return s.n >= suffix.n && str_eq(str_from(s, s.n - suffix.n), suffix);
}

bool
str_eq_ascii(struct str a, struct str b)
{
	if (a.n != b.n)
		return false;
	for (size_t i = 0; i < a.n; i++)
		if (ascii_fold(a.p[i]) != ascii_fold(b.p[i]))
			return false;
	return true;
}

size_t
str_find(struct str s, char c)
{
	const char *at = s.n == 0 ? NULL : memchr(s.p, c, s.n);

	return at == NULL ? s.n : (size_t)(at - s.p);
}

size_t
str_find_str(struct str s, struct str part)
{
	if (part.n == 0)
		return 0;
	for (size_t i = 0; part.n <= s.n && i <= s.n - part.n; i++) {
		i += str_find(str_from(s, i), part.p[0]);
		if (str_starts(str_from(s, i), part))
			return i;
	}
	return s.n;
}

struct str
str_cut(struct str *rest, char sep)
{
	size_t at = str_find(*rest, sep);
	struct str head = str_head(*rest, at);

	*rest = str_from(*rest, at + 1);
	return head;
}

struct span
span_trim(struct str text, struct span at)
{
	while (at.beg < at.end && ascii_space(text.p[at.beg]))
		at.beg++;
	while (at.end > at.beg && ascii_space(text.p[at.end - 1]))
		at.end--;
	return at;
}

struct str
str_trim(struct str s)
{
	return str_sub(s, span_trim(s, (struct span){ 0, s.n }));
}

bool
next_line(struct str text, size_t *at, struct span *line)
{
	if (*at >= text.n)
		return false;
	line->beg = *at;
	line->end = *at + str_find(str_from(text, *at), '\n');
	*at = line->end + 1;
	return true;
}

struct span
line_content(struct str text, struct span line)
{
	if (line.end > line.beg && text.p[line.end - 1] == '\r')
		line.end--;
	return line;
}

bool
str_number(struct str s, uint64_t *value)
{
	uint64_t n = 0;

	if (s.n == 0)
		return false;
	for (size_t i = 0; i < s.n; i++) {
		uint64_t digit = (uint64_t)(s.p[i] - '0');

		if (!ascii_digit(s.p[i]) || n > (UINT64_MAX - digit) / 10)
			return false;
		n = n * 10 + digit;
	}
	*value = n;
	return true;
}
