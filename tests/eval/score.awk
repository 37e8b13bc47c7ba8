# score.awk - how alike two texts are, line by line, whatever their order:
# awk -f score.awk [neutral=FILE] GOLD FOUND prints F1 in percent. Empty lines
# and the lines of neutral count for nothing.
BEGIN {
	while (neutral != "" && (getline line <neutral) > 0)
		ignored[line] = 1
}
/^[ \t]*$/ || $0 in ignored { next }
FILENAME == ARGV[ARGC - 2] { gold[$0]++; wanted++; next }
{ found++ }
gold[$0] > 0 { gold[$0]--; hit++ }
END { printf "%.2f\n", wanted + found ? 200 * hit / (wanted + found) : 0 }
