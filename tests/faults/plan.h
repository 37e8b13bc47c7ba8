/*
 * plan.h - which call of a process fails, and how: shared between faults.c,
 * which writes the plan, and shim.c, which sits in the process and keeps it.
 */
#ifndef PLAN_H
#define PLAN_H

#include <stdatomic.h>

enum {
	PLAN_FD = 100, /* the plan's descriptor in the process */
	PLAN_FEW = 999 /* bytes of a short transfer among many */
};

enum call {
	CALL_ALLOC,
	CALL_READ,
	CALL_WRITE,
	CALL_POLL,
	CALL_OPEN,
	CALL_CLOSE,
	CALL_RANDOM,
	CALL_OTHER, /* of a spill file: seek, truncate, unlink, map */
	CALLS
};

/* Beside errno values: what a call does instead of failing. */
enum { ACT_SHORT = -1 }; /* works on a few bytes only */

struct plan {
	int call;
	int action; /* an errno value or ACT_SHORT */
	int every;  /* not only call number at, but all later ones of its fd */
	long at;    /* counted from 1; 0: none fails */
	atomic_long count[CALLS]; /* calls so far */
	atomic_int fired;         /* the fault has been injected */
	atomic_int fd;            /* the descriptor it was about, or -1 */
};

#endif
