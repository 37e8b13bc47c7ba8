/* clean_test.c - lines, phrases, classes, repeats, verdicts. */
#include "test.h"

#include <string.h>

#include "clean.h"
#include "clean_class.h"
#include "clean_line.h"
#include "clean_phrase.h"
#include "clean_repeat.h"

static void
blocks_of_wrapped_text(void **state)
{
	static const char text[] =
		"The council of the old harbour town has decided to\n"
		"sell the ferry, which has not sailed since the year\n"
		"of the flood, to the owner of the shipyard, who has\n"
		"promised to bring it back into service before May.\n"
		"\n"
		"  * Menu\n"
		"  * Search\n";
	struct arena a = { 0 };
	struct clean_lines l = clean_lines(&a, str_of(text));

	(void)state;
	assert_int_equal(l.nrow, 7);
	assert_true(l.width >= 51);
	assert_int_equal(l.nblock, 3);
	assert_int_equal(l.block[0].nrow, 4);
	assert_int_equal(l.row[4].block, CLEAN_BLANK);
	assert_int_equal(l.block[1].facts.lead, LEAD_BULLET);
	arena_release(&a);
}

static void
blank_lines_of_any_space(void **state)
{
	struct arena a = { 0 };
	struct clean_lines l =
		clean_lines(&a, STR("\xC2\xA0\n\xE2\x80\x8B \n\r\n \tx\r\n"));

	(void)state;
	assert_int_equal(l.nblock, 1);
	assert_span(l.block[0].at, 12, 13);
	assert_int_equal(l.block[0].gap, 3);
	arena_release(&a);
}

static void
facts_of_a_line(void **state)
{
	uint32_t room[64];
	struct clean_words words = { room, 0 };
	struct clean_facts f = clean_facts(
		STR("## \"Go now,\" said Ann Lee in 1984. HomeNews."), &words);

	(void)state;
	assert_int_equal(f.lead, LEAD_HEADING);
	assert_int_equal(f.level, 2);
	assert_int_equal(f.tail, TAIL_STOP);
	assert_int_equal(f.words, 8);
	assert_int_equal(f.caps, 4);
	assert_int_equal(f.numbers, 1);
	assert_int_equal(f.quotes, 2);
	assert_int_equal(f.glued, 1);
	assert_true(f.said && f.year);
	assert_int_equal(room[3], clean_word(STR("ann")));
}

static void
phrases_between_word_borders(void **state)
{
	static const struct clean_phrase row[] = {
		{ { "sign up", 7 }, 1 }, { { "up", 2 }, 2 }, { { "ad", 2 }, 3 }
	};
	struct clean_phrases *t = clean_phrases_new(row, 3);
	struct clean_match m = { 0 };

	(void)state;
	assert_int_equal(clean_phrases_find(t, STR("Sign Up now"), &m),
	                 1 << 1 | 1 << 2);
	assert_int_equal(m.phrase, 0);
	assert_span(m.at, 0, 7);
	assert_int_equal(m.nhit, 2);
	assert_int_equal(m.hit[0] + m.hit[1], 0 + 1);
	m = (struct clean_match){ 0 };
	clean_phrases_find(t, STR("up up, an ad up"), &m);
	assert_int_equal(m.nhit, 2);
	assert_int_equal(clean_phrases_find(t, STR("sign upper mad"), NULL),
	                 0);
	assert_int_equal(clean_phrases_find(t, STR("an ad"), NULL), 1 << 3);
	clean_phrases_free(t);
}

static enum clean_class
class_of(const char *line)
{
	uint32_t room[64];
	struct clean_words words = { room, 0 };
	struct clean_facts f = clean_facts(str_of(line), &words);

	return clean_class(str_of(line), &f, true);
}

static void
classes_by_form(void **state)
{
	unsigned set;

	(void)state;
	assert_int_equal(class_of("By Ann Lee and Bo Roe, science editor"),
	                 CLEAN_BYLINE);
	assert_int_equal(class_of("By noon the harbour was empty again"),
	                 CLEAN_TEXT);
	assert_int_equal(class_of("Published: 18 October 2031, 06:00 GMT"),
	                 CLEAN_TIMESTAMP);
	assert_int_equal(class_of("On 18 October 2031 the harbour was closed"),
	                 CLEAN_TEXT);
	assert_int_equal(class_of("HALDEN, March 4 (NORLYS)"),
	                 CLEAN_DATELINE);
	assert_int_equal(class_of("Photograph: Ann Lee"), CLEAN_CREDIT);
	assert_int_equal(class_of("Image: the reading room"), CLEAN_CAPTION);
	assert_int_equal(class_of("He read the caption of the week."),
	                 CLEAN_TEXT);
	assert_true(clean_class_set(STR("byline,credit"), &set));
	assert_int_equal(set, 1 << CLEAN_BYLINE | 1 << CLEAN_CREDIT);
	assert_false(clean_class_set(STR("bylines"), &set));
}

static void
repeats_count_documents(void **state)
{
	struct clean_repeat r = { .doc = 1 };
	uint64_t key = clean_repeat_key(STR("a"), 7);

	(void)state;
	assert_true(key != clean_repeat_key(STR("b"), 7));
	clean_repeat_add(&r, key);
	clean_repeat_add(&r, key);
	assert_int_equal(clean_repeat_count(&r, key), 1);
	r.doc = 2;
	clean_repeat_add(&r, key);
	for (uint64_t i = 1; i < 5000; i++)
		clean_repeat_add(&r, i);
	assert_int_equal(clean_repeat_count(&r, key), 2);
	assert_int_equal(clean_repeat_count(&r, 6000), 0);
	clean_repeat_release(&r);
}

static size_t
kept_of(const char *text, const struct clean_opts *opts, bool *sure)
{
	struct clean *c = clean_new(opts);
	struct arena a = { 0 };
	struct clean_lines_kept k =
		clean_text(c, &a, str_of(text), STR(""));
	size_t n = 0;

	for (size_t i = 0; i < k.n; i++) {
		n += k.line[i].keep;
		assert_true(k.line[i].keep == (k.line[i].reason.n == 0));
	}
	*sure = k.sure;
	arena_release(&a);
	clean_free(c);
	return n;
}

static void
nothing_is_emptied(void **state)
{
	struct clean_opts opts = { 0 };
	bool sure;

	(void)state;
	assert_int_equal(kept_of("Home\nMenu\nLog in\n", &opts, &sure), 3);
	assert_false(sure);
	assert_int_equal(kept_of("", &opts, &sure), 0);
	assert_true(sure);
	assert_int_equal(kept_of("\n\n", &opts, &sure), 2);
}

static void
no_class_no_cleaner(void **state)
{
	struct clean_opts opts = { .keep = "bylines" };

	(void)state;
	assert_null(clean_new(&opts));
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(blocks_of_wrapped_text),
		cmocka_unit_test(blank_lines_of_any_space),
		cmocka_unit_test(facts_of_a_line),
		cmocka_unit_test(phrases_between_word_borders),
		cmocka_unit_test(classes_by_form),
		cmocka_unit_test(repeats_count_documents),
		cmocka_unit_test(nothing_is_emptied),
		cmocka_unit_test(no_class_no_cleaner),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
