# examples.awk - the executable examples of a manual page: displays of which
# the first line begins with "$ ". Each command goes to DIR/N.sh ("> " lines
# after it go on), what follows it to DIR/N.want. Prints how many.
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
/^\.Bd/ { first = 1; here = 0; next }
/^\.Ed/ { first = here = 0; next }
first { here = /^\$ /; first = 0 }
!here { next }
/^\$ / {
	n++
	command = 1
	print plain(substr($0, 3)) >(dir "/" n ".sh")
	printf "" >(dir "/" n ".want")
	next
}
command && /^> / { print plain(substr($0, 3)) >(dir "/" n ".sh"); next }
{ command = 0; print plain($0) >(dir "/" n ".want") }
END { print n + 0 }
