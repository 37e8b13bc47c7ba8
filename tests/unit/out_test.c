/* out_test.c - writing: exact bytes, terminals, errors that are kept. */
#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <pty.h>
#include <signal.h>
#include <string.h>

#include "out.h"
#include "stream.h"

/* Everything that can be read from fd. */
static struct buf got;

static void
read_back(int fd)
{
	char b[4096];
	ssize_t n;

	buf_clear(&got);
	while ((n = read(fd, b, sizeof(b))) > 0)
		buf_add(&got, (struct str){ b, (size_t)n });
	close(fd);
}

static void
a_pipe_gets_exact_bytes(void **state)
{
	struct out o;
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	out_open(&o, fd[1]);
	assert_false(o.terminal);
	out_bytes(&o, STR("a\0\x1B[0m\xFF\r\xE2\x80\xAE"));
	out_char(&o, '\n');
	out_raw(&o, STR("\x1B[1m"));
	assert_true(out_close(&o));
	read_back(fd[0]);
	assert_bytes(buf_str(&got), "a\0\x1B[0m\xFF\r\xE2\x80\xAE\n\x1B[1m");
}

static void
memory_keeps_everything(void **state)
{
	struct out o;

	(void)state;
	out_open(&o, OUT_MEMORY);
	for (int i = 0; i < 100000; i++)
		out_char(&o, 'x');
	out_flush(&o);
	assert_int_equal(out_str(&o).n, 100000);
	assert_true(out_close(&o));
}

/* What a terminal is sent for text, step bytes at a time. */
static void
shown_by(struct str text, size_t step)
{
	struct termios raw = { .c_cflag = CS8 | CREAD };
	int master, slave;
	struct out o;

	assert_int_equal(openpty(&master, &slave, NULL, &raw, NULL), 0);
	out_open(&o, slave);
	assert_true(o.terminal);
	for (; text.n > 0; text = str_from(text, step))
		if (step == 1)
			out_char(&o, text.p[0]);
		else
			out_bytes(&o, str_head(text, step));
	assert_true(out_close(&o));
	read_back(master);
}

/* A CR and its LF apart. */
static void
shown(struct str text)
{
	shown_by(text, 1);
}

static void
a_terminal_gets_text_only(void **state)
{
	(void)state;
	shown(STR("a\tb\n"));
	assert_str(buf_str(&got), "a\tb\n");
	shown(STR("\x1B[31m\a\x7F\0"));
	assert_str(buf_str(&got), "^[[31m^G^?^@");
	shown(STR("one\r\ntwo\rthree\r"));
	assert_str(buf_str(&got), "one\r\ntwo^Mthree^M");
}

static void
a_terminal_sees_what_bidi_hides(void **state)
{
	struct termios raw = { .c_cflag = CS8 | CREAD };
	int master, slave;
	struct out o;

	(void)state;
	assert_int_equal(openpty(&master, &slave, NULL, &raw, NULL), 0);
	out_open(&o, slave);
	out_bytes(&o, STR("caf\u00E9 \u202Etxt\u2069 \xFF\xE2\x80 \xC2\x9B"));
	out_raw(&o, STR("\x1B[0m"));
	assert_true(out_close(&o));
	read_back(master);
	assert_str(buf_str(&got), "caf\u00E9 \\u{202e}txt\\u{2069} "
	                          "\\xff\\xe2\\x80 \\u{009b}\x1B[0m");
}

static void
a_full_disk_is_told(void **state)
{
	struct out o;

	(void)state;
	buf_clear(&told);
	out_open(&o, open("/dev/full", O_WRONLY));
	out_char(&o, 'x');
	assert_false(out_failed(&o)); /* not yet written */
	out_flush(&o);
	assert_true(out_failed(&o));
	out_char(&o, 'y');
	assert_int_equal(out_str(&o).n, 0);
	assert_false(out_close(&o));
	assert_str(buf_str(&told),
	           "standard output: No space left on device\n");
}

static void
a_closed_output_is_told(void **state)
{
	struct out o;

	(void)state;
	buf_clear(&told);
	out_open(&o, 987);
	assert_true(out_failed(&o));
	out_char(&o, 'x');
	out_lines(&o, STR("a b"), (const size_t[]){ 1 }, 1);
	assert_int_equal(out_str(&o).n, 0);
	assert_false(out_close(&o));
	assert_str(buf_str(&told), "standard output: Bad file descriptor\n");
}

static void
a_reader_that_has_gone_is_no_message(void **state)
{
	struct out o;
	int fd[2];

	(void)state;
	buf_clear(&told);
	signal(SIGPIPE, SIG_IGN);
	assert_int_equal(pipe(fd), 0);
	close(fd[0]);
	out_open(&o, fd[1]);
	out_char(&o, 'x');
	out_flush_waiting(&o);
	assert_true(out_failed(&o));
	assert_false(out_close(&o));
	assert_int_equal(told.n, 0);
	signal(SIGPIPE, SIG_DFL);
}

/* A pipe that takes 4096 bytes and then refuses, until a slow reader comes. */
static void
a_pipe_that_refuses(void **state)
{
	struct out o;
	int fd[2];
	pid_t child;
	int status;

	(void)state;
	assert_int_equal(pipe(fd), 0);
	fcntl(fd[1], F_SETFL, O_NONBLOCK);
	fcntl(fd[1], F_SETPIPE_SZ, 4096);
	child = fork();
	if (child == 0) {
		close(fd[1]);
		usleep(10000);
		read_back(fd[0]);
		_exit(got.n == 300000 ? 0 : 1);
	}
	close(fd[0]);
	out_open(&o, fd[1]);
	for (int i = 0; i < 300000; i++)
		out_char(&o, 'x');
	assert_true(out_close(&o));
	waitpid(child, &status, 0);
	assert_int_equal(status, 0);
}

static void
large_pieces_are_not_copied(void **state)
{
	static char big[100000];
	struct out o;
	int fd[2];
	pid_t child;
	int status;

	(void)state;
	memset(big, 'x', sizeof(big));
	out_open(&o, OUT_MEMORY);
	out_raw(&o, (struct str){ big, sizeof(big) });
	assert_int_equal(out_str(&o).n, sizeof(big));
	assert_true(out_close(&o));
	assert_int_equal(pipe(fd), 0);
	child = fork();
	if (child == 0) {
		close(fd[1]);
		read_back(fd[0]);
		_exit(got.n == sizeof(big) + 1 && got.p[0] == 'a' ? 0 : 1);
	}
	close(fd[0]);
	out_open(&o, fd[1]);
	out_char(&o, 'a');
	out_raw(&o, (struct str){ big, sizeof(big) });
	assert_int_equal(out_str(&o).n, 0);
	assert_true(out_close(&o));
	waitpid(child, &status, 0);
	assert_int_equal(status, 0);
}

static void
a_terminal_sees_high_controls(void **state)
{
	(void)state;
	shown_by(STR("\U000E0041\uFEFF\r"), 9);
	assert_str(buf_str(&got), "\\u{e0041}\\u{feff}^M");
}

/* With newlines in the place of bytes; out_close() frees what is looked at. */
static void
lines_are_put_into_the_text(void **state)
{
	static char big[100000];
	size_t at[] = { 2, 6, 99999 };
	struct out o;

	(void)state;
	out_open(&o, OUT_MEMORY);
	out_char(&o, 'x');
	out_lines(&o, STR("a. b.\0 c"), at, 2);
	assert_bytes(out_str(&o), "xa.\nb.\0\nc");
	buf_clear(&o.b);
	out_lines(&o, STR("abc"), at, 0);
	assert_bytes(out_str(&o), "abc");
	buf_clear(&o.b);
	memset(big, 'x', sizeof(big));
	out_lines(&o, (struct str){ big, sizeof(big) }, at, 3);
	assert_int_equal(out_str(&o).n, sizeof(big));
	assert_bytes(str_head(out_str(&o), 8), "xx\nxxx\nx");
	assert_int_equal(out_str(&o).p[99999], '\n');
	assert_true(out_close(&o));
}

static void
lines_on_a_terminal_are_safe(void **state)
{
	struct termios raw = { .c_cflag = CS8 | CREAD };
	size_t at[] = { 2 };
	int master, slave;
	struct out o;

	(void)state;
	assert_int_equal(openpty(&master, &slave, NULL, &raw, NULL), 0);
	out_open(&o, slave);
	out_lines(&o, STR("a\a b"), at, 1);
	assert_true(out_close(&o));
	read_back(master);
	assert_str(buf_str(&got), "a^G\nb");
}

/* A pipe holds 64 KiB: what is over them waits for more. */
static void
a_pipe_is_filled_and_not_overfilled(void **state)
{
	static char some[40000];
	struct out o;
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	out_open(&o, fd[1]);
	out_raw(&o, (struct str){ some, sizeof(some) });
	out_raw(&o, (struct str){ some, sizeof(some) });
	assert_int_equal(out_str(&o).n, 2 * sizeof(some) - 65536);
	close(fd[0]);
	buf_clear(&o.b);
	assert_true(out_close(&o));
}

/* Newlines in place of bytes: at once, and piece by piece where the text is
 * long or shown on a terminal. */
static void
lines_in_place_of_blanks(void **state)
{
	static const size_t at[] = { 3, 7 };
	static char big[70000];
	struct termios raw = { .c_cflag = CS8 | CREAD };
	int master, slave;
	struct out o;

	(void)state;
	out_open(&o, OUT_MEMORY);
	out_lines(&o, STR("one two three"), at, 2);
	out_lines(&o, STR(""), at, 0);
	out_lines(&o, STR("!"), at, 0);
	assert_str(out_str(&o), "one\ntwo\nthree!");
	memset(big, 'x', sizeof(big));
	out_lines(&o, (struct str){ big, sizeof(big) }, at, 2);
	assert_int_equal(out_str(&o).n, 14 + sizeof(big));
	assert_int_equal(out_str(&o).p[14 + 3], '\n');
	assert_int_equal(out_str(&o).p[14 + 7], '\n');
	assert_int_equal(out_str(&o).p[14 + 8], 'x');
	out_close(&o);
	assert_int_equal(openpty(&master, &slave, NULL, &raw, NULL), 0);
	out_open(&o, slave);
	out_lines(&o, STR("on\a two \x1B[1m"), at, 2);
	assert_true(out_close(&o));
	read_back(master);
	assert_str(buf_str(&got), "on^G\ntwo\n^[[1m");
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
	buf_release(&got);
	buf_release(&told);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(a_pipe_gets_exact_bytes),
		cmocka_unit_test(memory_keeps_everything),
		cmocka_unit_test(a_terminal_gets_text_only),
		cmocka_unit_test(a_terminal_sees_what_bidi_hides),
		cmocka_unit_test(a_full_disk_is_told),
		cmocka_unit_test(a_closed_output_is_told),
		cmocka_unit_test(a_reader_that_has_gone_is_no_message),
		cmocka_unit_test(a_pipe_that_refuses),
		cmocka_unit_test(large_pieces_are_not_copied),
		cmocka_unit_test(a_terminal_sees_high_controls),
		cmocka_unit_test(lines_are_put_into_the_text),
		cmocka_unit_test(lines_on_a_terminal_are_safe),
		cmocka_unit_test(a_pipe_is_filled_and_not_overfilled),
		cmocka_unit_test(lines_in_place_of_blanks),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
