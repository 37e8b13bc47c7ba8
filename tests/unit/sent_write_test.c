/* sent_write_test.c - text copied with its sentences on lines of their own. */
#include "test.h"

#include "sent_write.h"
#include "stream.h"

struct mode {
	bool wrapped, parted;
};

/* What is written for text, which comes in pieces of size bytes. */
static struct buf
written(struct str text, struct mode mode, size_t size)
{
	static struct sent s;
	char *const files[] = { NULL };
	struct input_opts opts = { .part_max = 1 << 20, .live = true };
	struct sent_writer w = { .sent = &s, .wrapped = mode.wrapped,
		                 .parted = mode.parted };
	pid_t child = pipe_in(text, size);
	struct buf b = { 0 };
	struct doc doc;
	struct out o;

	out_open(&o, OUT_MEMORY);
	sent_init(&s);
	s.wrapped = mode.wrapped;
	w.out = &o;
	w.in = input_open(files, &opts);
	while (input_part(w.in, &doc)) {
		if (doc.first)
			out_raw(&o, doc.mark);
		sent_write(&w, &doc);
	}
	input_close(w.in);
	buf_add(&b, out_str(&o));
	out_close(&o);
	pipe_done(child);
	return b;
}

static void
check(const char *text, struct mode mode, const char *want)
{
	static const size_t sizes[] = { 1000, 1, 7 };

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		struct buf b = written(str_of(text), mode, sizes[i]);

		assert_str(buf_str(&b), want);
		buf_release(&b);
	}
}

static const struct mode plain = { false, false };
static const struct mode wrapped = { true, false };
static const struct mode parted = { false, true };
static const struct mode both = { true, true };

static void
gaps_become_newlines(void **state)
{
	(void)state;
	check("It rained. It poured.\n\n \nNo one came.  All slept.", plain,
	      "It rained.\nIt poured.\n\n \nNo one came.\nAll slept.\n");
	check(" It rained. \tIt poured. \n", plain,
	      " It rained.\nIt poured. \n");
	check("", plain, "");
	check("\n", plain, "\n");
}

/* As the document's first line, or its mark, has them. */
static void
line_ends_are_those_of_the_text(void **state)
{
	(void)state;
	check("It rained. It poured.\r\nSo it was. All slept.\r\n", plain,
	      "It rained.\r\nIt poured.\r\nSo it was.\r\nAll slept.\r\n");
	check("It rained. It poured.\nSo it was. All slept.\r\n", plain,
	      "It rained.\nIt poured.\nSo it was.\nAll slept.\r\n");
	check("\fA\r\nIt rained. It poured.", plain,
	      "\fA\r\nIt rained.\r\nIt poured.\r\n");
	check("\fA\nIt rained. It poured.\n\fB\r\nIt is. So it is.\r\n", plain,
	      "\fA\nIt rained.\nIt poured.\n"
	      "\fB\r\nIt is.\r\nSo it is.\r\n");
}

static void
wrapped_lines_are_joined(void **state)
{
	(void)state;
	check("It\nrained. It\npoured.\n\nNo one\n came.\n", wrapped,
	      "It rained.\nIt poured.\n\nNo one came.\n");
	check("\n\nIt\r\nrained.\n\n\n", wrapped,
	      "\n\nIt rained.\n\n\n");
}

static void
paragraphs_are_parted(void **state)
{
	(void)state;
	check("\nIt rained. It poured.\nNo one came.\n\n\nAll slept.\n\n",
	      parted,
	      "It rained.\nIt poured.\n\nNo one came.\n\nAll slept.\n");
	check("It\nrained.\n\n\nNo one\ncame.", both,
	      "It rained.\n\nNo one came.\n");
}

/* More gaps than are kept, and a text in more than one part. */
static void
long_texts(void **state)
{
	static const struct mode *const modes[] = { &plain, &wrapped };
	struct buf text = { 0 }, want = { 0 };

	(void)state;
	for (int i = 0; i < 3000; i++) {
		bool last = i % 700 == 699;

		buf_cstr(&text, "It rained all day long and no one came.");
		buf_cstr(&want, "It rained all day long and no one came.\n");
		buf_cstr(&text, last ? "\n\n" : i % 50 == 49 ? "\t " : " ");
		buf_cstr(&want, last ? "\n" : "");
	}
	buf_cstr(&text, "So.");
	buf_cstr(&want, "So.\n");
	buf_char(&want, '\0');
	for (size_t i = 0; i < 4; i++) {
		struct buf b = written(buf_str(&text), *modes[i % 2],
		                       i < 2 ? 5000 : 65536);

		assert_str(buf_str(&b), want.p);
		buf_release(&b);
	}
	buf_release(&text);
	buf_release(&want);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(gaps_become_newlines),
		cmocka_unit_test(line_ends_are_those_of_the_text),
		cmocka_unit_test(wrapped_lines_are_joined),
		cmocka_unit_test(paragraphs_are_parted),
		cmocka_unit_test(long_texts),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
