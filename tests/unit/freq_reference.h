/*
 * freq_reference.h - wordfreq's definition of a word, slow and obvious.
 *
 * Written from UAX #29 and wordfreq(1), on the property files themselves and
 * utf8proc; nothing of lib/freq* is used. The text becomes an array of units;
 * whether there is a boundary before unit i is asked of the rules one by one,
 * each looking as far around as it needs to.
 */
#ifndef FREQ_REFERENCE_H
#define FREQ_REFERENCE_H

#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <utf8proc.h>

#include "str.h"

#define REF_UCD "/usr/share/unicode/"

enum ref_class {
	R_OTHER, R_LETTER, R_HEBREW, R_NUM, R_KATA, R_ENL, R_EXTEND, R_ZWJ,
	R_MIDLETTER, R_MIDNUM, R_MIDNUMLET, R_SQ, R_DQ, R_PICTURE
};

struct ref_unit {
	int32_t cp; /* -1: ill-formed */
	size_t at, end;
};

struct ref {
	struct str text;
	struct ref_unit *u;
	size_t n;
	bool split_hyphens;
	bool standard; /* UAX #29 alone */
};

static unsigned char *ref_property;

static void
ref_load(const char *path)
{
	static const struct {
		const char *name;
		enum ref_class class;
	} names[] = {
		{ "ALetter", R_LETTER }, { "Hebrew_Letter", R_HEBREW },
		{ "Numeric", R_NUM }, { "Katakana", R_KATA },
		{ "ExtendNumLet", R_ENL }, { "Extend", R_EXTEND },
		{ "Format", R_EXTEND }, { "ZWJ", R_ZWJ },
		{ "MidLetter", R_MIDLETTER }, { "MidNum", R_MIDNUM },
		{ "MidNumLet", R_MIDNUMLET }, { "Single_Quote", R_SQ },
		{ "Double_Quote", R_DQ },
		{ "Extended_Pictographic", R_PICTURE },
	};
	FILE *f = fopen(path, "r");
	char line[512], name[64];
	unsigned first, last;

	if (f == NULL)
		abort();
	while (fgets(line, sizeof(line), f) != NULL) {
		if (sscanf(line, "%x..%x ; %63[A-Za-z_]", &first, &last,
		           name) != 3) {
			if (sscanf(line, "%x ; %63[A-Za-z_]", &first, name) !=
			    2)
				continue;
			last = first;
		}
		for (size_t i = 0; i < sizeof(names) / sizeof(*names); i++)
			for (unsigned c = first; c <= last &&
			     strcmp(name, names[i].name) == 0; c++)
				if (ref_property[c] == R_OTHER)
					ref_property[c] =
					    (unsigned char)names[i].class;
	}
	fclose(f);
}

static void
ref_open(struct ref *r, struct str text)
{
	const utf8proc_uint8_t *p = (const utf8proc_uint8_t *)text.p;
	size_t at = 0;

	if (ref_property == NULL) {
		ref_property = calloc(0x110000, 1);
		ref_load(REF_UCD "auxiliary/WordBreakProperty.txt");
		ref_load(REF_UCD "emoji/emoji-data.txt");
	}
	*r = (struct ref){ .text = text };
	r->u = calloc(text.n + 1, sizeof(*r->u));
	while (at < text.n) {
		int32_t cp;
		utf8proc_ssize_t n = utf8proc_iterate(
		    p + at, (utf8proc_ssize_t)(text.n - at), &cp);

		if (n < 1) {
			cp = -1;
			n = 1;
		}
		r->u[r->n++] =
		    (struct ref_unit){ cp, at, at + (size_t)n };
		at += (size_t)n;
	}
}

static void
ref_close(struct ref *r)
{
	free(r->u);
}

static int32_t
ref_cp(const struct ref *r, size_t i)
{
	return i < r->n ? r->u[i].cp : -1;
}

static bool
ref_hyphen(int32_t cp)
{
	return cp == '-' || cp == 0x2010 || cp == 0x2011;
}

static bool
ref_apostrophe(int32_t cp)
{
	return cp == '\'' || cp == 0x2019 || cp == 0x2BC;
}

static enum ref_class
ref_class(const struct ref *r, size_t i)
{
	int32_t cp = ref_cp(r, i);

	if (cp < 0)
		return R_OTHER;
	if (!r->standard && cp == 0x2BC)
		return R_MIDNUMLET;
	if (!r->standard && cp == 0x202F)
		return R_OTHER;
	return (enum ref_class)ref_property[cp];
}

static bool
ref_core(const struct ref *r, size_t i)
{
	int32_t cp = ref_cp(r, i);
	const char *cat = cp < 0 ? "Cn" : utf8proc_category_string(cp);

	if (!r->standard && cp == 0x2BC)
		return false;
	return cat[0] == 'L' || strcmp(cat, "Nd") == 0 ||
	       strcmp(cat, "Nl") == 0 || (cp >= 0x24B6 && cp <= 0x24E9) ||
	       (cp >= 0x1F130 && cp <= 0x1F149) ||
	       (cp >= 0x1F150 && cp <= 0x1F169) ||
	       (cp >= 0x1F170 && cp <= 0x1F189);
}

static bool
ref_extend(enum ref_class c)
{
	return c == R_EXTEND || c == R_ZWJ;
}

static bool
ref_ahletter(enum ref_class c)
{
	return c == R_LETTER || c == R_HEBREW;
}

static bool
ref_alnum(enum ref_class c)
{
	return ref_ahletter(c) || c == R_NUM;
}

/* The next unit after i that no rule ignores (WB4). */
static size_t
ref_next(const struct ref *r, size_t i)
{
	for (i++; i < r->n && ref_extend(ref_class(r, i)); i++)
		;
	return i;
}

/* The one before i, not before start. */
static size_t
ref_prev(const struct ref *r, size_t i, size_t start)
{
	for (i--; i > start && ref_extend(ref_class(r, i)); i--)
		;
	return i;
}

static bool
ref_joins_over(const struct ref *r, size_t start, size_t mark);

/* Unit i is the stop at the end of an initialism: N.Y. */
static bool
ref_last_stop(const struct ref *r, size_t start, size_t i)
{
	size_t letters = 0;

	if (r->standard || ref_cp(r, i) != '.')
		return false;
	while (i > start && ref_cp(r, i) == '.') {
		i = ref_prev(r, i, start);
		if (!ref_ahletter(ref_class(r, i)))
			return false;
		letters++;
		if (i == start)
			return letters >= 2;
		i = ref_prev(r, i, start);
	}
	/* What is before the first letter. */
	return letters >= 2 &&
	       (ref_hyphen(ref_cp(r, i)) || ref_cp(r, i) == '&');
}

/* The mark has both of its sides in one word. */
static bool
ref_joins_over(const struct ref *r, size_t start, size_t mark)
{
	size_t before, after = ref_next(r, mark);
	enum ref_class a, b, m = ref_class(r, mark);
	int32_t cp = ref_cp(r, mark);
	bool stop;

	if (mark == start || after >= r->n)
		return false;
	before = ref_prev(r, mark, start);
	a = ref_class(r, before);
	b = ref_class(r, after);
	stop = before > start && ref_last_stop(r, start, before);
	/* WB6, WB7 */
	if (ref_ahletter(a) && ref_ahletter(b) &&
	    (m == R_MIDLETTER || m == R_MIDNUMLET || m == R_SQ))
		return true;
	/* WB7b, WB7c */
	if (a == R_HEBREW && m == R_DQ && b == R_HEBREW)
		return true;
	/* WB11, WB12 */
	if (a == R_NUM && b == R_NUM &&
	    (m == R_MIDNUM || m == R_MIDNUMLET || m == R_SQ))
		return true;
	if (r->standard)
		return false;
	if (ref_hyphen(cp) && !r->split_hyphens)
		return (ref_alnum(a) || a == R_KATA || stop) &&
		       (ref_alnum(b) || b == R_KATA);
	if (ref_apostrophe(cp))
		return (ref_alnum(a) || stop) && ref_alnum(b);
	if (cp == '&' && ref_ahletter(a) && ref_ahletter(b)) {
		int32_t l = ref_cp(r, before), n = ref_cp(r, after);

		return (utf8proc_isupper(l) || utf8proc_category(l) ==
		        UTF8PROC_CATEGORY_LT) &&
		       (utf8proc_isupper(n) || utf8proc_category(n) ==
		        UTF8PROC_CATEGORY_LT);
	}
	return false;
}

/* No boundary between units i - 1 and i of a word that begins at start. */
static bool
ref_joined(const struct ref *r, size_t start, size_t i)
{
	enum ref_class a, b = ref_class(r, i);
	size_t before;

	if (i >= r->n)
		return false;
	if (ref_extend(b)) /* WB4 */
		return true;
	if (ref_class(r, i - 1) == R_ZWJ && b == R_PICTURE) /* WB3c */
		return true;
	before = ref_prev(r, i, start);
	a = ref_class(r, before);
	/* WB5, WB8, WB9, WB10 */
	if (ref_alnum(a) && ref_alnum(b))
		return true;
	/* WB13, WB13a, WB13b */
	if ((a == R_KATA && b == R_KATA) ||
	    ((ref_alnum(a) || a == R_KATA || a == R_ENL) && b == R_ENL) ||
	    (a == R_ENL && (ref_alnum(b) || b == R_KATA)))
		return true;
	/* The first half of the rules about marks, then the second. */
	if (ref_joins_over(r, start, i))
		return true;
	if (before > start && ref_joins_over(r, start, before))
		return true;
	/* WB7a */
	if (a == R_HEBREW && b == R_SQ)
		return true;
	return ref_last_stop(r, start, i);
}

static bool
ref_can_start(const struct ref *r, size_t i)
{
	enum ref_class c = ref_class(r, i);

	return ref_core(r, i) || ref_alnum(c) || c == R_KATA || c == R_ENL;
}

static bool
ref_url_unit(const struct ref *r, size_t i)
{
	int32_t cp = ref_cp(r, i);

	if (cp < 0x80)
		return cp > ' ' && cp < 0x7F &&
		       strchr("<>\"\\^`{|}", cp) == NULL;
	return ref_core(r, i) ||
	       ref_property[cp] == R_EXTEND; /* marks, checked below */
}

static bool
ref_is_format(int32_t cp)
{
	utf8proc_category_t c = utf8proc_category(cp);

	/* Word_Break=Format is Cf without the joiners, tags and spaces. */
	return c == UTF8PROC_CATEGORY_CF && cp != 0x200C &&
	       !(cp >= 0xE0020 && cp <= 0xE007F);
}

/* The unit after a web address at i, or i. */
static size_t
ref_url(const struct ref *r, size_t i)
{
	static const char *const prefix[] = { "http://", "https://", "ftp://",
		                              "www." };
	struct str rest = str_from(r->text, r->u[i].at);
	size_t end = i, j, k;

	for (k = 0; k < 4; k++)
		if (str_eq_ascii(str_head(rest, strlen(prefix[k])),
		                 str_of(prefix[k])))
			break;
	if (k == 4)
		return i;
	for (j = i; j < r->n && r->u[j].at < r->u[i].at + 2048; j++) {
		int32_t cp = ref_cp(r, j);

		if (!ref_url_unit(r, j) || (cp >= 0x80 && ref_is_format(cp)))
			break;
		if (cp == '/' || cp == '=' || cp == '_' || ref_core(r, j))
			end = j + 1;
	}
	/* A letter or a digit has to come after the prefix. */
	return ref_core(r, i + strlen(prefix[k])) ? end : i;
}

/* One or more of letters and digits (and _). */
static size_t
ref_run(const struct ref *r, size_t i, size_t limit, bool underscore)
{
	while (i < r->n && r->u[i].at < limit &&
	       (ref_core(r, i) || (underscore && ref_cp(r, i) == '_')))
		i++;
	return i;
}

static size_t
ref_runs(const struct ref *r, size_t i, size_t most, bool local)
{
	size_t limit = r->u[i].at + most;
	size_t end, next;

	if (limit > r->text.n)
		limit = r->text.n;
	end = ref_run(r, i, limit, local);
	while (end > i && end < r->n && r->u[end].at + 1 < limit &&
	       ref_cp(r, end) > 0 && ref_cp(r, end) < 0x80 &&
	       strchr(local ? ".+-" : ".-", ref_cp(r, end)) != NULL) {
		next = ref_run(r, end + 1, limit, local);
		if (next == end + 1)
			break;
		end = next;
	}
	return end;
}

static size_t
ref_mail(const struct ref *r, size_t i)
{
	size_t sign = ref_runs(r, i, 64, true), end;

	if (sign == i || ref_cp(r, sign) != '@' || sign + 1 >= r->n)
		return i;
	end = ref_runs(r, sign + 1, 255, false);
	for (size_t j = sign + 1; j < end; j++)
		if (ref_cp(r, j) == '.')
			return end;
	return i;
}

/* The unit after the word that starts at i; *core and *letter: it has one. */
static size_t
ref_word_end(const struct ref *r, size_t i, bool *core, bool *letter)
{
	size_t end = i;

	*core = *letter = true;
	if (!r->standard) {
		end = ref_url(r, i);
		if (end == i)
			end = ref_mail(r, i);
		if (end > i)
			return end;
	}
	*core = *letter = false;
	for (end = i + 1; ref_joined(r, i, end); end++)
		;
	for (size_t j = i; j < end; j++) {
		*core |= ref_core(r, j);
		*letter |= ref_core(r, j) && ref_class(r, j) != R_NUM;
	}
	return end;
}

static bool
ref_tag(const struct ref *r, size_t i)
{
	int32_t cp = ref_cp(r, i);
	enum ref_class before;

	if (r->standard || (cp != '@' && cp != '#'))
		return false;
	if (i == 0)
		return true;
	cp = ref_cp(r, i - 1);
	before = cp < 0 ? R_OTHER : (enum ref_class)ref_property[cp];
	return cp != '@' && cp != '#' && cp != '&' && before != R_ENL &&
	       !ref_extend(before) &&
	       !(ref_core(r, i - 1) || cp == 0x2BC);
}

/* The next word from unit *i on. */
static bool
ref_word(const struct ref *r, size_t *i, struct span *word)
{
	bool core, letter;

	while (*i < r->n) {
		size_t start = *i;
		bool tag = ref_tag(r, start);
		size_t from = start + tag, end;

		if (from >= r->n || !ref_can_start(r, from)) {
			*i = start + 1;
			continue;
		}
		end = ref_word_end(r, from, &core, &letter);
		*i = end;
		if (!core)
			continue;
		word->beg = r->u[letter ? start : from].at;
		word->end = r->u[end - 1].end;
		return true;
	}
	return false;
}

/* The key of a word, with a NUL; the caller frees it. */
static char *
ref_key(struct str word)
{
	utf8proc_uint8_t *map = NULL;
	int options = UTF8PROC_STABLE | UTF8PROC_COMPOSE |
	              UTF8PROC_CASEFOLD | UTF8PROC_IGNORE;
	utf8proc_ssize_t n = utf8proc_map(
	    (const utf8proc_uint8_t *)word.p, (utf8proc_ssize_t)word.n, &map,
	    (utf8proc_option_t)options);
	char *key = calloc((size_t)n + 8, 1);
	size_t to = 0;

	for (utf8proc_ssize_t at = 0; at < n;) {
		int32_t cp, next = '-';
		utf8proc_ssize_t u = utf8proc_iterate(map + at, n - at, &cp);

		if (at + u < n)
			utf8proc_iterate(map + at + u, n - at - u, &next);
		if (cp == 0x2018 || ref_apostrophe(cp))
			cp = '\'';
		if (ref_hyphen(cp))
			cp = '-';
		if (cp == 0x3C3 && to > 0 && key[to - 1] != '-' &&
		    key[to - 1] != '&' &&
		    (ref_hyphen(next) || next == '&'))
			cp = 0x3C2;
		to += (size_t)utf8proc_encode_char(
		    cp, (utf8proc_uint8_t *)key + to);
		at += u;
	}
	free(map);
	return key;
}

#endif
