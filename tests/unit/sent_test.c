/* sent_test.c - where sentences end; what splitting must never do. */
#include "test.h"

#include <stdlib.h>
#include <string.h>

#include "buf.h"
#include "model.h"
#include "sent.h"

extern const char model_sent[];
extern const char model_sent_end[];

/* Sentences with '|' between: joined by a space they must be found again; "||"
 * joins them by nothing. */
static const char *const texts[] = {
	"It rained.|The match was off.|Nobody came.",
	"Mr. Brandvik met Gen. Ola Lund in St. Paul.|They spoke.",
	"Sen. Ann Cole, R-Ariz., said no.|She left on Jan. 5.",
	"He lives in the U.S.|He likes it.|The U.S. Senate met.",
	"Doors open at 5 p.m. Monday.|The show ends at 9 p.m.|It is free.",
	"Shares of Norvane Corp. fell.|Holt & Co. said so.",
	"Robert Lund Jr. was there.|He spoke with J.P. Tallow.",
	"George W. Brandvik spoke.|He was calm.",
	"\"I saw it,\" she said.|\"It was blue.\"",
	"\"We won.|We played well,\" Lund said.|\"I am proud.\"",
	("\u201CWe won.|We played well,\u201D Lund said.|"
	 "\u201CI am proud.\u201D"),
	"\u2018We won.|We played well,\u2019 Lund said.",
	"\"Is it blue?\" she asked.|\"It is!\" he shouted.",
	"\u201CIs it blue?\u201D she asked.|\u201CNo.\u201D",
	"He called it \"a mess.\"|Nobody agreed.",
	"It cost $4.50.|Visit www.example.org or write to a.b@example.org.",
	"The team finished No. 1.|It was the best year.",
	"They were tired (and cold).|(It had rained.)|They slept.",
	"Wait ... what is it?|He paused...|Then he spoke.",
	"It was known.[12]|Then it was not. [3] [4]|It is now.",
	"LONDON \u2014 Prices rose.|They may fall.",
	"1.) The first item|2.) The second item",
	"1) The first item|2) The second item|3) The third item",
	"1. The first item.|2. The second item.",
	"\u2022 9. The first item|\u2022 10. The second item",
	"a. The first item|b. The second item|c. The third item",
	"The storm came.||Then the lights went out.",
	"He said \"so it is. \"|The dog barked.",
	"of words into compounds.|. . . The rest was lost.",
	"What is it!?|Nobody knows!!|It is late\u2026|They slept.",
	"M\u00E1ria N\u00E9meth left.|\u00C5se stayed.|\u00C9mile too.",
	"It was known.\u00B2|It was said.\u00B9\u2070|Next one.",
	"i had one.|they were fine.|do you know?|it was so.",
	"The film Shall We Run? and others were shown.|It rained.",
};

static void
join(struct buf *text, struct spans *want, const char *s)
{
	size_t beg = 0;

	for (;; s++) {
		if (*s != '|' && *s != '\0') {
			buf_char(text, *s);
			continue;
		}
		want->v[want->n++] = (struct span){ beg, text->n };
		if (*s == '\0')
			return;
		if (s[1] == '|')
			s++;
		else
			buf_char(text, ' ');
		beg = text->n;
	}
}

static void
show(struct str text, struct spans spans)
{
	for (size_t i = 0; i < spans.n; i++) {
		struct str s = str_sub(text, spans.v[i]);

		print_error("\t%.*s\n", (int)s.n, s.p);
	}
}

static void
sentences_are_found(void **state)
{
	struct arena a = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct span room[16];
		struct spans want = { room, 0 };
		struct buf text = { 0 };
		struct spans got;

		join(&text, &want, texts[i]);
		got = sent_split(&a, buf_str(&text));
		if (got.n != want.n || memcmp(got.v, want.v,
		                              got.n * sizeof(*got.v)) != 0)
			show(buf_str(&text), got);
		assert_int_equal(got.n, want.n);
		assert_memory_equal(got.v, want.v, got.n * sizeof(*got.v));
		buf_release(&text);
		arena_reset(&a);
	}
	arena_release(&a);
}

static void
line_ends_end_sentences(void **state)
{
	struct arena a = { 0 };
	struct spans got = sent_split(&a, STR(" a title \n\n\r\nand it\r\n b"));

	(void)state;
	assert_int_equal(got.n, 3);
	assert_span(got.v[0], 1, 8);
	assert_span(got.v[1], 13, 19);
	assert_span(got.v[2], 22, 23);
	assert_int_equal(sent_split(&a, STR("")).n, 0);
	assert_int_equal(sent_split(&a, STR(" \n\t\n")).n, 0);
	arena_release(&a);
}

/* A copy of a piece; that of the piece before is gone then. */
static struct str
fresh(struct str piece)
{
	static char *last;
	static size_t size;
	char *p = malloc(piece.n + 1);

	memcpy(p, piece.p, piece.n);
	if (last != NULL)
		memset(last, '?', size);
	free(last);
	last = p;
	size = piece.n;
	return (struct str){ p, piece.n };
}

/* The text with each gap as '|', in pieces of step bytes. */
static struct buf
marked(struct str text, size_t step, bool wrapped)
{
	static struct sent s;
	struct buf b = { 0 };
	struct sent_gap gap;
	size_t from = 0, done = 0;
	size_t end = step < text.n ? step : text.n;
	size_t keep;

	sent_init(&s);
	s.wrapped = wrapped;
	sent_begin(&s, fresh(str_head(text, end)), end == text.n);
	for (;;) {
		while (sent_next(&s, &gap)) {
			buf_add(&b, str_sub(text, (struct span){
			    done, from + gap.at.beg }));
			buf_char(&b, gap.kind == SENT_LINE ? '/' : '|');
			done = from + gap.at.end;
		}
		if (end == text.n)
			break;
		keep = sent_settled(&s);
		keep = keep > SENT_CONTEXT ? keep - SENT_CONTEXT : 0;
		from += keep;
		end = end + step < text.n ? end + step : text.n;
		sent_more(&s, keep, fresh(str_sub(text, (struct span){
		                        from, end })), end == text.n);
	}
	buf_add(&b, str_from(text, done));
	return b;
}

static void
check_pieces(struct str text, bool wrapped)
{
	struct buf whole = marked(text, text.n, wrapped);

	for (size_t step = 1; step < 40; step++) {
		struct buf b = marked(text, step, wrapped);

		assert_str(buf_str(&b), (buf_char(&whole, '\0'), whole.p));
		whole.n--;
		buf_release(&b);
	}
	buf_release(&whole);
}

/* Wherever a text is cut, also after sentences longer than the context. */
static void
pieces_change_nothing(void **state)
{
	static const char *const between[] = { "\r\n", "  ", "\n\n" };
	struct buf all = { 0 };

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		for (const char *p = texts[i]; *p != '\0'; p++)
			buf_char(&all, *p == '|' ? ' ' : *p);
		buf_cstr(&all, between[i % 3]);
		for (int k = 0; k < 100 && i % 8 == 0; k++)
			buf_cstr(&all, "and so on ");
	}
	check_pieces(buf_str(&all), false);
	check_pieces(buf_str(&all), true);
	buf_release(&all);
}

/* Of a long sentence it is kept whether it began with a small letter, and
 * blanks before it are no part of it. */
static void
long_starts_are_kept(void **state)
{
	static const char *const starts[] = { "i had ", "I had ", " 1) i " };
	static const char *const ends[] = {
		"one. they were fine? it was so. and\n",
		"one. 2) they were fine? it was so.\n",
	};

	(void)state;
	for (size_t i = 0; i < 6; i++) {
		struct buf b = { 0 };

		for (int k = 0; k < 700 && i % 2 == 0; k++)
			buf_char(&b, ' ');
		buf_cstr(&b, starts[i / 2]);
		for (int k = 0; k < 100; k++)
			buf_cstr(&b, "and so on ");
		buf_cstr(&b, ends[i % 2]);
		check_pieces(buf_str(&b), false);
		check_pieces(buf_str(&b), true);
		buf_release(&b);
	}
}

/* White space that is not replaced, at the start of a sentence, is no part of
 * what is looked at, whether the text is cut behind it or not. */
static void
kept_blanks_are_no_start(void **state)
{
	static const char *const blanks[] = {
		".\f\f\u200A.. P\x99 )ss.",
		"It is. \u2009\u2009.. P \u2009) so.",
		"\u200A1. One \u200A2. Two \u2009 3. three",
		"\u2003i had one. \u2028they were. \n\u205Fit was. so",
		"So it is. \u2003\n\u2003\n\u2003. He left.",
		"\u2003\u00A0\u3000a. one \u2003b. two",
		" \u200A",
	};

	(void)state;
	for (size_t i = 0; i < sizeof(blanks) / sizeof(*blanks); i++) {
		check_pieces(str_of(blanks[i]), false);
		check_pieces(str_of(blanks[i]), true);
	}
}

static void
wrapped_lines_are_joined(void **state)
{
	struct str text = STR("He saw Mr.\nLund. It\nrained.\n\n"
	                      "A title\n \nSo");
	struct buf b = marked(text, text.n, true);

	(void)state;
	assert_bytes(buf_str(&b),
	             "He saw Mr.\nLund.|It\nrained./\nA title/ \nSo");
	buf_release(&b);
}

/* Only space, TAB, CR, VT and FF give way to a newline. */
static void
other_white_space_is_kept(void **state)
{
	struct str text = STR("It is.\xC2\xA0He is. "
	                      "\xC2\xA0It is.\xC2\xA0 He");
	struct buf b = marked(text, text.n, false);

	(void)state;
	assert_bytes(buf_str(&b),
	             "It is.\xC2\xA0|He is.|\xC2\xA0It is.\xC2\xA0|He");
	buf_release(&b);
}

static void
hostile_texts_take_linear_time(void **state)
{
	static const char *const unit[] = { ".", "\"", ". ", "1) ", "[", "' ",
		                            ".\"", "\xE2", "a.A", "\n.",
		                            "?! ", "1. a ", "\xC2\xA0",
		                            "\u2009" };
	size_t size = 2000000;
	char *p = malloc(size);
	struct arena a = { 0 };

	(void)state;
	for (size_t k = 0; k < sizeof(unit) / sizeof(*unit); k++) {
		for (size_t i = 0; i < size; i++)
			p[i] = unit[k][i % strlen(unit[k])];
		sent_split(&a, (struct str){ p, size });
		arena_reset(&a);
	}
	arena_release(&a);
	free(p);
}

static void
the_weights_built_in_are_of_this_splitter(void **state)
{
	struct str blob = { model_sent,
		            (size_t)(model_sent_end - model_sent) };
	struct model m;

	(void)state;
	assert_true(model_open(&m, blob, "sent", STR("built-in")));
	assert_int_equal(m.mask, (1U << FEAT_BITS) - 1);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sentences_are_found),
		cmocka_unit_test(line_ends_end_sentences),
		cmocka_unit_test(pieces_change_nothing),
		cmocka_unit_test(long_starts_are_kept),
		cmocka_unit_test(kept_blanks_are_no_start),
		cmocka_unit_test(wrapped_lines_are_joined),
		cmocka_unit_test(other_white_space_is_kept),
		cmocka_unit_test(hostile_texts_take_linear_time),
		cmocka_unit_test(the_weights_built_in_are_of_this_splitter),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
