/* freq_word_test.c - what a word is, and the form it is counted under. */
#include "test.h"

#include <string.h>

#include "freq_key.h"
#include "freq_reference.h"
#include "freq_text.h"
#include "freq_word.h"

/* The keys of the words of text, a | between. */
static const char *
keys_of(const char *text, unsigned rules)
{
	static char all[1024];
	struct buf key = { 0 };
	struct span word;
	size_t at = 0;

	all[0] = '\0';
	while (freq_word_next(str_of(text), &at, rules, &word)) {
		freq_word_key(&key, str_sub(str_of(text), word), rules);
		if (all[0] != '\0')
			strcat(all, "|");
		strncat(all, key.p, key.n);
	}
	buf_release(&key);
	return all;
}

static void
words(void **state)
{
	static const char *const cases[][2] = {
		{ "", "" },
		{ " -- ... _ % $", "" },
		{ "Mother-in-law's F\u201116 a--b -c- 20-year-old",
		  "mother-in-law's|f-16|a|b|c|20-year-old" },
		{ "don\u2019t don\u02BCt voters' \u2019tis 'n' it''s",
		  "don't|don't|voters|tis|n|it|s" },
		{ "1990's F-16's '90s 5'10", "1990's|f-16's|90s|5'10" },
		{ "N.Y. the U.S.-led anti-U.S. U.S.'s a.m. Ph.D. U.S",
		  "n.y.|the|u.s.-led|anti-u.s.|u.s.'s|a.m.|ph.d|u.s" },
		{ "end. A. B.C.D. x.com", "end|a|b.c.d.|x.com" },
		{ "R&D AT&T's q&a C&a", "r&d|at&t's|q|a|c|a" },
		{ "40,000 7.25 $5bn 10% 10:30 1,2,3 4, 5", "40,000|7.25|5bn|"
		  "10|10|30|1,2,3|4|5" },
		{ "see https://Ex.com/a?b=1. WWW.foo.org) http:// www.",
		  "see|https://ex.com/a?b=1|www.foo.org|http|www" },
		{ "To: a.b+c@ex.co.uk, x@y", "to|a.b+c@ex.co.uk|x|y" },
		{ "@Handle's (#Tag) #1 #1-hit a#b &#39; @a@b.social",
		  "@handle's|#tag|1|#1-hit|a|b|39|@a@b.social" },
		{ "co\u00ADoperate zero\u200Bwidth a\u00A0b c\u2014d e\u202Ff",
		  "cooperate|zero|width|a|b|c|d|e|f" },
		{ "\u00C9 E\u0301 stra\u00DFe \uFB02ag \u1E9E",
		  "\u00E9|\u00E9|strasse|flag|ss" },
		{ "\u039F\u0394\u039F\u03A3 \u03A3 \u03C3\u03C3-\u03C3",
		  "\u03BF\u03B4\u03BF\u03C2|\u03C3|"
		  "\u03C3\u03C2-\u03C3" },
		{ "a\xFF" "b \xE2\x82 c\x80", "a|b|c" },
		{ "\u4E2D\u6587 \u30AB\u30BF \u0E01\u0E02",
		  "\u4E2D|\u6587|\u30AB\u30BF|\u0E01|\u0E02" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_string_equal(keys_of(cases[i][0], 0), cases[i][1]);
}

static void
options(void **state)
{
	(void)state;
	assert_string_equal(keys_of("A-B c's", FREQ_SPLIT_HYPHENS), "a|b|c's");
	assert_string_equal(keys_of("\u00C9t\u00E9 E\u0301 The \uFB01n co\u00AD"
	                            "op", FREQ_KEEP_CASE),
	                    "\u00C9t\u00E9|\u00C9|The|fin|coop");
	assert_string_equal(keys_of("a-b N.Y. x@y.z", FREQ_UAX29),
	                    "a|b|n.y|x|y.z");
}

/* One line of WordBreakTest.txt: its text, and where the boundaries are. */
static size_t
read_line(const char *line, char *text, bool *boundary)
{
	size_t n = 0;

	memset(boundary, 0, 256);
	for (; *line != '\0' && *line != '#' && *line != '\n';) {
		unsigned cp;
		int used;

		if (strncmp(line, "\u00F7", 2) == 0) {
			boundary[n] = true;
			line += 2;
		} else if (strncmp(line, "\u00D7", 2) == 0) {
			line += 2;
		} else if (sscanf(line, "%x%n", &cp, &used) == 1) {
			n += (size_t)utf8proc_encode_char(
			    (int32_t)cp, (utf8proc_uint8_t *)text + n);
			line += used;
		} else {
			line++;
		}
	}
	return n;
}

/* Every word is a segment of the standard, and every segment that holds a
 * letter or a digit is a word. */
static void
check_segments(struct str text, const bool *boundary)
{
	struct ref r;
	struct span word;
	size_t at = 0, beg = 0;

	ref_open(&r, text);
	r.standard = true;
	for (size_t end = 1; end <= text.n; end++) {
		bool core = false;

		if (!boundary[end])
			continue;
		for (size_t i = 0; i < r.n; i++)
			core |= r.u[i].at >= beg && r.u[i].at < end &&
			        ref_core(&r, i);
		if (core) {
			assert_true(freq_word_next(text, &at, FREQ_UAX29,
			                           &word));
			assert_span(word, beg, end);
		}
		beg = end;
	}
	assert_false(freq_word_next(text, &at, FREQ_UAX29, &word));
	ref_close(&r);
}

static void
official_test(void **state)
{
	FILE *f = fopen(REF_UCD "auxiliary/WordBreakTest.txt", "r");
	char line[1024], text[256];
	bool boundary[256];
	size_t cases = 0;

	(void)state;
	assert_non_null(f);
	while (fgets(line, sizeof(line), f) != NULL) {
		size_t n = read_line(line, text, boundary);

		if (n == 0)
			continue;
		check_segments((struct str){ text, n }, boundary);
		cases++;
	}
	fclose(f);
	assert_true(cases > 1800);
}

static void
check_text(struct str text, unsigned rules)
{
	struct ref r;
	struct span want, got;
	struct buf key = { 0 };
	size_t i = 0, at = 0;

	ref_open(&r, text);
	r.split_hyphens = rules & FREQ_SPLIT_HYPHENS;
	while (ref_word(&r, &i, &want)) {
		char *form = ref_key(str_sub(text, want));

		if (!freq_word_next(text, &at, rules, &got))
			got = (struct span){ 0, 0 };
		if (got.beg != want.beg || got.end != want.end)
			print_error("in \"%.*s\"\n", (int)text.n, text.p);
		assert_span(got, want.beg, want.end);
		freq_word_key(&key, str_sub(text, got), rules);
		assert_str(buf_str(&key), form);
		free(form);
	}
	assert_false(freq_word_next(text, &at, rules, &got));
	buf_release(&key);
	ref_close(&r);
}

static void
as_the_reference(void **state)
{
	char text[1024];

	(void)state;
	for (int round = 0; round < 40000; round++) {
		size_t n = random_text(text, 1 + draw(14), false);

		check_text((struct str){ text, n },
		           draw(8) == 0 ? FREQ_SPLIT_HYPHENS : 0);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words),
		cmocka_unit_test(options),
		cmocka_unit_test(official_test),
		cmocka_unit_test(as_the_reference),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
