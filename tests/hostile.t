#!/bin/sh
# hostile.t - texts that are made to be hard, in front of every tool with a
# stack of 192 KiB; and what a process in its sandbox can still open. How time
# grows is measured by make hostile.
. "${0%/*}/tap.sh"

shape=$build/hostile/shape
shapes=$($shape)
for s in $shapes; do
	$shape $s 20000 >$s
done
cp "$tests/articles/harbour.txt" sample.txt
# A zip bomb in small: 4 MiB of NUL in 4 KiB.
head -c 4194304 /dev/zero | gzip -9 -c >bomb

describe() {
	args=
	case $1 in
	keyness) args='sample.txt -' ;;
	colloc) args=port ;;
	newscat) args=--from=text ;;
	esac
}

# Sanitizers map terabytes for their own use, and their frames are large.
memory='ulimit -v 600000'
! sanitized || memory=true

law() { # NAME
	name=$1
	ok "$name" [ ! -s broken ] || head -n 10 broken | sed 's/^/# /'
	: >broken
}
: >broken

hard_texts() {
	for s in $shapes bomb; do
		(ulimit -s 192 && $memory &&
		    exec "$tool" $args <$s >"$out" 2>"$err")
		status=$?
		# What is no list keyness refuses, with a message.
		[ $status = 2 ] && [ $tool = keyness ] && [ -s "$err" ] &&
		    continue
		[ $status = 0 ] ||
		    echo "$s: status $status: $(head -c 200 "$err")" >>broken
	done
	law "$tool: hard texts, a small stack, 600 MB"
}

bad_models() {
	"$tool" --help | grep -q -e --model || return
	printf 'newsmodlsent\0\0\0\0' >short
	head -c 32 /dev/zero >zero
	{ cat short && head -c 16 /dev/zero | tr '\0' '\377'; } >huge
	head -c 100000 noise >random
	gzip -c zero >packed
	: >empty
	for f in short zero huge random packed empty sample.txt; do
		run "$tool" --model=$f sample.txt
		[ "$status" = 2 ] && [ ! -s "$out" ] &&
		    grep -q "^$tool: $f: .*model" "$err" || {
			echo "$f: status $status"
			cat "$err"
		} >>broken
	done
	law "$tool: a bad model file is refused"
}

# What the sandbox must not break.
operands() {
	run "$tool" $args sample.txt
	cp "$out" want
	mkfifo fifo
	cat sample.txt >fifo &
	run "$tool" $args fifo
	never=
	"$tool" --help | grep -q -e --headers && never=--headers=never
	[ "$status" = 0 ] || echo "a FIFO: status $status" >>broken
	wait
	rm fifo
	if command -v bash >/dev/null; then
		run bash -c "$tool $args <(cat sample.txt)"
		[ "$status" = 0 ] || echo "<(cmd): $(cat "$err")" >>broken
	fi
	run sh -c "ulimit -n 5 && exec $tool $args sample.txt"
	same "$tool: five descriptors" 0 want
	run "$tool" $args $never $many
	[ "$status" = 0 ] || echo "500 operands: $(cat "$err")" >>broken
	if [ $tool = wordfreq ]; then
		run wordfreq -j2 sample.txt
		cmp -s "$out" want || echo 'two threads' >>broken
		run wordfreq -n 2 sample.txt
		cp "$out" want
		run wordfreq -n 2 -S 16M -j2 sample.txt
		cmp -s "$out" want || echo 'little memory' >>broken
	fi
	law "$tool: a FIFO, <(cmd), 500 operands, two threads"
}

# What the tool itself could do at its first read.
inside() {
	if [ "$("$build/unit/sandbox_test" 2>&1 | grep -c SKIPPED)" != 0 ]; then
		skip "$tool: inside the sandbox" 'there is none in this build'
		return
	fi
	mkdir -p spill
	run env TMPDIR="$tmp/spill" LD_PRELOAD="$build/hostile/probe.so" \
	    "$tool" ${args%-} sample.txt
	grep -qx 'open EACCES, create EACCES, socket EPERM, fork EPERM' \
	    "$err" || head -n 1 "$err" >>broken
	rm -f made
	run env LD_PRELOAD="$build/hostile/probe.so" \
	    "$tool" --no-sandbox ${args%-} sample.txt
	grep -qx 'open works, create works, .*' "$err" ||
	    echo 'the probe proves nothing' >>broken
	law "$tool: no other file, no socket and no process inside"
}

mkdir many
many=$(i=0; while [ $i -lt 500 ]; do i=$((i + 1)); echo many/$i; done)
for f in $many; do
	echo 'One port.' >$f
done

for tool in "$build"/*; do
	[ -f "$tool" ] && [ -x "$tool" ] || continue
	tool=${tool##*/}
	[ $tool = newstrain ] && continue
	describe $tool
	hard_texts
	inside
	[ $tool = keyness ] && continue
	bad_models
	operands
done
done_testing
