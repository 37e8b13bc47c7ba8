/*
 * sent_weigh.h - the answer of a model about a spot, with as few words looked
 * up as it takes.
 *
 * Weights of classes are few: for each pair of classes before and after the gap
 * it is known how much the words further off can add, and mostly they cannot
 * change the answer. What is found about a pair or a shape is kept.
 */
#ifndef SENT_WEIGH_H
#define SENT_WEIGH_H

#include <stdbool.h>
#include <stdint.h>

#include "model.h"
#include "sent_feat.h"
#include "sent_spot.h"

struct weigh_range {
	int32_t least, most;
};

struct weigh_pair {
	bool known;
	int32_t usual; /* feat_near() of the usual spot */
	struct weigh_range second, both; /* both: with prior */
};

/* Stops that are one byte; states: a lead, a closing double quotation mark, an
 * open quotation, a small letter that begins the sentence. */
enum { WEIGH_STOPS = 3, WEIGH_STATES = LEAD_KINDS * 2 * 2 * 2 };

enum { WEIGH_ASKED = 2 }; /* added to an answer that is kept, else it is 0 */

/* Answers by class before, and by kind of word of letters. */
typedef signed char weigh_row[BEFORE_CLASSES + WORD_EITHERS];

struct weigh {
	struct model model;
	struct weigh_pair pair[BEFORE_CLASSES][AFTER_CLASSES];
	weigh_row capital[WEIGH_STOPS][FEAT_PLACES][WEIGH_STATES];
};

void weigh_init(struct weigh *w, const struct model *m);
/* 1 yes, -1 no, 0 when more text is needed to tell. Sets prior and second of
 * the spot when it asks for them. */
int weigh_spot(struct weigh *w, struct spot *s, const struct sent_view *v);

/* About a stop . ! or ? with one blank behind it, or behind its closing double
 * quotation mark, and a capitalised word of any class, no bracket open: where
 * the answers for a spot with its word are, by class before. */
static inline signed char *
weigh_capitals(struct weigh *w, const struct spot *s,
               const struct sent_view *v)
{
	unsigned state = s->lead;

	state = 2 * state + (s->close == CLOSE_DOUBLE);
	state = 2 * state + (v->quotes > 0);
	state = 2 * state + view_small(v);
	return w->capital[s->stop][feat_place(s, v)][state];
}
/* The answer when it is the same for all words behind, else 0. */
int weigh_capital(struct weigh *w, signed char *row, struct spot *s,
                  const struct sent_view *v, enum before before);
/* The answer when it is so for both of word_eithers[either], else 0; kept in
 * row behind those of the classes. */
int weigh_either(struct weigh *w, signed char *row, struct spot *s,
                 const struct sent_view *v, unsigned either);

#endif
