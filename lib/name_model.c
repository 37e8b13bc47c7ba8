/* name_model.c - what the tagger knows: lists of names, clusters, weights. */
#include "name_model.h"

#include <string.h>
#include <zlib.h>

#include "err.h"
#include "model.h"
#include "reader.h"
#include "utf8.h"

extern const char model_name[], model_name_end[];

const char *const name_kind_names[KIND_COUNT] = {
	"given", "surname", "city", "metropolis", "country", "people",
	"region", "place", "place-head", "org", "org-head", "person",
	"honorific", "role", "common", "time", "misc", "brand",
	"male", "female", "function", "sport", "money", "-",
};

uint32_t
name_hash(struct str folded)
{
	return model_feature_str(0, folded);
}

uint32_t
name_hash_next(uint32_t before, uint32_t word)
{
	return model_feature(before, word);
}

/* Writes a folded code point when it fits. */
static size_t
fold_one(char *room, size_t at, int32_t cp, bool *cap)
{
	char bytes[4];
	size_t n;

	/* From Hebrew on: scripts without capitals. */
	if (utf8_class(cp) == CHAR_UPPER ||
	    (cp >= 0x590 && utf8_class(cp) == CHAR_LETTER))
		*cap = true;
	n = cp == 0x2019 ? utf8_put(bytes, '\'')
	                 : utf8_put(bytes, utf8_lower(cp));
	if (at + n > NAME_FOLD_MAX)
		return 0;
	memcpy(room + at, bytes, n);
	return n;
}

struct str
name_fold(char room[NAME_FOLD_MAX], struct str word, bool *cap)
{
	const char *end = word.p + word.n;
	size_t n = 0;

	*cap = false;
	for (const char *p = word.p; p < end && n < NAME_FOLD_MAX;) {
		int32_t cp;

		if ((unsigned char)*p < 0x80) {
			*cap |= ascii_upper(*p);
			room[n++] = ascii_fold(*p++);
			continue;
		}
		p += utf8_next(p, end, &cp);
		if (cp != UTF8_BAD)
			n += fold_one(room, n, cp, cap);
	}
	return (struct str){ room, n };
}

static uint32_t
get32(const unsigned char *p)
{
	return (uint32_t)p[0] | (uint32_t)p[1] << 8 | (uint32_t)p[2] << 16 |
	       (uint32_t)p[3] << 24;
}

uint32_t
name_kinds(const struct name_model *m, uint32_t hash)
{
	uint32_t set;

	if (!name_map_find(&m->kinds, hash, &set) || set >= m->nset)
		return 0;
	return get32(m->set + 4 * set);
}

bool
name_clusters(const struct name_model *m, uint32_t hash,
              uint16_t cluster[CLUSTER_LEVELS])
{
	uint32_t fine;

	if (!name_map_find(&m->clusters, hash, &fine) || fine >= m->ncluster)
		return false;
	cluster[0] = (uint16_t)fine;
	cluster[1] = m->coarser[2 * fine];
	cluster[2] = m->coarser[2 * fine + 1];
	return true;
}

static bool
next_section(struct str *rest, struct str *section)
{
	size_t n;

	if (rest->n < 4)
		return false;
	n = get32((const unsigned char *)rest->p);
	*rest = str_from(*rest, 4);
	if (n > rest->n)
		return false;
	*section = str_head(*rest, n);
	*rest = str_from(*rest, n);
	return true;
}

static bool
open_lists(struct name_model *m, struct str *rest)
{
	struct str sets, kinds, coarser, clusters;

	if (!next_section(rest, &sets) || !next_section(rest, &kinds) ||
	    !next_section(rest, &coarser) || !next_section(rest, &clusters))
		return false;
	m->set = (const unsigned char *)sets.p;
	m->nset = sets.n / 4;
	m->coarser = (const unsigned char *)coarser.p;
	m->ncluster = coarser.n / 2;
	return name_map_open(&m->kinds, kinds) &&
	       name_map_open(&m->clusters, clusters);
}

static bool
open_sections(struct name_model *m, struct str rest)
{
	struct str chain;

	return open_lists(m, &rest) && next_section(&rest, &chain) &&
	       chain_open(&m->chain, chain);
}

bool
name_model_lists(struct name_model *m, struct str body)
{
	*m = (struct name_model){ 0 };
	return open_lists(m, &body);
}

void
name_model_builtin(struct name_model *m)
{
	struct str blob = { model_name, (size_t)(model_name_end -
	                                         model_name) };

	*m = (struct name_model){ 0 };
	open_sections(m, str_from(blob, MODEL_HEADER));
}

bool
name_model_load(struct name_model *m, struct buf *hold, const char *path)
{
	struct str body;

	if (!reader_all(hold, path) ||
	    !model_unwrap(buf_str(hold), "name", str_of(path), &body))
		return false;
	*m = (struct name_model){ 0 };
	if (open_sections(m, body) && name_map_check(&m->kinds) &&
	    name_map_check(&m->clusters) && chain_check(&m->chain))
		return true;
	err_report(str_of(path), "a broken model file");
	return false;
}
