/* exit.c - linked in where branches are counted: what a process has counted is
 * written also when it ends by _exit, as one without memory does. */
__attribute__((weak)) void __gcov_dump(void);
__attribute__((weak)) int __llvm_profile_write_file(void);
_Noreturn void __real__exit(int status);
_Noreturn void __wrap__exit(int status);

_Noreturn void
__wrap__exit(int status)
{
	if (__gcov_dump)
		__gcov_dump();
	if (__llvm_profile_write_file)
		__llvm_profile_write_file();
	__real__exit(status);
}
