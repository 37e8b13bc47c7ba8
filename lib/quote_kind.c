/* quote_kind.c - direct speech, a fragment of it, or no speech at all. */
#include "quote_kind.h"

#include "utf8.h"

/* What the words of a piece look like. */
struct looks {
	size_t words;
	size_t capitals; /* words that start with one */
	size_t small;    /* other words, without a, of, the and the like */
	bool upper;      /* the first word starts with a capital */
	bool starter;    /* and is "It", "We", "There" */
	bool upper_last; /* and the last one */
	bool stop;       /* ends in , . ? ! */
	bool inner;      /* a sentence ends inside */
	bool clause;     /* starts with a pronoun and a verb */
};

enum { LOOK_MAX = 40 };

static bool
starts_upper(struct str w)
{
	int32_t cp;

	if (w.n == 0)
		return false;
	utf8_next(w.p, w.p + w.n, &cp);
	return utf8_class(cp) == CHAR_UPPER;
}

static struct str
next_word(struct str *rest)
{
	size_t n = 0;
	struct str w;

	while (rest->n > 0 && ascii_space(rest->p[0]))
		*rest = str_from(*rest, 1);
	while (n < rest->n && !ascii_space(rest->p[n]))
		n++;
	w = str_head(*rest, n);
	*rest = str_from(*rest, n);
	return w;
}

static struct str
bare(struct str w)
{
	while (w.n > 0 && !ascii_alnum(w.p[w.n - 1]) &&
	       (unsigned char)w.p[w.n - 1] < 0x80)
		w.n--;
	while (w.n > 0 && !ascii_alnum(w.p[0]) &&
	       (unsigned char)w.p[0] < 0x80)
		w = str_from(w, 1);
	return w;
}

static bool
ends_stop(struct str w)
{
	char c;

	while (w.n > 1 && w.p[w.n - 1] == '\'')
		w.n--;
	c = w.n > 0 ? w.p[w.n - 1] : '\0';
	return c == '.' || c == '?' || c == '!' || c == ',' ||
	       str_ends(w, STR("\u2026"));
}

static bool
is_number(struct str w)
{
	return w.n > 0 && ascii_digit(w.p[0]);
}

static struct looks
look(struct str q)
{
	struct looks l = { 0 };
	struct str rest = q, w;
	unsigned before = 0;

	while (l.words < LOOK_MAX && (w = next_word(&rest)).n > 0) {
		bool upper = starts_upper(bare(w));
		unsigned is = 0;

		if (l.words < 4 || (l.small == 0 && !upper))
			is = quote_word_class(bare(w)); /* not cheap */
		if (l.words == 0) {
			l.upper = upper;
			l.starter = upper && (is & IS_SMALL);
		}
		if (l.words < 4 && (before & (IS_PRON | IS_DET)) &&
		    (is & (IS_AUX | IS_FINITE | IS_SAY | IS_CALL)))
			l.clause = true;
		l.upper_last = upper;
		l.capitals += upper;
		l.small += !upper && !(is & IS_SMALL) && !is_number(w);
		l.inner |= rest.n > 0 && ends_stop(w) &&
		           w.p[w.n - 1] != ',' && w.n > 3;
		before |= is;
		l.words++;
	}
	l.stop = ends_stop(q);
	return l;
}

/* All words that count are capitals: a title, a name. */
static bool
is_title(const struct looks *l)
{
	return l->words < 12 && l->upper && l->small == 0 && l->upper_last &&
	       !l->inner;
}

static bool
is_whole(const struct looks *l)
{
	return l->inner || l->clause || (l->upper && l->stop);
}

bool
quote_wording(const struct quote_doc *d, size_t i)
{
	struct looks l = look(str_sub(d->text, d->pieces.v[i].at));
	const struct quote_word *prev = &d->words.v[d->place[i] - 1];
	bool titled = 5 * l.capitals >= 3 * l.words;

	if (prev->kind == WORD_COLON)
		return true;
	if (titled)
		return false;
	return l.words >= 3 || (l.words == 2 && !l.upper &&
	                        word_is(prev, IS_NOVERB));
}

/* The closing mark is missing, and so perhaps the opening one should not be
 * there: unless a sentence begins, or what introduces speech stands right
 * before. Nobody knows where a few words in the reporter's sentence end. */
static bool
is_odd(const struct quote_doc *d, const struct claim *c, size_t i,
       const struct looks *l)
{
	size_t q = d->place[i];
	const struct quote_word *prev = &d->words.v[q - 1];

	if (!d->pieces.v[i].cut || prev->kind == WORD_END)
		return false;
	if (!l->upper)
		return true;
	return prev->kind != WORD_COLON && (c->cue == 0 || q - c->cue > 2) &&
	       !(l->starter && c->cue != 0);
}

/* The reporter's own word for a word that is not his. */
static bool
is_so_called(struct str text, const struct piece *p)
{
	struct str word = STR("so-called");
	size_t beg = p->outer.beg;
	size_t reach = word.n + 2; /* and the white space behind it */
	struct span near = { beg < reach ? 0 : beg - reach, beg };
	struct str before = str_trim(str_sub(text, near));

	return before.n >= word.n &&
	       str_eq_ascii(str_from(before, before.n - word.n), word);
}

static bool
is_one_of(const struct quote_doc *d, size_t i, const char *const *words)
{
	for (; *words != NULL; words++)
		if (word_says(d, i, *words))
			return true;
	return false;
}

/* What stands before the word q is where somebody says something: "said on",
 * "author of", "told the program". */
static bool
is_place(const struct quote_doc *d, size_t q)
{
	static const char *const places[] = {
		"on", "with", "of", "program", "programme", "show", "podcast",
		"newspaper", "magazine", "book", "film", "movie", "album",
		"song", "site", "website", "blog", "channel", NULL,
	};

	return is_one_of(d, q - 1, places);
}

/* "calls itself the": a name follows. */
static bool
is_self(const struct quote_doc *d, size_t q)
{
	static const char *const selves[] = {
		"itself", "himself", "herself", "themselves", NULL,
	};

	if (word_is(&d->words.v[q - 1], IS_DET))
		q--;
	return is_one_of(d, q - 1, selves);
}

/* "chants of", "the slogan": what follows is said, even with capitals. */
static bool
is_cried(const struct quote_doc *d, size_t q)
{
	static const char *const cries[] = {
		"chant", "chants", "cry", "cries", "shout", "shouts", "slogan",
		"slogans", "motto", "message", NULL,
	};

	if (word_says(d, q - 1, "of"))
		q--;
	return is_one_of(d, q - 1, cries);
}

/* The title of a work, by its looks and by where it stands. */
static bool
is_work(const struct quote_doc *d, const struct claim *c, size_t i,
        const struct looks *l)
{
	size_t q = d->place[i];
	enum quote_word_kind before =
	    (enum quote_word_kind)d->words.v[q - 1].kind;

	if (!is_title(l))
		return false;
	switch (c->rule) {
	case RULE_NAME_VERB:
		return before != WORD_END || !l->stop;
	case RULE_NEXT:
	case RULE_CAPTION:
	case RULE_TAIL:
		return !l->stop;
	case RULE_CLAUSE: /* "told NBC's" too */
		return is_place(d, q) || word_is(&d->words.v[q - 1], IS_POSS);
	case RULE_OBJECT:
		return is_place(d, q) || is_self(d, q);
	case RULE_ACCORDING:
	case RULE_LEAD:
	case RULE_SENTENCE:
	case RULE_REMARK:
		return before != WORD_COLON && !is_cried(d, q);
	default:
		return false;
	}
}

enum quote_kind
quote_kind_of(const struct quote_doc *d, const struct claim *c, size_t i)
{
	struct looks l = look(str_sub(d->text, d->pieces.v[i].at));
	const struct quote_word *before = &d->words.v[d->place[i] - 1];
	bool starts = before->kind == WORD_END;

	if (is_odd(d, c, i, &l) || is_so_called(d->text, &d->pieces.v[i]) ||
	    is_work(d, c, i, &l))
		return QUOTE_SCARE;
	if (c->rule == RULE_LOOSE && starts && !l.stop)
		return QUOTE_SCARE; /* a headline */
	if (c->rule == RULE_NONE || c->rule == RULE_SCARE)
		return l.stop && is_whole(&l) &&
		       (before->kind == WORD_COLON ||
		        (starts && (l.words > 4 || l.inner)))
		       ? QUOTE_DIRECT
		       : is_cried(d, d->place[i]) ? QUOTE_FRAGMENT
		                                  : QUOTE_SCARE;
	return is_whole(&l) ? QUOTE_DIRECT : QUOTE_FRAGMENT;
}

enum quote_kind
quote_kind_looks(struct str text, const struct piece *p)
{
	struct str q = str_sub(text, p->at);
	char before = p->outer.beg < 2 ? '\0' : text.p[p->outer.beg - 2];
	struct looks l;

	if (before == ',' || before == ':' ||
	    (ends_stop(q) && starts_upper(bare(q))))
		return QUOTE_DIRECT;
	l = look(q);
	if (is_whole(&l))
		return QUOTE_DIRECT;
	return is_title(&l) ? QUOTE_SCARE : QUOTE_FRAGMENT;
}
