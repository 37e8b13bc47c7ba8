/* sent_list_test.c - sentences with their numbers, whole and in parts. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "sent_list.h"

/* The sentences of text in parts of step bytes, as "paragraph.sentence:text|",
 * with what is dropped taken off as the tool does it. */
static struct buf
listed(struct str text, bool wrapped, size_t step)
{
	static struct sent s;
	struct sent_lister l = { .sent = &s };
	struct sent_record at;
	struct buf b = { 0 };
	size_t from = 0;
	size_t end = 0;

	sent_init(&s);
	s.wrapped = wrapped;
	do {
		struct str part;

		end = end + step < text.n ? end + step : text.n;
		part = str_sub(text, (struct span){ from, end });
		sent_list_part(&l, part, from == 0 && b.n == 0, end == text.n);
		while (sent_list_next(&l, &at)) {
			buf_num(&b, at.paragraph);
			buf_char(&b, '.');
			buf_num(&b, at.sentence);
			buf_char(&b, ':');
			buf_add(&b, str_sub(part, at.at));
			buf_char(&b, '|');
		}
		from += sent_list_drop(&l);
	} while (end < text.n);
	return b;
}

static void
check(const char *text, bool wrapped, const char *want)
{
	struct buf b = listed(str_of(text), wrapped, 1000);

	assert_str(buf_str(&b), want);
	buf_release(&b);
}

static void
sentences_are_numbered(void **state)
{
	(void)state;
	check(" It rained. It poured.\n\n \nNo one came.\n", false,
	      "1.1:It rained.|1.2:It poured.|2.3:No one came.|");
	check("A title\nIt rained", false, "1.1:A title|2.2:It rained|");
	check("", false, "");
	check("\n \n", false, "");
}

static void
wrapped_paragraphs_end_at_empty_lines(void **state)
{
	(void)state;
	check("It\nrained. It\npoured.\n\nNo one came.\n", true,
	      "1.1:It\nrained.|1.2:It\npoured.|2.3:No one came.|");
}

/* Parts of more than the first sentence: this goes on from the first. */
static void
parts_change_nothing(void **state)
{
	struct buf text = { 0 };
	struct buf whole;

	(void)state;
	for (int i = 0; i < 60; i++) {
		buf_cstr(&text, "Mr. Lund of St. Paul came at 5 p.m. and left");
		buf_cstr(&text, i % 5 == 4 ? ".\n\n" : ". ");
	}
	whole = listed(buf_str(&text), false, text.n);
	buf_char(&whole, '\0');
	for (size_t step = 61; step < text.n; step += 97) {
		struct buf b = listed(buf_str(&text), false, step);

		assert_str(buf_str(&b), whole.p);
		buf_release(&b);
	}
	buf_release(&whole);
	buf_release(&text);
}

/* A long sentence comes in pieces at white space, or between characters. */
static void
long_sentences_are_cut(void **state)
{
	static const char *const unit[] = { "word ", "wordword", "\u00E9" };

	(void)state;
	for (size_t k = 0; k < 3; k++) {
		static struct sent s;
		struct sent_lister l = { .sent = &s };
		struct sent_record at;
		struct buf b = { 0 };
		size_t bytes = 0;

		while (b.n < 3 * SENT_LONG)
			buf_cstr(&b, unit[k]);
		sent_init(&s);
		sent_list_part(&l, buf_str(&b), true, true);
		for (uint64_t n = 1; sent_list_next(&l, &at); n++) {
			assert_int_equal(at.sentence, n);
			assert_int_equal(at.paragraph, 1);
			assert_true(at.at.end - at.at.beg <= SENT_LONG);
			if (k == 0)
				assert_true(b.p[at.at.end - 1] == 'd');
			if (k == 2)
				assert_true(b.p[at.at.beg] == '\xC3');
			bytes += at.at.end - at.at.beg;
		}
		assert_true(bytes + l.sentence >= b.n);
		assert_true(l.sentence > 2);
		buf_release(&b);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_are_numbered),
		cmocka_unit_test(wrapped_paragraphs_end_at_empty_lines),
		cmocka_unit_test(parts_change_nothing),
		cmocka_unit_test(long_sentences_are_cut),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
