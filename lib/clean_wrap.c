/* clean_wrap.c - text whose paragraphs were broken at a width. */
#include "clean_wrap.h"

enum {
	WIDTH_MIN = 40,
	WIDTH_MAX = 160,
	WINDOW = 10 /* a row ends so many columns before the width, or fewer */
};

/* The columns that row i takes with its indent, 0 when it is blank, and more
 * than WIDTH_MAX when it takes more. */
static uint16_t
count_columns(const struct clean_lines *l, size_t i)
{
	struct str s = str_sub(l->text, l->row[i].at);
	size_t n = 0;

	if (s.n > 4 * WIDTH_MAX)
		return WIDTH_MAX + 1;
	while (s.n > 0 && ascii_space(s.p[s.n - 1]))
		s.n--;
	for (size_t k = 0; k < s.n; k++)
		n += (s.p[k] & 0xC0) != 0x80;
	return (uint16_t)(n < WIDTH_MAX ? n : WIDTH_MAX + 1);
}

static size_t
columns(const struct clean_lines *l, size_t i)
{
	return l->row[i].columns;
}

/* The columns of its first word. */
static size_t
first_word(const struct clean_lines *l, size_t i)
{
	struct str s = str_trim(str_sub(l->text, l->row[i].at));
	size_t n = 0;

	for (size_t k = 0; k < s.n && !ascii_space(s.p[k]); k++)
		n += (s.p[k] & 0xC0) != 0x80;
	return n;
}

/* The width below which the most rows end closely. */
static size_t
peak(const size_t *ends)
{
	size_t best = 0, width = 0;

	for (size_t c = WIDTH_MIN; c <= WIDTH_MAX; c++) {
		size_t sum = 0;

		for (size_t k = c + 1 - WINDOW; k <= c; k++)
			sum += ends[k];
		if (sum > best) {
			best = sum;
			width = c;
		}
	}
	return width;
}

static bool
is_full(const struct clean_lines *l, size_t i, size_t width)
{
	size_t n = columns(l, i);

	return n <= width && n + 1 + first_word(l, i + 1) > width;
}

static bool
is_marked(const struct clean_lines *l, size_t i)
{
	return clean_marked(clean_trim(str_sub(l->text, l->row[i].at)));
}

/* Of the rows longer than two thirds of the width and not the last of a
 * paragraph, most are full, and few rows are longer than the width. */
static bool
holds(const struct clean_lines *l, size_t width)
{
	size_t full = 0, loose = 0, over = 0;

	for (size_t i = 0; i + 1 < l->nrow; i++) {
		size_t n = columns(l, i);

		if (n > width)
			over++;
		else if (n > width * 2 / 3 && columns(l, i + 1) > 0 &&
		         !is_marked(l, i + 1))
			*(is_full(l, i, width) ? &full : &loose) += 1;
	}
	return full >= 3 && full * 2 >= loose * 3 && full >= 4 * over;
}

size_t
clean_wrap_width(struct clean_lines *l)
{
	size_t ends[WIDTH_MAX + 2] = { 0 };
	size_t width;

	for (size_t i = 0; i < l->nrow; i++) {
		l->row[i].columns = count_columns(l, i);
		ends[columns(l, i)]++;
	}
	width = peak(ends);
	return width > 0 && holds(l, width) ? width : 0;
}

bool
clean_wrap_joins(const struct clean_lines *l, size_t i)
{
	struct str s = clean_trim(str_sub(l->text, l->row[i].at));
	size_t n;

	if (l->width == 0 || clean_marked(s))
		return false;
	n = columns(l, i - 1);
	return is_full(l, i - 1, l->width) ||
	       (n > l->width * 2 / 3 && n <= l->width && s.n > 0 &&
	        ascii_lower(s.p[0]));
}
