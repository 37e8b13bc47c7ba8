#!/bin/sh
# names.t - the forms of names' output, its options, and how they fail.
. "${0%/*}/tap.sh"

text='Claire Dumont met Erik Solberg in Oslo.\nDumont spoke for Google.\n'

# The forms.
feed "$text" names
is 'type and full name' 0 \
    'PER\tClaire Dumont\nPER\tErik Solberg\nLOC\tOslo
PER\tClaire Dumont\nORG\tGoogle\n'
feed "$text" names -H -t LOC
is 'the document first' 0 '-\tLOC\tOslo\n'
feed "$text" names --csv -t PER
is 'CSV' 0 'doc,start,end,type,mention,name,title
-,0,13,PER,Claire Dumont,Claire Dumont,
-,18,30,PER,Erik Solberg,Erik Solberg,
-,40,46,PER,Dumont,Claire Dumont,\n'
feed "$text" names --json -t ORG
printf '%s%s\n' '{"doc":"-","start":57,"end":63,"type":"ORG",' \
    '"mention":"Google","name":"Google","title":""}' >want
same 'JSON Lines' 0 want
feed "$text" names --count -t PER
is 'counts' 0 '2\tPER\tClaire Dumont\n1\tPER\tErik Solberg\n'
feed "$text" names --mark -t LOC,ORG
is 'marks' 0 'Claire Dumont met Erik Solberg in [LOC Oslo].
Dumont spoke for [ORG Google].\n'
feed "$text" names --mark --color=always -t LOC
is 'colours' 0 'Claire Dumont met Erik Solberg in \0033[1;34m[LOC Oslo]\0033[0m.
Dumont spoke for Google.\n'
feed 'In Oslo.\n' names --iob
is 'tags' 0 'In\tO\nOslo\tB-LOC\n.\tO\n\n'
feed '\fa\nOslo is in Norway.\n\fb\nNorway.\n' names -H
is 'documents' 0 'a\tLOC\tOslo\na\tLOC\tNorway\nb\tLOC\tNorway\n'
feed '\303\211mile Zola lived in Paris.\n' names --csv --no-header \
    --offsets=chars -t LOC
is 'offsets in code points' 0 '-,20,25,LOC,Paris,Paris,\n'

# Nothing to find.
feed 'it rained all day.\n' names -e
is 'nothing found, with -e' 1 ''
feed '' names --csv
is 'no text' 0 'doc,start,end,type,mention,name,title\n'

# The user's own names.
printf 'name,type,full\nzub,LOC\nOld Zub,ORG,"Old Zub, Ltd"\n' >mine.csv
feed 'They sat in zub and drank Old Zub.\n' names --gazetteer=mine.csv
is 'names of a gazetteer' 0 'LOC\tzub\nORG\tOld Zub, Ltd\n'
printf 'zub,PLACE\n' >bad.csv
run names --gazetteer=bad.csv </dev/null
fails 'a bad type in a gazetteer' 'bad.csv: .*zub,PLACE'
run names --gazetteer=none.csv </dev/null
fails 'a missing gazetteer' 'none.csv: '

# Misuse.
run names -t PER,FOO </dev/null
fails 'an unknown type' '--types takes'
run names --mark --iob </dev/null
fails 'two forms at once' 'exclude each other'
run names --model=mine.csv </dev/null
fails 'a file that is no model' 'mine.csv: not a model'

# Training: the same data give the same model, and the model is used.
awk 'BEGIN {
	for (i = 0; i < 60; i++)
		print "Yesterday\tO\nMr\tO\nZorbin\tB-PER\nleft\tO\n" \
		    "Quax\tB-LOC\n.\tO\n"
}' >small.iob
printf 'Quax\tcity\n' >small.list
printf 'left\t1\t1\t1\n' >small.clusters
run newstrain name small.list small.clusters small.iob
cp "$out" one.model
run newstrain name small.list small.clusters small.iob
ok 'the same bytes again' cmp -s "$out" one.model
feed 'Yesterday Mr Zorbin left Quax.\n' names --model=one.model
is 'a model of our own' 0 'PER\tZorbin\nLOC\tQuax\n'
head -c 700 one.model >cut.model
run names --model=cut.model </dev/null
fails 'a cut model' 'cut.model: a broken model'
done_testing
