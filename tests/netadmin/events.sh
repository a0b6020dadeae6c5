# What happens on servers, line by line. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC2034

# follow LINES ARGUMENTS...: runs netadmin events until it has written so many lines, and ends it as
# Ctrl+C does. Times become T in $work/out.
follow()
{
    local lines=$1 pid i
    shift
    : > "$work/followed"
    status=0
    "${program[@]}" events "$@" > "$work/followed" 2> "$work/err" &
    pid=$!
    for ((i = 0; i < 1200; i++))
    do
        (($(wc -l < "$work/followed") < lines)) && kill -0 "$pid" 2> /dev/null || break
        sleep 0.1
    done
    kill -INT "$pid" 2> /dev/null || true
    wait "$pid" || status=$?
    sed -E -e 's/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}  /T  /' \
        -e 's/^\{"time": "[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}\.[0-9]{3}Z"/{T/' \
        "$work/followed" > "$work/out"
}

# The first lines; there may be more.
first_lines()
{
    head -n "$1" "$work/out" > "$work/head"
    mv "$work/head" "$work/out"
    printed_exactly
}

# The file of number 19 is another one at the second question.
follow 9 changing /interval:1
check "events_of_sessions_files_and_failures" first_lines 9 << 'END'
T  changing  session ended    alice from PC1
T  changing  file closed      C:\srv\files\hello.txt by alice (3000000002; read)
T  changing  file closed      C:\srv\files\a folder with a long name\another folder with a long name\résumé.txt by alice (18; read, write, create, 0x80)
T  changing  file closed      C:\srv\lost.txt by carol (19)
T  changing  file opened      C:\srv\files\hello.txt by alice (3000000003; read)
T  changing  file opened      C:\srv\files\a folder with a long name\another folder with a long name\résumé.txt by alice (19; read, write, create, 0x80)
T  changing  file opened      C:\srv\lost.txt by carol (20)
T  changing  server failed    sessions: Access is denied. (5, ERROR_ACCESS_DENIED)
T  changing  file closed      C:\srv\files\hello.txt by alice (3000000003; read)
END

is_json()
{
    local line
    [[ $status -eq 0 && ! -s $work/err && -s $work/followed ]] || return 1
    while read -r line
    do
        python3 -c 'import json, sys; json.loads(sys.argv[1])' "$line" || return 1
    done < "$work/followed"
}

follow 7 sample /format:json /initial /interval:1
check "events_are_lines_of_json" is_json
check "events_that_were_there_at_first" first_lines 7 << 'END'
{T, "server": "sample", "event": "session_began", "initial": true, "sesi1_cname": "PC1", "sesi1_username": "alice", "sesi1_num_opens": 3, "sesi1_time": 7384, "sesi1_idle_time": 61, "sesi1_user_flags": 0}
{T, "server": "sample", "event": "session_began", "initial": true, "sesi1_cname": "пк-2", "sesi1_username": "Jürgen 😀", "sesi1_num_opens": 12345, "sesi1_time": 93784, "sesi1_idle_time": 0, "sesi1_user_flags": 1}
{T, "server": "sample", "event": "session_began", "initial": true, "sesi1_cname": "a\u001b[2J,\"b\"\u000d\u000ac", "sesi1_username": "\ud800x\u202e\u0085", "sesi1_num_opens": 0, "sesi1_time": 4294967295, "sesi1_idle_time": 86399, "sesi1_user_flags": 0}
{T, "server": "sample", "event": "session_began", "initial": true, "sesi1_cname": "", "sesi1_username": "", "sesi1_num_opens": 0, "sesi1_time": 0, "sesi1_idle_time": 0, "sesi1_user_flags": 0}
{T, "server": "sample", "event": "file_opened", "initial": true, "fi3_id": 3000000001, "fi3_username": "alice", "fi3_num_locks": 0, "fi3_permissions": 1, "fi3_pathname": "C:\\srv\\files\\hello.txt"}
{T, "server": "sample", "event": "file_opened", "initial": true, "fi3_id": 17, "fi3_username": "alice", "fi3_num_locks": 2, "fi3_permissions": 135, "fi3_pathname": "C:\\srv\\files\\a folder with a long name\\another folder with a long name\\résumé.txt"}
{T, "server": "sample", "event": "file_opened", "initial": true, "fi3_id": 18, "fi3_username": "carol", "fi3_num_locks": 1, "fi3_permissions": 0, "fi3_pathname": "C:\\srv\\lost.txt"}
END

follow 1 denied sample /format:json
check "events_of_a_server_that_fails_and_one_where_nothing_happens" printed_exactly << 'END'
{T, "server": "denied", "event": "server_failed", "error": 5, "name": "ERROR_ACCESS_DENIED", "message": "Access is denied."}
END

hostile_names_are_harmless()
{
    printed 'session began    �x?? from a?[2J,"b"??c' && ! grep -q $'\033' "$work/out"
}
follow 7 sample /initial
check "events_never_act_on_a_terminal" hostile_names_are_harmless

# Nobody reads any more: it ends by itself.
closed_pipe()
{
    local line
    status=0
    line=$(timeout 60 "${program[@]}" events changing /interval:1 2> "$work/err" | head -n 1) || status=$?
    echo "$line" > "$work/out"
    [[ $line == *'session ended'* && ${PIPESTATUS[0]} -ne 124 ]]
}
check "events_end_with_a_pipe" closed_pipe

netadmin events sample /interval:0
check "events_of_no_interval" usage_error "'interval' must be a number from 1"
netadmin events sample /format:csv
check "events_in_another_format" usage_error "'format' cannot be 'csv'"
netadmin events 'a\b'
check "events_of_no_server_name" usage_error 'computer name'
