# Servers that have a name in common: nodes of a cluster are counted once, others are not. Read by
# tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154

netadmin sessions clu1 clu2 clu3
check "sessions_of_a_cluster_are_counted_once" printed_exactly << 'END'
Server     Computer  User   Opens  Connected      Idle  Guest
clu1 (FS)  PC1       alice      1   00:01:00  00:00:00  no
clu1 (FS)  PC1       alice      1   00:01:01  00:00:00  no
clu1 (FS)  PC1       alice      1   00:01:02  00:00:00  no
3 sessions (3 servers)
clu1, clu2 and clu3 are the same cluster or server, FS, and counted once.
END
netadmin sessions twin1 twin2
check "servers_of_one_name_that_are_no_cluster_are_counted_each" printed_exactly << 'END'
Server  Computer  User   Opens  Connected      Idle  Guest
twin1   PC1       alice      1   00:01:03  00:00:00  no
twin2   PC1       alice      1   00:01:04  00:00:00  no
2 sessions (2 servers)
END
netadmin files clu3 clu1 twin1 twin2
check "files_that_only_one_node_tells_are_kept_and_ids_are_of_the_cluster" printed_exactly << 'END'
Server          ID  User   Locks  Open to  Path
clu3 (FS)  * 65539  alice      0  read     C:\one.txt
clu3 (FS)  * 65539  bob        0  read     C:\two.txt
clu1 (FS)    65540  bob        0  read     C:\three.txt
twin1            7  alice      0  read     C:\twin.txt
twin2            7  alice      0  read     C:\twin.txt
5 open files (* this ID stands for several; closing it closes them all) (4 servers)
clu3 and clu1 are the same cluster or server, FS, and counted once.
END
netadmin sessions clu1 clu2 /format:json
check "json_names_the_cluster" printed '"server": "clu1"' '"cluster": "FS"'
check "json_of_a_cluster_counts_once" [ "$(grep -c sesi1_username "$work/out")" = 3 ]
netadmin sessions clu1 twin1 clu2 /format:json
check "json_names_no_cluster_where_there_is_none" \
    [ "$(grep -c '"server"' "$work/out") $(grep -c '"cluster"' "$work/out")" = '4 3' ]
netadmin files clu3 clu1 twin1 /format:csv
check "csv_names_the_cluster_behind_the_server" \
    [ "$status $(cut -d, -f1-3 "$work/out" | paste -sd ' ')" = \
    '0 server,cluster,fi3_id clu3,FS,65539 clu3,FS,65539 clu1,FS,65540 twin1,,7' ]
netadmin sessions clu1 sample /client:PC1
check "one_node_is_like_any_server" printed 'clu1    PC1'

# sum METRIC: of all servers.
sum()
{
    awk -v metric="$1{" 'index($1, metric) == 1 { sum += $2 } END { print sum }' "$work/out"
}
netadmin metrics clu1 clu2 clu3 twin1 twin2
check "metrics_count_a_cluster_once" \
    [ "$status $(sum smb_server_up) $(sum smb_server_sessions) $(sum smb_server_open_files)" = '0 5 5 5' ]
check "metrics_say_which_nodes_are_counted_with_others" \
    [ "$(grep '^smb_server_counted_with' "$work/out" | sed 's/.*="//' | tr '\n' ' ')" = 'clu2"} 1 clu3"} 1 ' ]
