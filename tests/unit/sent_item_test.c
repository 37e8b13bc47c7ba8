/* sent_item_test.c - list marks: what is one, and which follows which. */
#include "test.h"

#include <string.h>

#include "sent_item.h"

static struct item
read_at(const char *text, size_t *end)
{
	struct look k = { str_of(text), false };

	*end = 99;
	return item_read(&k, 0, end);
}

static void
marks_are_read(void **state)
{
	static const struct {
		const char *text;
		struct item item; /* number, letter, bullet, point, bracket */
		size_t end;
	} rows[] = {
		{ "1. a", { 1, false, false, true, false }, 2 },
		{ "12) a", { 12, false, false, false, true }, 3 },
		{ "3.) a", { 3, false, false, true, true }, 3 },
		{ "999. a", { 999, false, false, true, false }, 4 },
		{ "a. b", { 1, true, false, true, false }, 2 },
		{ "z) b", { 26, true, false, false, true }, 2 },
		{ "* 7. b", { 7, false, true, true, false }, 4 },
		{ "\u2022 9. b", { 9, false, true, true, false }, 6 },
		{ "\u00B72) b", { 2, false, true, false, true }, 4 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t end;
		struct item m = read_at(rows[i].text, &end);
		const struct item *want = &rows[i].item;

		assert_int_equal(m.number, want->number);
		assert_int_equal(m.letter, want->letter);
		assert_int_equal(m.bullet, want->bullet);
		assert_int_equal(m.point, want->point);
		assert_int_equal(m.bracket, want->bracket);
		assert_int_equal(end, rows[i].end);
	}
}

static void
other_starts_are_none(void **state)
{
	static const char *const rows[] = {
		"1 a", "1.a", "1000. a", "A. a", "ab. a", ". a", "", "1.",
		"(1) a", "-1. a", "1 . a", "* a", "\u2022 So",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		size_t end;

		assert_int_equal(read_at(rows[i], &end).number, 0);
		assert_int_equal(end, 99);
	}
}

/* The gap before the last mark of a text, when it follows the first one; else
 * an empty span at 0. */
static struct span
gap_in(const char *text)
{
	struct look k = { str_of(text), false };
	size_t end = 0;
	struct item first = item_read(&k, 0, &end);
	struct span at = { 0, 0 };

	at.beg = at.end = (size_t)(strrchr(text, first.point ? '.' : ')') -
	                           text);
	if (!item_follows(&first, &k, 0, &at))
		at = (struct span){ 0, 0 };
	return at;
}

static void
the_next_mark_ends_a_sentence(void **state)
{
	(void)state;
	assert_span(gap_in("1) so 2) and"), 5, 6);
	assert_span(gap_in("1. so  2. and"), 5, 7);
	assert_span(gap_in("a. so\tb. and"), 5, 6);
	assert_span(gap_in("9.) so 10.) and"), 6, 7);
	assert_span(gap_in("\u2022 9. so \u2022 10. and"), 9, 10);
}

static void
another_mark_does_not(void **state)
{
	static const char *const rows[] = {
		"1) so 3) and",  /* not the next */
		"1) so 1) and",  "1) so b) and",  "a) so 2) and",
		"1.) so 2) and", /* of another shape */
		"1) so(2) and",  /* touches a word */
		"1) so 2)and",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		if (gap_in(rows[i]).end != 0)
			print_error("%s\n", rows[i]);
		assert_span(gap_in(rows[i]), 0, 0);
	}
}

/* A row of blanks that is longer than anybody looks is no gap. */
static void
long_gaps_are_none(void **state)
{
	char text[2 * ITEM_GAP] = "1) so";

	(void)state;
	memset(text + 5, ' ', ITEM_GAP - 1);
	strcpy(text + 5 + ITEM_GAP - 1, "2) and");
	assert_span(gap_in(text), 5, 5 + ITEM_GAP - 1);
	memset(text + 5, ' ', ITEM_GAP);
	strcpy(text + 5 + ITEM_GAP, "2) and");
	assert_span(gap_in(text), 0, 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(marks_are_read),
		cmocka_unit_test(other_starts_are_none),
		cmocka_unit_test(the_next_mark_ends_a_sentence),
		cmocka_unit_test(another_mark_does_not),
		cmocka_unit_test(long_gaps_are_none),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
