/* quote_mend.c - quotations of which a mark is missing. */
#include "quote_mend.h"

#include "quote_word.h"

enum {
	WORDS_MAX = 24, /* of an attribution: "Jane Smith, the mayor ..." */
	TITLE_MAX = 5   /* bytes of "Mrs." */
};

/* A word with what stands around it. */
struct raw {
	struct str word;
	size_t bare; /* its bytes without the punctuation behind it */
	char last;   /* its last byte when that is punctuation, else 0 */
	size_t end;  /* where it ends in the text */
};

/* What the word can be. */
static unsigned
class_of(const struct raw *r)
{
	return quote_word_class(str_head(r->word, r->bare));
}

/* The next word before end; false when there is none. */
static bool
next_raw(struct str text, size_t *at, size_t end, struct raw *r)
{
	size_t beg, n;

	while (*at < end && ascii_space(text.p[*at]))
		++*at;
	beg = *at;
	while (*at < end && !ascii_space(text.p[*at]))
		++*at;
	r->word = str_sub(text, (struct span){ beg, *at });
	r->end = *at;
	n = r->word.n;
	while (n > 2 && (r->word.p[n - 1] & 0x80) != 0 &&
	       str_ends(str_head(r->word, n), STR("\u2019")))
		n -= 3; /* of a quotation inside */
	r->word.n = n;
	r->last = n > 0 && !ascii_alnum(r->word.p[n - 1]) &&
	          (unsigned char)r->word.p[n - 1] < 0x80 ? r->word.p[n - 1]
	                                                  : '\0';
	while (n > 0 && !ascii_alnum(r->word.p[n - 1]) &&
	       (unsigned char)r->word.p[n - 1] < 0x80)
		n--;
	r->bare = n;
	return r->word.n > 0;
}

/* A sentence ends behind the word: not behind "Mr." and "U.S." */
static bool
ends_sentence(struct str text, const struct raw *r)
{
	struct str s = r->word;
	size_t next = r->end;

	while (next < text.n && ascii_space(text.p[next]))
		next++;
	if (next < text.n && ascii_lower(text.p[next]))
		return false;
	if (r->last == '?' || r->last == '!')
		return true;
	return r->last == '.' && (s.n > TITLE_MAX || !ascii_upper(s.p[0]));
}

/* "I", "we", "you", "don't": what reporters do not write. */
static bool
is_spoken(struct str word)
{
	static const char *const words[] = {
		"i", "we", "you", "my", "our", "your", "us", "me", NULL,
	};
	size_t n = str_find(word, '\'');
	size_t curly = str_find_str(word, STR("\u2019"));

	n = curly < n ? curly : n;
	if (n + 2 < word.n || str_eq_ascii(word, STR("it's")))
		return true;
	while (n > 0 && !ascii_alnum(word.p[n - 1]))
		n--;
	for (size_t i = 0; words[i] != NULL; i++)
		if (str_eq_ascii(str_head(word, n), str_of(words[i])))
			return true;
	return false;
}

/* "Smith said", "he added", "said Smith", "the mayor, ..., said"; named: not
 * with a noun alone. */
static bool
attribution_at(struct str text, size_t at, size_t end, bool named)
{
	int most = WORDS_MAX;
	unsigned is;
	struct raw r;

	if (!next_raw(text, &at, end, &r))
		return false;
	is = class_of(&r);
	if (is & IS_SAY)
		return next_raw(text, &at, end, &r) &&
		       (class_of(&r) & (IS_UPPER | IS_DET | IS_PERSON)) != 0;
	if ((is & IS_SMALL & ~(unsigned)(IS_PRON | IS_DET)) ||
	    !(is & (IS_UPPER | IS_PRON | (named ? 0 : IS_PERSON | IS_DET))))
		return false;
	if (is & IS_PRON)
		most = 1; /* not "it was read" */
	for (int n = 0; n < most && !ends_sentence(text, &r); n++) {
		if (!next_raw(text, &at, end, &r))
			return false;
		is = class_of(&r);
		if (is & (IS_PRON | IS_SAY))
			return (is & IS_SAY) != 0;
	}
	return false;
}

/* What a walk over sentences has seen. */
struct heard {
	bool told;   /* a verb of saying in this sentence, of somebody else */
	bool spoken; /* a word of speech in it */
};

static void
hear(struct heard *h, const struct raw *r)
{
	if (!h->spoken && (class_of(r) & (IS_SAY | IS_SAYING)))
		h->told = true;
	h->spoken |= is_spoken(r->word);
}

static bool
begins_line(struct str text, size_t at)
{
	while (at > 0 && (text.p[at - 1] == ' ' || text.p[at - 1] == '\t'))
		at--;
	return at == 0 || text.p[at - 1] == '\n';
}

static bool
has_line_end(struct str text, size_t from, size_t to)
{
	struct str gap = str_sub(text, (struct span){ from, to });

	return str_find(gap, '\n') < gap.n;
}

/* Of what is left open: the end of its first sentence when it begins as a part
 * of the reporter's one; else of the last one of the line before another
 * tells something. 0 when no sentence ends. */
static size_t
end_of_speech(struct str text, const struct piece *p)
{
	bool part = !begins_line(text, p->outer.beg) &&
	            ascii_lower(text.p[p->at.beg]);
	struct heard h = { 0 };
	size_t at = p->at.beg, end = 0, from = at;
	struct raw r;

	while (next_raw(text, &at, p->at.end, &r)) {
		if (end != 0 && has_line_end(text, from, at))
			break;
		from = at;
		hear(&h, &r);
		if (!ends_sentence(text, &r))
			continue;
		if (end != 0 && h.told && !h.spoken)
			break;
		end = at;
		if (part)
			break;
		h = (struct heard){ 0 };
	}
	return end;
}

/* Where the attribution begins that stands inside; 0: there is none. */
static size_t
end_at_attribution(struct str text, const struct piece *p)
{
	size_t at = p->at.beg;
	struct raw r;

	while (next_raw(text, &at, p->at.end, &r))
		if ((r.last == ',' || r.last == '?' || r.last == '!') &&
		    at < p->at.end &&
		    attribution_at(text, at, p->at.end, !p->cut))
			return at;
	return 0;
}

/* Where the piece ends; its own end when nothing tells. */
static size_t
mended_end(struct str text, const struct piece *p)
{
	size_t end = p->cut ? end_of_speech(text, p) : 0;
	size_t cut = end_at_attribution(text, p);

	if (cut != 0 && (end == 0 || cut < end))
		return cut;
	return end != 0 ? end : p->at.end;
}

/* The words before a closing mark that nothing opens. */
struct lost {
	struct str text;
	bool chained;  /* another quotation stands before, on the same line */
	size_t from;
	size_t run;    /* the last sentences, as far as they sound spoken */
	size_t start;  /* behind what introduces speech; 0: nothing does */
	size_t that;   /* behind "said that" */
	bool spoken, told; /* some sentence is */
};

/* Behind "said:" and "said," and in "said It is" speech begins. */
static bool
starts_behind(const struct lost *l, const struct raw *r,
              const struct raw *next, bool told)
{
	bool said = (class_of(r) & (IS_SAY | IS_SAY_BASE | IS_SAYING)) != 0;
	unsigned is = class_of(next);

	if (l->chained && l->start == 0 && said && r->last == ',')
		return true; /* "...," Smith said, ... */
	if (!(is & IS_UPPER))
		return false;
	if (r->last == ':' || (r->last == ',' && said))
		return true;
	return told && (r->last == '\0' || r->last == ',') &&
	       (is & IS_SMALL) && next->word.n > 1;
}

/* A sentence has ended before at. */
static void
next_sentence(struct lost *l, const struct heard *h, size_t at)
{
	if (l->chained && l->run == l->from && h->told)
		l->start = at; /* "...," Smith said. ... */
	if (h->told || !h->spoken)
		l->run = at;
	l->told |= h->told;
}

/* Walks over the words up to end; what the last sentence is like. */
static struct heard
walk_lost(struct lost *l, size_t end)
{
	struct heard h = { 0 };
	struct raw r, next;
	size_t at = l->from;

	if (!next_raw(l->text, &at, end, &r))
		return h;
	for (;; r = next) {
		size_t behind = at;

		hear(&h, &r);
		l->spoken |= h.spoken;
		if (!next_raw(l->text, &at, end, &next))
			return h;
		if (ends_sentence(l->text, &r)) {
			next_sentence(l, &h, behind);
			h = (struct heard){ 0 };
		} else if (starts_behind(l, &r, &next, h.told)) {
			l->start = behind;
		}
		if (str_eq(next.word, STR("that")) &&
		    (class_of(&r) & IS_SAY))
			l->that = next.end;
	}
}

static bool
ends_line(struct str text, size_t at)
{
	while (at < text.n && (text.p[at] == ' ' || text.p[at] == '\r'))
		at++;
	return at == text.n || text.p[at] == '\n';
}

/* Where the speech begins that ends at the closing mark: behind what
 * introduces it; else, when words or an attribution tell that it is speech, at
 * its last sentence and those before that sound the same. Its own end when
 * nothing tells. */
static size_t
mended_start(struct str text, const struct piece *p)
{
	struct lost l = { .text = text, .from = p->at.beg, .run = p->at.beg };
	struct heard last;

	l.chained = !begins_line(text, p->outer.beg);
	last = walk_lost(&l, p->at.end);
	if (l.start != 0)
		return l.start;
	if (!l.chained && !l.told && !last.told && l.spoken &&
	    ends_line(text, p->outer.end))
		return l.from;
	if (attribution_at(text, p->outer.end, text.n, false) ||
	    (last.spoken && !last.told))
		return l.run;
	return l.that != 0 ? l.that : p->at.end;
}

/* Stops and commas stand outside the marks, as a rule of this text. */
static bool
stops_outside(struct str text, const struct pieces *pieces)
{
	size_t inside = 0, outside = 0;

	for (size_t i = 0; i < pieces->n; i++) {
		const struct piece *p = &pieces->v[i];
		char in = text.p[p->at.end - 1];
		char out = p->outer.end < text.n ? text.p[p->outer.end] : '\0';

		if (p->cut || p->lost)
			continue;
		inside += in == '.' || in == ',';
		outside += out == '.' || out == ',';
	}
	return outside > inside;
}

/* A sentence, a colon, a comma or a verb of saying stands before the piece:
 * speech of several paragraphs can begin there. */
static bool
is_introduced(struct str text, const struct piece *p)
{
	size_t end = p->outer.beg, beg;
	struct raw r;

	while (end > 0 && ascii_space(text.p[end - 1]))
		end--;
	for (beg = end; beg > 0 && !ascii_space(text.p[beg - 1]);)
		beg--;
	return !next_raw(text, &beg, end, &r) || r.last != '\0' ||
	       begins_line(text, p->outer.beg) ||
	       (class_of(&r) & (IS_SAY | IS_SAY_BASE | IS_SAYING |
	                        IS_SUB)) != 0;
}

static void
mend_end(struct str text, struct piece *p, bool outside)
{
	size_t end = mended_end(text, p);
	bool stop = end > p->at.beg + 1 && text.p[end - 1] == '.';

	if (stop && outside && p->cut && ascii_lower(text.p[p->at.beg]))
		end--;
	if (end == p->at.end)
		return;
	p->at.end = p->outer.end = end;
	p->cut = true;
}

void
quote_mend(struct str text, struct pieces *pieces)
{
	bool outside = stops_outside(text, pieces);
	size_t kept = 0;

	for (size_t i = 0; i < pieces->n; i++) {
		struct piece *p = &pieces->v[i];
		bool again = i + 1 < pieces->n && p[1].again;
		size_t end = p->at.end;

		if (p->lost) {
			p->at.beg = mended_start(text, p);
			p->at = span_trim(text, p->at);
			p->outer.beg = p->at.beg;
			if (p->at.beg >= end)
				continue;
		}
		if (again && !is_introduced(text, p)) {
			p->cut = true;
			p[1].again = false;
		}
		if (p->cut || again)
			mend_end(text, p, outside);
		if (again && p->at.end != end)
			p[1].again = false;
		pieces->v[kept++] = *p;
	}
	pieces->n = kept;
}
