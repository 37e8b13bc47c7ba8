/* input_fuzz.c - marks and parts together are the stream, for any sizes of
 * reads, and no mark stands inside a document. */
#include "buf.h"
#include "fuzz.h"
#include "input.h"

#include <sys/mman.h>
#include <unistd.h>

static struct buf path;

static void
store(const uint8_t *data, size_t size)
{
	static int fd = -1;

	if (fd < 0) {
		fd = memfd_create("fuzz", 0);
		buf_cstr(&path, "/proc/self/fd/");
		buf_num(&path, (uint64_t)fd);
		buf_char(&path, '\0');
	}
	LAW(ftruncate(fd, 0) == 0);
	LAW(pwrite(fd, data, size, 0) == (ssize_t)size);
}

static struct buf
collect(size_t part_max, bool live)
{
	char *files[] = { path.p, NULL };
	struct input_opts opts = { .part_max = part_max, .live = live };
	struct input *in = input_open(files, &opts);
	struct buf all = { 0 };
	uint64_t offset = 0;
	struct doc d;

	while (input_part(in, &d)) {
		size_t keep = live && !d.last && d.text.n < part_max / 2
		                  ? d.text.n / 2 : 0;

		if (d.first) {
			buf_add(&all, d.mark);
			offset = 0;
		}
		LAW(d.offset == offset);
		LAW(live || d.text.n <= part_max);
		buf_add(&all, str_head(d.text, d.text.n - keep));
		offset += d.text.n - keep;
		if (keep > 0)
			input_keep(in, keep);
		if (d.mark.n > 0)
			LAW(str_find_str(d.text, STR("\n\f")) == d.text.n);
	}
	input_close(in);
	return all;
}

int
LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
	struct str stream = { (const char *)data, size };
	static const size_t sizes[] = { 1, 2, 7, 64, INPUT_PART };

	/* Compressed input is the business of zlib and zstd. */
	if (size > 0 && (data[0] == 0x1f || data[0] == 0x28))
		return 0;
	store(data, size);
	for (size_t i = 0; i < 5; i++) {
		for (int live = 0; live < 2; live++) {
			struct buf all = collect(sizes[i], live == 1);

			LAW(str_eq(buf_str(&all), stream));
			buf_release(&all);
		}
	}
	return 0;
}
