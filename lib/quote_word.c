/* quote_word.c - the reporter's words, each quotation being one of them. */
#include "quote_word.h"

#include "quote_layout.h"
#include "quote_stop.h"
#include "utf8.h"

enum { WORD_MAX = 24, ASIDE_MAX = 14, AHEAD_MAX = 18 };

enum { BASES = IS_SAY_BASE | IS_CALL_BASE | IS_THINK_BASE };

/* The same with the user's own verbs. */
static unsigned
class_of(const struct quote_doc *d, struct str word)
{
	char low[WORD_MAX];
	unsigned is = quote_word_class(word);

	if (d->verbs == NULL || word.n > WORD_MAX)
		return is;
	for (size_t i = 0; i < word.n; i++)
		low[i] = ascii_fold(word.p[i]);
	if (table_find(d->verbs, (struct str){ low, word.n }) != NULL)
		is |= IS_SAY;
	return is;
}

/* The walk over tokens, quotations, names and sentences side by side. */
struct build {
	struct quote_doc *d;
	size_t tok, piece, mention, sent;
	bool wrapped; /* a line end is a blank */
	bool split;   /* a line is a sentence */
	bool blocks;  /* a block of lines is a paragraph */
	bool stop; /* the last token was a full stop */
};

static struct quote_word *
last_word(struct build *b)
{
	return &b->d->words.v[b->d->words.n - 1];
}

static struct quote_word *
add(struct build *b, enum quote_word_kind kind, struct span at)
{
	struct quote_word *w = &b->d->words.v[b->d->words.n++];

	*w = (struct quote_word){ .at = at, .from = at.beg,
		            .kind = (unsigned char)kind };
	b->stop = false;
	return w;
}

static bool
has_newline(struct str text, size_t beg, size_t end)
{
	struct str gap = str_sub(text, (struct span){ beg, end });

	return str_find(gap, '\n') < gap.n;
}

static struct str
token_text(const struct build *b, size_t i)
{
	if (i >= b->d->toks->n)
		return (struct str){ NULL, 0 };
	return str_sub(b->d->text, b->d->toks->v[i].at);
}

/* The full stop of "Mr." and "Sen.": behind a short word with a capital. */
static bool
after_title(const struct build *b, size_t stop)
{
	const struct token *t = &b->d->toks->v[stop - (stop > 0)];

	return stop > 0 && t->upper && t->at.end - t->at.beg <= 4 &&
	       t->at.end == t[1].at.beg && stop + 1 < b->d->toks->n &&
	       t[2].upper;
}

/* "Why?" Smith asked: a verb of saying, and then no object, soon follows. */
static bool
attribution_ahead(const struct build *b)
{
	const struct token *t = &b->d->toks->v[b->tok];
	size_t left = b->d->toks->n - b->tok;

	for (size_t i = 0; i < AHEAD_MAX && i < left; i++) {
		unsigned is = quote_word_class(token_text(b, b->tok + i));
		unsigned then;

		if ((t[i].kind == TOKEN_STOP && !after_title(b, b->tok + i)) ||
		    t[i].kind == TOKEN_QUOTE || (i > 0 && t[i].first))
			return false;
		if (!(is & (IS_SAY | IS_WENT)) || i == 0)
			continue;
		then = quote_word_class(token_text(b, b->tok + i + 1));
		if (then & IS_PREP)
			then = 0; /* "as", "after" */
		return i + 1 < left && t[i + 1].kind != TOKEN_QUOTE &&
		       !(then & (IS_SUB | IS_DET | IS_PRON)) &&
		       !str_eq(token_text(b, b->tok + i + 1), STR(":"));
	}
	return false;
}

/* "We go." Smith said. That is all of a sentence. */
static bool
said_ahead(const struct build *b)
{
	const struct token *t = &b->d->toks->v[b->tok];
	size_t left = b->d->toks->n - b->tok;

	for (size_t i = 1; i < 5 && i + 1 < left && !t[i].first; i++)
		if (t[i + 1].kind == TOKEN_STOP &&
		    (str_eq(token_text(b, b->tok + i), STR("said")) ||
		     str_eq(token_text(b, b->tok + i), STR("says"))))
			return true;
	return false;
}

/* A sentence, as sent_split() sees it, ends from beg on and before end. */
static bool
sentence_ends(struct build *b, size_t beg, size_t end)
{
	const struct spans *s = &b->d->sents;

	while (b->sent < s->n && s->v[b->sent].end <= beg)
		b->sent++;
	return b->sent < s->n && s->v[b->sent].end <= end;
}

static bool
starts_small(struct str s)
{
	int32_t cp;

	if (s.n == 0)
		return false;
	utf8_next(s.p, s.p + s.n, &cp);
	return utf8_class(cp) == CHAR_LOWER;
}

/* A quotation that ends in a stop ends the sentence around it too, except
 * where the sentence goes on with a small letter or a late attribution. */
static bool
ends_after_quote(struct build *b, const struct quote_word *last)
{
	bool full;

	if (!quote_stops(b->d, last->ref, &full))
		return false;
	if (b->tok >= b->d->toks->n)
		return true;
	switch (b->d->toks->v[b->tok].kind) {
	case TOKEN_PUNCT:
	case TOKEN_STOP:
		return false;
	default:
		break;
	}
	if (starts_small(token_text(b, b->tok)))
		return false;
	return full ? !said_ahead(b) : !attribution_ahead(b);
}

static bool
is_blank_line(const struct build *b, size_t beg, size_t end)
{
	struct str gap = str_sub(b->d->text, (struct span){ beg, end });

	str_cut(&gap, '\n');
	return str_find(gap, '\n') < gap.n;
}

static bool
ends_paragraph(const struct build *b, bool line, size_t beg, size_t end)
{
	return line && (!b->blocks || is_blank_line(b, beg, end));
}

/* The attribution of a quotation stands alone on the next line, where
 * sentsplit saw a sentence: "Why?" / Smith asked. */
static bool
goes_on(struct build *b, size_t beg, size_t end)
{
	bool full;

	return b->split && !is_blank_line(b, beg, end) &&
	       b->tok < b->d->toks->n &&
	       quote_stops(b->d, last_word(b)->ref, &full) && !full &&
	       attribution_ahead(b);
}

/* Writes a WORD_END before the text at `at` where a sentence ends. */
static void
maybe_end(struct build *b, size_t at)
{
	struct quote_word *last = last_word(b);
	size_t from = last->at.end;
	bool line, quote = last->kind == WORD_QUOTE, end;

	if (last->kind == WORD_QUOTE)
		from = b->d->pieces.v[last->ref].outer.end;
	line = has_newline(b->d->text, from, at);
	if (last->kind == WORD_END) {
		last->paragraph |= ends_paragraph(b, line, from, at);
		return;
	}
	end = quote ? ends_after_quote(b, last) : false;
	if (b->stop)
		end |= sentence_ends(b, from, at);
	if (line && (!b->wrapped || b->stop || last->kind == WORD_COLON) &&
	    !(quote && goes_on(b, from, at)))
		end = true;
	if (line && b->wrapped && !end)
		end = is_blank_line(b, from, at);
	if (end)
		add(b, WORD_END, (struct span){ from, from })->paragraph =
		    ends_paragraph(b, line, from, at);
}

static void
skip_tokens(struct build *b, size_t end)
{
	while (b->tok < b->d->toks->n && b->d->toks->v[b->tok].at.beg < end)
		b->tok++;
}

static void
add_quote(struct build *b)
{
	const struct piece *p = &b->d->pieces.v[b->piece];
	struct quote_word *last = last_word(b);

	if (last->kind == WORD_QUOTE && p->again)
		add(b, WORD_END, (struct span){ last->at.end,
		    last->at.end })->paragraph = true;
	maybe_end(b, p->outer.beg);
	b->d->place[b->piece] = b->d->words.n;
	add(b, WORD_QUOTE, p->at)->ref = b->piece++;
	skip_tokens(b, p->outer.end);
}

/* Where the words of a mention begin: at a title right before it. */
static size_t
mention_from(const struct quote_doc *d, const struct mention *m)
{
	if (m->title.beg < m->title.end && m->title.end <= m->at.beg &&
	    m->at.beg - m->title.end <= 2 &&
	    !has_newline(d->text, m->title.end, m->at.beg))
		return m->title.beg;
	return m->at.beg;
}

static void
add_name(struct build *b, const struct mention *m, size_t from)
{
	struct quote_word *w;

	maybe_end(b, from);
	w = add(b, WORD_NAME, m->at);
	w->from = from;
	w->ref = b->mention++;
	skip_tokens(b, m->at.end);
}

/* The bracket at b->tok closes soon, with no quotation inside: an aside. */
static bool
skip_aside(struct build *b)
{
	const struct tokens *t = b->d->toks;
	char open = b->d->text.p[t->v[b->tok].at.beg];
	char close = open == '(' ? ')' : ']';

	if (open != '(' && open != '[')
		return false;
	for (size_t i = 1; i < ASIDE_MAX && b->tok + i < t->n; i++) {
		const struct token *k = &t->v[b->tok + i];

		if (k->first || (b->piece < b->d->pieces.n &&
		    k->at.beg >= b->d->pieces.v[b->piece].outer.beg))
			return false;
		if (b->d->text.p[k->at.beg] == close) {
			b->tok += i + 1;
			return true;
		}
	}
	return false;
}

static void
add_punct(struct build *b, const struct token *t)
{
	struct str s = str_sub(b->d->text, t->at);
	int32_t cp;

	if (skip_aside(b))
		return;
	utf8_next(s.p, s.p + s.n, &cp);
	if (t->joined)
		add(b, WORD_PLAIN, t->at);
	else if (s.p[0] == ',')
		add(b, WORD_COMMA, t->at);
	else if (s.p[0] == ':')
		add(b, WORD_COLON, t->at);
	else if (utf8_class(cp) == CHAR_DASH)
		add(b, WORD_DASH, t->at);
	else
		add(b, WORD_MARK, t->at);
	b->tok++;
}

/* "one point", "another post" */
static bool
is_one(const struct build *b, const struct quote_word *w)
{
	struct str s = str_sub(b->d->text, w->at);

	return w->kind == WORD_PLAIN && (str_eq_ascii(s, STR("one")) ||
	       str_eq_ascii(s, STR("another")));
}

/* "the report", "so-called": a verb it can be too, but here it is none. */
static unsigned
here(const struct build *b, const struct token *t, unsigned is)
{
	const struct quote_word *last = &b->d->words.v[b->d->words.n - 1];
	unsigned both = IS_SAY | IS_SAY_BASE | IS_CALL | IS_CALL_BASE |
	                IS_THINK | IS_THINK_BASE;

	if (t->upper)
		is |= IS_UPPER;
	if ((is & IS_POSS) && word_is(last, IS_PRON | IS_WHO))
		return IS_AUX | IS_BE;
	if (!(is & both))
		return is;
	if (t->joined || word_is(last, IS_NOVERB | IS_POSS) ||
	    (is_one(b, last) && (is & BASES)))
		return is & ~both;
	if (!(is & IS_NOUN))
		return is;
	if (word_is(last, IS_DET) ||
	    (word_is(last, IS_PREP) && !word_is(last, IS_BE)))
		return is & ~both;
	if (last->kind == WORD_PLAIN && !(last->is & (both | IS_SMALL)) &&
	    b->d->words.n > 1 &&
	    word_is(last - 1, IS_DET | IS_POSS | IS_PREP))
		return is & ~both;
	return is;
}

static void
add_plain(struct build *b, const struct token *t)
{
	enum quote_word_kind kind = t->kind == TOKEN_NUMBER ? WORD_NUMBER
	                                              : WORD_PLAIN;
	unsigned is = 0;

	maybe_end(b, t->at.beg);
	if (kind == WORD_PLAIN)
		is = here(b, t, class_of(b->d, token_text(b, b->tok)));
	add(b, kind, t->at)->is = is;
	b->tok++;
}

static void
add_token(struct build *b)
{
	const struct token *t = &b->d->toks->v[b->tok];

	switch (t->kind) {
	case TOKEN_STOP:
		b->stop = true;
		b->tok++;
		break;
	case TOKEN_QUOTE:
		b->tok++;
		break;
	case TOKEN_PUNCT:
		maybe_end(b, t->at.beg);
		add_punct(b, t);
		break;
	default:
		add_plain(b, t);
		break;
	}
}

static void
build(struct build *b)
{
	struct quote_doc *d = b->d;

	while (b->tok < d->toks->n) {
		size_t at = d->toks->v[b->tok].at.beg;

		while (b->mention < d->names->nmention &&
		       d->names->mention[b->mention].at.beg < at)
			b->mention++;
		if (b->piece < d->pieces.n &&
		    d->pieces.v[b->piece].outer.beg <= at) {
			add_quote(b);
			continue;
		}
		if (b->mention < d->names->nmention) {
			const struct mention *m =
			    &d->names->mention[b->mention];
			size_t from = mention_from(d, m);

			if (from <= at && at < m->at.end) {
				add_name(b, m, from);
				continue;
			}
		}
		add_token(b);
	}
}

void
quote_words(struct quote_doc *d)
{
	struct build b = { .d = d, .wrapped = quote_wrapped(d->text),
		           .split = !quote_paragraphs(d->text),
		           .blocks = quote_blocks(d->text) };
	size_t most = 2 * (d->toks->n + d->pieces.n) + 2;

	d->words.v = arena_new(d->a, struct quote_word, most);
	d->place = arena_new(d->a, size_t, d->pieces.n);
	add(&b, WORD_END, (struct span){ 0, 0 })->paragraph = true;
	build(&b);
	add(&b, WORD_END, (struct span){ d->text.n, d->text.n });
	last_word(&b)->paragraph = true;
}

bool
word_is(const struct quote_word *w, unsigned classes)
{
	return w->kind == WORD_PLAIN && (w->is & classes) != 0;
}

bool
word_says(const struct quote_doc *d, size_t i, const char *s)
{
	return d->words.v[i].kind == WORD_PLAIN &&
	       str_eq_ascii(str_sub(d->text, d->words.v[i].at), str_of(s));
}
