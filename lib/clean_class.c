/* clean_class.c - lines that have a name of their own. */
#include "clean_class.h"

#include <string.h>

static const char *const name[] = {
	NULL, "headline", "byline", "dateline", "caption", "credit",
	"timestamp"
};

static const char *const time_word[] = {
#include "clean_time.inc"
};

/* What may stand in small letters in a byline. */
static const char *const byline_word[] = {
	"and", "at", "correspondent", "de", "der", "editor", "for", "in",
	"of", "reporter", "staff", "the", "van", "von", "with", "writer"
};

static const char *const caption_start[] = {
	"caption:", "file photo:", "image:", "image caption", "photo:",
	"picture:", "pictured:", "photo caption"
};

static const char *const credit_start[] = {
	"credit:", "image credit:", "image source", "photo by", "photo credit:",
	"photograph:", "photograph by", "photos by", "photography:",
	"photo illustration by", "illustration by", "image via", "courtesy of"
};

#define COUNT(row) (sizeof(row) / sizeof(*(row)))

const char *
clean_class_name(enum clean_class c)
{
	return name[c];
}

bool
clean_class_set(struct str names, unsigned *set)
{
	*set = 0;
	while (names.n > 0) {
		struct str one = str_cut(&names, ',');
		unsigned c = CLEAN_HEADLINE;

		while (c < CLEAN_CLASSES && !str_eq(one, str_of(name[c])))
			c++;
		if (c == CLEAN_CLASSES)
			return false;
		*set |= 1U << c;
	}
	return true;
}

static bool
wordy(char c)
{
	return ascii_alnum(c) || (c & 0x80) != 0;
}

/* Takes the next run of letters, digits and bytes of 0x80 and above off. */
static struct str
next_word(struct str *rest)
{
	struct str s = *rest;
	size_t beg = 0, end;

	while (beg < s.n && !wordy(s.p[beg]))
		beg++;
	for (end = beg; end < s.n && wordy(s.p[end]); end++)
		;
	*rest = str_from(s, end);
	return str_sub(s, (struct span){ beg, end });
}

static bool
in_row(struct str word, const char *const *row, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (row[i][0] == ascii_fold(word.p[0]) &&
		    str_eq_ascii(word, str_of(row[i])))
			return true;
	return false;
}

static bool
starts_like(struct str s, const char *const *row, size_t n)
{
	for (size_t i = 0; s.n > 0 && i < n; i++) {
		struct str start;

		if (ascii_fold(row[i][0]) != ascii_fold(s.p[0]))
			continue;
		start = str_of(row[i]);
		if (str_eq_ascii(str_head(s, start.n), start))
			return true;
	}
	return false;
}

/* A digit, and no word but those of times, or 4 words at most beside a
 * time's: "Published 4 March 2031", "10:15 GMT". */
static bool
is_timestamp(struct str s, const struct clean_facts *f)
{
	uint32_t known = 0, other = 0;
	struct str word;

	if (f->words > 24 || f->numbers == 0)
		return false;
	while ((word = next_word(&s)).n > 0) {
		if (ascii_digit(word.p[0]))
			continue;
		if (in_row(word, time_word, COUNT(time_word)))
			known++;
		else
			other++;
	}
	return known > 0 && other <= known / 4;
}

/* "By" and names, and no sentence; behind two names or more and a comma, what
 * they are. */
static bool
is_byline(struct str s, const struct clean_facts *f)
{
	enum { ROLE = 5 }; /* words of it, at most */
	struct str head = str_cut(&s, ',');
	struct str word = next_word(&head);
	uint32_t names = 0, role = 0;

	if (!str_eq_ascii(word, STR("by")) || f->words > 16 ||
	    f->tail == TAIL_STOP || f->tail == TAIL_ASK)
		return false;
	while ((word = next_word(&head)).n > 0) {
		if (ascii_lower(word.p[0]) &&
		    !in_row(word, byline_word, COUNT(byline_word)))
			return false;
		names += !ascii_lower(word.p[0]) && !ascii_digit(word.p[0]);
	}
	while ((word = next_word(&s)).n > 0)
		role += ascii_lower(word.p[0]);
	return names >= 2 ? role <= ROLE : names == 1 && role == 0;
}

/* Capitals, and then an agency in brackets or a dash, and nothing after. */
static bool
is_dateline(struct str s, const struct clean_facts *f)
{
	bool dash = str_ends(s, STR("-")) || str_ends(s, STR("\u2013")) ||
	            str_ends(s, STR("\u2014"));

	return f->bytes < 70 && f->uppers > 0 && f->words <= 9 &&
	       ascii_upper(s.p[0]) && s.n > 1 && ascii_upper(s.p[1]) &&
	       f->caps + f->numbers == f->words &&
	       (dash || str_ends(s, STR(")")));
}

/* The last bracket, or what follows the last stop, holds the credit. */
static bool
ends_with_credit(struct str s)
{
	static const char *const source[] = {
		"Getty Images", "AP Photo", "Reuters", "Shutterstock", "AFP",
		"Alamy", "Photo by", "Photograph by", "Image credit",
		"Getty", "Photo:", "Photograph:", "Photo courtesy"
	};
	struct str end = s.n > 60 ? str_from(s, s.n - 60) : s;
	size_t stop = 0;

	for (size_t i = 0; i + 1 < end.n; i++)
		if ((end.p[i] == '.' && end.p[i + 1] != ' ') ||
		    end.p[i] == '(' || end.p[i] == '|' || end.p[i] == '/')
			stop = i + 1;
	if (stop == 0)
		return false;
	end = str_from(end, stop);
	return starts_like(str_trim(end), source, COUNT(source));
}

enum clean_class
clean_class(struct str s, const struct clean_facts *f, bool media)
{
	if (s.n == 0 || f->bytes > 400)
		return CLEAN_TEXT;
	if (is_timestamp(s, f))
		return CLEAN_TIMESTAMP;
	if (is_byline(s, f))
		return CLEAN_BYLINE;
	if (is_dateline(s, f))
		return CLEAN_DATELINE;
	if (starts_like(s, credit_start, COUNT(credit_start)) &&
	    f->words <= 12)
		return CLEAN_CREDIT;
	if (!media)
		return CLEAN_TEXT;
	if (starts_like(s, caption_start, COUNT(caption_start)))
		return CLEAN_CAPTION;
	if (ends_with_credit(s))
		return f->words > 8 ? CLEAN_CAPTION : CLEAN_CREDIT;
	return CLEAN_TEXT;
}
