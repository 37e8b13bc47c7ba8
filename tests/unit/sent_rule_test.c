/* sent_rule_test.c - each rule answers where it should, and only there. */
#include "test.h"

#include <string.h>

#include "sent.h"
#include "sent_rule.h"

/* What the rules say about the spots of a text. */
struct answers {
	const char *rule; /* looked for */
	bool yes, no;     /* it has said so */
};

static struct rule_sets sets;

static bool
note(void *context, const struct spot *s, const struct sent_view *v)
{
	struct answers *a = context;
	const char *rule, *same;
	enum verdict verdict = rule_judge(RULE_ALL, s, v, &rule);

	if (rule != NULL && strcmp(rule, a->rule) == 0) {
		a->yes |= verdict == RULE_YES;
		a->no |= verdict == RULE_NO;
	}
	assert_int_equal(verdict, rule_judge(rule_possible(&sets, s), s, v,
	                                     &same));
	assert_ptr_equal(rule, same);
	return verdict == RULE_YES;
}

static struct answers
ask(const char *rule, const char *text)
{
	struct answers a = { .rule = rule };
	struct sent_gap gap;
	struct sent s;

	sent_init(&s);
	s.judge = note;
	s.context = &a;
	sent_begin(&s, str_of(text), true);
	while (sent_next(&s, &gap))
		;
	return a;
}

struct rule_case {
	const char *rule;
	bool yes;
	const char *holds; /* the rule answers */
	const char *not;   /* another or none does */
};

static const struct rule_case cases[] = {
	{ "closed then small", false, "\"Is it?\" he asked.",
	  "\"Is it?\" Lund asked." },
	{ "closed then small", false, "He (so it is.) went.", "He. went." },
	{ "closed then dash", false, "\"Stop!\" - the dog barked.",
	  "\"Stop!\" - Ann Cole" },
	{ "abbreviation then small", false, "Lund Inc. said so.",
	  "The dog. said so." },
	{ "section number", false, "2.1. The method", "It was 2.1. The end" },
	{ "bracketed ellipsis", false, "He said [...] Brandvik is.",
	  "He said [so.] Brandvik is." },
	{ "leading ellipsis", false, "... And so it was.", "So ... And it." },
	{ "spaced ellipsis", false, "It was . . . what it was.",
	  "It was . . . What is it?" },
	{ "stop and ellipsis", true, "of old. . . . The rest",
	  "of old . . . . The rest" },
	{ "title and name", false, "saw Mr. Brandvik go.",
	  "saw the dog. Brandvik went." },
	{ "before a number", false, "on Jan. 5 or No. 7", "a dog. 5 men" },
	{ "before a number", false, "see Vol. IV now", "see Vol. NATO now" },
	{ "before a number", false, "at N\u00B0. 12", "at 5\u00B0. 12 men" },
	{ "leading number", false, "1. The first", "He is 1. The first" },
	{ "leading number", false, "\u2022 9. The first", "on 9. The first" },
	{ "name with a mark", false, "He works at Yahoo! in Oslo",
	  "Yahoo! in Oslo" },
	{ "name with a mark", false, "The film Shall We Run? and others",
	  "the film Shall We Run? and others" },
	{ "unit and number", false, "of 4 lbs. 13 oz", "of four lbs. 13 oz" },
	{ "short and date", false, "Ann Cole (b. March 2009; div. 1964)",
	  "plan b. March came" },
	{ "circa", false, "of c. 1966", "of d. 40 men" },
	{ "circa", false, "of c. 40 men", "of c. Oslo" },
	{ "bracketed year", false, "the musical Viva Oslo! (1965), and",
	  "the musical Viva Oslo! (1965 men)" },
	{ "stop then said", false, "Ann Cole (D-Ohio). said so",
	  "ann Cole (D-Ohio). said so" },
	{ "stop then said", false, "Yahoo! said so", "Yahoo! is so" },
	{ "number then small", false, "Two claims: 1. that it is",
	  "It was 1999. that it is" },
	{ "spaced address", false, "on www. example. com, or",
	  "It was so. come" },
	{ "careless", true, "i had one. they were", "I had one. they were" },
	{ "careless", true, "is it so? they were", "is it Oslo? they were" },
	{ "middle initial", false, "George W. Brandvik spoke",
	  "George W. He spoke" },
	{ "middle initial", false, "Ann R. Stack spoke", "the R. Stack spoke" },
	{ "leading initial", false, "Q. Why did you go?", "Malcolm X. Why?" },
	{ "letter then start", true, "take vitamin C. It is good",
	  "by Ann C. Brandvik" },
	{ "pronoun", true, "you and I. Did you", "Albert I. Brandvik" },
	{ "leading clock", false, "At 5 a.m. Mr. Lund rose",
	  "The old king rose at 5 a.m. Mr. Lund slept" },
	{ "clock and date", false, "It is at 7:30 p.m. Saturday in Oslo",
	  "It is at 7:30 p.m. Tickets cost" },
	{ "clock then title", true, "He left the bank at 6 p.m. Mr. Lund",
	  "He left the bank at 6 p.m. Brandvik" },
	{ "clock then word", true, "It is open until 6 p.m. Tickets cost",
	  "It is open until 6 p.m. Brandvik" },
	{ "abbreviation then start", true, "in the U.S. How are you?",
	  "in the U.S. Senate" },
	{ "abbreviation then start", true, "It is on Elm Rd. The rest",
	  "It is on Elm Rd. Brandvik" },
};

static void
every_rule(void **state)
{
	(void)state;
	rule_sets_fill(&sets);
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		const struct rule_case *c = &cases[i];
		struct answers holds = ask(c->rule, c->holds);
		struct answers not = ask(c->rule, c->not);

		if (!(c->yes ? holds.yes : holds.no))
			print_error("%s: %s\n", c->rule, c->holds);
		assert_true(c->yes ? holds.yes : holds.no);
		if (not.yes || not.no)
			print_error("%s: %s\n", c->rule, c->not);
		assert_false(not.yes || not.no);
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(every_rule),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
