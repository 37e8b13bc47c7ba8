/* sent_common.c - counts how sure a capital says that a sentence begins. */
#include "sent_common.h"

#include <stdlib.h>

#include "arena.h"
#include "reader.h"
#include "sent_lookup.h"
#include "table.h"

enum {
	LONGEST = 14,     /* bytes of a word that the table takes */
	SEEN_MIN = 4,     /* uses in small letters */
	STARTS_MIN = 8,   /* uses at a start, for the highest level */
	STARTS_SHARE = 12 /* at least 1 in so many uses is at a start */
};

/* The uses of a word. */
struct uses {
	struct str word; /* in small letters */
	uint64_t small, capital, start;
	unsigned mark; /* of our own list */
};

struct counter {
	struct arena a;
	struct table index; /* word to place in uses, from 1 */
	struct uses *uses;
	size_t n, room;
};

static struct uses *
uses_of(struct counter *c, struct str word)
{
	bool fresh;
	struct table_slot *slot = table_add(&c->index, word, &fresh);

	if (!fresh)
		return &c->uses[slot->value - 1];
	if (c->n == c->room) {
		c->room = c->room * 2 + 1024;
		c->uses = mem_resize(c->uses, c->room, sizeof(*c->uses));
	}
	slot->key = arena_dup(&c->a, word);
	slot->value = c->n + 1;
	c->uses[c->n] = (struct uses){ .word = slot->key };
	return &c->uses[c->n++];
}

static bool
in_word(char c)
{
	return ascii_alpha(c) || c == '\'' || c == '-';
}

/* The next word of line from *at on; first: no small letter or comma before
 * it shows that it stands inside a sentence. */
static struct str
next_word(struct str line, size_t *at, bool *first)
{
	size_t beg = *at;
	size_t before;
	struct str w;

	while (beg < line.n && !ascii_alpha(line.p[beg]))
		beg++;
	*at = beg;
	while (*at < line.n && in_word(line.p[*at]))
		++*at;
	for (before = beg; before > 0 && ascii_space(line.p[before - 1]);)
		before--;
	*first = before == 0 || (!ascii_alnum(line.p[before - 1]) &&
	                         line.p[before - 1] != ',' &&
	                         line.p[before - 1] != '%');
	w = str_sub(line, (struct span){ beg, *at });
	while (w.n > 0 && !ascii_alpha(w.p[w.n - 1]))
		w.n--;
	if (str_ends(w, STR("'s")))
		w.n -= 2;
	return w;
}

/* Small letters and apostrophes behind the first letter. */
static bool
is_counted(struct str w)
{
	for (size_t i = 1; i < w.n; i++)
		if (!ascii_lower(w.p[i]) && w.p[i] != '\'')
			return false;
	return w.n > 0 && w.n <= LONGEST;
}

static bool
is_headline(struct str line)
{
	size_t at = 0, words = 0, capitals = 0;
	bool first;
	struct str w;

	while ((w = next_word(line, &at, &first)).n > 0) {
		words++;
		capitals += ascii_upper(w.p[0]);
	}
	return 2 * capitals > words;
}

static void
count_line(struct counter *c, struct str line)
{
	size_t at = 0;
	bool first;
	struct str w;

	if (str_starts(line, STR("\f")) || is_headline(line))
		return;
	while ((w = next_word(line, &at, &first)).n > 0) {
		char small[LONGEST];
		struct uses *u;

		if (!is_counted(w))
			continue;
		for (size_t i = 0; i < w.n; i++)
			small[i] = ascii_fold(w.p[i]);
		u = uses_of(c, (struct str){ small, w.n });
		if (ascii_lower(w.p[0]))
			u->small++;
		else if (first)
			u->start++;
		else
			u->capital++;
	}
}

/* "word TAB number": a mark of our own; other lines are comments. */
static void
take_mark(struct counter *c, struct str line)
{
	struct str word = str_cut(&line, '\t');
	uint64_t mark;

	if (str_number(str_trim(line), &mark))
		uses_of(c, word)->mark |= (unsigned)mark;
}

static void
take_text(struct counter *c, struct str text)
{
	bool list = str_starts(text, STR("#"));

	while (text.n > 0) {
		struct str line = str_cut(&text, '\n');

		if (!list)
			count_line(c, line);
		else
			take_mark(c, line);
	}
}

static unsigned
level(const struct uses *u)
{
	uint64_t inside = u->small + u->capital;

	if (u->small < SEEN_MIN || 2 * u->small <= inside)
		return 0;
	if (20 * u->small <= 19 * inside) /* 95 of 100 */
		return 1;
	return u->start >= STARTS_MIN &&
	       STARTS_SHARE * u->start > u->start + u->small ? 3 : 2;
}

static int
by_word(const void *a, const void *b)
{
	const struct uses *x = a;
	const struct uses *y = b;

	return str_cmp(x->word, y->word);
}

static void
put_list(struct counter *c, struct buf *out)
{
	qsort(c->uses, c->n, sizeof(*c->uses), by_word);
	for (size_t i = 0; i < c->n; i++) {
		const struct uses *u = &c->uses[i];
		unsigned own = u->mark & COMMON_LEVEL;
		unsigned value = (own > 0 ? own : level(u)) |
		                 (u->mark & ~(unsigned)COMMON_LEVEL);

		if (value == 0)
			continue;
		buf_add(out, u->word);
		buf_char(out, '\t');
		buf_num(out, value);
		buf_char(out, '\n');
	}
}

static bool
take_file(struct counter *c, const char *path)
{
	struct buf b = { 0 };
	bool good = reader_all(&b, path);

	if (good)
		take_text(c, buf_str(&b));
	buf_release(&b);
	return good;
}

bool
sent_common(char *const *files, struct buf *out)
{
	struct counter c = { .n = 0 };
	bool ok = true;

	for (; *files != NULL; files++)
		ok = take_file(&c, *files) && ok;
	if (ok)
		put_list(&c, out);
	table_release(&c.index);
	free(c.uses);
	arena_release(&c.a);
	return ok;
}
