/*
 * clean_judge.h - the verdict on every block of a page.
 *
 * Rules (patterns, repeated lines) go first and stand as scores of certainty
 * for the context; then the stages of clean_feature.h; then what the level of
 * dirt adds; last the classes of lines.
 */
#ifndef CLEAN_JUDGE_H
#define CLEAN_JUDGE_H

#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>

#include "arena.h"
#include "clean.h"
#include "clean_model.h"
#include "clean_page.h"
#include "clean_pattern.h"
#include "clean_repeat.h"

enum {
	CLEAN_SURE = MODEL_ONE / 2, /* a document has a line of that score */
	CLEAN_LONG = 80             /* bytes of a line whose loss hurts */
};

/* What every document is judged by. */
struct clean {
	struct clean_model model;
	struct clean_phrases *phrases;
	struct clean_patterns patterns;
	struct clean_repeat repeats;
	unsigned keep; /* classes, 1 << enum clean_class */
	int32_t bias;
	int level;
};

/* Why a block is kept or dropped by a rule, before any score. */
enum clean_rule {
	CLEAN_NO_RULE,
	CLEAN_RULE_KEEPS, /* a pattern */
	CLEAN_RULE_DROPS,
	CLEAN_REPEATED
};

/* A page in work. */
struct clean_judge {
	const struct clean *c;
	struct arena *a;
	struct clean_page page;
	struct str source;
	unsigned char *rule;  /* a block: enum clean_rule */
	unsigned char *class; /* a block: enum clean_class */
	int32_t *total;       /* a block: its score and what is added to it */
	bool *keep;           /* a block */
};

/* Everything lies in the arena. */
struct clean_judge clean_judge(const struct clean *c, struct arena *a,
                               struct str text, struct str source);
struct str clean_judge_text(const struct clean_page *p, size_t i);
/* In how many documents of the source a line came; line 0: how many it has. */
uint32_t clean_judge_repeats(const struct clean_judge *j, uint64_t line);
/* The first and last block that is kept, as a half-open range. */
struct span clean_judge_range(const struct clean_judge *j);

#endif
