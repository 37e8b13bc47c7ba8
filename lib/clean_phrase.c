/* clean_phrase.c - many phrases found in one pass over a text. */
#include "clean_phrase.h"

#include <stdlib.h>

#include "arena.h"

enum { NONE = -1, ROOT = 0 };

struct node {
	int32_t phrase; /* that ends here, or NONE */
	int32_t fail;   /* node of the longest proper suffix */
	int32_t match;  /* next node with a phrase on the way of fail links */
	int32_t next;   /* in the queue of the build */
};

struct clean_phrases {
	struct clean_phrase *phrase;
	unsigned char column[256]; /* of a byte; 0: in no phrase */
	size_t columns;
	int32_t *go;   /* columns a node; while building NONE: no edge */
	uint32_t *walk; /* the same for the search: where the node's row starts,
	                 * times 2, and 1 when some phrase ends there */
	struct node *node;
	size_t nnode;
};

static unsigned char
folded(char c)
{
	return ascii_space(c) ? ' ' : (unsigned char)ascii_fold(c);
}

static void
give_columns(struct clean_phrases *t, const struct clean_phrase *phrase,
             size_t n)
{
	bool used[256] = { false };

	for (size_t i = 0; i < n; i++)
		for (size_t k = 0; k < phrase[i].text.n; k++)
			used[folded(phrase[i].text.p[k])] = true;
	t->columns = 1;
	for (int c = 0; c < 256; c++)
		if (used[c] && t->columns < 255)
			t->column[c] = (unsigned char)t->columns++;
	for (int c = 0; c < 256; c++)
		t->column[c] = t->column[folded((char)c)];
}

static int32_t
add_node(struct clean_phrases *t)
{
	int32_t *go = t->go + t->nnode * t->columns;

	for (size_t c = 0; c < t->columns; c++)
		go[c] = NONE;
	t->node[t->nnode] = (struct node){ NONE, ROOT, ROOT, NONE };
	return (int32_t)t->nnode++;
}

static int32_t *
edge(const struct clean_phrases *t, int32_t node, size_t column)
{
	return &t->go[(size_t)node * t->columns + column];
}

/* The first of two equal phrases holds. */
static void
add_phrase(struct clean_phrases *t, size_t i)
{
	struct str s = t->phrase[i].text;
	int32_t node = ROOT;

	for (size_t k = 0; k < s.n; k++) {
		int32_t *to = edge(t, node, t->column[(unsigned char)s.p[k]]);

		if (*to == NONE) {
			int32_t fresh = add_node(t);

			*to = fresh;
		}
		node = *to;
	}
	if (node != ROOT && t->node[node].phrase == NONE)
		t->node[node].phrase = (int32_t)i;
}

/* Enters the children of a node into the queue, and completes its edges by
 * those of its fail node. */
static void
link_children(struct clean_phrases *t, int32_t node, int32_t *last)
{
	for (size_t c = 0; c < t->columns; c++) {
		int32_t *to = edge(t, node, c);
		int32_t other = node == ROOT
		                ? ROOT : *edge(t, t->node[node].fail, c);

		if (*to == NONE) {
			*to = other;
			continue;
		}
		t->node[*to].fail = other;
		t->node[*to].match = t->node[other].phrase != NONE
		                     ? other : t->node[other].match;
		t->node[*last].next = *to;
		*last = *to;
	}
}

static void
link_nodes(struct clean_phrases *t)
{
	int32_t last = ROOT;

	for (int32_t node = ROOT; node != NONE; node = t->node[node].next)
		link_children(t, node, &last);
}

static void
make_walk(struct clean_phrases *t)
{
	for (size_t i = 0; i < t->nnode * t->columns; i++) {
		int32_t to = t->go[i];
		bool ends = t->node[to].phrase != NONE ||
		            t->node[to].match != ROOT;

		t->walk[i] = (uint32_t)((size_t)to * t->columns * 2 + ends);
	}
}

struct clean_phrases *
clean_phrases_new(const struct clean_phrase *phrase, size_t n)
{
	struct clean_phrases *t = mem_alloc(1, sizeof(*t));
	size_t room = 1;

	for (size_t i = 0; i < n; i++)
		room += phrase[i].text.n;
	t->phrase = mem_alloc(n, sizeof(*phrase));
	for (size_t i = 0; i < n; i++)
		t->phrase[i] = phrase[i];
	give_columns(t, phrase, n);
	t->go = mem_alloc(room, t->columns * sizeof(*t->go));
	t->node = mem_alloc(room, sizeof(*t->node));
	add_node(t);
	for (size_t i = 0; i < n; i++)
		add_phrase(t, i);
	link_nodes(t);
	t->walk = mem_alloc(t->nnode, t->columns * sizeof(*t->walk));
	make_walk(t);
	free(t->go);
	t->go = NULL;
	return t;
}

static bool
in_word(struct str s, size_t at)
{
	return at < s.n && (ascii_alnum(s.p[at]) || (s.p[at] & 0x80) != 0);
}

/* A border of words at `at`, which is where a phrase begins or ends. */
static bool
border(struct str s, size_t at)
{
	return at == 0 || !in_word(s, at - 1) || !in_word(s, at);
}

static void
note(struct clean_match *m, size_t phrase, struct span at)
{
	uint32_t k = 0;

	if (at.end - at.beg > m->at.end - m->at.beg) {
		m->phrase = phrase;
		m->at = at;
	}
	while (k < m->nhit && m->hit[k] != phrase)
		k++;
	if (k == m->nhit && k < CLEAN_HITS)
		m->hit[m->nhit++] = (uint16_t)phrase;
}

static uint32_t
take(const struct clean_phrases *t, struct str s, int32_t node, size_t end,
     struct clean_match *found)
{
	uint32_t groups = 0;

	for (; node != ROOT; node = t->node[node].match) {
		int32_t i = t->node[node].phrase;
		size_t n, beg;

		if (i == NONE)
			continue;
		n = t->phrase[i].text.n;
		beg = end - n;
		if (!border(s, beg) || !border(s, end))
			continue;
		groups |= 1U << t->phrase[i].group;
		if (found != NULL)
			note(found, (size_t)i, (struct span){ beg, end });
	}
	return groups;
}

uint32_t
clean_phrases_find(const struct clean_phrases *t, struct str s,
                   struct clean_match *found)
{
	uint32_t groups = 0;
	uint32_t at = 0;

	for (size_t i = 0; i < s.n; i++) {
		at = t->walk[(at >> 1) + t->column[(unsigned char)s.p[i]]];
		if (at & 1)
			groups |= take(t, s, (int32_t)((at >> 1) / t->columns),
			               i + 1, found);
	}
	return groups;
}

void
clean_phrases_free(struct clean_phrases *t)
{
	if (t == NULL)
		return;
	free(t->phrase);
	free(t->go);
	free(t->node);
	free(t->walk);
	free(t);
}
