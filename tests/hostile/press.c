/*
 * press.c - news-like text in which each turn of phrase meets each other: what
 * a grammar can say, by dice.
 *
 *	press GRAMMAR SEED BYTES
 *
 * A line of the grammar is a name, " = " and its alternatives, with " | "
 * between; "name < FILE" takes the lines of FILE up to the first TAB, "name <<
 * FILE" what is behind it. <name> in an alternative stands for one of name,
 * drawn anew; \n, \t, \r, \f and \xHH are bytes. A name that has several
 * lines has the alternatives of all. The first name is written, again and
 * again.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { RULES = 200, LINE = 4000, DEPTH = 12 };

struct rule {
	char *name;
	char **alternative;
	int n;
};

static struct rule rule[RULES];
static int rules;
static uint64_t seed;

/* xorshift64 (Marsaglia, 2003). */
static int
dice(int sides)
{
	seed ^= seed << 13;
	seed ^= seed >> 7;
	seed ^= seed << 17;
	return (int)(seed >> 33) % sides;
}

static struct rule *
find_rule(const char *name, size_t n)
{
	for (int i = 0; i < rules; i++)
		if (strlen(rule[i].name) == n &&
		    memcmp(rule[i].name, name, n) == 0)
			return &rule[i];
	if (rules == RULES)
		exit(99);
	rule[rules].name = strndup(name, n);
	return &rule[rules++];
}

static void
add(struct rule *r, const char *text)
{
	r->alternative = realloc(r->alternative, (size_t)(r->n + 1) *
	                                         sizeof(*r->alternative));
	r->alternative[r->n++] = strdup(text);
}

static void
add_file(struct rule *r, const char *path, int behind)
{
	char line[LINE];
	FILE *f = fopen(path, "r");

	if (f == NULL) {
		perror(path);
		exit(2);
	}
	while (fgets(line, sizeof(line), f) != NULL) {
		size_t tab = strcspn(line, "\t\n");

		line[strcspn(line, "\n")] = '\0';
		if (*line == '#' || line[tab] != (behind ? '\t' : line[tab]))
			continue;
		line[tab] = '\0';
		add(r, behind ? line + tab + 1 : line);
	}
	fclose(f);
}

static void
read_line(char *line)
{
	char *text = strstr(line, " = ");
	char *file = strstr(line, " <");
	struct rule *r;

	if (*line == '#')
		return;
	if (text == NULL && file != NULL) {
		r = find_rule(line, (size_t)(file - line));
		add_file(r, strrchr(file, ' ') + 1, file[2] == '<');
		return;
	}
	if (text == NULL)
		return;
	r = find_rule(line, (size_t)(text - line));
	for (text += 3; text != NULL;) {
		char *end = strstr(text, " | ");

		if (end != NULL)
			*end = '\0';
		add(r, text);
		text = end == NULL ? NULL : end + 3;
	}
}

static size_t
put_escape(const char *p)
{
	if (p[1] == 'x') {
		char digits[3] = { p[2], p[3], '\0' };

		putchar((int)strtol(digits, NULL, 16));
		return 4;
	}
	putchar(p[1] == 'n' ? '\n' : p[1] == 't' ? '\t' :
	        p[1] == 'r' ? '\r' : p[1] == 'f' ? '\f' : p[1]);
	return 2;
}

static long
say(const struct rule *r, int depth)
{
	const char *p;
	long written = 0;

	if (r->n == 0) {
		fprintf(stderr, "press: no rule %s\n", r->name);
		exit(2);
	}
	p = r->alternative[dice(r->n)];
	while (*p != '\0') {
		const char *end = *p == '<' ? strchr(p, '>') : NULL;

		if (end != NULL && depth < DEPTH) {
			written += say(find_rule(p + 1,
			    (size_t)(end - p - 1)), depth + 1);
			p = end + 1;
		} else if (*p == '\\') {
			p += put_escape(p);
			written++;
		} else {
			putchar(*p++);
			written++;
		}
	}
	return written;
}

int
main(int argc, char **argv)
{
	static char line[LINE];
	FILE *f = argc == 4 ? fopen(argv[1], "r") : NULL;
	long left;

	if (f == NULL)
		return 2;
	seed = strtoull(argv[2], NULL, 10) * 2 + 0x9E3779B97F4A7C15U;
	left = atol(argv[3]);
	while (fgets(line, sizeof(line), f) != NULL) {
		line[strcspn(line, "\n")] = '\0';
		read_line(line);
	}
	fclose(f);
	while (left > 0)
		left -= say(rule, 0);
	return 0;
}
