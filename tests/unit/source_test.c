/* source_test.c - operands of every kind as a row of documents. */
#include "test.h"

#include <string.h>
#include <sys/stat.h>
#include <unistd.h>

#include "source.h"
#include "source_mark.h"
#include "source_text.h"
#include "source_where.h"
#include "stream.h"

static struct buf seen;

static void
note(struct source *s)
{
	struct article a;

	buf_clear(&seen);
	buf_clear(&told);
	while (source_next(s, &a)) {
		if (a.first) {
			buf_char(&seen, '<');
			buf_add(&seen, a.name);
			buf_char(&seen, '|');
			buf_add(&seen, a.fields);
			buf_char(&seen, '>');
		}
		buf_add(&seen, a.text);
		if (a.last)
			buf_char(&seen, '$');
	}
	source_close(s);
}

/* "<name|fields>text$" for each document that standard input gives, arriving
 * in pieces of size. */
static void
read_pieces(struct str bytes, const struct source_opts *opts, size_t size)
{
	char *none[] = { NULL };
	pid_t child = pipe_in(bytes, size);

	note(source_open(none, opts));
	pipe_done(child);
}

/* However the bytes arrive, the same documents and messages. */
static void
check(int form, struct str bytes, struct str want, const char *message,
      const char *file, int line)
{
	struct source_opts opts = { .form = form };
	const size_t sizes[] = { 1, 3, 7, bytes.n + 1 };

	wanted_add(&opts.wanted, STR("date"), STR(""));
	for (size_t i = 0; i < sizeof(sizes) / sizeof(*sizes); i++) {
		read_pieces(bytes, &opts, sizes[i]);
		check_str(buf_str(&seen), want, file, line);
		check_str(buf_str(&told), str_of(message), file, line);
	}
	wanted_release(&opts.wanted);
}

#define assert_read(form, text, want, message) \
	check((form), STR(text), STR(want), (message), __FILE__, __LINE__)

static void
forms_are_seen(void **state)
{
	(void)state;
	assert_read(SOURCE_AUTO, "", "<-|>$", "");
	assert_read(SOURCE_AUTO, "Text.\n", "<-|>Text.\n$", "");
	assert_read(SOURCE_AUTO, "text\nof one column\n",
	            "<-|>text\nof one column\n$", "");
	assert_read(SOURCE_AUTO, "\fa\tk=v\nA.\n\fb\n", "<a|k=v>A.\n$<b|>$",
	            "");
	assert_read(SOURCE_AUTO, "id,Text\n1,A.\n", "<1|>A.$", "");
	assert_read(SOURCE_AUTO, "\xEF\xBB\xBF" "id|body\n1|A.\n", "<1|>A.$",
	            "");
	assert_read(SOURCE_AUTO, "id\tbody\n1\t\"A\\tB\n", "<1|>\"A\tB$", "");
	assert_read(SOURCE_AUTO, "{ \"text\": \"A.\", \"date\": 1 }\n",
	            "<-:1|date=1>A.$", "");
	assert_read(SOURCE_AUTO, "{curly} text\n", "<-|>{curly} text\n$", "");
	assert_read(SOURCE_AUTO, "{\n", "<-|>{\n$", "");
	assert_read(SOURCE_AUTO, "{}\n{\"text\":\"A\"}\n", "<-:2|>A$",
	            "-:1: no text in the object\n");
	assert_read(SOURCE_AUTO, "id\t\"text\"\n1\t\"A\tB\"\n", "<1|>A\tB$",
	            "");
	assert_read(SOURCE_AUTO, "a \"b\" c,text\n", "<-|>a \"b\" c,text\n$",
	            "");
	assert_read(SOURCE_AUTO, "title,lede\n", "<-|>title,lede\n$", "");
}

static void
rows(void **state)
{
	(void)state;
	assert_read(SOURCE_CSV, "text\n\"A\nB\"\nC\n", "<-:2|>A\nB$<-:4|>C$",
	            "");
	assert_read(SOURCE_CSV, "text,date\n,\n", "<-:2|>$", "");
	assert_read(SOURCE_CSV, "text,text\nA,B\n", "<-:2|>B$", "");
	assert_read(SOURCE_CSV, "text\nA", "<-:2|>A$", "");
	assert_read(SOURCE_CSV, "id,text\n1,A\n2\n3,C\n", "<1|>A$<3|>C$",
	            "-:3: fewer cells than the header has; "
	            "left out: 1 line\n");
	assert_read(SOURCE_CSV, "id,text\n1,A\n2,\"B\n3,C\n4,D\n",
	            "<1|>A$<3|>C$<4|>D$",
	            "-:3: a quotation mark is not closed; "
	            "left out: 1 line\n");
	assert_read(SOURCE_CSV, "id,text\n\"1\",\"A\"\n\"2\",\"B\"x\nc,d\n"
	            "\"3\",\"C\"\n", "<1|>A$<3|>C$",
	            "-:3: text behind a closing quotation mark; "
	            "left out: 2 lines\n");
	assert_read(SOURCE_CSV, "id,text\n1\n2,B\n3\n", "<2|>B$",
	            "-:2: fewer cells than the header has; "
	            "left out: 1 line\n"
	            "-:4: fewer cells than the header has; "
	            "left out: 1 line\n"
	            "-: in all 2 lines left out, in 2 places\n");
	assert_read(SOURCE_TSV, "id\ttext\r\n\tA\r\n\r\n2\t\n", "<-:2|>A$<2|>$",
	            "");
	assert_read(SOURCE_TSV, "id\ttext\r1\tA\r2\tB", "<1|>A$<2|>B$", "");
	assert_read(SOURCE_TSV, "id\ttext\n1\n2\tB\n\"3\tC\n", "<2|>B$<\"3|>C$",
	            "-:2: fewer cells than the header has; "
	            "left out: 1 line\n");
	assert_read(SOURCE_TSV, "id\ttext\n1\tA\\nB\\\\n\\r\\x\\\n2\n",
	            "<1|>A\nB\\n\r\\x\\$",
	            "-:3: fewer cells than the header has; "
	            "left out: 1 line\n");
}

static void
no_table(void **state)
{
	(void)state;
	assert_read(SOURCE_CSV, "", "",
	            "-:1: no header line with the names of the columns\n");
	assert_read(SOURCE_CSV, "\n\nid,text\n", "",
	            "-:1: no header line with the names of the columns\n");
	assert_read(SOURCE_CSV, "id,\"text\n", "",
	            "-:1: a quotation mark is not closed\n");
	assert_read(SOURCE_CSV, "id,title\n1,A\n", "",
	            "-: no column text, body, content or article; "
	            "name it with --text\n");
}

static void
objects(void **state)
{
	(void)state;
	assert_read(SOURCE_JSON, "\n{\"text\":\"A\"}\n\r\n{\"text\":\"B\"}",
	            "<-:2|>A$<-:4|>B$", "");
	assert_read(SOURCE_JSON, "{\"id\":1}\n{\"text\":\"\xFF\"}\n[1]\n", "",
	            "-:1: no text in the object\n"
	            "-:2: not UTF-8; see --encoding\n"
	            "-:3: no JSON object\n"
	            "-: in all 3 lines left out\n");
	assert_read(SOURCE_JSON, "{\"text\":1}x\n", "",
	            "-:1: no JSON object: end of file expected near 'x'\n");
}

static void
objects_refused(void **state)
{
	struct source_opts opts = { .form = SOURCE_JSON,
		                    .windows_1252 = true };
	char deep[700] = "{\"a\":";

	(void)state;
	memset(deep + 5, '[', 300);
	memset(deep + 305, ']', 300);
	strcpy(deep + 605, "}\n{\"text\":\"\xE9\"}\n");
	read_pieces(str_of(deep), &opts, 1000);
	assert_str(buf_str(&told), "-:1: nested more than 256 levels deep\n");
	assert_str(buf_str(&seen), "<-:2|>é$");
}

/* A folder of files; the sandbox has no part in this. */
static void
put_file(const char *path, struct str bytes)
{
	FILE *f = fopen(path, "w");

	assert_non_null(f);
	fwrite(bytes.p, 1, bytes.n, f);
	fclose(f);
}

static void
folders(void **state)
{
	char folder[] = "/tmp/newsutils.XX" "XXXX";
	char *files[] = { (char[]){ "." }, (char[]){ "none" },
		          (char[]){ "b/../a.CSV.gz" }, NULL };
	static const char *const left[] = {
		"a.CSV.gz", "b/x.jsonl.zst", "b/y", "b/empty", "b", "c", ".d",
		"e", "f", "g", "h",
	};
	struct source_opts opts = { .recursive = true };

	(void)state;
	assert_non_null(mkdtemp(folder));
	assert_int_equal(chdir(folder), 0);
	assert_int_equal(mkdir("b", 0700), 0);
	assert_int_equal(mkdir("b/empty", 0700), 0);
	put_file("a.CSV.gz", STR("id,text\n1,A\n"));
	put_file("b/x.jsonl.zst", STR("{\"text\":\"B\"}"));
	put_file("b/y", STR("\f\nC\n"));
	put_file("c", STR(""));
	put_file(".d", STR("hidden"));
	assert_int_equal(mkfifo("e", 0600), 0);
	assert_int_equal(symlink("nowhere", "f"), 0);
	assert_int_equal(symlink("c", "g"), 0);
	assert_int_equal(symlink(".", "h"), 0);
	note(source_open(files, &opts));
	assert_str(buf_str(&seen), "<1|>A$<./b/x.jsonl.zst:1|>B$<#1|>C\n$"
	                           "<./c|>$<./g|>$<1|>A$");
	assert_str(buf_str(&told), "none: No such file or directory\n");
	opts.recursive = false;
	note(source_open(files, &opts));
	assert_str(buf_str(&seen), "<1|>A$");
	opts.wanted.text = STR("body");
	files[0] = files[2];
	files[1] = NULL;
	note(source_open(files, &opts));
	assert_str(buf_str(&told), "b/../a.CSV.gz: no such column 'body'\n");
	for (size_t i = 0; i < sizeof(left) / sizeof(*left); i++)
		assert_int_equal(remove(left[i]), 0);
	assert_int_equal(rmdir(folder), 0);
}

static void
marks_are_safe(void **state)
{
	struct buf b = { 0 };

	(void)state;
	mark_squeeze(&b, STR(" \f a\n\n\tb\0c\x7F "));
	check_str(buf_str(&b), STR("a b c"), __FILE__, __LINE__);
	buf_clear(&b);
	mark_field(&b, STR("k"), STR("\n"));
	assert_int_equal(b.n, 0);
	mark_field(&b, STR("k"), STR("v"));
	mark_field(&b, STR("l"), STR("w=x"));
	assert_str(buf_str(&b), "k=v\tl=w=x");
	buf_clear(&b);
	for (size_t i = 0; i < MARK_VALUE_MAX; i++)
		buf_cstr(&b, "\xC3\xA9");
	mark_squeeze(&b, STR("")); /* nothing */
	b.n--;
	{
		struct buf cut = { 0 };

		buf_char(&cut, 'x');
		mark_squeeze(&cut, buf_str(&b));
		assert_int_equal(cut.n, 1 + MARK_VALUE_MAX);
		buf_release(&cut);
	}
	assert_str(mark_guard(&b, STR("a\fb")), "a\fb");
	assert_str(mark_guard(&b, STR("\f\fa\n\fb\n \f")), " \fa\n b\n \f");
	buf_release(&b);
}

static void
conditions(void **state)
{
	static const struct {
		const char *text;
		bool holds;
	} cases[] = {
		{ "date=2025-06-30", true },   { "date=2025-06", false },
		{ "date=2025..2025", true },
		{ "date=2025-06..2025-06", true },
		{ "date=2025-07..", false },   { "date=..2025-06-29", false },
		{ "date=..2025-06-30", true }, { "date=..", true },
		{ "date=2025-06-30-x..", false }, { "no=..", false },
		{ "source=", false },          { "source=A=B", true },
		{ "date=2025-06-30..2025-06-30-x", false },
		{ "date=2024..2025-06-30", true },
	};

	(void)state;
	for (size_t i = 0; i < sizeof(cases) / sizeof(*cases); i++) {
		struct source_where w;

		assert_true(where_parse(&w, str_of(cases[i].text)));
		if (where_holds(&w, STR("date=2025-06-30\tsource=A=B")) !=
		    cases[i].holds)
			fail_msg("%s", cases[i].text);
	}
}

static void
bad_conditions(void **state)
{
	struct source_where w;

	(void)state;
	assert_false(where_parse(&w, STR("")));
	assert_false(where_parse(&w, STR("date")));
	assert_false(where_parse(&w, STR("=x")));
}

static void
wanted_columns(void **state)
{
	const struct str keys[] = { STR("Body"), STR("x"), STR("text"),
		                    STR("URL"), STR("ID") };
	struct source_wanted wanted = { 0 };
	struct source_columns found;
	long at[3]; /* as many as there are fields in the end */

	(void)state;
	found.field = at;
	assert_false(wanted_parse(&wanted, STR("=x")));
	assert_false(wanted_parse(&wanted, STR("a\tb=x")));
	assert_true(wanted_parse(&wanted, STR("k=x")));
	assert_true(wanted_parse(&wanted, STR("x")));
	assert_true(wanted_add(&wanted, STR("k"), STR("other")));
	assert_int_equal(wanted.nfield, 2);
	assert_false(wanted_need(&wanted, STR("")));
	assert_false(wanted_need(&wanted, STR("a\x1F")));
	assert_false(wanted_parse(&wanted, STR("a\x1F" "b")));
	assert_true(columns_find(&found, &wanted, keys, 5));
	assert_int_equal(found.text, 2);
	assert_int_equal(found.name, 4);
	assert_int_equal(at[0], 1);
	assert_int_equal(at[1], 1);
	wanted.text = STR("Text");
	assert_false(columns_find(&found, &wanted, keys, 5));
	assert_str(found.missing, "Text");
	/* of two that are missing the first is told */
	wanted.text = STR("text");
	wanted.name = STR("No");
	assert_true(wanted_parse(&wanted, STR("q=nor")));
	assert_false(columns_find(&found, &wanted, keys, 5));
	assert_str(found.missing, "No");
	assert_false(columns_wanted(&wanted, STR("other role")));
	assert_true(columns_wanted(&wanted, STR("nor")));
	wanted_release(&wanted);
	assert_true(wanted_need(&wanted, STR("role")));
	assert_false(columns_find(&found, &wanted, keys, 5));
	assert_str(found.missing, "role");
	wanted_release(&wanted);
}

static void
texts_are_made(void **state)
{
	struct text_work w = { .opts = { .encoding = TEXT_AUTO,
		                         .repair = true, .paragraphs = 1 } };
	struct article a = { .name = STR("caf\xE9"), .fields = STR("k=\x80"),
		             .text = STR("One\ntwo.\r\n \t\n\n\xE9\n\f3") };

	(void)state;
	text_decode(&w, &a);
	assert_str(a.name, "café");
	assert_str(a.fields, "k=€");
	assert_str(text_refine(&w, a.text), "One two.\né 3\n");
	a.is_path = true;
	a.name = STR("\xE9");
	text_decode(&w, &a);
	assert_str(a.name, "\xE9");
	w.opts.encoding = TEXT_LATIN1;
	a.text = STR("\x80\xE9");
	text_decode(&w, &a);
	assert_str(a.text, "\xC2\x80é");
	assert_str(text_refine(&w, STR("")), "");
	assert_str(text_refine(&w, STR("One\n\nTwo\n\n")), "One\nTwo\n");
	text_release(&w);
}

/* Tables of more columns than are worked. */
static void
too_many_columns(void **state)
{
	struct source_opts opts = { .form = SOURCE_TSV };
	char *path, *files[2] = { NULL, NULL };
	struct buf b = { 0 };

	(void)state;
	for (int tsv = 0; tsv < 2; tsv++) {
		opts.form = tsv ? SOURCE_TSV : SOURCE_CSV;
		buf_clear(&b);
		for (int i = 0; i < 65537; i++)
			buf_cstr(&b, tsv ? "text\t" : "text,");
		buf_cstr(&b, "\nA\n");
		files[0] = path = file_of(buf_str(&b));
		note(source_open(files, &opts));
		assert_int_equal(seen.n, 0);
		assert_true(str_ends(buf_str(&told),
		                     STR(":1: more than 65536 columns\n")));
		drop_file(path);
	}
	buf_release(&b);
}

/* A line of JSON that is longer than a window. */
static void
a_line_too_long(void **state)
{
	struct source_opts opts = { .form = SOURCE_JSON };
	struct str filler = STR("                                        "
	                        "                                        ");
	char *path, *files[2] = { NULL, NULL };
	struct buf b = { 0 };

	(void)state;
	buf_cstr(&b, "{\"text\":\"A\"}\n{\"text\":\"");
	while (b.n < 66 << 20)
		buf_add(&b, filler);
	buf_cstr(&b, "\"}\n{\"text\":\"B\"}\n");
	files[0] = path = file_of(buf_str(&b));
	buf_release(&b);
	opts.wanted.name = STR("id");
	note(source_open(files, &opts));
	assert_true(str_ends(buf_str(&told),
	                     STR(":2: a line of more than 65 MiB\n")));
	assert_true(str_ends(buf_str(&seen), STR("B$")));
	drop_file(path);
}

static int
set_up(void **state)
{
	(void)state;
	err_on_report(keep_message, NULL);
	return 0;
}

static int
release(void **state)
{
	(void)state;
	buf_release(&seen);
	buf_release(&told);
	return 0;
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(forms_are_seen),
		cmocka_unit_test(rows),
		cmocka_unit_test(no_table),
		cmocka_unit_test(objects),
		cmocka_unit_test(folders),
		cmocka_unit_test(objects_refused),
		cmocka_unit_test(marks_are_safe),
		cmocka_unit_test(conditions),
		cmocka_unit_test(bad_conditions),
		cmocka_unit_test(wanted_columns),
		cmocka_unit_test(texts_are_made),
		cmocka_unit_test(too_many_columns),
		cmocka_unit_test(a_line_too_long),
	};

	return cmocka_run_group_tests(tests, set_up, release);
}
