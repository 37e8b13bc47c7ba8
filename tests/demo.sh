#!/bin/sh
# demo.sh BUILD - the main jobs, on sample articles.
PATH=$(cd "$1" && pwd):$PATH
cd "${0%/*}/articles" || exit 1
status=0

show() { # WHAT COMMAND-LINE
	printf '\n%s\n$ %s\n' "$1" "$2"
	sh -c "$2" || status=1
}

show 'A page as it was copied, without its leavings, a sentence a line:' \
    'strip-boilerplate flood.txt | sentsplit | head -n 8'
show 'Who said what, and how:' \
    'strip-boilerplate harbour.txt | sentsplit | quotes'
show 'Who and where, most often named first:' \
    'names --count harbour.txt | head -n 5'
show 'Words of all ten articles, without function words:' \
    'newscat *.txt | strip-boilerplate | wordfreq -s -k 5'
exit $status
