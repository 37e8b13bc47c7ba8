/* source_walk_test.c - the files below a folder, in their order. */
#include "test.h"

#include <errno.h>
#include <string.h>
#include <sys/stat.h>

#include "source_walk.h"
#include "stream.h"

static char folder[] = "/tmp/newsutils.XX" "XXXX";

static void
make(const char *name)
{
	char path[64];
	FILE *f;

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	f = fopen(path, "w");
	assert_non_null(f);
	fclose(f);
}

static void
link_to(const char *to, const char *name)
{
	char path[64];

	snprintf(path, sizeof(path), "%s/%s", folder, name);
	assert_int_equal(symlink(to, path), 0);
}

/* The names that a walk from start gives, without the folder. */
static void
walks(const char *start, const char *want)
{
	struct source_walk w = { 0 };
	struct buf got = { 0 };
	const char *path;

	walk_begin(&w, start);
	while ((path = walk_next(&w)) != NULL) {
		buf_cstr(&got, path + strlen(folder));
		buf_char(&got, ' ');
	}
	walk_release(&w);
	assert_str(buf_str(&got), want);
	buf_release(&got);
}

static void
files_in_order(void **state)
{
	char path[64];

	(void)state;
	assert_true(walk_is_directory(folder));
	assert_false(walk_is_directory("/no/such"));
	assert_false(walk_is_directory("/dev/null"));
	walks(folder, "");
	make("b");
	make("a");
	make(".hidden");
	snprintf(path, sizeof(path), "%s/aa", folder);
	assert_int_equal(mkdir(path, 0700), 0);
	make("aa/z");
	make("aa/y");
	snprintf(path, sizeof(path), "%s/f", folder);
	assert_int_equal(mkfifo(path, 0600), 0);
	link_to("b", "c");
	link_to("aa", "d");
	link_to("/no/such", "e");
	walks(folder, "/a /aa/y /aa/z /b /c ");
	snprintf(path, sizeof(path), "%s/", folder);
	walks(path, "/a /aa/y /aa/z /b /c ");
}

static void
many_files(void **state)
{
	struct source_walk w = { 0 };
	char name[32], before[64] = "";
	const char *path;
	int n = 0;

	(void)state;
	for (int i = 0; i < 200; i++) {
		snprintf(name, sizeof(name), "aa/%d", i);
		make(name);
	}
	walk_begin(&w, folder);
	while ((path = walk_next(&w)) != NULL) {
		assert_true(strcmp(before, path) < 0);
		snprintf(before, sizeof(before), "%s", path);
		n++;
	}
	walk_release(&w);
	assert_int_equal(n, 205);
	walk_begin(&w, folder);
	assert_non_null(walk_next(&w));
	walk_release(&w); /* before its end */
	assert_int_equal(w.n, 0);
}

static void
what_is_no_folder(void **state)
{
	struct source_walk w = { 0 };

	(void)state;
	buf_clear(&told);
	walk_begin(&w, "/no/such");
	assert_null(walk_next(&w));
	assert_str(buf_str(&told), "/no/such: No such file or directory\n");
	walk_release(&w);
}

static int
begin(void **state)
{
	(void)state;
	err_on_report(keep_message, NULL);
	return mkdtemp(folder) == NULL;
}

static int
end(void **state)
{
	char command[64];

	(void)state;
	buf_release(&told);
	snprintf(command, sizeof(command), "rm -r %s", folder);
	return system(command);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(files_in_order),
		cmocka_unit_test(many_files),
		cmocka_unit_test(what_is_no_folder),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
