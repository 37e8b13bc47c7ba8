#!/bin/sh
# demo.sh BUILD - runs the main jobs on a sample article.
PATH=$(cd "$1" && pwd):$PATH
cd "${0%/*}/articles" || exit 1
status=0

show() { # a command line
	printf '\n$ %s\n' "$1"
	sh -c "$1" || status=1
}

echo 'newsutils: the tools at work on tests/articles/*.txt'
show 'head -n 5 harbour.txt'
for tool in strip-boilerplate sentsplit names quotes; do
	command -v "$tool" >/dev/null && show "$tool harbour.txt | head -n 5"
done
exit $status
