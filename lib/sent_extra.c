/* sent_extra.c - abbreviations that a user adds. */
#include "sent_extra.h"

#include "buf.h"
#include "err.h"
#include "reader.h"

/* In the order of enum abbrev. */
static const char *const classes[ABBREV_CLASSES] = {
	"", "title", "suffix", "corp", "month", "weekday", "state", "country",
	"clock", "ref", "latin", "etc", "unit", "street", "abbr",
};

static enum abbrev
class_of(struct str name)
{
	if (name.n == 0)
		return ABBREV_ABBR;
	for (int i = 1; i < ABBREV_CLASSES; i++)
		if (str_eq(name, str_of(classes[i])))
			return (enum abbrev)i;
	return ABBREV_NONE;
}

bool
sent_extra_add(struct table *t, struct str text, struct str path)
{
	while (text.n > 0) {
		struct str class = str_cut(&text, '\n');
		struct str word = str_trim(str_cut(&class, '\t'));
		enum abbrev value = class_of(str_trim(class));

		if (str_ends(word, STR(".")))
			word.n--;
		if (word.n == 0 || word.p[0] == '#')
			continue;
		if (value == ABBREV_NONE) {
			err_detail(path, "no such class of abbreviations",
			           str_trim(class));
			return false;
		}
		table_add(t, word, NULL)->value = value;
	}
	return true;
}

bool
sent_extra_load(struct table *t, struct arena *a, const char *path)
{
	struct buf b = { 0 };
	bool ok = reader_text(&b, path) &&
	          sent_extra_add(t, arena_dup(a, buf_str(&b)), str_of(path));

	buf_release(&b);
	return ok;
}
