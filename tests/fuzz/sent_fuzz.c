/* sent_fuzz.c - splitting changes white space only, splits nothing twice, and
 * is the same for any sizes of pieces. The first byte chooses the mode. */
#include "buf.h"
#include "fuzz.h"
#include "sent.h"

static bool wrapped;

static struct sent
splitter(void)
{
	struct sent s;

	sent_init(&s);
	s.wrapped = wrapped;
	return s;
}

/* The text with a newline in place of each gap, in pieces of step bytes. */
static struct buf
split(struct str text, size_t step)
{
	struct buf to = { 0 };
	struct sent s = splitter();
	size_t from = 0; /* of the piece that s has, in text */
	size_t end = step < text.n ? step : text.n;
	size_t done = 0;

	sent_begin(&s, str_head(text, end), end == text.n);
	for (;;) {
		struct sent_gap gap;
		size_t settled;

		while (sent_next(&s, &gap)) {
			LAW(gap.at.beg <= gap.at.end);
			LAW(from + gap.at.beg >= done);
			if (gap.kind == SENT_LINE)
				continue;
			buf_add(&to, str_sub(text, (struct span){
			    done, from + gap.at.beg }));
			buf_char(&to, '\n');
			done = from + gap.at.end;
		}
		if (end == text.n)
			break;
		settled = sent_settled(&s);
		if (from + settled > done) {
			buf_add(&to, str_sub(text, (struct span){
			    done, from + settled }));
			done = from + settled;
		}
		settled = done - from;
		settled = settled > SENT_CONTEXT ? settled - SENT_CONTEXT : 0;
		from += settled;
		end = end + step < text.n ? end + step : text.n;
		sent_more(&s, settled,
		          str_sub(text, (struct span){ from, end }),
		          end == text.n);
	}
	buf_add(&to, str_from(text, done));
	return to;
}

/* The bytes that are no ASCII white space. */
static struct buf
dense(struct str s)
{
	struct buf to = { 0 };

	for (size_t i = 0; i < s.n; i++)
		if (!ascii_space(s.p[i]))
			buf_char(&to, s.p[i]);
	return to;
}

static void
check(struct str text)
{
	struct buf whole = split(text, text.n + 1);
	struct buf again = split(buf_str(&whole), whole.n + 1);
	struct buf a = dense(text);
	struct buf b = dense(buf_str(&whole));

	LAW(str_eq(buf_str(&a), buf_str(&b)));
	LAW(wrapped || str_eq(buf_str(&whole), buf_str(&again)));
	for (size_t step = 1; step < 100; step = step * 3 + 1) {
		struct buf part = split(text, step);

		LAW(str_eq(buf_str(&whole), buf_str(&part)));
		buf_release(&part);
	}
	buf_release(&whole);
	buf_release(&again);
	buf_release(&a);
	buf_release(&b);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str text = { (const char *)data, size };
	struct arena a = { 0 };
	struct spans spans;
	size_t end = 0;

	if (size == 0)
		return 0;
	wrapped = text.p[0] & 1;
	text = str_from(text, 1);
	if (text.n > 4096)
		return 0;
	check(text);
	spans = sent_split(&a, text);
	for (size_t i = 0; i < spans.n; i++) {
		LAW(spans.v[i].beg >= end);
		LAW(spans.v[i].beg < spans.v[i].end);
		end = spans.v[i].end;
	}
	arena_release(&a);
	return 0;
}
