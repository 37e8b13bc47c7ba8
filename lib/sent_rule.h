/*
 * sent_rule.h - what always holds, before any weight is asked.
 *
 * One small function a rule; the first that answers counts. sentsplit(1) has
 * them as a table, tests/unit/sent_rule_test.c a test for each.
 */
#ifndef SENT_RULE_H
#define SENT_RULE_H

#include <stdint.h>

#include "sent_spot.h"

enum verdict { RULE_OPEN, RULE_NO, RULE_YES };

/* A set of rules, a bit each. */
#define RULE_ALL UINT32_MAX

/* The rules that could answer, by the classes of the two words. */
struct rule_sets {
	uint32_t before[BEFORE_CLASSES], after[AFTER_CLASSES];
	uint32_t far; /* those that ask for prior or second */
};

void rule_sets_fill(struct rule_sets *r);

static inline uint32_t
rule_possible(const struct rule_sets *r, const struct spot *s)
{
	return r->before[s->before] & r->after[s->after];
}

/* What the rules of a set say about a spot that is not at a line end. rule:
 * the name of the one that answered, or NULL; may be NULL. */
enum verdict rule_judge(uint32_t set, const struct spot *s,
                        const struct sent_view *v, const char **rule);

/* Whether a rule could answer about . ! or ? with nothing or a quotation mark
 * closing and a capitalised word behind, where no list mark ends; first: the
 * word before begins the sentence. */
bool rule_before_capital(enum before before, bool first);

#endif
