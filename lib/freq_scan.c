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

enum { BLOCKS = 64, CHUNK = BLOCKS * FREQ_BLOCK };

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
		class(c->text.p + c->base + i * FREQ_BLOCK, &c->m[i]);
		left -= FREQ_BLOCK;
	}
	if (i < BLOCKS) {
		memset(pad, ' ', sizeof(pad));
		if (left > 0)
			memcpy(pad, c->text.p + c->text.n - left, left);
		class(pad, &c->m[i++]);
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
flush(struct freq_scan *s)
{
	for (size_t i = 0; i < s->held; i++)
		freq_count_from(s->table, s->home[i], s->batch[i]);
	s->held = 0;
	freq_table_grow(s->table);
}

static void
add_short(struct freq_scan *s, struct freq_key key)
{
	struct freq_slot *home = freq_home(s->table, freq_hash(s->table, key));

	__builtin_prefetch(home, 1);
	s->batch[s->held] = key;
	s->home[s->held] = home;
	if (++s->held == FREQ_BATCH)
		flush(s);
}

static void
add_long(struct freq_scan *s, struct str key)
{
	flush(s); /* the table may grow */
	freq_table_add(s->table, key)->count++;
}

#define ONES UINT64_C(0x0101010101010101)

/* A-Z to a-z in eight ASCII bytes. */
static uint64_t
fold_eight(uint64_t x)
{
	uint64_t from_a = x + (0x80 - 'A') * ONES;
	uint64_t past_z = x + (0x80 - 'Z' - 1) * ONES;

	return x | ((from_a ^ past_z) & 0x80 * ONES) >> 2;
}

/* The first n bytes of eight, for n from 0 to 8, without a branch. */
static uint64_t
keep(uint64_t x, size_t n)
{
	static const uint64_t mask[] = {
		0,
		UINT64_C(0xFF),
		UINT64_C(0xFFFF),
		UINT64_C(0xFFFFFF),
		UINT64_C(0xFFFFFFFF),
		UINT64_C(0xFFFFFFFFFF),
		UINT64_C(0xFFFFFFFFFFFF),
		UINT64_C(0xFFFFFFFFFFFFFF),
		UINT64_MAX,
	};

	return x & mask[n];
}

static void
add_odd_key(struct freq_scan *s, struct str key)
{
	uint64_t part[2] = { 0, 0 };

	s->words++;
	if (key.n > FREQ_INLINE) {
		add_long(s, key);
		return;
	}
	memcpy(part, key.p, key.n);
	add_short(s, (struct freq_key){ le64toh(part[0]), le64toh(part[1]) });
}

/* A word of ASCII. */
static void
add_plain(struct freq_scan *s, struct str text, size_t beg, size_t n)
{
	struct freq_key key;
	uint64_t part[2];

	if (n > FREQ_INLINE || text.n - beg < FREQ_INLINE) {
		struct str word = { text.p + beg, n };

		freq_word_key(&s->key, word, s->rules);
		add_odd_key(s, buf_str(&s->key));
		return;
	}
	memcpy(part, text.p + beg, sizeof(part));
	key.a = keep(le64toh(part[0]), n < 8 ? n : 8);
	key.b = keep(le64toh(part[1]), n < 8 ? 0 : n - 8);
	if (!(s->rules & FREQ_KEEP_CASE)) {
		key.a = fold_eight(key.a);
		key.b = fold_eight(key.b);
	}
	s->words++;
	add_short(s, key);
}

static bool
is_ascii(const char *p, size_t n)
{
	char high = 0;

	for (size_t i = 0; i < n; i++)
		high |= p[i];
	return !is_high(high);
}

/* All words that start before end, the whole definition's way. */
static void
add_odd(struct freq_scan *s, struct chunk *c, size_t beg, size_t end)
{
	struct span word;

	while (beg < end) {
		if (!freq_word_next(c->text, &beg, s->rules, &word))
			break;
		if (is_ascii(c->text.p + word.beg, word.end - word.beg)) {
			add_plain(s, c->text, word.beg, word.end - word.beg);
			continue;
		}
		freq_word_key(&s->key, str_sub(c->text, word), s->rules);
		if (s->key.n > 0)
			add_odd_key(s, buf_str(&s->key));
	}
	c->done = beg;
}

static void
count_tokens(struct freq_scan *s, struct chunk *c)
{
	size_t odd = 0;

	for (size_t i = 0; i + 1 < c->ntoken; i += 2) {
		size_t beg = c->token[i], end = c->token[i + 1];

		if (beg < c->done && end <= c->done)
			continue;
		while (c->odd_at[odd] < beg)
			odd++;
		if (c->odd_at[odd] <= end || beg < c->done)
			add_odd(s, c, beg < c->done ? c->done : beg, end);
		else
			add_plain(s, c->text, beg, end - beg);
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
	flush(s);
}
