/*
 * mutants.h - chooses one of the faults that mutate.awk has put in: the one
 * that the environment variable MUTANT names. With MUTANT_SEEN, a file of a
 * byte for each, those that a run comes to are marked there.
 */
#ifndef MUTANTS_H
#define MUTANTS_H

#include <fcntl.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/syscall.h>
#include <unistd.h>

enum { MUTANTS_MAX = 16384 };

/* One for all files of the build. */
__attribute__((weak)) int mutant_chosen = -1;
__attribute__((weak)) char *mutant_seen;

static inline void
mutants_begin(void)
{
	const char *chosen = getenv("MUTANT");
	const char *seen = getenv("MUTANT_SEEN");
	void *p;
	int fd;

	mutant_chosen = chosen == NULL ? 0 : atoi(chosen);
	if (seen == NULL)
		return;
	/* Not open(): a test may stand in its place. */
	fd = (int)syscall(SYS_openat, AT_FDCWD, seen, O_RDWR, 0);
	p = mmap(NULL, MUTANTS_MAX, PROT_READ | PROT_WRITE, MAP_SHARED, fd, 0);
	mutant_seen = p == MAP_FAILED ? NULL : (char *)p;
	syscall(SYS_close, fd);
}

static inline int
mutant(int n)
{
	if (mutant_chosen < 0)
		mutants_begin();
	if (mutant_seen != NULL)
		mutant_seen[n] = 1;
	return mutant_chosen == n;
}

#define MUTANT(n) mutant(n)
#define MUT(n, as_is, mutated) (MUTANT(n) ? (mutated) : (as_is))

#endif
