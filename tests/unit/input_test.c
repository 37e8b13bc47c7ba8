/* input_test.c - documents, marks, parts; whatever way the bytes arrive. */
#include "test.h"

#include <string.h>

#include "input.h"
#include "stream.h"
#include "utf8.h"

/* What came, as text: "<name|fields|mark>" at a document's start, "[offset
 * text]" a part, "$" at a document's end. */
static struct buf seen;

static void
note(const struct doc *doc)
{
	if (doc->first) {
		buf_char(&seen, '<');
		buf_add(&seen, doc->name);
		buf_char(&seen, '|');
		buf_add(&seen, doc->fields);
		buf_char(&seen, '|');
		buf_add(&seen, doc->mark);
		buf_char(&seen, '>');
	}
	buf_char(&seen, '[');
	buf_num(&seen, doc->offset);
	buf_char(&seen, ' ');
	buf_add(&seen, doc->text);
	buf_char(&seen, ']');
	if (doc->last)
		buf_char(&seen, '$');
}

static void
read_files(char *const *files, size_t part_max)
{
	struct input_opts opts = { .part_max = part_max };
	struct input *in = input_open(files, &opts);
	struct doc doc;

	buf_clear(&seen);
	buf_clear(&told);
	while (input_part(in, &doc))
		note(&doc);
	input_close(in);
}

/* Through a pipe in pieces of size bytes; 0: from a file. */
static void
read_pieces(struct str bytes, size_t part_max, size_t size)
{
	char *none[] = { NULL };
	pid_t child = pipe_in(bytes, size == 0 ? bytes.n : size);

	read_files(none, part_max);
	pipe_done(child);
}

/* The same for every way of arrival. */
#define gives(bytes, part_max, want) \
	check_gives(STR(bytes), (part_max), STR(want), __FILE__, __LINE__)

static void
check_gives(struct str bytes, size_t part_max, struct str want,
            const char *file, int line)
{
	static const size_t sizes[] = { 1, 2, 3, 5, 1000 };

	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		read_pieces(bytes, part_max, sizes[i]);
		check_str(buf_str(&seen), want, file, line);
	}
}

static void
a_stream_without_marks(void **state)
{
	(void)state;
	gives("", 0, "<-||>[0 ]$");
	gives("a", 0, "<-||>[0 a]$");
	gives("a\n\fb\n", 0, "<-||>[0 a\n\fb\n]$");
	gives("\n\f", 0, "<-||>[0 \n\f]$");
	gives("\xEF\xBB\xBF" "a\n\f", 0, "<-||>[0 \xEF\xBB\xBF" "a\n\f]$");
	gives("\xEF\xBB", 0, "<-||>[0 \xEF\xBB]$");
	gives("\xEF\xBB\xBF", 0, "<-||>[0 \xEF\xBB\xBF]$");
}

static void
marks(void **state)
{
	(void)state;
	gives("\fa\nx\n\fb\ny", 0, "<a||\fa\n>[0 x\n]$<b||\fb\n>[0 y]$");
	gives("\f", 0, "<#1||\f>[0 ]$");
	gives("\f\f\n\f\f", 0, "<#1||\f\f\n>[0 ]$<#2||\f\f>[0 ]$");
	gives("\f\n\f\n\f", 0, "<#1||\f\n>[0 ]$<#2||\f\n>[0 ]$"
	                       "<#3||\f>[0 ]$");
	gives("\fa\n\fb\n", 0, "<a||\fa\n>[0 ]$<b||\fb\n>[0 ]$");
	gives("\f a b \tk=v\tl=w\r\nx", 0,
	      "<a b|k=v\tl=w|\f a b \tk=v\tl=w\r\n>[0 x]$");
	gives("\f\tk=v\nx", 0, "<#1|k=v|\f\tk=v\n>[0 x]$");
	gives("\fa\nx\fy\n \fz", 0, "<a||\fa\n>[0 x\fy\n \fz]$");
	gives("\fa\n\n\fb", 0, "<a||\fa\n>[0 \n]$<b||\fb>[0 ]$");
	gives("\xEF\xBB\xBF\fa\nx", 0, "<a||\xEF\xBB\xBF\fa\n>[0 x]$");
	gives("\fa\0b\nx", 0, "<a\0b||\fa\0b\n>[0 x]$");
}

static void
fields(void **state)
{
	struct str f = STR("date=2031-05-02\tsource=AP=UP\tempty=\tbare");

	(void)state;
	assert_str(input_field(f, STR("date")), "2031-05-02");
	assert_str(input_field(f, STR("source")), "AP=UP");
	assert_non_null(input_field(f, STR("empty")).p);
	assert_int_equal(input_field(f, STR("empty")).n, 0);
	assert_non_null(input_field(f, STR("bare")).p);
	assert_null(input_field(f, STR("dat")).p);
	assert_null(input_field(f, STR("2031-05-02")).p);
	assert_null(input_field(STR(""), STR("a")).p);
}

static void
parts_end_at_lines(void **state)
{
	(void)state;
	gives("ab\ncd\nef\n", 6, "<-||>[0 ab\ncd\n][6 ef\n]$");
	gives("ab\ncd\nef\n", 8, "<-||>[0 ab\ncd\n][6 ef\n]$");
	gives("ab\ncd\nef\n", 9, "<-||>[0 ab\ncd\nef\n]$");
	gives("ab\ncd\n", 6, "<-||>[0 ab\ncd\n]$");
	gives("\fx\nab\ncd\nef\n\fy\ngh\nij\n", 6,
	      "<x||\fx\n>[0 ab\ncd\n][6 ef\n]$<y||\fy\n>[0 gh\nij\n]$");
	/* a form feed right after a part's end is still a mark */
	gives("\fx\nab\ncd\n\fy\ngh\n", 3,
	      "<x||\fx\n>[0 ab\n][3 cd\n]$<y||\fy\n>[0 gh\n]$");
}

static void
long_lines_are_cut(void **state)
{
	(void)state;
	gives("ab cd ef", 5, "<-||>[0 ab ][3 cd ef]$");
	gives("abcdefgh", 3, "<-||>[0 abc][3 def][6 gh]$");
	/* between code points */
	gives("a\u00E9\u00E9\u00E9", 4, "<-||>[0 a\u00E9][3 \u00E9\u00E9]$");
	gives("\U0001F600\U0001F600", 5,
	      "<-||>[0 \U0001F600][4 \U0001F600]$");
	/* smaller than one: it is cut all the same */
	gives("\U0001F600", 3, "<-||>[0 \xF0\x9F\x98][3 \x80]$");
	gives("\x80\x80\x80\x80", 3, "<-||>[0 \x80\x80\x80][3 \x80]$");
}

/* The rule of input.h, said once more: parts of a document without marks. */
static void
want_parts(struct str text, size_t max)
{
	size_t at = 0;

	buf_clear(&told);
	buf_cstr(&told, "<-||>");
	for (;;) {
		struct str rest = str_from(text, at);
		size_t n = rest.n;

		if (n > max) {
			for (n = max; n > 0 && rest.p[n - 1] != '\n';)
				n--;
			for (size_t k = max; n == 0 && k > 0; k--)
				if (ascii_space(rest.p[k - 1]))
					n = k;
			if (n == 0)
				n = utf8_floor(rest, max);
			if (n == 0)
				n = max;
		}
		buf_char(&told, '[');
		buf_num(&told, at);
		buf_char(&told, ' ');
		buf_add(&told, str_head(rest, n));
		buf_char(&told, ']');
		at += n;
		if (n == rest.n)
			break;
	}
	buf_char(&told, '$');
}

static void
random_texts(void **state)
{
	static const char bytes[] = "ab \n\t\f\xC3\xA9\xE2\x80\x99";
	char text[200];
	uint32_t x = 1;

	(void)state;
	for (int round = 0; round < 300; round++) {
		struct str s = { text, (size_t)round % sizeof(text) };
		size_t max = 1 + (size_t)round % 23;

		for (size_t i = 0; i < s.n; i++) {
			x = x * 1664525 + 1013904223;
			text[i] = bytes[(x >> 16) % (sizeof(bytes) - 1)];
		}
		if (s.n > 0)
			text[0] = 'a'; /* no marks */
		read_pieces(s, max, 1 + (size_t)round % 7);
		want_parts(s, max);
		assert_true(str_eq(buf_str(&seen), buf_str(&told)));
	}
}

static void
a_long_mark(void **state)
{
	struct buf b = { 0 };
	char *path[2] = { NULL, NULL };

	(void)state;
	buf_char(&b, '\f');
	for (size_t i = 0; i < INPUT_MARK + 10; i++)
		buf_char(&b, 'm');
	buf_cstr(&b, "\nx\n\fb\ny\n");
	path[0] = file_of(buf_str(&b));
	read_files(path, 0);
	assert_true(str_ends(buf_str(&seen),
	    STR(">[0 mmmmmmmmmmm\nx\n]$<b||\fb\n>[0 y\n]$")));
	drop_file(path[0]);
	/* longer than what is read at once */
	buf_clear(&b);
	buf_char(&b, '\f');
	for (size_t i = 0; i < 3 * INPUT_MARK; i++)
		buf_char(&b, 'm');
	path[0] = file_of(buf_str(&b));
	read_files(path, 0);
	assert_true(str_starts(buf_str(&seen), STR("<mmm")));
	assert_true(seen.n > 4 * INPUT_MARK);
	assert_true(str_ends(buf_str(&seen), STR("mmm]$")));
	drop_file(path[0]);
	buf_release(&b);
}

static void
files(void **state)
{
	char *path[] = { file_of(STR("one\n")), file_of(STR("\fm\ntwo\n")),
		         (char[]){ "/no/such" }, (char[]){ "/" },
		         file_of(STR("")), NULL };
	struct buf want = { 0 };
	struct input_opts opts = { 0 };
	struct input *in = input_open(path, &opts);

	(void)state;
	assert_true(input_many(in));
	input_close(in);
	in = input_open(path + 4, &opts);
	assert_false(input_many(in));
	input_close(in);
	read_files(path, 0);
	buf_char(&want, '<');
	buf_cstr(&want, path[0]);
	buf_cstr(&want, "||>[0 one\n]$<m||\fm\n>[0 two\n]$<");
	buf_cstr(&want, path[4]);
	buf_cstr(&want, "||>[0 ]$");
	assert_true(str_eq(buf_str(&seen), buf_str(&want)));
	assert_str(buf_str(&told), "/no/such: No such file or directory\n"
	                           "/: Is a directory\n");
	buf_release(&want);
	drop_file(path[0]);
	drop_file(path[1]);
	drop_file(path[4]);
}

static int waits;

static void
count_wait(void *context)
{
	assert_ptr_equal(context, &waits);
	waits++;
}

/* Live: what has come is delivered before a read that would wait. */
static void
live_parts(void **state)
{
	struct input_opts opts = { .live = true, .before_wait = count_wait,
		                   .context = &waits };
	char *none[] = { NULL };
	struct input *in;
	struct doc doc;
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	dup2(fd[0], 0);
	close(fd[0]);
	in = input_open(none, &opts);
	assert_int_equal(write(fd[1], "One. Tw", 7), 7);
	assert_true(input_part(in, &doc));
	assert_str(doc.text, "One. Tw");
	assert_true(doc.first && !doc.last);
	input_keep(in, 2);
	assert_int_equal(write(fd[1], "o. Three", 8), 8);
	assert_true(input_part(in, &doc));
	assert_str(doc.text, "Two. Three");
	assert_int_equal(doc.offset, 5);
	assert_false(doc.first || doc.last);
	input_keep(in, doc.text.n);
	waits = 0;
	close(fd[1]);
	assert_true(input_part(in, &doc));
	assert_str(doc.text, "Two. Three");
	assert_true(doc.last);
	assert_int_equal(waits, 0);
	assert_false(input_part(in, &doc));
	input_close(in);
}

/* What is handed back comes again, for any text and any amount. */
static void
live_keeps_every_byte(void **state)
{
	struct str text = STR("\fa\none two\nthree four five\n\fb\nsix");
	struct input_opts opts = { .live = true, .part_max = 9 };
	char *none[] = { NULL };
	struct doc doc;

	(void)state;
	for (size_t size = 1; size < 12; size++) {
		pid_t child = pipe_in(text, size);
		struct input *in = input_open(none, &opts);
		uint64_t at = 0;
		size_t round = 0;

		buf_clear(&seen);
		while (input_part(in, &doc)) {
			size_t keep = doc.last ? 0 : round++ % 3;

			if (doc.first) {
				buf_add(&seen, doc.mark);
				at = 0;
			}
			assert_int_equal(doc.offset, at);
			assert_true(doc.text.n <= opts.part_max);
			if (keep > doc.text.n / 2)
				keep = 0;
			buf_add(&seen, str_head(doc.text, doc.text.n - keep));
			at += doc.text.n - keep;
			input_keep(in, keep);
		}
		input_close(in);
		pipe_done(child);
		assert_true(str_eq(buf_str(&seen), text));
	}
}

/* An operand that the caller has opened, and one that is given back unread. */
static void
readers_of_others(void **state)
{
	struct input_opts opts = { 0 };
	char *path = file_of(STR("\fa\nx\n"));
	struct input *in;
	struct doc doc;

	(void)state;
	in = input_open_reader(reader_open(path), "seen", &opts);
	assert_false(input_pauses(in, 0));
	assert_true(input_part(in, &doc));
	assert_str(doc.text, "x\n");
	assert_true(doc.last);
	assert_false(input_pauses(in, 0));
	assert_false(input_part(in, &doc));
	input_close(in);
	in = input_open_reader(reader_open(path), "unread", &opts);
	input_close(in);
	drop_file(path);
	path = file_of(STR("x"));
	in = input_open_reader(reader_open(path), "seen", &opts);
	assert_true(input_part(in, &doc));
	assert_str(doc.name, "seen");
	input_close(in);
	drop_file(path);
}

/* The end has been seen, and there are parts left. */
static void
no_pause_at_the_end(void **state)
{
	struct input_opts opts = { .part_max = 1 };
	char *none[] = { NULL };
	struct input *in;
	struct doc doc;
	pid_t child = pipe_in(STR("\xEF\xBB"), 2);

	(void)state;
	in = input_open(none, &opts);
	assert_true(input_part(in, &doc));
	assert_false(doc.last);
	assert_false(input_pauses(in, 0));
	assert_true(input_part(in, &doc));
	assert_true(doc.last);
	input_close(in);
	pipe_done(child);
}

/* Live: a part that is full is delivered although more is there to read. */
static void
a_full_part(void **state)
{
	/* two members of gzip: "abcd", "ef" */
	static const char packed[] =
	    "\x1f\x8b\x08\0\0\0\0\0\0\3\x4b\x4c\x4a\x4e\x01\0\x11\xcd"
	    "\x82\xed\x04\0\0\0"
	    "\x1f\x8b\x08\0\0\0\0\0\0\3\x4b\x4d\x03\0\x70\x49\x82\xfd"
	    "\x02\0\0\0";
	char *path[] = { file_of((struct str){ packed, sizeof(packed) - 1 }),
		         NULL };

	(void)state;
	for (size_t max = 4; max <= 5; max++) {
		struct input_opts opts = { .live = true, .part_max = max };
		struct input *in = input_open(path, &opts);
		struct doc doc;

		assert_true(input_part(in, &doc));
		assert_str(doc.text, max == 4 ? "abcd" : "abcde");
		assert_false(doc.last);
		input_close(in);
	}
	drop_file(path[0]);
}

static void
pausing(void **state)
{
	struct input_opts opts = { .part_max = 4 };
	char *none[] = { NULL };
	struct input *in;
	struct doc doc;
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	dup2(fd[0], 0);
	close(fd[0]);
	in = input_open(none, &opts);
	assert_false(input_pauses(in, 0)); /* nothing is open yet */
	assert_int_equal(write(fd[1], "ab cd ef", 8), 8);
	assert_true(input_part(in, &doc));
	assert_str(doc.text, "ab ");
	assert_true(input_pauses(in, 0));
	close(fd[1]);
	assert_false(input_pauses(in, 0));
	assert_true(input_part(in, &doc));
	assert_true(input_part(in, &doc));
	assert_true(doc.last);
	assert_false(input_pauses(in, 0));
	input_close(in);
}

/* Nothing of one operand is left in the next. */
static void
operands_are_apart(void **state)
{
	char *path[] = { file_of(STR("\f\tk=v\none\n\f\ntwo\n")),
		         file_of(STR("\f\nthree\n")), file_of(STR("four\n")),
		         NULL };
	struct buf want = { 0 };

	(void)state;
	read_files(path, 0);
	buf_cstr(&want, "<#1|k=v|\f\tk=v\n>[0 one\n]$<#2||\f\n>[0 two\n]$"
	                "<#1||\f\n>[0 three\n]$<");
	buf_cstr(&want, path[2]);
	buf_cstr(&want, "||>[0 four\n]$");
	check_str(buf_str(&seen), buf_str(&want), __FILE__, __LINE__);
	buf_release(&want);
	for (size_t i = 0; i < 3; i++)
		drop_file(path[i]);
}

static void
what_comes_before_a_wait(void **state)
{
	struct input_opts opts = { .before_wait = count_wait,
		                   .context = &waits };
	char *none[] = { NULL };
	struct input *in;
	struct doc doc;
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	dup2(fd[0], 0);
	close(fd[0]);
	waits = 0;
	if (fork() == 0) {
		usleep(50000);
		_exit(write(fd[1], "one\n", 4) == 4 ? 0 : 1);
	}
	close(fd[1]);
	in = input_open(none, &opts);
	assert_true(input_part(in, &doc));
	assert_str(doc.text, "one\n");
	assert_true(waits > 0);
	input_close(in);
	wait(NULL);
}

/* Live: of a large file a part is delivered before all of it is read. */
static void
live_from_a_large_file(void **state)
{
	static char bytes[900000];
	struct input_opts opts = { .live = true };
	char *path[2] = { NULL, NULL };
	struct input *in;
	struct doc doc;
	size_t n = 0;

	(void)state;
	memset(bytes, 'x', sizeof(bytes));
	path[0] = file_of((struct str){ bytes, sizeof(bytes) });
	in = input_open(path, &opts);
	assert_true(input_part(in, &doc));
	assert_true(doc.text.n >= 128 * 1024 && doc.text.n < sizeof(bytes));
	assert_false(doc.last);
	for (n = doc.text.n; input_part(in, &doc); n += doc.text.n)
		;
	assert_int_equal(n, sizeof(bytes));
	input_close(in);
	drop_file(path[0]);
}

static int
begin(void **state)
{
	(void)state;
	err_on_report(keep_message, NULL);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	buf_release(&seen);
	buf_release(&told);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_stream_without_marks),
		cmocka_unit_test(marks),
		cmocka_unit_test(fields),
		cmocka_unit_test(parts_end_at_lines),
		cmocka_unit_test(long_lines_are_cut),
		cmocka_unit_test(random_texts),
		cmocka_unit_test(a_long_mark),
		cmocka_unit_test(files),
		cmocka_unit_test(live_parts),
		cmocka_unit_test(live_keeps_every_byte),
		cmocka_unit_test(readers_of_others),
		cmocka_unit_test(no_pause_at_the_end),
		cmocka_unit_test(a_full_part),
		cmocka_unit_test(pausing),
		cmocka_unit_test(operands_are_apart),
		cmocka_unit_test(what_comes_before_a_wait),
		cmocka_unit_test(live_from_a_large_file),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
