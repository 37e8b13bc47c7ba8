/*
 * freq_scan.c - counts the words of a text, fast.
 *
 * A chunk of text becomes bit masks, 64 bytes a word. Runs of the mask `inside`
 * are tokens: ASCII letters and digits with the marks that join them, and
 * bytes of 0x80 and above. A token that touches an odd byte (`odd`: a high
 * byte, a stop between letters, @ # _ + and the colon of an address) may begin
 * something that only freq_word.h knows, and is handed to it; all others are
 * words as they are. It is right to mark too much as odd, never too little.
 */
#include "freq_scan.h"

#include <endian.h>
#include <string.h>

#include "freq_key.h"
#include "freq_word.h"

enum { BLOCKS = 32, CHUNK = BLOCKS * FREQ_BLOCK };

struct chunk {
	struct str text;
	size_t base;                /* of the chunk in the text */
	size_t done;                /* everything before it is counted */
	uint64_t inside[BLOCKS + 2]; /* [1..blocks], neighbours around */
	uint64_t high[BLOCKS + 2];
	uint64_t always[BLOCKS + 2];
	uint64_t odd[BLOCKS + 2];
	struct freq_masks m[BLOCKS];
	size_t blocks;
	size_t ntoken, nodd;
	char folded[CHUNK + FREQ_INLINE];
	uint32_t token[CHUNK + 4];  /* start, end, start, ...: of the text */
	uint32_t odd_at[CHUNK + 4];
};

static bool
is_high(char c)
{
	return (unsigned char)c >= 0x80;
}

static bool
is_letter(char c)
{
	return ascii_alpha(c) || is_high(c);
}

static bool
is_digit(char c)
{
	return ascii_digit(c) || is_high(c);
}

static bool
is_word(char c)
{
	return ascii_alnum(c) || is_high(c) || c == '_';
}

enum verdict { SEPARATES = 0, JOINS = 1, ODD = 2 };

/* Between the bytes l and r. */
static unsigned
judge(char mark, char l, char r)
{
	bool high = is_high(l) || is_high(r);

	switch (mark) {
	case '.':
		if (ascii_digit(l) && ascii_digit(r))
			return JOINS;
		return is_word(l) && is_word(r) ? JOINS | ODD : SEPARATES;
	case ',':
	case ';':
		if (!is_digit(l) || !is_digit(r))
			return SEPARATES;
		return high ? JOINS | ODD : JOINS;
	case '&':
		if (ascii_upper(l) && ascii_upper(r))
			return JOINS;
		return high && is_word(l) && is_word(r) ? JOINS | ODD
		                                        : SEPARATES;
	case '+':
		return is_word(l) && is_word(r) ? JOINS | ODD : SEPARATES;
	case '"':
		return is_high(l) && is_high(r) ? JOINS | ODD : SEPARATES;
	case ':':
		if (r == '/')
			return is_word(l) ? ODD : SEPARATES;
		return is_letter(l) && is_letter(r) ? JOINS | ODD : SEPARATES;
	case '_':
		return JOINS | ODD;
	default: /* @ # */
		return is_word(r) ? JOINS | ODD : SEPARATES;
	}
}

static char
byte_at(struct str text, size_t at)
{
	return at < text.n ? text.p[at] : ' ';
}

/* Looks at the marks at these bits of block i. */
static void
judge_block(struct chunk *c, size_t i, uint64_t marks)
{
	size_t base = c->base + i * FREQ_BLOCK;

	for (; marks != 0; marks &= marks - 1) {
		unsigned bit = (unsigned)__builtin_ctzll(marks);
		size_t at = base + bit;
		char left = at > 0 ? c->text.p[at - 1] : ' ';
		unsigned v = judge(c->text.p[at], left,
		                   byte_at(c->text, at + 1));

		c->inside[i + 1] |= (uint64_t)(v & JOINS) << bit;
		c->odd[i + 1] |= (uint64_t)(v / ODD) << bit;
	}
}

/* Hyphens that join nothing: only an e-mail address goes on over them. */
static void
split_hyphens(struct chunk *c, size_t i, uint64_t joined)
{
	for (; joined != 0; joined &= joined - 1) {
		size_t bit = (size_t)__builtin_ctzll(joined);

		if (c->text.p[c->base + i * FREQ_BLOCK + bit] == '-') {
			c->inside[i + 1] &= ~(joined & -joined);
			c->odd[i + 1] |= joined & -joined;
		}
	}
}

/* The bit of the byte after each. */
static uint64_t
before(const uint64_t *w)
{
	return w[0] >> 1 | w[1] << 63;
}

/* The bit of the byte before each. */
static uint64_t
after(const uint64_t *w)
{
	return w[0] << 1 | w[-1] >> 63;
}

static void
join_blocks(struct chunk *c, unsigned rules)
{
	uint64_t joined[BLOCKS], marks[BLOCKS];

	for (size_t i = 0; i < c->blocks; i++) {
		const uint64_t *w = &c->inside[i + 1];

		joined[i] = c->m[i].both & after(w) & before(w);
		marks[i] = c->m[i].rare &
		           (before(w) | before(&c->always[i + 1]) |
		            c->m[i].always);
		c->odd[i + 1] = c->high[i + 1] & ~after(&c->high[i + 1]);
	}
	for (size_t i = 0; i < c->blocks; i++) {
		c->inside[i + 1] |= joined[i];
		if (rules & FREQ_SPLIT_HYPHENS)
			split_hyphens(c, i, joined[i]);
		if (marks[i] != 0)
			judge_block(c, i, marks[i]);
	}
}

/* Classifies the blocks of the chunk; the last one of the text is filled up
 * with spaces, and there is always one. */
static void
classify(struct chunk *c, freq_class_fn *class)
{
	size_t left = c->text.n - c->base;
	char last = c->base > 0 ? c->text.p[c->base - 1] : ' ';
	char next = byte_at(c->text, c->base + CHUNK);
	char pad[FREQ_BLOCK];
	size_t i;

	for (i = 0; i < BLOCKS && left >= FREQ_BLOCK; i++) {
		class(c->text.p + c->base + i * FREQ_BLOCK,
		      c->folded + i * FREQ_BLOCK, &c->m[i]);
		left -= FREQ_BLOCK;
	}
	if (i < BLOCKS) {
		memset(pad, ' ', sizeof(pad));
		if (left > 0)
			memcpy(pad, c->text.p + c->text.n - left, left);
		class(pad, c->folded + i * FREQ_BLOCK, &c->m[i]);
		i++;
	}
	c->blocks = i;
	for (i = 0; i < c->blocks; i++) {
		c->inside[i + 1] = c->m[i].alnum | c->m[i].high;
		c->high[i + 1] = c->m[i].high;
		c->always[i + 1] = c->m[i].always;
	}
	c->inside[0] = (uint64_t)(is_word(last) && last != '_') << 63;
	c->high[0] = (uint64_t)is_high(last) << 63;
	c->inside[i + 1] = is_word(next) && next != '_';
	c->high[i + 1] = is_high(next);
	c->always[i + 1] = next == '_' || next == ':' || next == ';';
}

static size_t
list_bits(uint32_t *to, uint64_t bits, size_t base)
{
	size_t n = 0;

	for (; bits != 0; bits &= bits - 1)
		to[n++] = (uint32_t)base + (uint32_t)__builtin_ctzll(bits);
	return n;
}

/* Lists where tokens start and end, and where odd bytes are. A token that is
 * open at the end stays the first of the next chunk. */
static void
list_tokens(struct chunk *c)
{
	uint64_t open = c->ntoken & 1;

	for (size_t i = 0; i < c->blocks; i++) {
		uint64_t inside = c->inside[i + 1];
		size_t base = c->base + i * FREQ_BLOCK;

		c->ntoken += list_bits(c->token + c->ntoken,
		                       inside ^ (inside << 1 | open), base);
		open = inside >> 63;
		c->nodd += list_bits(c->odd_at + c->nodd, c->odd[i + 1], base);
	}
	c->odd_at[c->nodd] = UINT32_MAX;
}

static void
add_key(struct freq_scan *s, struct str word)
{
	freq_word_key(&s->key, word, s->rules);
	if (s->key.n == 0)
		return;
	s->words++;
	freq_add(&s->to, buf_str(&s->key));
}

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

/* A word of n ASCII bytes in this chunk, folded as the rules want it. */
static inline void
add_plain(struct freq_scan *s, const char *p, size_t n)
{
	struct freq_key key;
	uint64_t part[2];

	memcpy(part, p, sizeof(part));
	key.a = part[0] & htole64(first_bytes[n][0]);
	key.b = part[1] & htole64(first_bytes[n][1]);
	s->words++;
	freq_add_short(&s->to, key);
}

/* All words that start before end, the whole definition's way. */
static void
add_odd(struct freq_scan *s, struct chunk *c, size_t beg, size_t end)
{
	struct span word;

	while (freq_word_before(c->text, &beg, end, s->rules, &word))
		add_key(s, str_sub(c->text, word));
	c->done = beg;
}

/* The chunk as plain words are counted; 16 bytes can be read everywhere. */
static const char *
plain_text(struct freq_scan *s, struct chunk *c)
{
	size_t left = c->text.n - c->base;

	if (!(s->rules & FREQ_KEEP_CASE))
		return c->folded;
	if (left >= CHUNK + FREQ_INLINE)
		return c->text.p + c->base;
	memcpy(c->folded, c->text.p + c->base, left);
	return c->folded;
}

static void
count_tokens(struct freq_scan *s, struct chunk *c)
{
	const char *plain = plain_text(s, c);
	size_t odd = 0;

	for (size_t i = 0; i + 1 < c->ntoken; i += 2) {
		size_t beg = c->token[i], end = c->token[i + 1];

		if (c->odd_at[odd] > end && beg >= c->done &&
		    end - beg <= FREQ_INLINE && beg >= c->base) {
			add_plain(s, plain + (beg - c->base), end - beg);
			continue;
		}
		if (end <= c->done)
			continue;
		while (c->odd_at[odd] < beg)
			odd++;
		if (c->odd_at[odd] <= end || beg < c->done)
			add_odd(s, c, beg < c->done ? c->done : beg, end);
		else
			add_key(s, str_sub(c->text, (struct span){ beg, end }));
	}
	/* What is open goes to the front, with its first odd byte. */
	if (c->ntoken & 1) {
		c->token[0] = c->token[c->ntoken - 1];
		while (c->odd_at[odd] < c->token[0])
			odd++;
	}
	c->odd_at[0] = c->odd_at[odd];
	c->nodd = (c->ntoken & 1) && c->odd_at[0] != UINT32_MAX;
	c->ntoken &= 1;
}

void
freq_scan_text(struct freq_scan *s, struct str text)
{
	struct chunk c;

	c.text = text;
	c.done = c.ntoken = c.nodd = 0;
	for (c.base = 0; c.base <= text.n; c.base += CHUNK) {
		classify(&c, s->class);
		join_blocks(&c, s->rules);
		list_tokens(&c);
		count_tokens(s, &c);
	}
	freq_adder_flush(&s->to);
}

void
freq_scan_open(struct freq_scan *s, struct freq_table *table, unsigned rules)
{
	*s = (struct freq_scan){ .class = freq_class_best(),
		                 .rules = rules,
		                 .to.table = table };
}

void
freq_scan_close(struct freq_scan *s)
{
	buf_release(&s->key);
	*s = (struct freq_scan){ 0 };
}
