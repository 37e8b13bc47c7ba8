/* model_index_test.c - where buckets begin. */
#include "test.h"

#include "model_index.h"

enum { BITS = 5, BUCKETS = 1 << BITS };

static size_t
fill(struct buf *out)
{
	uint32_t count[BUCKETS];
	size_t n = 0;

	for (uint32_t b = 0; b < BUCKETS; b++) {
		count[b] = b * 7 % (INDEX_ENTRIES_MAX + 1);
		n += count[b];
	}
	model_index_write(out, count, BITS);
	return n;
}

static void
finds_every_bucket(void **state)
{
	struct buf b = { 0 };
	struct model_index x;
	struct str section;
	uint32_t at = 0;
	size_t n = fill(&b);

	(void)state;
	buf_cstr(&b, "rest");
	section = buf_str(&b);
	assert_true(model_index_open(&x, &section));
	assert_str(section, "rest");
	assert_true(model_index_check(&x, n));
	for (uint32_t k = 0; k < BUCKETS; k++) {
		uint32_t first, count = model_index_find(&x, k | 0xABCD00,
		                                         &first);

		assert_int_equal(first, at);
		assert_int_equal(count, k * 7 % (INDEX_ENTRIES_MAX + 1));
		at += count;
	}
	buf_release(&b);
}

static void
checks_strangers(void **state)
{
	struct buf b = { 0 };
	struct model_index x;
	struct str section;
	size_t n = fill(&b);

	(void)state;
	section = str_head(buf_str(&b), b.n - 1);
	assert_false(model_index_open(&x, &section));
	section = buf_str(&b);
	assert_true(model_index_open(&x, &section));
	assert_false(model_index_check(&x, n + 1));
	for (size_t i = 1; i < b.n; i++) {
		b.p[i] ^= 0x40;
		assert_false(model_index_check(&x, n));
		b.p[i] ^= 0x40;
	}
	b.p[0] = 2;
	section = buf_str(&b);
	assert_false(model_index_open(&x, &section));
	buf_release(&b);
}

static void
has_few_in_a_bucket(void **state)
{
	(void)state;
	assert_int_equal(model_index_bits(0, 4), 3);
	assert_int_equal(model_index_bits(4 * 1024, 4), 10);
	assert_int_equal(model_index_bits(SIZE_MAX, 4), 16);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_every_bucket),
		cmocka_unit_test(checks_strangers),
		cmocka_unit_test(has_few_in_a_bucket),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
