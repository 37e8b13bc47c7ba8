#!/bin/sh
# run.sh BUILD [SCRIPT ...] - the recipes of newsutils(7) for more cores and
# more machines: each must give the bytes of a single run. What needs an
# engine that is not installed says "skipped". Without SCRIPTs all are run.
scale=$(cd "${0%/*}" && pwd)
BUILD=$(cd "$1" && pwd) || exit 1
export BUILD
shift
[ $# -gt 0 ] || set -- cores streaming hosts slurm size costs
bad=0
for s; do
	echo "== $s"
	sh "$scale/$s.sh" >"$BUILD/scale-$s.log" 2>&1 </dev/null || bad=1
	sed 's/# SKIP/# skipped:/' "$BUILD/scale-$s.log"
	grep -q '^1\.\.' "$BUILD/scale-$s.log" || bad=1
	grep -q '^not ok' "$BUILD/scale-$s.log" && bad=1
done
exit $bad
