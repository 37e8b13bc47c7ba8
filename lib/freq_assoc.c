/* freq_assoc.c - how strongly counts say that two things belong together. */
#include "freq_assoc.h"

#include <math.h>
#include <stdbool.h>

double
freq_expected(const struct freq_assoc *a)
{
	return (double)a->r * (double)a->c / (double)a->n;
}

/* One cell of G2: o ln(o / e), which tends to 0 with o. */
static double
cell(double o, double row, double column, double n)
{
	return o > 0 ? o * log(o / (row * column / n)) : 0;
}

double
freq_g2(const struct freq_assoc *a)
{
	double o = (double)a->o, r = (double)a->r, c = (double)a->c;
	double n = (double)a->n;
	double sum = cell(o, r, c, n) + cell(r - o, r, n - c, n) +
	             cell(c - o, n - r, c, n) +
	             cell(n - r - c + o, n - r, n - c, n);

	return sum > 0 ? 2 * sum : 0; /* the rounding of a sum of 0 */
}

double
freq_g2_p(double g2)
{
	return erfc(sqrt(g2 / 2));
}

double
freq_mi(const struct freq_assoc *a)
{
	return log2((double)a->o / freq_expected(a));
}

double
freq_t(const struct freq_assoc *a)
{
	return ((double)a->o - freq_expected(a)) / sqrt((double)a->o);
}

double
freq_logdice(uint64_t o, uint64_t x, uint64_t y)
{
	return 14 + log2(2 * (double)o / ((double)x + (double)y));
}

static double
or_half(uint64_t k)
{
	return k == 0 ? 0.5 : (double)k;
}

double
freq_log_ratio(const struct freq_pair *p)
{
	return log2(or_half(p->k) / (double)p->n) -
	       log2(or_half(p->ref_k) / (double)p->ref_n);
}

double
freq_diff(const struct freq_pair *p)
{
	double here = (double)p->k / (double)p->n;
	double there = (double)p->ref_k / (double)p->ref_n;

	return (here - there) * 100 / there;
}

/* The continued fraction of the incomplete beta function (DLMF 8.17.22), by
 * the modified method of Lentz. It converges fast for x < (a + 1) / (a + b +
 * 2), in O(sqrt(max(a, b))) steps. */
static double
beta_fraction(double a, double b, double x)
{
	const double tiny = 1e-300, enough = 1e-14;
	double c = 1, d = 1 - (a + b) * x / (a + 1);
	double h;

	d = 1 / (fabs(d) < tiny ? tiny : d);
	h = d;
	for (int m = 1; m < 100000; m++) {
		double even = m * (b - m) * x / ((a + 2 * m - 1) * (a + 2 * m));
		double odd = -(a + m) * (a + b + m) * x /
		             ((a + 2 * m) * (a + 2 * m + 1));
		double step;

		d = 1 + even * d;
		c = 1 + even / c;
		d = 1 / (fabs(d) < tiny ? tiny : d);
		h *= d * (fabs(c) < tiny ? tiny : c);
		d = 1 + odd * d;
		c = 1 + odd / c;
		d = 1 / (fabs(d) < tiny ? tiny : d);
		step = d * (fabs(c) < tiny ? tiny : c);
		h *= step;
		if (fabs(step - 1) < enough)
			break;
	}
	return h;
}

/* The regularised incomplete beta function I_x(a, b). lgamma_r() is the one
 * that sets no global. */
static double
beta(double a, double b, double x)
{
	int sign;
	double front;

	if (x <= 0 || x >= 1)
		return x <= 0 ? 0 : 1;
	front = exp(lgamma_r(a + b, &sign) - lgamma_r(a, &sign) -
	            lgamma_r(b, &sign) + a * log(x) + b * log1p(-x));
	if (x < (a + 1) / (a + b + 2))
		return front * beta_fraction(a, b, x) / a;
	return 1 - front * beta_fraction(b, a, 1 - x) / b;
}

/* The x at which beta() is p, by bisection of the odds' logarithm: small
 * shares are found as exactly as large ones. */
static double
beta_quantile(double p, double a, double b)
{
	double low = -80, high = 80;

	for (int i = 0; i < 60; i++) {
		double middle = (low + high) / 2;

		if (beta(a, b, 1 / (1 + exp(-middle))) < p)
			low = middle;
		else
			high = middle;
	}
	return (low + high) / 2;
}

double
freq_lrc(const struct freq_pair *p, double alpha)
{
	double k = (double)p->k, ref = (double)p->ref_k;
	double sizes = log2((double)p->ref_n / (double)p->n);
	bool more = k * (double)p->ref_n > ref * (double)p->n;
	double odds, bound;

	/* Clopper and Pearson 1934, as quantiles of beta distributions. */
	if (more)
		odds = beta_quantile(alpha / 2, k, ref + 1);
	else
		odds = beta_quantile(1 - alpha / 2, k + 1, ref);
	bound = sizes + odds / log(2);
	return more ? fmax(bound, 0) : fmin(bound, 0);
}
