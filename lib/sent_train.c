/* sent_train.c - learns the weights of the sentence splitter. */
#include "sent_train.h"

#include <stdlib.h>
#include <unistd.h>

#include "arena.h"
#include "err.h"
#include "reader.h"
#include "sent.h"
#include "sent_feat.h"
#include "sent_rule.h"
#include "train.h"
#include "utf8.h"

enum { EPOCHS = 40, READ_SIZE = 1 << 16 };

/* One text with its answers. A place is a number of characters that are no
 * white space. */
struct lesson {
	struct train *train;
	struct buf text, gold, amb;
	unsigned char *answer; /* of each place: 0 no, 1 yes, 2 either */
	size_t places;
	size_t at, place;      /* place is that of the byte at */
};

enum { ANSWER_NO, ANSWER_YES, ANSWER_EITHER };

static bool
read_file(struct buf *b, const char *path)
{
	struct reader *r = reader_open(path);
	bool failed;
	size_t n;

	buf_clear(b);
	if (r == NULL)
		return false;
	do {
		n = reader_read(r, buf_reserve(b, READ_SIZE), READ_SIZE);
		b->n += n;
	} while (n > 0);
	failed = reader_failed(r);
	reader_close(r);
	return !failed;
}

/* The file beside NAME.txt. */
static char *
beside(const char *path, const char *ending)
{
	struct buf b = { 0 };
	struct str stem = str_of(path);

	if (str_ends(stem, STR(".txt")))
		stem.n -= 4;
	buf_add(&b, stem);
	buf_cstr(&b, ending);
	buf_char(&b, '\0');
	return b.p;
}

static size_t
unit(struct str text, size_t at, bool *space)
{
	int32_t cp;
	size_t n = utf8_next(text.p + at, text.p + text.n, &cp);

	*space = cp != UTF8_BAD && utf8_class(cp) == CHAR_SPACE;
	*space |= n == 1 && ascii_space(text.p[at]);
	return n;
}

static void
take_answers(struct lesson *l)
{
	struct str gold = buf_str(&l->gold);
	struct str amb = buf_str(&l->amb);
	size_t place = 0;

	l->answer = mem_alloc(gold.n + 1, 1);
	for (size_t at = 0; at < gold.n;) {
		bool space;

		if (gold.p[at] == '\n')
			l->answer[place] = ANSWER_YES;
		at += unit(gold, at, &space);
		place += !space;
	}
	l->places = place;
	while (amb.n > 0) {
		uint64_t n;

		if (str_number(str_trim(str_cut(&amb, '\n')), &n) &&
		    n <= place)
			l->answer[n] = ANSWER_EITHER;
	}
}

static bool
judge(void *context, const struct spot *s, const struct sent_view *v)
{
	struct lesson *l = context;
	uint32_t feature[FEAT_MAX];
	size_t n = feat_fill(feature, s, v);
	unsigned char answer;

	while (l->at < s->end) {
		bool space;

		l->at += unit(v->text, l->at, &space);
		l->place += !space;
	}
	answer = l->place <= l->places ? l->answer[l->place] : ANSWER_NO;
	if (answer != ANSWER_EITHER &&
	    rule_judge(RULE_ALL, s, v, NULL) == RULE_OPEN)
		train_add(l->train, feature, n, answer == ANSWER_YES, 1);
	return answer != ANSWER_NO;
}

static void
learn(struct lesson *l)
{
	struct sent s;
	struct sent_gap gap;

	sent_init(&s);
	s.judge = judge;
	s.context = l;
	sent_begin(&s, buf_str(&l->text), true);
	while (sent_next(&s, &gap))
		;
}

static bool
take_file(struct train *t, const char *path)
{
	struct lesson l = { .train = t };
	char *gold = beside(path, ".gold");
	char *amb = beside(path, ".amb");
	bool ok = read_file(&l.text, path) && read_file(&l.gold, gold);

	if (ok && access(amb, F_OK) == 0)
		ok = read_file(&l.amb, amb);
	if (ok) {
		take_answers(&l);
		learn(&l);
	}
	free(gold);
	free(amb);
	free(l.answer);
	buf_release(&l.text);
	buf_release(&l.gold);
	buf_release(&l.amb);
	return ok;
}

bool
sent_train(char *const *files, struct buf *out)
{
	struct train_opts opts = { .bits = FEAT_BITS, .epochs = EPOCHS,
		                   .rate = .1, .decay = 1e-3 };
	struct train *t = train_new(&opts);
	bool ok = true;

	for (; *files != NULL; files++)
		ok &= take_file(t, *files);
	if (ok)
		train_write(t, "sent", out);
	train_free(t);
	return ok;
}
