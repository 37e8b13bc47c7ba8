/* quote_resolve.c - from the speaker as written to the full name. */
#include "quote_resolve.h"

enum {
	NOBODY = -1,
	BACK_WORDS = 400, /* how far a pronoun looks */
	BACK_SENTENCES = 12,
	PHRASE_WORDS = 10,
	NOUNS_MAX = 64    /* how many speakers "the source" looks through */
};

/* What is known of the speakers so far. */
struct cast {
	const struct quote_doc *d;
	const struct quote_item *item;
	struct quotes *found;
	unsigned char *gender; /* of each entity, learned from pronouns too */
	long *entity;          /* of each item's speaker, or NOBODY */
	long *speaker;         /* the same of each piece, as far as known */
	size_t now;            /* the quotation in hand */
};

static const struct quote_word *
word(const struct cast *k, size_t i)
{
	return &k->d->words.v[i];
}

static bool
is(const struct cast *k, size_t i, unsigned classes)
{
	return word_is(word(k, i), classes);
}

static const struct mention *
mention(const struct cast *k, size_t i)
{
	return &k->d->names->mention[word(k, i)->ref];
}

static enum quote_type
type_of(enum name_type type)
{
	switch (type) {
	case NAME_PER:
		return QUOTE_PER;
	case NAME_ORG:
		return QUOTE_ORG;
	case NAME_LOC:
		return QUOTE_LOC;
	default:
		return QUOTE_NOUN;
	}
}

static void
give_entity(struct cast *k, size_t entity)
{
	k->found->v[k->now].name = k->d->names->entity[entity].full;
	k->entity[k->now] = (long)entity;
}

static void
by_name(struct cast *k, size_t head)
{
	struct quote *q = &k->found->v[k->now];
	const struct mention *m = mention(k, head);

	q->type = type_of(m->type);
	q->title = m->title;
	give_entity(k, m->entity);
}

static bool
is_he(const struct cast *k, size_t i)
{
	return word_says(k->d, i, "he") || word_says(k->d, i, "him") ||
	       word_says(k->d, i, "his");
}

static bool
is_she(const struct cast *k, size_t i)
{
	return word_says(k->d, i, "she") || word_says(k->d, i, "her");
}

static bool
is_subject(const struct cast *k, size_t i)
{
	size_t v = i + 1;

	if (is(k, i - 1, IS_PREP | IS_WHO))
		return false;
	if (is(k, v, IS_PREP) && word(k, v + 1)->kind == WORD_NAME)
		v += 2;
	while (is(k, v, IS_ADV | IS_LY) && !is(k, v, IS_AUX))
		v++;
	return word_finite(k->d, v) || word(k, v)->kind == WORD_COMMA;
}

/* Whom a pronoun may mean. */
struct want {
	enum name_type type;
	int gender;
};

static bool
agrees(const struct cast *k, long e, struct want w)
{
	return e != NOBODY && k->d->names->entity[e].type == w.type &&
	       (w.gender == NAME_UNKNOWN || k->gender[e] == NAME_UNKNOWN ||
	        k->gender[e] == w.gender);
}

/* A pronoun of the same sex as subject: the sentence is about somebody who
 * was named before it. */
static bool
same_pronoun(const struct cast *k, size_t i, struct want w)
{
	return (w.gender == NAME_MALE && is_he(k, i)) ||
	       (w.gender == NAME_FEMALE && is_she(k, i));
}

static bool
fits(const struct cast *k, size_t i, struct want w)
{
	return word(k, i)->kind == WORD_NAME && !is(k, i + 1, IS_POSS) &&
	       agrees(k, (long)mention(k, i)->entity, w);
}

/* The entity in the sentence that ends before the word `end`: of its speaker,
 * else of a subject, else of its first name, unless a pronoun is subject.
 * *beg is where it begins. */
static long
in_sentence(const struct cast *k, size_t end, size_t *beg, struct want w)
{
	long best = NOBODY;
	bool subject = false, pronoun = false; /* the leftmost counts */
	size_t i = end;

	while (i > 0 && word(k, i - 1)->kind != WORD_END &&
	       end - i < BACK_WORDS) {
		size_t ref = word(k, --i)->ref;
		bool now;

		if (word(k, i)->kind == WORD_QUOTE &&
		    agrees(k, k->speaker[ref], w)) {
			best = k->speaker[ref];
			subject = true;
		}
		if (same_pronoun(k, i, w)) {
			pronoun = true;
			subject = false;
		}
		if (!fits(k, i, w))
			continue;
		now = is_subject(k, i);
		if (now || !subject)
			best = (long)mention(k, i)->entity;
		subject |= now;
	}
	*beg = i;
	return pronoun && !subject ? NOBODY : best;
}

static long
antecedent(const struct cast *k, size_t head, enum name_type type, int gender)
{
	struct want w = { type, gender };
	size_t end = head;

	for (int n = 0; n < BACK_SENTENCES && end > 0; n++) {
		size_t beg;
		long e = in_sentence(k, end, &beg, w);

		if (e != NOBODY)
			return e;
		if (head - beg > BACK_WORDS || beg == 0)
			break;
		end = beg - 1;
	}
	return NOBODY;
}

static struct str
phrase_text(const struct cast *k, struct phrase p)
{
	return str_sub(k->d->text, (struct span){ word(k, p.beg)->from,
	                                          word(k, p.last)->at.end });
}

static bool
has_word(struct str phrase, struct str w)
{
	while (phrase.n > 0)
		if (str_eq_ascii(str_cut(&phrase, ' '), w))
			return true;
	return false;
}

/* "The source": the name of an earlier speaker with the same head. */
static bool
by_noun_before(struct cast *k, struct str head)
{
	size_t low = k->now > NOUNS_MAX ? k->now - NOUNS_MAX : 0;

	for (size_t i = k->now; i-- > low;) {
		const struct quote *q = &k->found->v[i];
		size_t h = k->item[i].claim.who.head;

		if (q->type != QUOTE_NOUN || h == 0 || q->name.n == 0 ||
		    !str_eq_ascii(str_sub(k->d->text, word(k, h)->at), head))
			continue;
		k->found->v[k->now].name = q->name;
		return true;
	}
	return false;
}

/* "The president", "the network": the last person before who has that title,
 * the last organisation with that word in its name. */
static bool
by_role(struct cast *k, size_t at, struct str head, enum name_type type)
{
	size_t n = 0;

	for (size_t i = at; i-- > 0 && n++ < 2 * BACK_WORDS;) {
		const struct mention *m;
		struct str words;

		if (word(k, i)->kind != WORD_NAME)
			continue;
		m = mention(k, i);
		words = type == NAME_PER ? str_sub(k->d->text, m->title)
		                         : k->d->names->entity[m->entity].full;
		if (m->type != type || !has_word(words, head))
			continue;
		give_entity(k, m->entity);
		return true;
	}
	return false;
}

static bool
is_company(const struct cast *k, size_t head)
{
	static const char *const bodies[] = {
		"agency", "bank", "club", "company", "firm", "group",
		"organisation", "organization", "airline", "newspaper",
		"party", "ministry", "union", "charity", "university",
		"network", "paper", NULL,
	};

	for (size_t i = 0; bodies[i] != NULL; i++)
		if (word_says(k->d, head, bodies[i]))
			return true;
	return false;
}

/* "A source familiar with the talks" from the word "source" on: to the first
 * comma, relative or verb. */
static struct str
introduced(const struct cast *k, size_t i)
{
	size_t beg = i, end = i;

	while (i - beg < PHRASE_WORDS && !is(k, beg, IS_DET))
		beg--;
	while (end - i < PHRASE_WORDS && word(k, end + 1)->kind != WORD_END &&
	       (word(k, end + 1)->kind == WORD_PLAIN ||
	        word(k, end + 1)->kind == WORD_NAME) &&
	       !word_finite(k->d, end + 1) && !is(k, end + 1, IS_WHO | IS_AND))
		end++;
	return str_sub(k->d->text, (struct span){ word(k, beg)->from,
	                                          word(k, end)->at.end });
}

/* "The source": where it was introduced, "A source familiar with ...". */
static bool
by_introduction(struct cast *k, size_t at, struct str head)
{
	size_t n = 0;

	for (size_t i = at; i-- > 2 && n++ < BACK_WORDS;) {
		size_t b = i - 1;

		if (word(k, i)->kind != WORD_PLAIN || !str_eq_ascii(
		    str_sub(k->d->text, word(k, i)->at), head))
			continue;
		while (i - b < 4 && word(k, b)->kind == WORD_PLAIN &&
		       !is(k, b, IS_SMALL))
			b--;
		if (!word_says(k->d, b, "a") && !word_says(k->d, b, "an") &&
		    !word_says(k->d, b, "one"))
			continue;
		k->found->v[k->now].name = introduced(k, i);
		return true;
	}
	return false;
}

static void
by_noun(struct cast *k, struct phrase p)
{
	struct quote *q = &k->found->v[k->now];
	struct str head = str_sub(k->d->text, word(k, p.head)->at);
	long e;

	q->type = QUOTE_NOUN;
	q->name = phrase_text(k, p);
	if ((!word_says(k->d, p.beg, "the") &&
	     !word_says(k->d, p.beg, "this")) || p.end - p.beg > 1)
		return;
	if (by_noun_before(k, head) ||
	    (is(k, p.head, IS_PERSON) && by_role(k, p.beg, head, NAME_PER)) ||
	    (!is(k, p.head, IS_REMARK) && by_role(k, p.beg, head, NAME_ORG)) ||
	    (is(k, p.head, IS_PERSON) && by_introduction(k, p.beg, head)))
		return;
	if (!is_company(k, p.head))
		return;
	e = antecedent(k, p.beg, NAME_ORG, NAME_UNKNOWN);
	if (e != NOBODY)
		give_entity(k, (size_t)e);
}

/* "..., who said": the phrase before. */
static void
by_relative(struct cast *k, size_t head)
{
	size_t i = head - 1;
	struct phrase p;

	if (word(k, i)->kind == WORD_COMMA)
		i--;
	p = phrase_whole(k->d, i);
	if (p.head == 0)
		return;
	if (word(k, p.head)->kind == WORD_NAME)
		give_entity(k, mention(k, p.head)->entity);
	else
		k->found->v[k->now].name = phrase_text(k, p);
}

static void
by_pronoun(struct cast *k, size_t head)
{
	long e = NOBODY;

	k->found->v[k->now].type = QUOTE_PRON;
	if (is(k, head, IS_WHO)) {
		by_relative(k, head);
		return;
	}
	if (is_he(k, head) || is_she(k, head)) {
		int gender = is_he(k, head) ? NAME_MALE : NAME_FEMALE;

		e = antecedent(k, head, NAME_PER, gender);
		if (e != NOBODY)
			k->gender[e] = (unsigned char)gender;
	} else if (word_says(k->d, head, "it") ||
	           word_says(k->d, head, "they")) {
		e = antecedent(k, head, NAME_ORG, NAME_UNKNOWN);
	}
	if (e != NOBODY)
		give_entity(k, (size_t)e);
}

/* How much a speaker's type takes from the confidence of a rule. */
static const double sure[QUOTE_TYPES] = {
	[QUOTE_NOBODY] = 1.0, [QUOTE_PER] = 1.0,   [QUOTE_ORG] = 0.93,
	[QUOTE_LOC] = 0.8,    [QUOTE_PRON] = 0.98, [QUOTE_NOUN] = 0.82,
};

/* The share that remains. A pronoun is often the subject of a clause that is
 * itself reported. */
static double
how_sure(const struct quote *q, enum quote_rule rule)
{
	if (q->name.n == 0)
		return 0.9;
	if (q->type == QUOTE_PRON &&
	    (rule == RULE_CLAUSE || rule == RULE_OBJECT))
		return 0.95 * sure[q->type];
	return sure[q->type];
}

static void
resolve(struct cast *k)
{
	const struct quote_item *c = &k->item[k->now];
	struct quote *q = &k->found->v[k->now];
	struct phrase p = c->claim.who;

	if (p.head == 0)
		return;
	q->speaker.beg = word(k, p.beg)->at.beg;
	q->speaker.end = word(k, p.end)->at.end;
	if (k->now > 0 && c[-1].claim.who.head == p.head) {
		q->name = q[-1].name;
		q->title = q[-1].title;
		q->type = q[-1].type;
		k->entity[k->now] = k->entity[k->now - 1];
	} else if (word(k, p.head)->kind == WORD_NAME) {
		by_name(k, p.head);
	} else if (is(k, p.head, IS_PRON | IS_WHO | IS_OBJ) ||
	           is_he(k, p.head)) {
		by_pronoun(k, p.head);
	} else {
		by_noun(k, p);
	}
	q->confidence *= how_sure(q, c->claim.rule);
}

static long *
nobodies(struct arena *a, size_t n)
{
	long *row = arena_new(a, long, n);

	for (size_t i = 0; i < n; i++)
		row[i] = NOBODY;
	return row;
}

void
quote_resolve(const struct quote_doc *d, const struct quote_item *items,
              struct quotes *found)
{
	struct cast k = { .d = d, .item = items, .found = found };

	k.gender = arena_new(d->a, unsigned char, d->names->nentity);
	k.entity = nobodies(d->a, found->n);
	k.speaker = nobodies(d->a, d->pieces.n);
	for (size_t e = 0; e < d->names->nentity; e++)
		k.gender[e] = (unsigned char)d->names->entity[e].gender;
	for (k.now = 0; k.now < found->n; k.now++) {
		resolve(&k);
		if (items[k.now].piece != QUOTE_NO_PIECE)
			k.speaker[items[k.now].piece] = k.entity[k.now];
	}
}
