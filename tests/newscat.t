#!/bin/sh
# newscat.t - tables, JSON Lines, directories and plain text as documents.
. "${0%/*}/tap.sh"

# The forms.
feed 'id,text\n1,"One, two."\n2,Three.\n' newscat
is 'CSV on standard input' 0 '\f1\nOne, two.\n\f2\nThree.\n'
feed 'Just a line.\n' newscat
is 'plain text is one document' 0 '\f-\nJust a line.\n'
feed '\fa\tdate=2031-05-02\nOne.\n\f\nTwo.\n' newscat
is 'marks come through with their fields' 0 \
    '\fa\tdate=2031-05-02\nOne.\n\f#2\nTwo.\n'
feed '{"id": 7, "text": "One.\\nTwo \\u00e9."}\n' newscat
is 'JSON Lines' 0 '\f7\nOne.\nTwo \0303\0251.\n'
feed 'id\ttext\n1\tOne.\\nTwo.\n' newscat
is 'TSV with an escaped newline' 0 '\f1\nOne.\nTwo.\n'
feed 'id;text\n1;"a;b, c"\n' newscat
is 'CSV with semicolons' 0 '\f1\na;b, c\n'

# Columns.
printf 'Source,body,URL,Published\nAP,B.,http://x/1,2031-05-02\n' >usual.csv
run newscat usual.csv
is 'the usual names, whatever their case' 0 \
    '\fhttp://x/1\tdate=2031-05-02\tsource=AP\nB.\n'
printf 'a,b,c,d\nn1,T.,x,y\n' >odd.csv
run newscat --text=b --name=a --meta=k=c --meta=d odd.csv
is 'columns asked for' 0 '\fn1\tk=x\td=y\nT.\n'
run newscat odd.csv
fails 'no text column' 'odd.csv: no column text, .* --text'
run newscat --text=zz odd.csv
fails 'no such column' "odd.csv: no such column 'zz'"
run newscat --meta= odd.csv
fails 'a bad --meta' -- '--meta'
printf 'text\nOne.\nTwo.\n' >bare.csv
run newscat bare.csv
is 'a document without a name has its line' 0 \
    '\fbare.csv:2\nOne.\n\fbare.csv:3\nTwo.\n'

# Faulty rows: named, left out, the rest goes on.
good='\f1\nA.\n\f3\nC.\n'
bad() { # NAME ROWS MESSAGE
	printf "id,text\n1,A.\n$2\n3,C.\n" >bad.csv
	run newscat bad.csv
	printf "$good" >want
	if cmp -s want "$out"; then
		fails "$1" "$3"
	else
		fail "$1: the rows around it"
		od -c "$out" | head
	fi
}
bad 'text behind a closing mark' '2,"bad"tail' \
    '^newscat: bad.csv:3: text behind a closing .*left out: 1 line$'
bad 'a mark in a bare cell' '2,so "bad"' 'bad.csv:3: a quotation mark in'
bad 'a cell is missing' '2' 'bad.csv:3: fewer cells'
bad 'a cell too many' '2,B.,x' 'bad.csv:3: more cells'
bad 'an open mark swallows nothing' '2,"B.' \
    'bad.csv:3: a quotation mark is not closed'
bad 'a CR in a bare cell' '2,B\r.' 'bad.csv:3: a carriage return in'
feed 'id,text\n"1","A."\n"2","He said "hi", she\nleft, too."\n"3","C."\n' \
    newscat
is 'a broken text of several lines is left out' 2 "$good"
feed 'id,text\n1,A.\n\n\n3,C.\n' newscat
is 'blank lines are nothing' 0 "$good"
feed '\0357\0273\0277id,text\n1,A.\n3,C.\n' newscat
is 'a BOM' 0 "$good"
feed 'id,text\r\n1,A.\r\n3,C.\r\n' newscat
is 'CRLF' 0 "$good"
feed 'id,text\r1,A.\r3,C.\r' newscat
is 'CR alone' 0 "$good"
feed '1,2\0,text\n' newscat --from=csv --text=text
is 'a header and no row' 0 ''
feed 'id,text\n1,"A\0000B"\n' newscat
is 'NUL is a byte like others' 0 '\f1\nA\0000B\n'
feed 'id,text\n1,"A ""q"" B"\n' newscat
is 'doubled quotation marks' 0 '\f1\nA "q" B\n'
feed ' "id" , "text" \n 1 , "A." \n3,C.\n' newscat --from=csv
is 'blanks around cells' 0 "$good"
feed '' newscat --from=csv
fails 'an empty file is no table' 'no header'

# Nothing can be forged.
feed 'id,text\n1,"A.\n\fforged\nB."\n"2\nx\fy\tz",C.\n' newscat
is 'a text cannot forge a document' 0 '\f1\nA.\n forged\nB.\n\f2 x y z\nC.\n'

# JSON Lines.
feed '{"id":1,"text":"A."}\n{"id":2,"text":}\n[]\n{"id":3,"text":"C."}\n' \
    newscat --from=jsonl
is 'JSON: the good lines come' 2 "$good"
cp "$err" said
run grep -c 'newscat: -:[23]: no JSON object' said
is 'JSON: the bad ones are named' 0 '2\n'
feed '{"id":1}\n' newscat --from=jsonl
fails 'JSON: no text' '^newscat: -:1: no text'
feed '{"x":{"y":["a","b"]},"text":{"body":"T"}}\n' \
    newscat --from=jsonl --text=text.body --name=x.y
is 'JSON: nested keys, arrays' 0 '\fa b\nT\n'

# Directories.
mkdir -p d/b d/.hidden
printf 'A.\n' >d/a.txt
printf 'B.\n' >d/b/x
printf 'id,text\nc,C.\n' >d/c.csv
printf 'no\n' >d/.hidden/h
run newscat -r d
is 'a directory, in order' 0 '\fd/a.txt\nA.\n\fd/b/x\nB.\n\fc\nC.\n'
run newscat d
fails 'a directory without -r' '^newscat: d: is a directory'

# Conditions.
{
	echo date,source,id,text
	for m in 01 05 06 07; do echo "2025-$m-30,AP,$m,T$m"; done
	echo '2025,AP,y,short'
	echo ',X,z,none'
} >dates.csv
run sh -c 'newscat --where=date=2025-05..2025-06 dates.csv | grep -c T'
is 'a range of months holds their last days' 0 '2\n'
run sh -c 'newscat --where=date=2025-06.. dates.csv | grep T'
is 'an open range' 0 'T06\nT07\n'
run sh -c 'newscat --where=source=X dates.csv'
is 'a value' 0 '\fz\tsource=X\nnone\n'
run sh -c 'newscat --where=id=06 --where=date=..2026 dates.csv'
is 'a condition makes a field; all must hold' 0 \
    '\f06\tdate=2025-06-30\tsource=AP\tid=06\nT06\n'
run newscat --where=date=2025.. bare.csv
fails 'a condition on a column that is not there' "no such column 'date'"

# Encodings and repair.
feed 'caf\0351 \0223x\0224\n' newscat --encoding=windows-1252
is 'windows-1252' 0 '\f-\ncaf\0303\0251 \0342\0200\0234x\0342\0200\0235\n'
feed '{"id":1,"text":"caf\0351"}\n' newscat --encoding=auto
is 'JSON that is not UTF-8' 0 '\f1\ncaf\0303\0251\n'
feed 'id,text\n1,caf\0351\n2,caf\0303\0251\n' newscat --encoding=auto
is 'auto decides for each document' 0 \
    '\f1\ncaf\0303\0251\n\f2\ncaf\0303\0251\n'
feed 'caf\0351\n' newscat
is 'by default nothing is changed' 0 '\f-\ncaf\0351\n'
feed 'don\0303\0242\0342\0202\0254\0342\0204\0242t\n' newscat --repair
is 'UTF-8 read as windows-1252' 0 '\f-\ndon\0342\0200\0231t\n'
feed 'The govern-\nment fell. A government of well-\nknown men.\n' \
    newscat --repair
is 'hyphenated words are joined when known' 0 \
    '\f-\nThe government fell. A government of well-\nknown men.\n'
feed 'One\ntwo.\n\n\nThree.\n' newscat --paragraphs=blank
is 'hard-wrapped lines' 0 '\f-\nOne two.\nThree.\n'

# Compressed tables, and any number of operands.
printf "$good" >want
printf 'id,text\n1,A.\n' | gzip -c >a.csv.gz
printf 'text,id\nC.,3\n' >c.csv
run newscat a.csv.gz c.csv
same 'tables with other orders of columns' 0 want
cp a.csv.gz unnamed
run newscat unnamed c.csv
same 'a form is seen through gzip' 0 want

# What --csv writes is read back as the same text.
{
	printf '\fd\nHe said "it, then" twice. So, "" or \\t?\n'
	printf 'Blank\tand TAB. A \015CR. \303\251.\n-x, =y.\n'
} >odd
sentsplit odd | tail -n +2 >want
sentsplit --csv odd | newscat --text=text --name=doc |
    grep -av "^$(printf '\f')" >back
ok 'round trip through --csv' cmp -s want back
ok 'of five sentences' [ "$(wc -l <back)" -ge 4 ]

# Large cells: as large as documented, and larger.
big() { # MEBIBYTES
	printf 'id,text\n1,A.\n2,"'
	head -c $(($1 * 1048576)) /dev/zero | tr '\0' x
	printf '"\n3,C.\n'
}
big 64 >big.csv
newscat big.csv >got
ok 'a cell of 64 MiB' [ "$(wc -c <got)" = $((64 * 1048576 + 16)) ]
printf "$good" >want
big 66 | { run newscat; cp "$out" got; cp "$err" said; }
ok 'a row over 65 MiB is left out' cmp -s want got
ok 'and named' grep -q '^newscat: -:3: a row of more than 65 MiB' said

# Small memory: a megabyte of stack and heap for 100,000 documents.
awk 'BEGIN { print "id,text"; for (i = 0; i < 100000; i++)
	print i ",\"Document " i " of a stream,\nand more of it.\"" }' >many.csv
limits='ulimit -d 4096; ulimit -s 192'
! sanitized || limits=:
run sh -c "$limits; newscat many.csv | tail -n 2"
is 'memory does not grow with documents' 0 \
    'Document 99999 of a stream,\nand more of it.\n'

# Progress: only on a terminal, and not with -q.
if command -v script >/dev/null && script -qec true /dev/null \
    >/dev/null 2>&1; then
	cat many.csv many.csv many.csv many.csv many.csv >more.csv
	script -qec 'newscat --repair more.csv | { sleep 0.6; wc -l; }' \
	    /dev/null >shown
	ok 'progress on a terminal' grep -q 'documents, .* MB/s, .* left' shown
	script -qec 'newscat -q --repair more.csv | { sleep 0.6; wc -l; }' \
	    /dev/null >shown
	ok 'no progress with -q' sh -c '! grep -q MB/s shown'
else
	skip 'progress' 'no script(1)'
fi
run newscat many.csv
ok 'no progress without one' [ ! -s "$err" ]

# Nothing waits behind a reader that waits.
mkfifo slow
(
	printf 'id,text\n1,A.\n'
	until [ -e got-it ]; do sleep 0.1; done
) >slow &
newscat --from=csv slow | {
	head -c 6
	: >got-it
} >first
wait
run cat first
is 'a row is shown at once' 0 '\f1\nA.\n'

# Links out of the folder are told, not followed, under the sandbox.
mkdir in out
printf 'Out.\n' >out/x.txt
ln -s ../out in/tree
ln -s ../out/x.txt in/y.txt
run newscat -r --no-sandbox in
is 'a link to a file is read, one to a folder is not' 0 '\fin/y.txt\nOut.\n'
done_testing
