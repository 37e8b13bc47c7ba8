/* sent_plain_test.c - the short way answers as the long one does. */
#include "test.h"

#include <string.h>

#include "sent.h"
#include "sent_plain.h"
#include "sent_rule.h"

#define COUNT(rows) (sizeof(rows) / sizeof(*(rows)))

static const char *const words[] = {
	"ran", "quickly", "house", "zorble", "qux", "a", "Mr", "Inc", "etc",
	"approx", "House", "Zorble", "Quickly", "Xyz", "NATO", "J", "I",
	"U.S", "p.m", "a/b", "a/house", "x@yes", "B2B", "don't", "'house",
	"of-the-art", "Z\xC3\xBCrich", "grandmotherliness", "McZorble",
	"Grandmotherliness", "eloquent", "Eloquent", "1999", "12", "2.1",
	"(so)", "$5", "40%", "x", "e.g", "MR", "iPhone", "afteranIPOno"
};

static const char *const nexts[] = {
	"The", "Zorble", "Often", "Mr", "Monday", "Lund", "I", "A", "He",
	"\"The", "(Zorble", "\xE2\x80\x9CMonday"
};

static const char *const starts[] = {
	"", "So ", "But then ", "The other one was \"", "Some (of the ",
	"The men had all of them gone to see the very old "
};

/* All that is known says yes or no. */
static int
long_way(struct sent *s, size_t at)
{
	uint32_t feature[FEAT_MAX];
	struct spot spot;
	enum verdict verdict;

	assert_int_equal(spot_find(&spot, &s->view, at), SPOT_FOUND);
	assert_true(spot_ahead(&spot, &s->view));
	spot_word(&spot, &s->view);
	spot_before(&spot, &s->view);
	spot_prior(&spot, &s->view);
	assert_true(spot_second(&spot, &s->view));
	verdict = rule_judge(RULE_ALL, &spot, &s->view, NULL);
	if (verdict != RULE_OPEN)
		return verdict == RULE_YES ? 1 : -1;
	return model_score(&s->weigh.model, feature,
	                   feat_fill(feature, &spot, &s->view)) > 0 ? 1 : -1;
}

/* Whether the short way has an answer about the first mark behind text's start
 * of n bytes, which then is the right one; else it has seen the same. */
static bool
check_one(struct str text, size_t n)
{
	static struct sent s;
	struct spot spot, same;
	int answer;

	sent_init(&s);
	sent_begin(&s, text, true);
	s.view.quotes = memchr(text.p, '"', n) != NULL;
	s.view.brackets = memchr(text.p, '(', n) != NULL;
	answer = plain_answer(&s.weigh, &spot, &s.view, n);
	if (answer == PLAIN_OTHER)
		return false;
	if (answer != 0) {
		assert_int_equal(answer, long_way(&s, n));
		return true;
	}
	spot_find(&same, &s.view, n);
	spot_word(&same, &s.view);
	spot_before(&same, &s.view);
	assert_int_equal(spot.before, same.before);
	assert_int_equal(spot.word_beg, same.word_beg);
	assert_true(spot.word.form == same.word.form);
	assert_span(spot.gap, same.gap.beg, same.gap.end);
	assert_int_equal(spot.next, same.next);
	return false;
}

static unsigned
check_word(const char *start, const char *word)
{
	static const char *const marks[] = { ".", "!", "?", ".\"",
		                             ".\xE2\x80\x9D" };
	unsigned answers = 0;

	for (size_t i = 0; i < COUNT(nexts) * COUNT(marks); i++) {
		struct buf b = { 0 };
		size_t n;

		buf_cstr(&b, start);
		buf_cstr(&b, word);
		n = b.n;
		buf_cstr(&b, marks[i % COUNT(marks)]);
		buf_char(&b, ' ');
		buf_cstr(&b, nexts[i / COUNT(marks)]);
		buf_cstr(&b, " went on with it for the rest of the day, and "
		             "no one knew how it would all come to an end.\n");
		answers += check_one(buf_str(&b), n);
		buf_release(&b);
	}
	return answers;
}

static void
answers_agree(void **state)
{
	unsigned answers = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(starts); i++)
		for (size_t k = 0; k < COUNT(words); k++)
			answers += check_word(starts[i], words[k]);
	assert_true(answers > 1000);
}

static void
shapes(void **state)
{
	static const struct {
		const char *text;
		bool plain;
	} rows[] = {
		{ "It is. The end", true },   { "It is.\" The end", true },
		{ "It is. the end", false },  { "It is.  The end", false },
		{ "It is. A. Lund", false },  { "It is. A man", true },
		{ "It is. Mr. Lund", false }, { "It is. St Paul", true },
		{ "It is. J. Lund", false },  { "It is.) The end", false },
		{ "It is. (The end", true },  { "It is. NATO", false },
		{ "It i3. The end", true },   { "It is.. The end", false },
		{ "It is. \"The end", true }, { "It is.\tThe end", false },
	};
	static struct sent s;

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct buf b = { 0 };
		struct spot spot;
		int answer;

		buf_cstr(&b, rows[i].text);
		buf_cstr(&b, " of it, as they say.");
		sent_init(&s);
		sent_begin(&s, buf_str(&b), true);
		answer = plain_answer(&s.weigh, &spot, &s.view, 5);
		if ((answer != PLAIN_OTHER) != rows[i].plain)
			print_error("%s\n", rows[i].text);
		assert_int_equal(answer != PLAIN_OTHER, rows[i].plain);
		buf_release(&b);
	}
}

/* The class of a word is one of the two, and which one is told. */
static void
either_class(void **state)
{
	unsigned found = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(words); i++) {
		struct str s = str_of(words[i]);
		struct word w = word_before(s, 0, s.n);
		unsigned lower = word_count(w, KIND_LOWER);
		unsigned upper = word_count(w, KIND_UPPER);
		unsigned either;

		if (w.s.n < s.n || w.s.n < 2 || lower == 0 ||
		    lower + upper < w.s.n ||
		    word_abbrev(w, NULL) != ABBREV_NONE)
			continue;
		found++;
		either = word_either(w.s.n, ascii_upper(w.s.p[0]));
		assert_int_equal(word_class_before(w, ' ', NULL),
		                 word_which(either, word_common(w)));
	}
	assert_true(found > 8);
}

/* The quick look behind a gap sees what the long one does. */
static void
quick_after(void **state)
{
	static const char *const behind[] = { " x", ", x", ". x", "'s", "1" };
	unsigned found = 0;

	(void)state;
	for (size_t i = 0; i < COUNT(words) * COUNT(behind); i++) {
		struct buf b = { 0 };
		struct word quick, w;
		enum after class;
		struct str text;

		buf_cstr(&b, words[i / COUNT(behind)]);
		buf_cstr(&b, behind[i % COUNT(behind)]);
		buf_cstr(&b, " and so on");
		text = buf_str(&b);
		w = word_after(text, 0);
		if (word_quick_after(text, 0, &quick, &class)) {
			found++;
			assert_int_equal(quick.s.n, w.s.n);
			assert_true(quick.form == w.form);
			assert_int_equal(class, word_class_after(
			    w, text.p[w.s.n], NULL));
		}
		buf_release(&b);
	}
	assert_true(found > 15);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_agree),
		cmocka_unit_test(shapes),
		cmocka_unit_test(either_class),
		cmocka_unit_test(quick_after),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
