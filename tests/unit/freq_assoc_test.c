/* freq_assoc_test.c - the measures, against published and computed values. */
#include "test.h"

#include <math.h>

#include "freq_assoc.h"

#define near(got, want, by) assert_true(fabs((got) - (want)) < (by))

/* Dunning 1993, table 1: "the swiss". */
static void
g2_of_dunning(void **state)
{
	struct freq_assoc a = { 110, 110 + 2442, 110 + 111,
		                110 + 2442 + 111 + 29114 };

	(void)state;
	near(freq_g2(&a), 270.72, 0.005);
}

/* By hand: expected 1000 * 12 / 3000 = 4. */
static void
two_by_two(void **state)
{
	struct freq_assoc a = { 10, 1000, 12, 3000 };
	struct freq_assoc even = { 5, 100, 50, 1000 };

	(void)state;
	near(freq_expected(&a), 4, 1e-12);
	near(freq_mi(&a), 1.3219281, 1e-6);    /* log2(2.5) */
	near(freq_t(&a), 1.8973666, 1e-6);     /* 6 / sqrt(10) */
	near(freq_g2(&a), 12.8349087, 1e-6);
	near(freq_g2(&even), 0, 1e-9);
	near(freq_logdice(1, 1, 1), 14, 1e-12);
	near(freq_logdice(10, 30, 50), 12, 1e-12); /* 20 / 80 */
}

/* Quantiles of chi-square with one degree, from any table. */
static void
probability(void **state)
{
	(void)state;
	near(freq_g2_p(3.841459), 0.05, 1e-6);
	near(freq_g2_p(6.634897), 0.01, 1e-6);
	near(freq_g2_p(10.827566), 0.001, 1e-7);
	near(freq_g2_p(0), 1, 1e-12);
}

static void
ratios(void **state)
{
	struct freq_pair p = { 30, 1000, 10, 2000 };
	struct freq_pair none = { 0, 1000, 8, 2000 };
	struct freq_pair there = { 3, 1000, 0, 2000 };

	(void)state;
	near(freq_log_ratio(&p), 2.5849625, 1e-6);  /* log2(6) */
	near(freq_log_ratio(&none), -3, 1e-12);     /* .5 / 1000, 8 / 2000 */
	near(freq_diff(&p), 500, 1e-9);
	near(freq_diff(&none), -100, 1e-9);
	assert_true(isinf(freq_diff(&there)));
}

/* P(X >= k) of n draws that succeed with p. */
static double
at_least(unsigned k, unsigned n, double p)
{
	double sum = 0;

	for (unsigned i = k; i <= n; i++)
		sum += exp(lgamma(n + 1.0) - lgamma(i + 1.0) -
		           lgamma(n - i + 1.0) + i * log(p) +
		           (n - i) * log1p(-p));
	return sum;
}

static double
share(double lrc, const struct freq_pair *p)
{
	double odds = exp2(lrc) * (double)p->n / (double)p->ref_n;

	return odds / (1 + odds);
}

static void
lower_bounds(void **state)
{
	struct freq_pair sure = { 5, 1000, 0, 2000 };
	struct freq_pair more = { 30, 1000, 10, 2000 };
	struct freq_pair less = { 3, 1000, 400, 2000 };
	struct freq_pair unsure = { 3, 1000, 4, 2000 };
	struct freq_pair many = { 900000, 50000000, 500000, 50000000 };

	(void)state;
	/* All of five: the bound is the fifth root of 0.025, 0.47818. */
	near(freq_lrc(&sure, 0.05), 0.8739799, 1e-6);
	near(at_least(30, 40, share(freq_lrc(&more, 0.05), &more)), 0.025,
	     1e-9);
	near(at_least(4, 403, share(freq_lrc(&less, 0.01), &less)), 0.995,
	     1e-9);
	near(freq_lrc(&unsure, 0.05), 0, 1e-12);
	/* So many that the interval is the normal one: p -+ 1.96 s. */
	near(share(freq_lrc(&many, 0.05), &many),
	     9.0 / 14 - 1.959964 * sqrt(9.0 / 14 * 5 / 14 / 1.4e6), 1e-6);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(g2_of_dunning),
		cmocka_unit_test(two_by_two),
		cmocka_unit_test(probability),
		cmocka_unit_test(ratios),
		cmocka_unit_test(lower_bounds),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
