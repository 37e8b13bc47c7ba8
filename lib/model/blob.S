/* blob.S - a file's bytes as read-only data, from NAME to NAME_end. */
#define PASTE(a, b) a ## b
#define END(a) PASTE(a, _end)
	.section .rodata
	.balign 64
	.globl NAME
NAME:
	.incbin FILE
	.globl END(NAME)
END(NAME):
	.section .note.GNU-stack, "", %progbits
