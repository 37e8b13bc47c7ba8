/*
 * sandbox.h - after it, the process can only read what it was told to.
 *
 * Landlock (Linux 5.13 and later) leaves no file to open but the named ones;
 * seccomp refuses sockets, new processes and programs with EPERM. What the
 * kernel does not have is left out without a word, and builds with sanitizers
 * or with -DNO_SANDBOX confine nothing. Open descriptors stay as they are;
 * threads can be made.
 */
#ifndef SANDBOX_H
#define SANDBOX_H

#include <stdbool.h>

/* files: NULL-terminated paths that may be read, directories with all below
 * them; "-" and paths that cannot be opened are passed over. spill: a
 * directory in which files may be made, written and removed, or NULL. Uses two
 * descriptors and gives them back. There is no way out again. */
void sandbox_enter(char *const *files, const char *spill);
/* Whether this build confines anything. */
bool sandbox_built(void);

#endif
