/*
 * corpus.c - a news-like corpus of any size from a few articles.
 *
 *	corpus MEGABYTES ARTICLE ... > corpus.txt
 *
 * Each document is a row of paragraphs of the articles, drawn at random, in
 * which one word of length four and more in six is replaced by a made-up word.
 * Made-up words are numbered, and the number is drawn with a density of 1/n up
 * to a limit that grows with the text, so that the vocabulary grows as in
 * news (Heaps' law). The same arguments give the same bytes.
 */
#include <ctype.h>
#include <math.h>
#include <stdbool.h>
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

enum { PARAGRAPHS_MAX = 4096, REPLACED = 6, WORD_MIN = 4, HEADLINE_MAX = 60 };

static char *paragraph[PARAGRAPHS_MAX];
static size_t paragraphs;
static uint64_t state = 88172645463325252U;
static uint64_t written;

/* xorshift64 (Marsaglia 2003) */
static uint64_t
draw(uint64_t below)
{
	state ^= state << 13;
	state ^= state >> 7;
	state ^= state << 17;
	return state % below;
}

static void
read_article(const char *path)
{
	FILE *f = fopen(path, "r");
	char *line = NULL;
	size_t room = 0;

	if (f == NULL) {
		perror(path);
		exit(2);
	}
	while (getline(&line, &room, f) > 0)
		if (line[0] != '\f' && strlen(line) > HEADLINE_MAX &&
		    paragraphs < PARAGRAPHS_MAX)
			paragraph[paragraphs++] = strdup(line);
	free(line);
	fclose(f);
}

static void
put(const char *p, size_t n)
{
	fwrite(p, 1, n, stdout);
	written += n;
}

/* The made-up word of a number: syllables, the lower number the shorter. */
static void
put_made_up(bool capital)
{
	static const char *const first[] = {
		"ba", "de", "fi", "go", "ku", "la", "me", "ni", "po", "ru",
		"sa", "te", "vi", "wo", "za", "bre", "cla", "dro", "ste", "tri"
	};
	static const char *const last[] = { "n", "r", "s", "t", "l", "nd",
		                            "rt", "st", "m", "\xC3\xA9" };
	double limit = 2000 + sqrt((double)written) * 60;
	uint64_t n = (uint64_t)exp((double)draw(1 << 20) / (1 << 20) *
	                           log(limit));
	char word[64] = "";

	do {
		strcat(word, first[n % 20]);
		n /= 20;
	} while (n > 0);
	strcat(word, last[strlen(word) % 10]);
	if (capital)
		word[0] = (char)toupper((unsigned char)word[0]);
	put(word, strlen(word));
}

static void
put_paragraph(const char *p)
{
	while (*p != '\0') {
		size_t n = 0;

		while (isalpha((unsigned char)p[n]))
			n++;
		if (n >= WORD_MIN && draw(REPLACED) == 0)
			put_made_up(isupper((unsigned char)*p));
		else
			put(p, n);
		p += n;
		if (*p != '\0' && !isalpha((unsigned char)*p))
			put(p++, 1);
	}
}

int
main(int argc, char **argv)
{
	uint64_t goal = argc > 1 ? strtoull(argv[1], NULL, 10) << 20 : 0;
	char mark[64];

	for (int i = 2; i < argc; i++)
		read_article(argv[i]);
	if (goal == 0 || paragraphs == 0)
		return 2;
	for (unsigned doc = 1; written < goal; doc++) {
		uint64_t length = 4 + draw(20);

		put(mark, (size_t)snprintf(mark, sizeof(mark), "\fdoc-%u\n",
		                           doc));
		while (length-- > 0)
			put_paragraph(paragraph[draw(paragraphs)]);
	}
	return fflush(stdout) == 0 ? 0 : 2;
}
