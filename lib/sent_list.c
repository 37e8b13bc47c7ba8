/* sent_list.c - the sentences of a document that comes in parts, numbered. */
#include "sent_list.h"

#include "utf8.h"

void
sent_list_part(struct sent_lister *l, struct str text, bool first, bool last)
{
	if (first) {
		sent_begin(l->sent, text, last);
		l->done = l->drop = 0;
		l->paragraph = l->sentence = 0;
		l->fresh = true;
	} else {
		sent_more(l->sent, l->drop, text, last);
	}
	l->ready = (struct span){ l->done, l->done };
	l->line = false;
	l->more = true;
}

/* Takes the next sentence; what is settled of the last one, when it is long. */
static void
take(struct sent_lister *l)
{
	struct sent_gap gap;
	struct str text = l->sent->view.text;

	l->ready.beg = l->done;
	if (sent_next(l->sent, &gap)) {
		l->ready.end = gap.at.beg;
		l->done = gap.at.end;
		l->line = gap.kind == SENT_LINE;
		return;
	}
	l->more = false;
	l->ready.end = l->sent->view.last ? text.n : sent_settled(l->sent);
	l->done = l->ready.end;
	if (l->sent->view.last || l->ready.end - l->ready.beg > SENT_LONG)
		return;
	l->done = l->ready.end = l->ready.beg;
}

/* The end of a piece of at most SENT_LONG bytes. */
static size_t
piece_end(struct str text, struct span at)
{
	size_t max = at.beg + SENT_LONG;
	size_t end = max;

	if (at.end <= max)
		return at.end;
	while (end > at.beg && !ascii_space(text.p[end - 1]))
		end--;
	if (end > at.beg)
		return end;
	end = at.beg + utf8_floor(str_from(text, at.beg), SENT_LONG);
	return end > at.beg ? end : max;
}

bool
sent_list_next(struct sent_lister *l, struct sent_record *at)
{
	struct str text = l->sent->view.text;

	for (;;) {
		struct span *ready = &l->ready;

		if (ready->beg == ready->end) {
			l->fresh |= l->line;
			l->line = false;
			if (!l->more)
				return false;
			take(l);
		}
		at->at.beg = ready->beg;
		at->at.end = piece_end(text, *ready);
		if (!l->more && !l->sent->view.last &&
		    at->at.end == ready->end) { /* may go on */
			l->done = ready->beg;
			return false;
		}
		ready->beg = at->at.end;
		at->at = span_trim(text, at->at);
		if (at->at.beg == at->at.end)
			continue;
		l->paragraph += l->fresh;
		l->fresh = false;
		at->paragraph = l->paragraph;
		at->sentence = ++l->sentence;
		return true;
	}
}

size_t
sent_list_drop(struct sent_lister *l)
{
	l->drop = l->done > SENT_CONTEXT ? l->done - SENT_CONTEXT : 0;
	l->done -= l->drop;
	return l->drop;
}
