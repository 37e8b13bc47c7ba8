/* clean_fuzz.c - every byte of a text is in one line, kept or with a reason,
 * and no text is emptied. */
#include "clean.h"
#include "fuzz.h"

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct clean *c;
	struct str text = { (const char *)data, size };
	struct clean_opts opts = { 0 };
	struct arena a = { 0 };

	if (c == NULL)
		c = clean_new(&opts);
	while (text.n > 0) {
		struct clean_lines_kept k = clean_text(c, &a, text, STR(""));
		size_t end = 0, kept = 0;

		for (size_t i = 0; i < k.n; i++) {
			LAW(k.line[i].at.beg == end);
			LAW(k.line[i].at.end > end);
			LAW(k.line[i].keep == (k.line[i].reason.n == 0));
			end = k.line[i].at.end;
			kept += k.line[i].keep;
		}
		LAW(end == k.used && kept > 0);
		text = str_from(text, k.used);
		arena_reset(&a);
	}
	arena_release(&a);
	return 0;
}
