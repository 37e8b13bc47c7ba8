/* model_test.c - linear models and their trainer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include "err.h"
#include "model.h"
#include "train.h"

/* yes when feature 1 is there, whatever the others say */
static void
teach(struct buf *out)
{
	struct train_opts opts = { .bits = 10, .epochs = 20, .rate = .2,
		                   .decay = 1e-5 };
	struct train *t = train_new(&opts);

	for (uint32_t i = 0; i < 200; i++) {
		uint32_t f[2] = { model_feature(0, i % 2),
			          model_feature(1, i % 7) };

		train_add(t, f, 2, i % 2 == 1, 1);
	}
	assert_int_equal(train_count(t), 200);
	train_write(t, "test", out);
	train_free(t);
}

static void
learns_and_repeats(void **state)
{
	struct buf a = { 0 }, b = { 0 };
	struct model m;

	(void)state;
	teach(&a);
	teach(&b);
	assert_true(str_eq(buf_str(&a), buf_str(&b)));
	assert_true(model_open(&m, buf_str(&a), "test", STR("m")));
	for (uint32_t i = 0; i < 14; i++) {
		uint32_t f[2] = { model_feature(0, i % 2),
			          model_feature(1, i % 7) };

		assert_true((model_score(&m, f, 2) > 0) == (i % 2 == 1));
	}
	buf_release(&a);
	buf_release(&b);
}

static void
refuses_what_is_no_model(void **state)
{
	struct buf a = { 0 };
	struct model m;
	size_t before = err_count();

	(void)state;
	teach(&a);
	assert_false(model_open(&m, buf_str(&a), "other", STR("m")));
	assert_false(model_open(&m, str_head(buf_str(&a), 31), "test",
	                        STR("m")));
	assert_false(model_open(&m, str_head(buf_str(&a), a.n - 1), "test",
	                        STR("m")));
	a.p[MODEL_HEADER + 5] ^= 1;
	assert_false(model_open(&m, buf_str(&a), "test", STR("m")));
	a.p[16] = 40;
	assert_false(model_open(&m, buf_str(&a), "test", STR("m")));
	assert_false(model_open(&m, STR(""), "test", STR("m")));
	assert_int_equal(err_count() - before, 6);
	buf_release(&a);
}

static void
probability_grows_and_is_even(void **state)
{
	(void)state;
	assert_int_equal(model_probability(0), 500);
	assert_int_equal(model_probability(MODEL_ONE), 731);
	assert_int_equal(model_probability(INT32_MAX), 999);
	assert_int_equal(model_probability(INT32_MIN), 1);
	for (int32_t x = -3000; x < 3000; x++)
		assert_true(model_probability(x) <= model_probability(x + 1));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(learns_and_repeats),
		cmocka_unit_test(refuses_what_is_no_model),
		cmocka_unit_test(probability_grows_and_is_even),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
