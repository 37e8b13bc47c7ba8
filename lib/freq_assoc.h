/*
 * freq_assoc.h - how strongly counts say that two things belong together.
 *
 * A count o of r things has the property, of all n things c have it: the table
 * of Evert, "Corpora and collocations" (2008). Logarithms are to the base 2
 * where not said otherwise.
 */
#ifndef FREQ_ASSOC_H
#define FREQ_ASSOC_H

#include <stdint.h>

struct freq_assoc {
	uint64_t o; /* both */
	uint64_t r; /* row: first */
	uint64_t c; /* column: second */
	uint64_t n; /* all */
};

/* r * c / n, what chance gives. */
double freq_expected(const struct freq_assoc *a);
/* Log-likelihood ratio of all four cells (Dunning 1993). */
double freq_g2(const struct freq_assoc *a);
/* The probability of so large a G2 by chance: chi-square, one degree. */
double freq_g2_p(double g2);
/* log2(o / expected) (Church and Hanks 1990). */
double freq_mi(const struct freq_assoc *a);
/* (o - expected) / sqrt(o) (Church et al. 1991). */
double freq_t(const struct freq_assoc *a);
/* 14 + log2(2 o / (x + y)) for two words with x and y occurrences (Rychly
 * 2008). */
double freq_logdice(uint64_t o, uint64_t x, uint64_t y);

/* k of n words here, ref_k of ref_n there. */
struct freq_pair {
	uint64_t k, n;
	uint64_t ref_k, ref_n;
};

/* log2 of the ratio of relative frequencies; a count of 0 is taken as one half
 * (Hardie 2014). */
double freq_log_ratio(const struct freq_pair *p);
/* The bound of the log ratio's confidence interval that is nearer to 0, or 0
 * when the interval has 0 in it (LRC; Evert 2022): Clopper-Pearson bounds of
 * the share k / (k + ref_k), at the level 1 - alpha. */
double freq_lrc(const struct freq_pair *p, double alpha);
/* Percent more here than there (Gabrielatos and Marchi 2012); infinite when
 * there is none there. */
double freq_diff(const struct freq_pair *p);

#endif
