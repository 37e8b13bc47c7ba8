/* source_scan_fuzz.c - a JSON object is taken where jansson takes it, with the
 * same text. */
#include "fuzz.h"
#include "source_scan.h"
#include "utf8.h"

#include <jansson.h>
#include <string.h>

/* What jansson and the scanner do not share: how deep, how big a number; and
 * jansson 2.14 passes over a NUL behind a number. */
static bool
is_special(struct str line)
{
	int depth = 0, digits = 0;

	for (size_t i = 0; i < line.n; i++) {
		char c = line.p[i];

		depth += c == '{' || c == '[';
		digits = ascii_digit(c) ? digits + 1 : 0;
		if (depth > 250 || digits > 2 || c == '\0')
			return true;
	}
	return false;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct source_wanted wanted = { .text = STR("t") };
	struct json_scan scan = { .wanted = &wanted };
	struct str line = { (const char *)data, size };
	json_t *want, *text;
	bool good;

	if (utf8_invalid(line) < size || is_special(line) || size == 0)
		return 0;
	good = json_scan(&scan, line);
	want = json_loadb(line.p, line.n, JSON_ALLOW_NUL, NULL);
	LAW(good == json_is_object(want));
	text = json_object_get(want, "t");
	for (size_t i = 0; good && i < scan.key.n; i++)
		if (json_is_string(text) && str_eq(scan.key.v[i], STR("t")))
			LAW(str_eq(scan.value.v[i],
			           (struct str){ json_string_value(text),
			                         json_string_length(text) }));
	json_decref(want);
	json_scan_release(&scan);
	return 0;
}
