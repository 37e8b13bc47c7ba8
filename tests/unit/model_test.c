/* model_test.c - linear models and their trainer. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <string.h>

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

static struct buf
taught_with(double rate, double dropout)
{
	struct train_opts opts = { .bits = 4, .epochs = 3, .rate = rate,
		                   .dropout = dropout };
	struct train *t = train_new(&opts);
	struct buf b = { 0 };

	for (uint32_t i = 0; i < 50; i++) {
		uint32_t f[9] = { i % 2, 2, 2, 2, 2, 2, 2, 2, 2 };

		train_add(t, f, i % 2 == 1 ? 9 : 1, i % 2 == 1, 1);
	}
	train_write(t, "test", &b);
	train_free(t);
	return b;
}

static int
weight_of(const struct buf *b, uint32_t feature)
{
	struct model m;

	assert_true(model_open(&m, buf_str(b), "test", STR("m")));
	return model_score(&m, &feature, 1);
}

static void
weights_stay_in_their_range(void **state)
{
	struct buf b = taught_with(1e5, 0);

	(void)state;
	assert_int_equal(weight_of(&b, 0), INT16_MIN);
	assert_int_equal(weight_of(&b, 1), INT16_MAX);
	buf_release(&b);
}

static void
dropping_out_learns_the_same_side(void **state)
{
	struct buf b = taught_with(.1, .5), again = taught_with(.1, .5);

	(void)state;
	assert_true(str_eq(buf_str(&b), buf_str(&again)));
	assert_true(weight_of(&b, 0) < 0);
	assert_true(weight_of(&b, 2) > 0);
	buf_release(&b);
	buf_release(&again);
}

/* Whatever byte of a header is wrong, and wherever the file is cut. */
static void
broken_headers(void **state)
{
	struct buf b = taught_with(.1, 0), empty = { 0 };
	struct model m;

	(void)state;
	for (size_t i = 0; i < MODEL_HEADER; i++) {
		b.p[i] ^= 0x20;
		if (i <= 16 || (i >= 20 && i < 24))
			assert_false(model_open(&m, buf_str(&b), "test",
			                        STR("m")));
		b.p[i] ^= 0x20;
	}
	for (size_t n = 0; n < b.n; n++)
		assert_false(model_open(&m, str_head(buf_str(&b), n), "test",
		                        STR("m")));
	b.p[16] = 5; /* twice the weights that there are */
	assert_false(model_open(&m, buf_str(&b), "test", STR("m")));
	b.p[16] = MODEL_BITS_MAX + 1;
	assert_false(model_open(&m, buf_str(&b), "test", STR("m")));
	model_wrap(&empty, "test", STR(""));
	assert_int_equal(empty.n, MODEL_HEADER);
	assert_false(model_open(&m, buf_str(&empty), "test", STR("m")));
	buf_release(&b);
	buf_release(&empty);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(learns_and_repeats),
		cmocka_unit_test(refuses_what_is_no_model),
		cmocka_unit_test(probability_grows_and_is_even),
		cmocka_unit_test(weights_stay_in_their_range),
		cmocka_unit_test(dropping_out_learns_the_same_side),
		cmocka_unit_test(broken_headers),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
