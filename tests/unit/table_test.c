/* table_test.c - hash tables. */
#include "test.h"

#include <string.h>

#include "arena.h"
#include "table.h"

enum { MANY = 20000 };

static struct str
key_of(struct arena *a, int i)
{
	char text[16];

	snprintf(text, sizeof(text), "k%d", i);
	return arena_dup(a, str_of(text));
}

static void
adding_and_finding(void **state)
{
	struct table t = { 0 };
	struct arena a = { 0 };
	bool fresh;

	(void)state;
	assert_null(table_find(&t, STR("k1")));
	for (int i = 0; i < MANY; i++) {
		struct table_slot *s = table_add(&t, key_of(&a, i), &fresh);

		assert_true(fresh);
		assert_int_equal(s->value, 0);
		s->value = (uint64_t)i;
	}
	assert_int_equal(t.n, MANY);
	for (int i = 0; i < MANY; i++) {
		assert_int_equal(table_find(&t, key_of(&a, i))->value, i);
		table_add(&t, key_of(&a, i), &fresh);
		assert_false(fresh);
	}
	assert_int_equal(t.n, MANY);
	assert_null(table_find(&t, key_of(&a, MANY)));
	assert_true((t.room & (t.room - 1)) == 0 && t.room >= 2 * t.n);
	table_release(&t);
	arena_release(&a);
}

static void
keys_of_any_bytes(void **state)
{
	struct table t = { 0 };

	(void)state;
	table_add(&t, (struct str){ NULL, 0 }, NULL)->value = 1;
	table_add(&t, STR("\0"), NULL)->value = 2;
	table_add(&t, STR("\0\0"), NULL)->value = 3;
	table_add(&t, STR("a\0b"), NULL)->value = 4;
	table_add(&t, STR("a\0c"), NULL)->value = 5;
	assert_int_equal(t.n, 5);
	assert_int_equal(table_find(&t, STR(""))->value, 1);
	assert_int_equal(table_find(&t, STR("\0"))->value, 2);
	assert_int_equal(table_find(&t, STR("\0\0"))->value, 3);
	assert_int_equal(table_find(&t, STR("a\0b"))->value, 4);
	assert_int_equal(table_find(&t, STR("a\0c"))->value, 5);
	table_release(&t);
}

static void
walking_meets_every_key_once(void **state)
{
	static unsigned char seen[MANY];
	struct table t = { 0 };
	struct arena a = { 0 };
	struct table_slot *s;
	size_t at = 0;
	int met = 0;

	(void)state;
	assert_null(table_next(&t, &at));
	for (int i = 0; i < MANY; i++)
		table_add(&t, key_of(&a, i), NULL)->value = (uint64_t)i;
	for (at = 0; (s = table_next(&t, &at)) != NULL; met++)
		assert_int_equal(seen[s->value]++, 0);
	assert_int_equal(met, MANY);
	table_clear(&t);
	at = 0;
	assert_int_equal(t.n, 0);
	assert_null(table_next(&t, &at));
	assert_null(table_find(&t, STR("k1")));
	table_add(&t, STR("k1"), NULL);
	assert_int_equal(t.n, 1);
	table_release(&t);
	table_release(&t);
	arena_release(&a);
}

/* All lengths up to two words, every byte counts. */
static void
every_byte_counts_in_the_hash(void **state)
{
	char text[24] = { 0 };

	(void)state;
	for (size_t n = 0; n < sizeof(text); n++) {
		struct str s = { text, n };
		uint64_t plain = table_hash(s);

		assert_true(plain == table_hash(s));
		assert_true(plain != table_hash((struct str){ text, n + 1 }));
		for (size_t i = 0; i < n; i++) {
			text[i] = 1;
			assert_true(plain != table_hash(s));
			text[i] = 0;
		}
	}
}

/* Keys that meet in the first slots of a table, and a table never used. */
static void
clearing_and_meeting(void **state)
{
	struct table t = { 0 };
	char key[2] = { 0 };

	(void)state;
	table_clear(&t);
	assert_int_equal(t.n, 0);
	for (int i = 0; i < 256; i++) {
		key[0] = (char)i;
		table_add(&t, (struct str){ key, 1 }, NULL);
		assert_int_equal(t.n, 1);
		table_clear(&t);
		assert_null(table_find(&t, (struct str){ key, 1 }));
		assert_int_equal(t.n, 0);
	}
	assert_int_equal(t.room, 64);
	table_release(&t);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(adding_and_finding),
		cmocka_unit_test(keys_of_any_bytes),
		cmocka_unit_test(walking_meets_every_key_once),
		cmocka_unit_test(every_byte_counts_in_the_hash),
		cmocka_unit_test(clearing_and_meeting),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
