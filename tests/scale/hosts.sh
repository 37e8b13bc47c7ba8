#!/bin/sh
# hosts.sh - more machines: GNU parallel over ssh, here to two servers of our
# own on the loopback, each with its own port and key. One of them is killed
# in the middle of a job, which the other takes over.
. "${0%/*}/../tap.sh"
. "$tests/corpus.sh"

sshd=$(PATH=$PATH:/usr/sbin command -v sshd || echo sshd)
for need in parallel ssh ssh-keygen "$sshd"; do
	command -v "$need" >/dev/null && continue
	skip 'GNU parallel over ssh' "${need##*/} is not installed"
	done_testing
	exit
done

port=$((20000 + $$ % 20000))
one=
two=

# The server with all that it has started.
kill_host() {
	kill -9 $(ps -e -o pid= -o ppid= | awk -v root="$1" '
		{ parent[$1] = $2 }
		END {
			for (p in parent) {
				for (q = p; q in parent && q != root;)
					q = parent[q]
				if (q == root)
					print p
			}
		}') 2>/dev/null
}

stop() {
	for pid in $one $two; do
		kill_host "$pid"
	done
	rm -rf "$tmp"
}
trap stop EXIT

# start NAME PORT: a server that lets our key in and nothing else; sets $pid.
start() {
	ssh-keygen -q -t ed25519 -N '' -f "host-$1"
	cat >"sshd-$1" <<-END
		Port $2
		ListenAddress 127.0.0.1
		HostKey $tmp/host-$1
		AuthorizedKeysFile $tmp/key.pub
		PidFile none
		StrictModes no
		PasswordAuthentication no
		MaxStartups 100
	END
	"$sshd" -D -e -f "$tmp/sshd-$1" 2>"log-$1" &
	pid=$!
	cat >>ssh_config <<-END
		Host $1
		Port $2
		HostName 127.0.0.1
	END
}

# Servers that run as root drop their rights there.
[ "$(id -u)" != 0 ] || mkdir -p /run/sshd
ssh-keygen -q -t ed25519 -N '' -f key
start one $port
one=$pid
start two $((port + 1))
two=$pid
cat >>ssh_config <<-END
	Host *
	IdentityFile $tmp/key
	IdentitiesOnly yes
	StrictHostKeyChecking no
	UserKnownHostsFile $tmp/known
	LogLevel ERROR
END
ssh="ssh -F $tmp/ssh_config"
for host in one two; do
	for try in 1 2 3 4 5 6 7 8 9 10; do
		timeout 10 $ssh $host true 2>/dev/null </dev/null && break
		sleep 0.2
	done
done

corpus 200 big.csv
newscat big.csv >stream
strip-boilerplate <stream | quotes --csv --no-header >want

# Each job notes the port of its host; the first on the host of $1 waits.
cat >work <<-END
	PATH=$build:/usr/bin:/bin
	port=\${SSH_CONNECTION##* }
	echo "\$port" >>$tmp/hosts
	if [ "\$port" = "\$1" ] && mkdir $tmp/caught 2>/dev/null; then
		sleep 20
	fi
	strip-boilerplate | quotes --csv --no-header
END

# The stream is cut here and sent by ssh.
timeout 100 parallel -k --pipepart -a stream $cut --block 30k --ssh "$ssh" \
    --sshlogin 2/one,2/two "sh $tmp/work none" >got
ok 'two hosts: the records of a single run' cmp -s want got
ok 'and there was something to find' [ "$(wc -l <want)" -gt 200 ]
ok 'and both had worked' [ "$(sort -u hosts | wc -l)" = 2 ]

# What is sent cannot be sent again: a job that shall survive its host reads
# a file that all hosts see.
split_docs stream 30000 "$tmp/shard"
: >hosts
(
	for try in $(seq 300); do
		[ -d caught ] && break
		sleep 0.1
	done
	kill_host "$two"
) &
killer=$!
timeout 100 parallel -k --retries 3 --ssh "$ssh" --sshlogin 2/one,2/two \
    "sh $tmp/work $((port + 1)) <{}" ::: "$tmp"/shard-* >got 2>said
status=$?
wait $killer
ok 'a host was killed in the middle of a job' [ -d caught ]
ok 'a job was done again' [ "$(wc -l <hosts)" -gt "$(ls shard-* | wc -l)" ]
ok 'the records are the same' cmp -s want got
ok 'and GNU parallel calls the whole a success' [ "$status" = 0 ]
done_testing
