/* freq_sort_test.c - records, tables and spilled runs in order. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "freq_opts.h"
#include "freq_sort.h"
#include "freq_spill.h"
#include "freq_text.h"

static int
by_bytes(const void *a, const void *b)
{
	return memcmp(a, b, 12);
}

static void
radix(void **state)
{
	enum { MANY = 5000, SIZE = 12 };
	static unsigned char got[MANY][SIZE], want[MANY][SIZE];

	(void)state;
	for (int round = 0; round < 8; round++) {
		for (size_t i = 0; i < MANY; i++)
			for (size_t j = 0; j < SIZE; j++)
				got[i][j] = (unsigned char)draw(
				    round < 4 ? 2 + (unsigned)round : 256);
		memcpy(want, got, sizeof(want));
		qsort(want, MANY, SIZE, by_bytes);
		freq_radix(got, MANY, SIZE, 0, SIZE);
		assert_memory_equal(got, want, sizeof(want));
	}
}

/* Words whose first eight or sixteen bytes are equal, short and long ones. */
static struct str
word_of(char *text, unsigned i)
{
	int n = i % 3 == 0   ? snprintf(text, 64, "w%u", i)
	        : i % 3 == 1 ? snprintf(text, 64, "longwordlong%u", i)
	                     : snprintf(text, 64, "longwordlongwordlong%u", i);

	return (struct str){ text, (size_t)n };
}

static void
fill(struct freq_table *t, unsigned many)
{
	char text[64];

	freq_table_init(t, sizeof(struct freq_slot));
	for (unsigned i = 0; i < many; i++)
		for (unsigned k = 0; k <= i % 4; k++)
			freq_table_add(t, word_of(text, i))->count++;
}

static void
order_of_a_table(void **state)
{
	enum { MANY = 3000, TOP = 100 };
	struct freq_table t;
	struct freq_order all = { 0 }, top = { .top = TOP, .min = 2 };
	struct freq_item before = { .count = UINT64_MAX }, item;
	struct freq_list list;

	(void)state;
	fill(&t, MANY);
	list = freq_sort(&t, &all);
	assert_int_equal(list.n, MANY);
	for (size_t i = 0; i < list.n; i++) {
		item = freq_list_item(&list, i);
		assert_true(item.count <= before.count);
		if (i > 0 && item.count == before.count)
			assert_true(str_cmp(before.word, item.word) < 0);
		before = item;
	}
	freq_table_release(&t);
	fill(&t, MANY);
	list = freq_sort(&t, &top);
	assert_int_equal(list.n, TOP);
	for (size_t i = 0; i < list.n; i++)
		assert_int_equal(freq_list_item(&list, i).count, 4);
	freq_table_release(&t);
}

/* The same records come out in the same order from memory and from runs. */
static void
spilled_runs(void **state)
{
	enum { MANY = 20000, WIDTH = 4 };
	struct freq_spill memory, runs;
	uint32_t a[WIDTH], b[WIDTH], before[WIDTH] = { 0 };

	(void)state;
	freq_spill_open(&memory, WIDTH, WIDTH, 1 << 24);
	freq_spill_open(&runs, WIDTH, WIDTH, 1 << 14);
	for (size_t i = 0; i < MANY; i++) {
		for (size_t j = 0; j < WIDTH; j++)
			a[j] = (uint32_t)draw(i % 2 == 0 ? 3 : UINT32_MAX);
		freq_spill_add(&memory, a);
		freq_spill_add(&runs, a);
	}
	for (size_t i = 0; i < MANY; i++) {
		assert_true(freq_spill_next(&memory, a));
		assert_true(freq_spill_next(&runs, b));
		assert_memory_equal(a, b, sizeof(a));
		for (size_t j = 0; j < WIDTH; j++) {
			assert_true(a[j] >= before[j]);
			if (a[j] != before[j])
				break;
		}
		memcpy(before, a, sizeof(a));
	}
	assert_true(runs.fd >= 0 && memory.fd < 0);
	assert_false(freq_spill_next(&memory, a));
	assert_false(freq_spill_next(&runs, a));
	freq_spill_close(&memory);
	freq_spill_close(&runs);
}

static void
what_is_asked(void **state)
{
	unsigned sizes;
	size_t bytes;

	(void)state;
	assert_true(freq_parse_sizes(STR("2"), &sizes) && sizes == 4);
	assert_true(freq_parse_sizes(STR("1,3"), &sizes) && sizes == 14);
	assert_false(freq_parse_sizes(STR("10"), &sizes));
	assert_false(freq_parse_sizes(STR("3,2"), &sizes));
	assert_false(freq_parse_sizes(STR("x"), &sizes));
	assert_true(freq_parse_bytes(STR("512M"), &bytes));
	assert_int_equal(bytes, 512 << 20);
	assert_false(freq_parse_bytes(STR("M"), &bytes));
}

/* Two documents of 10 words: 3 of 4 in the first; and as one list. */
static void
dispersion(void **state)
{
	struct freq_row row = { .count = 4, .docs = 2, .words = 20 };
	double want = 0.75 * 0.5849625 - 0.25; /* 3/4 log2 3/2 + 1/4 log2 1/2 */
	double got;

	(void)state;
	row.spread = freq_spread(3, 10) + freq_spread(1, 10);
	got = freq_dkl(&row);
	assert_true(got >= want - 1e-6 && got < want + 1e-6);
	assert_int_equal(freq_spread_of(got, 4, 20), row.spread);
	row = (struct freq_row){ .count = 4, .docs = 1, .words = 20 };
	row.spread = freq_spread(4, 20);
	assert_true(freq_dkl(&row) <= 0);
	assert_int_equal(freq_spread_of(0, 4, 20), row.spread);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(radix),
		cmocka_unit_test(order_of_a_table),
		cmocka_unit_test(spilled_runs),
		cmocka_unit_test(what_is_asked),
		cmocka_unit_test(dispersion),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
