/* utf8_fold_fuzz.c - what is folded or composed stays so, and keeps its
 * ill-formed bytes. */
#include "fuzz.h"
#include "utf8.h"

static size_t
count_bad(struct str s)
{
	size_t count = 0;

	for (size_t at = 0; at < s.n;) {
		int32_t cp;

		at += utf8_next(s.p + at, s.p + s.n, &cp);
		count += cp == UTF8_BAD;
	}
	return count;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena a; /* a fresh one would be most of the time */
	struct str s = { (const char *)data, size };
	struct str folded = utf8_fold(&a, s);
	struct str composed = utf8_nfc(&a, s);

	LAW(count_bad(composed) == count_bad(s));
	/* A soft hyphen that goes can bring two broken halves together. */
	if (utf8_invalid(s) == s.n) {
		LAW(str_eq(utf8_fold(&a, folded), folded));
		LAW(str_eq(utf8_nfc(&a, composed), composed));
	}
	arena_reset(&a);
	return 0;
}
