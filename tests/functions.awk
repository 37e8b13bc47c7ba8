# functions.awk - one line a function of C files in the house's style (the
# name at a line's start, braces alone in column 1):
# FILE NAME LINES NESTING PARAMETERS
# LINES from the name to the closing brace; NESTING of control blocks.
/^[a-z_][A-Za-z0-9_]*\(/ { name = $0; sub(/\(.*/, "", name); from = FNR
	parameters = ""; inside = 1 }
/^[a-z].*;$/ { inside = 0 }
inside && !body { parameters = parameters $0 }
/^\{$/ && inside { body = 1; deepest = 0; next }
body && match($0, /^\t+[^\t ]/) && RLENGTH - 1 > deepest {
	deepest = RLENGTH - 1
}
/^\}$/ && body {
	n = parameters ~ /\(void\)/ ? 0 : gsub(/,/, ",", parameters) + 1
	print FILENAME, name, FNR - from + 1, deepest - 1, n
	body = inside = 0
}
