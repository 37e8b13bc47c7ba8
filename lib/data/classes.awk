# classes.awk - lists of words with letters for their classes, as one list of
# numbers for hash.awk: WORD TAB LETTERS gives WORD TAB the sum of a bit a
# letter, a the lowest; a word of several lists gets the classes of all.
BEGIN {
	FS = OFS = "\t"
	for (i = 0; i < 26; i++)
		bit[sprintf("%c", 97 + i)] = 2 ^ i
}
/^#/ || /^$/ { next }
{
	for (i = 1; i <= length($2); i++) {
		letter = substr($2, i, 1)
		if (!(($1, letter) in seen))
			sum[$1] += bit[letter]
		seen[$1, letter] = 1
	}
}
END {
	for (word in sum)
		printf "%s\t%d\n", word, sum[word] | "LC_ALL=C sort"
}
