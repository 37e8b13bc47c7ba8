/*
 * io_test.c - the library's input and output over calls that fail by script.
 *
 * Every read, write, poll, open and close of the library comes here
 * (-Wl,--wrap), and so does every allocation, those of zlib and zstd too:
 * files are bytes in memory, standard output is a row of bytes, and a script
 * says which call fails. Whatever happens, the bytes are complete, or the
 * failure is told; nothing stays open or allocated.
 */
#include "test.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdbool.h>
#include <stdlib.h>
#include <string.h>
#include <unistd.h>
#include <zlib.h>
#include <zstd.h>

#include "arena.h"
#include "cli.h"
#include "err.h"
#include "input.h"
#include "out.h"
#include "reader.h"
#include "record.h"
#include "table.h"

ssize_t __wrap_read(int, void *, size_t);
ssize_t __wrap_write(int, const void *, size_t);
int __wrap_poll(struct pollfd *, nfds_t, int);
int __wrap_open(const char *, int, ...);
int __wrap_close(int);
ssize_t __real_read(int, void *, size_t);
ssize_t __real_write(int, const void *, size_t);
int __real_poll(struct pollfd *, nfds_t, int);
int __real_open(const char *, int, ...);
int __real_close(int);
/* What glibc's own allocator is called behind its public names. */
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void __libc_free(void *);

enum { FAKE_FD = 77, SINK = 1 << 21, FOREVER = 2000 };

static struct script {
	bool on;
	uint64_t seed;    /* soft faults: 0 for none */
	int read_errnum;  /* of read number read_at */
	long read_at;
	int write_errnum; /* of write number write_at, and of all after it */
	long write_at;
	int close_errnum; /* of standard output */
	int open_errnum;
	int open_times;   /* how often it fails */
	long alloc_at;
	bool endless;     /* reads give what the memory holds */
	long refusals;    /* how often a write is turned away at first */
} script;

/* What the calls did. */
static long reads, writes, allocs, injected, opened;
static struct str file;
static size_t file_at;
static char sink[SINK];
static size_t sunk;
static long live; /* blocks not freed */
static char told[4096];
static size_t told_n;
static jmp_buf no_memory;

/* xorshift64 (Marsaglia, 2003). */
static uint64_t
dice(void)
{
	script.seed ^= script.seed << 13;
	script.seed ^= script.seed >> 7;
	script.seed ^= script.seed << 17;
	return script.seed;
}

static int
fault(int errnum)
{
	injected++;
	errno = errnum;
	return -1;
}

/* A soft fault now and then: an error that is none, or a short transfer. */
static int
soft(size_t *n)
{
	uint64_t d;

	if (script.seed == 0)
		return 0;
	d = dice();
	switch (d & 7) {
	case 0:
		return fault(EINTR);
	case 1:
		return fault(EAGAIN);
	case 2:
	case 3:
		injected++;
		*n = 1 + (size_t)(d >> 8) % *n;
		return 0;
	default:
		return 0;
	}
}

ssize_t
__wrap_read(int fd, void *p, size_t n)
{
	if (!script.on)
		return __real_read(fd, p, n);
	if (fd != 0)
		assert_int_equal(fd, FAKE_FD);
	if (++reads == script.read_at)
		return fault(script.read_errnum);
	if (soft(&n) < 0)
		return -1;
	if (script.endless)
		return (ssize_t)n;
	if (n > file.n - file_at)
		n = file.n - file_at;
	memcpy(p, file.p + file_at, n);
	file_at += n;
	return (ssize_t)n;
}

static ssize_t
tell(const void *p, size_t n)
{
	if (n > sizeof(told) - 1 - told_n)
		n = sizeof(told) - 1 - told_n;
	memcpy(told + told_n, p, n);
	told_n += n;
	told[told_n] = '\0';
	return (ssize_t)n;
}

ssize_t
__wrap_write(int fd, const void *p, size_t n)
{
	if (!script.on)
		return __real_write(fd, p, n);
	if (script.refusals-- > 0)
		return fault(EAGAIN);
	if (script.write_at == 0 || ++writes < script.write_at) {
		if (soft(&n) < 0)
			return -1;
	} else if (fd == 1) {
		return fault(script.write_errnum);
	}
	if (fd == 2)
		return tell(p, n);
	assert_int_equal(fd, 1);
	assert_true(n <= SINK - sunk);
	memcpy(sink + sunk, p, n);
	sunk += n;
	return (ssize_t)n;
}

int
__wrap_poll(struct pollfd *p, nfds_t n, int ms)
{
	if (!script.on)
		return __real_poll(p, n, ms);
	if (script.seed != 0 && (dice() & 3) == 0)
		return fault(EINTR);
	p[0].revents = p[0].events;
	return 1;
}

int
__wrap_open(const char *path, int flags, ...)
{
	if (!script.on)
		return __real_open(path, flags);
	if (script.open_times-- > 0)
		return fault(script.open_errnum);
	opened++;
	file_at = 0;
	return FAKE_FD;
}

int
__wrap_close(int fd)
{
	if (!script.on)
		return __real_close(fd);
	if (fd == FAKE_FD)
		opened--;
	else
		assert_int_equal(fd, 1);
	if (script.close_errnum != 0)
		return fault(script.close_errnum);
	return 0;
}

/* Counts an allocation; whether it fails. */
static bool
no_room(void)
{
	if (!script.on || ++allocs != script.alloc_at)
		return false;
	injected++;
	errno = ENOMEM;
	return true;
}

void *
malloc(size_t size)
{
	live++;
	return no_room() ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	live++;
	return no_room() ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	live += old == NULL;
	return no_room() ? NULL : __libc_realloc(old, size);
}

void
free(void *p)
{
	live -= p != NULL;
	__libc_free(p);
}

static void
memory_ends(void)
{
	longjmp(no_memory, 1);
}

/* Counts messages of the library, and keeps their text. */
static void
on_message(void *context, struct str message)
{
	(void)context;
	tell(message.p, message.n);
}

static void
play(struct script s)
{
	reads = writes = allocs = 0;
	file_at = sunk = told_n = 0;
	told[0] = '\0';
	err_on_report(on_message, NULL);
	script = s;
	script.on = true;
}

/* Ends the script. */
static void
stop(void)
{
	script = (struct script){ 0 };
}

/* The text of all tests, plain and compressed. */
static struct buf text, gzip, zstd;

static int
make_text(void **state)
{
	uLongf n;

	(void)state;
	stop();
	buf_cstr(&text, "\fone\tdate=2031-05-02\n");
	for (int i = 0; i < 4000; i++) {
		buf_cstr(&text, i % 900 == 899 ? "\ftwo\n" : "");
		buf_cstr(&text, "Ms. Quill counted \"");
		buf_num(&text, (uint64_t)i * 2654435761U % 1000003);
		buf_cstr(&text, "\", gulls\xFF.\n");
	}
	n = compressBound(text.n) + 32;
	z_stream z = { 0 };
	deflateInit2(&z, 6, Z_DEFLATED, 31, 8, Z_DEFAULT_STRATEGY);
	z.next_in = (Bytef *)text.p;
	z.avail_in = (uInt)text.n;
	z.next_out = (Bytef *)buf_reserve(&gzip, n);
	z.avail_out = (uInt)n;
	deflate(&z, Z_FINISH);
	gzip.n = z.total_out;
	deflateEnd(&z);
	zstd.n = ZSTD_compress(buf_reserve(&zstd, ZSTD_compressBound(text.n)),
	                       ZSTD_compressBound(text.n), text.p, text.n, 1);
	return 0;
}

static int
free_text(void **state)
{
	(void)state;
	buf_release(&text);
	buf_release(&gzip);
	buf_release(&zstd);
	print_message("%ld faults injected\n", injected);
	return 0;
}

/* Reads file to its end in pieces of a size; whether all went well. */
static bool
read_all(struct buf *got, size_t room)
{
	struct reader *r = reader_open("a file");
	bool failed;
	size_t n;

	if (r == NULL)
		return false;
	do {
		reader_waits(r);
		n = reader_read(r, buf_reserve(got, room), room);
		got->n += n;
	} while (n > 0);
	failed = reader_failed(r);
	assert_int_equal(reader_read(r, buf_reserve(got, 1), 1), 0);
	reader_close(r);
	return !failed;
}

static void
forms(struct str form[3])
{
	form[0] = buf_str(&text);
	form[1] = buf_str(&gzip);
	form[2] = buf_str(&zstd);
}

static void
reader_survives_soft_faults(void **state)
{
	struct str form[3];
	struct buf got = { 0 };

	(void)state;
	forms(form);
	for (uint64_t seed = 1; seed <= 300; seed++) {
		long before = live;

		file = form[seed % 3];
		play((struct script){ .seed = seed * 7919 });
		assert_true(read_all(&got, 1 + (size_t)seed * 997 % 300000));
		stop();
		assert_int_equal(told_n, 0);
		assert_true(str_eq(buf_str(&got), buf_str(&text)));
		buf_release(&got);
		assert_int_equal(opened, 0);
		assert_int_equal(live, before);
	}
}

static void
reader_tells_of_a_failed_read(void **state)
{
	static const int errnums[] = { EIO, EISDIR, ENOMEM, EBADF };
	struct str form[3];
	struct buf got = { 0 };

	(void)state;
	forms(form);
	for (int i = 0; i < 60; i++) {
		long before = live;
		size_t messages = err_count();

		file = form[i % 3];
		play((struct script){ .read_at = 1 + i / 12,
		                      .seed = i % 2 ? (uint64_t)i : 0,
		                      .read_errnum = errnums[i % 4] });
		if (read_all(&got, 30000))
			assert_true(reads < 1 + i / 12);
		else
			assert_true(err_count() > messages && told_n > 0);
		stop();
		assert_true(str_starts(buf_str(&text), buf_str(&got)));
		buf_release(&got);
		assert_int_equal(opened, 0);
		assert_int_equal(live, before);
	}
}

static void
reader_tells_of_cut_data(void **state)
{
	struct buf *form[] = { &gzip, &zstd };
	struct buf got = { 0 };

	(void)state;
	for (size_t cut = 3; cut < 400; cut++) {
		const struct buf *b = form[cut % 2];
		long before = live;

		/* Short heads, and some near the end. */
		file = str_head(buf_str(b), cut < 200 ? cut + 1
		                                      : b->n + 199 - cut);
		if (file.n == b->n)
			continue;
		play((struct script){ 0 });
		assert_false(read_all(&got, 30000));
		stop();
		assert_non_null(strstr(told, "a file: "));
		assert_true(str_starts(buf_str(&text), buf_str(&got)));
		buf_release(&got);
		assert_int_equal(live, before);
	}
}

static void
reader_tells_of_a_failed_open(void **state)
{
	struct buf got = { 0 };

	(void)state;
	file = buf_str(&text);
	play((struct script){ .open_errnum = EMFILE, .open_times = 1 });
	assert_false(read_all(&got, 1000));
	assert_string_equal(told, "a file: Too many open files");
	play((struct script){ .open_errnum = EINTR, .open_times = 3 });
	assert_true(read_all(&got, 1000));
	stop();
	assert_true(str_eq(buf_str(&got), buf_str(&text)));
	buf_release(&got);
}

/* Copies text to an out; whether out_close() was content. */
static bool
write_text(size_t piece)
{
	struct str rest = buf_str(&text);
	struct out o;

	out_open(&o, 1);
	o.terminal = false;
	while (rest.n > 0) {
		out_bytes(&o, str_head(rest, piece));
		rest = str_from(rest, piece < rest.n ? piece : rest.n);
		if (piece == 1000)
			out_flush(&o);
	}
	return out_close(&o);
}

static void
out_survives_soft_faults(void **state)
{
	(void)state;
	for (uint64_t seed = 1; seed <= 400; seed++) {
		long before = live;

		play((struct script){ .seed = seed });
		assert_true(write_text(1 + seed % 3 * 999 / 2));
		stop();
		assert_int_equal(told_n, 0);
		assert_true(str_eq((struct str){ sink, sunk },
		                   buf_str(&text)));
		assert_int_equal(live, before);
	}
}

static void
out_tells_of_a_failed_write(void **state)
{
	static const int errnums[] = { EIO, ENOSPC, EAGAIN, EPIPE, EFBIG };

	(void)state;
	for (int i = 0; i < 200; i++) {
		long before = live;
		int errnum = errnums[i % 5];

		play((struct script){ .write_at = 1 + i / 5,
		                      .seed = (uint64_t)(i % 2),
		                      .write_errnum = errnum });
		assert_false(write_text(1000));
		stop();
		if (errnum == EPIPE)
			assert_int_equal(told_n, 0);
		else
			assert_non_null(strstr(told, "standard output: "));
		assert_true(str_starts(buf_str(&text),
		                       (struct str){ sink, sunk }));
		assert_int_equal(live, before);
	}
}

static void
out_tells_of_a_failed_close(void **state)
{
	(void)state;
	play((struct script){ .close_errnum = EIO });
	assert_false(write_text(1000));
	stop();
	assert_non_null(strstr(told, "standard output: "));
}

/* A tool's whole life, in this process: documents to records. */
static int
tool_life(void)
{
	static const char *const columns[] = { "doc", "offset", "line", NULL };
	static const struct command command = {
		.name = "life", .usage = "", .about = "", .examples = "",
		.shared = cli_record_opts,
	};
	char *argv[] = { (char[]){ "life" }, (char[]){ "--csv" },
		         (char[]){ "--no-sandbox" }, (char[]){ "a" },
		         (char[]){ "b" }, NULL };
	struct doc doc;
	int status;

	memset(&cli, 0, sizeof(cli));
	if (!cli_begin(&command, 5, argv, &status))
		return status;
	cli_input(argv, 5000, false);
	cli_record(columns);
	while (cli_part(&doc))
		for (struct str rest = doc.text; rest.n > 0;) {
			record_str(&cli.record, doc.name);
			record_num(&cli.record, doc.offset);
			record_str(&cli.record, str_cut(&rest, '\n'));
			record_end(&cli.record);
		}
	return cli_end(true);
}

/* err_count() runs on: what one life has to say decides its status. */
static void
check_life(int status, struct str good)
{
	struct str got = { sink, sunk };

	if (told_n == 0 && script.write_errnum != EPIPE)
		assert_true(str_eq(got, good));
	else
		assert_int_equal(status, 2);
	if (script.read_at == 0)
		assert_true(str_starts(good, got));
}

static void
tool_tells_or_is_complete(void **state)
{
	struct buf good = { 0 };

	(void)state;
	file = buf_str(&zstd);
	play((struct script){ 0 });
	tool_life();
	stop();
	buf_add(&good, (struct str){ sink, sunk });
	assert_true(good.n > text.n);
	for (int i = 0; i < 300; i++) {
		struct script s = { .seed = 1 + (uint64_t)i };
		int status;

		s.write_errnum = i % 3 == 0 ? EIO : EPIPE;
		s.write_at = i % 3 == 2 ? 0 : 1 + i / 4;
		if (s.write_at == 0)
			s.write_errnum = 0;
		s.read_errnum = EIO;
		s.read_at = i % 5 == 4 ? 1 + i / 8 : 0;
		s.open_errnum = EACCES;
		s.open_times = s.write_at == 0 && i % 7 == 6;
		play(s);
		status = tool_life();
		script.open_times = 0;
		if (!s.open_times)
			check_life(status, buf_str(&good));
		stop();
		assert_int_equal(opened, 0);
	}
	buf_release(&good);
}

/* What memory of failed lives is left belongs to the process that ends. */
static void
every_allocation_is_checked(void **state)
{
	volatile long at = 0;
	volatile bool whole = false;

	(void)state;
	file = buf_str(&gzip);
	while (!whole) {
		at++;
		play((struct script){ .alloc_at = at });
		if (setjmp(no_memory) == 0) {
			/* cli_begin() sets its own, which ends the process. */
			struct input *in;
			struct doc doc;
			struct table t = { 0 };

			mem_on_fail(memory_ends);
			in = input_open((char *[]){ (char[]){ "a" }, NULL },
			                &(struct input_opts){ 0 });
			while (input_part(in, &doc))
				table_add(&t, doc.name, NULL);
			input_close(in);
			table_release(&t);
			write_text(1000);
			whole = allocs < at;
		}
		stop();
	}
	assert_true(at > 8);
}

static void
ask_too_much(int how)
{
	struct arena a = { 0 };
	struct buf b = { .n = 5 };

	if (how == 0)
		mem_resize(NULL, SIZE_MAX / 2, 4);
	else if (how == 1)
		mem_alloc(SIZE_MAX / 2, 4);
	else if (how == 2)
		arena_alloc(&a, SIZE_MAX / 2, 8, 4);
	else if (how == 3)
		arena_alloc(&a, 1, 1, SIZE_MAX - 8);
	else
		buf_reserve(&b, SIZE_MAX - 3);
}

static void
sizes_that_cannot_be_had(void **state)
{
	volatile int told_of = 0;

	(void)state;
	mem_on_fail(memory_ends);
	for (volatile int how = 0; how < 5; how++) {
		if (setjmp(no_memory) == 0)
			ask_too_much(how);
		else
			told_of++;
	}
	assert_int_equal(told_of, 5);
}

static void
arenas_give_all_back(void **state)
{
	struct arena a = { 0 };
	long before = live;

	(void)state;
	for (int round = 0; round < 3; round++) {
		for (size_t n = 1; n < 3000000; n = n * 3 + 1)
			memset(arena_alloc(&a, 1, 8, n), 0xFF, n);
		assert_true(live > before);
		arena_reset(&a);
		assert_int_equal(live, before + 1);
	}
	arena_release(&a);
	assert_int_equal(live, before);
}

/* Memory that ends while it is inflated, in pieces, so that zlib and zstd keep
 * a window of their own. */
static void
inflating_without_memory(void **state)
{
	struct str form[3];

	(void)state;
	forms(form);
	for (volatile int i = 1; i < 3; i++) {
		volatile bool whole = false;

		for (volatile long at = 1; !whole; at++) {
			file = form[i];
			play((struct script){ .alloc_at = at });
			mem_on_fail(memory_ends);
			if (setjmp(no_memory) == 0) {
				struct buf got = { 0 };

				assert_true(read_all(&got, 700));
				whole = allocs < at;
				buf_release(&got);
			}
			stop();
		}
	}
}

/* An endless operand: its bytes are never touched, so they cost no memory. */
static void
a_file_without_end(void **state)
{
#ifdef __SANITIZE_ADDRESS__
	(void)state;
	skip();
#else
	struct buf got = { 0 };

	(void)state;
	play((struct script){ .endless = true });
	assert_false(reader_all(&got, "a file"));
	stop();
	assert_true(got.n > READER_ALL_MAX);
	assert_non_null(strstr(told, "a file: larger than 1 GiB"));
	buf_release(&got);
#endif
}

/* The last of a thousand refusals is the end; one fewer is none. */
static void
out_waits_for_a_while(void **state)
{
	(void)state;
	for (long times = 999; times <= 1001; times++) {
		play((struct script){ .refusals = times });
		assert_int_equal(write_text(1000), times <= 1000);
		stop();
	}
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(sizes_that_cannot_be_had),
		cmocka_unit_test(arenas_give_all_back),
		cmocka_unit_test(reader_survives_soft_faults),
		cmocka_unit_test(reader_tells_of_a_failed_read),
		cmocka_unit_test(reader_tells_of_cut_data),
		cmocka_unit_test(reader_tells_of_a_failed_open),
		cmocka_unit_test(out_survives_soft_faults),
		cmocka_unit_test(out_tells_of_a_failed_write),
		cmocka_unit_test(out_tells_of_a_failed_close),
		cmocka_unit_test(tool_tells_or_is_complete),
		cmocka_unit_test(every_allocation_is_checked),
		cmocka_unit_test(inflating_without_memory),
		cmocka_unit_test(a_file_without_end),
		cmocka_unit_test(out_waits_for_a_while),
	};

	return cmocka_run_group_tests(tests, make_text, free_text);
}
