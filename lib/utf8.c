/* utf8.c - code points and their properties; the only user of utf8proc. */
#include "utf8.h"

#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

/* The Unicode Standard, table 3-7: the second byte's range depends on the
 * first byte, all later ones are 80..BF. */
static size_t
lead_length(unsigned char lead, unsigned char *low, unsigned char *high)
{
	*low = 0x80;
	*high = 0xBF;
	if (lead >= 0xC2 && lead <= 0xDF)
		return 2;
	if (lead >= 0xE0 && lead <= 0xEF) {
		if (lead == 0xE0)
			*low = 0xA0; /* no overlong forms */
		if (lead == 0xED)
			*high = 0x9F; /* no surrogates */
		return 3;
	}
	if (lead >= 0xF0 && lead <= 0xF4) {
		if (lead == 0xF0)
			*low = 0x90;
		if (lead == 0xF4)
			*high = 0x8F; /* nothing above U+10FFFF */
		return 4;
	}
	return 1;
}

static size_t
next_wide(const unsigned char *p, size_t left, int32_t *cp)
{
	unsigned char low, high;
	size_t want = lead_length(p[0], &low, &high);
	int32_t value = p[0] & (0xFF >> (want + 1));
	size_t got = 1;

	*cp = UTF8_BAD;
	if (want == 1)
		return 1;
	while (got < want && got < left && p[got] >= low && p[got] <= high) {
		value = value << 6 | (p[got++] & 0x3F);
		low = 0x80;
		high = 0xBF;
	}
	if (got == want)
		*cp = value;
	return got;
}

size_t
utf8_next(const char *p, const char *end, int32_t *cp)
{
	unsigned char lead = (unsigned char)*p;

	if (lead < 0x80) {
		*cp = lead;
		return 1;
	}
	return next_wide((const unsigned char *)p, (size_t)(end - p), cp);
}

size_t
utf8_prev(const char *beg, const char *p, int32_t *cp)
{
	/* A unit is at most 4 bytes, so the one that ends at p starts at one
	 * of the four bytes before it; the longest that fits is the one. */
	size_t most = (size_t)(p - beg) < 4 ? (size_t)(p - beg) : 4;

	for (size_t n = most; n > 1; n--) {
		unsigned char lead = (unsigned char)p[-(ptrdiff_t)n];

		if (lead >= 0xC2 && utf8_next(p - n, p, cp) == n)
			return n;
	}
	return utf8_next(p - 1, p, cp);
}

static bool
eight_ascii(const char *p)
{
	uint64_t w;

	memcpy(&w, p, sizeof(w));
	return (w & UINT64_C(0x8080808080808080)) == 0;
}

size_t
utf8_invalid(struct str s)
{
	size_t at = 0;

	while (at < s.n) {
		int32_t cp;
		size_t n;

		if (s.n - at >= 8 && eight_ascii(s.p + at)) {
			at += 8;
			continue;
		}
		n = utf8_next(s.p + at, s.p + s.n, &cp);
		if (cp == UTF8_BAD)
			return at;
		at += n;
	}
	return s.n;
}

size_t
utf8_count(struct str s)
{
	size_t count = 0;

	for (size_t at = 0; at < s.n; count++) {
		int32_t cp;

		at += utf8_next(s.p + at, s.p + s.n, &cp);
	}
	return count;
}

size_t
utf8_floor(struct str s, size_t at)
{
	for (size_t back = 1; back < 4 && back <= at; back++) {
		int32_t cp;
		size_t n = utf8_next(s.p + at - back, s.p + s.n, &cp);

		if ((unsigned char)s.p[at - back] >= 0xC2)
			return n > back ? at - back : at;
	}
	return at;
}

size_t
utf8_put(char buf[4], int32_t cp)
{
	return (size_t)utf8proc_encode_char(cp, (utf8proc_uint8_t *)buf);
}

/* Quotation marks: Pi, Pf, and the straight and low ones. */
static bool
is_quote(int32_t cp, utf8proc_category_t cat)
{
	switch (cp) {
	case '"':
	case '\'':
	case '`':
	case 0x00B4: /* acute accent, typed as an apostrophe */
	case 0x201A:
	case 0x201E:
	case 0x2032: /* primes, typed as quotation marks */
	case 0x2033:
	case 0x300C:
	case 0x300D:
	case 0xFF02:
	case 0xFF07:
		return true;
	default:
		return cat == UTF8PROC_CATEGORY_PI ||
		       cat == UTF8PROC_CATEGORY_PF;
	}
}

static const unsigned char category_class[] = {
	[UTF8PROC_CATEGORY_CN] = CHAR_OTHER,
	[UTF8PROC_CATEGORY_LU] = CHAR_UPPER,
	[UTF8PROC_CATEGORY_LL] = CHAR_LOWER,
	[UTF8PROC_CATEGORY_LT] = CHAR_UPPER,
	[UTF8PROC_CATEGORY_LM] = CHAR_LETTER,
	[UTF8PROC_CATEGORY_LO] = CHAR_LETTER,
	[UTF8PROC_CATEGORY_MN] = CHAR_MARK,
	[UTF8PROC_CATEGORY_MC] = CHAR_MARK,
	[UTF8PROC_CATEGORY_ME] = CHAR_MARK,
	[UTF8PROC_CATEGORY_ND] = CHAR_DIGIT,
	[UTF8PROC_CATEGORY_NL] = CHAR_LETTER,
	[UTF8PROC_CATEGORY_NO] = CHAR_SYMBOL,
	[UTF8PROC_CATEGORY_PC] = CHAR_PUNCT,
	[UTF8PROC_CATEGORY_PD] = CHAR_DASH,
	[UTF8PROC_CATEGORY_PS] = CHAR_PUNCT,
	[UTF8PROC_CATEGORY_PE] = CHAR_PUNCT,
	[UTF8PROC_CATEGORY_PI] = CHAR_QUOTE,
	[UTF8PROC_CATEGORY_PF] = CHAR_QUOTE,
	[UTF8PROC_CATEGORY_PO] = CHAR_PUNCT,
	[UTF8PROC_CATEGORY_SM] = CHAR_SYMBOL,
	[UTF8PROC_CATEGORY_SC] = CHAR_SYMBOL,
	[UTF8PROC_CATEGORY_SK] = CHAR_SYMBOL,
	[UTF8PROC_CATEGORY_SO] = CHAR_SYMBOL,
	[UTF8PROC_CATEGORY_ZS] = CHAR_SPACE,
	[UTF8PROC_CATEGORY_ZL] = CHAR_SPACE,
	[UTF8PROC_CATEGORY_ZP] = CHAR_SPACE,
	[UTF8PROC_CATEGORY_CC] = CHAR_OTHER,
	[UTF8PROC_CATEGORY_CF] = CHAR_MARK,
	[UTF8PROC_CATEGORY_CS] = CHAR_OTHER,
	[UTF8PROC_CATEGORY_CO] = CHAR_OTHER,
};

static enum char_class
slow_class(int32_t cp)
{
	utf8proc_category_t cat;

	if (cp < 0)
		return CHAR_OTHER;
	if ((cp >= '\t' && cp <= '\r') || cp == 0x85)
		return CHAR_SPACE;
	if (cp == '.' || cp == '!' || cp == '?' || cp == 0x2026)
		return CHAR_STOP;
	if (cp == 0xFEFF) /* a BOM is in no word */
		return CHAR_OTHER;
	if (cp == 0x200B) /* zero-width space separates */
		return CHAR_SPACE;
	cat = utf8proc_category(cp);
	if (is_quote(cp, cat))
		return CHAR_QUOTE;
	return (enum char_class)category_class[cat];
}

/* utf8proc's two-level look-up costs ten times this table; news text seldom
 * leaves the first 0x2100 code points (Latin, Greek, Cyrillic, dashes). */
enum { CACHED = 0x2100 };

static const unsigned char *
class_cache(void)
{
	static unsigned char cache[CACHED];

	for (int32_t cp = 0; cp < CACHED; cp++)
		cache[cp] = (unsigned char)slow_class(cp);
	return cache;
}

enum char_class
utf8_class(int32_t cp)
{
	static const unsigned char *cache;

	if (cp < 0 || cp >= CACHED)
		return slow_class(cp);
	if (cache == NULL)
		cache = class_cache();
	return (enum char_class)cache[cp];
}

bool
utf8_letter(int32_t cp)
{
	enum char_class c = utf8_class(cp);

	return c == CHAR_UPPER || c == CHAR_LOWER || c == CHAR_LETTER;
}

int32_t
utf8_lower(int32_t cp)
{
	if (cp < 0x80)
		return cp >= 'A' && cp <= 'Z' ? cp + 32 : cp;
	return utf8proc_tolower(cp);
}

int32_t
utf8_upper(int32_t cp)
{
	if (cp < 0x80)
		return cp >= 'a' && cp <= 'z' ? cp - 32 : cp;
	return utf8proc_toupper(cp);
}

bool
utf8_unsafe(int32_t cp)
{
	if (cp < 0x20)
		return cp != '\t' && cp != '\n';
	if (cp < 0xA0)
		return cp >= 0x7F;
	return cp == 0x061C || (cp >= 0x200B && cp <= 0x200F) ||
	       (cp >= 0x2028 && cp <= 0x202E) ||
	       (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF ||
	       (cp >= 0xE0000 && cp <= 0xE007F);
}

/* NFC and full folding at most triple the bytes (U+0390, U+1D160). */
enum { MAP_GROWTH = 3 };

/* Well-formed text through utf8proc to out. CHARBOUND must never be among
 * the options: with it utf8proc 2.8.0 reads out of bounds. */
static size_t
map_whole(struct str run, bool fold, char *out)
{
	int options = UTF8PROC_COMPOSE | UTF8PROC_STABLE;
	utf8proc_uint8_t *mapped = NULL;
	utf8proc_ssize_t n;

	if (run.n == 0)
		return 0;
	if (fold)
		options |= UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	n = utf8proc_map((const utf8proc_uint8_t *)run.p,
	                 (utf8proc_ssize_t)run.n, &mapped,
	                 (utf8proc_option_t)options);
	/* Valid input: only memory can fail, and gives a negative number. */
	if ((size_t)n > run.n * MAP_GROWTH)
		mem_fail();
	memcpy(out, mapped, (size_t)n);
	free(mapped);
	return (size_t)n;
}

static bool
all_ascii(struct str s)
{
	unsigned char high = 0;

	for (size_t i = 0; i < s.n; i++)
		high |= (unsigned char)s.p[i];
	return high < 0x80;
}

/* Folded ASCII is most of all words: one pass, no utf8proc. */
static struct str
fold_ascii(struct arena *a, struct str s)
{
	char *copy;
	size_t i = 0;

	while (i < s.n && !ascii_upper(s.p[i]))
		i++;
	if (i == s.n)
		return s;
	copy = arena_cstr(a, s);
	for (; i < s.n; i++)
		copy[i] = ascii_fold(copy[i]);
	return (struct str){ copy, s.n };
}

static size_t
bad_length(struct str s)
{
	size_t at = 0;

	while (at < s.n) {
		int32_t cp;
		size_t n = utf8_next(s.p + at, s.p + s.n, &cp);

		if (cp != UTF8_BAD)
			break;
		at += n;
	}
	return at;
}

/* Longer rows of combining marks are no text (UAX #15, 13: 30 in any). They are
 * kept as they are: utf8proc sorts a row in quadratic time. */
enum { STACK_MAX = 30 };

/* Whether cp can be part of such a row: a mark that has an order, or what
 * folding drops from between them. */
static bool
stacks(int32_t cp)
{
	const utf8proc_property_t *p;

	if (cp < 0x300)
		return cp == 0xAD;
	if (cp == 0x0F73 || cp == 0x0F75 || cp == 0x0F81)
		return true; /* of class 0, but made of two marks */
	p = utf8proc_get_property(cp);
	return p->combining_class != 0 || p->ignorable;
}

/* Where the first row of more than STACK_MAX begins in a well-formed run, or
 * run.n; *length is that of the row in bytes. */
static size_t
find_stack(struct str run, size_t *length)
{
	size_t beg = 0, at = 0, count = 0;

	*length = 0;
	if (run.n <= 2 * STACK_MAX)
		return run.n;
	while (at < run.n) {
		int32_t cp;
		size_t n = utf8_next(run.p + at, run.p + run.n, &cp);

		if (stacks(cp)) {
			count++;
		} else if (count > STACK_MAX) {
			break;
		} else {
			count = 0;
			beg = at + n;
		}
		at += n;
	}
	if (count <= STACK_MAX)
		return run.n;
	*length = at - beg;
	return beg;
}

/* A well-formed run to out; the number of bytes. */
static size_t
map_run(struct str run, bool fold, char *out)
{
	size_t n = 0;

	while (run.n > 0) {
		size_t stack;
		size_t good = find_stack(run, &stack);

		n += map_whole(str_head(run, good), fold, out + n);
		run = str_from(run, good);
		if (stack > 0)
			memcpy(out + n, run.p, stack);
		n += stack;
		run = str_from(run, stack);
	}
	return n;
}

static struct str
map_all(struct arena *a, struct str s, bool fold)
{
	char *out = arena_alloc(a, MAP_GROWTH, 1, s.n + 1);
	struct str rest = s;
	size_t n = 0;

	while (rest.n > 0) {
		size_t good = utf8_invalid(rest);
		size_t bad;

		n += map_run(str_head(rest, good), fold, out + n);
		rest = str_from(rest, good);
		bad = bad_length(rest);
		if (bad > 0)
			memcpy(out + n, rest.p, bad);
		n += bad;
		rest = str_from(rest, bad);
	}
	return (struct str){ out, n };
}

struct str
utf8_fold(struct arena *a, struct str s)
{
	if (all_ascii(s))
		return fold_ascii(a, s);
	return map_all(a, s, true);
}

struct str
utf8_nfc(struct arena *a, struct str s)
{
	return all_ascii(s) ? s : map_all(a, s, false);
}
