/* err.c - what goes wrong is told to a handler that the tool sets. */
#include "err.h"

#include <string.h>

#include "utf8.h"

static err_handler *report;
static void *report_context;
static size_t failures;

void
err_on_report(err_handler *handler, void *context)
{
	report = handler;
	report_context = context;
}

size_t
err_count(void)
{
	return failures;
}

static void
put_escape(struct buf *b, struct str unit, int32_t cp)
{
	switch (cp) {
	case '\n':
		buf_cstr(b, "\\n");
		break;
	case '\t':
		buf_cstr(b, "\\t");
		break;
	case '\\':
		buf_cstr(b, "\\\\");
		break;
	default:
		if (cp >= 0x80) {
			buf_cstr(b, "\\u{");
			buf_hex(b, (uint64_t)cp, cp > 0xFFFF ? 5 : 4);
			buf_cstr(b, "}");
			break;
		}
		for (size_t i = 0; i < unit.n; i++) {
			buf_cstr(b, "\\x");
			buf_hex(b, (unsigned char)unit.p[i], 2);
		}
	}
}

void
err_escape(struct buf *b, struct str s)
{
	for (size_t at = 0; at < s.n;) {
		int32_t cp;
		struct str unit = { s.p + at, 0 };

		unit.n = utf8_next(unit.p, s.p + s.n, &cp);
		if (cp == UTF8_BAD || cp == '\n' || cp == '\t' ||
		    cp == '\\' || utf8_unsafe(cp))
			put_escape(b, unit, cp);
		else
			buf_add(b, unit);
		at += unit.n;
	}
}

static void
send_message(struct str subject, const char *reason, const struct str *detail)
{
	struct buf b = { 0 };

	err_escape(&b, subject);
	if (subject.n > 0)
		buf_cstr(&b, ": ");
	buf_cstr(&b, reason);
	if (detail != NULL) {
		buf_cstr(&b, " '");
		err_escape(&b, *detail);
		buf_cstr(&b, "'");
	}
	if (report != NULL)
		report(report_context, buf_str(&b));
	buf_release(&b);
}

void
err_report(struct str subject, const char *reason)
{
	failures++;
	send_message(subject, reason, NULL);
}

void
err_detail(struct str subject, const char *reason, struct str detail)
{
	failures++;
	send_message(subject, reason, &detail);
}

void
err_errno(struct str subject, int errnum)
{
	err_report(subject, strerror(errnum));
}

void
err_warn(struct str subject, const char *reason)
{
	send_message(subject, reason, NULL);
}
