/* freq_pages.c - large memory at random places. */
#include "freq_pages.h"

#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>

#include "arena.h"

/* Huge pages of x86-64 and of most others. Less than one of them is left to
 * malloc(). */
enum { HUGE_PAGE = 2 << 20 };

static size_t
round_up(size_t n)
{
	return (n + HUGE_PAGE - 1) / HUGE_PAGE * HUGE_PAGE;
}

/* n is a multiple of HUGE_PAGE. */
static char *
map(size_t n)
{
	char *p = mmap(NULL, n + HUGE_PAGE, PROT_READ | PROT_WRITE,
	               MAP_PRIVATE | MAP_ANONYMOUS, -1, 0);
	size_t skew;

	if (p == MAP_FAILED)
		mem_fail();
	skew = (HUGE_PAGE - (uintptr_t)p % HUGE_PAGE) % HUGE_PAGE;
	if (skew > 0)
		munmap(p, skew);
	if (skew < HUGE_PAGE)
		munmap(p + skew + n, HUGE_PAGE - skew);
	madvise(p + skew, n, MADV_HUGEPAGE); /* advice may be refused */
	return p + skew;
}

struct freq_pages
freq_pages_new(size_t n)
{
	struct freq_pages pages = { .n = n };

	if (n > SIZE_MAX - 2 * (size_t)HUGE_PAGE)
		mem_fail();
	pages.p = n < HUGE_PAGE ? mem_alloc(n, 1) : map(round_up(n));
	return pages;
}

size_t
freq_pages_drop(const struct freq_pages *pages, size_t from, size_t to)
{
	to -= to % HUGE_PAGE;
	if (pages->n < HUGE_PAGE || to <= from)
		return from;
	madvise(pages->p + from, to - from, MADV_DONTNEED);
	return to;
}

void
freq_pages_cut(struct freq_pages *pages, size_t n)
{
	size_t old = round_up(pages->n), new = round_up(n);

	if (pages->n < HUGE_PAGE) {
		pages->p = mem_resize(pages->p, n, 1);
	} else {
		if (new < HUGE_PAGE)
			new = HUGE_PAGE;
		if (new < old)
			munmap(pages->p + new, old - new);
		n = n < HUGE_PAGE ? HUGE_PAGE : n;
	}
	pages->n = n;
}

void
freq_pages_free(struct freq_pages *pages)
{
	if (pages->n < HUGE_PAGE)
		free(pages->p);
	else
		munmap(pages->p, round_up(pages->n));
	*pages = (struct freq_pages){ 0 };
}
