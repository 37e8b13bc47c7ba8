/* name_test.c - names of a document: where, what, whose. */
#include "test.h"

#include <stdlib.h>

#include "name.h"
#include "sent.h"

static struct arena a;
static struct tokens toks;

static struct names
find(const char *text)
{
	struct str s = str_of(text);

	token_split(&toks, s);
	return name_find(&a, s, &toks, sent_split(&a, s));
}

static int
clean(void **state)
{
	(void)state;
	arena_reset(&a);
	return 0;
}

/* The mention that covers the first place of part in text. */
static const struct mention *
at(const struct names *n, const char *text, const char *part)
{
	size_t beg = str_find_str(str_of(text), str_of(part));

	for (size_t i = 0; i < n->nmention; i++)
		if (n->mention[i].at.beg <= beg && n->mention[i].at.end > beg)
			return &n->mention[i];
	print_error("no name at \"%s\"\n", part);
	fail();
	abort();
}

static void
check(const struct names *n, const char *text, const char *mention,
      enum name_type type, const char *full)
{
	const struct mention *m = at(n, text, mention);

	assert_str(str_sub(str_of(text), m->at), mention);
	assert_int_equal(m->type, type);
	assert_str(n->entity[m->entity].full, full);
}

static void
surname_is_the_full_name(void **state)
{
	const char *text = "PARIS - French Foreign Minister Claire Dumont met "
	    "Norwegian President Erik Solberg in Oslo on Monday.\n"
	    "\"We agree,\" Dumont said. Mr Solberg's office in Norway said "
	    "nothing.\n";
	struct names n = find(text);

	(void)state;
	check(&n, text, "Claire Dumont", NAME_PER, "Claire Dumont");
	assert_str(n.entity[at(&n, text, "Solberg's")->entity].full,
	           "Erik Solberg");
	assert_str(n.entity[at(&n, text, "Dumont said")->entity].full,
	           "Claire Dumont");
	check(&n, text, "Oslo", NAME_LOC, "Oslo");
	check(&n, text, "Norway", NAME_LOC, "Norway");
}

static void
agency_of_a_dateline(void **state)
{
	const char *text = "VELMONT, Norway (Northern Wire) - The port of "
	    "Velmont closed.\n";
	struct names n = find(text);

	(void)state;
	check(&n, text, "Northern Wire", NAME_ORG, "Northern Wire");
	check(&n, text, "Norway", NAME_LOC, "Norway");
}

static void
titles_are_beside(void **state)
{
	const char *text = "Norwegian President Erik Solberg spoke in Oslo. "
	    "Anna Berg, a spokeswoman for the ministry, said so. "
	    "The bank's chief economist, Peter Lund, agreed.\n";
	struct names n = find(text);
	struct str s = str_of(text);

	(void)state;
	assert_str(str_sub(s, at(&n, text, "Erik")->title),
	           "Norwegian President");
	assert_str(str_sub(s, at(&n, text, "Anna")->title),
	           "a spokeswoman for the ministry");
	assert_str(str_sub(s, at(&n, text, "Peter")->title),
	           "The bank's chief economist");
	assert_int_equal(n.entity[at(&n, text, "Anna")->entity].gender,
	                 NAME_FEMALE);
}

static void
possessive_and_hyphen_are_outside(void **state)
{
	const char *text = "Google's London-based staff went to Berlin.\n";
	struct names n = find(text);

	(void)state;
	check(&n, text, "Google", NAME_ORG, "Google");
	check(&n, text, "London", NAME_LOC, "London");
}

static void
family_is_kept_apart(void **state)
{
	const char *text = "Paul Hartley and Susan Hartley own the farm. "
	    "Susan Hartley said Paul Hartley was away. "
	    "Susan Hartley waved.\nMrs Hartley said no. "
	    "Mr Hartley said yes.\n";
	struct names n = find(text);

	(void)state;
	assert_true(at(&n, text, "Paul")->entity !=
	            at(&n, text, "Susan")->entity);
	assert_str(n.entity[at(&n, text, "Hartley said no")->entity].full,
	           "Susan Hartley");
	assert_str(n.entity[at(&n, text, "Hartley said yes")->entity].full,
	           "Paul Hartley");
}

static void
acronym_is_its_long_form(void **state)
{
	const char *text = "The World Health Organization (WHO) is in Geneva. "
	    "The WHO said so on Monday.\n";
	struct names n = find(text);

	(void)state;
	assert_str(n.entity[at(&n, text, "WHO said")->entity].full,
	           "World Health Organization");
}

static void
states_have_many_names(void **state)
{
	const char *text = "The U.S. and Canada agreed. Officials in the "
	    "United States said so. Trade between the US and Canada grew.\n";
	struct names n = find(text);

	(void)state;
	assert_int_equal(at(&n, text, "U.S.")->entity,
	                 at(&n, text, "US and")->entity);
	check(&n, text, "U.S.", NAME_LOC, "United States");
}

static void
capitals_are_written_as_usual(void **state)
{
	const char *text = "LONDON (Reuters) - NATO met on Monday.\n";
	struct names n = find(text);

	(void)state;
	check(&n, text, "LONDON", NAME_LOC, "London");
	check(&n, text, "NATO", NAME_ORG, "NATO");
}

static void
short_given_names_are_long_ones(void **state)
{
	const char *text = "Senator William Harcastle spoke in Oslo. Later "
	    "Bill Harcastle left. Robert Harcastle stayed in Bergen.\n";
	struct names n = find(text);

	(void)state;
	check(&n, text, "Bill Harcastle", NAME_PER, "William Harcastle");
	check(&n, text, "Robert Harcastle", NAME_PER, "Robert Harcastle");
}

static void
given_names_are_grouped(void **state)
{
	const char *text = "The United States Mint and the U.S. Mint are "
	    "one; Zog Ruritan is Ruritan.";
	static const struct name_given given[] = {
		{ { 4, 22 }, NAME_ORG }, { { 31, 40 }, NAME_ORG },
		{ { 50, 61 }, NAME_PER }, { { 51, 60 }, NAME_PER },
		{ { 65, 72 }, NAME_PER },
	};
	struct name_input in = { .text = str_of(text), .toks = &toks };
	struct names n;

	(void)state;
	token_split(&toks, in.text);
	in.sents = sent_split(&a, in.text);
	n = name_find_given(&a, &in, given, 5);
	assert_int_equal(n.nmention, 4);
	check(&n, text, "U.S. Mint", NAME_ORG, "United States Mint");
	check(&n, text, "Zog Ruritan", NAME_PER, "Zog Ruritan");
	assert_int_equal(n.mention[2].entity, n.mention[3].entity);
}

/* Whatever the text is: spans in order, apart, inside. */
static void
spans_are_apart(void **state)
{
	static const char *const texts[] = {
		"", "\n", "A", "A.B.C. \xFF\xFE Ab-\x80" "Cd", "...", "''''",
		"U.S. U.S. U.S. (U.S.) U.S.-U.S.", "NATO/NATO & Co. & Co.",
		"MAYOR RESIGNS OVER BRIDGE IN OSLO", "\xEF\xBB\xBF" "Oslo",
		"van der van der Oslo bin", "a\0b"
	};

	(void)state;
	for (size_t i = 0; i < sizeof(texts) / sizeof(*texts); i++) {
		struct names n = find(texts[i]);
		size_t end = 0;

		for (size_t k = 0; k < n.nmention; k++) {
			assert_true(n.mention[k].at.beg >= end);
			assert_true(n.mention[k].at.end > n.mention[k].at.beg);
			assert_true(n.mention[k].entity < n.nentity);
			end = n.mention[k].at.end;
		}
		assert_true(end <= str_of(texts[i]).n);
	}
}

static int
release(void **state)
{
	(void)state;
	arena_release(&a);
	token_release(&toks);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test_setup(surname_is_the_full_name, clean),
		cmocka_unit_test_setup(agency_of_a_dateline, clean),
		cmocka_unit_test_setup(titles_are_beside, clean),
		cmocka_unit_test_setup(possessive_and_hyphen_are_outside,
		                       clean),
		cmocka_unit_test_setup(family_is_kept_apart, clean),
		cmocka_unit_test_setup(acronym_is_its_long_form, clean),
		cmocka_unit_test_setup(states_have_many_names, clean),
		cmocka_unit_test_setup(capitals_are_written_as_usual, clean),
		cmocka_unit_test_setup(spans_are_apart, clean),
		cmocka_unit_test_setup(short_given_names_are_long_ones, clean),
		cmocka_unit_test_setup(given_names_are_grouped, clean),
	};

	return cmocka_run_group_tests(tests, NULL, release);
}
