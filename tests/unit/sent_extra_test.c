/* sent_extra_test.c - abbreviations of the user: lines and their faults. */
#include "test.h"

#include "sent_extra.h"
#include "stream.h"

static enum abbrev
class_in(struct table *t, const char *word)
{
	const struct table_slot *slot = table_find(t, str_of(word));

	return slot != NULL ? (enum abbrev)slot->value : ABBREV_NONE;
}

static void
lines_become_entries(void **state)
{
	struct table t = { 0 };

	(void)state;
	assert_true(sent_extra_add(&t, STR("# a comment\tnonsense\n"
	                                   "\n"
	                                   "Bhf.\n"
	                                   "Hr\ttitle\n"
	                                   " e.V. \t corp \r\n"
	                                   ".\n"
	                                   "Jan"),
	                           STR("x")));
	assert_int_equal(t.n, 4);
	assert_int_equal(class_in(&t, "Bhf"), ABBREV_ABBR);
	assert_int_equal(class_in(&t, "Hr"), ABBREV_TITLE);
	assert_int_equal(class_in(&t, "e.V"), ABBREV_CORP);
	assert_int_equal(class_in(&t, "Jan"), ABBREV_ABBR);
	table_release(&t);
}

/* Each name stands for its own class. */
static void
classes_have_names(void **state)
{
	static const struct {
		const char *line;
		enum abbrev class;
	} rows[] = {
		{ "a\ttitle", ABBREV_TITLE },   { "a\tsuffix", ABBREV_SUFFIX },
		{ "a\tcorp", ABBREV_CORP },     { "a\tmonth", ABBREV_MONTH },
		{ "a\tweekday", ABBREV_WEEKDAY }, { "a\tstate", ABBREV_STATE },
		{ "a\tcountry", ABBREV_COUNTRY }, { "a\tclock", ABBREV_CLOCK },
		{ "a\tref", ABBREV_REF },       { "a\tlatin", ABBREV_LATIN },
		{ "a\tetc", ABBREV_ETC },       { "a\tunit", ABBREV_UNIT },
		{ "a\tstreet", ABBREV_STREET }, { "a\tabbr", ABBREV_ABBR },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		struct table t = { 0 };

		assert_true(sent_extra_add(&t, str_of(rows[i].line),
		                           STR("x")));
		assert_int_equal(class_in(&t, "a"), rows[i].class);
		table_release(&t);
	}
}

static void
an_unknown_class_is_told(void **state)
{
	struct table t = { 0 };

	(void)state;
	buf_clear(&told);
	assert_false(sent_extra_add(&t, STR("Bhf\tstation\n"), STR("my.txt")));
	assert_str(buf_str(&told), "my.txt: no such class of abbreviations "
	                           "'station'\n");
	table_release(&t);
}

static void
files_are_read(void **state)
{
	char *path = file_of(STR("Bhf\tstreet\n"));
	struct arena a = { 0 };
	struct table t = { 0 };

	(void)state;
	buf_clear(&told);
	assert_true(sent_extra_load(&t, &a, path));
	assert_int_equal(class_in(&t, "Bhf"), ABBREV_STREET);
	drop_file(path);
	assert_int_equal(told.n, 0);
	assert_false(sent_extra_load(&t, &a, "/nonexistent"));
	assert_true(told.n > 0);
	table_release(&t);
	arena_release(&a);
}

static int
begin(void **state)
{
	(void)state;
	err_on_report(keep_message, NULL);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	buf_release(&told);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(lines_become_entries),
		cmocka_unit_test(classes_have_names),
		cmocka_unit_test(an_unknown_class_is_told),
		cmocka_unit_test(files_are_read),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
