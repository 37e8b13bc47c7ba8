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

/* The marks of one block, as bits. */
static uint64_t
bits(scan_marker *way, const char *block)
{
	uint16_t to[SCAN_BLOCK + SCAN_SLACK];
	uint16_t *end = way(to, block, 1);
	uint64_t mask = 0;

	for (const uint16_t *p = to; p < end; p++) {
		assert_true(p == to || p[-1] < *p);
		mask |= (uint64_t)1 << *p;
	}
	return mask;
}

static void
every_byte_by_every_way(void **state)
{
	scan_marker *way;

	(void)state;
	assert_non_null(scan_way(0));
	for (size_t i = 0; (way = scan_way(i)) != NULL; i++) {
		for (int c = 0; c < 256; c++) {
			char block[SCAN_BLOCK];

			memset(block, c, sizeof(block));
			assert_true(bits(way, block) ==
			            (is_mark((char)c) ? UINT64_MAX : 0));
			for (int at = 0; at < SCAN_BLOCK; at++) {
				memset(block, 'a', sizeof(block));
				block[at] = (char)c;
				assert_true(bits(way, block) ==
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
		scan_marker *way;

		for (int i = 0; i < SCAN_BLOCK; i++) {
			x = x * 1664525 + 1013904223;
			block[i] = x >> 31 ? marks[(x >> 16) % 10]
			                   : (char)(x >> 20);
			want |= (uint64_t)is_mark(block[i]) << i;
		}
		for (size_t i = 0; (way = scan_way(i)) != NULL; i++)
			assert_true(bits(way, block) == want);
	}
}

static void
next_is_the_first_at_or_behind(void **state)
{
	static char bytes[3 * SCAN_BLOCK * SCAN_BLOCKS];
	static struct scan s;

	(void)state;
	for (size_t n = 0; n <= sizeof(bytes); n += n < 200 ? 7 : 1777) {
		for (size_t i = 0; i < n; i++)
			bytes[i] = i % 61 == 5 ? '.' : 'a';
		scan_begin(&s, (struct str){ bytes, n });
		for (size_t step = 0; step < 2 * n; step++) {
			/* to and fro */
			size_t at = step * (n < 200 ? 83 : 2083) % (n + 1);
			size_t want = at;

			while (want < n && !is_mark(bytes[want]))
				want++;
			assert_int_equal(scan_next(&s, at), want);
		}
	}
}

/* The places of marks run on over blocks. */
static void
blocks_are_counted_on(void **state)
{
	static char bytes[SCAN_BLOCK * SCAN_BLOCKS];
	static uint16_t to[sizeof(bytes) + SCAN_SLACK];
	scan_marker *way;

	(void)state;
	for (size_t i = 0; i < sizeof(bytes); i++)
		bytes[i] = i % 7 == 3 || i < SCAN_BLOCK ? '.' : 'a';
	for (size_t i = 0; (way = scan_way(i)) != NULL; i++) {
		uint16_t *end = way(to, bytes, SCAN_BLOCKS);
		const uint16_t *p = to;

		for (size_t at = 0; at < sizeof(bytes); at++)
			if (bytes[at] == '.')
				assert_int_equal(*p++, at);
		assert_ptr_equal(p, end);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_byte_by_every_way),
		cmocka_unit_test(mixed_bytes_by_every_way),
		cmocka_unit_test(blocks_are_counted_on),
		cmocka_unit_test(next_is_the_first_at_or_behind),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
