/* name_feature.c - what the tagger looks at. */
#include "name_feature.h"

enum { WINDOW = ATOM_REACH /* words beside a run that count */ };

/* Numbers of templates; a stride of 16 leaves room for a position or a kind. */
enum template {
	T_WORD = 16, T_EXACT = 32, T_PAIR = 48, T_SHAPE = 64, T_SHAPES = 80,
	T_START = 96, T_CAPS = 112, T_HEAD = 128, T_TAIL = 144, T_KIND = 160,
	T_SET = 256, T_LISTED = 288, T_CLUSTER = 512, T_CLUSTERS = 576,
	T_SMALL = 592, T_INSIDE = 608, T_BEFORE = 624, T_AFTER = 640,
	T_RUN = 656, T_MARKS = 688, T_SETS = 704, T_RUN_KIND = 720,
	T_SEEN_KIND = 800, T_TOPIC = 816, T_BIAS = 900, T_GRAM = 912,
	T_CONTEXT = 928, T_OUTSIDE = 944, T_WINDOW = 960,
	T_LONG = 976
};

/* The finaliser of MurmurHash3 (Appleby). */
static void
put(struct name_features *f, uint32_t template, uint32_t value)
{
	uint32_t h = template * 0x9E3779B1U ^ value * 0x85EBCA77U;

	if (f->n == FEATURES_MAX)
		return;
	h ^= h >> 16;
	h *= 0x85EBCA6BU;
	h ^= h >> 13;
	h *= 0xC2B2AE35U;
	f->v[f->n++] = h ^ h >> 16;
}

static uint32_t
mix(uint32_t a, uint32_t b)
{
	return (a ^ b >> 15) * 0x2C1B3C6DU + b * 0x297A2D39U + (a >> 13);
}

static void
put_identity(struct name_features *f, const struct name_atom *a)
{
	put(f, T_WORD + 2, a->word);
	put(f, T_EXACT, a->exact);
	put(f, T_PAIR, mix(a[-1].word, a->word));
	put(f, T_PAIR + 1, mix(a->word, a[1].word));
}

/* All three bytes in a row: how names of a language are spelt. */
static void
put_grams(struct name_features *f, struct str word)
{
	enum { GRAM = 3, GRAMS_MAX = 14 };
	char room[NAME_FOLD_MAX];
	bool cap;
	struct str low = name_fold(room, word, &cap);

	for (size_t i = 0; i + GRAM <= low.n && i < GRAMS_MAX; i++)
		put(f, T_GRAM, (uint32_t)(unsigned char)low.p[i] |
		    (uint32_t)(unsigned char)low.p[i + 1] << 8 |
		    (uint32_t)(unsigned char)low.p[i + 2] << 16);
}

static void
put_words(struct name_features *f, const struct name_atom *a)
{
	put(f, T_WORD + 1, a[-1].word);
	put(f, T_WORD + 3, a[1].word);
	put(f, T_PAIR + 2, mix(a[-1].word, a[1].word));
	put(f, T_SHAPE, a[-1].shape);
	put(f, T_SHAPE + 1, a->shape);
	put(f, T_SHAPE + 2, a[1].shape);
	put(f, T_SHAPES, mix(mix(a[-1].shape, a->shape), a[1].shape));
	put(f, T_HEAD, a->head);
	for (uint32_t i = 0; i < 3; i++)
		put(f, T_TAIL + i, a->tail[i]);
	put(f, T_TAIL + 3, mix(a[1].tail[1], a->shape));
	put(f, T_TAIL + 4, mix(a[-1].tail[1], a->shape));
	put(f, T_CONTEXT, mix(a[-2].word, a[-1].word));
	put(f, T_CONTEXT + 1, mix(a[1].word, a[2].word));
}

static void
put_clusters(struct name_features *f, const struct name_atom *a)
{
	for (int at = -1; at <= 1; at++)
		for (int i = 0; i < CLUSTER_LEVELS; i++)
			put(f, (uint32_t)(T_CLUSTER + 4 * (at + 1) + i),
			    a[at].cluster[i]);
	put(f, T_CLUSTERS, mix(a[-1].cluster[1], a->cluster[1]));
	put(f, T_CLUSTERS + 1, mix(a->cluster[1], a[1].cluster[1]));
	put(f, T_CLUSTERS + 2, mix(a[-1].cluster[1], a[1].cluster[1]));
	put(f, T_CLUSTERS + 3, mix(a[-1].word, a->cluster[1]));
	put(f, T_CLUSTERS + 4, mix(a->cluster[1], a[1].word));
}

static void
put_bits(struct name_features *f, uint32_t template, uint32_t bits)
{
	for (; bits != 0; bits &= bits - 1)
		put(f, template, (uint32_t)__builtin_ctz(bits));
}

static void
put_lists(struct name_features *f, const struct name_atom *a)
{
	for (int at = -1; at <= 1; at++) {
		uint32_t position = (uint32_t)(at + 2);

		put_bits(f, T_KIND + position, a[at].kinds);
		put(f, T_SET + position, a[at].kinds);
		for (uint32_t g = 0; g < LIST_GROUPS; g++) {
			uint32_t part = a[at].listed >> 3 * g & 7;

			if (part == 0)
				continue;
			part = part << 1 | (a[at].kinds >> KIND_COMMON & 1);
			put(f, T_LISTED + 8 * position + g, part);
		}
	}
	put(f, T_SETS, mix(a[-1].kinds, a->kinds));
	put(f, T_SETS + 1, mix(a->kinds, a[1].kinds));
}

enum {
	PLACES = 1 << KIND_CITY | 1 << KIND_METROPOLIS | 1 << KIND_COUNTRY |
	         1 << KIND_REGION | 1 << KIND_PLACE | 1 << KIND_ORG
};

static void
put_place(struct name_features *f, const struct name_row *r, size_t i)
{
	const struct name_atom *a = &r->atom[ATOM_PAD + i];
	bool first = i == 0 && r->starts;
	const struct token *t = r->scan->d->toks->v;
	bool quoted = i > 0 && t[a[-1].token].kind == TOKEN_QUOTE;

	put(f, T_BIAS, 0);
	put(f, T_START, first);
	put(f, T_START + 1, mix(first + 2U * quoted, a->shape));
	put(f, T_CAPS, r->caps);
	put(f, T_CAPS + 1, mix(r->caps, a->shape));
	put(f, T_CAPS + 2, mix(r->caps + 8 * (a->kinds >> KIND_COMMON & 1),
	                       first));
	put(f, T_TOPIC, mix(r->scan->topic, a->kinds & PLACES));
	put(f, T_TOPIC + 1, mix(r->scan->topic, a->shape));
	if ((a->kinds & PLACES) != 0) {
		uint32_t topic = r->scan->topic + 16;

		put(f, T_TOPIC + 2, mix(topic, a[-1].word));
		put(f, T_TOPIC + 3, mix(topic, a[1].word));
		put(f, T_TOPIC + 4, mix(topic, a[-1].cluster[1]));
		put(f, T_TOPIC + 5, mix(topic, a[1].cluster[1]));
	}
	put(f, T_MARKS, t[a->token].joined ? 1 : 0);
	put(f, T_MARKS + 2, mix(a->quoted, a->cap));
}

/* What an acronym stands for. */
static void
put_long(struct name_features *f, const struct name_seen *s)
{
	if (s->how == LONG_NONE)
		return;
	put(f, T_LONG, s->how);
	put(f, T_LONG + 1, mix(s->how, s->head.word));
	put(f, T_LONG + 2, mix(s->how, s->head.cluster));
	put_bits(f, T_LONG + 3, s->head.kinds);
}

/* How the word is written in the rest of the document. */
static void
put_seen(struct name_features *f, const struct name_row *r,
         const struct name_atom *a, bool first)
{
	const struct name_seen *s = a->seen;
	uint32_t before = 0, after = 0;
	uint32_t how;

	if (s == NULL)
		return;
	how = (s->small > 2 ? 2 : s->small) * 4U +
	      (s->inside > 2 ? 2 : s->inside);
	put(f, T_SMALL, how);
	put(f, T_SMALL + 1, how * 16U + first * 8U + r->caps);
	for (size_t k = 0; k < s->n; k++) {
		if (s->token[k] == a->token)
			continue;
		put(f, T_BEFORE, s->before[k].word);
		put(f, T_AFTER, s->after[k].word);
		put(f, T_BEFORE + 1, s->before[k].cluster);
		put(f, T_AFTER + 1, s->after[k].cluster);
		put(f, T_BEFORE + 2, s->before[k].cap);
		put(f, T_AFTER + 2, s->after[k].cap);
		if (s->left[k].word != 0) {
			put(f, T_BEFORE + 3, s->left[k].word);
			put(f, T_BEFORE + 4, s->left[k].cluster);
		}
		if (s->right[k].word != 0) {
			put(f, T_AFTER + 3, s->right[k].word);
			put(f, T_AFTER + 4, s->right[k].cluster);
		}
		before |= s->before[k].kinds |
		          (uint32_t)s->before[k].cap << 31;
		after |= s->after[k].kinds | (uint32_t)s->after[k].cap << 31;
	}
	put_long(f, s);
	put_bits(f, T_SEEN_KIND, before);
	put_bits(f, T_SEEN_KIND + 1, after);
}

/* The runs of capitals on both sides, over a gap like "of". */
static void
put_near(struct name_features *f, const struct name_row *r, size_t beg,
         size_t end, size_t from, size_t to)
{
	const struct name_atom *v = r->atom + ATOM_PAD;
	size_t left = from, right = to;

	while (left > beg && !v[left - 1].cap)
		left--;
	while (right + 1 < end && !v[right + 1].cap)
		right++;
	if (left > beg && left < from) {
		put(f, T_RUN + 9, mix(v[from - 1].word, v[left - 1].word));
		put(f, T_RUN + 10, mix(v[from - 1].word,
		                       v[left - 1].cluster[1]));
		put_bits(f, T_RUN_KIND + 2, v[left - 1].kinds);
	}
	if (right + 1 < end && right > to) {
		put(f, T_RUN + 11, mix(v[to + 1].word, v[right + 1].word));
		put(f, T_RUN + 12, mix(v[to + 1].word,
		                       v[right + 1].cluster[1]));
		put_bits(f, T_RUN_KIND + 3, v[right + 1].kinds);
	}
}

/* What stands before the first and behind the last atom of a run: two words
 * in order, and any of WINDOW but the nearest, which others tell. */
static void
put_outside(struct name_features *f, const struct name_atom *from,
            const struct name_atom *to)
{
	put(f, T_OUTSIDE, mix(from[-1].word, from[-2].cluster[0]));
	put(f, T_OUTSIDE + 1, mix(from[-1].cluster[1], from[-2].cluster[1]));
	put(f, T_OUTSIDE + 2, from[-1].cluster[0]);
	put(f, T_OUTSIDE + 3, mix(to[1].word, to[2].cluster[0]));
	put(f, T_OUTSIDE + 4, mix(to[1].cluster[1], to[2].cluster[1]));
	put(f, T_OUTSIDE + 5, to[1].cluster[0]);
	for (int i = 2; i <= WINDOW; i++) {
		if (from[-i].word != 0) {
			put(f, T_WINDOW, from[-i].word);
			put(f, T_WINDOW + 1, from[-i].cluster[1]);
		}
		if (to[i].word != 0) {
			put(f, T_WINDOW + 2, to[i].word);
			put(f, T_WINDOW + 3, to[i].cluster[1]);
		}
	}
}

/* The run of capitals around the atom: its edges, its last word. */
static void
put_run(struct name_features *f, const struct name_row *r, size_t beg,
        size_t end, size_t i)
{
	const struct name_atom *v = r->atom + ATOM_PAD;
	size_t from = i, to = i;

	while (from > beg && v[from - 1].cap)
		from--;
	while (to + 1 < end && v[to + 1].cap)
		to++;
	put(f, T_RUN, mix((uint32_t)(i - from > 3 ? 3 : i - from),
	                  (uint32_t)(to - i > 3 ? 3 : to - i)));
	put(f, T_RUN + 1, v[to].word);
	put(f, T_RUN + 2, v[from].word);
	put(f, T_RUN + 3, v[from].cluster[1] + 512U * (i > from));
	put(f, T_RUN + 4, v[to].cluster[1] + 512U * (i < to));
	if (v[to + 1].quote && from > 0 && v[from - 1].quote)
		put(f, T_MARKS + 1, 1);
	put_near(f, r, beg, end, from, to);
	put_outside(f, v + from, v + to);
	put_bits(f, T_RUN_KIND, v[to].kinds);
	put_bits(f, T_RUN_KIND + 1, v[from].kinds);
	if (from == i && to == i)
		return;
	/* v has blanks on both sides. */
	put(f, T_RUN + 5, (v + from)[-1].word);
	put(f, T_RUN + 6, v[to + 1].word);
	put(f, T_RUN + 7, (v + from)[-1].cluster[1]);
	put(f, T_RUN + 8, v[to + 1].cluster[1]);
}

void
name_features(const struct name_row *r, size_t beg, size_t end, size_t i,
              struct name_features *f)
{
	const struct name_atom *a = &r->atom[ATOM_PAD + i];

	f->n = 0;
	put_identity(f, a);
	f->end[0] = f->n;
	put_seen(f, r, a, i == 0 && r->starts);
	f->end[1] = f->n;
	if (a->cap)
		put_grams(f, name_word(r->scan->d, a->token));
	put_words(f, a);
	put_clusters(f, a);
	put_lists(f, a);
	put_place(f, r, i);
	put_run(f, r, beg, end, i);
	f->end[2] = f->n;
}
