/* zst.c - compresses standard input with Zstandard; tests only. */
#include <stdio.h>
#include <stdlib.h>
#include <zstd.h>

int
main(void)
{
	size_t room = (size_t)1 << 24;
	char *in = malloc(room);
	char *out = malloc(ZSTD_compressBound(room));
	size_t n;

	if (in == NULL || out == NULL)
		return 1;
	n = fread(in, 1, room, stdin);
	n = ZSTD_compress(out, ZSTD_compressBound(room), in, n, 3);
	if (ZSTD_isError(n) || fwrite(out, 1, n, stdout) != n)
		return 1;
	free(in);
	free(out);
	return fclose(stdout) == 0 ? 0 : 1;
}
