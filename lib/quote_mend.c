/* quote_mend.c - quotations of which a mark is missing. */
#include "quote_mend.h"

#include "quote_word.h"

enum { NAME_WORDS = 5 };

static struct str
word_at(struct str text, size_t *at)
{
	size_t beg;

	while (*at < text.n && text.p[*at] == ' ')
		++*at;
	beg = *at;
	while (*at < text.n && !ascii_space(text.p[*at]))
		++*at;
	return str_sub(text, (struct span){ beg, *at });
}

static bool
ends_phrase(struct str w)
{
	return w.n == 0 || (!ascii_alnum(w.p[w.n - 1]) &&
	                    (unsigned char)w.p[w.n - 1] < 0x80);
}

/* "Smith said", "he added", "said Smith" at the offset. */
static bool
attribution_at(struct str text, size_t at)
{
	struct str w = word_at(text, &at);
	unsigned is = quote_word_class(w);
	int words = is & IS_PRON ? 1 : NAME_WORDS; /* not "it was read" */

	if (is & IS_SAY) {
		w = word_at(text, &at);
		return (quote_word_class(w) & (IS_UPPER | IS_DET)) != 0;
	}
	if (!(is & (IS_UPPER | IS_PRON)) || (is & IS_SMALL & ~(unsigned)
	    (IS_PRON | IS_DET)))
		return false;
	for (int n = 0; n < words && !ends_phrase(w); n++) {
		struct str bare;

		w = bare = word_at(text, &at);
		if (ends_phrase(bare) && bare.n > 0)
			bare.n--;
		if (quote_word_class(bare) & IS_SAY)
			return true;
	}
	return false;
}

static bool
ends_sentence(struct str text, size_t i)
{
	return (text.p[i] == '.' || text.p[i] == '?' || text.p[i] == '!') &&
	       i + 2 < text.n && ascii_space(text.p[i + 1]) &&
	       !ascii_lower(text.p[i + 2]);
}

static bool
begins_line(struct str text, size_t at)
{
	while (at > 0 && (text.p[at - 1] == ' ' || text.p[at - 1] == '\t'))
		at--;
	return at == 0 || text.p[at - 1] == '\n';
}

/* Where the piece ends; its own end when nothing tells. */
static size_t
mended_end(struct str text, const struct piece *p)
{
	size_t sentence = 0;

	for (size_t i = p->at.beg; i + 1 < p->at.end; i++) {
		char c = text.p[i];

		if (sentence == 0 && ends_sentence(text, i))
			sentence = i + 1;
		if ((c == ',' || c == '?' || c == '!') &&
		    text.p[i + 1] == ' ' && attribution_at(text, i + 1))
			return i + 1;
	}
	if (p->cut && sentence != 0 && !begins_line(text, p->outer.beg))
		return sentence;
	return p->at.end;
}

/* "Smith said, We ...": where the words begin. */
static size_t
mended_start(struct str text, const struct piece *p)
{
	size_t at = p->at.beg;

	while (at < p->at.end) {
		struct str w = word_at(text, &at), next;
		size_t then = at;
		char c = w.n > 0 ? w.p[w.n - 1] : '\0';

		if (w.n == 0)
			break;
		if (c != ',' && c != ':' && c != '.')
			continue;
		w.n--;
		next = word_at(text, &then);
		if ((quote_word_class(w) & (IS_SAY | IS_SAYING)) &&
		    (quote_word_class(next) & IS_UPPER))
			return at + 1;
	}
	return p->at.beg;
}

void
quote_mend(struct str text, struct pieces *pieces)
{
	for (size_t i = 0; i < pieces->n; i++) {
		struct piece *p = &pieces->v[i];
		bool again = i + 1 < pieces->n && p[1].again;
		size_t end;

		if (p->lost)
			p->at.beg = p->outer.beg = mended_start(text, p);
		if (!p->cut && !again)
			continue;
		end = mended_end(text, p);
		if (end == p->at.end)
			continue;
		p->at.end = p->outer.end = end;
		p->cut = true;
		if (again)
			p[1].again = false;
	}
}
