/* freq_fuzz.c - words and keys are those of the slow reference, and the fast
 * way counts the same. */
#include "fuzz.h"

#include "../unit/freq_reference.h"
#include "freq_key.h"
#include "freq_scan.h"
#include "freq_word.h"

static void
take(struct freq_table *t, struct str key)
{
	struct freq_slot *s = freq_table_find(t, key);

	LAW(s != NULL && s->count > 0);
	s->count--;
}

static void
check(struct str text, unsigned rules)
{
	struct freq_table t;
	struct freq_scan s;
	struct span want, got;
	struct buf key = { 0 };
	struct ref r;
	size_t i = 0, at = 0, n = 0;
	uint64_t words;

	freq_table_init(&t, sizeof(struct freq_slot));
	freq_scan_open(&s, &t, rules);
	freq_scan_text(&s, text);
	words = freq_scan_end(&s);
	ref_open(&r, text);
	r.split_hyphens = rules & FREQ_SPLIT_HYPHENS;
	while (ref_word(&r, &i, &want)) {
		char *form = ref_key(str_sub(text, want));

		LAW(freq_word_next(text, &at, rules, &got));
		LAW(got.beg == want.beg && got.end == want.end);
		freq_word_key(&key, str_sub(text, got), rules);
		LAW(str_eq(buf_str(&key), str_of(form)));
		take(&t, buf_str(&key));
		free(form);
		n++;
	}
	LAW(!freq_word_next(text, &at, rules, &got));
	LAW(n == words);
	ref_close(&r);
	buf_release(&key);
	freq_scan_close(&s);
	freq_table_release(&t);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };

	check(text, 0);
	check(text, FREQ_SPLIT_HYPHENS);
	return 0;
}
