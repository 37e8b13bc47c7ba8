/* source_text.c - a document's text made what the filters read. */
#include "source_text.h"

#include "source_mark.h"
#include "source_repair.h"
#include "utf8.h"

/* Bytes 0x80 to 0x9F of windows-1252 (WHATWG Encoding, index windows-1252). */
static const int32_t high_1252[32] = {
	0x20AC, 0x0081, 0x201A, 0x0192, 0x201E, 0x2026, 0x2020, 0x2021,
	0x02C6, 0x2030, 0x0160, 0x2039, 0x0152, 0x008D, 0x017D, 0x008F,
	0x0090, 0x2018, 0x2019, 0x201C, 0x201D, 0x2022, 0x2013, 0x2014,
	0x02DC, 0x2122, 0x0161, 0x203A, 0x0153, 0x009D, 0x017E, 0x0178,
};

static void
add_bytes(struct buf *b, struct str s, bool latin1)
{
	for (size_t i = 0; i < s.n; i++) {
		unsigned char c = (unsigned char)s.p[i];
		char bytes[4];
		int32_t cp = c;

		if (!latin1 && c >= 0x80 && c < 0xA0)
			cp = high_1252[c - 0x80];
		buf_add(b, (struct str){ bytes, utf8_put(bytes, cp) });
	}
}

void
text_windows_1252(struct buf *b, struct str s)
{
	add_bytes(b, s, false);
}

void
text_latin1(struct buf *b, struct str s)
{
	add_bytes(b, s, true);
}

static struct str
decode(const struct text_work *w, struct buf *b, struct str s)
{
	int from = w->opts.encoding;

	if (from == TEXT_UTF8 ||
	    (from == TEXT_AUTO && utf8_invalid(s) == s.n))
		return s;
	buf_clear(b);
	add_bytes(b, s, from == TEXT_LATIN1);
	return buf_str(b);
}

void
text_decode(struct text_work *w, struct article *a)
{
	if (a->is_utf8)
		return;
	if (!a->is_path)
		a->name = decode(w, &w->name, a->name);
	a->fields = decode(w, &w->fields, a->fields);
	a->text = decode(w, &w->text, a->text);
}

void
text_unwrap(struct buf *b, struct str text)
{
	struct span line;
	bool inside = false;

	for (size_t at = 0; next_line(text, &at, &line);) {
		struct str s = str_trim(str_sub(text, line));

		if (s.n > 0 && inside)
			buf_char(b, ' ');
		else if (s.n == 0 && inside)
			buf_char(b, '\n');
		buf_add(b, s);
		inside = s.n > 0;
	}
	if (inside)
		buf_char(b, '\n');
}

struct str
text_refine(struct text_work *w, struct str text)
{
	if (w->opts.repair)
		text = repair_text(w->spare, text);
	if (w->opts.paragraphs == 1) {
		struct buf *b = &w->spare[text.p == w->spare[0].p];

		buf_clear(b);
		text_unwrap(b, text);
		text = buf_str(b);
	}
	return mark_guard(&w->guarded, text);
}

bool
text_is_plain(const struct text_opts *opts)
{
	return opts->encoding == TEXT_UTF8 && !opts->repair &&
	       opts->paragraphs == 0;
}

void
text_release(struct text_work *w)
{
	buf_release(&w->guarded);
	buf_release(&w->name);
	buf_release(&w->fields);
	buf_release(&w->text);
	buf_release(&w->spare[0]);
	buf_release(&w->spare[1]);
}
