/* cli_progress_test.c - when the line of progress is shown, what it says. */
#include "test.h"

#include <fcntl.h>
#include <pty.h>
#include <stdlib.h>
#include <string.h>

#include "cli.h"
#include "cli_progress.h"
#include "stream.h"

static struct buf got;

enum { PAUSE_US = 260000 }; /* more than the pause between two lines */

/* What a child says on standard error, a terminal or a file, that works on
 * files and tells of steps documents of bytes each. */
static void
watch(char *const *files, bool quiet, int steps, bool terminal)
{
	struct termios raw = { .c_cflag = CS8 | CREAD };
	struct cli_progress p;
	int master, slave;
	char b[4096];
	ssize_t n;

	buf_clear(&got);
	assert_int_equal(openpty(&master, &slave, NULL, &raw, NULL), 0);
	if (fork() == 0) {
		dup2(terminal ? slave : open("/dev/null", O_WRONLY), 2);
		progress_begin(&p, files, quiet);
		for (int i = 1; i <= steps; i++) {
			progress_step(&p, (uint64_t)i * 1000);
			if (i == 2)
				usleep(PAUSE_US);
		}
		progress_end(&p);
		_exit(0);
	}
	close(slave);
	while ((n = read(master, b, sizeof(b))) > 0)
		buf_add(&got, (struct str){ b, (size_t)n });
	close(master);
	wait(NULL);
	buf_char(&got, '\0');
}

static void
says(char *file, bool quiet, bool terminal, bool something)
{
	char *files[] = { file, NULL };

	watch(files, quiet, 1, terminal);
	if (strcmp(got.p, something ? "\r\033[K" : "") != 0)
		fail_msg("%s: '%s'", file, got.p);
}

static void
only_on_a_terminal_and_of_a_known_size(void **state)
{
	char *path = file_of(STR("some bytes"));
	char *empty = file_of(STR(""));

	(void)state;
	says(path, false, true, true);
	says(path, true, true, false);
	says(path, false, false, false);
	says(empty, false, true, false);
	says((char[]){ "/no/such" }, false, true, false);
	says((char[]){ "/dev/null" }, false, true, false);
	dup2(open("/dev/null", O_RDONLY), 0);
	says((char[]){ "-" }, false, true, false);
	says(NULL, false, true, false);
	dup2(open(path, O_RDONLY), 0);
	says((char[]){ "-" }, false, true, true);
	says(NULL, false, true, true);
	cli.out.terminal = true;
	says(path, false, true, false);
	cli.out.terminal = false;
	drop_file(path);
	drop_file(empty);
}

static void
what_it_says(void **state)
{
	static char bytes[8000];
	char *path = file_of((struct str){ bytes, sizeof(bytes) });
	char *files[] = { path, NULL };

	(void)state;
	watch(files, false, 4, true);
	assert_non_null(strstr(got.p, "\r3 documents, 0 MB/s, 0:00 left"));
	assert_null(strstr(got.p, "\r1 documents"));
	assert_null(strstr(got.p, "\r4 documents"));
	watch(files, false, 9, true);
	assert_true(str_ends(str_of(got.p), STR("\r\033[K")));
	drop_file(path);
}

/* A slow start of a large file: minutes, and more bytes than there were. */
static void
what_is_left(void **state)
{
	static char bytes[800];
	char *path = file_of((struct str){ bytes, sizeof(bytes) });
	char *files[] = { path, NULL };

	(void)state;
	assert_int_equal(truncate(path, 800000), 0);
	watch(files, false, 3, true);
	assert_non_null(strstr(got.p, "3 documents, 0 MB/s, "));
	assert_null(strstr(got.p, "MB/s, 0:"));
	assert_int_equal(truncate(path, 40000), 0);
	watch(files, false, 3, true);
	assert_non_null(strstr(got.p, "3 documents, 0 MB/s, 0:"));
	assert_null(strstr(got.p, "0:00 left"));
	assert_int_equal(truncate(path, 1000), 0);
	watch(files, false, 3, true);
	assert_non_null(strstr(got.p, "3 documents, 0 MB/s, 0:00 left"));
	drop_file(path);
}

static int
end(void **state)
{
	(void)state;
	buf_release(&got);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(only_on_a_terminal_and_of_a_known_size),
		cmocka_unit_test(what_it_says),
		cmocka_unit_test(what_is_left),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
