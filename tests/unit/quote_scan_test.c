/* quote_scan_test.c - which quotation marks open, which close. */
#include "test.h"

#include "quote_layout.h"
#include "quote_scan.h"

static struct arena a;

static int
clean(void **state)
{
	(void)state;
	arena_reset(&a);
	return 0;
}

/* The pieces of text are these, a NULL behind the last. */
static struct pieces
check(const char *text, enum quote_single single, const char *const *want)
{
	struct pieces p = quote_scan(&a, str_of(text), single);
	size_t n = 0;

	for (; want[n] != NULL && n < p.n; n++)
		assert_str(str_sub(str_of(text), p.v[n].at), want[n]);
	assert_null(want[n]);
	assert_int_equal(p.n, n);
	return p;
}

#define PIECES(...) (const char *const[]){ __VA_ARGS__, NULL }
#define NOTHING (const char *const[]){ NULL }

static void
every_family_of_marks(void **state)
{
	(void)state;
	check("\"We go,\" he said.", QUOTE_SINGLE_AUTO, PIECES("We go,"));
	check("“We go,” he said.", QUOTE_SINGLE_AUTO, PIECES("We go,"));
	check("''We go,'' he said.", QUOTE_SINGLE_AUTO, PIECES("We go,"));
	check("``We go,'' he said.", QUOTE_SINGLE_AUTO, PIECES("We go,"));
	check("«We go», he said.", QUOTE_SINGLE_AUTO, PIECES("We go"));
	check("„We go“, he said.", QUOTE_SINGLE_AUTO, PIECES("We go"));
	check("\uFFFDWe don\uFFFDt go,\uFFFD he said.", QUOTE_SINGLE_AUTO,
	      PIECES("We don\uFFFDt go,"));
}

static void
nested_marks_stay_inside(void **state)
{
	(void)state;
	check("\"What the 'but' is,\" he said. \"It's 'no'.\"",
	      QUOTE_SINGLE_AUTO, PIECES("What the 'but' is,", "It's 'no'."));
	check("'He said \"no\" to me,' she said. 'I left.'",
	      QUOTE_SINGLE_AUTO, PIECES("He said \"no\" to me,", "I left."));
}

static void
single_marks_where_the_text_speaks_in_them(void **state)
{
	const char *text = "'It's the players' night,' he said. "
	                   "The '90s were 'dire'.";

	(void)state;
	check(text, QUOTE_SINGLE_AUTO,
	      PIECES("It's the players' night,", "dire"));
	check(text, QUOTE_SINGLE_OFF, NOTHING);
	check("The 'big' dog's bone.", QUOTE_SINGLE_AUTO, PIECES("big"));
	check("The players' wives' '90s.", QUOTE_SINGLE_AUTO, NOTHING);
	check("The 'big' dog said \"no\" twice.", QUOTE_SINGLE_AUTO,
	      PIECES("no"));
	check("The 'big' dog's bone.", QUOTE_SINGLE_ON, PIECES("big"));
}

static void
inches_are_no_quotation(void **state)
{
	(void)state;
	check("The 6'2\" man hit a 12\" pipe and \"nobody saw\" it.",
	      QUOTE_SINGLE_AUTO, PIECES("nobody saw"));
	check("He read \"1984\" twice.", QUOTE_SINGLE_AUTO, PIECES("1984"));
}

static void
paragraphs_that_open_again(void **state)
{
	struct pieces p;

	(void)state;
	p = check("\"One. Two.\n\n\"Three. Four.\n\n\"Five,\" she said.\n",
	          QUOTE_SINGLE_AUTO, PIECES("One. Two.", "Three. Four.",
	                                    "Five,"));
	assert_false(p.v[0].again);
	assert_true(p.v[1].again);
	assert_true(p.v[2].again);
}

/* Paragraphs that somebody has run together. */
static void
opens_again_within_a_line(void **state)
{
	struct pieces p;

	(void)state;
	p = check("\"One,\" she said. \"Two. Three. \"Four. Five.\" She left.",
	          QUOTE_SINGLE_AUTO,
	          PIECES("One,", "Two. Three.", "Four. Five."));
	assert_false(p.v[1].again);
	assert_true(p.v[2].again);
}

static void
a_line_that_does_not_open_goes_on(void **state)
{
	(void)state;
	check("\"We go home.\nIt is late,\" he said.\nShe left.\n",
	      QUOTE_SINGLE_AUTO, PIECES("We go home.\nIt is late,"));
}

static void
one_odd_mark_spoils_one_paragraph(void **state)
{
	(void)state;
	check("The \"odd mark is here. More.\nHe said: \"We go.\"\n"
	      "\"Now,\" she said.\n", QUOTE_SINGLE_AUTO,
	      PIECES("odd mark is here.", "We go.", "Now,"));
	check("\"We go, Ann Lee said.\nLater:\n\"Now,\" she said.\n",
	      QUOTE_SINGLE_AUTO, PIECES("We go,", "Now,"));
	check("We go,\" he said. \"Now.\"\n", QUOTE_SINGLE_AUTO,
	      PIECES("We go,", "Now."));
	check("Lee said, We go now.\"\n", QUOTE_SINGLE_AUTO,
	      PIECES("We go now."));
}

static void
lost_closing_mark(void **state)
{
	(void)state;
	check("\"We will go, the mayor of Hull, Ann Lee, told him.\nYes.\n",
	      QUOTE_SINGLE_AUTO, PIECES("We will go,"));
	check("Lee said, \"It is late. The boats wait. Lane said no.\n",
	      QUOTE_SINGLE_AUTO, PIECES("It is late. The boats wait."));
	check("\"We go, said Lee. He had a \"bad day\".\n", QUOTE_SINGLE_AUTO,
	      PIECES("We go,", "bad day"));
	check("It was \"grim at sea.\nThey were \"wet\", \"cold\".\n",
	      QUOTE_SINGLE_AUTO, PIECES("grim at sea", "wet", "cold"));
}

static void
lost_opening_mark(void **state)
{
	(void)state;
	check("It rained. We can't go,\" he said.\n", QUOTE_SINGLE_AUTO,
	      PIECES("We can't go,"));
	check("\"No,\" he said. The boats wait.\"\nYes.\n",
	      QUOTE_SINGLE_AUTO, PIECES("No,", "The boats wait."));
	check("Lee told the paper: The boats wait. I think so.\"\n",
	      QUOTE_SINGLE_AUTO, PIECES("The boats wait. I think so."));
	check("We are wet. The boats wait.\"\nYes.\n", QUOTE_SINGLE_AUTO,
	      PIECES("We are wet. The boats wait."));
	check("The boats wait in the harbour.\" It rained.\n",
	      QUOTE_SINGLE_AUTO, NOTHING);
}

static void
loose_typography(void **state)
{
	(void)state;
	check("He said \" we go \" and left.", QUOTE_SINGLE_AUTO,
	      PIECES("we go"));
	check("He said,\"We go.\"", QUOTE_SINGLE_AUTO, PIECES("We go."));
	check("“We go,\" he said. \"Now,” he said.", QUOTE_SINGLE_AUTO,
	      PIECES("We go,", "Now,"));
}

static void
layout(void **state)
{
	(void)state;
	assert_true(quote_blocks(str_of("One.\n\nTwo.\n\nThree.\n")));
	assert_false(quote_blocks(str_of("One.\nTwo.\nThree.\n")));
	assert_true(quote_wrapped(str_of(
	    "The mayor of the old town on the river and\n"
	    "the vicar of the church on the hill over it\n"
	    "met on Monday in the hall of the school and\n"
	    "left.\n\nThey met.\n")));
	assert_false(quote_wrapped(str_of("One.\nTwo.\nSix.\nTen.\n\nSo.\n")));
	assert_true(quote_paragraphs(str_of("It was raining. He left.\n")));
	assert_false(quote_paragraphs(str_of("It was raining.\nHe left.\n")));
}

static void
every_pair_of_bytes(void **state)
{
	static const char marks[] = "\"'`\n ,.a\xE2\xC2";
	char text[5] = { 0 };

	(void)state;
	for (size_t i = 0; i < 10 * 10 * 10 * 10; i++) {
		struct pieces p;

		for (size_t k = 0, n = i; k < 4; k++, n /= 10)
			text[k] = marks[n % 10];
		p = quote_scan(&a, str_of(text), QUOTE_SINGLE_ON);
		for (size_t k = 0; k < p.n; k++) {
			assert_true(p.v[k].outer.beg <= p.v[k].at.beg);
			assert_true(p.v[k].at.beg < p.v[k].at.end);
			assert_true(p.v[k].at.end <= p.v[k].outer.end);
			assert_true(p.v[k].outer.end <= 4);
			if (k > 0)
				assert_true(p.v[k - 1].outer.end <=
				            p.v[k].outer.beg);
		}
		arena_reset(&a);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(every_family_of_marks, clean),
		cmocka_unit_test_teardown(nested_marks_stay_inside, clean),
		cmocka_unit_test_teardown(
		    single_marks_where_the_text_speaks_in_them, clean),
		cmocka_unit_test_teardown(inches_are_no_quotation, clean),
		cmocka_unit_test_teardown(paragraphs_that_open_again, clean),
		cmocka_unit_test_teardown(opens_again_within_a_line, clean),
		cmocka_unit_test_teardown(a_line_that_does_not_open_goes_on,
		                          clean),
		cmocka_unit_test_teardown(one_odd_mark_spoils_one_paragraph,
		                          clean),
		cmocka_unit_test_teardown(lost_closing_mark, clean),
		cmocka_unit_test_teardown(lost_opening_mark, clean),
		cmocka_unit_test_teardown(loose_typography, clean),
		cmocka_unit_test_teardown(layout, clean),
		cmocka_unit_test_teardown(every_pair_of_bytes, clean),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
