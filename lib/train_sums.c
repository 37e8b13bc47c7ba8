/* train_sums.c - forward and backward sums of one row, for train_chain.c. */
#include "train_sums.h"

#include <string.h>

/* The series of e^x after halving x; the C library's differs by machine. */
double
train_power(double x)
{
	double power;
	int half = 0;

	if (x < -60)
		return 0;
	for (; x > .25 || x < -.25; half++)
		x /= 2;
	power = 1 + x * (1 + x / 2 * (1 + x / 3 * (1 + x / 4 *
	        (1 + x / 5 * (1 + x / 6)))));
	for (; half > 0; half--)
		power *= power;
	return power;
}

static bool
may_have(const struct train_sums *s, size_t i, int tag)
{
	return (s->allowed[i] >> tag & 1) != 0;
}

static void
scale(double *sum)
{
	double total = 0;

	for (int j = 0; j < CHAIN_TAGS; j++)
		total += sum[j];
	for (int j = 0; j < CHAIN_TAGS && total > 0; j++)
		sum[j] /= total;
}

static void
run_ahead(struct train_sums *s, size_t n)
{
	for (int j = 0; j < CHAIN_TAGS; j++)
		s->ahead[0][j] = j == 0 ? 1 : 0;
	for (size_t i = 0; i < n; i++) {
		double *ahead = s->ahead[i + 1];

		for (int j = 0; j < CHAIN_TAGS; j++) {
			ahead[j] = 0;
			if (!may_have(s, i, j))
				continue;
			for (int b = 0; b < chain_before[j].n; b++) {
				int k = chain_before[j].tag[b];

				ahead[j] += s->ahead[i][k] * s->pair[k][j];
			}
			ahead[j] *= s->score[i][j];
		}
		scale(ahead);
	}
}

static void
run_back(struct train_sums *s, size_t n)
{
	memset(s->back[n], 0, sizeof(s->back[n]));
	for (int b = 0; b < chain_before[0].n; b++) {
		int k = chain_before[0].tag[b];

		s->back[n][k] = s->pair[k][0];
	}
	for (size_t i = n; i-- > 0;) {
		double *back = s->back[i];

		memset(back, 0, sizeof(s->back[i]));
		for (int j = 0; j < CHAIN_TAGS; j++) {
			double x = s->back[i + 1][j] * s->score[i][j];

			if (!may_have(s, i, j))
				continue;
			for (int b = 0; b < chain_before[j].n; b++) {
				int k = chain_before[j].tag[b];

				back[k] += x * s->pair[k][j];
			}
		}
		scale(back);
	}
}

/* The pairs that end in token i. */
static void
add_pairs(struct train_sums *s, size_t i, double sign)
{
	double p[CHAIN_TAGS][CHAIN_BEFORE_MAX], total = 0;

	for (int j = 0; j < CHAIN_TAGS; j++) {
		double x = may_have(s, i, j)
		    ? s->score[i][j] * s->back[i + 1][j] : 0;

		for (int b = 0; b < chain_before[j].n; b++) {
			int k = chain_before[j].tag[b];

			p[j][b] = x * s->ahead[i][k] * s->pair[k][j];
			total += p[j][b];
		}
	}
	for (int j = 0; j < CHAIN_TAGS && total > 0; j++)
		for (int b = 0; b < chain_before[j].n; b++) {
			double x = sign * p[j][b] / total;

			s->pair_grad[chain_before[j].tag[b]][j] += x;
			s->grad[i][j] += x;
		}
}

void
train_sums_add(struct train_sums *s, size_t n, double sign)
{
	run_ahead(s, n);
	run_back(s, n);
	for (size_t i = 0; i < n; i++)
		add_pairs(s, i, sign);
}
