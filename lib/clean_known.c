/* clean_known.c - the built-in phrases of news pages' furniture. */
#include "clean_known.h"

#include <string.h>

static const char *const row[][2] = {
#include "clean_phrase.inc"
};

enum { ROWS = sizeof(row) / sizeof(*row) };

static const char *const group_name[] = {
	"account", "advert", "app", "author", "bio", "caption", "comment",
	"consent", "legal", "media", "nav", "offer", "related", "share",
	"subscribe", "time"
};

enum { GROUPS = sizeof(group_name) / sizeof(*group_name) };

const char *
clean_known_group(int group)
{
	return group_name[group];
}

static int
group_of(const char *name)
{
	int g = 0;

	while (g + 1 < GROUPS && strcmp(group_name[g], name) != 0)
		g++;
	return g;
}

struct clean_phrase
clean_known_phrase(size_t i)
{
	return (struct clean_phrase){ str_of(row[i][1]), group_of(row[i][0]) };
}

struct clean_phrases *
clean_known(void)
{
	struct clean_phrase all[ROWS];

	for (size_t i = 0; i < ROWS; i++)
		all[i] = clean_known_phrase(i);
	return clean_phrases_new(all, ROWS);
}
