/* clean_pattern.c - phrases of the user that keep or drop lines. */
#include "clean_pattern.h"

#include <stdlib.h>

#include "arena.h"
#include "reader.h"

/* The phrase of a line, folded in place; empty: none. */
static struct clean_phrase
phrase_of(struct clean_patterns *p, struct span line)
{
	struct span at = span_trim(buf_str(&p->text), line);
	char *s = p->text.p;
	bool keep;

	if (at.beg == at.end || s[at.beg] == '#')
		return (struct clean_phrase){ { NULL, 0 }, 0 };
	keep = s[at.beg] == '+';
	if (keep || s[at.beg] == '-')
		at.beg++;
	at = span_trim(buf_str(&p->text), at);
	for (size_t i = at.beg; i < at.end; i++)
		s[i] = ascii_space(s[i]) ? ' ' : ascii_fold(s[i]);
	return (struct clean_phrase){ str_sub(buf_str(&p->text), at),
		                      keep ? CLEAN_KEEP : CLEAN_DROP };
}

bool
clean_patterns_read(struct clean_patterns *p, const char *path)
{
	struct clean_phrase *all;
	struct span line;
	size_t at = 0, n = 0;

	if (!reader_text(&p->text, path))
		return false;
	all = mem_alloc(p->text.n + 1, sizeof(*all));
	while (next_line(buf_str(&p->text), &at, &line)) {
		struct clean_phrase one = phrase_of(p, line);

		if (one.text.n > 0)
			all[n++] = one;
	}
	p->phrases = clean_phrases_new(all, n);
	free(all);
	return true;
}

enum clean_pattern
clean_patterns_find(const struct clean_patterns *p, struct str s,
                    struct span *at)
{
	struct clean_match m = { 0 };
	uint32_t groups;

	if (p->phrases == NULL)
		return CLEAN_NO_PATTERN;
	groups = clean_phrases_find(p->phrases, s, &m);
	*at = m.at;
	if (groups >> CLEAN_KEEP & 1)
		return CLEAN_KEEP;
	return groups >> CLEAN_DROP & 1 ? CLEAN_DROP : CLEAN_NO_PATTERN;
}

void
clean_patterns_release(struct clean_patterns *p)
{
	clean_phrases_free(p->phrases);
	buf_release(&p->text);
}
