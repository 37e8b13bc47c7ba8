/* name_tag.c - where the names are, and of what type. */
#include "name_tag.h"

#include <stdlib.h>
#include <string.h>

#include "name_feature.h"

/* The row in work: too large for the stack of a library. */
struct work {
	struct name_row row;
	struct name_features features;
	int32_t score[ATOMS_MAX][CHAIN_TAGS];
	unsigned char tag[ATOMS_MAX];
};

static void
add_hit(struct name_doc *d, size_t beg, size_t end, int tag)
{
	d->hit[d->nhit++] = (struct name_hit){
		.beg = beg, .end = end,
		.type = (enum name_type)((tag - 1) / 4) };
}

/* Tags of a run as hits; offset is the token of the first tag. */
static void
take_names(struct name_doc *d, const unsigned char *tag, size_t n,
           size_t offset)
{
	size_t beg = 0;

	for (size_t i = 0; i < n; i++) {
		int part = tag[i] == 0 ? -1 : (tag[i] - 1) % 4;

		if (part == CHAIN_BEGIN || part == CHAIN_UNIT)
			beg = i;
		if (part == CHAIN_LAST || part == CHAIN_UNIT)
			add_hit(d, offset + beg, offset + i + 1, tag[i]);
	}
}

static void
tag_row(struct name_doc *d, const struct name_model *m, struct work *w)
{
	size_t at = 0, end;

	while (name_row_run(&w->row, &at, &end)) {
		for (size_t i = at; i < end; i++) {
			memset(w->score[i], 0, sizeof(w->score[i]));
			name_features(&w->row, at, end, i, &w->features);
			chain_score(&m->chain, w->features.v, w->features.n,
			            w->score[i]);
		}
		chain_decode(&m->chain, w->score + at, end - at, w->tag + at);
		take_names(d, w->tag + at, end - at,
		           w->row.atom[ATOM_PAD + at].token);
		at = end;
	}
}

/* No more names than tokens with a capital. */
static void
make_room(struct name_doc *d, const struct name_scan *s)
{
	size_t n = 0;

	for (size_t i = 0; i < d->toks->n; i++)
		n += s->cap[i] || d->toks->v[i].kind == TOKEN_NUMBER;
	d->hit = arena_new(d->a, struct name_hit, n);
}

void
name_tag(struct name_doc *d, const struct name_model *m)
{
	struct name_scan scan;
	struct work *w = mem_alloc(1, sizeof(*w));

	name_scan(&scan, d, m);
	make_room(d, &scan);
	for (size_t n = 0; n < d->sents.n; n++) {
		size_t end = scan.end[n];

		for (size_t at = scan.first[n]; at < end; at += ATOMS_MAX) {
			size_t to = end - at > ATOMS_MAX ? at + ATOMS_MAX
			                                 : end;

			name_row_fill(&w->row, &scan, n, at, to);
			tag_row(d, m, w);
		}
	}
	free(w);
}
