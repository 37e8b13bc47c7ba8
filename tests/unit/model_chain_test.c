/* model_chain_test.c - rows of tags: trainer, format, best path. */
#include "test.h"

#include "model_chain.h"
#include "train_chain.h"

enum { WORDS = 4 };

/* Word 1 then 2 is a name of type 0, word 3 alone one of type 2. */
static void
teach(struct buf *out)
{
	static const int tags[WORDS] = {
		0, CHAIN_TAG(0, CHAIN_BEGIN), CHAIN_TAG(0, CHAIN_LAST),
		CHAIN_TAG(2, CHAIN_UNIT)
	};
	static const size_t end[CHAIN_GROUPS] = { 1, 1, 2 };
	static const uint32_t orders[2][WORDS] = {
		{ 0, 1, 2, 3 }, { 3, 1, 2, 0 }
	};
	const struct chain_train_opts opts = {
		.epochs = 20, .refit = 2, .rate = .1,
		.at_least = 2, .room = 100000 };
	struct chain_train *t = chain_train_new(&opts);

	for (int n = 0; n < 50; n++) {
		for (uint32_t i = 0; i < WORDS; i++) {
			uint32_t w = orders[n % 2][i];
			uint32_t f[2] = { w * 0x9E3779B1U, 7 };

			chain_train_token(t, f, end, 1U << tags[w]);
		}
		chain_train_end(t);
	}
	chain_train_write(t, out);
	chain_train_free(t);
}

static void
decode(const struct chain *c, const uint32_t *words, size_t n,
       unsigned char *tag)
{
	int32_t score[8][CHAIN_TAGS];

	for (size_t i = 0; i < n; i++) {
		uint32_t f[2] = { words[i] * 0x9E3779B1U, 7 };

		int16_t sum[CHAIN_TAGS];

		chain_score(c, f, 2, sum);
		for (int k = 0; k < CHAIN_TAGS; k++)
			score[i][k] = sum[k];
	}
	chain_decode(c, score, n, tag);
}

static void
learns_and_repeats(void **state)
{
	static const uint32_t words[] = { 3, 1, 2, 0 };
	struct buf a = { 0 }, b = { 0 };
	unsigned char tag[4];
	struct chain c;

	(void)state;
	teach(&a);
	teach(&b);
	assert_true(str_eq(buf_str(&a), buf_str(&b)));
	assert_true(chain_open(&c, buf_str(&a)));
	assert_true(chain_check(&c));
	decode(&c, words, 4, tag);
	assert_int_equal(tag[0], CHAIN_TAG(2, CHAIN_UNIT));
	assert_int_equal(tag[1], CHAIN_TAG(0, CHAIN_BEGIN));
	assert_int_equal(tag[2], CHAIN_TAG(0, CHAIN_LAST));
	assert_int_equal(tag[3], 0);
	buf_release(&a);
	buf_release(&b);
}

static void
tags_always_fit(void **state)
{
	static const uint32_t words[] = { 2, 1, 1, 2, 2, 3, 1 };
	struct buf a = { 0 };
	unsigned char tag[7];
	struct chain c;
	int before = 0;

	(void)state;
	teach(&a);
	assert_true(chain_open(&c, buf_str(&a)));
	decode(&c, words, 7, tag);
	for (size_t i = 0; i < 7; i++) {
		assert_true(chain_allows(before, tag[i]));
		before = tag[i];
	}
	assert_true(chain_allows(before, 0));
	buf_release(&a);
}

/* A fixed row of scores of O and of names of one token. */
static void
margins_are_those_of_best_rows(void **state)
{
	struct chain c = { .nrow = 0 };
	int32_t score[3][CHAIN_TAGS], margin[3][1 + CHAIN_TYPES];

	(void)state;
	for (int i = 0; i < 3; i++)
		for (int t = 0; t < CHAIN_TAGS; t++)
			score[i][t] = -500;
	for (int i = 0; i < 3; i++)
		score[i][0] = 0;
	score[1][CHAIN_TAG(1, CHAIN_UNIT)] = 40;
	score[1][CHAIN_TAG(3, CHAIN_UNIT)] = 10;
	score[2][CHAIN_TAG(0, CHAIN_UNIT)] = -20;
	c.pair[CHAIN_TAG(1, CHAIN_UNIT)][CHAIN_TAG(0, CHAIN_UNIT)] = 15;
	chain_margins(&c, score, 3, margin);
	assert_int_equal(margin[1][0], -40);
	assert_int_equal(margin[1][1 + 1], 0);
	assert_int_equal(margin[1][1 + 3], -30);
	assert_int_equal(margin[2][0], 0);
	assert_int_equal(margin[2][1 + 0], -5);
	assert_int_equal(margin[0][0], 0);
}

static void
checks_strangers(void **state)
{
	struct buf a = { 0 };
	struct chain c;
	size_t found = 0;

	(void)state;
	teach(&a);
	assert_false(chain_open(&c, str_head(buf_str(&a), 100)));
	assert_true(chain_open(&c, str_head(buf_str(&a), a.n - 1)));
	assert_false(chain_check(&c));
	/* Whatever byte of the table is wrong, it is safe or it is found. */
	for (size_t i = 2 * CHAIN_TAGS * CHAIN_TAGS; i < a.n; i++) {
		a.p[i] ^= 0x41;
		found += !chain_open(&c, buf_str(&a)) || !chain_check(&c);
		a.p[i] ^= 0x41;
	}
	assert_true(found > 0);
	buf_release(&a);
}

/* Rows without tokens, rows and tokens that are longer than is worked, half of
 * what is known hidden, and room for a part of it. */
static void
odd_rows_and_little_room(void **state)
{
	const struct chain_train_opts opts = {
		.epochs = 4, .refit = 2, .rate = .5, .drop = { .3, .3, .3 },
		.thin = .2, .margin = 1,
		.at_least = 3, .room = 200 };
	struct chain_train *t = chain_train_new(&opts);
	struct buf b = { 0 };
	struct chain c;
	static const size_t one[] = { 0, 0, 1 }, four[] = { 2, 3, 4 },
	                    thousand[] = { 1, 2, 1000 };
	uint32_t many[1000];

	(void)state;
	for (uint32_t i = 0; i < 1000; i++)
		many[i] = i * 0x9E3779B1U;
	chain_train_end(t);
	chain_train_token(t, many, thousand, 1);
	chain_train_end(t);
	for (uint32_t n = 0; n < 40; n++) {
		for (uint32_t i = 0; i < 12; i++)
			chain_train_token(t, many + n % 3 * 4 + i, four,
			    1U << (i % 4 == 0 ? CHAIN_TAG(1, CHAIN_UNIT) : 0));
		chain_train_end(t);
	}
	for (uint32_t i = 0; i <= CHAIN_MAX; i++)
		chain_train_token(t, many, one, 1);
	chain_train_end(t);
	chain_train_write(t, &b);
	chain_train_free(t);
	assert_true(chain_open(&c, buf_str(&b)));
	assert_true(chain_check(&c));
	assert_true(c.nrow > 0);
	assert_true(c.nrow * (CHAIN_HASH + CHAIN_ROW) <= 200);
	buf_release(&b);
}

/* Cut anywhere, and with counts that are too large. */
static void
broken_sections(void **state)
{
	struct buf a = { 0 };
	struct chain c;
	size_t pairs = 2 * CHAIN_TAGS * CHAIN_TAGS;

	(void)state;
	teach(&a);
	for (size_t n = 0; n < a.n; n++)
		if (chain_open(&c, str_head(buf_str(&a), n)))
			assert_false(chain_check(&c));
	for (int bits = 0; bits < 256; bits++) {
		a.p[pairs] = (char)bits;
		if (chain_open(&c, buf_str(&a)))
			assert_true(bits <= 16);
	}
	a.p[pairs] = 16;
	assert_false(chain_open(&c, buf_str(&a)));
	a.p[pairs] = 25;
	assert_false(chain_open(&c, buf_str(&a)));
	buf_release(&a);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(learns_and_repeats),
		cmocka_unit_test(tags_always_fit),
		cmocka_unit_test(margins_are_those_of_best_rows),
		cmocka_unit_test(checks_strangers),
		cmocka_unit_test(odd_rows_and_little_room),
		cmocka_unit_test(broken_sections),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
