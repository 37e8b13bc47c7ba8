#!/bin/sh
# newstrain.t - models from annotated text: the same text gives the same bytes,
# the tools take them, and what is no annotation is refused.
. "${0%/*}/tap.sh"

run newstrain </dev/null
fails 'no task' 'the first operand names the task'
run newstrain fly a.txt </dev/null
fails 'a task that there is not' 'the first operand names the task'
run newstrain sent </dev/null
fails 'no files' 'files to train from are needed'
for task in clean common name sent; do
	run newstrain $task none.txt
	fails "$task: a file that is not there" '^newstrain: none'
	ok "$task: and no model" [ ! -s "$out" ]
done

# same_again NAME COMMAND ...: two runs give the same bytes, kept in model.
same_again() {
	name=$1
	shift
	run "$@"
	first=$status
	cp "$out" model
	run "$@"
	ok "$name: the same bytes again" \
	    [ "$first$status$(cmp "$out" model 2>&1)" = 00 ]
}

# Lines of articles and of what stands around them, six pages of three sites.
for n in 1 2 3 4 5 6; do
	{
		echo 'Home | News | Sport | Contact'
		echo 'Share this on Facebook'
		echo "Storm number $n closes the harbour of Halden"
		for i in 1 2 3 4 5 6 7 8; do
			echo "The harbour master, Ada Quill, said on day $i" \
			    "that ship number $n$i would have to wait for" \
			    "the storm to pass before it could leave."
		done
		echo 'Subscribe to our newsletter'
		echo 'Copyright 2031. All rights reserved.'
	} >p$n.x.txt
	printf 'BBTAAAAAAAABB' >p$n.x.gold
	printf 'p%s\tsite%s\tmore\n' $n $((n % 3)) >>sites
done
same_again 'clean' newstrain clean p1.x.txt p2.x.txt sites=sites weight=.5 \
    p3.x.txt p4.x.txt p5.x.txt ./p6.x.txt
feed "$(cat p1.x.txt)\n" strip-boilerplate --model=model
ok 'clean: the model finds the article' [ "$(grep -c harbour "$out")" -ge 8 ]
run sentsplit --model=model p1.x.txt
fails 'clean: no model of sentences' 'model: a model of another task'
printf 'BB' >short.gold
cp p1.x.txt short.txt
run newstrain clean short.txt
fails 'clean: more lines than labels' 'short.txt: more lines than labels'
cp p1.x.txt alone.txt
run newstrain clean alone.txt
fails 'clean: a text without labels' 'alone.gold: '
run newstrain clean sites=none p1.x.txt
fails 'clean: a list of sites that is not there' 'none: '

# Sentences: a text, the text with a line for each, and places that are both.
printf '%s' 'It rained. Mr. Quill left at 5 p.m. He ran! "Who?" asked Ada. ' \
    'He met J. Wood Jr. of Acme Inc. It snowed... then it did not.' >s.txt
printf '%s\n' 'It rained.' 'Mr. Quill left at 5 p.m.' 'He ran!' \
    '"Who?" asked Ada.' 'He met J. Wood Jr. of Acme Inc.' \
    'It snowed... then it did not.' >s.gold
printf '28\n x \n99999\n\n' >s.amb
cp s.txt t
cp s.gold t.gold
{ cat s.txt; printf ' caf\351 \302\205 no. Yes'; } >u.txt
cp s.gold u.gold # the answers end before the text
same_again 'sent' newstrain sent s.txt t u.txt
feed 'It rained. He ran.\n' sentsplit --model=model
is 'sent: the model splits' 0 'It rained.\nHe ran.\n'
mkdir w.amb
cp s.txt w.txt
cp s.gold w.gold
run newstrain sent w.txt
fails 'sent: places that cannot be read' 'w.amb: Is a directory'
rm w.gold
run newstrain sent w.txt
fails 'sent: no answers' 'w.gold: '

# Common words: how often with a small letter, with a capital, at a start.
{
	for i in 1 2 3 4 5 6 7 8; do
		echo "A king and they saw the king, who wasn't the King's" \
		    "man; 5% rain."
		echo 'Rain fell - rain-soaked. "Rain," they said. (Rain!)'
		echo 'So it is that May may be, and march in March. May, too.'
		echo "supercalifragilisticexpialidociousnesses 'tis O'Brien's"
		echo 'Also it was said; also there. Also here. Also not.'
	done
	printf '\fdoc\n'
	echo 'All Of This Is A Headline'
} >words
printf '# own\nmark\t8\nmay\t 1\nbad line\nrain\tx\n' >own
same_again 'common' newstrain common own words
is 'common: marks and levels' 0 "$(cat model)\n"
for w in 'mark\t8' 'may\t1' 'they\t[123]' 'king\t[123]' 'also\t3'; do
	ok "common: $w" grep -qE "^$(printf "$w")$" model
done
ok 'common: no word of a headline' sh -c '! grep -q headline model'

# Names: tagged words, and texts with rows of offsets.
awk 'BEGIN {
	print "-DOCSTART-\tO\n"
	for (i = 0; i < 40; i++) {
		print "\"\tO\nMr\tO\nZorbin\tB-PER\nVan\tI-PER\nDam\tI-PER"
		print "do\tO\nn'\''t\tO\ncare\tO\n\"\tO\n,\tO\nsaid\tO"
		print "(\tO\nQuax\tB-LOC\n)\tO\n'\''s\tO\n'\'''\''\tO"
		print "$\tO\n5\tO\nNorbu\tB-LOC"
		print "Hall\tB-ORG\nPrize\tB-MISC\nx\tB-FOO"
		print "'\''\tO\n[\tO\n9\tO\n%\tO\n.\tO\n\n"
		if (i % 9 == 0) print "-DOCSTART-\tO\n\n\n"
	}
	for (i = 0; i < 600; i++) print "word" i % 7 "\tO"
	print "\nOn\tI-PER\nrain\tO\n"
}' >n.iob
awk 'BEGIN {
	for (i = 0; i < 30; i++) {
		printf "\fd%d\n", i
		printf "The storm hit Old Harbour, and Zorbin went to "
		print "Quax-Nord; others left for the long mountain roads."
		print "it was cold in the valley of Quax, as usual, in May."
	}
	print "\fnone\nNothing of Zorbin here."
}' >n.txt
awk 'BEGIN { OFS = "\t"
	for (i = 0; i < 30; i++) {
		print "d" i, 14, 25, "LOC"
		print "d" i, 31, 37, "PER"
		print "d" i, 46, 50, "LOC"
		print "d" i, 48, 53, "ORG"      # inside tokens
		print "d" i, 25, 26, "PER", "x" # of a comma
		print "d" i, 9, 5, "PER"
		print "d" i, 5, 99999, "PER"
		print "d" i, "x", 5, "PER"
		print "d" i, 5, "x", "PER"
		print "d" i, 5, 9, "FOO"
	}
}' >n.gold.tsv
printf '%s\n' '# a comment' '' 'Quax	city' 'Old Harbour	city' \
    'Quax-Nord	city' "$(printf '\357\273\277\tcity')" \
    'A name of far more words than any name in a list may ever have	city' \
    >n.list
printf '# words\nstorm\t1\t2\t3\nrain\t4\t5\t6\n' >n.clusters
same_again 'name' newstrain name n.list n.clusters n.iob n.txt
feed 'Mr Zorbin Van Dam said it.\n' names --model=model
is 'name: the model finds' 0 'PER\tZorbin Van Dam\n'
for bad in 4096:1:1 1:256:1 1:1:256 y:1:1 1:y:1 1:1:y; do
	echo "x:$bad" | tr : '\t' >bad.clusters
	run newstrain name bad.clusters n.iob
	fails "name: no cluster: $bad" 'bad.clusters: no entry of a list'
done
echo 'Quax	planet' >bad.list
run newstrain name bad.list n.iob
fails 'name: no kind of name' "bad.list: no entry of a list 'Quax.tplanet'"
run newstrain name n.list words
fails 'name: no corpus' 'words: neither .txt nor .iob'
run newstrain name n.list none.iob
fails 'name: no tags' 'none.iob: '
done_testing
