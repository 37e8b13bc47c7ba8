/* quote_gender.c - what a person's given name tells of the sex. */
#include "quote_gender.h"

static const struct {
	const char *name;
	const char *sex;
} given[] = {
#include "quote_given.inc"
};

static struct str
first_name(struct str full)
{
	size_t n = 0;

	while (n < full.n && full.p[n] != ' ' && full.p[n] != '-')
		n++;
	return str_head(full, n);
}

enum name_gender
quote_gender(struct str full)
{
	struct str name = first_name(full);
	size_t low = 0, high = sizeof(given) / sizeof(*given);

	if (name.n == full.n)
		return NAME_UNKNOWN; /* a surname, or a one-word name */
	while (low < high) {
		size_t mid = low + (high - low) / 2;
		int order = str_cmp(str_of(given[mid].name), name);

		if (order == 0)
			return given[mid].sex[0] == 'm' ? NAME_MALE
			                                : NAME_FEMALE;
		if (order < 0)
			low = mid + 1;
		else
			high = mid;
	}
	return NAME_UNKNOWN;
}
