/* buf_test.c - growing rows of bytes. */
#include "test.h"

#include <string.h>

#include "buf.h"

static void
adding(void **state)
{
	struct buf b = { 0 };

	(void)state;
	assert_int_equal(buf_str(&b).n, 0);
	buf_add(&b, (struct str){ NULL, 0 });
	buf_add(&b, STR("a\0b"));
	buf_char(&b, '\xFF');
	buf_cstr(&b, "cd");
	buf_cstr(&b, NULL);
	assert_bytes(buf_str(&b), "a\0b\xFF" "cd");
	buf_clear(&b);
	assert_int_equal(b.n, 0);
	buf_release(&b);
	assert_null(b.p);
	buf_cstr(&b, "again");
	assert_str(buf_str(&b), "again");
	buf_release(&b);
}

static void
numbers(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_num(&b, 0);
	buf_char(&b, ' ');
	buf_num(&b, 1050);
	buf_char(&b, ' ');
	buf_num(&b, UINT64_MAX);
	buf_char(&b, ' ');
	buf_hex(&b, 0x202E, 4);
	buf_hex(&b, 0xA, 2);
	buf_hex(&b, UINT64_MAX, 16);
	assert_str(buf_str(&b),
	           "0 1050 18446744073709551615 202e0affffffffffffffff");
	buf_release(&b);
}

static void
dropping(void **state)
{
	struct buf b = { 0 };

	(void)state;
	buf_drop(&b, 0);
	buf_cstr(&b, "abcdef");
	buf_drop(&b, 0);
	buf_drop(&b, 2);
	assert_str(buf_str(&b), "cdef");
	buf_drop(&b, 4);
	assert_int_equal(b.n, 0);
	buf_release(&b);
}

static void
growing_keeps_the_bytes(void **state)
{
	struct buf b = { 0 };
	char *p;

	(void)state;
	for (int i = 0; i < 100000; i++)
		buf_char(&b, (char)i);
	for (int i = 0; i < 100000; i++)
		assert_int_equal(b.p[i], (char)i);
	p = buf_reserve(&b, 1000000);
	assert_ptr_equal(p, b.p + b.n);
	assert_true(b.room >= b.n + 1000000);
	memset(p, 'x', 1000000);
	assert_int_equal(b.n, 100000);
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adding),
		cmocka_unit_test(numbers),
		cmocka_unit_test(dropping),
		cmocka_unit_test(growing_keeps_the_bytes),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
