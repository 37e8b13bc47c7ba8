#!/bin/sh
# slurm.sh - a cluster with a scheduler: Slurm, here one node of our own, and
# an array job with a task for each shard of the stream.
. "${0%/*}/../tap.sh"
. "$tests/corpus.sh"

PATH=$PATH:/usr/sbin
for need in slurmctld slurmd sbatch munged mungekey; do
	command -v "$need" >/dev/null && continue
	skip 'Slurm' "$need is not installed"
	done_testing
	exit
done
if [ "$(id -u)" != 0 ]; then
	skip 'Slurm' 'its daemons want root'
	done_testing
	exit
fi

port=$((20000 + $$ % 20000))
host=$(hostname -s)
pids=
stop() {
	scontrol shutdown 2>/dev/null
	kill $pids 2>/dev/null
	wait
	cd /
	rm -rf "$tmp"
}
trap stop EXIT

mkdir state spool
chmod 755 "$tmp"
SLURM_CONF=$tmp/slurm.conf
export SLURM_CONF
cat >slurm.conf <<END
ClusterName=scale
SlurmctldHost=$host(127.0.0.1)
SlurmctldPort=$port
SlurmdPort=$((port + 1))
SlurmUser=root
AuthType=auth/munge
AuthInfo=socket=$tmp/munge.socket
CredType=cred/munge
StateSaveLocation=$tmp/state
SlurmdSpoolDir=$tmp/spool
SlurmctldPidFile=$tmp/slurmctld.pid
SlurmdPidFile=$tmp/slurmd.pid
ProctrackType=proctrack/pgid
TaskPlugin=task/none
MpiDefault=none
SelectType=select/cons_tres
SelectTypeParameters=CR_CPU
SchedulerType=sched/builtin
SchedulerParameters=sched_interval=1
NodeName=$host NodeAddr=127.0.0.1 CPUs=2 State=UNKNOWN
PartitionName=all Nodes=$host Default=YES State=UP
END
mungekey -c -k "$tmp/munge.key"
munged -F -f -S "$tmp/munge.socket" --key-file "$tmp/munge.key" \
    --pid-file "$tmp/munge.pid" --log-file "$tmp/munge.log" \
    --seed-file "$tmp/munge.seed" 2>munged.err &
pids=$!
for try in 1 2 3 4 5 6 7 8 9 10; do
	[ -S munge.socket ] && break
	sleep 0.2
done
slurmctld -D 2>slurmctld.log &
pids="$pids $!"
slurmd -D -N "$host" 2>slurmd.log &
pids="$pids $!"
for try in 1 2 3 4 5 6 7 8 9 10 11 12 13 14 15 16 17 18 19 20; do
	sinfo -h -o %T 2>/dev/null | grep -q idle && break
	sleep 0.5
done

corpus 100 big.csv
newscat big.csv >stream
strip-boilerplate <stream | quotes --csv --no-header >want
split_docs stream 60000 "$tmp/shard"
last=$(($(ls shard-* | wc -l) - 1))
cat >job <<END
#!/bin/sh
PATH=$build:/usr/bin:/bin
n=\$(printf %02d "\$SLURM_ARRAY_TASK_ID")
strip-boilerplate <$tmp/shard-\$n | quotes --csv --no-header >$tmp/part-\$n
END
LIMIT=100 run sbatch --wait --array="0-$last" --output="$tmp/task-%a" job
ok 'an array job' [ "$status" = 0 ]
cat part-* >got
ok 'the records of a single run' cmp -s want got
ok 'and there was something to find' [ "$(wc -l <want)" -gt 100 ]
[ "$status" = 0 ] || tail -n 5 slurm*.log munged.err | sed 's/^/# /'
done_testing
