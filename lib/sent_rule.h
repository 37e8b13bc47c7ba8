/*
 * sent_rule.h - what always holds, before any weight is asked.
 *
 * One small function a rule; the first that answers counts. sentsplit(1) has
 * them as a table, tests/unit/sent_rule_test.c a test for each.
 */
#ifndef SENT_RULE_H
#define SENT_RULE_H

#include "sent_spot.h"

enum verdict { RULE_OPEN, RULE_NO, RULE_YES };

/* What the rules say about a spot that is not at a line end. rule: the name
 * of the one that answered, or NULL; may be NULL. */
enum verdict rule_judge(const struct spot *s, const struct sent_view *v,
                        const char **rule);

/* Whether a rule could answer about . ! or ? with nothing closing, where no
 * small word follows and no list mark begins the sentence. */
bool rule_possible_word(enum before before);
/* Whether a rule could answer, by what lies next to the gap alone. */
bool rule_possible(const struct spot *s, const struct sent_view *v);

#endif
