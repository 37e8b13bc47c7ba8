/* source_repair_test.c - misread UTF-8 and words split at line ends. */
#include "test.h"

#include <string.h>

#include "source_repair.h"
#include "source_text.h"
#include "utf8.h"

static struct buf spare[2];

static void
check(struct str text, struct str want, const char *file, int line)
{
	check_str(repair_text(spare, text), want, file, line);
}

#define assert_repaired(text, want) \
	check(STR(text), STR(want), __FILE__, __LINE__)
#define assert_kept(text) assert_repaired(text, text)

static void
misread(void **state)
{
	(void)state;
	assert_repaired("donâ€™t", "don’t");
	assert_repaired("cafÃ© Â£5", "café £5");
	assert_repaired("â€œWe won,â€\xC2\x9D he said", "“We won,” he said");
	assert_repaired("â€œWe won,â€ he said", "“We won,” he said");
	assert_repaired("ÐœÐ¾ÑÐºÐ²Ð°", "МоÑква"); /* a byte is lost */
	assert_repaired("ÐœÐ¸Ð½", "Мин");
	assert_repaired("ðŸ˜€!", "😀!");
	assert_repaired("cafÃƒÂ©", "café"); /* two layers */
	/* One sure row proves the others. */
	assert_repaired("HÄ±z cafÃ© Ä°", "Hız café İ");
}

/* A closing mark that has lost its last byte: before no letter or digit, or
 * before the character that stands for what is lost. */
static void
cut_off(void **state)
{
	(void)state;
	assert_repaired("\u00E2\u20AC\u0153Go\u00E2\u20AC\uFFFD he said",
	                "\u201CGo\u201D he said");
	assert_repaired("\u00E2\u20AC\u0153Go\u00E2\u20AC",
	                "\u201CGo\u201D");
	assert_repaired("\u00E2\u20AC\u0153Go\u00E2\u20AC.",
	                "\u201CGo\u201D.");
	assert_kept("a\u00E2\u20ACb a\u00E2\u20AC5 a\u00E2\u20AC\u00E9");
	/* inside a word, one alone is no chance; before a blank it is */
	assert_repaired("na\u00C4\u00B1ve \u00C3\u00A9",
	                "na\u0131ve \u00E9");
	assert_kept("na\u00C4\u00B1 ve");
	assert_kept("na\u00C4\u00B1");
	assert_kept("\u00C4\u00B1ve");
	assert_repaired("R\u00C4\u00ABga", "R\u012Bga");
	assert_kept("SELK\u00C4\u00A0ED, BAJ\u00C9\u2019s");
	/* below U+00A0, and longer than it may be */
	assert_kept("a\xC2\x81" "\xC2\x81" "b");
	assert_kept("a\u00E0\u20AC\u20ACb");
}

static void
well_read(void **state)
{
	(void)state;
	assert_kept("");
	assert_kept("Plain ASCII.");
	assert_kept("“É”—so she said, and café, naïve, Ærø, Spaß.");
	assert_kept("„Großer Spaß“, sagte er. IN ÖL” – und Ã’s.");
	assert_kept("\xC3 \xC3\xA2\xE2 bad bytes \xFF");
}

/* Every character of the planes that news uses survives being misread. */
static void
every_character_comes_back(void **state)
{
	(void)state;
	for (int32_t cp = 0xC0; cp < 0x3000; cp++) {
		struct buf damaged = { 0 };
		char bytes[9] = "x";
		size_t n = 1;

		n += utf8_put(bytes + n, cp);
		n += utf8_put(bytes + n, cp);
		bytes[n++] = 'x';
		text_windows_1252(&damaged, (struct str){ bytes, n });
		assert_true(repair_mojibake(&spare[0], buf_str(&damaged)));
		check_str(buf_str(&spare[0]), (struct str){ bytes, n },
		          __FILE__, __LINE__);
		buf_clear(&spare[0]);
		buf_release(&damaged);
	}
}

static void
bytes_and_characters(void **state)
{
	struct buf b = { 0 };

	(void)state;
	for (int i = 0x80; i < 0x100; i++) {
		char c = (char)i;
		int32_t cp;

		buf_clear(&b);
		text_windows_1252(&b, (struct str){ &c, 1 });
		assert_int_equal(utf8_next(b.p, b.p + b.n, &cp), b.n);
		assert_int_equal(repair_byte(cp), i);
	}
	assert_int_equal(repair_byte('a'), 0);
	assert_int_equal(repair_byte(0x100), 0);
	buf_release(&b);
}

static void
hyphens(void **state)
{
	(void)state;
	assert_repaired("the govern-\nment; a Government",
	                "the government; a Government");
	assert_repaired("govern-\r\nment\ngovernment",
	                "government\ngovernment");
	assert_kept("the govern-\nment alone");
	assert_kept("well-\nknown, well known");
	assert_kept("Jean-\nClaude, JeanClaude");
	assert_kept("-\n-\na-\n");
	assert_repaired("a-\nb-\nab ab", "ab-\nab ab");
	assert_kept("a-");
	assert_kept("a-\r");
	assert_kept("a-\rb ab");
	assert_kept("a-b ab");
	assert_kept("5-\nb b5");
	assert_repaired("a-\nb ab a-\nb", "ab ab ab");
	{
		static char word[400];

		memset(word, 'a', 300);
		memcpy(word + 100, "-\n", 2);
		memset(word + 300, ' ', 1);
		assert_true(str_eq(repair_text(spare, (struct str){ word,
		    301 }), (struct str){ word, 301 }));
	}
}

static int
release(void **state)
{
	(void)state;
	buf_release(&spare[0]);
	buf_release(&spare[1]);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(misread),
		cmocka_unit_test(cut_off),
		cmocka_unit_test(well_read),
		cmocka_unit_test(every_character_comes_back),
		cmocka_unit_test(bytes_and_characters),
		cmocka_unit_test(hyphens),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
