/*
 * stream.h - bytes for tests that read: as a file, or through a pipe in pieces.
 */
#ifndef STREAM_H
#define STREAM_H

#include <stdlib.h>
#include <sys/wait.h>
#include <unistd.h>

#include "buf.h"
#include "err.h"
#include "str.h"

/* Messages since the last clear, one a line. */
static struct buf told;

static inline void
keep_message(void *context, struct str message)
{
	(void)context;
	buf_add(&told, message);
	buf_char(&told, '\n');
}

/* A temporary file with these bytes; the caller unlinks and frees its path. */
static inline char *
file_of(struct str bytes)
{
	char *path = malloc(32);
	int fd;

	snprintf(path, 32, "/tmp/newsutils.XX" "XXXX");
	fd = mkstemp(path);
	if (fd < 0 || write(fd, bytes.p, bytes.n) != (ssize_t)bytes.n)
		abort();
	close(fd);
	return path;
}

static inline void
drop_file(char *path)
{
	unlink(path);
	free(path);
}

/* Makes standard input a pipe from a child that writes bytes in pieces of
 * size. */
static inline pid_t
pipe_in(struct str bytes, size_t size)
{
	int fd[2];
	pid_t child;

	if (pipe(fd) < 0 || (child = fork()) < 0)
		abort();
	if (child == 0) {
		close(fd[0]);
		for (struct str s; bytes.n > 0; bytes = str_from(bytes, s.n)) {
			s = str_head(bytes, size);
			if (write(fd[1], s.p, s.n) != (ssize_t)s.n)
				_exit(1);
		}
		_exit(0);
	}
	dup2(fd[0], 0);
	close(fd[0]);
	close(fd[1]);
	return child;
}

static inline void
pipe_done(pid_t child)
{
	waitpid(child, NULL, 0);
}

#endif
