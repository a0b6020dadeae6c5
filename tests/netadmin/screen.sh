# Watching on a screen. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC2034

# shellcheck source-path=SCRIPTDIR
. "$here/tmux.sh"

: > "$work/err"
screen_open 110 24 "${program[@]}" watch sample denied
check "screen_shows_sessions_and_servers_that_fail" screen_has \
    '^ 1 Sessions 4 ' '2 servers  1 failed  [0-9]{2}:[0-9]{2}:[0-9]{2}$' \
    '^  Server\^ +Computer +User +Opens +Connected +Idle +Guest$' \
    '^  sample +PC1 +alice +3 +02:03:04  00:01:01  no$' \
    '^denied: Access is denied\. \(5, ERROR_ACCESS_DENIED\)$' '^ q quit '
check "screen_never_lets_a_name_act" screen_has '^  sample +a\?\[2J,"b"\?\?c +\?x\?\? +0 '

screen_keys Tab
check "screen_page_of_files" screen_has '^  Server\^ +ID +User +Locks +Open to +Path$' \
    '^  sample +3000000001 +alice +[0-9]+ +read +C:\\srv\\files\\hello\.txt$' \
    '^  sample +17 .* C:\\srv\\files\\.*\.\.\..*résumé\.txt$'
screen_keys 3
check "screen_page_of_shares" screen_has '^  sample +files +disk +3 of 10 +C:\\srv\\files +All of пк$'
screen_keys 4
check "screen_page_of_connections" screen_has '^ .* 4 Connections 6 ' \
    '^  Server\^ +Share +ID +Opens +Users +Connected +User +Computer$' \
    '^  sample +files +5 +2 +1 +01:01:01 +alice +files$'
screen_keys d
check "screen_says_what_cannot_be_ended" screen_has 'Nothing can be ended here'
screen_keys BTab
check "screen_pages_go_back" screen_has '^  sample +printer +printer, temporary '
screen_keys 1

# The line of a name on the screen.
line_of()
{
    grep -nE -e "$1" "$work/out" | head -n 1 | cut -d: -f1
}

stands_before()
{
    local i
    for ((i = 0; i < 600; i++))
    do
        screen_look
        [[ $(line_of "$1") -lt $(line_of "$2") ]] && return 0
        sleep 0.2
    done
    return 1
}

screen_has '^  sample +PC1 ' || true
screen_keys '>' '>' '>'
check "screen_sorts_numbers_by_a_column" screen_has ' Opens\^ ' '!Server\^'
check "screen_sorts_up" stands_before ' alice +3 ' ' 12345 '
screen_keys r
check "screen_sorts_the_other_way_round" stands_before ' 12345 ' ' alice +3 '
screen_keys Left
check "screen_sorts_by_the_column_before" screen_has ' User\^ | Userv '

screen_keys / A L I
check "screen_filters_as_one_types" screen_has 'Only rows with: ALI_$' ' alice ' '!Jürgen'
screen_keys BSpace BSpace BSpace p c 1
check "screen_filter_can_be_mended" screen_has 'Only rows with: pc1_$' ' PC1 ' '!Jürgen'
screen_keys Enter
check "screen_keeps_the_filter" screen_has '^ \[/pc1\]  q quit ' '!Jürgen'

screen_keys d
check "screen_asks_and_says_what_is_lost" screen_has \
    '^ \[y/N\] End the session of alice from PC1 on sample\?$' \
    '^ Lost: what is not saved in its open files \(3\).*résumé\.txt$'
screen_keys n
check "screen_ends_nothing_without_a_yes" screen_has '^ Nothing was ended\.$'
screen_keys Delete
screen_has '\[y/N\] End the session of alice' || true
screen_keys Enter
check "screen_takes_enter_for_no" screen_has '^ Nothing was ended\.$' '!\[y/N\]'
screen_keys d
screen_has '\[y/N\] End the session of alice' || true
screen_keys y
check "screen_ends_a_session" screen_has '^ Ended the session from PC1 of alice\.$'
screen_keys Escape
check "screen_drops_the_filter" screen_has 'Jürgen' '^ q quit '

screen_keys '?'
check "screen_helps" screen_has '^  p, Space +pause, and go on$'
screen_keys x p
check "screen_pauses" screen_has ' PAUSED ' '!pause, and go on'
screen_keys p
check "screen_goes_on" screen_has '!PAUSED'
screen_keys q
check "screen_ends" screen_has '^ *status 0$'
screen_open 80 24 "${program[@]}" watch closed
screen_has 'alice' || true
screen_keys d
screen_has '\[y/N\]' || true
screen_keys y
check "screen_says_why_a_session_was_not_ended" screen_has \
    '^ Not ended: Access is denied\. \(5, ERROR_ACCESS_DENIED\)$'
screen_keys C-c
check "screen_ends_at_ctrl_c" screen_has '^ *status 0$'
screen_open 80 24 "${program[@]}" watch changing /interval:3
check "screen_marks_what_went" screen_has '^- changing +PC1 +alice '
check "screen_marks_what_is_old" screen_has '^~ changing +пк-2 ' '^changing: Access is denied'
check "screen_marks_what_came" screen_has '^\+ changing +PC1 +alice ' '!^~'
screen_keys q
screen_close

if [[ -n ${native-} ]]
then
    screen_open 80 24 "${program[@]}" watch sample
    screen_has '^ q quit ' || true
    screen_keys / p c Escape 2
    check "screen_takes_a_key_right_behind_escape" screen_has '^  sample +17 ' '!Only rows'
    screen_open 110 24 "${program[@]}" watch sample
    screen_has '^ q quit ' || true
    screen_resize 60 8
    check "screen_follows_the_terminal" screen_has '^ 1 Sessions 4 .* 3 Shares 3 +4 Conn' '^ q quit .*\.\.\..*pause$'
    screen_keys q
    check "screen_gives_the_terminal_back" screen_has '^status 0$' '!Sessions'
    screen_close

    # Stopped from outside, and in the foreground again.
    screen_open 80 24 env PS1='shell: ' bash --norc --noprofile -i
    screen_has '^shell:' || true
    screen_keys "$(printf '%q ' "${program[@]}")watch sample" Enter
    screen_has '^ q quit ' || true
    pkill -TSTP -f "^${program[0]} watch sample" || true
    check "screen_is_the_shell_s_while_it_is_stopped" screen_has 'Stopped' '^shell:$' '!^ q quit '
    screen_keys fg Enter
    check "screen_comes_back_with_fg" screen_has '^ q quit '
    screen_keys q
    check "screen_takes_keys_after_fg" screen_has '^shell:$' '!^ q quit '
    screen_keys exit Enter
    screen_close
fi

# ---- The plain form --------------------------------------------------------------------------------

# watch() is of watch.sh.
watch 2 watch changing /page:files /interval:1
check "watch_of_files_on_no_terminal" two_blocks << 'END'
T
   Server            ID  User   Locks  Open to                    Path
   changing          18  alice      2  read, write, create, 0x80  C:\srv\files\a folder with a long name\another folder with a long name\résumé.txt
   changing          19  carol      1                             C:\srv\lost.txt
   changing  3000000002  alice      0  read                       C:\srv\files\hello.txt
3 open files

T
   Server            ID  User   Locks  Open to                    Path
-  changing          18  alice      2  read, write, create, 0x80  C:\srv\files\a folder with a long name\another folder with a long name\résumé.txt
+  changing          19  alice      3  read, write, create, 0x80  C:\srv\files\a folder with a long name\another folder with a long name\résumé.txt
-  changing          19  carol      1                             C:\srv\lost.txt
+  changing          20  carol      2                             C:\srv\lost.txt
-  changing  3000000002  alice      0  read                       C:\srv\files\hello.txt
+  changing  3000000003  alice      1  read                       C:\srv\files\hello.txt
3 open files

END
watch 1 watch sample denied
check "watch_of_two_servers_on_no_terminal" printed '4 sessions' \
    'denied: Access is denied. (5, ERROR_ACCESS_DENIED)'
netadmin watch sample /page:printers
check "watch_of_no_such_page" usage_error "'page' cannot be 'printers'"
netadmin watch sample /marked:0
check "watch_that_marks_nothing" usage_error "'marked' must be a number from 1"
