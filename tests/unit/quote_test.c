/* quote_test.c - what is said, and by whom. */
#include "test.h"

#include "quote.h"
#include "quote_rows.h"
#include "quote_word.h"
#include "sent.h"

static struct arena a;
static struct tokens toks;
static bool indirect;

static int
clean(void **state)
{
	(void)state;
	arena_reset(&a);
	indirect = false;
	return 0;
}

static struct quotes
find(const char *text)
{
	struct quote_text t = { .text = str_of(text), .toks = &toks,
		                .indirect = indirect };
	static struct names names;

	t.pieces = quote_scan(&a, t.text, QUOTE_SINGLE_AUTO);
	token_split(&toks, t.text);
	t.sents = sent_split(&a, t.text);
	names = name_find(&a, t.text, &toks, t.sents);
	t.names = &names;
	return quote_find(&a, &t);
}

/* The first quotation that is no scare quote has this speaker and cue. */
static void
check(const char *text, const char *speaker, const char *cue)
{
	struct quotes q = find(text);
	size_t i = 0;

	while (i < q.n && q.v[i].kind == QUOTE_SCARE)
		i++;
	assert_true(i < q.n);
	assert_str(str_sub(str_of(text), q.v[i].speaker), speaker);
	assert_str(str_sub(str_of(text), q.v[i].cue), cue);
}

static void
verb_and_name_behind(void **state)
{
	(void)state;
	check("\"We go,\" said Karen Holt.", "Karen Holt", "said");
	check("\"We go,\" Karen Holt said on Monday.", "Karen Holt", "said");
	check("\"Why us?\" Karen Holt asked.", "Karen Holt", "asked");
	check("\"We go,\" said the club's coach, Karen Holt, who won.",
	      "Karen Holt", "said");
	check("\"We go,\" a spokesman for the company said.", "a spokesman",
	      "said");
	check("\u201CHe said \u2018no,\u2019\u201D Karen Holt said.",
	      "Karen Holt", "said");
	check("\"We go,\" according to Karen Holt.", "Karen Holt",
	      "according to");
	check("\"We go,\" Karen Holt, a doctor in Leeds, said.", "Karen Holt",
	      "said");
}

static void
verb_and_name_before(void **state)
{
	(void)state;
	check("Karen Holt said: \"We go.\"", "Karen Holt", "said");
	check("Karen Holt told reporters on Monday, \"We go.\"", "Karen Holt",
	      "told");
	check("Karen Holt, who met the mayor, stated, \"We go.\"",
	      "Karen Holt", "stated");
	check("Karen Holt rejected the plan and called it \"a bad joke\".",
	      "Karen Holt", "called");
	check("Karen Holt attacked the plan, saying, \"We go.\"",
	      "Karen Holt", "saying");
	check("Karen Holt said that the plan was \"quite useless now\".",
	      "Karen Holt", "said");
	check("Said Karen Holt: \"We go.\"", "Karen Holt", "Said");
	check("Karen Holt thundered: \"We go.\"", "Karen Holt", "thundered");
	check("The plan was described as \"useful\" by Karen Holt.",
	      "Karen Holt", "described");
	check("The paper quoted him as saying \"we will go now\".", "him",
	      "saying");
}

static void
what_he_says_he_thinks_is_said(void **state)
{
	(void)state;
	check("Karen Holt said she hoped it \"would go away\".", "Karen Holt",
	      "said");
	check("It was \"a long way off\" by then, Karen Holt said.",
	      "Karen Holt", "said");
}

static void
subjects_across_clauses(void **state)
{
	(void)state;
	check("Karen Holt, head of the Farm Union, which represents a dozen "
	      "villages, said it was \"a good year\".", "Karen Holt", "said");
	check("Karen Holt, a spokeswoman for Mayor Peter Lane, said, \"No.\"",
	      "Karen Holt", "said");
	check("As Karen Holt, an expert on bees, put it, \"It is over.\"",
	      "Karen Holt", "put");
	check("The plan, says Karen Holt, who wrote it, is \"quite new\".",
	      "Karen Holt", "says");
	check("Karen Holt, citing \"the mood of the town\", left early.",
	      "Karen Holt", "citing");
	check("The plan was, in the words of Karen Holt, \"a real mess\".",
	      "Karen Holt", "in the words of");
}

static void
the_outer_speaker_reports(void **state)
{
	(void)state;
	check("Karen Holt said at a fair in Leeds that Peter Lane called it "
	      "\"a real mess\".", "Karen Holt", "said");
	check("Karen Holt said anybody who complains about it \"is not "
	      "well\".", "Karen Holt", "said");
	check("The club, Karen Holt said, called it \"a real mess\".",
	      "Karen Holt", "said");
	check("Karen Holt spoke of its needs: \"We want more,\" Peter Lane "
	      "said.", "Peter Lane", "said");
}

static void
verbs_that_are_no_cues(void **state)
{
	(void)state;
	check("Karen Holt posted a long note, saying in a Facebook post: "
	      "\"We go.\"", "Karen Holt", "saying");
	check("Karen Holt called the use of executive orders \"a bad joke\".",
	      "Karen Holt", "called");
	check("\"We go,\" an angry Karen Holt retaliated.", "Karen Holt",
	      "retaliated");
	check("Karen Holt hailed the new bridge as a \"real bargain\".",
	      "Karen Holt", "hailed");
}

static void
check_name(const char *text, size_t i, const char *name)
{
	struct quotes q = find(text);

	assert_true(i < q.n);
	assert_str(q.v[i].name, name);
}

static void
pieces_of_one_utterance(void **state)
{
	const char *text = "\"We go,\" Karen Holt said. \"It is late. "
	                   "Good night.\" She left.";
	struct quotes q = find(text);

	(void)state;
	assert_int_equal(q.n, 2);
	assert_int_equal(q.v[0].group, q.v[1].group);
	assert_str(q.v[1].name, "Karen Holt");
	check_name("\"We go.\n\n\"It is late,\" Karen Holt said.\n", 0,
	           "Karen Holt");
}

static void
speakers_from_the_sentence_before(void **state)
{
	(void)state;
	check_name("\"We go,\" Karen Holt said. But \"nobody else will go.\"",
	           1, "Karen Holt");
	check_name("Stated Holt:\n\"We go.\"\n", 0, "Holt");
	check_name("\"We go.\" Karen Holt said.", 0, "Karen Holt");
	check_name("\"Why us?\" Mr. Karl Holt asked. \"Why?\"", 1,
	           "Karl Holt");
}

static void
speakers_of_the_paragraph(void **state)
{
	(void)state;
	check_name("\"We go,\" Karen Holt said. She works at the mill. \"But I "
	           "like it.\"", 1, "Karen Holt");
	check_name("\"We go,\" Karen Holt said.\nThe mill is in Leeds.\n"
	           "\"But I like it.\"", 1, "");
}

static void
full_names(void **state)
{
	(void)state;
	check_name("Karen Holt met Peter Lane. \"We go,\" Holt said.", 0,
	           "Karen Holt");
	check_name("Karen Holt met Peter Lane. \"We go,\" he said.", 0,
	           "Peter Lane");
	check_name("Karen Holt met Peter Lane. \"We go,\" she said.", 0,
	           "Karen Holt");
	check_name("Karen Holt met Susan Lane. \"We go,\" she said.", 0,
	           "Karen Holt");
	check_name("A source close to the talks said so. The source said: "
	           "\"We go.\"", 0, "A source close to the talks");
	check_name("A porter said: \"We go.\"", 0, "A porter");
}

static void
empty_rather_than_guessed(void **state)
{
	struct quotes q = find("\"We go.\"\n");

	(void)state;
	assert_int_equal(q.n, 1);
	assert_int_equal(q.v[0].name.n, 0);
	assert_int_equal(q.v[0].speaker.end, 0);
	q = find("It was late. \"We go,\" he said.");
	assert_int_equal(q.v[0].name.n, 0);
	assert_int_equal(q.v[0].type, QUOTE_PRON);
}

static void
check_kind(const char *text, enum quote_kind kind)
{
	struct quotes q = find(text);

	assert_int_equal(q.n, 1);
	assert_int_equal(q.v[0].kind, kind);
}

static void
kinds(void **state)
{
	(void)state;
	check_kind("Karen Holt said: \"We go.\"", QUOTE_DIRECT);
	check_kind("\"No,\" Karen Holt said.", QUOTE_DIRECT);
	check_kind("Karen Holt called it \"useful\".", QUOTE_FRAGMENT);
	check_kind("The \"smart\" lamp broke in the hall.", QUOTE_SCARE);
	check_kind("The film \"Green Hills\" opens in June.", QUOTE_SCARE);
}

static void
clauses_without_marks(void **state)
{
	struct quotes q;

	(void)state;
	indirect = true;
	q = find("Karen Holt said that it would rain in June. \"Fine,\" said "
	         "Peter Lane. It will be cold, he said.");
	assert_int_equal(q.n, 3);
	assert_int_equal(q.v[0].kind, QUOTE_INDIRECT);
	assert_str(q.v[0].said, "it would rain in June");
	assert_str(q.v[0].name, "Karen Holt");
	assert_str(q.v[2].said, "It will be cold");
	assert_str(q.v[2].name, "Peter Lane");
	q = find("According to Peter Lane, the mayor of Hull, it rained in "
	         "June. Asked if he would stay, Peter Lane replied.");
	assert_int_equal(q.n, 1);
	assert_str(q.v[0].said, "it rained in June");
}

static void
rows(void **state)
{
	struct quote_choice c = { .kinds = 1u << QUOTE_DIRECT, .join = true,
		                  .before = 4 };
	struct quotes q = quote_choose(&a, find("\"We go,\" Karen Holt said. "
	    "\"It is late.\" The \"smart\" lamp broke. \"No,\" he said."), &c);
	unsigned set;

	(void)state;
	assert_int_equal(q.n, 2);
	assert_str(q.v[0].said, "We go, It is late.");
	assert_int_equal(q.v[0].id, 5);
	assert_int_equal(q.v[1].group, 6);
	assert_true(quote_kinds(str_of("direct, scare"), &set));
	assert_int_equal(set, 1u << QUOTE_DIRECT | 1u << QUOTE_SCARE);
	assert_false(quote_kinds(str_of("direct,loud"), &set));
	assert_false(quote_kinds(str_of(""), &set));
}

static void
context_is_the_sentence(void **state)
{
	const char *text = "It rained. \"We go,\" Karen Holt said. She left.";
	struct quotes q = find(text);

	(void)state;
	assert_str(str_sub(str_of(text), q.v[0].context),
	           "\"We go,\" Karen Holt said.");
}

static void
word_classes(void **state)
{
	(void)state;
	assert_true(quote_word_class(str_of("Said")) & IS_SAY);
	assert_true(quote_word_class(str_of("adding")) & IS_SAYING);
	assert_true(quote_word_class(str_of("spokeswoman")) & IS_PERSON);
	assert_true(quote_word_class(str_of("quickly")) & IS_LY);
	assert_false(quote_word_class(str_of("Kelly")) & IS_LY);
	assert_int_equal(quote_word_class(str_of("'s")), IS_POSS);
	assert_int_equal(quote_word_class(str_of("qwzx")), 0);
}

/* A sentence of a million words, and one of a hundred thousand quotations. */
static void
long_sentences(void **state)
{
	static char text[600001];

	(void)state;
	for (size_t i = 0; i + 6 <= 600000; i += 6)
		for (size_t k = 0; k < 6; k++)
			text[i + k] = "\"a\" b "[k];
	assert_int_equal(find(text).n, 100000);
	for (size_t i = 0; i + 6 <= 600000; i += 6)
		for (size_t k = 0; k < 6; k++)
			text[i + k] = "said, "[k];
	text[599990] = text[599995] = '"';
	find(text);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_teardown(verb_and_name_behind, clean),
		cmocka_unit_test_teardown(verb_and_name_before, clean),
		cmocka_unit_test_teardown(what_he_says_he_thinks_is_said,
		                          clean),
		cmocka_unit_test_teardown(subjects_across_clauses, clean),
		cmocka_unit_test_teardown(the_outer_speaker_reports, clean),
		cmocka_unit_test_teardown(verbs_that_are_no_cues, clean),
		cmocka_unit_test_teardown(pieces_of_one_utterance, clean),
		cmocka_unit_test_teardown(speakers_from_the_sentence_before,
		                          clean),
		cmocka_unit_test_teardown(speakers_of_the_paragraph, clean),
		cmocka_unit_test_teardown(full_names, clean),
		cmocka_unit_test_teardown(empty_rather_than_guessed, clean),
		cmocka_unit_test_teardown(kinds, clean),
		cmocka_unit_test_teardown(clauses_without_marks, clean),
		cmocka_unit_test_teardown(rows, clean),
		cmocka_unit_test_teardown(context_is_the_sentence, clean),
		cmocka_unit_test_teardown(word_classes, clean),
		cmocka_unit_test_teardown(long_sentences, clean),
	};
	int failed = cmocka_run_group_tests(tests, NULL, NULL);

	token_release(&toks);
	arena_release(&a);
	return failed;
}
