# tally.awk - counts the tests in logs of TAP scripts (*.t.log) and cmocka
# programs, each ended by a line "exit STATUS".
function fail(why) {
	failed++
	here_failed++
	print file ": " why
}
function begin() {
	file = FILENAME
	sub(/.*\//, "", file)
	sub(/\.log$/, "", file)
	tap = file ~ /\.t$/
	here_passed = here_failed = seen = 0
	plan = -1
	over = shown = 0
}
function end(status) {
	if (plan < 0)
		fail("ended early: no plan")
	else if (plan != seen)
		fail(plan " tests were planned, " seen " have run")
	if (status != 0 && here_failed == 0)
		fail("exit status " status)
	printf "%-24s %5d passed", file, here_passed
	print here_failed ? sprintf(", %d failed", here_failed) : ""
}
FNR == 1 { begin() }
/^exit [0-9]+$/ { end($2); next }
tap && /^ok .*# SKIP/ { seen++; skipped++; print file ": " $0; next }
tap && /^ok / { seen++; here_passed++; passed++; shown = 0; next }
tap && /^not ok / { seen++; shown = 1; fail($0); next }
tap && /^1\.\.[0-9]+$/ { plan = substr($0, 4) + 0; next }
tap && /^#/ { if (shown) print "  " $0; next }
tap { print file ": " $0; next }
over { next }
/^\[==========\] Running / { plan = $3 + 0; next }
/^\[==========\]/ { over = 1; next }
/^\[       OK \]/ { seen++; here_passed++; passed++; next }
/^\[  FAILED  \]/ { seen++; fail($0); next }
/^\[  SKIPPED \]/ { seen++; skipped++; print file ": " $0; next }
/^\[ RUN/ { next }
{ print file ": " $0 }
END {
	if (skipped)
		print skipped " skipped, which is neither"
	printf "%d passed, %d failed\n", passed, failed
	exit failed > 0 || passed == 0
}
