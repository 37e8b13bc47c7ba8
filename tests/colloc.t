#!/bin/sh
# colloc.t - windows, counted by hand.
. "${0%/*}/tap.sh"

text='a b NODE c d e. f node g.\n\nb node x b y node.\n'
# 11 words are none of the node, 7 of them near: b is expected 7 * 3 / 11 times.
feed "$text" colloc -w 1 --csv node
is 'windows of one word' 0 'word,count,observed,expected,mi,t,logdice,g2
b,3,2,1.9091,0.0671,0.0643,13.1926,0.0165
c,1,1,0.6364,0.6521,0.3636,12.6781,0.9604
f,1,1,0.6364,0.6521,0.3636,12.6781,0.9604
g,1,1,0.6364,0.6521,0.3636,12.6781,0.9604
x,1,1,0.6364,0.6521,0.3636,12.6781,0.9604
y,1,1,0.6364,0.6521,0.3636,12.6781,0.9604
'
feed 'One two. Node three.\n' colloc --sort=observed node
is 'a window ends with the sentence' 0 '1\tthree\n'
feed 'One two. Node three.\n' colloc --sort=observed --across node
is '--across does not' 0 '1\tone\n1\tthree\n1\ttwo\n'
feed 'The port of Halden is the port of call.\n' \
    colloc -w 1 --sort=observed 'Port Of'
is 'a phrase' 0 '2\tthe\n1\tcall\n1\thalden\n'
feed 'the node the\n' colloc -s node
is '-s leaves function words out' 0 ''
feed 'node x node\n' colloc --sort=observed node
is 'between two nodes a word is near once' 0 '1\tx\n'
run colloc
fails 'a node is wanted' 'first operand'
run colloc ' -- '
fails 'and has a word' 'first operand'
done_testing
