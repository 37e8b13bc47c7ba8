/* newstrain - train a model of newsutils from annotated text */
#include <string.h>

#include "clean_train.h"
#include "cli.h"
#include "err.h"
#include "name_train.h"
#include "sent_common.h"
#include "sent_train.h"

static const struct opt opts[] = { { 0 } };

static const struct command newstrain = {
	.name = "newstrain",
	.usage = "task file ... > model",
	.about = "train a model of newsutils from annotated text",
	.examples = "  newstrain sent train/*.txt > my.model\n"
	            "  sentsplit --model=my.model article.txt\n",
	.opts = opts,
};

/* A trainer reads the files, appends a model to out, and tells whether it
 * could; what was wrong has been reported. */
typedef bool trainer(char *const *files, struct buf *out);

static const struct {
	const char *name;
	trainer *run;
} tasks[] = {
	{ "clean", clean_train },
	{ "common", sent_common },
	{ "name", name_train },
	{ "sent", sent_train },
	{ NULL, NULL },
};

static trainer *
find_task(const char *name)
{
	for (size_t i = 0; tasks[i].name != NULL; i++)
		if (name != NULL && strcmp(tasks[i].name, name) == 0)
			return tasks[i].run;
	return NULL;
}

int
main(int argc, char **argv)
{
	struct buf model = { 0 };
	trainer *run;
	int status;

	if (!cli_begin(&newstrain, argc, argv, &status))
		return status;
	run = find_task(argv[1]);
	if (run == NULL)
		return cli_misuse("the first operand names the task");
	if (argv[2] == NULL)
		return cli_misuse("files to train from are needed");
	if (run(argv + 2, &model))
		out_raw(&cli.out, buf_str(&model));
	buf_release(&model);
	return cli_end(true);
}
