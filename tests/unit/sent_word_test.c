/* sent_word_test.c - the classes of words, and where words start and end. */
#include "test.h"

#include <string.h>

#include "sent_word.h"

static int
before(const char *s)
{
	struct str text = str_of(s);
	struct word w = word_before(text, 0, text.n);
	int32_t prior = w.s.n < text.n ? text.p[text.n - w.s.n - 1] : 0;

	return (int)word_class_before(w, prior, NULL);
}

static int
after(const char *s)
{
	struct str text = str_of(s);
	struct word w = word_after(text, 0);

	return (int)word_class_after(w, w.s.n < text.n ? text.p[w.s.n] : '\0',
	                             NULL);
}

static void
words_before_a_stop(void **state)
{
	static const struct {
		const char *text;
		int class;
	} cases[] = {
		{ "saw Mr", ABBREV_TITLE }, { "(Gen", ABBREV_TITLE },
		{ "Lt.-Gov", ABBREV_TITLE }, { "MR", ABBREV_TITLE },
		{ "in Dec", ABBREV_MONTH }, { "DEC", ABBREV_MONTH },
		{ "Lund & Co", ABBREV_CORP }, { "the U.S", ABBREV_COUNTRY },
		{ "5 p.m", ABBREV_CLOCK }, { "Ph.D", ABBREV_SUFFIX },
		{ "mayor", BEFORE_LOWER }, { "zqxv", BEFORE_RARE },
		{ "zqx", BEFORE_SHORT }, { "x", BEFORE_LETTER },
		{ "However", BEFORE_COMMON }, { "Brandvik", BEFORE_NAME },
		{ "Vik", BEFORE_CAP_SHORT }, { "NATO", BEFORE_CAPS },
		{ "John F", BEFORE_INITIAL }, { "\u00C9", BEFORE_INITIAL },
		{ "and I", BEFORE_I }, { "F.B.I", BEFORE_DOTTED_UP },
		{ "x.y", BEFORE_DOTTED_LOW }, { "in 1999", BEFORE_YEAR },
		{ "1899", BEFORE_NUMBER }, { "40,000", BEFORE_NUMBER },
		{ "the 1980s", BEFORE_MIXED }, { "a@b.org", BEFORE_LINK },
		{ "(so)", BEFORE_BRACKET }, { "so\"", BEFORE_QUOTE },
		{ "5%", BEFORE_SYMBOL }, { "so ", BEFORE_NONE },
		{ "", BEFORE_NONE }, { "caf\u00E9s", BEFORE_RARE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		if (before(cases[i].text) != cases[i].class)
			print_error("\"%s\"\n", cases[i].text);
		assert_int_equal(before(cases[i].text), cases[i].class);
	}
}

static void
words_behind_a_gap(void **state)
{
	static const struct {
		const char *text;
		int class;
	} cases[] = {
		{ "the end", AFTER_LOWER }, { "zqxv", AFTER_RARE },
		{ "said he", AFTER_SPEECH }, { "He came", AFTER_START },
		{ "It\u2019s so", AFTER_START }, { "His dog", AFTER_START },
		{ "Doctors say", AFTER_COMMON }, { "Brandvik", AFTER_NAME },
		{ "\u00C5se", AFTER_NAME }, { "I am", AFTER_I },
		{ "I'm here", AFTER_I }, { "NATO", AFTER_CAPS },
		{ "J. Lund", AFTER_INITIAL }, { "B is", AFTER_LETTER },
		{ "Mr Lund", AFTER_TITLE }, { "Sen. Lund", AFTER_TITLE },
		{ "Monday", AFTER_DATE }, { "March", AFTER_DATE },
		{ "Jan. 5", AFTER_DATE }, { "U.S. law", AFTER_DOTTED },
		{ "1999 was", AFTER_YEAR }, { "4,000", AFTER_NUMBER },
		{ "2) b", AFTER_ITEM }, { "2. b", AFTER_ITEM },
		{ "5th", AFTER_MIXED }, { "$5", AFTER_MONEY },
		{ "-- b", AFTER_DASH }, { "* b", AFTER_BULLET },
		{ "@me", AFTER_HANDLE }, { "#me", AFTER_HANDLE },
		{ "... b", AFTER_STOP }, { ", b", AFTER_MARK },
		{ "", AFTER_NONE },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		if (after(cases[i].text) != cases[i].class)
			print_error("\"%s\"\n", cases[i].text);
		assert_int_equal(after(cases[i].text), cases[i].class);
	}
}

static void
words_are_looked_at_up_to_a_limit(void **state)
{
	char bytes[3 * WORD_MAX];
	struct str text = { bytes, sizeof(bytes) };

	(void)state;
	memset(bytes, 'a', sizeof(bytes));
	assert_int_equal(word_before(text, 0, text.n).s.n, WORD_MAX);
	assert_int_equal(word_after(text, 0).s.n, WORD_MAX);
}

static void
words_end_at_what_is_no_letter(void **state)
{
	struct str text = STR("\u201Cd\u2019or\xC3\u2014na\u00EFve\u201D");

	(void)state;
	assert_bytes(word_after(text, 3).s, "d\u2019or");
	assert_bytes(word_before(text, 0, text.n - 3).s, "na\u00EFve");
}

static void
a_user_may_add_abbreviations(void **state)
{
	struct table extra = { 0 };
	struct word w = word_after(STR("Bhf"), 0);

	(void)state;
	assert_int_equal(word_abbrev(w, &extra), ABBREV_NONE);
	table_add(&extra, STR("Bhf"), NULL)->value = ABBREV_TITLE;
	assert_int_equal(word_abbrev(w, &extra), ABBREV_TITLE);
	table_release(&extra);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words_before_a_stop),
		cmocka_unit_test(words_behind_a_gap),
		cmocka_unit_test(words_are_looked_at_up_to_a_limit),
		cmocka_unit_test(words_end_at_what_is_no_letter),
		cmocka_unit_test(a_user_may_add_abbreviations),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
