/* place.c - offsets into a document in bytes or in code points. */
#include "place.h"

#include "utf8.h"

void
place_begin(struct place *p, const struct doc *doc)
{
	p->doc = doc;
	p->byte = 0;
	if (doc->first)
		p->before = 0;
}

static uint64_t
count(const struct place *p, size_t beg, size_t end)
{
	return utf8_count(str_sub(p->doc->text, (struct span){ beg, end }));
}

uint64_t
place_at(struct place *p, size_t at)
{
	if (!p->chars)
		return p->doc->offset + at;
	if (at >= p->byte)
		p->before += count(p, p->byte, at);
	else
		p->before -= count(p, at, p->byte);
	p->byte = at;
	return p->before;
}

void
place_end(struct place *p, size_t used)
{
	place_at(p, used);
}
