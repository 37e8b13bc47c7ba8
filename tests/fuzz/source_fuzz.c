/* source_fuzz.c - whatever the operand is: the stream made of it holds just
 * the documents that were found, each with its name, fields and text. */
#include "fuzz.h"
#include "input.h"
#include "source.h"
#include "source_text.h"

#include <stdio.h>
#include <string.h>
#include <sys/mman.h>
#include <unistd.h>

static struct buf stream, names;
static size_t documents;

static void
put(const struct article *a, struct text_work *w)
{
	struct str text;

	if (a->first) {
		LAW(stream.n == 0 || stream.p[stream.n - 1] == '\n');
		buf_char(&stream, '\f');
		buf_add(&stream, a->name);
		buf_add(&names, a->name);
		if (a->fields.n > 0)
			buf_char(&stream, '\t');
		buf_add(&stream, a->fields);
		buf_char(&stream, '\n');
		documents++;
	}
	text = text_refine(w, a->text);
	buf_add(&stream, text);
	if (a->last && text.n > 0 && text.p[text.n - 1] != '\n')
		buf_char(&stream, '\n');
}

static char *
path_of(const void *bytes, size_t n, int *fd, char path[32])
{
	*fd = memfd_create("fuzz", 0);
	LAW(*fd >= 0 && write(*fd, bytes, n) == (ssize_t)n);
	snprintf(path, 32, "/proc/self/fd/%d", *fd);
	return path;
}

/* The mark's own documents come back with "#2" for an empty name, so that the
 * bytes of the names are compared only where none was. */
static void
read_back(bool named)
{
	char path[32];
	int fd;
	char *files[] = { path_of(stream.p, stream.n, &fd, path), NULL };
	struct input *in = input_open(files, &(struct input_opts){ 0 });
	struct doc doc;
	size_t count = 0;
	size_t at = 0;

	while (stream.n > 0 && input_part(in, &doc)) {
		if (!doc.first)
			continue;
		count++;
		if (!named)
			continue;
		LAW(str_starts(str_from(buf_str(&names), at), doc.name));
		at += doc.name.n;
	}
	LAW(count == documents);
	LAW(!named || at == names.n);
	input_close(in);
	close(fd);
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct source_opts opts = { 0 };
	struct text_work w = { 0 };
	struct article a;
	char path[32];
	char *files[2] = { NULL, NULL };
	struct source *s;
	int fd;

	if (size < 2)
		return 0;
	opts.form = data[0] % 5;
	w.opts.encoding = data[1] % 4;
	w.opts.repair = data[1] & 4;
	w.opts.paragraphs = data[1] >> 3 & 1;
	opts.windows_1252 = w.opts.encoding != TEXT_UTF8;
	opts.part_max = data[1] & 16 ? 64 : 0;
	wanted_add(&opts.wanted, STR("date"), STR(""));
	buf_clear(&stream);
	buf_clear(&names);
	documents = 0;
	files[0] = path_of(data + 2, size - 2, &fd, path);
	s = source_open(files, &opts);
	while (source_next(s, &a)) {
		text_decode(&w, &a);
		put(&a, &w);
	}
	source_close(s);
	close(fd);
	read_back(opts.form != SOURCE_TEXT && opts.form != SOURCE_AUTO);
	wanted_release(&opts.wanted);
	text_release(&w);
	return 0;
}
