# Figures of servers as metrics. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC2034

# metrics ARGUMENTS...: the same with each time as 0.5.
metrics()
{
    netadmin metrics "$@"
    sed -i -E 's/^(smb_server_answer_seconds\{.*\}) [0-9]+\.[0-9]{6}$/\1 0.5/' "$work/out"
}

# What promtool finds is in $work/err, too; without it, nothing is.
promtool_finds_nothing()
{
    ! command -v promtool > /dev/null || promtool check metrics < "$work/out" >> "$work/err" 2>&1
}

valid_and_exactly()
{
    printed_exactly && promtool_finds_nothing
}

metrics sample /by-user
check "metrics_by_server_share_and_user" valid_and_exactly << 'END'
# HELP smb_server_up Whether the server answered at least one question.
# TYPE smb_server_up gauge
smb_server_up{server="sample"} 1
# HELP smb_server_answer_seconds How long the server took to answer all questions, or to fail.
# TYPE smb_server_answer_seconds gauge
# UNIT smb_server_answer_seconds seconds
smb_server_answer_seconds{server="sample"} 0.5
# HELP smb_server_query_error_code The Win32 code of each question; 0 is success. A question that could only fail in the same way as the one before has its code.
# TYPE smb_server_query_error_code gauge
smb_server_query_error_code{server="sample",query="sessions"} 0
smb_server_query_error_code{server="sample",query="files"} 0
smb_server_query_error_code{server="sample",query="shares"} 0
# HELP smb_server_sessions Sessions, this one included.
# TYPE smb_server_sessions gauge
smb_server_sessions{server="sample"} 4
# HELP smb_server_open_files Open files, folders and named pipes.
# TYPE smb_server_open_files gauge
smb_server_open_files{server="sample"} 3
# HELP smb_server_file_locks Locks that open files hold.
# TYPE smb_server_file_locks gauge
smb_server_file_locks{server="sample"} 3
# HELP smb_server_shares Shares.
# TYPE smb_server_shares gauge
smb_server_shares{server="sample"} 3
# HELP smb_server_unattributed_open_files Open files of which the path does not tell the share, or whose share is not listed.
# TYPE smb_server_unattributed_open_files gauge
smb_server_unattributed_open_files{server="sample"} 1
# HELP smb_server_unattributed_file_locks Locks that those files hold.
# TYPE smb_server_unattributed_file_locks gauge
smb_server_unattributed_file_locks{server="sample"} 1
# HELP smb_server_unlisted_shares Shares beyond the limit of those that are told apart.
# TYPE smb_server_unlisted_shares gauge
smb_server_unlisted_shares{server="sample"} 0
# HELP smb_share_connections Connections to the share.
# TYPE smb_share_connections gauge
smb_share_connections{server="sample",share="IPC$"} 12
smb_share_connections{server="sample",share="files"} 3
smb_share_connections{server="sample",share="printer"} 0
# HELP smb_share_open_files Open files of which the path lies in the folder of the share.
# TYPE smb_share_open_files gauge
smb_share_open_files{server="sample",share="IPC$"} 0
smb_share_open_files{server="sample",share="files"} 2
smb_share_open_files{server="sample",share="printer"} 0
# HELP smb_share_file_locks Locks that those files hold.
# TYPE smb_share_file_locks gauge
smb_share_file_locks{server="sample",share="IPC$"} 0
smb_share_file_locks{server="sample",share="files"} 2
smb_share_file_locks{server="sample",share="printer"} 0
# HELP smb_server_unlisted_users Users beyond the limit of those that are told apart.
# TYPE smb_server_unlisted_users gauge
smb_server_unlisted_users{server="sample"} 0
# HELP smb_user_sessions Sessions of the user.
# TYPE smb_user_sessions gauge
smb_user_sessions{server="sample",user=""} 1
smb_user_sessions{server="sample",user="Jürgen 😀"} 1
smb_user_sessions{server="sample",user="alice"} 1
smb_user_sessions{server="sample",user="carol"} 0
smb_user_sessions{server="sample",user="�x??"} 1
# HELP smb_user_open_files Files that the user has open.
# TYPE smb_user_open_files gauge
smb_user_open_files{server="sample",user=""} 0
smb_user_open_files{server="sample",user="Jürgen 😀"} 0
smb_user_open_files{server="sample",user="alice"} 2
smb_user_open_files{server="sample",user="carol"} 1
smb_user_open_files{server="sample",user="�x??"} 0
# HELP smb_user_file_locks Locks that those files hold.
# TYPE smb_user_file_locks gauge
smb_user_file_locks{server="sample",user=""} 0
smb_user_file_locks{server="sample",user="Jürgen 😀"} 0
smb_user_file_locks{server="sample",user="alice"} 2
smb_user_file_locks{server="sample",user="carol"} 1
smb_user_file_locks{server="sample",user="�x??"} 0
# EOF
END

# Of several servers: status, what standard error has, and then what the metrics have.
some_fail()
{
    local status_wanted=$1 error=$2 string
    shift 2
    [[ $status -eq $status_wanted && $(wc -l < "$work/err") -eq 1 ]] &&
        grep -qF "$error" "$work/err" && promtool_finds_nothing || return 1
    for string
    do
        grep -qFx -e "$string" "$work/out" || return 1
    done
}

metrics sample denied sample
check "metrics_of_a_server_that_refuses_beside_one_that_answers" some_fail 0 \
    'netadmin: denied: Access is denied. (5, ERROR_ACCESS_DENIED) Hint: ' \
    'smb_server_up{server="sample"} 1' 'smb_server_up{server="denied"} 0' \
    'smb_server_query_error_code{server="denied",query="files"} 5' \
    'smb_server_sessions{server="sample"} 4' '# EOF'
each_series_once()
{
    [[ -z $(grep -v '^#' "$work/out" | cut -d' ' -f1 | sort | uniq -d) ]] &&
        ! grep -q 'sessions{server="denied"}' "$work/out"
}
check "metrics_has_each_series_once" each_series_once
metrics denied
check "metrics_of_servers_that_all_fail_is_an_error" some_fail 1 'denied: ' \
    'smb_server_up{server="denied"} 0'
hint_of_a_kind_once()
{
    [[ $(wc -l < "$work/err") -eq 2 && $(grep -c Hint "$work/err") -eq 1 ]]
}
metrics denied limited
check "metrics_has_the_hint_of_a_kind_of_error_once" hint_of_a_kind_once
metrics limited
check "metrics_without_what_is_for_administrators" some_fail 0 'limited: Access is denied' \
    'smb_server_up{server="limited"} 1' 'smb_server_shares{server="limited"} 3' \
    'smb_server_query_error_code{server="limited",query="files"} 5' \
    'smb_server_sessions{server="limited"} 4'
no_files_of_unknown_shares()
{
    ! grep -qE '^smb_(share_|server_open_files|server_unattributed)' "$work/out"
}
check "metrics_invents_nothing_that_was_not_told" no_files_of_unknown_shares
metrics 'a"b'
check "metrics_escapes_labels" printed 'smb_server_up{server="a\"b"} 1'
metrics sample /by-user /limit:1
check "metrics_tells_no_more_apart_than_wanted" printed \
    'smb_share_connections{server="sample",share="IPC$"} 12' \
    'smb_server_unlisted_shares{server="sample"} 2' \
    'smb_server_unattributed_open_files{server="sample"} 3' \
    'smb_user_open_files{server="sample",user="alice"} 2' \
    'smb_server_unlisted_users{server="sample"} 4'
only_one_of_each()
{
    [[ $(grep -c '^smb_share_connections' "$work/out") -eq 1 &&
        $(grep -c '^smb_user_sessions' "$work/out") -eq 1 ]]
}
check "metrics_has_not_more_series" only_one_of_each
metrics
check "metrics_of_this_computer" printed 'smb_server_up{server="localhost"} 1'

# ---- Files -------------------------------------------------------------------------------------

# The program's name of a file of ours.
file_name()
{
    if [[ -n ${native-} ]]
    then
        echo "$1"
    else
        echo "Z:${1//\//\\}"
    fi
}

mkdir "$work/collector"
echo 'what was there before' > "$work/collector/a.prom"
netadmin metrics sample "/output:$(file_name "$work/collector/a.prom")"
file_is_new()
{
    [[ $status -eq 0 && ! -s $work/out && ! -s $work/err ]] || return 1
    [[ $(ls "$work/collector") == a.prom && $(stat -c %a "$work/collector/a.prom") == 644 ]] &&
        cp "$work/collector/a.prom" "$work/out" &&
        [[ $(tail -n 1 "$work/out") == '# EOF' ]] && promtool_finds_nothing
}
check "metrics_replaces_a_file" file_is_new
netadmin metrics denied "/output:$(file_name "$work/collector/a.prom")"
file_says_down()
{
    [[ $status -eq 1 && ! -s $work/out ]] &&
        grep -qx 'smb_server_up{server="denied"} 0' "$work/collector/a.prom"
}
check "metrics_writes_the_file_when_all_fail" file_says_down

# Whoever has opened the old file goes on reading that; whoever opens it then reads all of the new one.
exec {old}< "$work/collector/a.prom"
netadmin metrics sample "/output:$(file_name "$work/collector/a.prom")"
old_file_stays()
{
    [[ $status -eq 0 ]] && grep -q 'server="denied"' <&"$old" &&
        grep -q 'server="sample"' "$work/collector/a.prom"
}
check "metrics_puts_a_new_file_in_place_of_the_old_one" old_file_stays
exec {old}<&-
netadmin metrics sample "/output:$(file_name "$work/no-such-folder/a.prom")"
check "metrics_to_a_folder_that_is_not_there" failed_with 1 \
    'There is no such folder. (3, ERROR_PATH_NOT_FOUND) Hint: that is about the file of /output.'
mkdir "$work/collector/b.prom"
netadmin metrics sample "/output:$(file_name "$work/collector/b.prom")"
nothing_is_left()
{
    failed_with 1 '(5, ERROR_ACCESS_DENIED) Hint: that is about the file' && [[ $(ls "$work/collector") == $'a.prom\nb.prom' ]]
}
check "metrics_leaves_no_temporary_file_behind" nothing_is_left
mknod "$work/collector/null" c 1 3
netadmin metrics sample "/output:$(file_name "$work/collector/null")"
device_stays()
{
    failed_with 1 '(5, ERROR_ACCESS_DENIED) Hint: that is about the file' && [[ -c $work/collector/null ]]
}
check "metrics_replaces_no_device" device_stays
rm "$work/collector/null"
if [[ -n ${native-} ]]
then
    # Of an earlier run with the same number, which was killed.
    status=0
    bash -c 'touch "$1.$$.tmp" && exec "$2" metrics sample "/output:$1"' - "$work/collector/c.prom" \
        "${program[0]}" > "$work/out" 2> "$work/err" || status=$?
    check "metrics_goes_round_what_was_left" [ "$status $(tail -n 1 "$work/collector/c.prom")" = '0 # EOF' ]
    rm "$work/collector"/c.prom*
    # What a link leads to is replaced, and is read by those who could read it before.
    mkdir "$work/elsewhere"
    echo old > "$work/elsewhere/d.prom"
    chmod 640 "$work/elsewhere/d.prom"
    ln -s ../elsewhere/d.prom "$work/collector/d.prom"
    netadmin metrics sample "/output:$work/collector/d.prom"
    link_stays()
    {
        [[ $status -eq 0 && -L $work/collector/d.prom && $(stat -c %a "$work/elsewhere/d.prom") == 640 &&
            $(tail -n 1 "$work/elsewhere/d.prom") == '# EOF' && $(ls "$work/elsewhere") == d.prom ]]
    }
    check "metrics_follows_a_link" link_stays
    ln -sfn nowhere "$work/collector/d.prom"
    netadmin metrics sample "/output:$work/collector/d.prom"
    check "metrics_to_a_link_that_leads_nowhere" failed_with 1 'Hint: that is about the file of /output.'
    ln -sfn /proc/self/fd/1 "$work/collector/d.prom"
    netadmin metrics sample "/output:$work/collector/d.prom"
    check "metrics_leaves_the_link_to_standard_output" [ -L "$work/collector/d.prom" ]
    rm "$work/collector/d.prom"
fi

# ---- The command line --------------------------------------------------------------------------

netadmin metrics sample /limit:0
check "metrics_of_no_series" usage_error "'limit' must be a number from 1"
netadmin metrics sample /output:
check "metrics_to_a_file_without_a_name" usage_error "'output' needs a value"
netadmin metrics 'a\b'
check "metrics_of_no_server_name" usage_error 'computer name'
