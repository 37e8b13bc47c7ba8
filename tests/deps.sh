#!/bin/sh
# deps.sh missing|install PACKAGE ... - Debian packages that are needed.
# missing: names those that are not there, and fails. install: installs them.
mode=$1
shift
if ! command -v dpkg-query >/dev/null; then
	[ "$mode" = missing ] && exit 0 # the compiler will say what is missing
	echo "make deps: no Debian here; install what stands for: $*" >&2
	exit 1
fi
need=
for p; do
	dpkg-query -W -f '${Status}' "$p" 2>/dev/null |
	    grep -q '^install ok installed' || need="$need $p"
done
[ -z "$need" ] && exit 0
if [ "$mode" = missing ]; then
	echo "missing packages:$need (make deps installs them)" >&2
	exit 1
fi
as_root=
if [ "$(id -u)" != 0 ]; then
	as_root=sudo
	command -v sudo >/dev/null || {
		echo "make deps: as root, run: apt-get install$need" >&2
		exit 1
	}
fi
export DEBIAN_FRONTEND=noninteractive
echo "installing:$need"
$as_root apt-get update -qq &&
    $as_root env DEBIAN_FRONTEND=noninteractive \
    apt-get install -y -qq --no-install-recommends $need </dev/null >/dev/null
