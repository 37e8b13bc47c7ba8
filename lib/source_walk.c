/* source_walk.c - the files below a directory, in the order of their names. */
#include "source_walk.h"

#include <dirent.h>
#include <errno.h>
#include <stdlib.h>
#include <string.h>
#include <sys/stat.h>

#include "arena.h"
#include "buf.h"
#include "err.h"

enum { ROOM_MIN = 64 };

enum kind { KIND_OTHER, KIND_FILE, KIND_DIRECTORY };

static enum kind
kind_of(const char *path)
{
	struct stat st;

	if (lstat(path, &st) < 0)
		return KIND_OTHER;
	if (S_ISDIR(st.st_mode))
		return KIND_DIRECTORY;
	if (S_ISLNK(st.st_mode) && stat(path, &st) < 0)
		return KIND_OTHER;
	return S_ISREG(st.st_mode) ? KIND_FILE : KIND_OTHER;
}

bool
walk_is_directory(const char *path)
{
	struct stat st;

	return stat(path, &st) == 0 && S_ISDIR(st.st_mode);
}

static void
add(struct source_walk *w, const char *directory, const char *name)
{
	struct buf b = { 0 };

	if (w->n == w->room) {
		w->room = w->room == 0 ? ROOM_MIN : 2 * w->room;
		w->path = mem_resize(w->path, w->room, sizeof(*w->path));
	}
	buf_cstr(&b, directory);
	if (b.n > 0 && b.p[b.n - 1] != '/')
		buf_char(&b, '/');
	buf_cstr(&b, name);
	buf_char(&b, '\0');
	w->path[w->n++] = mem_resize(b.p, b.n, 1);
}

/* Descending: the next one is taken from the end. */
static int
compare(const void *a, const void *b)
{
	return -strcmp(*(char *const *)a, *(char *const *)b);
}

void
walk_begin(struct source_walk *w, const char *directory)
{
	DIR *dir = opendir(directory);
	size_t first = w->n;
	struct dirent *entry;

	if (dir == NULL && errno == ENOMEM)
		mem_fail();
	if (dir == NULL) {
		err_errno(str_of(directory), errno);
		return;
	}
	errno = 0;
	while ((entry = readdir(dir)) != NULL)
		if (entry->d_name[0] != '.')
			add(w, directory, entry->d_name);
	if (errno != 0)
		err_errno(str_of(directory), errno);
	closedir(dir);
	if (w->n > first)
		qsort(w->path + first, w->n - first, sizeof(*w->path), compare);
}

const char *
walk_next(struct source_walk *w)
{
	while (w->n > 0) {
		enum kind kind;

		free(w->given);
		w->given = w->path[--w->n];
		kind = kind_of(w->given);
		if (kind == KIND_FILE)
			return w->given;
		if (kind == KIND_DIRECTORY)
			walk_begin(w, w->given);
	}
	return NULL;
}

void
walk_release(struct source_walk *w)
{
	while (w->n > 0)
		free(w->path[--w->n]);
	free(w->path);
	free(w->given);
	*w = (struct source_walk){ 0 };
}
