/* quote_rule.c - the rules that give a quotation its speaker, by name. */
#include "quote_rule.h"

const struct quote_rule_row quote_rules[QUOTE_RULES] = {
	[RULE_NONE] = { "none", 0.30 },
	[RULE_VERB_NAME] = { "q-verb-name", 0.97 },
	[RULE_NAME_VERB] = { "q-name-verb", 0.98 },
	[RULE_ACCORDING] = { "according", 0.80 },
	[RULE_COLON] = { "name-verb-q", 0.96 },
	[RULE_OBJECT] = { "object", 0.90 },
	[RULE_CLAUSE] = { "clause", 0.95 },
	[RULE_SAYING] = { "saying", 0.90 },
	[RULE_LATE] = { "late", 0.90 },
	[RULE_AGENT] = { "agent", 0.80 },
	[RULE_TAIL] = { "any-verb", 0.75 },
	[RULE_REMARK] = { "remark", 0.50 },
	[RULE_LABEL] = { "label", 0.92 },
	[RULE_CAPTION] = { "caption", 0.85 },
	[RULE_SENTENCE] = { "same-sentence", 0.85 },
	[RULE_AGAIN] = { "again", 0.90 },
	[RULE_NEXT] = { "next-sentence", 0.97 },
	[RULE_AHEAD] = { "ahead", 0.85 },
	[RULE_PARAGRAPH] = { "same-paragraph", 0.75 },
	[RULE_LEAD] = { "lead", 0.60 },
	[RULE_LOOSE] = { "loose", 0.40 },
	[RULE_SCARE] = { "scare", 0.30 },
};
