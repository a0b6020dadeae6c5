# Measuring a real Samba server, and watching it while sessions come and go. Read by tests/netadmin/server,
# which has a server that runs, and calls it samba.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC2034

# ---- Metrics ---------------------------------------------------------------------------------------

# What smbstatus counts, as metrics that have no time in them.
metrics_of_smbstatus()
{
    "$here/../bed/in" "$BED_FOLDER" smbstatus --json | python3 -c '
import collections, json, os, sys
status = json.load(sys.stdin)
names = {str(session["uid"]): session["username"] for session in status["sessions"].values()}
shares = collections.Counter()
users = collections.Counter()
for file in status["open_files"].values():
    for opened in file["opens"].values():
        shares[os.path.basename(file["service_path"])] += 1
        users[names[str(opened["uid"])]] += 1
print("smb_server_open_files{server=\"samba\"}", sum(shares.values()))
for name, count in shares.items():
    print("smb_share_open_files{server=\"samba\",share=\"%s\"}" % name, count)
for name, count in users.items():
    print("smb_user_open_files{server=\"samba\",user=\"%s\"}" % name, count)'
}

metrics_are_those_of_smbstatus()
{
    metrics_of_smbstatus >"$work/expected" && [[ -s $work/expected && $status -eq 0 ]] || return 1
    grep -E '^smb_(server|share|user)_open_files' "$work/out" | grep -v ' 0$' >"$work/got"
    diff <(sort "$work/got") <(sort "$work/expected") | sed 's/^/# diff: /'
    diff -q <(sort "$work/got") <(sort "$work/expected") >/dev/null
}

promtool_finds_nothing()
{
    ! command -v promtool >/dev/null || promtool check metrics <"$work/out" >>"$work/err" 2>&1
}

bed_hold_file bob measured.txt --write --locks 3 || die "bob has no file"
netadmin metrics samba /by-user
check "metrics_are_those_of_smbstatus" metrics_are_those_of_smbstatus
check "metrics_with_locks_and_connections" has '^smb_share_file_locks\{server="samba",share="files"\} 3$' \
    '^smb_share_connections\{server="samba",share="files"\} [1-9]' \
    '^smb_server_unattributed_open_files\{server="samba"\} 0$' '^# EOF$'
check "metrics_are_as_Prometheus_wants_them" promtool_finds_nothing
netadmin metrics samba-alice
check "metrics_for_everybody" has '^smb_server_up\{server="samba-alice"\} 1$' \
    '^smb_server_query_error_code\{server="samba-alice",query="files"\} 5$'

# ---- Events ----------------------------------------------------------------------------------------

event_has()
{
    local i
    for ((i = 0; i < 600; i++))
    do
        ! grep -qE -e "$1" "$work/out" || return 0
        sleep 0.2
    done
    return 1
}

# Words of its own for kill: run_program may be a function.
: >"$work/out"
: >"$work/err"
status=0
(
    [[ -n $native ]] || exec "${wine_command[@]}" wine "$program" events samba /initial /format:json
    XDG_CONFIG_HOME=$work/config exec "$program" events samba /initial /format:json
) >"$work/out" 2>"$work/err" &
events=$!
check "events_of_what_is_there" event_has '"file_opened", "initial": true, .*measured\.txt"\}'
bed_hold_file alice opened.txt --write || die "alice has no file"
check "events_of_a_file_that_is_opened" event_has '"file_opened", "fi3_id": .*opened\.txt"\}'
netadmin_close()
{
    run_program close //samba "/user:$1" /yes >/dev/null </dev/null
}
netadmin_close alice
check "events_of_a_session_that_ends" event_has '"session_ended", .*"sesi1_username": "alice"'
check "events_of_a_file_that_is_closed" event_has '"file_closed", .*opened\.txt"\}'
kill -INT "$events"
wait "$events" || status=$?
ended_well()
{
    [[ $status -eq 0 && ! -s $work/err ]]
}
check "events_end_well" ended_well

# ---- The screen ------------------------------------------------------------------------------------

if ! command -v tmux >/dev/null
then
    echo "# skipped: the screen needs tmux(1) (Debian package tmux)"
    return 0
fi
# shellcheck source=tests/netadmin/tmux.sh
. "$here/tmux.sh"

if [[ -n $native ]]
then
    screen_open 110 24 env "XDG_CONFIG_HOME=$work/config" "$program" watch samba
else
    screen_open 110 24 "${wine_command[@]}" wine "$program" watch samba
fi
check "screen_has_sessions" screen_has '^  samba +127\.0\.0\.1 +bob '
bed_hold_file alice watched.txt --write || die "alice has no file"
check "screen_marks_a_session_that_comes" screen_has '^\+ samba +127\.0\.0\.1 +alice '
screen_keys 2
check "screen_marks_a_file_that_comes" screen_has '^\+ samba .* alice .*\\files\\watched\.txt$'
screen_keys / watched Enter
screen_has '!bob' '^ \[/watched\]' || true
screen_keys d
check "screen_says_which_file_is_lost" screen_has \
    '^ \[y/N\] Close this file, which alice has open on samba\?$' '^ Lost: .*\\files\\watched\.txt$'
screen_keys y
check "screen_closes_a_file" screen_has '^ Closed .*\\watched\.txt of alice\.$' '^- samba .* alice '
bed_client alice --open hello.txt || die "alice has no session"
screen_keys Escape
screen_has '!\[/' || true
screen_keys 1 / alice Enter
# Of alice's session before, which ended with its file, there is nothing to end: when it is no longer shown,
# the other one is the first.
screen_has '^[+ ] samba .* alice ' '!^- samba' '!bob' '^ \[/alice\]' || true
screen_keys d
check "screen_asks_before_a_session_ends" screen_has \
    '^ \[y/N\] End the session of alice from 127\.0\.0\.1 on samba\?$'
screen_keys y
check "screen_ends_a_session_on_the_server" screen_has \
    '^ Ended the session from 127\.0\.0\.1 of alice\.$' '^- samba +127\.0\.0\.1 +alice '
session_is_gone()
{
    local i
    for ((i = 0; i < 300; i++))
    do
        "$here/../bed/in" "$BED_FOLDER" smbstatus --json >"$work/out"
        ! grep -q '"username": "alice"' "$work/out" || { sleep 0.2; continue; }
        return 0
    done
    return 1
}
check "screen_ended_it_says_smbstatus" session_is_gone
screen_keys q
check "screen_gives_the_terminal_back" screen_has '^ *status 0$'
screen_close
