#!/bin/sh
# pipeline.t - what the tools promise one another: quotes finds the same behind
# sentsplit as without it; nothing gets lost on the way.
. "${0%/*}/tap.sh"

for article in "$tests"/articles/*.txt; do
	name=$(basename "$article" .txt)
	quotes <"$article" >want
	run sh -c "sentsplit <'$article' | quotes"
	same "$name: sentsplit | quotes is as quotes" 0 want
	quotes --json <"$article" | sed 's/.*"kind":"\([a-z]*\)".*/\1/' >want
	run sh -c "sentsplit <'$article' | quotes --json |
	    sed 's/.*\"kind\":\"\\([a-z]*\\)\".*/\\1/'"
	same "$name: of the same kinds" 0 want
	tr -d ' \n' <"$article" >want
	run sh -c "sentsplit <'$article' | tr -d ' \n'"
	same "$name: sentsplit keeps every byte but blanks" 0 want
	strip-boilerplate "$article" >kept
	diff "$article" kept | grep -a '^>' >added
	ok "$name: strip-boilerplate adds nothing" [ ! -s added ]
	strip-boilerplate --invert "$article" >dropped
	sort "$article" >want
	run sort kept dropped
	same "$name: what is kept and what is dropped is all" 0 want
done
done_testing
