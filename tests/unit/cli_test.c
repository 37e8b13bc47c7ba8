/* cli_test.c - the life of a tool, from its arguments to its exit status. */
#include "test.h"

#include <fcntl.h>
#include <poll.h>
#include <pty.h>
#include <string.h>

#include "cli.h"
#include "stream.h"

static const struct opt opts[] = {
	{ .name = "color", .kind = OPT_CHOICE, .help = "when to colour",
	  .to = { .choice = &cli.color }, .choices = cli_when_names },
	{ .name = "headers", .kind = OPT_CHOICE, .help = "when to mark",
	  .to = { .choice = &cli.headers }, .choices = cli_when_names },
	{ .name = "fields", .kind = OPT_TEXT, .arg = "KEYS", .help = "fields",
	  .to = { .text = &cli.fields } },
	{ 0 },
};

static const struct command cmd = {
	.name = "tool", .usage = "[file ...]", .about = "copy",
	.examples = "  tool a\n  tool b\n", .opts = opts,
	.shared = cli_record_opts,
};

static const char *const columns[] = { "doc", "text", NULL };

/* A copying tool and a recording one. Each runs in a child, where the process
 * is its own. */
static int
copy(int argc, char **argv)
{
	struct doc doc;
	int status;

	if (!cli_begin(&cmd, argc, argv, &status))
		return status;
	cli_input(argv, 0, false);
	while (cli_part(&doc)) {
		if (doc.first)
			cli_mark(&doc);
		out_bytes(&cli.out, doc.text);
	}
	return cli_end(true);
}

static int
record(int argc, char **argv)
{
	bool found = false;
	struct doc doc;
	int status;

	if (!cli_begin(&cmd, argc, argv, &status))
		return status;
	cli_input(argv, 0, false);
	cli_record(columns);
	while (cli_part(&doc)) {
		if (doc.text.n == 0)
			continue;
		if (!cli_plain() || cli.with_doc)
			record_str(&cli.record, doc.name);
		record_str(&cli.record, doc.text);
		record_end(&cli.record);
		found = true;
	}
	return cli_end(found);
}

static int
colour(int argc, char **argv)
{
	int status;

	if (!cli_begin(&cmd, argc, argv, &status))
		return status;
	return cli_color();
}

enum { STDOUT, STDERR };
static struct buf got[2];

/* Runs body on words (separated by '|') and standard input; fills got. */
static int
run(int (*body)(int, char **), const char *words, struct str in)
{
	char *path[3] = { file_of(in), file_of(STR("")), file_of(STR("")) };
	char copied[256], *argv[16] = { (char[]){ "tool" } };
	int argc = 1, status;
	char *w = copied;

	snprintf(copied, sizeof(copied), "%s", words);
	while (*words != '\0' && w != NULL) {
		argv[argc++] = w;
		w = strchr(w, '|');
		if (w != NULL)
			*w++ = '\0';
	}
	fflush(stdout);
	if (fork() == 0) {
		dup2(open(path[0], O_RDONLY), 0);
		dup2(open(path[1], O_WRONLY), 1);
		dup2(open(path[2], O_WRONLY), 2);
		_exit(body(argc, argv));
	}
	wait(&status);
	for (int i = 0; i < 2; i++) {
		FILE *f = fopen(path[1 + i], "r");
		char *p;

		buf_clear(&got[i]);
		p = buf_reserve(&got[i], 10000);
		got[i].n = fread(p, 1, 10000, f);
		fclose(f);
	}
	for (int i = 0; i < 3; i++)
		drop_file(path[i]);
	return WEXITSTATUS(status);
}

static void
gave(const char *out, const char *err)
{
	assert_str(buf_str(&got[STDOUT]), out);
	assert_str(buf_str(&got[STDERR]), err);
}

static void
shown_and_done(void **state)
{
	(void)state;
	assert_int_equal(run(copy, "--version", STR("x")), 0);
	gave("tool (newsutils) " VERSION "\n", "");
	assert_int_equal(run(copy, "--help", STR("x")), 0);
	assert_true(str_starts(buf_str(&got[STDOUT]), STR("usage: tool ")));
}

static void
misuse(void **state)
{
	(void)state;
	assert_int_equal(run(copy, "--nope", STR("x")), 2);
	gave("", "tool: unknown option '--nope'\n"
	         "tool: try 'tool --help'\n");
	assert_int_equal(run(copy, "--excel", STR("x")), 2);
	gave("", "tool: --excel goes with --csv\n"
	         "tool: try 'tool --help'\n");
	assert_int_equal(run(copy, "--csv|--json", STR("x")), 2);
}

static void
marks_of_copying_tools(void **state)
{
	(void)state;
	assert_int_equal(run(copy, "", STR("x\n")), 0);
	gave("x\n", "");
	assert_int_equal(run(copy, "--headers=always", STR("x\n")), 0);
	gave("\f-\nx\n", "");
	assert_int_equal(run(copy, "-|/dev/null", STR("x\n")), 0);
	gave("\f-\nx\n\f/dev/null\n", "");
	assert_int_equal(run(copy, "-|/dev/null|--headers=never",
	                     STR("x\n")), 0);
	gave("x\n", "");
	assert_int_equal(run(copy, "--headers=never", STR("\fm\tk=v\nx\n")),
	                 0);
	gave("\fm\tk=v\nx\n", "");
	assert_int_equal(run(copy, "", STR("\fm")), 0);
	gave("\fm\n", "");
}

static void
forms_of_records(void **state)
{
	(void)state;
	assert_int_equal(run(record, "", STR("x")), 0);
	gave("x\n", "");
	assert_int_equal(run(record, "-H", STR("x")), 0);
	gave("-\tx\n", "");
	assert_int_equal(run(record, "--csv", STR("x")), 0);
	gave("doc,text\n-,x\n", "");
	assert_int_equal(run(record, "--csv|--no-header", STR("x")), 0);
	gave("-,x\n", "");
	assert_int_equal(run(record, "--csv|--excel", STR("=x")), 0);
	gave("\xEF\xBB\xBF" "doc,text\r\n'-,'=x\r\n", "");
	assert_int_equal(run(record, "--json", STR("x")), 0);
	gave("{\"doc\":\"-\",\"text\":\"x\"}\n", "");
}

static void
exit_status(void **state)
{
	(void)state;
	assert_int_equal(run(record, "", STR("")), 0);
	assert_int_equal(run(record, "-e", STR("")), 1);
	assert_int_equal(run(record, "-e", STR("x")), 0);
	assert_int_equal(run(record, "-e|/no/such", STR("")), 2);
	assert_int_equal(run(record, "/no/such|-", STR("x")), 2);
	gave("x\n", "tool: /no/such: No such file or directory\n");
}

static void
colours(void **state)
{
	(void)state;
	assert_int_equal(run(colour, "", STR("")), 0); /* a file */
	assert_int_equal(run(colour, "--color=always", STR("")), 1);
	assert_int_equal(run(colour, "--color=never", STR("")), 0);
}

/* Whether a tool that writes to a terminal would colour. */
static int
colour_on_terminal(const char *term, const char *no_color, const char *word)
{
	char *argv[] = { (char[]){ "tool" }, file_of(str_of(word)), NULL };
	int master, slave, status;

	snprintf(argv[1], 32, "%s", word);
	assert_int_equal(openpty(&master, &slave, NULL, NULL, NULL), 0);
	if (fork() == 0) {
		unsetenv("NO_COLOR");
		unsetenv("TERM");
		if (term != NULL)
			setenv("TERM", term, 1);
		if (no_color != NULL)
			setenv("NO_COLOR", no_color, 1);
		dup2(slave, 1);
		_exit(colour(2, argv));
	}
	wait(&status);
	close(master);
	close(slave);
	free(argv[1]);
	return WEXITSTATUS(status);
}

static void
colours_on_a_terminal(void **state)
{
	static const struct {
		const char *term, *no_color, *word;
		int want;
	} cases[] = {
		{ "xterm", NULL, "--color=auto", 1 },
		{ "xterm", "", "--color=auto", 1 },
		{ "xterm", "1", "--color=auto", 0 },
		{ "dumb", NULL, "--color=auto", 0 },
		{ NULL, NULL, "--color=auto", 0 },
		{ "xterm", NULL, "--color=never", 0 },
		{ "dumb", "1", "--color=always", 1 },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++)
		assert_int_equal(colour_on_terminal(cases[i].term,
		    cases[i].no_color, cases[i].word), cases[i].want);
}

/* Fields of the mark as columns: names that are empty are none. */
static void
fields_of_the_mark(void **state)
{
	(void)state;
	assert_int_equal(run(record, "--csv|--fields=,k,, l ,",
	                     STR("\fm\tk=v\nx")), 0);
	gave("doc,text,k,l\nm,x,v,\n", "");
	assert_int_equal(run(record, "--fields=", STR("\fm\tk=v\nx")), 0);
	gave("x\n", "");
}

/* Runs a tool whose standard error is a full pipe: nobody reads it for a
 * while, or ever, or it is closed. */
static int
run_with_stderr(int fd)
{
	char *argv[] = { (char[]){ "tool" }, (char[]){ "--nope" }, NULL };
	int status;
	pid_t child = fork();

	if (child == 0) {
		dup2(fd, 2);
		_exit(copy(2, argv));
	}
	waitpid(child, &status, 0);
	return WEXITSTATUS(status);
}

static void
messages_that_cannot_be_written(void **state)
{
	static char full[4096];
	int fd[2], status;
	pid_t child;

	(void)state;
	assert_int_equal(run_with_stderr(open("/dev/full", O_WRONLY)), 2);
	assert_int_equal(run_with_stderr(open("/dev/null", O_RDONLY)), 2);
	assert_int_equal(pipe2(fd, O_NONBLOCK), 0);
	fcntl(fd[1], F_SETPIPE_SZ, 4096);
	assert_int_equal(write(fd[1], full, sizeof(full)), sizeof(full));
	child = fork();
	if (child == 0) {
		close(fd[1]);
		usleep(20000);
		for (struct pollfd p = { .fd = fd[0], .events = POLLIN };
		     poll(&p, 1, -1) > 0 && read(fd[0], full, 4096) > 0;)
			;
		_exit(0);
	}
	assert_int_equal(run_with_stderr(fd[1]), 2);
	close(fd[0]);
	close(fd[1]);
	waitpid(child, &status, 0);
	assert_int_equal(status, 0);
}

static int
end(void **state)
{
	(void)state;
	buf_release(&got[STDOUT]);
	buf_release(&got[STDERR]);
	buf_release(&told);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(shown_and_done),
		cmocka_unit_test(misuse),
		cmocka_unit_test(marks_of_copying_tools),
		cmocka_unit_test(forms_of_records),
		cmocka_unit_test(exit_status),
		cmocka_unit_test(colours),
		cmocka_unit_test(colours_on_a_terminal),
		cmocka_unit_test(fields_of_the_mark),
		cmocka_unit_test(messages_that_cannot_be_written),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
