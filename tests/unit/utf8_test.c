/* utf8_test.c - decoding against the standard's tables, classes, folding. */
#include "test.h"

#include <string.h>

#include "buf.h"
#include "utf8.h"

/* The Unicode Standard, table 3-7: ranges of the well-formed sequences. */
static const struct {
	unsigned char n, range[4][2];
} table_3_7[] = {
	{ 1, { { 0x00, 0x7F } } },
	{ 2, { { 0xC2, 0xDF }, { 0x80, 0xBF } } },
	{ 3, { { 0xE0, 0xE0 }, { 0xA0, 0xBF }, { 0x80, 0xBF } } },
	{ 3, { { 0xE1, 0xEC }, { 0x80, 0xBF }, { 0x80, 0xBF } } },
	{ 3, { { 0xED, 0xED }, { 0x80, 0x9F }, { 0x80, 0xBF } } },
	{ 3, { { 0xEE, 0xEF }, { 0x80, 0xBF }, { 0x80, 0xBF } } },
	{ 4, { { 0xF0, 0xF0 }, { 0x90, 0xBF }, { 0x80, 0xBF },
	       { 0x80, 0xBF } } },
	{ 4, { { 0xF1, 0xF3 }, { 0x80, 0xBF }, { 0x80, 0xBF },
	       { 0x80, 0xBF } } },
	{ 4, { { 0xF4, 0xF4 }, { 0x80, 0x8F }, { 0x80, 0xBF },
	       { 0x80, 0xBF } } },
};
enum { ROWS = sizeof(table_3_7) / sizeof(*table_3_7) };

/* The length of the unit at s by that table: a whole sequence, or the longest
 * start of one (the maximal subpart), or one byte. */
static size_t
unit_by_table(struct str s, bool *good)
{
	size_t longest = 1;

	*good = false;
	for (size_t row = 0; row < ROWS; row++) {
		size_t n = 0;

		while (n < s.n && n < table_3_7[row].n &&
		       (unsigned char)s.p[n] >= table_3_7[row].range[n][0] &&
		       (unsigned char)s.p[n] <= table_3_7[row].range[n][1])
			n++;
		if (n == table_3_7[row].n)
			*good = true;
		if (n > longest)
			longest = n;
	}
	return longest;
}

enum { TEXT_MAX = 64 };

/* Everything that walks must see the units that the table gives. */
static void
check_walk(struct str s)
{
	size_t starts[TEXT_MAX + 1], n = 0, bad = s.n;
	int32_t cp;
	bool good;

	for (size_t at = 0; at < s.n; n++) {
		size_t want = unit_by_table(str_from(s, at), &good);
		size_t got = utf8_next(s.p + at, s.p + s.n, &cp);

		assert_int_equal(got, want);
		assert_int_equal(cp != UTF8_BAD, good);
		if (!good && at < bad)
			bad = at;
		starts[n] = at;
		at += got;
	}
	starts[n] = s.n;
	assert_int_equal(utf8_count(s), n);
	assert_int_equal(utf8_invalid(s), bad);
	for (size_t at = 0, unit = 0; at <= s.n; at++) {
		if (unit < n && starts[unit + 1] <= at)
			unit++;
		assert_int_equal(utf8_floor(s, at), starts[unit]);
	}
	for (size_t at = s.n; n > 0; at = starts[n]) {
		n--;
		assert_int_equal(utf8_prev(s.p, s.p + at, &cp),
		                 at - starts[n]);
	}
}

/* Both sides of every border of table 3-7. */
static const char border[] =
    "\x00\x41\x7F\x80\x8F\x90\x9F\xA0\xBF\xC0\xC1\xC2\xDF\xE0\xE1\xEC"
    "\xED\xEE\xEF\xF0\xF1\xF3\xF4\xF5\xFF";

static void
all_border_sequences(void **state)
{
	char text[4];
	size_t base = sizeof(border) - 1;

	(void)state;
	for (size_t n = 1, count = base; n <= 4; n++, count *= base) {
		for (size_t i = 0; i < count; i++) {
			size_t rest = i;

			for (size_t k = 0; k < n; k++) {
				text[k] = border[rest % base];
				rest /= base;
			}
			check_walk((struct str){ text, n });
		}
	}
}

static void
examples_of_the_standard(void **state)
{
	(void)state;
	/* tables 3-8, 3-9, 3-10 and 3-11 */
	assert_int_equal(utf8_count(STR("\xC0\xAF\xE0\x80\xBF\xF0\x81\x82"
	                                "\x41")), 9);
	assert_int_equal(utf8_count(STR("\xED\xA0\x80\xED\xBF\xBF\xED\xAF"
	                                "\x41")), 9);
	assert_int_equal(utf8_count(STR("\xF4\x91\x92\x93\xFF\x41\x80\xBF"
	                                "\x42")), 9);
	assert_int_equal(utf8_count(STR("\xE1\x80\xE2\xF0\x91\x92\xF1\xBF"
	                                "\x41")), 5);
}

static void
long_rows_of_bad_bytes(void **state)
{
	char text[TEXT_MAX];

	(void)state;
	for (size_t i = 0; i + 1 < sizeof(border); i++) {
		memset(text, border[i], sizeof(text));
		check_walk((struct str){ text, sizeof(text) });
	}
}

static bool
is_surrogate(int32_t cp)
{
	return cp >= 0xD800 && cp <= 0xDFFF;
}

static void
every_code_point_round_trips(void **state)
{
	(void)state;
	for (int32_t cp = 0; cp <= 0x10FFFF; cp++) {
		char b[4];
		int32_t got;
		size_t n;

		if (is_surrogate(cp))
			continue;
		n = utf8_put(b, cp);
		if (utf8_next(b, b + n, &got) != n || got != cp ||
		    utf8_prev(b, b + n, &got) != n || got != cp)
			fail_msg("U+%04X", (unsigned)cp);
	}
}

static void
classes(void **state)
{
	static const struct {
		int32_t cp;
		enum char_class class;
	} want[] = {
		{ UTF8_BAD, CHAR_OTHER }, { 0, CHAR_OTHER },
		{ 0x7F, CHAR_OTHER }, { 0x85, CHAR_SPACE },
		{ ' ', CHAR_SPACE }, { '\f', CHAR_SPACE },
		{ 0xA0, CHAR_SPACE }, { 0x2003, CHAR_SPACE },
		{ 0x3000, CHAR_SPACE }, { 0x200B, CHAR_SPACE },
		{ 'A', CHAR_UPPER }, { 0xC9, CHAR_UPPER },
		{ 0x1C5, CHAR_UPPER }, { 'z', CHAR_LOWER },
		{ 0xDF, CHAR_LOWER }, { 0x4E2D, CHAR_LETTER },
		{ 0x5D0, CHAR_LETTER }, { 0x2B0, CHAR_LETTER },
		{ 0x301, CHAR_MARK }, { 0x200D, CHAR_MARK },
		{ 0xAD, CHAR_MARK }, { '7', CHAR_DIGIT },
		{ 0x664, CHAR_DIGIT }, { '"', CHAR_QUOTE },
		{ '\'', CHAR_QUOTE }, { '`', CHAR_QUOTE },
		{ 0xAB, CHAR_QUOTE }, { 0x2018, CHAR_QUOTE },
		{ 0x2019, CHAR_QUOTE }, { 0x201E, CHAR_QUOTE },
		{ '-', CHAR_DASH }, { 0x2014, CHAR_DASH },
		{ '.', CHAR_STOP }, { '!', CHAR_STOP },
		{ '?', CHAR_STOP }, { 0x2026, CHAR_STOP },
		{ ',', CHAR_PUNCT }, { '(', CHAR_PUNCT },
		{ '_', CHAR_PUNCT }, { '$', CHAR_SYMBOL },
		{ 0x20AC, CHAR_SYMBOL }, { 0xBD, CHAR_SYMBOL },
		{ 0x1F600, CHAR_SYMBOL }, { 0xFEFF, CHAR_OTHER },
		{ 0xE000, CHAR_OTHER }, { 0x10FFFF, CHAR_OTHER },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(want) / sizeof(*want); i++)
		if (utf8_class(want[i].cp) != want[i].class)
			fail_msg("U+%04X is of class %d",
			         (unsigned)want[i].cp,
			         (int)utf8_class(want[i].cp));
}

static void
simple_case(void **state)
{
	(void)state;
	assert_int_equal(utf8_lower('Q'), 'q');
	assert_true(utf8_letter('A') && utf8_letter('z'));
	assert_true(utf8_letter(0x4E2D));
	assert_false(utf8_letter('5') || utf8_letter('-'));
	assert_int_equal(utf8_lower('@'), '@');
	assert_int_equal(utf8_lower('['), '[');
	assert_int_equal(utf8_lower('A'), 'a');
	assert_int_equal(utf8_lower('Z'), 'z');
	assert_int_equal(utf8_upper('`'), '`');
	assert_int_equal(utf8_upper('a'), 'A');
	assert_int_equal(utf8_upper('z'), 'Z');
	assert_int_equal(utf8_lower(0x141), 0x142);
	assert_int_equal(utf8_upper('q'), 'Q');
	assert_int_equal(utf8_upper('{'), '{');
	assert_int_equal(utf8_upper(0x436), 0x416);
	assert_int_equal(utf8_lower(0x4E2D), 0x4E2D);
}

static void
what_a_terminal_must_not_get(void **state)
{
	static const int32_t unsafe[] = { 0, 7, '\r', 0x1B, 0x1F, 0x7F, 0x80,
		0x9B, 0x9F, 0x61C, 0x200B, 0x200E, 0x200F, 0x2028, 0x202A,
		0x202E, 0x2060, 0x2066, 0x2069, 0x206F, 0xFEFF, 0xE0000,
		0xE0041, 0xE007F };
	static const int32_t safe[] = { '\t', '\n', ' ', '~', 0xA0, 0xE9,
		0x61B, 0x61D, 0x200A, 0x2010, 0x2019, 0x2014, 0x2027, 0x202F,
		0x205F, 0x2070, 0x4E2D, 0xFEFE, 0xFF00, 0x1F600, 0xDFFFF,
		0xE0080 };

	(void)state;
	for (size_t i = 0; i < sizeof(unsafe) / sizeof(*unsafe); i++)
		assert_true(utf8_unsafe(unsafe[i]));
	for (size_t i = 0; i < sizeof(safe) / sizeof(*safe); i++)
		assert_false(utf8_unsafe(safe[i]));
}

static void
folding(void **state)
{
	struct arena a = { 0 };
	struct str plain = STR("oslo 2031");

	(void)state;
	assert_ptr_equal(utf8_fold(&a, plain).p, plain.p);
	assert_str(utf8_fold(&a, STR("Oslo")), "oslo");
	assert_str(utf8_fold(&a, STR("STRA\u00DFE")), "strasse");
	assert_str(utf8_fold(&a, STR("\uFB01nal")), "final");
	/* decomposed and composed are the same word */
	assert_str(utf8_fold(&a, STR("E\u0301clair")), "\u00E9clair");
	assert_str(utf8_fold(&a, STR("\u00C9clair")), "\u00E9clair");
	assert_str(utf8_fold(&a, STR("\u03A3\u03C2")), "\u03C3\u03C3");
	assert_str(utf8_fold(&a, STR("co\u00ADop")), "coop");
	assert_bytes(utf8_fold(&a, STR("\xC3\x89\xFF\xE2\x80Z")),
	             "\xC3\xA9\xFF\xE2\x80z");
	assert_int_equal(utf8_fold(&a, STR("\u00AD")).n, 0);
	assert_int_equal(utf8_fold(&a, STR("")).n, 0);
	assert_str(utf8_nfc(&a, STR("E\u0301\u00AD")), "\u00C9\u00AD");
	assert_str(utf8_nfc(&a, STR("Oslo")), "Oslo");
	assert_str(utf8_nfc(&a, STR("\u0F71\u0F72")), "\u0F71\u0F72");
	/* bad bytes first, last, and in a row */
	assert_bytes(utf8_fold(&a, STR("\xFF\xC3\x89")), "\xFF\xC3\xA9");
	assert_bytes(utf8_fold(&a, STR("\xC3\x89\xFE\xFF")),
	             "\xC3\xA9\xFE\xFF");
	arena_release(&a);
}

static void
folding_twice_changes_nothing(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (int32_t cp = 0x80; cp <= 0x10FFFF; cp++) {
		char b[4];
		struct str s = { b, 0 };
		struct str once;

		if (is_surrogate(cp) || (cp >= 0x20000 && cp < 0xE0000))
			continue;
		s.n = utf8_put(b, cp);
		once = utf8_fold(&a, s);
		if (!str_eq(utf8_fold(&a, once), once) ||
		    utf8_invalid(once) != once.n)
			fail_msg("U+%04X", (unsigned)cp);
		once = utf8_nfc(&a, s);
		if (!str_eq(utf8_nfc(&a, once), once))
			fail_msg("U+%04X", (unsigned)cp);
		arena_reset(&a);
	}
	arena_release(&a);
}

/* utf8proc would sort them in quadratic time: minutes for a megabyte. */
static void
long_rows_of_marks(void **state)
{
	static const char *const pieces[] = {
		"\u0323\u0301", "\u0301\u00AD\u0323", "\u0F73", "\u0344",
		"\u0301\u115F\u0323", "\U000E0100\u0301", "\u0F75",
		"\u0F81",
	};
	struct arena a = { 0 };
	struct buf b = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(pieces) / sizeof(*pieces); i++) {
		struct str once;

		buf_clear(&b);
		buf_cstr(&b, "E");
		while (b.n < 300000)
			buf_cstr(&b, pieces[i]);
		buf_cstr(&b, "E\u0301");
		once = utf8_fold(&a, buf_str(&b));
		assert_true(str_starts(once, STR("e")));
		assert_true(str_ends(once, STR("e\u0301")) ||
		            str_ends(once, STR("\u00E9")));
		assert_true(str_eq(utf8_fold(&a, once), once));
		arena_reset(&a);
	}
	/* Letters between them end a row. */
	buf_clear(&b);
	for (int i = 0; i < 100; i++)
		buf_cstr(&b, "\u4E2D\u0301");
	assert_true(str_eq(utf8_nfc(&a, buf_str(&b)), buf_str(&b)));
	/* 30 are sorted, as the standard wants it. */
	buf_clear(&b);
	for (int i = 0; i < 15; i++)
		buf_cstr(&b, "\u0301\u0323");
	assert_true(str_starts(utf8_nfc(&a, buf_str(&b)),
	                       STR("\u0323\u0323\u0323")));
	buf_release(&b);
	arena_release(&a);
}

/* Every pair of bytes, not only those at a border. */
static void
all_two_byte_pairs(void **state)
{
	char text[2];

	(void)state;
	for (int i = 0; i < 65536; i++) {
		text[0] = (char)(i >> 8);
		text[1] = (char)(i & 255);
		check_walk((struct str){ text, 2 });
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(all_border_sequences),
		cmocka_unit_test(examples_of_the_standard),
		cmocka_unit_test(long_rows_of_bad_bytes),
		cmocka_unit_test(every_code_point_round_trips),
		cmocka_unit_test(classes),
		cmocka_unit_test(simple_case),
		cmocka_unit_test(what_a_terminal_must_not_get),
		cmocka_unit_test(all_two_byte_pairs),
		cmocka_unit_test(long_rows_of_marks),
		cmocka_unit_test(folding),
		cmocka_unit_test(folding_twice_changes_nothing),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
