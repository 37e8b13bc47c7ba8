/*
 * freq_scan.c - counts the words of a text, fast.
 *
 * Tokens of freq_chunk.h that touch nothing odd are words as they are. Others
 * with letters beyond ASCII are looked at here; what may be more than letters
 * and apostrophes is handed to freq_word.h.
 */
#include "freq_scan.h"

#include <endian.h>
#include <string.h>

#include "freq_chunk.h"
#include "freq_key.h"
#include "freq_prop.h"
#include "freq_word.h"
#include "utf8.h"

/* A chunk and what is done of its text. */
struct work {
	struct freq_chunk c;
	size_t done;   /* everything before it is counted */
	const char *p; /* the bytes of the chunk, and FREQ_INLINE more */
	char tail[FREQ_CHUNK + FREQ_INLINE]; /* p at the text's end */
};

/* The first n of 16 bytes. */
#define BYTES(n) (UINT64_MAX >> (64 - (n) * 8))
static const uint64_t first_bytes[FREQ_INLINE + 1][2] = {
	{ 0, 0 },
	{ BYTES(1), 0 },
	{ BYTES(2), 0 },
	{ BYTES(3), 0 },
	{ BYTES(4), 0 },
	{ BYTES(5), 0 },
	{ BYTES(6), 0 },
	{ BYTES(7), 0 },
	{ BYTES(8), 0 },
	{ BYTES(8), BYTES(1) },
	{ BYTES(8), BYTES(2) },
	{ BYTES(8), BYTES(3) },
	{ BYTES(8), BYTES(4) },
	{ BYTES(8), BYTES(5) },
	{ BYTES(8), BYTES(6) },
	{ BYTES(8), BYTES(7) },
	{ BYTES(8), BYTES(8) },
};

/* A word of n ASCII bytes. All bytes that can be in it but capitals have the
 * bit that makes letters small. */
static inline void
add_plain(struct freq_scan *s, const char *p, size_t n)
{
	struct freq_key key;
	uint64_t part[2];

	memcpy(part, p, sizeof(part));
	key.a = (part[0] | s->lower) & htole64(first_bytes[n][0]);
	key.b = (part[1] | s->lower) & htole64(first_bytes[n][1]);
	freq_add_short(&s->to, key);
}

/* Room for a key that still has to be measured. */
enum { KEY_ROOM = FREQ_INLINE + 4 };

/* A key that is made of a token which is one word for sure: letters and
 * digits, with single apostrophes and hyphens between. */
struct simple {
	char key[KEY_ROOM]; /* zeros behind */
	size_t n;
	bool core;          /* its last character is a letter or digit */
	bool fold, hyphens;
};

/* Appends what a character beyond ASCII counts as; false when it may be more
 * than one letter. */
static bool
put_wide(struct simple *k, int32_t cp)
{
	unsigned prop = freq_prop(cp);
	int32_t folded = freq_fold_one(cp);

	if (cp == 0x2019 && k->core) {
		k->key[k->n++] = '\'';
		k->core = false;
		return true;
	}
	if ((prop & WB_CLASS) != WB_ALETTER || !(prop & FREQ_CORE) ||
	    cp == 0x2BC || folded == 0 || folded == 0x3C3)
		return false;
	k->n += utf8_put(k->key + k->n, k->fold ? folded : cp);
	k->core = true;
	return true;
}

static bool
put_ascii(struct simple *k, char c)
{
	if (ascii_alnum(c))
		c = k->fold ? ascii_fold(c) : c;
	else if (!k->core || !(c == '\'' || (c == '-' && k->hyphens)))
		return false;
	k->core = c != '\'' && c != '-';
	k->key[k->n++] = c;
	return true;
}

/* False when the token is not of this kind, or too long. */
static bool
make_simple(struct simple *k, struct str token, unsigned rules)
{
	const char *p = token.p, *end = token.p + token.n;

	*k = (struct simple){ .fold = !(rules & FREQ_KEEP_CASE),
		              .hyphens = !(rules & FREQ_SPLIT_HYPHENS) };
	while (p < end && k->n <= FREQ_INLINE) {
		int32_t cp;

		if ((unsigned char)*p < 0x80) {
			if (!put_ascii(k, *p++))
				return false;
			continue;
		}
		p += utf8_next(p, end, &cp);
		if (!put_wide(k, cp))
			return false;
	}
	return k->core && k->n <= FREQ_INLINE;
}

static void
add_word(struct freq_scan *s, struct str word)
{
	freq_word_key(&s->key, word, s->rules);
	if (s->key.n > 0)
		freq_add(&s->to, buf_str(&s->key));
}

/* A word of ASCII bytes that is longer than FREQ_INLINE. */
static void
add_long(struct freq_scan *s, struct str word)
{
	char key[FREQ_LONG];

	if (word.n > sizeof(key)) {
		add_word(s, word);
		return;
	}
	for (size_t i = 0; i < word.n; i++)
		key[i] = (char)(word.p[i] | (char)s->lower);
	freq_add(&s->to, (struct str){ key, word.n });
}

/* A token with an odd byte, the one of odd_place() at `odd`: all words that
 * start in it. */
static void
add_odd(struct freq_scan *s, struct work *w, struct span word, size_t odd)
{
	struct str text = w->c.text;
	size_t beg = word.beg, end = word.end;
	struct freq_key key;
	struct simple k;

	if (end <= w->done)
		return;
	if (beg < w->done)
		beg = w->done;
	else if ((unsigned char)text.p[odd] >= 0x80 &&
	         make_simple(&k, str_sub(text, word), s->rules)) {
		memcpy(&key, k.key, sizeof(key));
		freq_add_short(&s->to, key);
		return;
	}
	while (freq_word_before(text, &beg, end, s->rules, &word))
		add_word(s, str_sub(text, word));
	w->done = beg;
}

static inline unsigned
take_bit(uint64_t *bits)
{
	unsigned at = (unsigned)__builtin_ctzll(*bits);

	*bits &= *bits - 1;
	return at;
}

/* The n bytes at p are a token without odd bytes. */
static inline void
add_clean(struct freq_scan *s, const char *p, unsigned n)
{
	if (n <= FREQ_INLINE)
		add_plain(s, p, n);
	else
		add_long(s, (struct str){ p, n });
}

/* The tokens of 64 bytes at p, without odd bytes. */
static inline void
count_clean(struct freq_scan *s, const char *p, uint64_t inside)
{
	uint64_t begs = inside & ~(inside << 1);
	uint64_t ends = inside << 1 & ~inside;

	while (ends != 0) {
		unsigned beg = take_bit(&begs);

		add_clean(s, p + beg, take_bit(&ends) - beg);
	}
}

/* The odd byte that tells what a token is: the one behind it, over which an
 * e-mail address may go on, else the first. */
static unsigned
odd_place(uint64_t odd, unsigned beg, unsigned end)
{
	if (odd == 0)
		return beg;
	return odd >> end & 1 ? end : take_bit(&odd);
}

/* The same with odd bytes, at `at` of the chunk. */
static void
count_odd(struct freq_scan *s, struct work *w, size_t at, uint64_t inside,
          uint64_t odd)
{
	uint64_t begs = inside & ~(inside << 1);
	uint64_t ends = inside << 1 & ~inside;
	size_t base = w->c.base + at;

	while (ends != 0) {
		unsigned beg = take_bit(&begs), end = take_bit(&ends);
		uint64_t own = odd >> beg << beg;

		own &= UINT64_MAX >> (FREQ_BLOCK - 1 - end);
		if (own == 0 && base + beg >= w->done)
			add_clean(s, w->p + at + beg, end - beg);
		else
			add_odd(s, w, (struct span){ base + beg, base + end },
			        base + odd_place(own, beg, end));
	}
}

/* 64 bits of a mask of the chunk. */
static inline uint64_t
window(const uint64_t *mask, size_t at)
{
	size_t i = 1 + at / FREQ_BLOCK, shift = at % FREQ_BLOCK;

	return mask[i] >> shift | mask[i + 1] << 1 << (63 - shift);
}

/* A token of 64 bytes or more starts at `at`, or the last one of the chunk
 * does, which will be the first of the next. Returns where to go on. */
static size_t
count_giant(struct freq_scan *s, struct work *w, size_t at)
{
	struct freq_chunk *c = &w->c;
	size_t base = c->base, all = c->blocks * FREQ_BLOCK, end = at;

	while (end < all && window(c->inside, end) & 1)
		end++;
	if (end == all && at > 0) {
		c->next = base + at;
		return all;
	}
	add_odd(s, w, (struct span){ base + at, base + end }, base + at);
	return end;
}

static void
count_chunk(struct freq_scan *s, struct work *w)
{
	const struct freq_chunk *c = &w->c;
	size_t all = c->blocks * FREQ_BLOCK, at = 0;

	while (at < all) {
		uint64_t inside = window(c->inside, at), odd;
		int open; /* bytes of a token whose end is not seen */

		if (inside == UINT64_MAX) {
			at = count_giant(s, w, at);
			continue;
		}
		odd = window(c->odd, at);
		open = __builtin_clzll(~inside);
		inside = inside << open >> open;
		if (odd == 0 && w->done <= c->base + at)
			count_clean(s, w->p + at, inside);
		else
			count_odd(s, w, at, inside, odd);
		at += FREQ_BLOCK - (size_t)open;
	}
}

/* Where the bytes of the chunk can be read, and FREQ_INLINE more. */
static const char *
readable(struct work *w)
{
	struct str rest = str_from(w->c.text, w->c.base);

	if (rest.n >= FREQ_CHUNK + FREQ_INLINE)
		return rest.p;
	if (rest.n > 0)
		memcpy(w->tail, rest.p, rest.n);
	return w->tail;
}

void
freq_scan_text(struct freq_scan *s, struct str text)
{
	struct work w;

	freq_adder_look(&s->to);
	w.done = 0;
	freq_chunk_open(&w.c, text, s->class, s->rules);
	while (freq_chunk_next(&w.c)) {
		w.p = readable(&w);
		count_chunk(s, &w);
	}
}

uint64_t
freq_scan_end(struct freq_scan *s)
{
	uint64_t words;

	freq_adder_flush(&s->to);
	words = s->to.added;
	s->to.added = 0;
	return words;
}

void
freq_scan_open(struct freq_scan *s, struct freq_table *table, unsigned rules)
{
	*s = (struct freq_scan){ .class = freq_class_best(), .rules = rules };
	freq_adder_open(&s->to, table);
	if (!(rules & FREQ_KEEP_CASE))
		s->lower = UINT64_C(0x2020202020202020);
}

void
freq_scan_close(struct freq_scan *s)
{
	buf_release(&s->key);
	*s = (struct freq_scan){ 0 };
}
