/* quote_subject.c - who does what a verb says: a grammar of subjects. */
#include "quote_subject.h"

enum {
	PHRASE_MAX = 9,   /* words of a noun phrase */
	CLIMB_MAX = 5,    /* prepositional phrases after a head */
	BACK_MAX = 60,    /* words between a verb and its subject */
	COMMAS_MAX = 7
};

static const struct phrase none = { 0, 0, 0, 0 };

static const struct quote_word *
word(const struct quote_doc *d, size_t i)
{
	return &d->words.v[i];
}

static bool
is(const struct quote_doc *d, size_t i, unsigned classes)
{
	return word_is(word(d, i), classes);
}

static enum quote_word_kind
kind(const struct quote_doc *d, size_t i)
{
	return (enum quote_word_kind)word(d, i)->kind;
}

static bool
is_type(const struct quote_doc *d, size_t i, enum name_type type)
{
	return kind(d, i) == WORD_NAME &&
	       d->names->mention[word(d, i)->ref].type == type;
}

bool
phrase_person(const struct quote_doc *d, struct phrase p)
{
	return p.head != 0 && is_type(d, p.head, NAME_PER);
}

/* A verb of reporting that can be finite. */
enum {
	IS_TENSED = IS_SAY | IS_SAY_BASE | IS_CALL | IS_CALL_BASE |
	            IS_THINK | IS_THINK_BASE
};

bool
word_finite(const struct quote_doc *d, size_t i)
{
	const struct quote_word *w = word(d, i);

	if (w->kind != WORD_PLAIN || is(d, i - 1, IS_NOVERB | IS_POSS))
		return false;
	if (w->is & (IS_AUX | IS_FINITE | IS_SAY | IS_CALL | IS_THINK))
		return true;
	return (w->is & IS_ED) && !(w->is & IS_NOUN);
}

bool
word_passive(const struct quote_doc *d, size_t v)
{
	size_t i = v - 1;

	while (is(d, i, IS_ADV | IS_LY) && !is(d, i, IS_AUX))
		i--;
	return is(d, i, IS_BE);
}

/* A word that can stand inside a noun phrase before its head. */
static bool
is_inner(const struct quote_doc *d, size_t i)
{
	const struct quote_word *w = word(d, i);

	switch (w->kind) {
	case WORD_NAME:
	case WORD_NUMBER:
		return true;
	case WORD_PLAIN:
		break;
	default:
		return false;
	}
	if (w->is & IS_POSS)
		return true;
	if (w->is & (IS_SMALL | IS_LY) & ~(unsigned)IS_DET)
		return false;
	return (w->is & IS_NOUN) || !(w->is & (IS_SPEECH | IS_FINITE));
}

/* "one", "some", "many": determiners that can do without a noun. */
static bool
is_lone(const struct quote_doc *d, size_t i)
{
	return is(d, i, IS_DET) && !is(d, i, IS_NOVERB);
}

static bool
is_plural(const struct quote_doc *d, size_t i)
{
	struct str s = str_sub(d->text, word(d, i)->at);

	return s.n > 3 && s.p[s.n - 1] == 's' && s.p[s.n - 2] != 's';
}

/* "a source familiar": the head is the last noun that speaks, if there is
 * one and the last word is not known to be a noun. */
static size_t
head_of(const struct quote_doc *d, size_t beg, size_t end)
{
	if (is(d, end, IS_NOUN) || kind(d, end) == WORD_NAME)
		return end;
	if (is(d, end, IS_UPPER))
		return end;
	for (size_t i = end; i > beg; i--)
		if (is(d, i, IS_PERSON) && !is(d, i + 1, IS_POSS))
			return i;
	return end;
}

static bool
is_head(const struct quote_doc *d, size_t i)
{
	const struct quote_word *w = word(d, i);

	if (w->kind != WORD_PLAIN || (w->is & (IS_SMALL | IS_POSS | IS_LY)))
		return false;
	return (w->is & IS_NOUN) || !(w->is & (IS_SPEECH | IS_FINITE |
	                                       IS_TIME | IS_ADV));
}

/* "Smith's statement": what it says, Smith says. */
static struct phrase
owner(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.head;

	if (!is(d, p.head, IS_REMARK))
		return p;
	while (i > p.beg && !is(d, i, IS_POSS))
		i--;
	if (i == p.beg || kind(d, i - 1) != WORD_NAME)
		return p;
	return (struct phrase){ i - 1, i - 1, i - 1, i - 1 };
}

/* "the activist Jane Doe", of a name that is not known as one. */
static struct phrase
surname_run(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.head;

	if (!is(d, i, IS_UPPER) || is(d, i, IS_NOUN))
		return p;
	while (i > p.beg && is(d, i, IS_UPPER) && !is(d, i, IS_NOUN))
		i--;
	if (i == p.head || !is(d, i, IS_PERSON))
		return p;
	p.beg = i + 1;
	return p;
}

struct phrase
phrase_left(const struct quote_doc *d, size_t end)
{
	struct phrase p = { end, end, end, end };
	bool good;

	if (kind(d, end) == WORD_NAME || is(d, end, IS_PRON | IS_WHO))
		return p;
	if (is_lone(d, end))
		return p;
	if (kind(d, end) == WORD_NUMBER && is(d, end - 1, IS_UPPER))
		return (struct phrase){ end - 1, end, end - 1, end };
	if (!is_head(d, end))
		return none;
	good = is(d, end, IS_NOUN | IS_UPPER) || is_plural(d, end);
	while (end - p.beg < PHRASE_MAX && is_inner(d, p.beg - 1)) {
		p.beg--;
		good |= kind(d, p.beg) == WORD_NAME;
		if (is(d, p.beg, IS_DET)) {
			good = true;
			break;
		}
	}
	p.head = head_of(d, p.beg, end);
	p.end = p.head;
	p = surname_run(d, owner(d, p));
	return good ? p : none;
}

/* A name, or nothing, right behind "the group's president,". */
static struct phrase
after_role(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.end + 1;

	if (!is(d, p.head, IS_PERSON))
		return p;
	while (i - p.end < PHRASE_MAX && (is(d, i, IS_PREP) || is_inner(d, i)))
		i++;
	if (kind(d, i) != WORD_COMMA || !is_type(d, i + 1, NAME_PER) ||
	    (kind(d, i + 2) != WORD_COMMA && kind(d, i + 2) != WORD_END))
		return p;
	i++;
	return (struct phrase){ i, i, i, i };
}

struct phrase
phrase_right(const struct quote_doc *d, size_t beg)
{
	struct phrase p = { beg, beg, 0, beg };
	size_t i = beg;

	if (is(d, beg, IS_PRON))
		return (struct phrase){ beg, beg, beg, beg };
	for (; i - beg < PHRASE_MAX && is_inner(d, i); i++) {
		if (is(d, i, IS_DET) && i > beg)
			break;
		if (is(d, i, IS_POSS | IS_TIME) || kind(d, i) == WORD_NUMBER)
			continue;
		p.end = p.last = i;
		p.head = i;
	}
	if (p.head == 0 || (is(d, p.head, IS_DET) && !is_lone(d, p.head)))
		return none;
	if (kind(d, p.head) == WORD_NAME)
		p.beg = p.head;
	return after_role(d, p);
}

size_t
skip_back(const struct quote_doc *d, size_t i)
{
	for (;;) {
		if (is(d, i, IS_TIME) && is(d, i - 1, IS_PREP))
			i -= 2;
		else if (is(d, i, IS_AUX | IS_ADV | IS_LY | IS_TIME) &&
		         !is(d, i, IS_POSS))
			i--;
		else if (is(d, i, IS_OBJ) && word_says(d, i, "himself"))
			i--;
		else
			return i;
	}
}

/* The word i can stand before the name that p is: "the", "House Speaker". */
static bool
is_title(const struct quote_doc *d, struct phrase p, size_t i)
{
	return is(d, i, IS_DET) || (kind(d, i) == WORD_PLAIN &&
	       is_inner(d, i) && !is(d, i, IS_POSS) &&
	       (phrase_person(d, p) || !is(d, i, IS_NOUN)));
}

/* From "the talks" in "a source familiar with the talks" to "a source". None
 * when the phrase hangs on a preposition with nothing before it. */
static struct phrase
climb(const struct quote_doc *d, struct phrase p)
{
	size_t last = p.last;

	for (int step = 0; step < CLIMB_MAX; step++) {
		struct phrase up;
		size_t i = p.beg - 1;

		if (kind(d, p.head) == WORD_NAME)
			while (is_title(d, p, i))
				i--;
		if (!is(d, i, IS_PREP) || is(d, i, IS_SUB))
			break;
		up = phrase_left(d, skip_back(d, i - 1));
		if (up.head == 0)
			return none;
		p = up;
	}
	p.last = last;
	return p;
}

struct phrase
phrase_whole(const struct quote_doc *d, size_t end)
{
	struct phrase p = phrase_left(d, end);

	return p.head != 0 ? climb(d, p) : none;
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
			return climb(d, p);
	}
	return none;
}

/* What stands right before p: a clause may begin there. */
static bool
starts_clause(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 1;

	while (kind(d, p.head) == WORD_NAME && kind(d, i) == WORD_PLAIN &&
	       is_inner(d, i))
		i--;
	return kind(d, i) == WORD_END || kind(d, i) == WORD_QUOTE ||
	       is(d, i, IS_SUB);
}

/* A verb or a preposition stands before p: it is no subject. */
static bool
is_object(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 1;

	while (kind(d, p.head) == WORD_NAME && kind(d, i) == WORD_PLAIN &&
	       is_inner(d, i) && !is(d, i, IS_ED | IS_ING))
		i--;
	return is(d, i, IS_PREP | IS_ED | IS_ING | IS_FINITE | IS_AUX |
	                IS_SAY | IS_CALL | IS_THINK) && !is(d, i, IS_SUB);
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

		if (kind(d, i) == WORD_END || kind(d, i) == WORD_QUOTE)
			break;
		if (kind(d, i) != WORD_COMMA && kind(d, i) != WORD_DASH)
			continue;
		if (++commas > COMMAS_MAX)
			break;
		p = phrase_left(d, i - 1);
		if (p.head != 0)
			p = climb(d, p);
		if (p.head == 0 || p.beg <= low || is_object(d, p))
			continue;
		if (phrase_person(d, p) || is(d, p.head, IS_PRON) ||
		    starts_clause(d, p))
			return p;
		if (fallback.head == 0)
			fallback = p;
	}
	return fallback;
}

/* p is the subject of a clause inside another one: "that he", "said he". */
static bool
is_nested(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 1;

	while (kind(d, p.head) == WORD_NAME && is_title(d, p, i))
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
	return p.head != 0 ? climb(d, p) : none;
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
		if (phrase_person(d, p) || is(d, p.head, IS_PRON | IS_PERSON))
			return p;
		if (fallback.head == 0)
			fallback = p;
	}
	return fallback.head != 0 ? fallback : nested;
}

struct phrase
subject_before(const struct quote_doc *d, size_t v, size_t low)
{
	size_t i = skip_back(d, v - 1);
	struct phrase p;

	if (i <= low)
		return none;
	if (kind(d, i) == WORD_COMMA || kind(d, i) == WORD_DASH) {
		p = across_commas(d, i, low);
		return p.head != 0 ? p : other_subject(d, v, low);
	}
	p = phrase_left(d, i);
	if (p.head != 0)
		p = climb(d, p);
	if (p.head == 0 && (kind(d, i) == WORD_PLAIN ||
	                    kind(d, i) == WORD_NAME))
		p = before_relative(d, i);
	if (p.head == 0 || p.beg <= low)
		p = other_subject(d, v, low);
	return p.beg > low ? p : none;
}

bool
phrase_nested(const struct quote_doc *d, struct phrase p)
{
	size_t i = p.beg - 1;

	while (kind(d, p.head) == WORD_NAME && is_title(d, p, i))
		i--;
	if (word_says(d, i, "that"))
		i--;
	return is(d, i, IS_SAY | IS_SAY_BASE | IS_SAYING);
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
	return other_subject(d, v, 0);
}
