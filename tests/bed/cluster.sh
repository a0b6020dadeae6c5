# The nodes of a cluster of Samba servers on one machine: a part of tests/bed/smbd-inside, which
# sources it.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2016,SC2034,SC2154
#
# A node is a ctdbd and a smbd, with a folder for each: $folder/node.1 and so on; its processes have a
# namespace of their own, and so the numbers that those of other nodes have too, as on other machines. The
# daemons talk to each other at 127.0.0.1, .2, ... and CTDB's own port, in a network of their own, so that
# other clusters are no matter. A smbd talks to its ctdbd through a socket in its folder, and to clients in
# the network of all.

# The environment of ctdbd and ctdb.
ctdb_environment()
{
    printf '%s\n' CTDB_TEST_MODE=yes "CTDB_BASE=$folder/node.$1" \
        "CTDB_SOCKET=$folder/node.$1/run/ctdbd.socket"
}

# ctdb_of NODE COMMAND...: has ctdb ask the daemon of this node.
ctdb_of()
{
    local environment
    mapfile -t environment < <(ctdb_environment "$1")
    shift
    env "${environment[@]}" ctdb -X "$@"
}

# make_node NUMBER
make_node()
{
    local own=$folder/node.$1
    make_own_folders "$own"
    mkdir -p "$own"/{run,var,events/legacy,db/volatile,db/persistent,db/state}
    cp /etc/ctdb/functions /etc/ctdb/notify.sh /etc/ctdb/debug-hung-script.sh "$own"
    printf '127.0.0.%d\n' $(seq "$nodes") >"$own/nodes"
    : >"$own/public_addresses"
    cat >"$own/ctdb.conf" <<END
[logging]
    location = file:$own/log/ctdb
    log level = NOTICE
[cluster]
    cluster lock = $folder/cluster.lock
    node address = 127.0.0.$1
[database]
    volatile database directory = $own/db/volatile
    persistent database directory = $own/db/persistent
    state database directory = $own/db/state
[legacy]
    realtime scheduling = false
[failover]
    disabled = true
[event]
    debug script = debug-hung-script.sh
END
    write_conf "$folder/etc/samba/node.$1.conf" "$own" "$folder/etc/samba/port.$1.conf" \
        'clustering = yes' "ctdbd socket = $own/run/ctdbd.socket"
}

# Tools take what the first one has.
make_nodes()
{
    local node
    for ((node = 1; node <= nodes; node++))
    do
        make_node "$node"
    done
    ln -s node.1.conf "$conf"
    ln -s port.1.conf "$folder/etc/samba/port.conf"
}

# Whether a node sees all as healthy, which takes them a while.
ctdb_is_ready()
{
    local healthy
    healthy=$(ctdb_of "$1" status 2>/dev/null | grep -c '|0|0|0|0|0|0|') || true
    ((healthy == nodes))
}

# start_node NUMBER: all but its smbd.
start_node()
{
    local environment
    mapfile -t environment < <(ctdb_environment "$1")
    # Its first process waits for whatever is left to it.
    env "${environment[@]}" unshare --pid --fork --kill-child --mount-proc bash -c '
        nsenter --net="$1" ctdbd -i &
        sleep infinity &
        wait' node "$folder/network" </dev/null >>"$folder/log/setup" 2>&1 &
    echo $! >"$folder/node.$1/namespace.pid"
    disown
}

start_ctdb()
{
    local tries node
    : >"$folder/network"
    run unshare --net="$folder/network" ip link set lo up
    for ((node = 1; node <= nodes; node++))
    do
        start_node "$node"
    done
    for ((tries = 0; tries < 600; tries++))
    do
        for ((node = 1; node <= nodes; node++))
        do
            ctdb_is_ready "$node" || break
        done
        ((node <= nodes)) || return 0
        sleep 0.1
    done
    die "the cluster does not become healthy: $(last_trouble)"
}

# The first node's last, which is then in $port.
start_nodes()
{
    local node process
    for ((node = nodes; node > 0; node--))
    do
        process=/proc/$(cat "$folder/node.$node/namespace.pid")
        smbd_command=(nsenter --mount="$process/ns/mnt" --pid="$process/ns/pid_for_children"
            --root="$process/root" --wd="$process/root" smbd)
        start_smbd_somewhere "$folder/etc/samba/node.$node.conf" "$folder/etc/samba/port.$node.conf" \
            "$folder/node.$node/log"
        disown "$smbd" # the shell would tell of its end
    done
}

echo_nodes()
{
    local node
    for ((node = 1; node <= nodes; node++))
    do
        echo "NODE_${node}_PORT=$(sed 's/.*= //' "$folder/etc/samba/port.$node.conf")"
    done
}
