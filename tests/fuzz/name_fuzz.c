/* name_fuzz.c - names of any bytes are inside them, in order and apart, and a
 * model from a stranger is refused or harmless. */
#include "fuzz.h"
#include "name.h"
#include "name_map.h"
#include "model_chain.h"
#include "sent.h"

static void
find(struct arena *a, struct tokens *toks, struct str text)
{
	struct names n;
	size_t end = 0;

	token_split(toks, text);
	n = name_find(a, text, toks, sent_split(a, text));
	for (size_t i = 0; i < n.nmention; i++) {
		const struct mention *m = &n.mention[i];

		LAW(m->at.beg >= end && m->at.beg < m->at.end);
		LAW(m->at.end <= text.n && m->entity < n.nentity);
		LAW(m->title.beg <= m->title.end && m->title.end <= text.n);
		LAW(n.entity[m->entity].full.n > 0);
		end = m->at.end;
	}
}

static void
open_stranger(struct str section)
{
	struct name_map map;
	struct chain chain;
	int16_t score[CHAIN_TAGS];
	uint32_t value;

	if (name_map_open(&map, section) && name_map_check(&map))
		for (uint32_t i = 0; i < 300; i++)
			name_map_find(&map, i * 0x01010101U, &value);
	if (chain_open(&chain, section) && chain_check(&chain))
		for (uint32_t i = 0; i < 300; i++)
			chain_score(&chain, &i, 1, score);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	static struct arena a;
	static struct tokens toks;
	struct str text = { (const char *)data, size };

	find(&a, &toks, text);
	open_stranger(text);
	arena_reset(&a);
	return 0;
}
