/* err_test.c - messages, their escapes, what counts as a failure. */
#include "test.h"

#include <errno.h>

#include "err.h"

static struct buf told;

static void
keep(void *context, struct str message)
{
	buf_add(context, message);
	buf_char(context, '\n');
}

static void
escaping(void **state)
{
	struct buf b = { 0 };

	(void)state;
	err_escape(&b, STR("a\nb\tc\\d\r\x1B[0m\x7F\0\xFF\xE2\x80"));
	assert_str(buf_str(&b),
	           "a\\nb\\tc\\\\d\\x0d\\x1b[0m\\x7f\\x00\\xff\\xe2\\x80");
	buf_clear(&b);
	err_escape(&b, STR("\u202Etxt.\u00E9\u2019\xC2\x9B\U000E0041"));
	assert_str(buf_str(&b),
	           "\\u{202e}txt.\u00E9\u2019\\u{009b}\\u{e0041}");
	buf_release(&b);
}

static void
messages(void **state)
{
	(void)state;
	err_on_report(keep, &told);
	err_report(STR("a\nb"), "no such document");
	err_report(STR(""), "nothing to do");
	err_detail(STR("a.csv"), "no such column", STR("te\txt"));
	err_errno(STR("x"), ENOENT);
	err_warn(STR("y"), "nothing was kept");
	assert_str(buf_str(&told), "a\\nb: no such document\n"
	                           "nothing to do\n"
	                           "a.csv: no such column 'te\\txt'\n"
	                           "x: No such file or directory\n"
	                           "y: nothing was kept\n");
	buf_release(&told);
	err_on_report(NULL, NULL);
}

static void
a_warning_is_no_failure(void **state)
{
	size_t before = err_count();

	(void)state;
	err_warn(STR("x"), "odd");
	assert_int_equal(err_count(), before);
	err_report(STR("x"), "bad");
	err_detail(STR("x"), "bad", STR("y"));
	err_errno(STR("x"), EIO);
	assert_int_equal(err_count(), before + 3);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(escaping),
		cmocka_unit_test(messages),
		cmocka_unit_test(a_warning_is_no_failure),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
