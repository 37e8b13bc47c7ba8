/* input.c - operands and standard input as a row of documents. */
#include "input.h"

#include <stdlib.h>
#include <string.h>

#include "arena.h"
#include "buf.h"
#include "utf8.h"

enum { READ_SIZE = 256 * 1024 };

struct input {
	struct input_opts opts;
	char *const *files; /* what is still to open */
	bool many;
	struct reader *reader;
	struct reader *opened;   /* the only operand, opened by the caller */
	const char *opened_path;
	const char *path;
	struct buf b;     /* bytes read and not given up */
	size_t at;        /* b.p[at] is the first byte of the next part */
	size_t scanned;   /* no mark starts in b.p[at..scanned) */
	bool drained;     /* the operand has no more bytes */
	bool marked;      /* the stream has document marks */
	bool open;        /* a document is being delivered */
	bool fresh;       /* and no part of it has been */
	size_t given;     /* bytes of the last part */
	uint64_t offset;  /* of b.p[at] in its document */
	uint64_t number;  /* of the document in its stream */
	struct buf mark;  /* the line that began it */
	struct buf name;
	struct str fields; /* view of mark */
};

static char *const standard_input[] = { (char[]){ "-" }, NULL };

struct input *
input_open(char *const *files, const struct input_opts *opts)
{
	struct input *in = mem_alloc(1, sizeof(*in));

	in->opts = *opts;
	if (in->opts.part_max == 0)
		in->opts.part_max = INPUT_PART;
	in->files = *files == NULL ? standard_input : files;
	in->many = in->files[1] != NULL;
	return in;
}

struct input *
input_open_reader(struct reader *reader, const char *path,
                  const struct input_opts *opts)
{
	struct input *in = input_open(standard_input, opts);

	in->opened = reader;
	in->opened_path = path;
	return in;
}

bool
input_many(const struct input *in)
{
	return in->many;
}

static size_t
ready(const struct input *in)
{
	return in->b.n - in->at;
}

/* Reads once; false at the operand's end. */
static bool
fill(struct input *in)
{
	size_t n;

	if (in->drained)
		return false;
	if (in->at > 1 && in->b.room - in->b.n < READ_SIZE) {
		size_t drop = in->at - 1; /* find_mark() looks one back */

		buf_drop(&in->b, drop);
		in->scanned -= drop;
		in->at = 1;
	}
	if (in->opts.before_wait != NULL && reader_waits(in->reader))
		in->opts.before_wait(in->opts.context);
	n = reader_read(in->reader, buf_reserve(&in->b, READ_SIZE), READ_SIZE);
	in->b.n += n;
	in->drained = n == 0;
	return n > 0;
}

/* Bytes from at on, at least n of them unless the operand ends before. */
static struct str
look(struct input *in, size_t n)
{
	while (ready(in) < n && fill(in))
		;
	return str_from(buf_str(&in->b), in->at);
}

static const struct str bom = { "\xEF\xBB\xBF", 3 };

static size_t
bom_length(struct input *in)
{
	struct str head = look(in, 1);

	/* Only a stream that may start with a BOM is made to wait for it. */
	for (size_t n = 1; n < bom.n && str_starts(bom, str_head(head, n)) &&
	     head.n >= n; n++)
		head = look(in, n + 1);
	return str_starts(head, bom) ? bom.n : 0;
}

/* Whether the stream begins with a mark: a form feed, after a BOM or not. */
static bool
begins_marked(struct input *in)
{
	size_t skip = bom_length(in);
	struct str head = look(in, skip + 1);

	return head.n > skip && head.p[skip] == '\f';
}

static void
close_reader(struct input *in)
{
	reader_close(in->reader);
	in->reader = NULL;
}

static void
open_operand(struct input *in, const char *path)
{
	in->path = in->opened != NULL ? in->opened_path : path;
	in->reader = in->opened != NULL ? in->opened : reader_open(path);
	in->opened = NULL;
}

/* Opens the next operand that can be read: a directory can be opened, and
 * fails at the first read. */
static bool
open_next(struct input *in)
{
	while (*in->files != NULL) {
		open_operand(in, *in->files++);
		if (in->reader == NULL)
			continue;
		buf_clear(&in->b);
		in->at = in->scanned = 0;
		in->drained = false;
		in->number = 0;
		in->marked = begins_marked(in);
		if (ready(in) > 0 || !reader_failed(in->reader))
			return true;
		close_reader(in);
	}
	return false;
}

/* Takes the mark line at the start of the bytes, up to INPUT_MARK of it. */
static void
take_mark(struct input *in)
{
	size_t skip = bom_length(in);
	struct str line;
	size_t n = 0;

	for (;;) {
		line = look(in, n + 1);
		n += str_find(str_from(line, n), '\n');
		if (n < line.n || in->drained || n >= INPUT_MARK)
			break;
	}
	n = n < line.n ? n + 1 : n;
	n = n > INPUT_MARK ? INPUT_MARK : n;
	buf_clear(&in->mark);
	buf_add(&in->mark, str_head(line, n));
	in->at += n;
	in->scanned = in->at;
	in->fields = str_from(buf_str(&in->mark), skip + 1);
	buf_clear(&in->name);
	buf_add(&in->name, str_trim(str_cut(&in->fields, '\t')));
	in->fields = str_trim(in->fields);
}

static void
begin_doc(struct input *in)
{
	in->number++;
	in->offset = 0;
	in->given = 0;
	in->open = in->fresh = true;
	if (in->marked) {
		take_mark(in);
	} else {
		buf_clear(&in->mark);
		in->fields = (struct str){ NULL, 0 };
		buf_clear(&in->name);
		buf_cstr(&in->name, in->path);
	}
	if (in->name.n == 0) {
		buf_char(&in->name, '#');
		buf_num(&in->name, in->number);
	}
}

/* Where the next mark starts in the bytes, or b.n: scanned only once, from
 * behind the document's own mark. */
static size_t
find_mark(struct input *in)
{
	size_t at = in->scanned;

	if (!in->marked)
		return in->b.n;
	while (at < in->b.n) {
		at += str_find(str_from(buf_str(&in->b), at), '\f');
		if (at < in->b.n && in->b.p[at - 1] == '\n')
			break;
		at += at < in->b.n;
	}
	in->scanned = at;
	return at;
}

/* The end of a part of at most part_max bytes, when the document goes on. */
static size_t
cut(const struct input *in)
{
	struct str s = str_head(str_from(buf_str(&in->b), in->at),
	                        in->opts.part_max);
	const char *newline = memrchr(s.p, '\n', s.n);
	size_t at = s.n;

	if (newline != NULL)
		return (size_t)(newline - s.p) + 1;
	while (at > 0 && !ascii_space(s.p[at - 1]))
		at--;
	if (at > 0)
		return at;
	at = utf8_floor(str_from(buf_str(&in->b), in->at), s.n);
	return at > 0 ? at : s.n;
}

/* The number of bytes of the next part; *last tells whether the document ends
 * with it. */
static size_t
measure(struct input *in, bool *last)
{
	size_t seen = in->given; /* live: bytes handed back, seen before */

	for (;;) {
		size_t end = find_mark(in);
		size_t n = end - in->at;

		*last = end < in->b.n || in->drained;
		if (n > in->opts.part_max) {
			*last = false;
			return cut(in);
		}
		if (*last)
			return n;
		if (in->opts.live && n > seen &&
		    (n >= in->opts.part_max || reader_waits(in->reader) ||
		     n - seen >= READ_SIZE / 2))
			return n;
		fill(in);
	}
}

bool
input_part(struct input *in, struct doc *doc)
{
	bool last;
	size_t n;

	if (in->reader == NULL && !open_next(in))
		return false;
	if (!in->open)
		begin_doc(in);
	doc->first = in->fresh;
	in->fresh = false;
	n = measure(in, &last);
	doc->name = buf_str(&in->name);
	doc->fields = in->fields;
	doc->mark = buf_str(&in->mark);
	doc->text = str_head(str_from(buf_str(&in->b), in->at), n);
	doc->offset = in->offset;
	doc->last = last;
	in->at += n;
	in->offset += n;
	in->given = 0;
	if (in->scanned < in->at)
		in->scanned = in->at;
	if (last) {
		in->open = false;
		if (in->at == in->b.n) /* else a mark stands there */
			close_reader(in);
	}
	return true;
}

void
input_keep(struct input *in, size_t n)
{
	in->at -= n;
	in->offset -= n;
	in->given = n;
}

bool
input_pauses(const struct input *in, int ms)
{
	return in->reader != NULL && !in->drained &&
	       reader_pauses(in->reader, ms);
}

void
input_close(struct input *in)
{
	if (in->reader != NULL)
		close_reader(in);
	if (in->opened != NULL)
		reader_close(in->opened);
	buf_release(&in->b);
	buf_release(&in->mark);
	buf_release(&in->name);
	free(in);
}

struct str
input_field(struct str fields, struct str key)
{
	while (fields.n > 0) {
		struct str value = str_cut(&fields, '\t');

		if (str_eq(str_cut(&value, '='), key))
			return value.p == NULL ? STR("") : value;
	}
	return (struct str){ NULL, 0 };
}
