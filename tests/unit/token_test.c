/* token_test.c - atoms, what joins them, what they tell of themselves. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "token.h"
#include "utf8.h"

static struct tokens t;
static struct buf seen;

/* Atoms as text: a letter for the kind (word, initials, number, link, quote,
 * stop, punct), "+" before it when joined, the atom, a blank. */
static struct str
atoms(struct str text)
{
	token_split(&t, text);
	buf_clear(&seen);
	for (size_t i = 0; i < t.n; i++) {
		if (i > 0)
			buf_char(&seen, ' ');
		if (t.v[i].joined)
			buf_char(&seen, '+');
		buf_char(&seen, "winlqsp"[t.v[i].kind]);
		buf_char(&seen, ':');
		buf_add(&seen, str_sub(text, t.v[i].at));
	}
	return buf_str(&seen);
}

#define gives(text, want) assert_str(atoms(STR(text)), want)

static void
words(void **state)
{
	(void)state;
	gives("", "");
	gives(" \n\t", "");
	gives("The port.", "w:The w:port s:.");
	gives("don't rock 'n' roll", "w:don't w:rock q:' w:n q:' w:roll");
	gives("O'Neill O\u2019Neill", "w:O'Neill w:O\u2019Neill");
	gives("snake_case x2 4th", "w:snake_case w:x2 w:4th");
	gives("caf\u00E9 e\u0301t\u00E9", "w:caf\u00E9 w:e\u0301t\u00E9");
	gives("co\u00ADop", "w:co\u00ADop");
	gives("\xEF\xBB\xBFThe", "w:The");
	gives("\xEF\xBB\xBF&", "p:&");
	gives("a\u00A0b", "w:a w:b");
}

static void
possessives(void **state)
{
	(void)state;
	gives("Aasen's plan", "w:Aasen +w:'s w:plan");
	gives("Aasen\u2019s", "w:Aasen +w:\u2019s");
	gives("the workers' vote", "w:the w:workers q:' w:vote");
	gives("U.S.'s", "i:U.S. +w:'s");
	gives("'so", "q:' w:so");
	gives("AASEN'S", "w:AASEN +w:'S");
	gives("it's2 it'se it's\u0301", "w:it's2 w:it'se w:it's\u0301");
	gives("5's", "n:5 +w:'s");
	gives("ka\u02BC a", "w:ka\u02BC w:a");
}

static void
joined_words(void **state)
{
	(void)state;
	gives("London-based", "w:London +p:- +w:based");
	gives("R&D AT&T", "w:R +p:& +w:D w:AT +p:& +w:T");
	gives("a - b", "w:a p:- w:b");
	gives("up- and", "w:up p:- w:and");
	gives("pre\u20101990", "w:pre +p:\u2010 +n:1990");
	gives("yes\u2014no", "w:yes p:\u2014 w:no");
	gives("a--b", "w:a p:-- w:b");
	gives("co\u2011op", "w:co +p:\u2011 +w:op");
	gives("-a &b", "p:- w:a p:& w:b");
	gives(".-a", "s:. p:- w:a");
	gives("a-www.b.example", "w:a +p:- +w:www s:. w:b s:. w:example");
}

static void
initials(void **state)
{
	(void)state;
	gives("the U.S. said", "w:the i:U.S. w:said");
	gives("in the U.S", "w:in w:the i:U.S");
	gives("10 a.m.", "n:10 i:a.m.");
	gives("J.K. Rowan", "i:J.K. w:Rowan");
	gives("J. Rowan", "w:J s:. w:Rowan");
	gives("e.g. this", "i:e.g. w:this");
	gives("a.b.c.d.", "i:a.b.c.d.");
	gives("end.Next", "w:end s:. w:Next");
}

static void
numbers(void **state)
{
	(void)state;
	gives("40,000 7.25 10:30 1,2,3", "n:40,000 n:7.25 n:10:30 n:1,2,3");
	gives("in 2031.", "w:in n:2031 s:.");
	gives("$2.3m", "p:$ n:2.3m");
	gives("3-0", "n:3 +p:- +n:0");
	gives("\u0664\u0665", "n:\u0664\u0665");
	gives("4.2 percent, 87%", "n:4.2 w:percent p:, n:87 p:%");
}

static void
links(void **state)
{
	(void)state;
	gives("see https://a.example/b?c=d.",
	      "w:see l:https://a.example/b?c=d s:.");
	gives("(www.a.example)", "p:( l:www.a.example p:)");
	gives("Mail ada.quill@a.example!", "w:Mail l:ada.quill@a.example s:!");
	gives("@ada said #oslo", "l:@ada w:said l:#oslo");
	gives("#1 @ 5", "p:# n:1 p:@ n:5");
	gives("a@b", "w:a p:@ w:b");
	gives("\"a@b.example", "q:\" l:a@b.example");
	gives("#a@b.example", "l:#a p:@ w:b s:. w:example");
	gives("http://a<b>c\"d", "l:http://a p:< w:b p:> w:c q:\" w:d");
	gives("http://a\x7F" "b", "l:http://a p:\x7F w:b");
	gives("http://a/_= x", "l:http://a/_= w:x");
	gives("http://...", "l:http:// s:...");
}

static void
marks(void **state)
{
	(void)state;
	gives("\"Go,\" he said.", "q:\" w:Go p:, q:\" w:he w:said s:.");
	gives("``Go''", "q:`` w:Go q:''");
	gives("\u201CGo\u201D", "q:\u201C w:Go q:\u201D");
	gives("What?! ... \u2026", "w:What s:?! s:... s:\u2026");
	gives("(a)[b];", "p:( w:a p:) p:[ w:b p:] p:;");
	gives("*** ---", "p:*** p:---");
	gives("a\xFF" "b", "w:a p:\xFF w:b");
	gives("\xE2\x80 x", "p:\xE2\x80 w:x");
}

static void
bits(void **state)
{
	(void)state;
	token_split(&t, STR("The EU's Caf\u00E9\nGo 5x"));
	/* The EU 's Cafe Go 5x */
	assert_int_equal(t.n, 6);
	assert_true(t.v[0].spaced && t.v[0].first && t.v[0].upper);
	assert_true(!t.v[0].caps && t.v[0].ascii);
	assert_true(t.v[1].caps && t.v[1].upper && t.v[1].spaced);
	assert_true(!t.v[1].first);
	assert_true(!t.v[2].spaced && t.v[2].joined && !t.v[2].upper);
	assert_true(!t.v[3].ascii && !t.v[3].first);
	assert_true(t.v[4].first && t.v[4].spaced);
	assert_true(!t.v[5].upper && !t.v[5].first);
}

static void
assert_space(struct str gap)
{
	for (size_t at = 0; at < gap.n;) {
		int32_t cp;

		at += utf8_next(gap.p + at, gap.p + gap.n, &cp);
		assert_int_equal(utf8_class(cp), CHAR_SPACE);
	}
}

/* Atoms lie in order and apart, and cover every byte that is no space. */
static void
check_cover(struct str text)
{
	size_t at = 0;

	token_split(&t, text);
	for (size_t i = 0; i < t.n; i++) {
		assert_true(t.v[i].at.beg >= at);
		assert_true(t.v[i].at.end > t.v[i].at.beg);
		assert_space(str_sub(text, (struct span){ at,
		                                          t.v[i].at.beg }));
		at = t.v[i].at.end;
	}
	assert_space(str_from(text, at));
}

static void
every_byte_is_in_an_atom(void **state)
{
	static const char bytes[] = "aB1 .\n'-@&#:/,\"wh\xC3\xA9\xFF\xE2\x80";
	char text[64];
	uint32_t x = 1;

	(void)state;
	for (int round = 0; round < 20000; round++) {
		size_t n = (size_t)round % sizeof(text);

		for (size_t i = 0; i < n; i++) {
			x = x * 1664525 + 1013904223;
			text[i] = bytes[(x >> 16) % (sizeof(bytes) - 1)];
		}
		check_cover((struct str){ text, n });
	}
}

/* Long rows: quadratic time would not end. */
static void
time_is_linear(void **state)
{
	static const char *const rows[] = { "@", "a@", "a.", "'", "a'", "-",
		"a-", ".", "1,", "&", "a&", "http://", "www.", "#a", "`",
		"a@b.", "\xFF", "\xE2\x80", "a b@ ", "x.@", "\n", "A." };
	enum { SIZE = 1 << 18 };
	char *text = malloc(SIZE);

	(void)state;
	for (size_t i = 0; i < sizeof(rows) / sizeof(*rows); i++) {
		for (size_t k = 0; k < SIZE; k++)
			text[k] = rows[i][k % strlen(rows[i])];
		check_cover((struct str){ text, SIZE });
	}
	free(text);
}

static int
end(void **state)
{
	(void)state;
	token_release(&t);
	buf_release(&seen);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(words),
		cmocka_unit_test(possessives),
		cmocka_unit_test(joined_words),
		cmocka_unit_test(initials),
		cmocka_unit_test(numbers),
		cmocka_unit_test(links),
		cmocka_unit_test(marks),
		cmocka_unit_test(bits),
		cmocka_unit_test(every_byte_is_in_an_atom),
		cmocka_unit_test(time_is_linear),
	};

	return cmocka_run_group_tests(tests, NULL, end);
}
