/* source_scan.c - one JSON object, scanned for the values of some keys. */
#include "source_scan.h"

#include <string.h>

#include "utf8.h"

enum expect { EXPECT_KEY, EXPECT_VALUE, EXPECT_MORE };

/* An escape is at most six times as long as what it stands for. */
enum { ESCAPED_MAX = 6 * JSON_KEY_MAX };

enum { SURROGATE_HIGH = 0xD800, SURROGATE_LOW = 0xDC00, LATER = 0x10000 };

static bool
at_char(const struct json_scan *s, char c)
{
	return s->p < s->end && *s->p == c;
}

static void
skip_space(struct json_scan *s)
{
	while (s->p < s->end && (*s->p == ' ' || *s->p == '\t' ||
	                         *s->p == '\r' || *s->p == '\n'))
		s->p++;
}

/* The eight bytes at p have none that is a control, " or \. The classic test
 * for a zero byte, on the word and on its differences. */
static bool
eight_plain(const char *p)
{
	const uint64_t ones = UINT64_C(0x0101010101010101);
	const uint64_t high = ones << 7;
	uint64_t w, quote, slash, control;

	memcpy(&w, p, sizeof(w));
	quote = w ^ ones * '"';
	slash = w ^ ones * '\\';
	control = (w - ones * 0x20) & ~w;
	return (((quote - ones) & ~quote) | ((slash - ones) & ~slash) |
	        control) & high ? false : true;
}

static bool
is_plain(char c)
{
	return (unsigned char)c >= 0x20 && c != '"' && c != '\\';
}

static void
skip_plain(struct json_scan *s)
{
	while (s->end - s->p >= 8 && eight_plain(s->p))
		s->p += 8;
	while (s->p < s->end && is_plain(*s->p))
		s->p++;
}

/* The code unit of \uXXXX, or -1. */
static int32_t
code_unit(const char *p, const char *end)
{
	int32_t unit = 0;

	if (end - p < 6 || p[0] != '\\' || p[1] != 'u')
		return -1;
	for (int i = 2; i < 6; i++) {
		char c = ascii_fold(p[i]);

		if (ascii_digit(c))
			unit = unit * 16 + (c - '0');
		else if (c >= 'a' && c <= 'f')
			unit = unit * 16 + (c - 'a' + 10);
		else
			return -1;
	}
	return unit;
}

/* Decodes the escape at p: its length, or 0 when it is none. */
static size_t
decode_escape(const char *p, const char *end, int32_t *cp)
{
	static const char letters[] = "\"\\/bfnrt";
	static const char meaning[] = "\"\\/\b\f\n\r\t";
	const char *letter;
	int32_t low;

	if (end - p < 2)
		return 0;
	letter = p[1] == '\0' ? NULL : strchr(letters, p[1]);
	if (letter != NULL) {
		*cp = meaning[letter - letters];
		return 2;
	}
	*cp = code_unit(p, end);
	if (*cp < 0 || (*cp >= SURROGATE_LOW && *cp < 0xE000))
		return 0;
	if (*cp < SURROGATE_HIGH || *cp >= 0xE000)
		return 6;
	low = code_unit(p + 6, end);
	if (low < SURROGATE_LOW || low >= 0xE000)
		return 0;
	*cp = LATER + ((*cp - SURROGATE_HIGH) << 10) + (low - SURROGATE_LOW);
	return 12;
}

/* Takes a string; *raw is what is between its quotation marks. */
static bool
take_string(struct json_scan *s, struct str *raw, bool *escaped)
{
	const char *start = ++s->p;
	int32_t cp;

	*escaped = false;
	for (;;) {
		size_t n;

		skip_plain(s);
		if (at_char(s, '"'))
			break;
		if (!at_char(s, '\\') ||
		    (n = decode_escape(s->p, s->end, &cp)) == 0)
			return false;
		s->p += n;
		*escaped = true;
	}
	*raw = (struct str){ start, (size_t)(s->p++ - start) };
	return true;
}

static void
add_unescaped(struct buf *b, struct str raw)
{
	const char *end = raw.p + raw.n;

	while (raw.n > 0) {
		size_t n = str_find(raw, '\\');
		char bytes[4];
		int32_t cp;

		buf_add(b, str_head(raw, n));
		raw = str_from(raw, n);
		if (raw.n == 0)
			break;
		n = decode_escape(raw.p, end, &cp);
		buf_add(b, (struct str){ bytes, utf8_put(bytes, cp) });
		raw = str_from(raw, n);
	}
}

static bool
take_digits(struct json_scan *s)
{
	const char *start = s->p;

	while (s->p < s->end && ascii_digit(*s->p))
		s->p++;
	return s->p > start;
}

static bool
take_number(struct json_scan *s)
{
	s->p += at_char(s, '-');
	if (at_char(s, '0'))
		s->p++;
	else if (!take_digits(s))
		return false;
	if (at_char(s, '.')) {
		s->p++;
		if (!take_digits(s))
			return false;
	}
	if (at_char(s, 'e') || at_char(s, 'E')) {
		s->p++;
		s->p += at_char(s, '+') || at_char(s, '-');
		return take_digits(s);
	}
	return true;
}

static bool
take_word(struct json_scan *s, struct str word)
{
	struct str rest = { s->p, (size_t)(s->end - s->p) };

	if (!str_starts(rest, word))
		return false;
	s->p += word.n;
	return true;
}

/* Takes a value that is no container; raw.p is NULL for null. */
static bool
take_scalar(struct json_scan *s, struct str *raw, bool *escaped)
{
	const char *start = s->p;

	*escaped = false;
	if (at_char(s, '"'))
		return take_string(s, raw, escaped);
	*raw = (struct str){ NULL, 0 };
	if (take_word(s, STR("null")))
		return true;
	if (!take_word(s, STR("true")) && !take_word(s, STR("false")) &&
	    !take_number(s))
		return false;
	*raw = (struct str){ start, (size_t)(s->p - start) };
	return true;
}

static bool
push(struct json_scan *s)
{
	if (s->depth == JSON_DEPTH)
		return false;
	s->outer[s->depth] = s->path.n;
	s->open[s->depth++] = *s->p++;
	return true;
}

static void
pop(struct json_scan *s)
{
	s->p++;
	s->path.n = s->outer[--s->depth];
}

/* Takes a key and its colon. A path that grows too long is cut, which makes it
 * longer than any that can be wanted. */
static bool
take_key(struct json_scan *s)
{
	struct str raw;
	bool escaped;

	if (!at_char(s, '"') || !take_string(s, &raw, &escaped))
		return false;
	s->more = false;
	s->path.n = s->outer[s->depth - 1];
	if (s->path.n > 0)
		buf_char(&s->path, '.');
	if (escaped && raw.n <= ESCAPED_MAX)
		add_unescaped(&s->path, raw);
	else
		buf_add(&s->path, str_head(raw, JSON_KEY_MAX + 1));
	if (s->path.n > JSON_KEY_MAX)
		s->path.n = JSON_KEY_MAX + 1;
	skip_space(s);
	if (!at_char(s, ':'))
		return false;
	s->p++;
	return true;
}

/* The views move with the bytes that they are of. */
static void
place_keys(struct json_scan *s)
{
	const char *p = s->keys.p;

	for (size_t i = 0; i < s->key.n; i++) {
		s->key.v[i].p = p;
		p += s->key.v[i].n;
	}
}

/* The index of the path among the found keys, added when it is new. */
static size_t
find_slot(struct json_scan *s)
{
	struct str path = buf_str(&s->path);

	for (size_t i = 0; i < s->key.n; i++)
		if (str_eq(s->key.v[i], path))
			return i;
	buf_add(&s->keys, path);
	csv_cells_add(&s->key, path);
	csv_cells_add(&s->value, STR(""));
	place_keys(s);
	return s->key.n - 1;
}

/* The elements of an array are joined: the text of the one before is the last
 * that was copied. */
static void
keep_element(struct json_scan *s, struct str *value, struct str raw)
{
	size_t start = s->text.n;

	if (s->more) {
		start -= value->n;
		buf_char(&s->text, '\n');
	}
	add_unescaped(&s->text, raw);
	*value = str_from(buf_str(&s->text), start);
	s->more = true;
}

static void
keep(struct json_scan *s, struct str raw, bool escaped)
{
	struct str path = buf_str(&s->path);
	size_t start = s->text.n;
	struct str *value;
	size_t slot;

	if (raw.p == NULL || !columns_wanted(s->wanted, path) ||
	    path.n > JSON_KEY_MAX)
		return;
	slot = find_slot(s);
	value = &s->value.v[slot];
	if (s->open[s->depth - 1] == '[') {
		keep_element(s, value, raw);
	} else if (escaped) {
		add_unescaped(&s->text, raw);
		*value = str_from(buf_str(&s->text), start);
	} else {
		*value = raw;
	}
}

static bool
take_value(struct json_scan *s, enum expect *next)
{
	struct str raw;
	bool escaped;

	if (at_char(s, '{') || at_char(s, '[')) {
		*next = at_char(s, '{') ? EXPECT_KEY : EXPECT_VALUE;
		return push(s);
	}
	*next = EXPECT_MORE;
	if (!take_scalar(s, &raw, &escaped))
		return false;
	keep(s, raw, escaped);
	return true;
}

/* A container may end where it has just begun, and behind a value. */
static bool
ends_here(const struct json_scan *s, enum expect expect, bool begun)
{
	char close = s->open[s->depth - 1] == '{' ? '}' : ']';

	return (begun || expect == EXPECT_MORE) && at_char(s, close);
}

static bool
take_comma(struct json_scan *s, enum expect *next)
{
	if (!at_char(s, ','))
		return false;
	s->p++;
	*next = s->open[s->depth - 1] == '{' ? EXPECT_KEY : EXPECT_VALUE;
	return true;
}

static void
start(struct json_scan *s, struct str line)
{
	s->p = line.p;
	s->end = line.p + line.n;
	s->depth = 0;
	s->more = false;
	s->key.n = s->value.n = 0;
	buf_clear(&s->text);
	buf_clear(&s->keys);
	buf_clear(&s->path);
	/* Views of it are kept: it must not move. Unescaping makes nothing
	 * longer. */
	buf_reserve(&s->text, line.n);
}

static bool
step(struct json_scan *s, enum expect *expect, bool *begun)
{
	bool good = true;

	if (ends_here(s, *expect, *begun)) {
		pop(s);
		*expect = EXPECT_MORE;
		*begun = false;
		return true;
	}
	*begun = false;
	switch (*expect) {
	case EXPECT_KEY:
		good = take_key(s);
		*expect = EXPECT_VALUE;
		break;
	case EXPECT_VALUE:
		*begun = at_char(s, '{') || at_char(s, '[');
		good = take_value(s, expect);
		break;
	case EXPECT_MORE:
		good = take_comma(s, expect);
		break;
	}
	return good;
}

bool
json_scan(struct json_scan *s, struct str line)
{
	enum expect expect = EXPECT_KEY;
	bool begun = true;

	start(s, line);
	skip_space(s);
	if (!at_char(s, '{'))
		return false;
	push(s);
	while (s->depth > 0) {
		skip_space(s);
		if (!step(s, &expect, &begun))
			return false;
	}
	skip_space(s);
	return s->p == s->end;
}

void
json_scan_release(struct json_scan *s)
{
	csv_cells_release(&s->key);
	csv_cells_release(&s->value);
	buf_release(&s->text);
	buf_release(&s->keys);
	buf_release(&s->path);
}
