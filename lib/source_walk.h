/*
 * source_walk.h - the files below a directory, in the order of their names.
 *
 * Names are ordered by bytes, a directory's files stand where its name does.
 * Names that begin with a dot are passed over, and so is what is neither a
 * file nor a directory; symbolic links to directories are not followed.
 */
#ifndef SOURCE_WALK_H
#define SOURCE_WALK_H

#include <stdbool.h>
#include <stddef.h>

/* Zero-initialise. Holds what is still to visit, the next one last. */
struct source_walk {
	char **path;
	size_t n;
	size_t room;
	char *given; /* the path returned last */
};

bool walk_is_directory(const char *path);
/* Adds what is in the directory. */
void walk_begin(struct source_walk *w, const char *directory);
/* The next file, valid until the next call; NULL when there is none. */
const char *walk_next(struct source_walk *w);
void walk_release(struct source_walk *w);

#endif
