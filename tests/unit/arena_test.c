/* arena_test.c - arenas, checked allocation, what happens without memory. */
#include "test.h"

#include <signal.h>
#include <stdlib.h>
#include <string.h>
#include <sys/wait.h>
#include <unistd.h>

#include "arena.h"

static jmp_buf no_memory;

static void
jump(void)
{
	longjmp(no_memory, 1);
}

static bool
all_zero(const char *p, size_t n)
{
	for (size_t i = 0; i < n; i++)
		if (p[i] != 0)
			return false;
	return true;
}

static void
memory_is_zeroed_and_apart(void **state)
{
	struct arena a = { 0 };
	char *before = NULL;

	(void)state;
	for (size_t n = 1; n < 100000; n = n * 3 + 1) {
		char *p = arena_alloc(&a, 1, 1, n);

		assert_true(all_zero(p, n));
		memset(p, 0xAA, n);
		if (before != NULL)
			assert_int_equal((unsigned char)*before, 0xAA);
		before = p;
	}
	arena_reset(&a);
	assert_true(all_zero(arena_alloc(&a, 1, 1, 5000), 5000));
	arena_release(&a);
	assert_null(a.last);
	assert_non_null(arena_alloc(&a, 1, 1, 0));
	arena_release(&a);
}

static void
memory_is_aligned(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < 1000; i++) {
		arena_alloc(&a, 1, 1, i % 7);
		assert_int_equal((uintptr_t)arena_new(&a, uint64_t, 3) %
		                 alignof(uint64_t), 0);
		assert_int_equal((uintptr_t)arena_new(&a, max_align_t, 1) %
		                 alignof(max_align_t), 0);
	}
	arena_release(&a);
}

static void
reset_settles_on_one_block(void **state)
{
	struct arena a = { 0 };
	const void *block;

	(void)state;
	arena_alloc(&a, 1, 1, 1000000);
	arena_alloc(&a, 1, 1, 3000000);
	arena_reset(&a);
	block = a.last;
	for (int part = 0; part < 5; part++) {
		arena_alloc(&a, 1, 1, 2000000);
		assert_ptr_equal(a.last, block);
		arena_reset(&a);
	}
	arena_release(&a);
	arena_reset(&a);
}

static void
copies(void **state)
{
	struct arena a = { 0 };
	struct str s = STR("a\0b");
	struct str copy = arena_dup(&a, s);

	(void)state;
	assert_bytes(copy, "a\0b");
	assert_ptr_not_equal(copy.p, s.p);
	assert_string_equal(arena_cstr(&a, STR("abc")), "abc");
	assert_string_equal(arena_cstr(&a, (struct str){ NULL, 0 }), "");
	assert_non_null(arena_dup(&a, (struct str){ NULL, 0 }).p);
	arena_release(&a);
}

static void
heap(void **state)
{
	char *p = mem_alloc(10, 3);

	(void)state;
	assert_true(all_zero(p, 30));
	memset(p, 'x', 30);
	p = mem_resize(p, 100, 7);
	assert_int_equal(p[29], 'x');
	p = mem_resize(p, 0, 7);
	assert_non_null(p);
	free(p);
	p = mem_alloc(0, 8);
	assert_non_null(p);
	free(p);
	p = mem_resize(NULL, 1, 1);
	assert_non_null(p);
	free(p);
}

/* Sizes of which the product overflows, or that nobody has. volatile: the
 * compiler knows better than to ask for them. */
static void
too_much_memory_calls_the_handler(void **state)
{
	static volatile size_t huge = SIZE_MAX / 2;
	static volatile int calls;
	struct arena a = { 0 };

	(void)state;
	mem_on_fail(jump);
	calls = 0;
	if (setjmp(no_memory) != 0)
		calls++;
	switch (calls) {
	case 0:
		arena_alloc(&a, 4, 4, huge);
		break;
	case 1:
		arena_alloc(&a, 1, 1, huge + huge + 1);
		break;
	case 2:
		mem_resize(NULL, huge, 4);
		break;
	case 3:
		mem_alloc(huge, 4);
		break;
	case 4:
		mem_fail();
	default:
		break;
	}
	mem_on_fail(NULL);
	assert_int_equal(calls, 5);
	arena_release(&a);
}

static void
nothing_of_nothing(void **state)
{
	struct arena a = { 0 };
	void *p = mem_resize(NULL, 3, 0);

	(void)state;
	assert_non_null(p);
	free(p);
	assert_non_null(arena_alloc(&a, 0, 1, 5));
	assert_int_equal(a.used, 0);
	arena_release(&a);
}

static void
end_seven(int signal)
{
	(void)signal;
	_exit(7);
}

/* Nobody may go on with a NULL: without a handler the process ends. */
static void
without_a_handler_the_process_ends(void **state)
{
	int status;
	pid_t child = fork();

	(void)state;
	if (child == 0) {
		mem_on_fail(NULL);
		signal(SIGABRT, end_seven);
		mem_fail();
	}
	waitpid(child, &status, 0);
	assert_int_equal(WEXITSTATUS(status), 7);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(memory_is_zeroed_and_apart),
		cmocka_unit_test(memory_is_aligned),
		cmocka_unit_test(reset_settles_on_one_block),
		cmocka_unit_test(copies),
		cmocka_unit_test(heap),
		cmocka_unit_test(too_much_memory_calls_the_handler),
		cmocka_unit_test(nothing_of_nothing),
		cmocka_unit_test(without_a_handler_the_process_ends),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
