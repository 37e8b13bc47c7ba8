/*
 * words.c - the words of standard input, one a line, by the slow and obvious
 * definition of tests/unit/freq_reference.h; and with -l lower-case ASCII
 * letters alone, for programs that know no other words.
 */
#include "../unit/freq_reference.h"

static void
put_words(struct str line)
{
	struct ref r;
	struct span word;
	size_t i = 0;

	ref_open(&r, line);
	while (ref_word(&r, &i, &word)) {
		char *key = ref_key(str_sub(line, word));

		puts(key);
		free(key);
	}
	ref_close(&r);
}

static void
put_letters(struct str line)
{
	for (size_t i = 0; i < line.n; i++)
		putchar(ascii_alpha(line.p[i]) ? ascii_fold(line.p[i]) : ' ');
	putchar('\n');
}

int
main(int argc, char **argv)
{
	bool letters = argc > 1 && strcmp(argv[1], "-l") == 0;
	char *line = NULL;
	size_t room = 0;
	ssize_t n;

	while ((n = getline(&line, &room, stdin)) > 0) {
		struct str s = { line, (size_t)n };

		if (letters)
			put_letters(s);
		else if (line[0] != '\f')
			put_words(s);
	}
	free(line);
	return fflush(stdout) == 0 ? 0 : 2;
}
