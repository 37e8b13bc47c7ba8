/* utf8_fuzz.c - the decoder walks any bytes, both ways the same. */
#include "fuzz.h"
#include "utf8.h"

#include <string.h>

static void
walk(struct str s)
{
	size_t count = 0, bad = s.n;

	for (size_t at = 0; at < s.n; count++) {
		int32_t cp, back;
		size_t n = utf8_next(s.p + at, s.p + s.n, &cp);
		char again[4];

		LAW(n >= 1 && n <= 4 && n <= s.n - at);
		LAW(utf8_prev(s.p, s.p + at + n, &back) == n && back == cp);
		for (size_t in = at; in < at + n; in++)
			LAW(utf8_floor(s, in) == at);
		if (cp == UTF8_BAD && bad == s.n)
			bad = at;
		if (cp != UTF8_BAD)
			LAW(utf8_put(again, cp) == n &&
			    memcmp(again, s.p + at, n) == 0);
		at += n;
	}
	LAW(utf8_count(s) == count);
	LAW(utf8_invalid(s) == bad);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	walk((struct str){ (const char *)data, size });
	return 0;
}
