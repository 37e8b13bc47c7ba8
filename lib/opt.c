/* opt.c - one table of options gives parsing, --help and completion. */
#include "opt.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "err.h"

enum { HELP_COLUMN = 26, HELP_WIDTH = 79 };

struct parse {
	const struct command *cmd;
	char **arg; /* what is still to read */
	struct buf *text;
};

static const struct opt standard[] = {
	{ .name = "help", .kind = OPT_FLAG, .help = "show this help" },
	{ .name = "version", .kind = OPT_FLAG, .help = "show the version" },
	{ 0 },
};

/* The i-th option of all tables: the tool's, its families', everybody's. */
static const struct opt *
opt_at(const struct command *cmd, size_t i)
{
	const struct opt *tables[] = { cmd->opts, cmd->shared, cmd->also,
		                       standard };

	for (size_t t = 0; t < sizeof(tables) / sizeof(*tables); t++)
		for (const struct opt *o = tables[t]; o != NULL && o->name; o++)
			if (i-- == 0)
				return o;
	return NULL;
}

static const struct opt *
find_name(const struct command *cmd, struct str name)
{
	const struct opt *o;

	for (size_t i = 0; (o = opt_at(cmd, i)) != NULL; i++)
		if (str_eq(str_of(o->name), name))
			return o;
	return NULL;
}

static const struct opt *
find_letter(const struct command *cmd, char letter)
{
	const struct opt *o;

	for (size_t i = 0; (o = opt_at(cmd, i)) != NULL; i++)
		if (o->letter == letter)
			return o;
	return NULL;
}

static bool
misuse(struct parse *p, const char *reason, struct str what)
{
	buf_clear(p->text);
	buf_cstr(p->text, reason);
	buf_cstr(p->text, " '");
	err_escape(p->text, what);
	buf_cstr(p->text, "'");
	return false;
}

/* "bad argument 'x' for --top: a whole number from 1 to 9 is needed" */
static bool
bad_argument(struct parse *p, const struct opt *o, const char *value,
             const char *need)
{
	misuse(p, "bad argument", str_of(value));
	buf_cstr(p->text, " for --");
	buf_cstr(p->text, o->name);
	buf_cstr(p->text, ": ");
	buf_cstr(p->text, need);
	return false;
}

static bool
set_num(struct parse *p, const struct opt *o, const char *value)
{
	struct buf need = { 0 };
	uint64_t n;
	bool good = str_number(str_of(value), &n) && n >= o->min &&
	            (o->max == 0 || n <= o->max);

	if (good) {
		*o->to.num = n;
		return true;
	}
	buf_cstr(&need, "a whole number from ");
	buf_num(&need, o->min);
	if (o->max != 0) {
		buf_cstr(&need, " to ");
		buf_num(&need, o->max);
	}
	buf_cstr(&need, " is needed");
	buf_char(&need, '\0');
	bad_argument(p, o, value, need.p);
	buf_release(&need);
	return false;
}

static bool
set_real(struct parse *p, const struct opt *o, const char *value)
{
	char *end;
	double d = strtod(value, &end);
	/* strtod() takes blanks, hexadecimal and "nan" as well. */
	bool decimal = value[strspn(value, "+-.0123456789eE")] == '\0';

	if (!decimal || end == value || *end != '\0' ||
	    !(d > -1e9 && d < 1e9))
		return bad_argument(p, o, value, "a number is needed");
	*o->to.real = d;
	return true;
}

static void
put_choices(struct buf *b, const struct opt *o)
{
	for (size_t i = 0; o->choices[i] != NULL; i++) {
		if (i > 0)
			buf_char(b, '|');
		buf_cstr(b, o->choices[i]);
	}
}

static bool
set_choice(struct parse *p, const struct opt *o, const char *value)
{
	struct buf need = { 0 };

	for (int i = 0; o->choices[i] != NULL; i++)
		if (strcmp(o->choices[i], value) == 0) {
			*o->to.choice = i;
			return true;
		}
	put_choices(&need, o);
	buf_char(&need, '\0');
	bad_argument(p, o, value, need.p);
	buf_release(&need);
	return false;
}

static bool
set_value(struct parse *p, const struct opt *o, const char *value)
{
	struct opt_list *list = o->to.list;

	switch (o->kind) {
	case OPT_NUM:
		return set_num(p, o, value);
	case OPT_REAL:
		return set_real(p, o, value);
	case OPT_CHOICE:
		return set_choice(p, o, value);
	case OPT_TEXT:
		*o->to.text = value;
		return true;
	default: /* OPT_LIST: a flag has no value */
		list->v = mem_resize(list->v, list->n + 1, sizeof(*list->v));
		list->v[list->n++] = value;
		return true;
	}
}

void
opt_list_free(struct opt_list *list)
{
	free(list->v);
	*list = (struct opt_list){ 0 };
}

/* value NULL: the next argument is the value. */
static bool
apply(struct parse *p, const struct opt *o, const char *value)
{
	if (o->kind == OPT_FLAG) {
		if (value != NULL)
			return misuse(p, "no argument is taken by option",
			              str_of(o->name));
		*o->to.flag = true;
		return true;
	}
	if (value == NULL && (value = *p->arg) != NULL)
		p->arg++;
	if (value == NULL)
		return misuse(p, "an argument is needed by option",
		              str_of(o->name));
	return set_value(p, o, value);
}

static bool
take_long(struct parse *p, char *word)
{
	char *equals = strchr(word, '=');
	struct str name = { word, equals == NULL ? strlen(word)
		                                 : (size_t)(equals - word) };
	const struct opt *o = find_name(p->cmd, name);

	if (o == NULL)
		return misuse(p, "unknown option", str_of(word - 2));
	return apply(p, o, equals == NULL ? NULL : equals + 1);
}

static bool
take_letters(struct parse *p, char *letters)
{
	while (*letters != '\0') {
		const struct opt *o = find_letter(p->cmd, *letters);
		char shown[2] = { '-', *letters++ };

		if (o == NULL)
			return misuse(p, "unknown option",
			              (struct str){ shown, 2 });
		if (o->kind != OPT_FLAG)
			return apply(p, o, *letters == '\0' ? NULL : letters);
		*o->to.flag = true;
	}
	return true;
}

static void
show_version(const struct command *cmd, struct buf *text)
{
	buf_cstr(text, cmd->name);
	buf_cstr(text, " (newsutils) " VERSION);
	if (cmd->version != NULL) {
		buf_cstr(text, ", ");
		buf_cstr(text, cmd->version);
	}
	buf_char(text, '\n');
}

/* The two that stop everything else; --completion is for packagers and is
 * kept out of --help. */
static bool
shown(struct parse *p, const char *arg)
{
	if (strcmp(arg, "--help") == 0)
		opt_help(p->cmd, p->text);
	else if (strcmp(arg, "--completion") == 0)
		opt_completion(p->cmd, p->text);
	else if (strcmp(arg, "--version") == 0)
		show_version(p->cmd, p->text);
	else
		return false;
	return true;
}

enum opt_status
opt_parse(const struct command *cmd, int argc, char **argv, struct buf *text)
{
	struct parse p = { cmd, argv + (argc > 0), text };
	char **operand = p.arg;
	bool ended = false;
	char *arg;

	while ((arg = *p.arg) != NULL) {
		bool good = true;

		p.arg++;
		if (ended || arg[0] != '-' || arg[1] == '\0')
			*operand++ = arg;
		else if (strcmp(arg, "--") == 0)
			ended = true;
		else if (shown(&p, arg))
			return OPT_SHOWN;
		else if (arg[1] == '-')
			good = take_long(&p, arg + 2);
		else
			good = take_letters(&p, arg + 1);
		if (!good)
			return OPT_MISUSE;
	}
	*operand = NULL;
	return OPT_RUN;
}

/* Words of text from column on, in lines of at most HELP_WIDTH. */
static void
put_wrapped(struct buf *b, const char *text, size_t column)
{
	struct str rest = str_of(text);
	size_t at = column;

	while (rest.n > 0) {
		struct str word = str_cut(&rest, ' ');

		if (at > column && at + 1 + word.n > HELP_WIDTH) {
			buf_char(b, '\n');
			for (at = 0; at < column; at++)
				buf_char(b, ' ');
		} else if (at > column) {
			buf_char(b, ' ');
			at++;
		}
		buf_add(b, word);
		at += word.n;
	}
	buf_char(b, '\n');
}

static void
put_option(struct buf *b, const struct opt *o)
{
	size_t start = b->n;

	buf_cstr(b, "  ");
	if (o->letter != 0) {
		buf_char(b, '-');
		buf_char(b, o->letter);
		buf_cstr(b, ", ");
	} else {
		buf_cstr(b, "    ");
	}
	buf_cstr(b, "--");
	buf_cstr(b, o->name);
	if (o->kind != OPT_FLAG) {
		buf_char(b, '=');
		if (o->arg != NULL)
			buf_cstr(b, o->arg);
		else
			put_choices(b, o);
	}
	if (b->n - start > HELP_COLUMN - 2) {
		buf_char(b, '\n');
		start = b->n;
	}
	while (b->n - start < HELP_COLUMN)
		buf_char(b, ' ');
	put_wrapped(b, o->help, HELP_COLUMN);
}

static void
put_usage(const struct command *cmd, struct buf *b)
{
	struct str ways = str_of(cmd->usage);
	const char *head = "usage: ";

	while (ways.n > 0) {
		buf_cstr(b, head);
		buf_cstr(b, cmd->name);
		buf_char(b, ' ');
		buf_add(b, str_cut(&ways, '\n'));
		buf_char(b, '\n');
		head = "       ";
	}
}

void
opt_help(const struct command *cmd, struct buf *text)
{
	const struct opt *o;

	put_usage(cmd, text);
	put_wrapped(text, cmd->about, 0);
	buf_cstr(text, "\nOptions:\n");
	for (size_t i = 0; (o = opt_at(cmd, i)) != NULL; i++)
		put_option(text, o);
	buf_cstr(text, "\nExit status:\n  0  all went well\n");
	if (cmd->status != NULL) {
		buf_cstr(text, "  1  ");
		put_wrapped(text, cmd->status, 5);
	}
	buf_cstr(text, "  2  trouble: a bad option, a bad file, "
	               "a failed read or write\n\nExamples:\n");
	buf_cstr(text, cmd->examples);
}

static void
put_choice_words(struct buf *text, const struct opt *o)
{
	for (size_t i = 0; o->choices[i] != NULL; i++) {
		buf_cstr(text, "--");
		buf_cstr(text, o->name);
		buf_char(text, '=');
		buf_cstr(text, o->choices[i]);
		buf_char(text, ' ');
	}
}

void
opt_completion(const struct command *cmd, struct buf *text)
{
	const struct opt *o;

	buf_cstr(text, "complete -o default -W '");
	for (size_t i = 0; (o = opt_at(cmd, i)) != NULL; i++) {
		if (o->kind == OPT_CHOICE) {
			put_choice_words(text, o);
			continue;
		}
		buf_cstr(text, "--");
		buf_cstr(text, o->name);
		buf_cstr(text, o->kind == OPT_FLAG ? " " : "= ");
	}
	buf_cstr(text, "' ");
	buf_cstr(text, cmd->name);
	buf_char(text, '\n');
}
