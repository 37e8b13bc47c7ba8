/* sandbox_test.c - what a confined process can still do. Each check runs in a
 * child of its own, since there is no way out of the sandbox. */
#include <setjmp.h>
#include <stdarg.h>
#include <stddef.h>
#include <stdint.h>
#include <cmocka.h>

#include <errno.h>
#include <fcntl.h>
#include <linux/landlock.h>
#include <pthread.h>
#include <signal.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <sys/socket.h>
#include <sys/syscall.h>
#include <sys/wait.h>
#include <unistd.h>

#include "sandbox.h"

static char named[] = "/etc/group";

static bool
kernel_has_landlock(void)
{
	return syscall(SYS_landlock_create_ruleset, NULL, 0,
	               LANDLOCK_CREATE_RULESET_VERSION) >= 1;
}

/* Runs check in a confined child and returns its answer. */
static int
confined(int (*check)(void))
{
	char *files[] = { named, (char[]){ "-" }, (char[]){ "/no/such" },
		          NULL };
	int status;
	pid_t child = fork();

	assert_true(child >= 0);
	if (child == 0) {
		sandbox_enter(files, NULL);
		_exit(check());
	}
	assert_int_equal(waitpid(child, &status, 0), child);
	assert_true(WIFEXITED(status));
	return WEXITSTATUS(status);
}

static int
opens(const char *path, int flags)
{
	return open(path, flags, 0600) >= 0 ? 0 : errno;
}

static int
open_named(void)
{
	return opens(named, O_RDONLY);
}

static int
open_other(void)
{
	return opens("/etc/passwd", O_RDONLY);
}

static int
open_missing(void)
{
	return opens("/no/such", O_RDONLY);
}

static int
write_file(void)
{
	return opens("/tmp/newsutils-sandbox-test", O_WRONLY | O_CREAT);
}

static int
make_socket(void)
{
	return socket(AF_INET, SOCK_STREAM, 0) >= 0 ? 0 : errno;
}

#ifdef __x86_64__
/* The same call by its number for x32, and by the 32-bit gate (socket is 359
 * there); without the sandbox a kernel that lacks them says ENOSYS. */
static int
make_x32_socket(void)
{
	return syscall(0x40000000 + SYS_socket, AF_INET, SOCK_STREAM, 0) >= 0
	           ? 0 : errno;
}

static void
no_gate(int signal)
{
	(void)signal;
	_exit(EPERM);
}

static int
make_i386_socket(void)
{
	long got;

	signal(SIGSEGV, no_gate); /* of a kernel without the gate */
	__asm__ volatile("int $0x80" : "=a"(got)
	                 : "a"(359L), "b"((long)AF_INET),
	                   "c"((long)SOCK_STREAM), "d"(0L)
	                 : "memory", "r8", "r9", "r10", "r11");
	return got >= 0 ? 0 : (int)-got;
}
#endif

static int
make_process(void)
{
	pid_t child = fork();

	if (child == 0)
		_exit(0);
	return child > 0 ? 0 : errno;
}

static int
run_program(void)
{
	char *argv[] = { (char[]){ "true" }, NULL };

	execv("/bin/true", argv);
	return errno;
}

static void *
nothing(void *p)
{
	return p;
}

static int
make_thread(void)
{
	pthread_t t;
	int error = pthread_create(&t, NULL, nothing, NULL);

	return error != 0 ? error : pthread_join(t, NULL);
}

static void
confines_files(void **state)
{
	(void)state;
	if (!sandbox_built() || !kernel_has_landlock())
		skip();
	assert_int_equal(confined(open_named), 0);
	assert_int_equal(confined(open_other), EACCES);
	assert_int_equal(confined(open_missing), ENOENT);
	assert_int_equal(confined(write_file), EACCES);
}

static void
confines_calls(void **state)
{
	(void)state;
	if (!sandbox_built())
		skip();
	assert_int_equal(confined(make_socket), EPERM);
#ifdef __x86_64__
	assert_int_equal(confined(make_x32_socket), EPERM);
	assert_int_equal(confined(make_i386_socket), EPERM);
#endif
	assert_int_equal(confined(make_process), EPERM);
	assert_int_not_equal(confined(run_program), 0);
}

static void
leaves_threads(void **state)
{
	(void)state;
	assert_int_equal(confined(make_thread), 0);
	assert_int_equal(confined(open_named), 0);
}

int
main(void)
{
	const struct CMUnitTest tests[] = {
		cmocka_unit_test(confines_files),
		cmocka_unit_test(confines_calls),
		cmocka_unit_test(leaves_threads),
	};

	return cmocka_run_group_tests(tests, NULL, NULL);
}
