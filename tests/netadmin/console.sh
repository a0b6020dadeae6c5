# Questions at the console, on a pseudo-terminal made by script(1). Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC2094,SC2034

# wait_for COMMAND...: until the command succeeds, but at most two minutes.
wait_for()
{
    local i
    for ((i = 0; i < 1200; i++))
    do
        ! "$@" || return 0
        sleep 0.1
    done
    return 1
}

# Before Wine reads from a terminal, the terminal itself makes ^J of Enter. Natively it does so in a
# line that is shown, which may be typed ahead; a password may not.
reads_terminal()
{
    [[ -z ${native-} || $prompt == *assword* ]] || return 0
    stty -F "$(< "$work/terminal")" -a 2> /dev/null | grep -q -e '-icanon'
}

# on_console PROMPT KEYS ARGUMENTS...: runs netadmin on a terminal and types the keys when it has
# shown the prompt; if it does not show it, it is ended. Both outputs go to $work/out.
on_console()
{
    local prompt=$1 keys=$2 command keyboard
    shift 2
    # Ctrl+C is for the program alone, not for a shell that waits for it.
    command="stty rows 25 cols 100; tty > '$work/terminal'"
    command+="; exec $(printf '%q ' "${program[@]}" "$@")"
    : > "$work/out"
    : > "$work/err"
    # Held open for reading and writing, so that the terminal's input does not end before netadmin.
    rm -f "$work/keyboard"
    mkfifo "$work/keyboard"
    exec {keyboard}<> "$work/keyboard"
    SHELL=/bin/sh TERM=xterm timeout 60 script -qec "$command" /dev/null > "$work/out" \
        <&"$keyboard" &
    if wait_for grep -qF "$prompt" "$work/out" &&
        { [[ $keys != *'\r' && -z ${is_read-} ]] || wait_for reads_terminal; }
    then
        printf '%b' "$keys" >&"$keyboard"
        if [[ -n ${second_prompt-} ]] && wait_for grep -qF "$second_prompt" "$work/out"
        then
            wait_for reads_terminal && printf '%b' "$second_keys" >&"$keyboard"
        fi
    else
        kill $!
    fi
    status=0
    wait $! || status=$?
    exec {keyboard}>&-
}

nothing_closed()
{
    printed 'Nothing was closed.' && ! grep -q 'Closed' "$work/out"
}

on_console '[y/N]' 'y\r' close sample /user:alice
check "close_asks_and_y_closes" printed 'PC1 ' 'Closed 1 session.'
on_console '[y/N]' 'n\r' close sample /user:alice
check "close_asks_and_n_does_not" nothing_closed
on_console '[y/N]' '\r' close sample /user:alice
check "close_asks_and_no_answer_does_not" nothing_closed

nothing_changed()
{
    printed "$1" && ! grep -qF '<\\sample' "$work/out"
}

on_console '[y/N]' 'y\r' close-file sample 17
check "close_file_asks_and_y_closes" printed 'Close it? [y/N]' '<\\sample: close 17>' 'Closed 1 open file.'
on_console '[y/N]' 'n\r' close-file sample 17
check "close_file_asks_and_n_does_not" nothing_changed 'Nothing was closed.'
on_console '[y/N]' '\r' share add sample new 'C:\new'
check "share_add_asks_and_no_answer_does_not" nothing_changed 'Nothing was added.'
on_console '[y/N]' 'Y\r' share add sample new 'C:\new'
check "share_add_asks_and_y_adds" printed 'Added the share new.'
on_console '[y/N]' 'n\r' share set sample files /unlimited
check "share_set_asks_and_n_does_not" nothing_changed 'Nothing was changed.'
on_console '[y/N]' 'n\r' share remove sample files
check "share_remove_asks_and_n_does_not" nothing_changed 'Nothing was removed.'

password_not_shown()
{
    printed 'Stored the password of bob for vault.' && ! grep -q geheim "$work/out"
}

on_console 'Password of bob on vault:' 'geheimXX\x7f\x7f ä€\r' login vault /user:bob
check "login_asks_without_echo" password_not_shown
netadmin sessions vault /format:csv
check "login_stores_what_was_typed" printed 'bob,geheim ä€,'
netadmin logout vault

# on_console() that types further keys when it has shown a further prompt.
on_console_twice()
{
    local prompt=$1 keys=$2
    shift 2
    second_prompt=$prompt second_keys=$keys on_console "$@"
}

# What was typed is in what the server got, and nowhere else.
password_shown_once()
{
    printed "$1" && [[ $(grep -c geheim "$work/out") -eq 1 ]]
}

on_console '[y/N]' 'n\r' user add sample carol
check "user_add_asks_and_n_does_not" nothing_changed 'Nothing was added.'
on_console '[y/N]' '\r' user remove sample alice
check "user_remove_asks_and_no_answer_does_not" nothing_changed 'Nothing was removed.'
on_console '[y/N]' 'n\r' group remove sample Staff
check "group_remove_asks_and_n_does_not" nothing_changed 'Nothing was removed.'
on_console '[y/N]' 'n\r' localgroup members sample Administrators /remove:x
check "localgroup_members_asks_and_n_does_not" nothing_changed 'Nothing was changed.'
on_console '[y/N]' 'n\r' policy set sample /history:1
check "policy_set_asks_and_n_does_not" nothing_changed 'Nothing was changed.'
on_console_twice 'Repeat the new password of carol on sample:' 'geheim1\r' \
    'New password of carol on sample:' 'geheim1\r' user add sample carol /yes
check "user_add_asks_for_the_password_twice" password_shown_once "add 4 carol password 'geheim1'"
on_console_twice 'Repeat the new password' 'geheim2\r' 'New password of' 'geheim1\r' \
    user set sample alice /password /yes
passwords_differ()
{
    [[ $status -eq 1 ]] && grep -q 'ERROR_INVALID_PASSWORD.*the two passwords are not' "$work/out" &&
        ! grep -qE 'geheim|Changed|<' "$work/out"
}
check "user_set_of_two_passwords_that_differ" passwords_differ
is_read=1 on_console 'New password of' '\003' user set sample alice /password /yes
password_cancelled()
{
    grep -q 'New password of' "$work/out" && ! grep -qE 'Changed|Repeat|<' "$work/out"
}
check "password_ends_at_ctrl_c" password_cancelled

# What a terminal shows after it is drawn in place, as far as tests need it: the sequences are gone.
drawn()
{
    sed -E 's/\x1b\[[0-9;?]*[A-Za-z]/\n/g' "$work/out" | tr -d '\r' > "$work/drawn"
    mv "$work/drawn" "$work/out"
}

on_console '4 sessions' '\003' sessions sample /watch:1
drawn
check "watch_redraws_and_ends_at_ctrl_c" printed PC1 '4 sessions'
on_console 'Receiving' '' sessions slow
drawn
check "slow_call_shows_what_it_waits_for" printed Connecting... Authenticating... \
    'Receiving... 12345 bytes' '4 sessions'

no_progress()
{
    printed '4 sessions' && ! grep -qE 'Connecting|Waiting|Receiving' "$work/out"
}

on_console '4 sessions' '' sessions sample
drawn
check "quick_call_shows_nothing_but_the_answer" no_progress
netadmin sessions slow
check "no_progress_without_console" no_progress

# ---- Several servers -----------------------------------------------------------------------------

# What answered was there before what tells of the others, and all in the end.
shown_at_once()
{
    [[ $status -eq 0 ]] && tr -d '\r' < "$work/out" | sed 's/\x1b\[[0-9;?]*[a-zA-Z]//g' > "$work/shown" &&
        grep -q 'PC1.*1 of 2 servers have answered.*PC1.*2 sessions (2 servers)' <(tr '\n' ' ' < "$work/shown")
}
on_console '1 of 2 servers' '' sessions late sample /client:PC1 /level:0
check "what_answers_is_shown_at_once_on_a_console" shown_at_once
on_console '1 of 2 servers' '\003' sessions silent sample /client:PC1 /level:0
check "ctrl_c_ends_a_wait_for_many" [ "$status" -ne 124 ]
