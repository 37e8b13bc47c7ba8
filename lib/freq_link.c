/* freq_link.c - web and e-mail addresses, which are one word each. */
#include "freq_link.h"

#include "freq_prop.h"
#include "utf8.h"

/* Bounds, so that a long run of address-like bytes stays linear. */
enum { URL_MAX = 2048 };

static bool
is_core(int32_t cp)
{
	return cp != 0x02BC && (freq_prop(cp) & FREQ_CORE);
}

/* A prefix that a letter or digit follows. */
static bool
starts_url(struct str rest)
{
	static const struct str prefixes[] = {
		{ "http://", 7 }, { "https://", 8 }, { "ftp://", 6 },
		{ "www.", 4 },
	};
	int32_t cp;

	if (rest.n < 5 || (rest.p[3] != '.' && rest.p[3] != 'p' &&
	                   rest.p[3] != 'P' && rest.p[3] != ':'))
		return false; /* quickly, as nearly always */
	for (size_t i = 0; i < sizeof(prefixes) / sizeof(*prefixes); i++) {
		struct str p = prefixes[i];

		if (rest.n <= p.n || !str_eq_ascii(str_head(rest, p.n), p))
			continue;
		utf8_next(rest.p + p.n, rest.p + rest.n, &cp);
		return is_core(cp);
	}
	return false;
}

/* A character that RFC 3986 or RFC 3987 has in addresses. */
static bool
in_url(int32_t cp)
{
	unsigned class;

	if (cp < 0x80)
		return cp > ' ' && cp != '<' && cp != '>' && cp != '"' &&
		       cp != '\\' && cp != '^' && cp != '`' && cp != '{' &&
		       cp != '|' && cp != '}' && cp != 0x7F;
	class = freq_prop(cp) & WB_CLASS;
	return is_core(cp) || class == WB_EXTEND;
}

static bool
ends_url(int32_t cp)
{
	return cp == '/' || cp == '=' || cp == '_' || is_core(cp);
}

size_t
freq_url_end(struct str text, size_t at)
{
	size_t end = at, i = at;
	int32_t cp;

	if (!starts_url(str_from(text, at)))
		return at;
	while (i < text.n && i - at < URL_MAX) {
		size_t n = utf8_next(text.p + i, text.p + text.n, &cp);

		if (cp < 0 || !in_url(cp))
			break;
		i += n;
		if (ends_url(cp))
			end = i;
	}
	return end;
}

/* One side of the @ of an e-mail address. */
struct side {
	size_t most;       /* bytes */
	const char *marks; /* one of them may stand between two runs */
	bool underscore;   /* counts as a letter */
};

static const struct side local = { 64, ".+-", true };
static const struct side domain = { 255, ".-", false };

/* The end of letters and digits from at on. */
static size_t
run_end(struct str text, size_t at, size_t max, const struct side *side)
{
	while (at < max) {
		int32_t cp;
		size_t n = utf8_next(text.p + at, text.p + text.n, &cp);

		if (!(cp == '_' && side->underscore) && !is_core(cp))
			break;
		at += n;
	}
	return at;
}

static size_t
side_end(struct str text, size_t at, const struct side *side)
{
	struct str marks = str_of(side->marks);
	size_t max = text.n - at < side->most ? text.n : at + side->most;
	size_t end = run_end(text, at, max, side);

	while (end > at && end + 1 < max &&
	       str_find(marks, text.p[end]) < marks.n) {
		size_t next = run_end(text, end + 1, max, side);

		if (next == end + 1)
			break;
		end = next;
	}
	return end;
}

size_t
freq_mail_end(struct str text, size_t at)
{
	struct str near = str_head(str_from(text, at), local.most + 1);
	size_t sign, end;

	if (str_find(near, '@') == near.n)
		return at; /* quickly, as nearly always */
	sign = side_end(text, at, &local);
	if (sign == at || sign >= text.n || text.p[sign] != '@')
		return at;
	end = side_end(text, sign + 1, &domain);
	return str_find(str_sub(text, (struct span){ sign, end }), '.') <
	               end - sign
	           ? end
	           : at;
}
