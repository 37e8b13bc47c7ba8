/* mutants.h - chooses one of the faults that mutate.awk has put in. */
#ifndef MUTANTS_H
#define MUTANTS_H

#include <stdlib.h>

static inline int
mutant_chosen(void)
{
	static int chosen = -1;

	if (chosen < 0) {
		const char *s = getenv("MUTANT");

		chosen = s == NULL ? 0 : atoi(s);
	}
	return chosen;
}

#define MUTANT(n) (mutant_chosen() == (n))
#define MUT(n, as_is, mutated) (MUTANT(n) ? (mutated) : (as_is))

#endif
