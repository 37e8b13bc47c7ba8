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

#define NONE SIZE_MAX

enum { LAST = FREQ_BLOCK - 1 }; /* bit */

/* A chunk and what is done of its text. */
struct work {
	struct freq_chunk c;
	size_t done;  /* everything before it is counted */
	bool open;    /* a token goes on in the next block */
	size_t beg;   /* of it */
	size_t odd;   /* its first odd byte, or NONE */
	/* The end of the text, where 16 bytes can be read from each token. */
	char tail[FREQ_CHUNK + 2 * FREQ_INLINE];
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

/* Appends what a letter beyond ASCII counts as; false when that, or whether it
 * is a letter that stands for itself, is not known here. */
static bool
put_letter(char *to, size_t *n, int32_t cp, bool fold)
{
	unsigned prop = freq_prop(cp);
	int32_t folded = freq_fold_one(cp);

	if ((prop & WB_CLASS) != WB_ALETTER || !(prop & FREQ_CORE) ||
	    cp == 0x2BC || folded == 0 || folded == 0x3C3)
		return false;
	*n += utf8_put(to + *n, fold ? folded : cp);
	return true;
}

/* The key of a token that is one word for sure: letters and digits, with
 * single apostrophes and hyphens between. Returns its length, 0 when it is not
 * such a token or the key is longer than FREQ_INLINE. */
static size_t
simple_key(char to[KEY_ROOM], struct str token, unsigned rules)
{
	bool fold = !(rules & FREQ_KEEP_CASE);
	bool core = false; /* a letter or digit is before */
	size_t n = 0;

	for (size_t at = 0; at < token.n && n <= FREQ_INLINE;) {
		int32_t cp;

		at += utf8_next(token.p + at, token.p + token.n, &cp);
		if (cp == '\'' || cp == 0x2019 ||
		    (cp == '-' && !(rules & FREQ_SPLIT_HYPHENS))) {
			if (!core)
				return 0;
			to[n++] = cp == '-' ? '-' : '\'';
			core = false;
			continue;
		}
		core = true;
		if (cp >= 0x80) {
			if (!put_letter(to, &n, cp, fold))
				return 0;
		} else if (cp >= 0 && ascii_alnum((char)cp)) {
			to[n++] = fold ? ascii_fold((char)cp) : (char)cp;
		} else {
			return 0;
		}
	}
	return core && n <= FREQ_INLINE ? n : 0;
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

/* A token whose first odd byte is at `odd`: all words that start in it. */
static void
add_odd(struct freq_scan *s, struct work *w, struct span word, size_t odd)
{
	struct str text = w->c.text;
	size_t beg = word.beg, end = word.end, n = 0;
	char key[KEY_ROOM];

	if (beg < w->done)
		beg = w->done;
	else if ((unsigned char)text.p[odd] >= 0x80)
		n = simple_key(key, str_sub(text, word), s->rules);
	if (n > 0) {
		freq_add(&s->to, (struct str){ key, n });
		return;
	}
	while (freq_word_before(text, &beg, end, s->rules, &word))
		add_word(s, str_sub(text, word));
	w->done = beg;
}

static void
open_token(struct work *w, size_t beg)
{
	w->open = true;
	w->beg = beg;
	w->odd = NONE;
}

/* Looks for the first odd byte of the open token in the block at base, up to
 * its bit `last`. */
static void
see_odd(struct work *w, uint64_t odd, size_t base, size_t last)
{
	size_t at;

	if (w->beg > base)
		odd = odd >> (w->beg - base) << (w->beg - base);
	if (odd == 0 || w->odd != NONE)
		return;
	at = (size_t)__builtin_ctzll(odd);
	if (at <= last)
		w->odd = base + at;
}

/* The open token ends at `end`; p[0] is the first byte of the text. */
static void
end_token(struct freq_scan *s, struct work *w, const char *p, size_t end)
{
	struct span token = { w->beg, end };

	w->open = false;
	if (end <= w->done)
		return;
	if (w->odd != NONE || w->beg < w->done)
		add_odd(s, w, token, w->odd);
	else if (end - w->beg <= FREQ_INLINE)
		add_plain(s, p + w->beg, end - w->beg);
	else
		add_long(s, str_sub(w->c.text, token));
}

static inline unsigned
take_bit(uint64_t *bits)
{
	unsigned at = (unsigned)__builtin_ctzll(*bits);

	*bits &= *bits - 1;
	return at;
}

/* The tokens of a block at p without odd bytes. */
static inline void
count_clean(struct freq_scan *s, const char *p, uint64_t begs, uint64_t ends)
{
	while (ends != 0) {
		unsigned beg = take_bit(&begs);
		unsigned n = take_bit(&ends) - beg;

		if (n <= FREQ_INLINE)
			add_plain(s, p + beg, n);
		else
			add_long(s, (struct str){ p + beg, n });
	}
}

/* The tokens of block i of the chunk that begin and end in it. */
static void
count_odd(struct freq_scan *s, struct work *w, size_t i, uint64_t begs,
          uint64_t ends, const char *p)
{
	size_t base = w->c.base + i * FREQ_BLOCK;

	while (ends != 0) {
		unsigned end = take_bit(&ends);

		open_token(w, base + take_bit(&begs));
		see_odd(w, w->c.odd[i + 1], base, end);
		end_token(s, w, p, base + end);
	}
}

/* The tokens that end in block i of the chunk; p[0] is the first byte of the
 * text. */
static void
count_block(struct freq_scan *s, struct work *w, const char *p, size_t i)
{
	size_t base = w->c.base + i * FREQ_BLOCK;
	uint64_t inside = w->c.inside[i + 1], odd = w->c.odd[i + 1];
	uint64_t before = inside << 1 | w->open;
	uint64_t begs = inside & ~before, ends = before & ~inside;

	if (w->open) {
		size_t end = ends == 0 ? LAST : take_bit(&ends);

		see_odd(w, odd, base, end);
		if (inside == UINT64_MAX)
			return;
		end_token(s, w, p, base + end);
	}
	if (odd == 0 && w->done <= base)
		count_clean(s, p + base, begs, ends);
	else
		count_odd(s, w, i, begs, ends, p);
	if (inside >> LAST & 1) {
		open_token(w, base + LAST - (size_t)__builtin_clzll(begs));
		see_odd(w, odd, base, LAST);
	}
}

/* Where the bytes of the chunk's tokens are: p + i is that of the text's byte
 * i, and 16 bytes can be read from there. */
static const char *
readable(struct work *w)
{
	const struct freq_chunk *c = &w->c;
	size_t from = c->base < FREQ_INLINE ? 0 : c->base - FREQ_INLINE;

	if (c->text.n - c->base >= FREQ_CHUNK + FREQ_INLINE)
		return c->text.p;
	if (c->text.n > from)
		memcpy(w->tail, c->text.p + from, c->text.n - from);
	return w->tail - from;
}

void
freq_scan_text(struct freq_scan *s, struct str text)
{
	struct work w;

	freq_adder_look(&s->to);
	w.done = 0;
	w.open = false;
	freq_chunk_open(&w.c, text, s->class, s->rules);
	while (freq_chunk_next(&w.c)) {
		const char *p = readable(&w);

		for (size_t i = 0; i < w.c.blocks; i++)
			count_block(s, &w, p, i);
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
