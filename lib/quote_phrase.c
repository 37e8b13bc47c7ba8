/* quote_phrase.c - noun phrases and the verbs beside them. */
#include "quote_phrase.h"

enum {
	PHRASE_MAX = 9,   /* words of a noun phrase */
	CLIMB_MAX = 5     /* prepositional phrases after a head */
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

bool
word_finite(const struct quote_doc *d, size_t i)
{
	const struct quote_word *w = word(d, i);

	if (w->kind != WORD_PLAIN || is(d, i - 1, IS_NOVERB | IS_POSS))
		return false;
	if (w->is & (IS_AUX | IS_FINITE | IS_SAY | IS_CALL | IS_THINK |
	             IS_WENT))
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

/* "written", "leading" inside a phrase: behind an article or the like. */
static bool
is_adjective(const struct quote_doc *d, size_t i)
{
	return is(d, i - 1, IS_DET | IS_POSS | IS_ADV | IS_LY | IS_AND) ||
	       word_says(d, i - 1, "-") ||
	       (kind(d, i - 1) == WORD_NAME &&
	        (is(d, i + 1, IS_PERSON) || kind(d, i + 1) == WORD_NAME));
}

/* A word that can stand inside a noun phrase before its head. */
bool
word_inner(const struct quote_doc *d, size_t i)
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
	if (w->is & (IS_ED | IS_ING) && !(w->is & IS_NOUN))
		return is_adjective(d, i);
	return (w->is & IS_NOUN) || !(w->is & (IS_SPEECH | IS_FINITE));
}

/* "one", "some", "many": determiners that can do without a noun. */
static bool
is_lone(const struct quote_doc *d, size_t i)
{
	return is(d, i, IS_DET) && !is(d, i, IS_NOVERB);
}

bool
phrase_plural(const struct quote_doc *d, size_t i)
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
	if (i == p.beg || (kind(d, i - 1) != WORD_NAME &&
	                   !is(d, i - 1, IS_UPPER)))
		return p;
	p = (struct phrase){ i - 1, i - 1, i - 1, i - 1 };
	while (kind(d, p.head) != WORD_NAME && is(d, p.beg - 1, IS_UPPER) &&
	       !is(d, p.beg - 1, IS_SMALL))
		p.beg--;
	return p;
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
	if (i == p.head || (!is(d, i, IS_PERSON) &&
	                    (!is(d, i, IS_BODY) || is(d, i, IS_UPPER))))
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
	good = is(d, end, IS_NOUN | IS_UPPER) || phrase_plural(d, end);
	while (end - p.beg < PHRASE_MAX && word_inner(d, p.beg - 1)) {
		p.beg--;
		good |= kind(d, p.beg) == WORD_NAME ||
		        is(d, p.beg, IS_PERSON);
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
	while (i - p.end < PHRASE_MAX &&
	       (is(d, i, IS_PREP) || word_inner(d, i)))
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
	for (; i - beg < PHRASE_MAX && word_inner(d, i); i++) {
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
	return after_role(d, owner(d, p));
}

size_t
skip_back(const struct quote_doc *d, size_t i)
{
	for (;;) {
		if (is(d, i, IS_TIME) && is(d, i - 1, IS_PREP))
			i -= 2;
		else if (is(d, i, IS_TIME) && is(d, i - 1, IS_DET) &&
		         is(d, i - 2, IS_PREP))
			i -= 3;
		else if (is(d, i, IS_AUX | IS_ADV | IS_LY | IS_TIME) &&
		         !is(d, i, IS_POSS))
			i--;
		else if (is(d, i, IS_OBJ) && word_says(d, i, "himself"))
			i--;
		else
			return i;
	}
}

/* The word i can stand before the name that p is: "the", "House Speaker", "the
 * firm". */
bool
phrase_title(const struct quote_doc *d, struct phrase p, size_t i)
{
	const struct quote_word *name = word(d, p.beg);

	if (kind(d, i) == WORD_END || word_says(d, i, "that"))
		return false;
	if (name->from < name->at.beg && word(d, i)->at.beg >= name->from)
		return true; /* a part of its title */
	if (kind(d, i) == WORD_NAME)
		return phrase_person(d, p) && !is_type(d, i, NAME_PER) &&
		       (is(d, i + 1, IS_PERSON) ||
		        (i + 1 == p.beg && name->from < name->at.beg &&
		         !is(d, i - 1, IS_DET)));
	return is(d, i, IS_DET) || (kind(d, i) == WORD_PLAIN &&
	       word_inner(d, i) && !is(d, i, IS_POSS) &&
	       (phrase_person(d, p) || !is(d, i, IS_NOUN) ||
	        is(d, i - 1, IS_DET)));
}

/* From "the talks" in "a source familiar with the talks" to "a source". None
 * when the phrase hangs on a preposition with nothing before it. */
struct phrase
phrase_climb(const struct quote_doc *d, struct phrase p)
{
	size_t last = p.last;

	for (int step = 0; step < CLIMB_MAX; step++) {
		struct phrase up;
		size_t i = p.beg - 1;

		if (kind(d, p.head) == WORD_NAME)
			while (phrase_title(d, p, i))
				i--;
		if (!is(d, i, IS_PREP) || is(d, i, IS_SUB))
			break;
		if (kind(d, i - 1) == WORD_NUMBER ||
		    kind(d, i - 1) == WORD_MARK)
			break; /* 25% of people */
		up = phrase_left(d, skip_back(d, i - 1));
		if (up.head == 0 || is(d, up.head, IS_WHO))
			return none;
		if (up.last < skip_back(d, i - 1))
			last = up.last; /* an owner */
		p = up;
	}
	p.last = last;
	return p;
}

struct phrase
phrase_whole(const struct quote_doc *d, size_t end)
{
	struct phrase p = phrase_left(d, end);

	for (int step = 0; step < CLIMB_MAX && p.head != 0 &&
	     is(d, p.beg - 1, IS_PREP) && kind(d, p.head) != WORD_NAME;
	     step++) {
		struct phrase up = phrase_left(d, p.beg - 2);

		if (up.head == 0)
			break;
		up.last = p.last;
		p = up;
	}
	return p;
}
