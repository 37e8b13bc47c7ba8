/* freq_opts.c - the figures of a word that are computed. */
#include "freq_opts.h"

#include <math.h>

/* Parts of a bit in a unit of spread. */
static const long double unit = 1 << 20;

double
freq_per_million(uint64_t count, uint64_t words)
{
	return words == 0 ? (double)NAN
	                  : (double)count * 1e6 / (double)words;
}

int64_t
freq_spread(uint64_t v, uint64_t n)
{
	double x = (double)v;

	/* Up, so that no dispersion comes out below 0. */
	return (int64_t)ceil(x * log2(x / (double)n) * (double)unit);
}

/* The bits that f of n words would have if they were one document. */
static long double
expected(uint64_t f, uint64_t n)
{
	return log2l((long double)n / (long double)f);
}

double
freq_dkl(const struct freq_row *row)
{
	long double dkl = (long double)row->spread / unit /
	                      (long double)row->count +
	                  expected(row->count, row->words);

	if (row->spread == freq_spread(row->count, row->words))
		return 0; /* one document is all */
	return dkl < 0 ? 0 : (double)dkl; /* the rounding of a log2l() */
}

int64_t
freq_spread_of(double dkl, uint64_t count, uint64_t words)
{
	long double bits = (long double)dkl - expected(count, words);

	if (dkl == 0)
		return freq_spread(count, words);
	return (int64_t)roundl(bits * (long double)count * unit);
}

bool
freq_parse_sizes(struct str s, unsigned *sizes)
{
	struct str from = str_cut(&s, ',');
	uint64_t n, last;

	*sizes = 0;
	if (!str_number(from, &n) ||
	    !str_number(s.p == NULL || s.n == 0 ? from : s, &last))
		return false;
	if (n < 1 || last > FREQ_GRAM_MAX)
		return false;
	for (; n <= last; n++)
		*sizes |= 1U << n;
	return *sizes != 0;
}

bool
freq_parse_bytes(struct str s, size_t *bytes)
{
	static const char units[] = "kmgt";
	unsigned shift = 0;
	uint64_t n;

	for (unsigned i = 0; s.n > 0 && units[i] != '\0'; i++)
		if (ascii_fold(s.p[s.n - 1]) == units[i])
			shift = 10 * (i + 1);
	s.n -= shift > 0;
	if (!str_number(s, &n) || n > SIZE_MAX >> shift)
		return false;
	*bytes = (size_t)n << shift;
	return true;
}
