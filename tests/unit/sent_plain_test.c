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
	"of-the-art", "Z\xC3\xBCrich", "grandmotherliness", "McZorble"
};

static const char *const nexts[] = {
	"The", "Zorble", "Often", "Mr", "Monday", "Lund", "I", "A", "He"
};

static const char *const starts[] = {
	"", "So ", "But then ", "The other one was \"",
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
	assert_true(spot_widen(&spot, &s->view));
	verdict = rule_judge(&spot, &s->view, NULL);
	if (verdict != RULE_OPEN)
		return verdict == RULE_YES ? 1 : -1;
	return model_score(&s->model, feature,
	                   feat_fill(feature, &spot, &s->view)) > 0 ? 1 : -1;
}

/* Whether the short way has an answer about the first mark behind text's start
 * of n bytes, which then is the right one. */
static bool
check_one(struct str text, size_t n)
{
	struct sent s;
	int answer;
	size_t end;

	sent_init(&s);
	sent_begin(&s, text, true);
	s.view.quotes = memchr(text.p, '"', n) != NULL;
	end = plain_end(&s.view, n);
	if (end == 0)
		return false;
	answer = plain_answer(&s.range, &s.model, &s.view,
	                      (struct span){ n, end });
	if (answer != 0)
		assert_int_equal(answer, long_way(&s, n));
	return answer != 0;
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
		size_t end;
	} rows[] = {
		{ "It is. The end", 6 },    { "It is.\" The end", 7 },
		{ "It is. the end", 0 },    { "It is.  The end", 0 },
		{ "It is. A. Lund", 0 },    { "It is. A man", 6 },
		{ "It is.", 0 },            { "It i3. The end", 0 },
		{ "It is.) The end", 0 },   { "It is. T", 0 },
	};

	(void)state;
	for (size_t i = 0; i < COUNT(rows); i++) {
		struct sent_view v = { .text = str_of(rows[i].text) };

		assert_int_equal(plain_end(&v, 5), rows[i].end);
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
		enum before either[2];

		if (!word_either(w, either) || w.s.n < s.n ||
		    word_abbrev(w, NULL) != ABBREV_NONE)
			continue;
		found++;
		assert_int_equal(word_class_before(w, ' ', NULL),
		                 either[!word_is_first(w)]);
	}
	assert_true(found > 8);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(answers_agree),
		cmocka_unit_test(shapes),
		cmocka_unit_test(either_class),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
