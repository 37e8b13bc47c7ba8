/* reader_test.c - plain, gzip and Zstandard bytes, whole and broken. */
#include "test.h"

#include <fcntl.h>
#include <string.h>
#include <zlib.h>
#include <zstd.h>

#include "reader.h"
#include "stream.h"

static struct buf got;
static bool failed;

/* Reads path to its end into got, room bytes at a time. */
static void
read_all(const char *path, size_t room)
{
	struct reader *r;
	size_t n;

	buf_clear(&got);
	buf_clear(&told);
	r = reader_open(path);
	failed = r == NULL;
	if (r == NULL)
		return;
	while ((n = reader_read(r, buf_reserve(&got, room), room)) > 0)
		got.n += n;
	assert_int_equal(reader_read(r, buf_reserve(&got, room), room), 0);
	failed = reader_failed(r);
	reader_close(r);
}

static void
read_bytes(struct str bytes, size_t room)
{
	char *path = file_of(bytes);

	read_all(path, room);
	drop_file(path);
}

static void
gzip(struct buf *b, struct str text)
{
	z_stream z = { 0 };

	assert_int_equal(deflateInit2(&z, 6, Z_DEFLATED, 15 + 16, 8,
	                              Z_DEFAULT_STRATEGY), Z_OK);
	z.avail_out = (uInt)(deflateBound(&z, text.n) + 64);
	z.next_out = (Bytef *)buf_reserve(b, z.avail_out);
	z.next_in = (Bytef *)(uintptr_t)text.p;
	z.avail_in = (uInt)text.n;
	assert_int_equal(deflate(&z, Z_FINISH), Z_STREAM_END);
	b->n += z.total_out;
	deflateEnd(&z);
}

static void
zstd(struct buf *b, struct str text)
{
	size_t room = ZSTD_compressBound(text.n);

	b->n += ZSTD_compress(buf_reserve(b, room), room, text.p, text.n, 3);
}

static const struct {
	const char *name;
	void (*pack)(struct buf *b, struct str text);
	size_t magic; /* bytes that tell the form */
} forms[] = { { "gzip", gzip, 3 }, { "zstd", zstd, 4 } };

static void
plain(void **state)
{
	(void)state;
	read_bytes(STR(""), 100);
	assert_int_equal(got.n, 0);
	assert_false(failed);
	read_bytes(STR("a\0\xFF\f\n"), 1);
	assert_bytes(buf_str(&got), "a\0\xFF\f\n");
	/* starts of the magic bytes are text */
	read_bytes(STR("\x1f"), 9);
	assert_bytes(buf_str(&got), "\x1f");
	read_bytes(STR("\x1f\x8b"), 1);
	assert_bytes(buf_str(&got), "\x1f\x8b");
	read_bytes(STR("\x1f\x8b\x07zz"), 2);
	assert_bytes(buf_str(&got), "\x1f\x8b\x07zz");
	read_bytes(STR("\x28\xb5\x2f"), 9);
	assert_bytes(buf_str(&got), "\x28\xb5\x2f");
	assert_false(failed);
}

static void
what_cannot_be_read(void **state)
{
	(void)state;
	read_all("/no/such\nfile", 9);
	assert_true(failed);
	assert_str(buf_str(&told),
	           "/no/such\\nfile: No such file or directory\n");
	read_all("/", 9);
	assert_true(failed);
	assert_str(buf_str(&told), "/: Is a directory\n");
}

static void
packed(void **state)
{
	static const size_t rooms[] = { 1, 7, 65536 };
	struct buf text = { 0 }, pack = { 0 };

	(void)state;
	for (int i = 0; i < 30000; i++)
		buf_num(&text, (uint64_t)i * 7919 % 10007);
	for (size_t f = 0; f < 2; f++) {
		for (size_t k = 0; k < 3; k++) {
			buf_clear(&pack);
			forms[f].pack(&pack, buf_str(&text));
			read_bytes(buf_str(&pack), rooms[k]);
			assert_true(str_eq(buf_str(&got), buf_str(&text)));
			assert_false(failed);
		}
		/* members and frames follow one another, empty ones too */
		buf_clear(&pack);
		forms[f].pack(&pack, STR("one "));
		forms[f].pack(&pack, STR(""));
		forms[f].pack(&pack, STR("two"));
		read_bytes(buf_str(&pack), 64);
		assert_str(buf_str(&got), "one two");
		assert_false(failed);
	}
	buf_release(&text);
	buf_release(&pack);
}

static void
cut_off(void **state)
{
	struct buf pack = { 0 };
	struct str text = STR("The port of Halden, the port of Oslo.");

	(void)state;
	for (size_t f = 0; f < 2; f++) {
		buf_clear(&pack);
		forms[f].pack(&pack, text);
		for (size_t n = forms[f].magic; n < pack.n; n++) {
			read_bytes(str_head(buf_str(&pack), n), 8);
			assert_true(failed);
			assert_true(str_starts(text, buf_str(&got)));
			assert_true(str_ends(buf_str(&told),
			    STR(": compressed data is cut off\n")));
		}
	}
	buf_release(&pack);
}

static void
broken_bytes(void **state)
{
	struct buf pack = { 0 };

	(void)state;
	gzip(&pack, STR("The port of Halden."));
	pack.p[pack.n - 6] ^= 1; /* of the check sum */
	read_bytes(buf_str(&pack), 64);
	assert_true(failed);
	assert_true(str_ends(buf_str(&told), STR(": broken gzip data\n")));
	assert_str(buf_str(&got), "The port of Halden.");
	buf_clear(&pack);
	zstd(&pack, STR("one"));
	buf_cstr(&pack, "garbage");
	read_bytes(buf_str(&pack), 64);
	assert_true(failed);
	assert_str(buf_str(&got), "one");
	assert_true(str_ends(buf_str(&told), STR(": broken zstd data\n")));
	buf_release(&pack);
}

static void
padding_after_gzip(void **state)
{
	struct buf pack = { 0 };

	(void)state;
	gzip(&pack, STR("one"));
	for (int i = 0; i < 100000; i++)
		buf_char(&pack, '\0');
	read_bytes(buf_str(&pack), 64);
	assert_str(buf_str(&got), "one");
	assert_false(failed);
	buf_release(&pack);
}

static void
pieces_through_a_pipe(void **state)
{
	struct buf pack = { 0 };
	struct str text = STR("The port of Halden.");

	(void)state;
	for (size_t f = 0; f < 2; f++) {
		for (size_t size = 1; size < 9; size++) {
			pid_t child;

			buf_clear(&pack);
			forms[f].pack(&pack, text);
			child = pipe_in(buf_str(&pack), size);
			read_all("-", 5);
			pipe_done(child);
			assert_true(str_eq(buf_str(&got), text));
			assert_false(failed);
		}
	}
	buf_release(&pack);
}

static void
waiting(void **state)
{
	struct reader *r;
	char byte;
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	dup2(fd[0], 0);
	close(fd[0]);
	fcntl(0, F_SETFL, O_NONBLOCK);
	r = reader_open("-");
	assert_true(reader_waits(r));
	assert_int_equal(write(fd[1], "ab", 2), 2);
	assert_false(reader_waits(r));
	assert_int_equal(reader_read(r, &byte, 1), 1);
	assert_int_equal(byte, 'a');
	assert_false(reader_waits(r)); /* b is in the buffer */
	assert_int_equal(reader_read(r, &byte, 1), 1);
	assert_true(reader_waits(r));
	close(fd[1]);
	assert_false(reader_waits(r));
	assert_int_equal(reader_read(r, &byte, 1), 0);
	assert_false(reader_waits(r));
	reader_close(r);
}

static void
peeking(void **state)
{
	static char big[PEEK_SIZE + 100];
	char *path;
	struct reader *r;
	char b[8];

	(void)state;
	memset(big, 'x', sizeof(big));
	path = file_of((struct str){ big, sizeof(big) });
	r = reader_open(path);
	assert_int_equal(reader_peek(r, 1).n, PEEK_SIZE);
	assert_int_equal(reader_peek(r, PEEK_SIZE + 1).n, PEEK_SIZE);
	assert_false(reader_waits(r)); /* there are bytes ahead */
	for (size_t n = 0; n < sizeof(big); n += 4)
		assert_int_equal(reader_read(r, b, 4), 4);
	assert_int_equal(reader_read(r, b, 4), 0);
	reader_close(r);
	drop_file(path);
	path = file_of(STR("abc"));
	r = reader_open(path);
	assert_bytes(reader_peek(r, 100), "abc");
	assert_bytes(reader_peek(r, 100), "abc");
	assert_int_equal(reader_read(r, b, 8), 3);
	assert_int_equal(reader_read(r, b, 8), 0);
	reader_close(r);
	drop_file(path);
}

/* Room for more than zlib can count, of which a few bytes are needed. */
static void
more_room_than_a_number(void **state)
{
	struct buf pack = { 0 };

	(void)state;
	for (size_t f = 0; f < 2; f++) {
		char b[64], *path;
		struct reader *r;

		buf_clear(&pack);
		forms[f].pack(&pack, STR("The port."));
		path = file_of(buf_str(&pack));
		r = reader_open(path);
		assert_int_equal(reader_read(r, b, SIZE_MAX / 2), 9);
		assert_memory_equal(b, "The port.", 9);
		reader_close(r);
		drop_file(path);
	}
	buf_release(&pack);
}

static void
names_that_begin_with_a_hyphen(void **state)
{
	(void)state;
	read_all("-x", 9);
	assert_true(failed);
	assert_str(buf_str(&told), "-x: No such file or directory\n");
}

static void
whole_files(void **state)
{
	char *path = file_of(STR("abc\n"));

	(void)state;
	buf_clear(&got);
	buf_clear(&told);
	assert_true(reader_all(&got, path));
	assert_bytes(buf_str(&got), "abc\n");
	assert_false(reader_all(&got, "/no/such"));
	assert_false(reader_all(&got, "/"));
	assert_str(buf_str(&told), "/no/such: No such file or directory\n"
	                           "/: Is a directory\n");
	drop_file(path);
}

static int waits;

static void
count_wait(void *context)
{
	assert_ptr_equal(context, &waits);
	waits++;
}

/* What comes before a read that would wait, and how many bytes have come. */
static void
counting_and_waiting(void **state)
{
	uint64_t count = 0;
	struct reader *r;
	char b[8];
	int fd[2];

	(void)state;
	assert_int_equal(pipe(fd), 0);
	dup2(fd[0], 0);
	close(fd[0]);
	r = reader_open("-");
	reader_count(r, &count);
	reader_on_wait(r, count_wait, &waits);
	assert_int_equal(write(fd[1], "abcdef", 6), 6);
	assert_int_equal(reader_read(r, b, 4), 4);
	assert_int_equal(waits, 0);
	assert_int_equal(reader_read(r, b, 4), 2);
	assert_int_equal(waits, 0);
	assert_int_equal(count, 6);
	if (fork() == 0) {
		usleep(50000);
		_exit(write(fd[1], "gh", 2) == 2 ? 0 : 1);
	}
	assert_int_equal(reader_read(r, b, 4), 2);
	assert_int_equal(waits, 1);
	assert_int_equal(count, 8);
	close(fd[1]);
	assert_int_equal(reader_read(r, b, 4), 0);
	reader_close(r);
	wait(NULL);
}

static void
lists_of_words(void **state)
{
	static const struct {
		struct str bytes;
		bool good;
	} cases[] = {
		{ { "", 0 }, true }, { { "caf\xC3\xA9\r\n#\t\n", 10 }, true },
		{ { "caf\xE9\n", 5 }, false }, { { "a\0\n", 3 }, false },
		{ { "a\xC3", 2 }, false },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		char *path = file_of(cases[i].bytes);

		buf_clear(&got);
		buf_clear(&told);
		assert_int_equal(reader_text(&got, path), cases[i].good);
		assert_int_equal(told.n == 0, cases[i].good);
		assert_true(str_eq(buf_str(&got), cases[i].bytes));
		drop_file(path);
	}
	assert_false(reader_text(&got, "/no/such"));
}

static int
begin(void **state)
{
	(void)state;
	err_on_report(keep_message, NULL);
	return 0;
}

static int
end(void **state)
{
	(void)state;
	buf_release(&got);
	buf_release(&told);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(plain),
		cmocka_unit_test(what_cannot_be_read),
		cmocka_unit_test(packed),
		cmocka_unit_test(cut_off),
		cmocka_unit_test(broken_bytes),
		cmocka_unit_test(padding_after_gzip),
		cmocka_unit_test(pieces_through_a_pipe),
		cmocka_unit_test(waiting),
		cmocka_unit_test(peeking),
		cmocka_unit_test(more_room_than_a_number),
		cmocka_unit_test(names_that_begin_with_a_hyphen),
		cmocka_unit_test(whole_files),
		cmocka_unit_test(counting_and_waiting),
		cmocka_unit_test(lists_of_words),
	};

	return cmocka_run_group_tests(tests, begin, end);
}
