/*
 * shape.c - texts that are made to be hard; tests only.
 *
 *	shape			the names of all shapes, one a line
 *	shape NAME BYTES	about so many bytes of the shape
 *
 * Each shape is a piece that is written again and again; %d in a piece is a
 * number that grows, %x one that looks random. A shape may have a head, which
 * comes first, and a tail.
 */
#include <stdint.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

struct shape {
	const char *name;
	const char *piece;
	const char *head, *tail;
	size_t n; /* of a piece with NUL in it */
};

static const struct shape shapes[] = {
	{ .name = "one-word", .piece = "a" },
	{ .name = "one-capital-word", .piece = "A" },
	{ .name = "one-line", .piece = "The port is shut, she said. " },
	{ .name = "one-sentence", .piece = "and then the port " },
	{ .name = "empty-lines", .piece = "\n" },
	{ .name = "crlf-lines", .piece = "\r\n" },
	{ .name = "carriage-returns", .piece = "\r" },
	{ .name = "spaces", .piece = " " },
	{ .name = "no-break-spaces", .piece = "\xC2\xA0" },
	{ .name = "form-feeds", .piece = "\f", .head = "a" },
	{ .name = "documents",
	  .piece = "\fd%d\nOne. \"Two,\" Ada Quill said.\n" },
	{ .name = "empty-documents", .piece = "\f\n" },
	{ .name = "mark-only", .piece = "x=y\t", .head = "\f" },
	{ .name = "dots", .piece = "." },
	{ .name = "spaced-dots", .piece = ". " },
	{ .name = "ellipses", .piece = "\xE2\x80\xA6" },
	{ .name = "initials", .piece = "A. " },
	{ .name = "initialism", .piece = "U." },
	{ .name = "abbreviations", .piece = "Mr. Dr. St. " },
	{ .name = "questions", .piece = "?!" },
	{ .name = "openers", .piece = "\xE2\x80\x9C" },
	{ .name = "closers", .piece = "\xE2\x80\x9D" },
	{ .name = "spaced-openers", .piece = "\xE2\x80\x9C" "a " },
	{ .name = "straight-quotes", .piece = "\"" },
	{ .name = "odd-quotes", .piece = "\"We won. " },
	{ .name = "quote-lines", .piece = "\"We won, and the port is open\n" },
	{ .name = "single-quotes", .piece = "'" },
	{ .name = "apostrophes", .piece = "a'" },
	{ .name = "guillemets", .piece = "\xC2\xAB \xC2\xBB " },
	{ .name = "pairs", .piece = "\"a\" " },
	{ .name = "said", .piece = "said " },
	{ .name = "said-names", .piece = "Quill said Ada said " },
	{ .name = "quotations", .piece = "\"We won %d,\" Ada Quill%d said.\n" },
	{ .name = "same-speaker",
	  .piece = "\"We won,\" said Ada Quill. \"So\" " },
	{ .name = "he-said", .piece = "\"No,\" he said. " },
	{ .name = "brackets", .piece = "(" },
	{ .name = "nested-brackets", .piece = "([{<", .tail = ">}])" },
	{ .name = "capitals", .piece = "Ada " },
	{ .name = "new-names", .piece = "Mr. Ada%x Quill%x went to Osl%x. " },
	{ .name = "growing-names", .piece = "Ada Quill of Oslo and " },
	{ .name = "surnames", .piece = "Ada%x Quill met Quill. " },
	{ .name = "all-caps", .piece = "ADA QUILL WENT TO OSLO%x. " },
	{ .name = "titles", .piece = "President Minister Mr. " },
	{ .name = "titled-names", .piece = "President Vice Chief Ada%x, " },
	{ .name = "new-words", .piece = "w%x " },
	{ .name = "numbered-words", .piece = "word%d " },
	{ .name = "numbers", .piece = "1,234.5 " },
	{ .name = "one-number", .piece = "1," },
	{ .name = "hyphens", .piece = "a-" },
	{ .name = "dashes", .piece = "\xE2\x80\x94" },
	{ .name = "links", .piece = "https://a.example/?q=%x&b=" },
	{ .name = "addresses", .piece = "a@" },
	{ .name = "ats", .piece = "@" },
	{ .name = "ampersands", .piece = "A&" },
	{ .name = "marks", .piece = "\xCC\x81\xCC\xA3", .head = "a" },
	{ .name = "ignorable-marks", .piece = "\xCC\x81\xC2\xAD\xCC\xA3" },
	{ .name = "marked-letters", .piece = "e\xCC\x81" },
	{ .name = "growing-fold", .piece = "\xCE\x90\xEF\xAC\x83 " },
	{ .name = "soft-hyphens", .piece = "a\xC2\xAD" },
	{ .name = "joiners", .piece = "\xE2\x80\x8D" },
	{ .name = "bidi", .piece = "\xE2\x80\xAE" "a " },
	{ .name = "ideographs", .piece = "\xE4\xB8\x80" },
	{ .name = "jamo", .piece = "\xE1\x84\x80\xE1\x85\xA1" },
	{ .name = "emoji", .piece = "\xF0\x9F\x91\xA9\xE2\x80\x8D" },
	{ .name = "bad-bytes", .piece = "\xFF" },
	{ .name = "cut-sequences", .piece = "\xF0\x9F\x91" },
	{ .name = "surrogates", .piece = "\xED\xA0\x80" },
	{ .name = "nul", .piece = "\0", .n = 1 },
	{ .name = "nul-lines", .piece = "a\0b.\n", .n = 5 },
	{ .name = "boms", .piece = "\xEF\xBB\xBF" },
	{ .name = "noise", .piece = NULL },
	{ .name = "bullets", .piece = "* Read more: link %d\n" },
	{ .name = "short-lines", .piece = "Menu\n" },
	{ .name = "same-lines",
	  .piece = "The port of Halden is shut today.\n" },
	{ .name = "headlines", .piece = "Port Of Halden%x Is Shut\n\n" },
	{ .name = "bylines", .piece = "By Ada Quill%x\n" },
	{ .name = "tags", .piece = "<b>" },
	{ .name = "tabs", .piece = "a\tb=c\t" },
	{ .name = "backslashes", .piece = "\\" },
	{ .name = "formulas", .piece = "=1+1\n" },
};

enum { SHAPES = sizeof(shapes) / sizeof(*shapes) };

/* xorshift32 (Marsaglia, 2003): the same on every machine. */
static uint32_t
noise(void)
{
	static uint32_t x = 2463534242U;

	x ^= x << 13;
	x ^= x >> 17;
	x ^= x << 5;
	return x;
}

/* Letters, so that numbers are part of a word. */
static size_t
put_random(void)
{
	uint32_t x = noise();
	size_t n = 0;

	for (; n < 5; n++, x /= 26)
		putchar((int)('a' + x % 26));
	return n;
}

static size_t
put_piece(const struct shape *s, unsigned long number)
{
	const char *p = s->piece;
	size_t n = 0;

	if (p == NULL) {
		putchar((int)(noise() >> 24));
		return 1;
	}
	if (s->n > 0)
		return fwrite(p, 1, s->n, stdout);
	for (; *p != '\0'; p++) {
		if (*p != '%') {
			putchar(*p);
			n++;
		} else if (*++p == 'd') {
			n += (size_t)printf("%lu", number);
		} else {
			n += put_random();
		}
	}
	return n;
}

static void
put_shape(const struct shape *s, size_t bytes)
{
	size_t n = 0;

	if (s->head != NULL)
		fputs(s->head, stdout);
	for (unsigned long i = 0; n < bytes; i++)
		n += put_piece(s, i);
	for (size_t i = 0; s->tail != NULL && i < bytes / 4; i += 4)
		fputs(s->tail, stdout);
}

int
main(int argc, char **argv)
{
	for (size_t i = 0; i < SHAPES; i++) {
		if (argc < 3)
			puts(shapes[i].name);
		else if (strcmp(argv[1], shapes[i].name) == 0)
			put_shape(&shapes[i], strtoul(argv[2], NULL, 10));
	}
	return fclose(stdout) == 0 ? 0 : 1;
}
