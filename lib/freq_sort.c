/*
 * freq_sort.c - records in the order of their bytes.
 *
 * In-place MSD radix sort (McIlroy, Bostic and McIlroy, "Engineering radix
 * sort", 1993: American flag), with a stack of its own.
 */
#include "freq_sort.h"

#include <endian.h>
#include <stdlib.h>
#include <string.h>

#include "arena.h"

enum { SMALL = 20, BYTES = 256 };

struct range {
	size_t beg, n;
	size_t at; /* the byte to sort by */
};

struct radix {
	unsigned char *v;
	size_t size, from, to;
	struct range *stack;
	size_t depth, room;
};

static void
push(struct radix *r, size_t beg, size_t n, size_t at)
{
	if (n < 2 || at >= r->to)
		return;
	if (r->depth == r->room) {
		r->room = r->room == 0 ? BYTES : r->room * 2;
		r->stack = mem_resize(r->stack, r->room, sizeof(*r->stack));
	}
	r->stack[r->depth++] = (struct range){ beg, n, at };
}

/* A slot of a table is what is sorted most often. */
static inline void
copy(unsigned char *to, const unsigned char *from, size_t size)
{
	if (size == sizeof(struct freq_slot))
		memcpy(to, from, sizeof(struct freq_slot));
	else
		memcpy(to, from, size);
}

static inline void
swap(unsigned char *a, unsigned char *b, size_t size)
{
	unsigned char t[FREQ_RECORD];

	copy(t, a, size);
	copy(a, b, size);
	copy(b, t, size);
}

static inline uint64_t
big(const unsigned char *p)
{
	uint64_t x;

	memcpy(&x, p, sizeof(x));
	return be64toh(x);
}

/* Whether a comes after b, which are equal before the byte at. */
static inline bool
after(const struct radix *r, const unsigned char *a, const unsigned char *b,
      size_t at)
{
	uint64_t x, y;

	if (r->from != 0 || r->to != 16)
		return memcmp(a + at, b + at, r->to - at) > 0;
	x = big(a);
	y = big(b);
	return x > y || (x == y && big(a + 8) > big(b + 8));
}

static void
insertion(const struct radix *r, struct range s)
{
	unsigned char *v = r->v + s.beg * r->size;
	unsigned char t[FREQ_RECORD];

	for (size_t i = 1; i < s.n; i++) {
		unsigned char *p = v + i * r->size;

		if (!after(r, p - r->size, p, s.at))
			continue;
		copy(t, p, r->size);
		do {
			copy(p, p - r->size, r->size);
			p -= r->size;
		} while (p > v && after(r, p - r->size, t, s.at));
		copy(p, t, r->size);
	}
}

/* Puts every record of s into the bucket of its byte; end[] are the buckets'
 * ends, from s.beg on. */
static void
permute(const struct radix *r, struct range s, const size_t count[BYTES],
        size_t end[BYTES])
{
	size_t next[BYTES], at = 0;

	for (size_t b = 0; b < BYTES; b++) {
		next[b] = at;
		at += count[b];
		end[b] = at;
	}
	for (size_t b = 0; b < BYTES; b++) {
		while (next[b] < end[b]) {
			unsigned char *p =
			    r->v + (s.beg + next[b]) * r->size;
			unsigned char to = p[s.at];

			if (to != b)
				swap(p, r->v + (s.beg + next[to]) * r->size,
				     r->size);
			next[to]++;
		}
	}
}

static void
sort_range(struct radix *r, struct range s)
{
	const unsigned char *v = r->v + s.beg * r->size + s.at;
	size_t count[BYTES] = { 0 }, end[BYTES], beg = 0;

	for (size_t i = 0; i < s.n; i++)
		count[v[i * r->size]]++;
	if (count[v[0]] == s.n) {
		push(r, s.beg, s.n, s.at + 1);
		return;
	}
	permute(r, s, count, end);
	for (size_t b = 0; b < BYTES; b++) {
		push(r, s.beg + beg, count[b], s.at + 1);
		beg = end[b];
	}
}

void
freq_radix(void *v, size_t n, size_t size, size_t from, size_t to)
{
	struct radix r = { .v = v, .size = size, .from = from, .to = to };

	push(&r, 0, n, from);
	while (r.depth > 0) {
		struct range s = r.stack[--r.depth];

		if (s.n <= SMALL)
			insertion(&r, s);
		else
			sort_range(&r, s);
	}
	free(r.stack);
}

/* The start of each element: a slot made sortable. */
struct entry {
	unsigned char rank[8]; /* ~count, big-endian */
	unsigned char key[8];  /* the first bytes of the word */
	uint64_t rest;         /* the others, or a pointer with the top byte
	                        * 0xFF */
};

static uint64_t
entry_count(const struct entry *e)
{
	return ~big(e->rank);
}

/* Bytes of a word part, up to the zeros behind it. */
static size_t
part_length(uint64_t part)
{
	return 8 - (size_t)__builtin_clzll(part) / 8;
}

static struct str
entry_word(const struct entry *e)
{
	struct str word = { (const char *)e->key, 8 };
	uint64_t rest = le64toh(e->rest), key, n;

	if (rest >> 56 == 0xFF) {
		word.p = (const char *)(uintptr_t)(rest << 8 >> 8);
		memcpy(&n, word.p, sizeof(n));
		return (struct str){ word.p + sizeof(n), (size_t)n };
	}
	memcpy(&key, e->key, sizeof(key));
	if (rest != 0)
		word.n = 8 + part_length(rest);
	else
		word.n = part_length(le64toh(key));
	return word;
}

static void
make_entry(void *slot)
{
	struct freq_slot s;
	struct entry e;
	uint64_t rank;

	memcpy(&s, slot, sizeof(s));
	rank = htobe64(~s.count);
	memcpy(e.rank, &rank, sizeof(rank));
	if (freq_key_long(s.key)) {
		memcpy(e.key, freq_slot_key(&s).p, sizeof(e.key));
		e.rest = htole64(s.key.a | UINT64_C(0xFF) << 56);
	} else {
		memcpy(e.key, &s.key.a, sizeof(e.key));
		e.rest = s.key.b;
	}
	memcpy(slot, &e, sizeof(e));
}

/* A count, from a histogram, that the top ones have at least; 1 when there are
 * not so many. */
static uint64_t
threshold(const struct freq_table *t, uint64_t top)
{
	enum { LARGE = 1 << 16 };
	size_t *number = mem_alloc(LARGE, sizeof(*number));
	uint64_t sum = 0, at = LARGE;

	for (size_t i = 0; i < t->room; i++) {
		uint64_t count = freq_slot_at(t, i)->count;

		number[count < LARGE ? count : LARGE - 1]++;
	}
	while (at > 1 && sum < top)
		sum += number[--at];
	free(number);
	return at;
}

static int
by_word(const void *a, const void *b)
{
	return str_cmp(entry_word(a), entry_word(b));
}

/* Elements that have the same count and first bytes, by all bytes. */
static void
sort_ties(struct freq_list *l, size_t from)
{
	size_t end;

	for (size_t beg = 0; beg < l->n; beg = end) {
		const unsigned char *p = l->v + beg * l->size + from;

		end = beg + 1;
		while (end < l->n && memcmp(p, l->v + end * l->size + from,
		                            16 - from) == 0)
			end++;
		if (end - beg > 1)
			qsort(l->v + beg * l->size, end - beg, l->size,
			      by_word);
	}
}

static void
sort_list(struct freq_list *l, bool words)
{
	size_t from = words ? sizeof(uint64_t) : 0;

	freq_radix(l->v, l->n, l->size, from, 16);
	sort_ties(l, from);
}

struct freq_list
freq_sort(struct freq_table *t, const struct freq_order *order)
{
	struct freq_list l = { .size = t->size };
	uint64_t min = order->min > 1 ? order->min : 1;

	if (order->top > 0 && order->top < t->n) {
		uint64_t least = threshold(t, order->top);

		min = least > min ? least : min;
	}
	freq_table_pack(t, min);
	l.n = t->n;
	l.v = (unsigned char *)t->slots;
	for (size_t i = 0; i < l.n; i++)
		make_entry(l.v + i * l.size);
	if (order->top > 0 && order->top < l.n) {
		sort_list(&l, false);
		l.n = (size_t)order->top;
		if (!order->by_word)
			return l;
	}
	sort_list(&l, order->by_word);
	return l;
}

struct freq_item
freq_list_item(const struct freq_list *l, size_t i)
{
	const unsigned char *p = l->v + i * l->size;
	const void *e = p;
	struct freq_wide wide;

	struct freq_item item = { .word = entry_word(e),
		                  .count = entry_count(e) };
	if (l->size < sizeof(wide))
		return item;
	memcpy(&wide, p, sizeof(wide));
	item.docs = wide.docs;
	item.spread = wide.spread;
	return item;
}
