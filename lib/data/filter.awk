# filter.awk - which words a list may have, by length and first and last byte.
# Row f, column l: bit n is set when a word of n bytes (at most 7, no white
# space) begins with a byte whose lowest five bits are f and ends with one of l,
# so that capitals do not count. lib/sent_lookup.c asks it before it searches.
BEGIN {
	FS = "\t"
	for (i = 1; i < 256; i++)
		ord[sprintf("%c", i)] = i % 32
}
/^#/ || /^$/ { next }
{
	n = length($1)
	at = ord[substr($1, 1, 1)] * 32 + ord[substr($1, n, 1)]
	if (!((at, n) in seen))
		bits[at] += 2 ^ n
	seen[at, n] = 1
}
END {
	for (at = 0; at < 1024; at++)
		printf "%d,%s", bits[at], at % 16 == 15 ? "\n" : " "
}
