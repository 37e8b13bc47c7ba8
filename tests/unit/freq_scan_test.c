/* freq_scan_test.c - the fast way gives the words of the slow one. */
#include "test.h"

#include <stdlib.h>

#include "freq_class.h"
#include "freq_key.h"
#include "freq_scan.h"
#include "freq_text.h"
#include "freq_word.h"

static void
variants_agree(void **state)
{
	freq_class_fn *const *all = freq_class_all();
	char block[FREQ_BLOCK];

	(void)state;
	for (int round = 0; round < 4000; round++) {
		struct freq_masks want;

		for (size_t i = 0; i < FREQ_BLOCK; i++)
			block[i] = (char)draw(round % 2 == 0 ? 256 : 128);
		all[0](block, &want);
		for (size_t v = 1; all[v] != NULL; v++) {
			struct freq_masks got;

			all[v](block, &got);
			assert_memory_equal(&got, &want, sizeof(got));
		}
	}
}

static void
classes_of_ascii(void **state)
{
	char block[FREQ_BLOCK] = "aZ09_#@/'-.,:;&+\" [`{\n";
	struct freq_masks m;

	(void)state;
	freq_class_best()(block, &m);
	assert_int_equal(m.word, 0xFF);
	assert_int_equal(m.mark, 0x1FFF0);
	assert_int_equal(m.high, 0);
}

/* Takes the words of text out of the table again, one by one. */
static size_t
take_out(struct freq_table *t, struct str text, unsigned rules)
{
	struct buf key = { 0 };
	struct span word;
	size_t at = 0, n = 0;

	for (; freq_word_next(text, &at, rules, &word); n++) {
		struct freq_slot *s;

		freq_word_key(&key, str_sub(text, word), rules);
		s = freq_table_find(t, buf_str(&key));
		if (s == NULL || s->count == 0)
			print_error("missing: %.*s in \"%.*s\"\n", (int)key.n,
			            key.p, (int)text.n, text.p);
		assert_non_null(s);
		assert_true(s->count > 0);
		s->count--;
	}
	buf_release(&key);
	return n;
}

static void
check_scan(freq_class_fn *class, struct str text, unsigned rules)
{
	struct freq_table t;
	struct freq_scan s;
	uint64_t words;

	freq_table_init(&t, sizeof(struct freq_slot));
	freq_scan_open(&s, &t, rules);
	s.class = class;
	freq_scan_text(&s, text);
	words = freq_scan_end(&s);
	assert_int_equal(take_out(&t, text, rules), words);
	freq_table_release(&t);
	freq_scan_close(&s);
}

static void
as_word_by_word(void **state)
{
	static const unsigned rules[] = { 0, FREQ_SPLIT_HYPHENS,
		                          FREQ_KEEP_CASE, 0 };
	enum { MOST = 2000 };
	char *text = malloc(MOST * TEXT_PIECE_MAX);

	(void)state;
	for (int round = 0; round < 6000; round++) {
		size_t count = round % 20 == 0 ? draw(MOST) : draw(60);
		size_t n = random_text(text, count, round % 2 == 0);
		struct str s = { text, n };
		freq_class_fn *const *v;

		for (v = freq_class_all(); *v != NULL; v++)
			check_scan(*v, s, rules[draw(4)]);
	}
	free(text);
}

/* Where the marks of e-mail addresses may stand that stand nowhere else. */
static void
addresses(void **state)
{
	static const char *const texts[] = {
		"z-_0@0.3.~", "a-_@b.c", "a-__-b@c.d", "\u00E9-_@b.c",
		"a_-_b@c.d", "a-_b c", "a--_b@c.d", "-_b@c.d", "a+_b@c.d",
		"a._b@c.d", "a-_b@c-_d.e", "\u00E9-b@c.d",
		"a\u00E9-b@c.d \u00E9- a", "\265$z-_0@0.3.~\3210\267",
	};
	static const unsigned rules[] = { 0, FREQ_SPLIT_HYPHENS,
		                          FREQ_KEEP_CASE };
	freq_class_fn *const *v;

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++)
		for (v = freq_class_all(); *v != NULL; v++)
			for (size_t k = 0; k < 3; k++)
				check_scan(*v, str_of(texts[i]), rules[k]);
}

/* A token of the length of many chunks, and one byte at each place. */
static void
long_tokens(void **state)
{
	enum { LONG = 20000 };
	char *text = malloc(LONG);

	(void)state;
	for (size_t n = 4090; n < 4170; n++) {
		memset(text, 'x', LONG);
		text[n] = ' ';
		text[n / 2] = (char)draw(256);
		check_scan(freq_class_best(), (struct str){ text, LONG }, 0);
		check_scan(freq_class_best(), (struct str){ text, n }, 0);
	}
	free(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(variants_agree),
		cmocka_unit_test(classes_of_ascii),
		cmocka_unit_test(as_word_by_word),
		cmocka_unit_test(addresses),
		cmocka_unit_test(long_tokens),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
