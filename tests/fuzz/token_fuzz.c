/* token_fuzz.c - atoms are in order, apart, and leave only white space out. */
#include "fuzz.h"
#include "token.h"
#include "utf8.h"

static void
only_space(struct str text, size_t beg, size_t end)
{
	while (beg < end) {
		int32_t cp;

		beg += utf8_next(text.p + beg, text.p + text.n, &cp);
		LAW(utf8_class(cp) == CHAR_SPACE);
	}
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct tokens t = { 0 };
	size_t end = str_starts(text, STR("\xEF\xBB\xBF")) ? 3 : 0; /* BOM */

	token_split(&t, text);
	for (size_t i = 0; i < t.n; i++) {
		LAW(t.v[i].at.beg >= end && t.v[i].at.end > t.v[i].at.beg);
		LAW(t.v[i].spaced == (t.v[i].at.beg > end || i == 0));
		LAW(!t.v[i].joined || !t.v[i].spaced);
		only_space(text, end, t.v[i].at.beg);
		end = t.v[i].at.end;
	}
	LAW(end <= size);
	only_space(text, end, size);
	token_release(&t);
	return 0;
}
