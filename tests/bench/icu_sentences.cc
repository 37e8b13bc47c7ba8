/* icu_sentences.cc - the sentences of ICU's iterator, to compare with: reads
 * standard input, a line a paragraph, and writes a sentence a line. */
#include <cstdio>
#include <string>
#include <unicode/brkiter.h>
#include <unicode/unistr.h>

static void
split(icu::BreakIterator *it, const std::string &line, std::string &out)
{
	icu::UnicodeString text = icu::UnicodeString::fromUTF8(line);
	int32_t beg = 0;

	it->setText(text);
	for (int32_t end = it->next(); end != icu::BreakIterator::DONE;
	     beg = end, end = it->next()) {
		text.tempSubStringBetween(beg, end).trim().toUTF8String(out);
		out.push_back('\n');
	}
}

int
main()
{
	UErrorCode status = U_ZERO_ERROR;
	icu::BreakIterator *it = icu::BreakIterator::createSentenceInstance(
	    icu::Locale::getUS(), status);
	std::string line, out;
	char *p = nullptr;
	size_t room = 0;
	ssize_t n;

	if (U_FAILURE(status))
		return 2;
	while ((n = getline(&p, &room, stdin)) > 0) {
		line.assign(p, (size_t)n - (p[n - 1] == '\n'));
		split(it, line, out);
		if (line.empty())
			out.push_back('\n');
		if (out.size() > 1 << 16) {
			fwrite(out.data(), 1, out.size(), stdout);
			out.clear();
		}
	}
	fwrite(out.data(), 1, out.size(), stdout);
	return fflush(stdout) == 0 ? 0 : 2;
}
