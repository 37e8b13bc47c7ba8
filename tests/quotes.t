#!/bin/sh
# quotes.t - what the options of quotes do, and that a text which sentsplit has
# worked gives the same quotations.
. "${0%/*}/tap.sh"

cat >text <<'EOF'
Karen Holt met Peter Lane. "We go," Holt said. "It is late."
He said that it would rain. The "smart" lamp broke.
EOF

run quotes text
is 'name, cue, words' 0 \
    'Karen Holt\tsaid\tWe go,\nKaren Holt\tsaid\tIt is late.\n'
run quotes --join text
is '--join: an utterance a line' 0 'Karen Holt\tsaid\tWe go, It is late.\n'
run quotes --all --kinds=scare text
is '--kinds: these only' 0 '-\t-\tsmart\n'
run quotes --kinds=direct,indirect --min-confidence=0.5 text
is '--kinds: indirect speech is looked for' 0 \
    'Karen Holt\tsaid\tWe go,\nKaren Holt\tsaid\tIt is late.\n'\
'Peter Lane\tsaid\tit would rain\n'
run quotes --indirect --min-confidence=1 text
is '--min-confidence: nothing is that sure' 0 ''
run quotes --exit-status --min-confidence=1 text
is '--exit-status: nothing found' 1 ''
run quotes --kinds=loud text
fails '--kinds: a kind that is none' 'kinds'
run quotes --context --kinds=indirect text
is '--context: the sentence' 0 \
    'Peter Lane\tsaid\tit would rain\tHe said that it would rain.\n'
run quotes --spans text
is '--spans: no speakers' 0 '-\t-\tWe go,\n-\t-\tIt is late.\n-\t-\tsmart\n'
run quotes --mark text
is '--mark: the text with speakers' 0 'Karen Holt met Peter Lane. '\
'"We go,"[Karen Holt] Holt said. "It is late."[Karen Holt]\n'\
'He said that it would rain. The "smart" lamp broke.\n'
run quotes --mark --color=always text
ok '--color: sequences' grep -q "$(printf '\033\\[')" "$out"

printf "'We go,' Karen Holt said. 'It is late.'\n" >single
run quotes single
is '--single=auto: a text that speaks in them' 0 \
    'Karen Holt\tsaid\tWe go,\nKaren Holt\tsaid\tIt is late.\n'
run quotes --single=off single
is '--single=off' 0 ''

printf 'It was Karen Holt who, last of all, yodelled, "we all go home".\n' >verb
printf '# mine\nyodelled\n' >verbs
run quotes --verbs=verbs verb
ok '--verbs: a verb of my own' grep -q '	yodelled	' "$out"
run quotes --verbs=missing verb
fails '--verbs: a file that is not there' 'missing'

{
	printf '\fone\n'
	cat text
	printf '\ftwo\n"No," he said.\n'
} >stream
run quotes stream
ok 'no state crosses a document: he is nobody' \
    grep -qx 'he	said	No,' "$out"
run quotes --csv --no-header stream
ok 'numbers begin anew in each document' grep -q '^two,1,1,' "$out"

# The same with one sentence a line, on every article of the project.
for article in "$tests"/articles/*.txt; do
	quotes <"$article" >whole
	sentsplit <"$article" >split
	run quotes split
	same "$(basename "$article" .txt): as after sentsplit" 0 whole
done
done_testing
