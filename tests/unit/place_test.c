/* place_test.c - offsets in bytes and in code points, over parts. */
#include "test.h"

#include "place.h"
#include "utf8.h"

/* The text in parts of part bytes; every byte of each is asked for, forwards
 * or backwards, and compared with a count from the start. */
static void
check_parts(struct str text, size_t part, bool chars, bool back)
{
	struct place p = { .chars = chars };

	for (size_t from = 0; from < text.n; from += part) {
		struct doc doc = { .text = str_head(str_from(text, from), part),
			           .offset = from, .first = from == 0 };

		place_begin(&p, &doc);
		for (size_t i = 0; i <= doc.text.n; i++) {
			size_t at = back ? doc.text.n - i : i;
			struct str before = str_head(text, from + at);
			size_t want = chars ? utf8_count(before) : before.n;

			/* inside a code point nobody asks */
			if (utf8_floor(doc.text, at) == at)
				assert_int_equal(place_at(&p, at), want);
		}
		place_end(&p, doc.text.n);
	}
}

static void
every_offset(void **state)
{
	struct str text = STR("a\u00E9\u2019bc\U0001F600d\u00E9");

	(void)state;
	for (int how = 0; how < 4; how++)
		check_parts(text, text.n, how & 1, how & 2);
}

static void
over_parts(void **state)
{
	struct str text = STR("ab\u00E9e\u2019ijkl\u00E9\u00E9mn");

	(void)state;
	for (int how = 0; how < 4; how++)
		check_parts(text, 4, how & 1, how & 2);
}

/* Live mode hands the end of a part back: only what was used counts. */
static void
a_part_that_is_not_used_up(void **state)
{
	struct place p = { .chars = true };
	struct doc one = { .text = STR("\u00E9\u00E9ab"), .first = true };
	struct doc two = { .text = STR("ab\u00E9"), .offset = 4 };

	(void)state;
	place_begin(&p, &one);
	assert_int_equal(place_at(&p, 6), 4);
	place_end(&p, 4);
	place_begin(&p, &two);
	assert_int_equal(place_at(&p, 0), 2);
	assert_int_equal(place_at(&p, 4), 5);
	place_end(&p, 4);
}

static void
a_new_document_starts_at_zero(void **state)
{
	struct place p = { .chars = true };
	struct doc doc = { .text = STR("\u00E9x"), .first = true };

	(void)state;
	for (int i = 0; i < 3; i++) {
		place_begin(&p, &doc);
		assert_int_equal(place_at(&p, 2), 1);
		place_end(&p, 3);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_offset),
		cmocka_unit_test(over_parts),
		cmocka_unit_test(a_part_that_is_not_used_up),
		cmocka_unit_test(a_new_document_starts_at_zero),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
