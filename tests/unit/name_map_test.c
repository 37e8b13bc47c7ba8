/* name_map_test.c - compact tables of hashes. */
#include "test.h"

#include "model.h"
#include "name_map.h"

enum { N = 5000 };

static void
fill(struct buf *out)
{
	static struct name_pair v[N + 1];

	for (uint32_t i = 0; i < N; i++)
		v[i] = (struct name_pair){ model_feature(1, i), i % 4000 };
	v[N] = (struct name_pair){ model_feature(1, 17), 4000 };
	name_map_write(out, v, N + 1);
}

static void
finds_what_is_there(void **state)
{
	struct buf b = { 0 };
	struct name_map m;
	uint32_t value;
	size_t strangers = 0, wrong = 0;

	(void)state;
	fill(&b);
	assert_true(name_map_open(&m, buf_str(&b)));
	assert_true(name_map_check(&m));
	for (uint32_t i = 0; i < N; i++) {
		assert_true(name_map_find(&m, model_feature(1, i), &value));
		wrong += value != i % 4000;
	}
	for (uint32_t i = 0; i < N; i++)
		strangers += name_map_find(&m, model_feature(2, i), &value);
	/* 22 bits of the hash are kept. */
	assert_true(strangers < 25);
	assert_true(wrong < 15);
	buf_release(&b);
}

static void
empty_is_fine(void **state)
{
	struct buf b = { 0 };
	struct name_map m;
	uint32_t value;

	(void)state;
	name_map_write(&b, NULL, 0);
	assert_true(name_map_open(&m, buf_str(&b)));
	assert_true(name_map_check(&m));
	assert_false(name_map_find(&m, 12345, &value));
	buf_release(&b);
}

static void
checks_strangers(void **state)
{
	struct buf b = { 0 };
	struct name_map m;

	(void)state;
	fill(&b);
	assert_false(name_map_open(&m, str_head(buf_str(&b), 3)));
	assert_true(name_map_open(&m, str_head(buf_str(&b), b.n - 4)));
	assert_false(name_map_check(&m));
	b.p[6] ^= 0x7F;
	assert_true(name_map_open(&m, buf_str(&b)));
	assert_false(name_map_check(&m));
	buf_release(&b);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(finds_what_is_there),
		cmocka_unit_test(empty_is_fine),
		cmocka_unit_test(checks_strangers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
