/* name_corpus.c - texts with their names marked, to train from. */
#include "name_corpus.h"

#include <stdlib.h>
#include <string.h>

#include "err.h"
#include "input.h"
#include "model.h"
#include "reader.h"
#include "table.h"

struct corpus {
	gold_taker *take;
	void *context;
	struct buf text;   /* of the current document */
	struct name_given *name;
	size_t n, room;
	bool misc;
	bool quoted;       /* an odd number of " so far */
};

static struct name_given *
add_name(struct corpus *c)
{
	if (c->n == c->room) {
		c->room = c->room * 2 + 256;
		c->name = mem_resize(c->name, c->room, sizeof(*c->name));
	}
	return &c->name[c->n++];
}

static void
give(struct corpus *c, struct str id)
{
	struct gold_doc doc = { id, buf_str(&c->text), c->name, c->n,
		                c->misc };

	if (c->text.n > 0)
		c->take(c->context, &doc);
	buf_clear(&c->text);
	c->n = 0;
	c->quoted = false;
}

static bool
is_one_of(struct str word, const char *row)
{
	return word.n == 1 && strchr(row, word.p[0]) != NULL;
}

/* Whether a text would have a blank between two tokens. */
static bool
spaced(const struct corpus *c, struct str word)
{
	struct str before = buf_str(&c->text);
	char last;

	if (before.n == 0)
		return false;
	last = before.p[before.n - 1];
	if (last == '\n' || last == '(' || last == '[' || last == '$' ||
	    (last == '"' && c->quoted))
		return false;
	if (is_one_of(word, ".,;:?!)]%") || str_eq(word, STR("n't")) ||
	    (str_eq(word, STR("\"")) && c->quoted))
		return false;
	return !(word.n > 1 && word.p[0] == '\'' && word.p[1] != '\'');
}

static void
iob_token(struct corpus *c, struct str word, struct str tag)
{
	size_t beg;
	enum name_type type;

	if (spaced(c, word))
		buf_char(&c->text, ' ');
	beg = c->text.n;
	buf_add(&c->text, word);
	if (str_eq(word, STR("\"")))
		c->quoted = !c->quoted;
	if (tag.n < 3 || !name_type_of(str_from(tag, 2), &type))
		return;
	if (tag.p[0] == 'B' || c->n == 0 || c->name[c->n - 1].type != type)
		add_name(c)->at.beg = beg;
	c->name[c->n - 1].at.end = c->text.n;
	c->name[c->n - 1].type = type;
}

static void
read_iob(struct corpus *c, struct str all)
{
	c->misc = str_find_str(all, STR("B-MISC")) < all.n;
	while (all.n > 0) {
		struct str line = str_trim(str_cut(&all, '\n'));
		struct str word = str_cut(&line, '\t');

		if (str_starts(word, STR("-DOCSTART-")))
			give(c, (struct str){ NULL, 0 });
		else if (word.n > 0)
			iob_token(c, word, line);
		else if (c->text.n > 0 &&
		    c->text.p[c->text.n - 1] != '\n')
			buf_char(&c->text, '\n');
	}
	give(c, (struct str){ NULL, 0 });
}

/* The first row of every document of a gold file. */
static void
index_gold(struct table *rows, struct str all)
{
	while (all.n > 0) {
		const char *at = all.p;
		struct str line = str_cut(&all, '\n');
		struct str doc = str_cut(&line, '\t');
		bool fresh;
		struct table_slot *slot = table_add(rows, doc, &fresh);

		if (fresh)
			slot->value = (uint64_t)(uintptr_t)at;
	}
}

static void
add_row(struct corpus *c, struct str line)
{
	uint64_t beg, end;
	enum name_type type;

	if (!str_number(str_cut(&line, '\t'), &beg) ||
	    !str_number(str_cut(&line, '\t'), &end) ||
	    !name_type_of(str_cut(&line, '\t'), &type) || beg >= end ||
	    end > c->text.n)
		return;
	*add_name(c) = (struct name_given){ { (size_t)beg, (size_t)end },
		                           type };
}

static void
add_rows(struct corpus *c, struct str name, struct str rows)
{
	while (rows.n > 0) {
		struct str line = str_cut(&rows, '\n');

		if (!str_eq(str_cut(&line, '\t'), name))
			return;
		add_row(c, line);
	}
}

static void
read_docs(struct corpus *c, const char *path, struct str gold)
{
	char *files[] = { NULL, NULL };
	struct buf name = { 0 };
	struct input *in;
	struct table rows = { 0 };
	struct doc doc;

	buf_cstr(&name, path);
	buf_char(&name, '\0');
	files[0] = name.p;
	in = input_open(files, &(struct input_opts){ 0 });
	index_gold(&rows, gold);
	c->misc = str_find_str(gold, STR("\tMISC\t")) < gold.n;
	while (input_part(in, &doc)) {
		struct table_slot *slot = table_find(&rows, doc.name);

		buf_add(&c->text, doc.text);
		if (slot != NULL) {
			const char *at = (const char *)(uintptr_t)slot->value;

			add_rows(c, doc.name, str_from(gold,
			         (size_t)(at - gold.p)));
		}
		give(c, doc.name);
	}
	input_close(in);
	table_release(&rows);
	buf_release(&name);
}

static bool
read_gold(struct corpus *c, const char *path, struct str stem)
{
	struct buf name = { 0 }, gold = { 0 };
	bool ok;

	buf_add(&name, stem);
	buf_cstr(&name, ".gold.tsv");
	buf_char(&name, '\0');
	ok = reader_all(&gold, name.p);
	if (ok)
		read_docs(c, path, buf_str(&gold));
	buf_release(&gold);
	buf_release(&name);
	return ok;
}

bool
name_corpus_read(const char *path, gold_taker *take, void *context)
{
	struct corpus c = { .take = take, .context = context };
	struct str p = str_of(path);
	struct buf all = { 0 };
	bool ok = false;

	if (str_ends(p, STR(".txt"))) {
		ok = read_gold(&c, path, str_head(p, p.n - 4));
	} else if (str_ends(p, STR(".iob"))) {
		ok = reader_all(&all, path);
		if (ok)
			read_iob(&c, buf_str(&all));
	} else {
		err_report(p, "neither .txt nor .iob");
	}
	buf_release(&all);
	buf_release(&c.text);
	free(c.name);
	return ok;
}
