/* freq_docs.c - adds the counts of a document to those of all. */
#include "freq_docs.h"

#include "freq_opts.h"

enum { BATCH = 32 };

/* A slot of the document, and where it belongs. */
struct move {
	const struct freq_slot *from;
	struct freq_slot *home;
};

static void
prepare(const struct freq_table *all, struct move *m,
        const struct freq_slot *from)
{
	const char *home;

	m->from = from;
	m->home = freq_home(all, freq_hash(all, from->key));
	home = (const char *)m->home;
	__builtin_prefetch(home, 1);
	__builtin_prefetch(home + sizeof(struct freq_wide) - 1, 1);
}

static void
add_moves(struct freq_table *all, const struct move *m, size_t n,
          uint64_t words)
{
	for (size_t i = 0; i < n; i++) {
		const struct freq_slot *from = m[i].from;
		struct freq_wide *to = (void *)freq_table_put(
		    all, m[i].home, from->key, freq_slot_key(from));

		to->slot.count += from->count;
		to->spread += freq_spread(from->count, words);
		to->docs++;
	}
	freq_table_grow(all);
}

void
freq_docs_add(struct freq_table *all, const struct freq_table *doc,
              uint64_t words)
{
	struct move move[BATCH];
	size_t n = 0;

	freq_table_grow(all);
	for (size_t i = 0; i < doc->room; i++) {
		const struct freq_slot *s = freq_slot_at(doc, i);

		if (s->key.a == 0)
			continue;
		prepare(all, &move[n++], s);
		if (n == BATCH) {
			add_moves(all, move, n, words);
			n = 0;
		}
	}
	add_moves(all, move, n, words);
}
