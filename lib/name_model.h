/*
 * name_model.h - what the tagger knows: lists of names, clusters, weights.
 *
 * File: the header of model.h (task "name"), then five sections, each after
 * its length as a uint32: the sets of kinds that occur (a uint32 each), names
 * and words to the number of their set, of each fine cluster the coarser ones
 * (a byte each), words to fine clusters, the chain of model_chain.h. A list's
 * entry of several words has the hash that name_hash_next() makes of theirs.
 */
#ifndef NAME_MODEL_H
#define NAME_MODEL_H

#include <stdbool.h>
#include <stdint.h>

#include "buf.h"
#include "model_chain.h"
#include "name_map.h"
#include "str.h"

/* What a list tells of a name or word: bits of a set. */
enum name_kind {
	KIND_GIVEN,
	KIND_SURNAME,
	KIND_CITY,
	KIND_METROPOLIS, /* half a million people */
	KIND_COUNTRY,    /* and its capital */
	KIND_PEOPLE,     /* demonyms */
	KIND_REGION,     /* states, provinces */
	KIND_PLACE,      /* seas, mountains, buildings */
	KIND_PLACE_HEAD, /* river, stadium */
	KIND_ORG,
	KIND_ORG_HEAD,   /* university, inc */
	KIND_PERSON,     /* full names of the famous */
	KIND_HONORIFIC,
	KIND_ROLE,
	KIND_COMMON,     /* also an ordinary word */
	KIND_TIME,       /* days, months, holidays */
	KIND_MISC,       /* works, events, products, laws */
	KIND_BRAND,      /* companies, or what they make */
	KIND_MALE,       /* given names of one sex */
	KIND_FEMALE,
	KIND_FUNCTION,   /* alone never a name */
	KIND_SPORT,      /* words of matches */
	KIND_MONEY,      /* words of markets */
	KIND_STARTS,     /* a longer entry starts with this word */
	KIND_COUNT
};

enum { CLUSTER_LEVELS = 3, NAME_WORDS_MAX = 8 /* of a list's entry */ };

extern const char *const name_kind_names[KIND_COUNT];

struct name_model {
	const unsigned char *set; /* 4 bytes each */
	size_t nset;
	struct name_map kinds;
	const unsigned char *coarser; /* of fine clusters: 2 bytes each */
	size_t ncluster;
	struct name_map clusters;
	struct chain chain;
};

/* The hash of a word, after folding with name_fold(). */
uint32_t name_hash(struct str folded);
/* The hash of a row of words, given that of all but the last and its own. */
uint32_t name_hash_next(uint32_t before, uint32_t word);

enum { NAME_FOLD_MAX = 64 };

/* Lower case, straight apostrophes, at most NAME_FOLD_MAX bytes, written to
 * room; *cap tells whether there is a capital. */
struct str name_fold(char room[NAME_FOLD_MAX], struct str word, bool *cap);

/* A set of bits of enum name_kind; 0 for a stranger. */
uint32_t name_kinds(const struct name_model *m, uint32_t hash);
/* False for a stranger. Coarser from level to level. */
bool name_clusters(const struct name_model *m, uint32_t hash,
                   uint16_t cluster[CLUSTER_LEVELS]);

/* A model that has lists and clusters but no chain yet; for training. */
bool name_model_lists(struct name_model *m, struct str body);
/* The model that is compiled in. */
void name_model_builtin(struct name_model *m);
/* Reads the file at path into hold, which the caller releases; false when it
 * is no model of names, which is then reported. */
bool name_model_load(struct name_model *m, struct buf *hold,
                     const char *path);

#endif
