/* quote_subject.c - who does what a verb says: a grammar of subjects. */
#include "quote_subject.h"

enum {
	BACK_MAX = 60,    /* words between a verb and its subject */
	COMMAS_MAX = 7
};

/* A verb of reporting that can be finite. */
enum {
	IS_TENSED = IS_SAY | IS_SAY_BASE | IS_CALL | IS_CALL_BASE |
	            IS_THINK | IS_THINK_BASE
};

static const struct phrase none = { 0, 0, 0, 0 };

static bool
is(const struct quote_doc *d, size_t i, unsigned classes)
{
	return word_is(&d->words.v[i], classes);
}

static enum quote_word_kind
kind(const struct quote_doc *d, size_t i)
{
	return (enum quote_word_kind)d->words.v[i].kind;
}

/* "people | briefed on the matter", "officials | who asked for anonymity". */
static struct phrase
before_relative(const struct quote_doc *d, size_t i)
{
	for (size_t n = 0; n < BACK_MAX / 3; n++, i--) {
		struct phrase p = none;

		if (kind(d, i) != WORD_PLAIN && kind(d, i) != WORD_NAME &&
		    kind(d, i) != WORD_NUMBER)
			return none;
		if (is(d, i, IS_WHO))
			p = phrase_left(d, i - 1);
		else if (is(d, i, IS_ED | IS_ING) && !is(d, i - 1, IS_DET))
			p = phrase_left(d, i - 1);
		if (p.head != 0 && !is(d, p.head, IS_PRON))
			return phrase_climb(d, p);
	}
	return none;
}

/* What stands right before p: a clause may begin there. */
static bool
starts_clause(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 1;

	while (kind(d, p.head) == WORD_NAME && kind(d, i) == WORD_PLAIN &&
	       word_inner(d, i))
		i--;
	if (is(d, i, IS_AND))
		i--; /* "And Smith" */
	return kind(d, i) == WORD_END || kind(d, i) == WORD_QUOTE ||
	       (is(d, i, IS_SUB) && !is(d, i, IS_PREP));
}

/* A verb or a preposition stands before p: it is no subject. */
static bool
is_object(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 1;

	while (kind(d, p.head) == WORD_NAME && kind(d, i) == WORD_PLAIN &&
	       word_inner(d, i) && !is(d, i, IS_ED | IS_ING))
		i--;
	while (is(d, i, IS_AND) && kind(d, i - 1) == WORD_NAME &&
	       kind(d, i - 2) != WORD_END && i > 2)
		i -= 2; /* "voted for Lee and | Holt" */
	if (i > 0 && is(d, i - 1, IS_WHO))
		return true; /* "which oversees the bank" */
	if (word_says(d, i, "as"))
		return kind(d, i - 1) == WORD_PLAIN ||
		       kind(d, i - 1) == WORD_NAME; /* not ", as Smith ..." */
	return is(d, i, IS_PREP | IS_ED | IS_ING | IS_FINITE | IS_AUX |
	                IS_SAY | IS_CALL | IS_THINK) && !is(d, i, IS_SUB);
}

/* "the man who robbed | the bank": between commas, a relative stands before
 * p. */
static bool
in_relative(const struct quote_doc *d, struct phrase p)
{
	for (size_t i = p.beg; p.beg - i < BACK_MAX / 3; i--) {
		if ((is(d, i, IS_WHO) && !word_says(d, i, "that")) ||
		    word_says(d, i, "whose"))
			return i < p.beg;
		if (kind(d, i) != WORD_PLAIN && kind(d, i) != WORD_NAME &&
		    kind(d, i) != WORD_NUMBER)
			break;
	}
	return false;
}

/* The subject before an appositive or a relative clause that ends with the
 * comma at c: the nearest person that no preposition holds, or the first
 * phrase of the clause. */
static struct phrase
across_commas(const struct quote_doc *d, size_t c, size_t low)
{
	struct phrase fallback = none;
	int commas = 0;

	for (size_t i = c; i > low + 1 && c - i < BACK_MAX; i--) {
		struct phrase p;

		if (kind(d, i) == WORD_END ||
		    (kind(d, i) == WORD_QUOTE && kind(d, i - 1) != WORD_PLAIN))
			break; /* not at "author of 'A Book,'" */
		if (kind(d, i) != WORD_COMMA && kind(d, i) != WORD_DASH)
			continue;
		if (++commas > COMMAS_MAX)
			break;
		p = phrase_left(d, i - 1);
		if (p.head != 0)
			p = phrase_climb(d, p);
		if (p.head == 0 || p.beg <= low || is_object(d, p) ||
		    in_relative(d, p))
			continue;
		if (fallback.head != 0 && fallback.beg == p.end + 2 &&
		    kind(d, p.head) == WORD_PLAIN && p.head != p.beg &&
		    kind(d, fallback.head) == WORD_NAME)
			return fallback; /* the paper, The Herald, */
		if (phrase_person(d, p) || is(d, p.head, IS_PRON) ||
		    starts_clause(d, p))
			return p;
		if (fallback.head == 0 ||
		    (kind(d, p.head) == WORD_NAME &&
		     kind(d, fallback.head) == WORD_PLAIN))
			fallback = p;
	}
	return fallback;
}

/* p is the subject of a clause inside another one: "that he", "said he". */
static bool
is_nested(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 1;

	while (kind(d, p.head) == WORD_NAME && phrase_title(d, p, i))
		i--;
	while (is(d, i, IS_OBJ | IS_ADV) && !is(d, i, IS_SUB))
		i--;
	return is(d, i, IS_SUB | IS_TENSED | IS_SAYING | IS_CALLING |
	                IS_THINKING);
}

/* The subject of the finite verb at i; *at becomes where it ends. */
static struct phrase
own_subject(const struct quote_doc *d, size_t i, size_t low, size_t *at)
{
	struct phrase p;

	i = skip_back(d, i);
	if (word_finite(d, i))
		i = skip_back(d, i - 1);
	*at = i;
	if (kind(d, i) == WORD_COMMA)
		return across_commas(d, i, low);
	p = phrase_left(d, i);
	return p.head != 0 ? phrase_climb(d, p) : none;
}

bool
phrase_someone(const struct quote_doc *d, struct phrase p)
{
	return phrase_person(d, p) || is(d, p.head, IS_PERSON) ||
	       (is(d, p.head, IS_PRON) && !word_says(d, p.head, "it"));
}

/* The subject of another verb to the left, for "... and said", "..., adding":
 * the nearest person in a clause that is not nested, else anyone. */
static struct phrase
other_subject(const struct quote_doc *d, size_t v, size_t low)
{
	struct phrase fallback = none, nested = none;

	for (size_t i = v - 1; i > low + 1 && v - i < BACK_MAX; i--) {
		struct phrase p;

		if (kind(d, i) == WORD_END)
			break;
		if (!word_finite(d, i))
			continue;
		p = own_subject(d, i, low, &i);
		if (p.head == 0 || p.beg <= low || is(d, p.head, IS_WHO))
			continue;
		if (is_nested(d, p)) {
			if (nested.head == 0)
				nested = p;
			continue;
		}
		if (phrase_someone(d, p))
			return p;
		if (fallback.head == 0)
			fallback = p;
	}
	if (fallback.head == 0 ||
	    (nested.head != 0 && phrase_someone(d, nested)))
		return nested;
	return fallback;
}

/* "Smith, the manager | said", "the paper | , The Herald,": the name. */
static struct phrase
named(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 2;
	struct phrase name = { i, i, i, i };

	if (p.beg < 3 || kind(d, p.head) != WORD_PLAIN ||
	    !is(d, p.head, IS_PERSON) || kind(d, p.beg - 1) != WORD_COMMA ||
	    !phrase_person(d, name) || !starts_clause(d, name))
		return p;
	return name;
}

struct phrase
subject_before(const struct quote_doc *d, size_t v, size_t low)
{
	size_t i = skip_back(d, v - 1);
	struct phrase p;

	if (i <= low)
		return none;
	if (kind(d, i) == WORD_COMMA || kind(d, i) == WORD_DASH ||
	    (kind(d, i) == WORD_QUOTE && is(d, i - 1, IS_PREP | IS_NOUN))) {
		p = across_commas(d, i, low); /* and behind: of 'A Book,' */
		return p.head != 0 ? p : other_subject(d, v, low);
	}
	p = phrase_left(d, i);
	if (p.head != 0)
		p = phrase_climb(d, p);
	if (p.head == 0 && (kind(d, i) == WORD_PLAIN ||
	                    kind(d, i) == WORD_NAME))
		p = before_relative(d, i);
	if (p.head == 0 || p.beg <= low)
		p = other_subject(d, v, low);
	p = named(d, p);
	return p.beg > low ? p : none;
}

bool
phrase_nested(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 1;

	while (kind(d, p.head) == WORD_NAME && phrase_title(d, p, i))
		i--;
	if (word_says(d, i, "that"))
		return true;
	return is(d, i, IS_SAY | IS_SAY_BASE | IS_SAYING);
}

/* "with the society stating" */
static bool
after_with(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 1;

	while (kind(d, p.head) == WORD_NAME && phrase_title(d, p, i))
		i--;
	return word_says(d, i, "with");
}

struct phrase
subject_of_participle(const struct quote_doc *d, size_t v)
{
	size_t i = skip_back(d, v - 1);
	struct phrase p = none;

	if (kind(d, i) == WORD_NAME || kind(d, i) == WORD_PLAIN)
		p = phrase_left(d, i);
	if (p.head != 0 && (phrase_person(d, p) ||
	                    is(d, p.head, IS_PERSON)) &&
	    !is(d, p.beg - 1, IS_FINITE | IS_TENSED))
		return p;
	if (p.head != 0 && (after_with(d, p) || (is(d, p.head, IS_REMARK) &&
	    is(d, p.beg - 1, IS_BE))))
		return p;
	p = other_subject(d, v, 0);
	if (p.head == 0 && kind(d, i) == WORD_COMMA)
		p = across_commas(d, i, 0); /* "Smith, citing" */
	return p;
}
