/* record_test.c - TSV, CSV, JSON Lines. */
#include "test.h"

#include <math.h>

#include "record.h"

static const char *const columns[] = { "a", "b", "c", NULL };

static struct out out;
static struct record r;

static void
open_as(enum record_form form, bool excel)
{
	out_open(&out, OUT_MEMORY);
	record_open(&r, &out, form, excel);
}

static void
written(struct str want, const char *file, int line)
{
	check_str(out_str(&out), want, file, line);
	record_release(&r);
	assert_true(out_close(&out));
}

#define assert_written(want) written(STR(want), __FILE__, __LINE__)

static void
one(enum record_form form, struct str field)
{
	open_as(form, false);
	record_header(&r, columns, false);
	record_str(&r, field);
}

static void
tsv(void **state)
{
	(void)state;
	one(RECORD_TSV, STR("a\tb\nc\\d\re \"f\""));
	record_num(&r, UINT64_MAX);
	record_str(&r, STR(""));
	record_end(&r);
	record_str(&r, STR("\xFF\0"));
	record_none(&r);
	record_bool(&r, true);
	record_end(&r);
	assert_written("a\\tb\\nc\\\\d\re \"f\"\t18446744073709551615\t-\n"
	               "\xFF\0\t-\t1\n");
}

static void
csv_quotes_where_needed(void **state)
{
	static const struct {
		const char *field, *want;
	} cases[] = {
		{ "", "" }, { "plain", "plain" }, { "a b", "a b" },
		{ "a,b", "\"a,b\"" }, { "say \"x\"", "\"say \"\"x\"\"\"" },
		{ "a\nb", "\"a\nb\"" }, { "a\rb", "\"a\rb\"" },
		{ "\ta", "\"\ta\"" }, { "a\t", "\"a\t\"" },
		{ " a", "\" a\"" }, { "a ", "\"a \"" }, { "'", "'" },
		{ "\"", "\"\"\"\"" }, { "a\tb", "a\tb" }, { "=1", "=1" },
		{ "\xFF\xC3\xA9", "\xFF\xC3\xA9" },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		one(RECORD_CSV, str_of(cases[i].field));
		written(str_of(cases[i].want), __FILE__, __LINE__);
	}
	one(RECORD_CSV, STR("a\0,"));
	assert_written("\"a\0,\"");
}

static void
csv_lines(void **state)
{
	(void)state;
	open_as(RECORD_CSV, false);
	record_header(&r, columns, true);
	record_str(&r, STR("x"));
	record_none(&r);
	record_real(&r, -0.126, 2);
	record_end(&r);
	record_num(&r, 0);
	record_bool(&r, false);
	record_real(&r, (double)NAN, 2);
	record_end(&r);
	assert_written("a,b,c\nx,,-0.13\n0,0,\n");
}

static void
csv_for_spreadsheets(void **state)
{
	static const char *const formulas[] = { "=1+1", "+1", "-1", "@x",
		"\tx" };

	(void)state;
	open_as(RECORD_CSV, true);
	record_header(&r, columns, true);
	record_str(&r, STR("=a,b"));
	record_real(&r, -1, 0); /* a number is left alone */
	record_str(&r, STR("a=b"));
	record_end(&r);
	assert_written("\xEF\xBB\xBF" "a,b,c\r\n\"'=a,b\",-1,a=b\r\n");
	for (size_t i = 0; i < sizeof(formulas) / sizeof(*formulas); i++) {
		open_as(RECORD_CSV, true);
		record_str(&r, str_of(formulas[i]));
		assert_int_equal(out_str(&out).p[0], '\'');
		record_release(&r);
		out_close(&out);
	}
	open_as(RECORD_CSV, true);
	record_str(&r, STR("\rx"));
	assert_written("\"'\rx\"");
	open_as(RECORD_CSV, true);
	record_str(&r, STR(""));
	assert_written("");
	open_as(RECORD_CSV, true);
	record_header(&r, columns, false); /* a BOM all the same */
	assert_written("\xEF\xBB\xBF");
}

static void
json(void **state)
{
	(void)state;
	open_as(RECORD_JSON, false);
	record_header(&r, columns, true);
	record_str(&r, STR("\"\\/\b\f\n\r\t\v\0\x1F\x7F \u00E9\u2028"));
	record_str(&r, STR("a\xFF" "b\xE2\x80" "c"));
	record_none(&r);
	record_end(&r);
	record_num(&r, 12);
	record_real(&r, 0.5, 3);
	record_bool(&r, false);
	record_end(&r);
	record_str(&r, STR(""));
	record_real(&r, (double)INFINITY, 3);
	record_bool(&r, true);
	record_end(&r);
	assert_written("{\"a\":\"\\\"\\\\/\\b\\f\\n\\r\\t\\u000b\\u0000\\u001f"
	               "\x7F \u00E9\u2028\",\"b\":\"a\uFFFDb\uFFFDc\","
	               "\"c\":null}\n"
	               "{\"a\":12,\"b\":0.500,\"c\":false}\n"
	               "{\"a\":\"\",\"b\":null,\"c\":true}\n");
}

static void
flat_fields(void **state)
{
	(void)state;
	open_as(RECORD_TSV, false);
	record_flat(&r, STR("a \t\r\n b\fc\\"));
	record_flat(&r, STR(" a "));
	record_flat(&r, STR(""));
	record_flat(&r, STR("a\u00A0\u00A0b"));
	record_flat(&r, STR("a  b c"));
	record_flat(&r, STR("a b\tc"));
	assert_written("a b c\\\\\ta\t-\ta\u00A0\u00A0b\ta b c\ta b c");
}

static void
reals(void **state)
{
	(void)state;
	open_as(RECORD_TSV, false);
	record_real(&r, 1234567.0, 0);
	record_real(&r, 1e300, 0);
	assert_true(out_str(&out).n > 300);
	record_release(&r);
	out_close(&out);
	open_as(RECORD_TSV, false);
	record_real(&r, 0.125, 3);
	record_real(&r, (double)-INFINITY, 3);
	assert_written("0.125\t-");
}

static void
tail_comes_last(void **state)
{
	static const struct str names[] = { { "d", 1 }, { "e\"", 2 } };
	struct str fields[] = { { "1,2", 3 }, { NULL, 0 } };

	(void)state;
	open_as(RECORD_CSV, false);
	record_tail(&r, names, fields, 2);
	record_header(&r, columns, true);
	record_num(&r, 1);
	record_num(&r, 2);
	record_num(&r, 3);
	record_end(&r);
	assert_written("a,b,c,d,\"e\"\"\"\n1,2,3,\"1,2\",\n");
	open_as(RECORD_JSON, false);
	record_tail(&r, names, fields, 2);
	record_header(&r, columns, true);
	record_num(&r, 1);
	record_end(&r);
	assert_written("{\"a\":1,\"d\":\"1,2\",\"e\\\"\":\"\"}\n");
	open_as(RECORD_TSV, false);
	record_tail(&r, names, fields, 2);
	record_num(&r, 1);
	record_end(&r);
	assert_written("1\t1,2\t-\n");
	open_as(RECORD_JSON, false);
	record_tail(&r, names, fields, 2);
	record_end(&r); /* nothing but the tail */
	assert_written("{\"d\":\"1,2\",\"e\\\"\":\"\"}\n");
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(tsv),
		cmocka_unit_test(csv_quotes_where_needed),
		cmocka_unit_test(csv_lines),
		cmocka_unit_test(csv_for_spreadsheets),
		cmocka_unit_test(json),
		cmocka_unit_test(flat_fields),
		cmocka_unit_test(reals),
		cmocka_unit_test(tail_comes_last),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
