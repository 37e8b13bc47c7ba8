/* source_scan_test.c - one JSON object, scanned for the values of some keys. */
#include "test.h"

#include <string.h>

#include "source_scan.h"

static struct source_field fields[] = {
	{ { "date", 4 }, { NULL, 0 }, false },
	{ { "k", 1 }, { "x.y", 3 }, false },
};
static struct source_wanted wanted = { .field = fields, .nfield = 2 };
static struct json_scan scan = { .wanted = &wanted };

/* "key=value" of what was found, "|" between; "refused". */
static void
check(const char *text, const char *want, const char *file, int line)
{
	char got[512] = "";
	bool good = json_scan(&scan, str_of(text));

	for (size_t i = 0; good && i < scan.key.n; i++) {
		size_t used = strlen(got);

		snprintf(got + used, sizeof(got) - used, "%s%.*s=%.*s",
		         i > 0 ? "|" : "", (int)scan.key.v[i].n,
		         scan.key.v[i].p, (int)scan.value.v[i].n,
		         scan.value.v[i].n > 0 ? scan.value.v[i].p : "");
	}
	check_str(str_of(good ? got : "refused"), str_of(want), file, line);
}

#define assert_found(text, want) check((text), (want), __FILE__, __LINE__)

static void
objects(void **state)
{
	(void)state;
	assert_found("{}", "");
	assert_found(" { \"text\" : \"T\" , \"n\" : 1 } \r", "text=T");
	assert_found("{\"id\":-1.5e+3,\"Date\":true,\"url\":null}",
	             "id=-1.5e+3|Date=true");
	assert_found("{\"text\":\"a\",\"text\":\"b\"}", "text=b");
	assert_found("{\"te\\u0078t\":\"a\"}", "text=a");
	assert_found("{\"x\":{\"y\":\"deep\",\"z\":[]},\"y\":1}", "x.y=deep");
	assert_found("{\"text\":[\"a\",2,[\"b\"],{}],\"id\":\"\"}",
	             "text=a\n2\nb|id=");
	assert_found("{\n\"id\"\t:\r\n1E5,\"url\":1e-5 ,\"date\":false}\n",
	             "id=1E5|url=1e-5|date=false");
	assert_found("{\"id\":0,\"url\":-0.25,\"date\":105}",
	             "id=0|url=-0.25|date=105");
	assert_found("{\"text\":[]}", "");
	assert_found("{\"text\":[null]}", "");
	assert_found("{\"x\":[{\"y\":\"1\"},{\"y\":\"2\"}]}", "x.y=2");
}

static void
escapes(void **state)
{
	(void)state;
	assert_found("{\"text\":\"\\\"\\\\\\/\\b\\f\\n\\r\\t\"}",
	             "text=\"\\/\b\f\n\r\t");
	assert_found("{\"text\":\"\\u00e9\\u20AC\\ud83d\\ude00\"}",
	             "text=\xC3\xA9\xE2\x82\xAC\xF0\x9F\x98\x80");
	assert_found("{\"text\":\"\\ud83d\"}", "refused");
	assert_found("{\"text\":\"\\ude00\"}", "refused");
	assert_found("{\"text\":\"\\ud83d\\u0041\"}", "refused");
	assert_found("{\"text\":\"\\x41\"}", "refused");
	assert_found("{\"text\":\"\\udc00\"}", "refused");
	assert_found("{\"text\":\"\\ud800\\ue000\"}", "refused");
	assert_found("{\"text\":\"\\ud800 u0041\"}", "refused");
	assert_found("{\"text\":\"\\ud800\\n0041\"}", "refused");
	assert_found("{\"text\":\"\\u00/0\"}", "refused");
	assert_found("{\"text\":\"\\u00:0\"}", "refused");
	assert_found("{\"text\":\"\\u00`0\"}", "refused");
	assert_found("{\"text\":\"\\uFf21\\ue000\"}",
	             "text=\xEF\xBC\xA1\xEE\x80\x80");
	assert_found("{\"text\":\"\\", "refused");
	assert_found("{\"text\":\"\\u004", "refused");
	assert_false(json_scan(&scan, STR("{\"text\":\"\\\0\"}")));
	assert_found("{\"text\":\"\\u12g4\"}", "refused");
	assert_true(json_scan(&scan, STR("{\"text\":\"a\\u0000b\"}")));
	check_str(scan.value.v[0], STR("a\0b"), __FILE__, __LINE__);
}

static void
no_objects(void **state)
{
	static const char *const bad[] = {
		"", "1", "[]", "{", "}", "{\"a\"}", "{\"a\":}", "{\"a\":1,}",
		"{,}", "{\"a\":1 \"b\":2}", "{\"a\":01}", "{\"a\":1.}",
		"{\"a\":-}", "{\"a\":1e}", "{\"a\":tru}", "{\"a\":[1,]}",
		"{\"a\":[}", "{\"a\":[1}", "{\"a\":\"\t\"}", "{\"a\":\"x}",
		"{\"a\":1}\n\v", "{\"a\":1.5e}", "{\"a\":1E-}", "{\"a\":falsy}",
		"{\"a\":nul}", "{\"a\":+1}", "{\"a", "{\"a\" 1}", "{\"a\":1",
		"{\"a\":1}x", "{\"a\":1}{}", "{1:2}", "{'a':1}", "{\"a\":NaN}",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(bad) / sizeof(*bad); i++)
		assert_found(bad[i], "refused");
}

static void
depth_is_limited(void **state)
{
	char text[4 * JSON_DEPTH] = "{\"a\":";
	size_t n = strlen(text);

	(void)state;
	memset(text + n, '[', JSON_DEPTH - 1);
	memset(text + n + JSON_DEPTH - 1, ']', JSON_DEPTH - 1);
	n += 2 * (JSON_DEPTH - 1);
	text[n] = '}';
	assert_true(json_scan(&scan, (struct str){ text, n + 1 }));
	memmove(text + 6, text + 5, n);
	assert_false(json_scan(&scan, (struct str){ text, n + 2 }));
}

static void
long_keys_are_not_wanted(void **state)
{
	char text[4096] = "{\"";

	(void)state;
	memset(text + 2, 'k', 3000);
	strcpy(text + 3002, "\":{\"text\":1},\"id\":2}");
	assert_found(text, "id=2");
	/* the same with an escape, shorter and longer than is unescaped */
	memcpy(text + 2, "\\u0041", 6);
	assert_found(text, "id=2");
	memset(text + 40, '\0', sizeof(text) - 40);
	strcpy(text + 40, "\":{\"text\":1},\"id\":3}");
	assert_found(text, "id=3");
}

static int
release(void **state)
{
	(void)state;
	json_scan_release(&scan);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(objects),
		cmocka_unit_test(escapes),
		cmocka_unit_test(no_objects),
		cmocka_unit_test(depth_is_limited),
		cmocka_unit_test(long_keys_are_not_wanted),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
