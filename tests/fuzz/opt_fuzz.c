/* opt_fuzz.c - any words on the command line: parsed or refused, never more. */
#include "arena.h"
#include "fuzz.h"
#include "opt.h"

static bool flag;
static uint64_t num;
static double real;
static const char *text;
static struct opt_list list;
static int choice;
static const char *const choices[] = { "one", "two", NULL };

static const struct opt opts[] = {
	{ .letter = 'f', .name = "flag", .kind = OPT_FLAG, .help = "a flag",
	  .to = { .flag = &flag } },
	{ .letter = 'n', .name = "num", .kind = OPT_NUM, .arg = "num",
	  .help = "a number", .to = { .num = &num }, .min = 1, .max = 9 },
	{ .letter = 'r', .name = "real", .kind = OPT_REAL, .arg = "num",
	  .help = "a number", .to = { .real = &real } },
	{ .letter = 't', .name = "text", .kind = OPT_TEXT, .arg = "text",
	  .help = "a text", .to = { .text = &text } },
	{ .letter = 'l', .name = "list", .kind = OPT_LIST, .arg = "text",
	  .help = "some texts", .to = { .list = &list } },
	{ .letter = 'c', .name = "choice", .kind = OPT_CHOICE,
	  .help = "a choice", .to = { .choice = &choice },
	  .choices = choices },
	{ 0 },
};

static const struct command command = {
	.name = "fuzz",
	.usage = "[file ...]",
	.about = "nothing",
	.examples = "  fuzz\n  fuzz\n",
	.opts = opts,
};

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct arena a = { 0 };
	struct str rest = { (const char *)data, size };
	char *argv[66] = { (char[]){ "fuzz" } };
	struct buf out = { 0 };
	int argc = 1;

	while (rest.n > 0 && argc < 65)
		argv[argc++] = arena_cstr(&a, str_cut(&rest, '\n'));
	num = 1;
	switch (opt_parse(&command, argc, argv, &out)) {
	case OPT_RUN:
		LAW(num >= 1 && num <= 9 && choice >= 0 && choice <= 1);
		break;
	case OPT_SHOWN:
	case OPT_MISUSE:
		LAW(out.n > 0);
		break;
	}
	opt_list_free(&list);
	buf_release(&out);
	arena_release(&a);
	return 0;
}
