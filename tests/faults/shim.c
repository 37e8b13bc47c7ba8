/* shim.c - fails the calls of a process that a plan names; for LD_PRELOAD. */
/* The headers' inline forms of read and poll would be what is defined here. */
#undef _FORTIFY_SOURCE

#include "plan.h"

#include <errno.h>
#include <fcntl.h>
#include <poll.h>
#include <stdarg.h>
#include <stdbool.h>
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <sys/mman.h>
#include <sys/random.h>
#include <sys/syscall.h>
#include <unistd.h>

/* What glibc's own allocator is called behind its public names. */
void *__libc_malloc(size_t);
void *__libc_calloc(size_t, size_t);
void *__libc_realloc(void *, size_t);
void *__libc_memalign(size_t, size_t);

/* What _FORTIFY_SOURCE makes of read, poll and open. */
ssize_t __read_chk(int, void *, size_t, size_t);
int __poll_chk(struct pollfd *, nfds_t, int, size_t);
int __open_2(const char *, int);

static struct plan *plan;

__attribute__((constructor)) static void
begin(void)
{
	void *p = mmap(NULL, sizeof(*plan), PROT_READ | PROT_WRITE, MAP_SHARED,
	               PLAN_FD, 0);

	syscall(SYS_close, PLAN_FD);
	plan = p == MAP_FAILED ? NULL : p;
}

/* Counts a call; whether it is one that fails. */
static bool
fails(enum call call, int fd)
{
	long n;

	if (plan == NULL)
		return false;
	n = ++plan->count[call];
	if (plan->at == 0 || plan->call != (int)call || n < plan->at ||
	    (n > plan->at && (!plan->every || plan->fd != fd)))
		return false;
	if (!plan->fired)
		plan->fd = fd;
	plan->fired = 1;
	return true;
}

/* The same for calls that can only fail. */
static bool
breaks(enum call call, int fd)
{
	if (!fails(call, fd))
		return false;
	errno = plan->action;
	return true;
}

void *
malloc(size_t size)
{
	return breaks(CALL_ALLOC, -1) ? NULL : __libc_malloc(size);
}

void *
calloc(size_t count, size_t size)
{
	return breaks(CALL_ALLOC, -1) ? NULL : __libc_calloc(count, size);
}

void *
realloc(void *old, size_t size)
{
	return breaks(CALL_ALLOC, -1) ? NULL : __libc_realloc(old, size);
}

void *
reallocarray(void *old, size_t count, size_t size)
{
	if (size != 0 && count > SIZE_MAX / size) {
		errno = ENOMEM;
		return NULL;
	}
	return realloc(old, count * size);
}

void *
aligned_alloc(size_t align, size_t size)
{
	return breaks(CALL_ALLOC, -1) ? NULL : __libc_memalign(align, size);
}

int
posix_memalign(void **p, size_t align, size_t size)
{
	if (breaks(CALL_ALLOC, -1))
		return ENOMEM;
	*p = __libc_memalign(align, size);
	return *p == NULL ? ENOMEM : 0;
}

/* A short transfer; not too slow where all of them are short. */
static size_t
few(size_t n)
{
	if (!plan->every)
		return 1;
	return n < PLAN_FEW ? n : PLAN_FEW;
}

static ssize_t
transfer(enum call call, long number, int fd, uintptr_t p, size_t n)
{
	if (n > 0 && fails(call, fd)) {
		if (plan->action != ACT_SHORT) {
			errno = plan->action;
			return -1;
		}
		n = few(n);
	}
	return syscall(number, fd, p, n);
}

ssize_t
read(int fd, void *p, size_t n)
{
	return transfer(CALL_READ, SYS_read, fd, (uintptr_t)p, n);
}

ssize_t
__read_chk(int fd, void *p, size_t n, size_t room)
{
	(void)room;
	return read(fd, p, n);
}

ssize_t
write(int fd, const void *p, size_t n)
{
	return transfer(CALL_WRITE, SYS_write, fd, (uintptr_t)p, n);
}

static ssize_t
transfer_at(enum call call, long number, int fd, uintptr_t p, size_t n,
            off_t at)
{
	if (n > 0 && fails(call, fd)) {
		if (plan->action != ACT_SHORT) {
			errno = plan->action;
			return -1;
		}
		n = few(n);
	}
	return syscall(number, fd, p, n, at);
}

ssize_t
pread(int fd, void *p, size_t n, off_t at)
{
	return transfer_at(CALL_READ, SYS_pread64, fd, (uintptr_t)p, n, at);
}

ssize_t
pread64(int fd, void *p, size_t n, off64_t at)
{
	return pread(fd, p, n, at);
}

ssize_t
pwrite(int fd, const void *p, size_t n, off_t at)
{
	return transfer_at(CALL_WRITE, SYS_pwrite64, fd, (uintptr_t)p, n, at);
}

ssize_t
pwrite64(int fd, const void *p, size_t n, off64_t at)
{
	return pwrite(fd, p, n, at);
}

int
poll(struct pollfd *p, nfds_t n, int ms)
{
	if (breaks(CALL_POLL, -1))
		return -1;
	return (int)syscall(SYS_poll, p, n, ms);
}

int
__poll_chk(struct pollfd *p, nfds_t n, int ms, size_t room)
{
	(void)room;
	return poll(p, n, ms);
}

int
open(const char *path, int flags, ...)
{
	unsigned mode = 0;
	va_list args;

	if (flags & (O_CREAT | O_TMPFILE)) {
		va_start(args, flags);
		mode = va_arg(args, unsigned);
		va_end(args);
	}
	if (breaks(CALL_OPEN, -1))
		return -1;
	return (int)syscall(SYS_openat, AT_FDCWD, path, flags, mode);
}

int
open64(const char *path, int flags, ...)
{
	unsigned mode = 0;
	va_list args;

	va_start(args, flags);
	mode = va_arg(args, unsigned);
	va_end(args);
	return open(path, flags, mode);
}

int
__open_2(const char *path, int flags)
{
	return open(path, flags);
}

int
close(int fd)
{
	bool broken = fails(CALL_CLOSE, fd);
	int status = (int)syscall(SYS_close, fd);

	if (broken) {
		errno = plan->action;
		return -1;
	}
	return status;
}

ssize_t
getrandom(void *p, size_t n, unsigned flags)
{
	if (breaks(CALL_RANDOM, -1))
		return -1;
	return syscall(SYS_getrandom, p, n, flags);
}

int
unlink(const char *path)
{
	return breaks(CALL_OTHER, -1) ? -1 : (int)syscall(SYS_unlink, path);
}

int
ftruncate(int fd, off_t n)
{
	if (breaks(CALL_OTHER, fd))
		return -1;
	return (int)syscall(SYS_ftruncate, fd, n);
}

off_t
lseek(int fd, off_t at, int whence)
{
	if (breaks(CALL_OTHER, fd))
		return -1;
	return syscall(SYS_lseek, fd, at, whence);
}
