/* clean.c - which lines of a text are the article's own. */
#include "clean.h"

#include <stdlib.h>

#include "buf.h"
#include "clean_class.h"
#include "clean_judge.h"
#include "clean_known.h"
#include "err.h"

static bool
set_classes(struct clean *c, const char *list, bool keep)
{
	unsigned set = 0;

	if (!clean_class_set(str_of(list), &set)) {
		err_report(str_of(list), "no such class of lines");
		return false;
	}
	c->keep = keep ? c->keep | set : c->keep & ~set;
	return true;
}

static bool
set_up(struct clean *c, const struct clean_opts *o)
{
	c->keep = 1U << CLEAN_TEXT | 1U << CLEAN_HEADLINE |
	          1U << CLEAN_DATELINE;
	c->bias = (int32_t)(o->bias * MODEL_ONE);
	c->level = o->level;
	return clean_model_open(&c->model, o->model) &&
	       set_classes(c, o->keep, true) &&
	       set_classes(c, o->drop, false) &&
	       (o->patterns == NULL ||
	        clean_patterns_read(&c->patterns, o->patterns)) &&
	       (o->repeats == NULL ||
	        clean_repeat_read(&c->repeats, o->repeats));
}

struct clean *
clean_new(const struct clean_opts *opts)
{
	struct clean *c = mem_alloc(1, sizeof(*c));

	if (!set_up(c, opts)) {
		clean_free(c);
		return NULL;
	}
	c->phrases = clean_known();
	return c;
}

void
clean_free(struct clean *c)
{
	if (c == NULL)
		return;
	clean_model_release(&c->model);
	clean_phrases_free(c->phrases);
	clean_patterns_release(&c->patterns);
	clean_repeat_release(&c->repeats);
	free(c);
}

static struct str
quoted(const struct clean_judge *j, const char *name, const char *group,
       struct str phrase)
{
	struct buf b = { 0 };
	struct str reason;

	buf_cstr(&b, name);
	buf_cstr(&b, group);
	buf_cstr(&b, " \"");
	buf_add(&b, phrase);
	buf_char(&b, '"');
	reason = arena_dup(j->a, buf_str(&b));
	buf_release(&b);
	return reason;
}

static struct str
rule_reason(const struct clean_judge *j, size_t i)
{
	struct str s = clean_judge_text(&j->page, i);
	struct buf b = { 0 };
	struct span at;
	struct str reason;

	if (j->rule[i] == CLEAN_RULE_DROPS) {
		clean_patterns_find(&j->c->patterns, s, &at);
		return quoted(j, "pattern", "", str_sub(s, at));
	}
	buf_cstr(&b, "repeated:");
	buf_num(&b, clean_judge_repeats(j, j->page.lines.block[i].facts.hash));
	buf_char(&b, '/');
	buf_num(&b, clean_judge_repeats(j, 0));
	reason = arena_dup(j->a, buf_str(&b));
	buf_release(&b);
	return reason;
}

/* Why block i is dropped: the most telling of what is known of it. */
static struct str
reason_of(const struct clean_judge *j, size_t i, struct span kept)
{
	const struct clean_facts *f = &j->page.lines.block[i].facts;
	struct str s = clean_judge_text(&j->page, i);
	struct clean_match m = { 0 };

	if (j->rule[i] != CLEAN_NO_RULE)
		return rule_reason(j, i);
	if (j->class[i] != CLEAN_TEXT)
		return str_of(clean_class_name(j->class[i]));
	if (clean_phrases_find(j->c->phrases, s, &m) != 0)
		return quoted(j, "phrase:", clean_known_group(
			clean_known_phrase(m.phrase).group),
			str_sub(s, m.at));
	if (i < kept.beg || i >= kept.end)
		return STR("outside-segment");
	if (f->copied)
		return STR("copy");
	return f->bytes < CLEAN_LONG ? STR("label") : STR("unlike-article");
}

/* Blank lines stay behind a kept line when another follows; at the edges, and
 * where nothing is dropped, they stay as well. */
static void
judge_blanks(struct clean_lines_kept *k, const struct clean_page *p)
{
	bool kept = true;
	size_t last = 0;

	for (size_t i = 0; i < k->n; i++) {
		struct clean_line *line = &k->line[i];

		if (p->lines.row[i].block != CLEAN_BLANK) {
			kept = line->keep;
			last = kept ? i + 1 : last;
		} else {
			line->keep = kept;
		}
	}
	for (size_t i = last; i < k->n; i++)
		k->line[i].keep = k->line[i].keep && kept;
	for (size_t i = 0; i < k->n; i++)
		if (!k->line[i].keep && k->line[i].reason.n == 0)
			k->line[i].reason = STR("blank");
}

static void
judge_rows(const struct clean_judge *j, struct clean_lines_kept *k)
{
	const struct clean_page *p = &j->page;
	struct span kept = clean_judge_range(j);

	for (size_t i = 0; i < k->n; i++) {
		uint32_t b = p->lines.row[i].block;
		struct clean_line *line = &k->line[i];

		line->at = p->lines.row[i].at;
		if (b == CLEAN_BLANK)
			continue;
		line->score = j->total[b];
		line->keep = !k->sure || j->keep[b];
		if (!line->keep)
			line->reason = reason_of(j, b, kept);
	}
	judge_blanks(k, p);
}

static bool
any_sure(const struct clean_judge *j)
{
	for (size_t i = 0; i < j->page.lines.nblock; i++)
		if (j->keep[i] && j->total[i] > CLEAN_SURE)
			return true;
	return j->page.lines.nblock == 0;
}

struct clean_lines_kept
clean_text(const struct clean *c, struct arena *a, struct str text,
           struct str source)
{
	struct clean_judge j = clean_judge(c, a, text, source);
	struct clean_lines_kept k = { .n = j.page.lines.nrow,
		                      .used = j.page.lines.used };

	k.sure = any_sure(&j);
	k.line = arena_new(a, struct clean_line, k.n);
	judge_rows(&j, &k);
	return k;
}

/* Half of the sure long lines come from another document. */
static bool
is_copy(const struct clean_judge *j, const struct clean_repeat *r)
{
	size_t known = 0, all = 0;

	for (size_t i = 0; i < j->page.lines.nblock; i++) {
		const struct clean_facts *f = &j->page.lines.block[i].facts;

		if (f->bytes < CLEAN_LONG || j->total[i] < CLEAN_SURE)
			continue;
		all++;
		known += clean_repeat_count(r, clean_repeat_key(
			j->source, f->hash)) > 0;
	}
	return all > 1 && known * 2 > all;
}

void
clean_learn(const struct clean *c, struct clean_repeat *r, uint32_t doc,
            struct str text, struct str source)
{
	struct arena a = { 0 };

	while (text.n > 0) {
		struct clean_judge j = clean_judge(c, &a, text, source);
		const struct clean_lines *l = &j.page.lines;

		if (r->doc == doc || !is_copy(&j, r)) {
			r->doc = doc;
			clean_repeat_add(r, clean_repeat_key(source, 0));
			for (size_t i = 0; i < l->nblock; i++)
				clean_repeat_add(r, clean_repeat_key(
					source, l->block[i].facts.hash));
		}
		text = str_from(text, l->used);
		arena_reset(&a);
	}
	arena_release(&a);
}
