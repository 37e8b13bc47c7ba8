/*
 * quote_rule.h - the rules that give a quotation its speaker, by name.
 *
 * The confidence of a rule is the share of its speakers that were right on
 * the development sets where the speaker is a person, a little shrunk for
 * rules that are rare there; other types of speakers are less sure, see
 * quote_resolve.c.
 */
#ifndef QUOTE_RULE_H
#define QUOTE_RULE_H

enum quote_rule {
	RULE_NONE,
	RULE_VERB_NAME,    /* "...," said Smith */
	RULE_NAME_VERB,    /* "...," Smith said */
	RULE_ACCORDING,    /* according to Smith */
	RULE_COLON,        /* Smith said: "..." and Smith said, "..." */
	RULE_OBJECT,       /* Smith called it "..." */
	RULE_CLAUSE,       /* Smith said that it was "..." */
	RULE_SAYING,       /* ..., saying "..." */
	RULE_LATE,         /* It was "..." then, Smith said. */
	RULE_AGENT,        /* was called "..." by Smith */
	RULE_TAIL,         /* Smith thundered: "..." with any verb */
	RULE_REMARK,       /* his statement that "..." */
	RULE_LABEL,        /* SMITH: "..." */
	RULE_CAPTION,      /* "..." - Smith */
	RULE_SENTENCE,     /* "...," Smith said, "..." */
	RULE_AGAIN,        /* the next paragraph re-opens */
	RULE_NEXT,         /* "...," Smith said. "..." */
	RULE_AHEAD,        /* "..." "...," Smith said. */
	RULE_PARAGRAPH,    /* "...," Smith said. He left. "..." */
	RULE_LEAD,         /* Smith was blunt. "..." */
	RULE_LOOSE,        /* no cue: the subject of the sentence */
	RULE_SCARE,
	QUOTE_RULES
};

struct quote_rule_row {
	const char *name;
	double confidence;
};

extern const struct quote_rule_row quote_rules[QUOTE_RULES];

#endif
