/* str_test.c - views, spans, lines, ASCII classes. */
#include "test.h"

#include <string.h>

static void
views_of_strings(void **state)
{
	(void)state;
	assert_int_equal(str_of(NULL).n, 0);
	assert_str(str_of("abc"), "abc");
	assert_int_equal(STR("a\0b").n, 3);
	assert_str(str_sub(STR("abcdef"), (struct span){ 1, 3 }), "bc");
	assert_int_equal(str_sub(STR("abc"), (struct span){ 2, 2 }).n, 0);
	assert_int_equal(str_sub(STR("abc"), (struct span){ 3, 1 }).n, 0);
	assert_str(str_from(STR("abc"), 1), "bc");
	assert_int_equal(str_from(STR("abc"), 3).n, 0);
	assert_int_equal(str_from(STR("abc"), 99).n, 0);
	assert_str(str_head(STR("abc"), 2), "ab");
	assert_str(str_head(STR("abc"), 9), "abc");
}

static void
comparing(void **state)
{
	struct str none = { NULL, 0 };

	(void)state;
	assert_true(str_eq(none, STR("")));
	assert_true(str_eq(STR("a\0b"), STR("a\0b")));
	assert_false(str_eq(STR("a\0b"), STR("a\0c")));
	assert_false(str_eq(STR("a"), STR("ab")));
	assert_true(str_cmp(none, STR("")) == 0);
	assert_true(str_cmp(none, STR("a")) < 0);
	assert_true(str_cmp(STR("ab"), STR("a")) > 0);
	assert_true(str_cmp(STR("a"), STR("b")) < 0);
	/* unsigned bytes: U+00E9 after z */
	assert_true(str_cmp(STR("\xC3\xA9"), STR("z")) > 0);
	assert_true(str_eq_ascii(STR("Oslo"), STR("oSLO")));
	assert_false(str_eq_ascii(STR("Oslo"), STR("Osl")));
	assert_false(str_eq_ascii(STR("@"), STR("`")));
	assert_false(str_eq_ascii(STR("\xC3\x89"), STR("\xC3\xA9")));
}

static void
starts_and_ends(void **state)
{
	(void)state;
	assert_true(str_starts(STR("abc"), STR("ab")));
	assert_true(str_starts(STR("abc"), STR("")));
	assert_false(str_starts(STR("ab"), STR("abc")));
	assert_true(str_ends(STR("abc"), STR("bc")));
	assert_true(str_ends(STR("abc"), STR("")));
	assert_true(str_ends(STR("abc"), STR("abc")));
	assert_false(str_ends(STR("bc"), STR("abc")));
}

static void
finding(void **state)
{
	(void)state;
	assert_int_equal(str_find(STR("abc"), 'c'), 2);
	assert_int_equal(str_find(STR("abc"), 'x'), 3);
	assert_int_equal(str_find(STR("a\0b"), '\0'), 1);
	assert_int_equal(str_find((struct str){ NULL, 0 }, 'x'), 0);
	assert_int_equal(str_find_str(STR("ababc"), STR("abc")), 2);
	assert_int_equal(str_find_str(STR("ab"), STR("abc")), 2);
	assert_int_equal(str_find_str(STR("abab"), STR("abc")), 4);
	assert_int_equal(str_find_str(STR("ab"), STR("")), 0);
	assert_int_equal(str_find_str(STR(""), STR("a")), 0);
	assert_int_equal(str_find_str(STR("xxab"), STR("ab")), 2);
}

static void
cutting(void **state)
{
	struct str rest = STR("a,,b");

	(void)state;
	assert_str(str_cut(&rest, ','), "a");
	assert_str(str_cut(&rest, ','), "");
	assert_str(str_cut(&rest, ','), "b");
	assert_int_equal(rest.n, 0);
	assert_str(str_cut(&rest, ','), "");
}

static void
trimming(void **state)
{
	(void)state;
	assert_str(str_trim(STR(" \t\r\n\v\f a b \n")), "a b");
	assert_int_equal(str_trim(STR(" \n ")).n, 0);
	assert_int_equal(str_trim(STR("")).n, 0);
	/* a no-break space is text */
	assert_str(str_trim(STR(" \xC2\xA0 ")), "\xC2\xA0");
	assert_span(span_trim(STR("x  a "), (struct span){ 1, 5 }), 3, 4);
	assert_span(span_trim(STR("    "), (struct span){ 1, 3 }), 3, 3);
}

static void
walking_lines(void **state)
{
	struct str text = STR("a\r\n\nb");
	struct span line;
	size_t at = 0;

	(void)state;
	assert_true(next_line(text, &at, &line));
	assert_span(line, 0, 2);
	assert_span(line_content(text, line), 0, 1);
	assert_true(next_line(text, &at, &line));
	assert_span(line, 3, 3);
	assert_span(line_content(text, line), 3, 3);
	assert_true(next_line(text, &at, &line));
	assert_span(line, 4, 5);
	assert_false(next_line(text, &at, &line));
	at = 0;
	assert_false(next_line(STR(""), &at, &line));
	assert_true(next_line(STR("\n"), &at, &line));
	assert_false(next_line(STR("\n"), &at, &line));
}

static bool
in(int c, const char *set)
{
	return c != '\0' && strchr(set, c) != NULL;
}

static void
ascii_classes(void **state)
{
	static const char upper[] = "ABCDEFGHIJKLMNOPQRSTUVWXYZ";
	static const char lower[] = "abcdefghijklmnopqrstuvwxyz";

	(void)state;
	for (int i = 0; i < 256; i++) {
		char c = (char)i;

		assert_int_equal(ascii_space(c), in(i, " \t\n\v\f\r"));
		assert_int_equal(ascii_upper(c), in(i, upper));
		assert_int_equal(ascii_lower(c), in(i, lower));
		assert_int_equal(ascii_digit(c), in(i, "0123456789"));
		assert_int_equal(ascii_alpha(c), in(i, upper) || in(i, lower));
		assert_int_equal(ascii_alnum(c),
		                 ascii_alpha(c) || ascii_digit(c));
		assert_int_equal(ascii_fold(c),
		                 in(i, upper) ? (char)(c + 32) : c);
	}
}

static void
numbers(void **state)
{
	uint64_t n = 7;

	(void)state;
	assert_true(str_number(STR("0"), &n));
	assert_true(n == 0);
	assert_true(str_number(STR("18446744073709551615"), &n));
	assert_true(n == UINT64_MAX);
	assert_true(str_number(STR("000000000000000000000000012"), &n));
	assert_true(n == 12);
	assert_false(str_number(STR("18446744073709551616"), &n));
	assert_false(str_number(STR("99999999999999999999"), &n));
	assert_false(str_number(STR(""), &n));
	assert_false(str_number(STR("-1"), &n));
	assert_false(str_number(STR("1 "), &n));
	assert_true(n == 12);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(views_of_strings),
		cmocka_unit_test(comparing),
		cmocka_unit_test(starts_and_ends),
		cmocka_unit_test(finding),
		cmocka_unit_test(cutting),
		cmocka_unit_test(trimming),
		cmocka_unit_test(walking_lines),
		cmocka_unit_test(ascii_classes),
		cmocka_unit_test(numbers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
