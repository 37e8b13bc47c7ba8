/*
 * groups.c - groups names whose spans are given: what eval/names/score.py
 * scores with --groups. FILE.txt has FILE.gold.tsv beside it (name_corpus.h).
 */
#include <stdio.h>

#include "name_corpus.h"
#include "sent.h"

static void
put_text(struct str s)
{
	putchar('"');
	for (size_t i = 0; i < s.n; i++) {
		if (s.p[i] == '"')
			putchar('"');
		putchar(s.p[i]);
	}
	putchar('"');
}

static void
put_doc(void *context, const struct gold_doc *g)
{
	struct arena a = { 0 };
	struct tokens toks = { 0 };
	struct name_input in = { .text = g->text, .toks = &toks };
	struct names found;

	(void)context;
	token_split(&toks, g->text);
	in.sents = sent_split(&a, g->text);
	found = name_find_given(&a, &in, g->name, g->n);
	for (size_t i = 0; i < found.nmention; i++) {
		const struct mention *m = &found.mention[i];

		put_text(g->id);
		printf(",%zu,%zu,%s,", m->at.beg, m->at.end,
		       name_type_names[m->type]);
		put_text(str_sub(g->text, m->at));
		putchar(',');
		put_text(found.entity[m->entity].full);
		putchar('\n');
	}
	token_release(&toks);
	arena_release(&a);
}

int
main(int argc, char **argv)
{
	puts("doc,start,end,type,mention,name");
	for (int i = 1; i < argc; i++)
		if (!name_corpus_read(argv[i], put_doc, NULL))
			return 2;
	return fclose(stdout) == 0 ? 0 : 2;
}
