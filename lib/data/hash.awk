# hash.awk - a list of facts as the rows of a hash table, ready for search.
# One entry a line, WORD TAB VALUE; '#' lines and empty lines are left out.
# VALUE is a number, or "month", which is written NAME_MONTH. There are 2^k rows;
# the place of a word is h of its bytes, h = (31 * h + byte) mod 2^24, modulo
# 2^k, or the next free one after it: lib/sent_word.c searches in these steps.
BEGIN {
	FS = "\t"
	for (i = 1; i < 256; i++)
		ord[sprintf("%c", i)] = i
}
/^#/ || /^$/ { next }
{ word[n++] = $1; value[$1] = $2 ~ /^[0-9]+$/ ? $2 : toupper(NAME "_" $2) }
END {
	for (size = 1; size < 2 * n; size *= 2)
		;
	for (i = 0; i < n; i++) {
		h = 0
		for (j = 1; j <= length(word[i]); j++)
			h = (h * 31 + ord[substr(word[i], j, 1)]) % 16777216
		for (at = h % size; at in slot; at = (at + 1) % size)
			;
		slot[at] = word[i]
	}
	for (at = 0; at < size; at++)
		print at in slot ? "{ \"" slot[at] "\", " \
		    value[slot[at]] " }," : "{ \"\", 0 },"
}
