/* sandbox.c - after it, the process can only read what it was told to. */
#include "sandbox.h"

#include <errno.h>
#include <fcntl.h>
#include <linux/audit.h>
#include <linux/filter.h>
#include <linux/landlock.h>
#include <linux/seccomp.h>
#include <sched.h>
#include <stddef.h>
#include <stdint.h>
#include <string.h>
#include <sys/prctl.h>
#include <sys/stat.h>
#include <sys/syscall.h>
#include <unistd.h>

#if defined(__x86_64__)
#define OUR_ARCH AUDIT_ARCH_X86_64
#elif defined(__aarch64__)
#define OUR_ARCH AUDIT_ARCH_AARCH64
#endif

#if defined(__has_feature)
#if __has_feature(address_sanitizer) || __has_feature(memory_sanitizer)
#define NO_SANDBOX
#endif
#elif defined(__SANITIZE_ADDRESS__)
#define NO_SANDBOX
#endif

#ifdef NO_SANDBOX

bool
sandbox_built(void)
{
	return false;
}

void
sandbox_enter(char *const *files, const char *spill)
{
	(void)files;
	(void)spill;
}

#else

/* All file rights of Landlock's first version: each is refused from then on
 * where no rule gives it. */
enum {
	READ_RIGHTS = LANDLOCK_ACCESS_FS_READ_FILE,
	TREE_RIGHTS = READ_RIGHTS | LANDLOCK_ACCESS_FS_READ_DIR,
	SPILL_RIGHTS = LANDLOCK_ACCESS_FS_READ_FILE |
	               LANDLOCK_ACCESS_FS_WRITE_FILE |
	               LANDLOCK_ACCESS_FS_MAKE_REG |
	               LANDLOCK_ACCESS_FS_REMOVE_FILE,
	ALL_RIGHTS = (LANDLOCK_ACCESS_FS_MAKE_SYM << 1) - 1
};

bool
sandbox_built(void)
{
	return true;
}

static void
allow(int rules, const char *path, uint64_t rights)
{
	struct landlock_path_beneath_attr rule = { 0 };
	struct stat st;
	int fd = open(path, O_PATH | O_CLOEXEC);

	if (fd < 0)
		return;
	if (fstat(fd, &st) == 0) {
		rule.parent_fd = fd;
		rule.allowed_access = rights;
		if (rights == READ_RIGHTS && S_ISDIR(st.st_mode))
			rule.allowed_access = TREE_RIGHTS;
		/* Pipes have no path and need no rule: the error is theirs. */
		syscall(SYS_landlock_add_rule, rules,
		        LANDLOCK_RULE_PATH_BENEATH, &rule, 0);
	}
	close(fd);
}

static void
restrict_files(char *const *files, const char *spill)
{
	struct landlock_ruleset_attr attr = {
		.handled_access_fs = ALL_RIGHTS
	};
	int rules = (int)syscall(SYS_landlock_create_ruleset, &attr,
	                         sizeof(attr.handled_access_fs), 0);

	if (rules < 0)
		return;
	for (; *files != NULL; files++)
		if (strcmp(*files, "-") != 0)
			allow(rules, *files, READ_RIGHTS);
	if (spill != NULL)
		allow(rules, spill, SPILL_RIGHTS);
	syscall(SYS_landlock_restrict_self, rules, 0);
	close(rules);
}

#ifdef OUR_ARCH

enum { X32_CALLS = 0x40000000 };

#define REFUSE(nr) \
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, (nr), 0, 1), \
	BPF_STMT(BPF_RET | BPF_K, SECCOMP_RET_ERRNO | EPERM)
#define LOAD(field) \
	BPF_STMT(BPF_LD | BPF_W | BPF_ABS, \
	         (uint32_t)offsetof(struct seccomp_data, field))
#define RETURN(action) BPF_STMT(BPF_RET | BPF_K, (action))

/* A process is a clone without CLONE_THREAD. clone3 hides its flags behind a
 * pointer; ENOSYS makes the C library use clone. */
static const struct sock_filter calls[] = {
	/* The calls of other systems (32 bits, x32) have numbers of
	 * their own, and are none of ours. */
	LOAD(arch),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, OUR_ARCH, 1, 0),
	RETURN(SECCOMP_RET_ERRNO | EPERM),
	LOAD(nr),
#ifdef __x86_64__
	BPF_JUMP(BPF_JMP | BPF_JGE | BPF_K, X32_CALLS, 0, 1),
	RETURN(SECCOMP_RET_ERRNO | EPERM),
#endif
	REFUSE(SYS_socket),
	REFUSE(SYS_socketpair),
	REFUSE(SYS_connect),
	REFUSE(SYS_bind),
	REFUSE(SYS_execve),
	REFUSE(SYS_execveat),
	REFUSE(SYS_ptrace),
	REFUSE(SYS_process_vm_readv),
	REFUSE(SYS_process_vm_writev),
	REFUSE(SYS_io_uring_setup), /* opens and connects by itself */
	REFUSE(SYS_bpf),
	REFUSE(SYS_perf_event_open),
#ifdef SYS_fork
	REFUSE(SYS_fork),
	REFUSE(SYS_vfork),
#endif
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone3, 0, 1),
	RETURN(SECCOMP_RET_ERRNO | ENOSYS),
	BPF_JUMP(BPF_JMP | BPF_JEQ | BPF_K, SYS_clone, 1, 0),
	RETURN(SECCOMP_RET_ALLOW),
	LOAD(args[0]),
	BPF_JUMP(BPF_JMP | BPF_JSET | BPF_K, CLONE_THREAD, 1, 0),
	RETURN(SECCOMP_RET_ERRNO | EPERM),
	RETURN(SECCOMP_RET_ALLOW),
};

static void
refuse_calls(void)
{
	struct sock_filter filter[sizeof(calls) / sizeof(*calls)];
	struct sock_fprog program = {
		.len = sizeof(calls) / sizeof(*calls), .filter = filter
	};

	memcpy(filter, calls, sizeof(calls));
	prctl(PR_SET_SECCOMP, SECCOMP_MODE_FILTER, &program, 0, 0);
}

#else

static void
refuse_calls(void)
{
}

#endif

void
sandbox_enter(char *const *files, const char *spill)
{
	/* Both need that no later exec can gain rights. */
	if (prctl(PR_SET_NO_NEW_PRIVS, 1, 0, 0, 0) != 0)
		return;
	restrict_files(files, spill);
	refuse_calls();
}

#endif
