# examples.awk - the executable examples of a manual page: displays of which
# the first line begins with "$ ". Each command goes to DIR/N.sh ("> " lines
# after it go on), what follows it to DIR/N.want; prints how many there are.
# With fill=1 the page is printed, with DIR/N.want for what follows N.
function plain(s) { # mdoc escapes that stand for characters
	gsub(/\\&/, "", s)
	gsub(/\\-/, "-", s)
	gsub(/\\\(aq/, "'", s)
	gsub(/\\\(dq/, "\"", s)
	gsub(/\\\(ti/, "~", s)
	gsub(/\\\(ha/, "^", s)
	gsub(/\\\(ga/, "`", s)
	gsub(/\\e/, "\\", s)
	return s
}
function put_output(file, line) {
	while ((getline line <file) > 0) {
		gsub(/\\/, "\\e", line)
		print (line ~ /^[.']/ ? "\\&" : "") line
	}
}
function flush() {
	if (fill && command)
		put_output(dir "/" n ".want")
	command = 0
}
/^\.Bd/ { first = 1 }
/^\.Ed/ { flush(); first = here = 0 }
first && !/^\.Bd/ { here = /^\$ /; first = 0 }
fill && !here { print; next }
!here { next }
/^\$ / {
	flush()
	n++
	command = more = 1
	if (fill) {
		print
		next
	}
	print plain(substr($0, 3)) >(dir "/" n ".sh")
	printf "" >(dir "/" n ".want")
	next
}
more && /^> / {
	if (fill)
		print
	else
		print plain(substr($0, 3)) >(dir "/" n ".sh")
	next
}
{ more = 0 }
!fill { print plain($0) >(dir "/" n ".want") }
END {
	if (!fill)
		print n + 0
}
