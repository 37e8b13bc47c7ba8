/*
 * test.h - what every unit test includes: cmocka, and comparisons of views.
 */
#ifndef TEST_H
#define TEST_H

#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <stdio.h>

#include <cmocka.h>

#include "str.h"

/* A test ends at the first of these that does not hold. */
#define assert_str(got, want) \
	check_str((got), str_of(want), __FILE__, __LINE__)
#define assert_bytes(got, want) \
	check_str((got), STR(want), __FILE__, __LINE__)
#define assert_span(got, b, e) \
	check_span((got), (struct span){ (b), (e) }, __FILE__, __LINE__)

static inline void
check_str(struct str got, struct str want, const char *file, int line)
{
	if (str_eq(got, want))
		return;
	print_error("\"%.*s\" is not \"%.*s\"\n", (int)got.n, got.p,
	            (int)want.n, want.p);
	_fail(file, line);
}

static inline void
check_span(struct span got, struct span want, const char *file, int line)
{
	if (got.beg == want.beg && got.end == want.end)
		return;
	print_error("%zu..%zu is not %zu..%zu\n", got.beg, got.end, want.beg,
	            want.end);
	_fail(file, line);
}

#endif
