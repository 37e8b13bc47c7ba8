/* stem.c - stems of words by the Snowball algorithms. */
#include "stem.h"

#include <errno.h>
#include <libstemmer.h>
#include <limits.h>
#include <stdlib.h>

#include "arena.h"

struct stem {
	struct sb_stemmer *stemmer;
};

struct stem *
stem_open(const char *language)
{
	struct sb_stemmer *stemmer;
	struct stem *s;

	errno = 0;
	stemmer = sb_stemmer_new(language, "UTF_8");
	if (stemmer == NULL && errno == ENOMEM)
		mem_fail();
	if (stemmer == NULL)
		return NULL;
	s = mem_alloc(1, sizeof(*s));
	s->stemmer = stemmer;
	return s;
}

struct str
stem_word(struct stem *s, struct str word)
{
	const sb_symbol *p;

	if (word.n > INT_MAX)
		return word;
	p = sb_stemmer_stem(s->stemmer, (const sb_symbol *)word.p,
	                    (int)word.n);
	if (p == NULL)
		mem_fail();
	return (struct str){ (const char *)p,
		             (size_t)sb_stemmer_length(s->stemmer) };
}

const char *const *
stem_languages(void)
{
	return (const char *const *)sb_stemmer_list();
}

void
stem_close(struct stem *s)
{
	if (s == NULL)
		return;
	sb_stemmer_delete(s->stemmer);
	free(s);
}
