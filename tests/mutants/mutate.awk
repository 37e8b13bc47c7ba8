# mutate.awk - writes a C file with one switch at each spot that can be mutated:
# an operator becomes MUT(n, as it is, as mutated), chosen at run time by the
# environment variable MUTANT (see mutants.h). base: the number of mutants so
# far; the list of them goes to the file spots; lines in skip stay as they are.
function add(from, to) {
	n++
	printf "%d\t%s:%d\t%s\t%s\t%s\n", base + n, name, FNR, from, to, \
	    source >spots
	return base + n
}
BEGIN {
	print "#include \"mutants.h\""
	for (i = split(skip, line_no, " "); i > 0; i--)
		skipped[line_no[i]]
}
FNR == 1 { name = FILENAME }
{ source = $0; gsub(/\t/, " ", source) }
# Not inside comments, declarations of constants, static tables, asserts.
/^[ \t]*(\/\*|\*)/ || /^#/ || /^[a-z]/ || /enum|static|case |sizeof/ || \
FNR in skipped {
	print
	next
}
# A condition of an if or while on one line: negated.
match($0, /^[ \t]*(if|while) \(.*\)( \{)?$/) && !/\\$/ {
	line = $0
	open = index(line, "(")
	tail = line ~ /\{$/ ? ") {" : ")"
	body = substr(line, open + 1, length(line) - open - length(tail))
	depth = 0
	fine = 1
	for (i = 1; i <= length(body); i++) {
		c = substr(body, i, 1)
		depth += (c == "(") - (c == ")")
		if (depth < 0)
			fine = 0
	}
	if (fine && depth == 0 && body !~ /^[^=]*[^=!<>]=[^=]/) {
		k = add("if (c)", "if (!c)")
		k2 = add("if (c)", "if (0)")
		line = substr(line, 1, open) "MUT(" k ", " body ", !(" \
		    body ")) && !MUTANT(" k2 ")" tail
		sub(/MUT\(/, "(MUT(", line)
		line = substr(line, 1, length(line) - length(tail)) ")" tail
		print line
		next
	}
}
# A comparison or sum with simple sides.
match($0, /[a-z_0-9>.\[\]-]+ (<|<=|>|>=|==|!=|\+|-) [a-z_0-9>.-]+/) {
	line = $0
	text = substr(line, RSTART, RLENGTH)
	split(text, word, " ")
	before = substr(line, 1, RSTART - 1)
	after = substr(line, RSTART + RLENGTH)
	op = word[2]
	to = op == "<" ? "<=" : op == "<=" ? "<" : op == ">" ? ">=" : \
	    op == ">=" ? ">" : op == "==" ? "!=" : op == "!=" ? "==" : \
	    op == "+" ? "-" : "+"
	if (before !~ /"[^"]*$/ && before !~ /[*\/%] $/ && \
	    before !~ /[]).>]$/ && after !~ /^(\(|\[| [-+*\/%]|->|\.)/ && \
	    word[3] !~ /[>.-]$/) {
		k = add(op, to)
		print before "MUT(" k ", " text ", " word[1] " " to " " \
		    word[3] ")" after
		next
	}
}
# A plain statement: left out.
/^\t+[a-z_]+\(.*\);$/ || /^\t+[a-z_>.-]+(\+\+|--);$/ || \
/^\t+[a-z_>.-]+ [+|-]?= .*;$/ {
	line = $0
	match(line, /^\t+/)
	k = add("statement", "nothing")
	print substr(line, 1, RLENGTH) "{ if (!MUTANT(" k ")) {" \
	    substr(line, RLENGTH + 1) "} }"
	next
}
{ print }
END { print n + 0 > "/dev/stderr" }
