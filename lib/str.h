/*
 * str.h - a view of bytes that someone else owns, and spans of a document.
 *
 * A view may hold any byte, NUL and ill-formed UTF-8 too, and is not
 * NUL-terminated. It is passed and returned by value; {NULL, 0} is the empty
 * view. Nothing here allocates, and nothing can fail. Lengths are bytes.
 */
#ifndef STR_H
#define STR_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

struct str {
	const char *p;
	size_t n;
};

#define STR(literal) ((struct str){ "" literal, sizeof(literal) - 1 })

/* Half-open range of byte offsets into one text. Everything that is found in
 * a text (sentence, token, name, quotation) is a span of it. */
struct span {
	size_t beg;
	size_t end;
};

/* A row of spans, in text order and apart; the memory is the arena's. */
struct spans {
	struct span *v;
	size_t n;
};

/* The view of a C string; NULL gives the empty view. */
struct str str_of(const char *s);
/* The bytes of text that a span covers. */
struct str str_sub(struct str text, struct span at);
/* From the byte at on; empty when at is past the end. */
struct str str_from(struct str s, size_t at);
/* At most n bytes from the start. */
struct str str_head(struct str s, size_t n);

bool str_eq(struct str a, struct str b);
/* By unsigned bytes, which is code-point order for UTF-8; a prefix is less. */
int str_cmp(struct str a, struct str b);
bool str_starts(struct str s, struct str prefix);
bool str_ends(struct str s, struct str suffix);
/* As str_eq(), A-Z the same as a-z. */
bool str_eq_ascii(struct str a, struct str b);
/* Offset of the first byte c, or s.n. */
size_t str_find(struct str s, char c);
/* Offset of the first occurrence of part, or s.n; an empty part is at 0. */
size_t str_find_str(struct str s, struct str part);

/* Takes the bytes before the first sep off *rest and returns them; *rest then
 * starts after sep, or is empty when sep was not there. */
struct str str_cut(struct str *rest, char sep);
/* Without the ASCII white space at both ends. */
struct str str_trim(struct str s);
/* The same for a span of text. */
struct span span_trim(struct str text, struct span at);

/* Walks the lines of text: *at starts as 0; *line is the span of the next line
 * without its newline (a CR before it is left in). False after the last. An
 * empty text has no line; none follows a newline that ends the text. */
bool next_line(struct str text, size_t *at, struct span *line);
/* The line without the CR that may end it. */
struct span line_content(struct str text, struct span line);

/* Locale-free ASCII classes. Bytes of 0x80 and above are in none of them.
 * White space is space, TAB, LF, VT, FF and CR. */
static inline bool
ascii_space(char c)
{
	return c == ' ' || (c >= '\t' && c <= '\r');
}

static inline bool
ascii_upper(char c)
{
	return c >= 'A' && c <= 'Z';
}

static inline bool
ascii_lower(char c)
{
	return c >= 'a' && c <= 'z';
}

static inline bool
ascii_alpha(char c)
{
	return ascii_upper(c) || ascii_lower(c);
}

static inline bool
ascii_digit(char c)
{
	return c >= '0' && c <= '9';
}

static inline bool
ascii_alnum(char c)
{
	return ascii_alpha(c) || ascii_digit(c);
}

/* A-Z to a-z, others as they are. */
static inline char
ascii_fold(char c)
{
	return ascii_upper(c) ? (char)(c + ('a' - 'A')) : c;
}

/* The whole of s as a decimal number without sign; false when it is not one
 * or does not fit. */
bool str_number(struct str s, uint64_t *value);

#endif
