# hash.awk - a list of facts as the rows of a hash table, ready for search.
# One entry a line, WORD TAB VALUE; '#' lines and empty lines are left out.
# VALUE is a number, or "month", which is written NAME_MONTH. Words of MIN to
# MAX bytes are taken: up to 7, or 15, with the value fill a row of 8, or 16
# bytes. The place of a word in the 2^k rows is that of its hash, or
# the next free one after it. The hash takes the word, padded with 0 to 16
# bytes, as four little-endian numbers, each times a number below 2^19, so that
# all is exact in awk; the top k of 32 bits count (Knuth, TAOCP 3, 6.4).
# lib/sent_lookup.c searches in the same steps.
BEGIN {
	FS = "\t"
	if (MAX == "")
		MAX = 15
	for (i = 1; i < 256; i++)
		ord[sprintf("%c", i)] = i
	split("487637 394747 319993 506147", factor, " ")
}
/^#/ || length($1) < MIN || length($1) > MAX { next }
{ word[n++] = $1; value[$1] = $2 ~ /^[0-9]+$/ ? $2 : toupper(NAME "_" $2) }
function hash(w, i, j, h, part) {
	for (i = 0; i < 4; i++) {
		part = 0
		for (j = 4; j >= 1; j--)
			part = part * 256 + ord[substr(w, 4 * i + j, 1)]
		h += part * factor[i + 1]
	}
	return h % 4294967296
}
END {
	for (size = 2; 3 * size < 4 * n; size *= 2)
		;
	for (i = 0; i < n; i++) {
		at = int(hash(word[i]) / (4294967296 / size))
		while (at in slot)
			at = (at + 1) % size
		slot[at] = word[i]
	}
	for (at = 0; at < size; at++)
		print at in slot ? "{ \"" slot[at] "\", " \
		    value[slot[at]] " }," : "{ \"\", 0 },"
}
