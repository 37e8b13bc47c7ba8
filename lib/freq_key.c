/* freq_key.c - the form that a word is counted under. */
#include "freq_key.h"

#include "arena.h"
#include "freq_prop.h"
#include "freq_word.h"
#include "utf8.h"

enum { SOFT_HYPHEN = 0xAD, SIGMA = 0x3C3, FINAL_SIGMA = 0x3C2 };

static void
put(struct buf *b, int32_t cp)
{
	if (cp < 0x80)
		buf_char(b, (char)cp);
	else
		b->n += utf8_put(buf_reserve(b, 4), cp);
}

/* The ASCII at the start of word; returns how much that is. */
static size_t
put_ascii(struct buf *b, struct str word, bool fold)
{
	char *to = buf_reserve(b, word.n);
	size_t n = 0;

	for (; n < word.n && (unsigned char)word.p[n] < 0x80; n++)
		to[n] = fold ? ascii_fold(word.p[n]) : word.p[n];
	b->n += n;
	return n;
}

/* Marks of one meaning count as one. */
static int32_t
one_form(int32_t cp)
{
	switch (cp) {
	case 0x2018:
	case 0x2019:
	case 0x02BC:
		return '\'';
	case 0x2010:
	case 0x2011:
		return '-';
	default:
		return cp;
	}
}

/* The key a code point at a time; false when the word needs more than that:
 * composition, or a folding to several code points. */
static bool
put_simple(struct buf *key, struct str word, bool fold)
{
	for (size_t at = 0; at < word.n;) {
		int32_t cp, to;

		if ((unsigned char)word.p[at] < 0x80) {
			at += put_ascii(key, str_from(word, at), fold);
			continue;
		}
		at += utf8_next(word.p + at, word.p + word.n, &cp);
		to = one_form(cp);
		if (cp == SOFT_HYPHEN)
			continue;
		if (to == cp) {
			to = freq_fold_one(cp);
			if (to == 0 || to == SIGMA)
				return false;
			if (!fold)
				to = cp;
		}
		put(key, to);
	}
	return true;
}

static bool
is_ignorable(int32_t cp)
{
	return cp == SOFT_HYPHEN || cp == 0x034F || cp == 0x061C ||
	       (cp >= 0x200B && cp <= 0x200F) ||
	       (cp >= 0x202A && cp <= 0x202E) ||
	       (cp >= 0x2060 && cp <= 0x206F) || cp == 0xFEFF ||
	       (cp >= 0xFE00 && cp <= 0xFE0F);
}

static bool
is_ligature(int32_t cp)
{
	return cp >= 0xFB00 && cp <= 0xFB06;
}

/* Greek small sigma is written in its final form at the end of letters. */
static int32_t
right_sigma(struct str s, size_t at, size_t n)
{
	int32_t before, after = '-';

	if (at == 0)
		return SIGMA;
	utf8_prev(s.p, s.p + at, &before);
	if (at + n < s.n)
		utf8_next(s.p + at + n, s.p + s.n, &after);
	before = one_form(before);
	after = one_form(after);
	if (before == '-' || before == '&' || (after != '-' && after != '&'))
		return SIGMA;
	return FINAL_SIGMA;
}

static void
put_mapped(struct buf *key, struct arena *a, struct str mapped, bool fold)
{
	for (size_t at = 0; at < mapped.n;) {
		int32_t cp;
		size_t n = utf8_next(mapped.p + at, mapped.p + mapped.n, &cp);
		struct str unit = { mapped.p + at, n };

		if (cp == SIGMA && fold)
			put(key, right_sigma(mapped, at, n));
		else if (is_ligature(cp))
			buf_add(key, utf8_fold(a, unit));
		else if (!is_ignorable(cp))
			put(key, one_form(cp));
		at += n;
	}
}

void
freq_word_key(struct buf *key, struct str word, unsigned rules)
{
	bool fold = !(rules & FREQ_KEEP_CASE);
	struct arena a = { 0 };

	buf_clear(key);
	if (put_simple(key, word, fold))
		return;
	buf_clear(key);
	put_mapped(key, &a, fold ? utf8_fold(&a, word) : utf8_nfc(&a, word),
	           fold);
	arena_release(&a);
}
