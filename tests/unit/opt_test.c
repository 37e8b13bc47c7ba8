/* opt_test.c - one table: parsing, help, completion. */
#include "test.h"

#include <string.h>

#include "opt.h"

static bool flag, second;
static uint64_t top, least;
static double rate;
static const char *model;
static struct opt_list likes;
static int when;

static const char *const whens[] = { "auto", "always", "never", NULL };

static const struct opt opts[] = {
	{ .letter = 's', .name = "sorted", .kind = OPT_FLAG,
	  .help = "sort", .to = { .flag = &flag } },
	{ .letter = 'k', .name = "top", .kind = OPT_NUM, .arg = "N",
	  .help = "stop after N, and then some more words that make this line "
	          "too long for a terminal of eighty columns",
	  .to = { .num = &top }, .min = 1, .max = 99 },
	{ .name = "rate", .kind = OPT_REAL, .arg = "X", .help = "a rate",
	  .to = { .real = &rate } },
	{ .name = "least", .kind = OPT_NUM, .arg = "N", .help = "no limit",
	  .to = { .num = &least }, .min = 2 },
	{ .letter = 'l', .name = "like", .kind = OPT_LIST, .arg = "WORD",
	  .help = "like WORD", .to = { .list = &likes } },
	{ 0 },
};

static const struct opt family[] = {
	{ .name = "colour", .kind = OPT_CHOICE, .help = "when to colour",
	  .to = { .choice = &when }, .choices = whens },
	{ .letter = 'm', .name = "model", .kind = OPT_TEXT, .arg = "FILE",
	  .help = "use FILE", .to = { .text = &model } },
	{ .letter = 'z', .name = "second", .kind = OPT_FLAG, .help = "two",
	  .to = { .flag = &second } },
	{ 0 },
};

static const struct command cmd = {
	.name = "tool", .usage = "[-s] file ...\n-z", .about = "do a thing",
	.status = "nothing was found", .opts = opts, .shared = family,
	.examples = "  tool a\n  tool b\n",
};

static char *args[16];
static struct buf text;

/* Parses words, separated by '|'. */
static enum opt_status
parse(const char *words)
{
	static char copy[512];
	int n = 1;

	flag = second = false;
	top = 7;
	rate = 0;
	model = NULL;
	when = 0;
	buf_clear(&text);
	args[0] = (char[]){ "tool" };
	snprintf(copy, sizeof(copy), "%s", words);
	for (char *w = copy; *words != '\0' && w != NULL; n++) {
		args[n] = w;
		w = strchr(w, '|');
		if (w != NULL)
			*w++ = '\0';
	}
	args[n] = NULL;
	return opt_parse(&cmd, n, args, &text);
}

static void
refused(const char *words, const char *reason)
{
	assert_int_equal(parse(words), OPT_MISUSE);
	assert_str(buf_str(&text), reason);
}

static void
operands(const char *a, const char *b)
{
	assert_string_equal(args[1], a);
	if (b == NULL) {
		assert_null(args[2]);
		return;
	}
	assert_string_equal(args[2], b);
	assert_null(args[3]);
}

static void
nothing_at_all(void **state)
{
	(void)state;
	assert_int_equal(parse(""), OPT_RUN);
	assert_null(args[1]);
	args[0] = NULL;
	assert_int_equal(opt_parse(&cmd, 0, args, &text), OPT_RUN);
}

static void
options_and_operands_mix(void **state)
{
	(void)state;
	assert_int_equal(parse("a|-s|b|--top|5"), OPT_RUN);
	operands("a", "b");
	assert_true(flag);
	assert_int_equal(top, 5);
	assert_int_equal(parse("-|--|-s"), OPT_RUN);
	operands("-", "-s");
	assert_false(flag);
	assert_int_equal(parse("--|--"), OPT_RUN);
	operands("--", NULL);
}

static void
letters_bundle(void **state)
{
	(void)state;
	assert_int_equal(parse("-szk5"), OPT_RUN);
	assert_true(flag && second);
	assert_int_equal(top, 5);
	assert_int_equal(parse("-sk|12|a"), OPT_RUN);
	assert_int_equal(top, 12);
	operands("a", NULL);
	assert_int_equal(parse("-m-"), OPT_RUN);
	assert_string_equal(model, "-");
	assert_int_equal(parse("-m|-s"), OPT_RUN);
	assert_string_equal(model, "-s");
	assert_false(flag);
}

static void
values(void **state)
{
	(void)state;
	assert_int_equal(parse("--model=a=b|--model="), OPT_RUN);
	assert_string_equal(model, "");
	assert_int_equal(parse("--model=a=b"), OPT_RUN);
	assert_string_equal(model, "a=b");
	assert_int_equal(parse("--rate=-0.5"), OPT_RUN);
	assert_true(rate < -0.49 && rate > -0.51);
	assert_int_equal(parse("--rate|1e3"), OPT_RUN);
	assert_true(rate > 999.9 && rate < 1000.1);
	assert_int_equal(parse("--colour=never"), OPT_RUN);
	assert_int_equal(when, 2);
	assert_int_equal(parse("--top=1|--top=99"), OPT_RUN);
	assert_int_equal(top, 99);
}

static void
lists_keep_every_value(void **state)
{
	(void)state;
	assert_int_equal(parse("-l|a|--like=b|-lc"), OPT_RUN);
	assert_int_equal(likes.n, 3);
	assert_string_equal(likes.v[0], "a");
	assert_string_equal(likes.v[1], "b");
	assert_string_equal(likes.v[2], "c");
	opt_list_free(&likes);
	assert_int_equal(likes.n, 0);
}

static void
misuse(void **state)
{
	(void)state;
	refused("--nope", "unknown option '--nope'");
	refused("--nope=5", "unknown option '--nope=5'");
	refused("--to", "unknown option '--to'");
	refused("--=", "unknown option '--='");
	refused("-sx", "unknown option '-x'");
	refused("-\033", "unknown option '-\\x1b'");
	refused("--sorted=yes", "no argument is taken by option 'sorted'");
	refused("--top", "an argument is needed by option 'top'");
	refused("-k", "an argument is needed by option 'top'");
	refused("--help=5", "no argument is taken by option 'help'");
}

static void
bad_values(void **state)
{
	static const char *const numbers[] = { "0", "100", "-1", "+1", "x", "",
		" 1", "1 ", "0x1", "18446744073709551617" };
	static const char *const reals[] = { "", "x", "1x", "nan", "inf",
		"1e99", "-1e99", " 1", "0x10", "-", "+e", "1-", "1e" };
	char words[64];

	(void)state;
	for (size_t i = 0; i < sizeof(numbers) / sizeof(*numbers); i++) {
		snprintf(words, sizeof(words), "--top=%s", numbers[i]);
		assert_int_equal(parse(words), OPT_MISUSE);
		assert_int_equal(top, 7);
	}
	for (size_t i = 0; i < sizeof(reals) / sizeof(*reals); i++) {
		snprintf(words, sizeof(words), "--rate=%s", reals[i]);
		if (parse(words) != OPT_MISUSE)
			fail_msg("%s", words);
	}
	refused("-kx", "bad argument 'x' for --top: a whole number from 1 to "
	               "99 is needed");
	refused("--least=1", "bad argument '1' for --least: a whole number "
	                     "from 2 is needed");
	assert_int_equal(parse("--least=18446744073709551615"), OPT_RUN);
	assert_true(least == UINT64_MAX);
	refused("--rate=x", "bad argument 'x' for --rate: a number is needed");
	refused("--colour=red", "bad argument 'red' for --colour: "
	                        "auto|always|never");
	refused("--colour=\n", "bad argument '\\n' for --colour: "
	                       "auto|always|never");
}

static void
help_fits(void **state)
{
	struct span line;
	size_t at = 0;

	(void)state;
	assert_int_equal(parse("a|--help|--nope"), OPT_SHOWN);
	while (next_line(buf_str(&text), &at, &line))
		assert_true(line.end - line.beg <= 80);
	assert_true(str_starts(buf_str(&text),
	                       STR("usage: tool [-s] file ...\n"
	                           "       tool -z\ndo a thing\n")));
	buf_char(&text, '\0');
	assert_non_null(strstr(text.p,
	    "do a thing\n\nOptions:\n"
	    "  -s, --sorted            sort\n"
	    "  -k, --top=N             stop after N, and then some more words "
	    "that make this\n"
	    "                          line too long for a terminal of eighty "
	    "columns\n"
	    "      --rate=X            a rate\n"));
	assert_non_null(strstr(text.p,
	    "      --colour=auto|always|never\n"
	    "                          when to colour\n"));
	assert_non_null(strstr(text.p, "\n\nExit status:\n"
	                               "  0  all went well\n"
	                               "  1  nothing was found\n"
	                               "  2  trouble: "));
	assert_non_null(strstr(text.p, "  -k, --top=N"));
	assert_non_null(strstr(text.p, "--colour=auto|always|never"));
	assert_non_null(strstr(text.p, "\n  1  nothing was found\n"));
	assert_non_null(strstr(text.p, "\nExamples:\n  tool a\n  tool b\n"));
	assert_non_null(strstr(text.p, "--version"));
}

static void
help_and_version_are_operands_after_the_end(void **state)
{
	(void)state;
	assert_int_equal(parse("--version"), OPT_SHOWN);
	assert_str(buf_str(&text), "tool (newsutils) " VERSION "\n");
	assert_int_equal(parse("--|--help"), OPT_RUN);
	operands("--help", NULL);
	assert_int_equal(parse("--model|--help"), OPT_RUN);
	assert_string_equal(model, "--help");
	assert_int_equal(parse("--nope|--help"), OPT_MISUSE);
}

static void
completion(void **state)
{
	(void)state;
	assert_int_equal(parse("--completion"), OPT_SHOWN);
	assert_str(buf_str(&text),
	           "complete -o default -W '--sorted --top= --rate= --least= "
	           "--like= "
	           "--colour=auto --colour=always --colour=never --model= "
	           "--second --help --version ' tool\n");
}

static int
release(void **state)
{
	(void)state;
	buf_release(&text);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(nothing_at_all),
		cmocka_unit_test(options_and_operands_mix),
		cmocka_unit_test(letters_bundle),
		cmocka_unit_test(values),
		cmocka_unit_test(lists_keep_every_value),
		cmocka_unit_test(misuse),
		cmocka_unit_test(bad_values),
		cmocka_unit_test(help_fits),
		cmocka_unit_test(help_and_version_are_operands_after_the_end),
		cmocka_unit_test(completion),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
