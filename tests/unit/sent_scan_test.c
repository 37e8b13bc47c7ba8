/* sent_scan_test.c - every way to find marks gives the obvious bits. */
#include "test.h"

#include <string.h>

#include "sent_scan.h"

static const char marks[] = ".!?\"()[]\n\xE2";

static bool
is_mark(char c)
{
	return memchr(marks, c, sizeof(marks) - 1) != NULL;
}

static void
every_byte_by_every_way(void **state)
{
	scan_masker *way;

	(void)state;
	assert_non_null(scan_way(0));
	for (size_t i = 0; (way = scan_way(i)) != NULL; i++) {
		for (int c = 0; c < 256; c++) {
			char block[SCAN_BLOCK];

			memset(block, c, sizeof(block));
			assert_true(way(block) ==
			            (is_mark((char)c) ? UINT64_MAX : 0));
			for (int at = 0; at < SCAN_BLOCK; at++) {
				memset(block, 'a', sizeof(block));
				block[at] = (char)c;
				assert_true(way(block) ==
				            (uint64_t)is_mark((char)c) << at);
			}
		}
	}
}

static void
mixed_bytes_by_every_way(void **state)
{
	uint32_t x = 1;
	char block[SCAN_BLOCK];

	(void)state;
	for (int round = 0; round < 20000; round++) {
		uint64_t want = 0;
		scan_masker *way;

		for (int i = 0; i < SCAN_BLOCK; i++) {
			x = x * 1664525 + 1013904223;
			block[i] = x >> 31 ? marks[(x >> 16) % 10]
			                   : (char)(x >> 20);
			want |= (uint64_t)is_mark(block[i]) << i;
		}
		for (size_t i = 0; (way = scan_way(i)) != NULL; i++)
			assert_true(way(block) == want);
	}
}

static void
next_is_the_first_at_or_behind(void **state)
{
	char bytes[200];
	struct scan s;

	(void)state;
	for (size_t n = 0; n <= sizeof(bytes); n += 7) {
		for (size_t i = 0; i < n; i++)
			bytes[i] = i % 61 == 5 ? '.' : 'a';
		scan_begin(&s, (struct str){ bytes, n });
		for (size_t step = 0; step < 2 * n; step++) {
			size_t at = step * 83 % (n + 1); /* to and fro */
			size_t want = at;

			while (want < n && !is_mark(bytes[want]))
				want++;
			assert_int_equal(scan_next(&s, at), want);
		}
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_byte_by_every_way),
		cmocka_unit_test(mixed_bytes_by_every_way),
		cmocka_unit_test(next_is_the_first_at_or_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
