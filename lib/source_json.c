/* source_json.c - the objects of a file of JSON Lines. */
#include "source_json.h"

#include <jansson.h>
#include <stdlib.h>

#include "arena.h"
#include "err.h"
#include "source_text.h"
#include "table.h"
#include "utf8.h"

void
json_open(struct source_json *j, struct reader *reader, const char *path,
          bool windows_1252)
{
	*j = (struct source_json){ .path = path, .windows_1252 = windows_1252 };
	window_open(&j->w, reader);
}

void
json_want(struct source_json *j, const struct source_wanted *wanted)
{
	j->scan.wanted = wanted;
}

/* When there was more than one message: what they come to. */
static void
report_total(const struct source_json *j)
{
	struct buf text = { 0 };

	if (j->bad < 2)
		return;
	buf_cstr(&text, "in all ");
	buf_num(&text, j->bad);
	buf_cstr(&text, " lines left out");
	buf_char(&text, '\0');
	err_report(str_of(j->path), text.p);
	buf_release(&text);
}

void
json_close(struct source_json *j)
{
	report_total(j);
	window_close(&j->w);
	json_scan_release(&j->scan);
	buf_release(&j->line);
}

void
json_refuse(struct source_json *j, const char *reason)
{
	struct buf subject = { 0 };

	j->bad++;
	buf_cstr(&subject, j->path);
	buf_char(&subject, ':');
	buf_num(&subject, j->number);
	err_report(buf_str(&subject), reason);
	buf_release(&subject);
}

/* jansson recurses: what is nested deeper than its stack should have to bear
 * is not given to it. */
static bool
is_deep(struct str line)
{
	size_t depth = 0;
	size_t most = 0;

	for (size_t i = 0; i < line.n; i++) {
		depth += line.p[i] == '{' || line.p[i] == '[';
		depth -= depth > 0 && (line.p[i] == '}' || line.p[i] == ']');
		most = depth > most ? depth : most;
	}
	return most > JSON_DEPTH;
}

static void *
allocate(size_t n)
{
	return mem_resize(NULL, n, 1);
}

static void
explain(struct source_json *j, struct str line)
{
	struct buf reason = { 0 };
	json_error_t error;
	json_t *value;

	if (is_deep(line)) {
		json_refuse(j, "nested more than 256 levels deep");
		return;
	}
	json_set_alloc_funcs(allocate, free);
	/* It would look for a seed in /dev, where the sandbox lets nobody. */
	json_object_seed((size_t)table_hash(STR("jansson")));
	value = json_loadb(line.p, line.n, JSON_ALLOW_NUL | JSON_DECODE_ANY,
	                   &error);
	buf_cstr(&reason, "no JSON object");
	if (value == NULL) {
		buf_cstr(&reason, ": ");
		err_escape(&reason, str_of(error.text));
	}
	buf_char(&reason, '\0');
	json_refuse(j, reason.p);
	buf_release(&reason);
	json_decref(value);
}

/* Scans the line; false when it has been refused. */
static bool
scan_line(struct source_json *j, struct str line)
{
	if (utf8_invalid(line) < line.n) {
		if (!j->windows_1252) {
			json_refuse(j, "not UTF-8; see --encoding");
			return false;
		}
		buf_clear(&j->line);
		text_windows_1252(&j->line, line);
		line = buf_str(&j->line);
	}
	if (json_scan(&j->scan, line))
		return true;
	explain(j, line);
	return false;
}

bool
json_next(struct source_json *j, struct source_row *row)
{
	size_t n;

	for (;;) {
		bool fits = window_line(&j->w, 0, &n);
		struct str line = str_head(window_left(&j->w), n);

		if (fits && n == 0)
			return false;
		j->number = j->w.line;
		if (!fits) {
			json_refuse(j, "a line of more than 65 MiB");
			window_skip_line(&j->w);
			continue;
		}
		window_take(&j->w, n, 1);
		if (str_trim(line).n > 0 && scan_line(j, line))
			break;
	}
	*row = (struct source_row){ j->scan.key.v, j->scan.value.v,
		                    j->scan.key.n, j->number };
	return true;
}
