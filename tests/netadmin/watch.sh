# Watching sessions, on output that is no console. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC2034

# watch BLOCKS ARGUMENTS...: runs netadmin until it has shown so many blocks, and for 1.5 s more,
# and ends it as Ctrl+C does. The times of day become T in $work/out.
watch()
{
    local blocks=$1 pid i
    shift
    : > "$work/watched"
    status=0
    "${program[@]}" "$@" > "$work/watched" 2> "$work/err" &
    pid=$!
    for ((i = 0; i < 1200; i++))
    do
        (($(grep -cE '^[0-9]{4}-' "$work/watched") < blocks)) && kill -0 "$pid" 2> /dev/null || break
        sleep 0.1
    done
    sleep 1.5
    kill -INT "$pid" 2> /dev/null || true
    wait "$pid" || status=$?
    sed -E 's/^[0-9]{4}-[0-9]{2}-[0-9]{2} [0-9]{2}:[0-9]{2}:[0-9]{2}$/T/' "$work/watched" \
        > "$work/out"
}

# The blocks from the first to the fourth; there may be a fifth.
four_blocks()
{
    awk '/^T$/ { blocks++ } blocks <= 4' "$work/out" > "$work/blocks"
    mv "$work/blocks" "$work/out"
    printed_exactly
}

watch 4 sessions changing /level:0 /watch:1
check "watch_marks_what_came_and_went" four_blocks << 'END'
T
   Computer

   a?[2J,"b"??c
   PC1
   пк-2
4 sessions

T
   Computer

   a?[2J,"b"??c
   пк-2
-  PC1
3 sessions

T
netadmin: Access is denied. (5, ERROR_ACCESS_DENIED)

T
   Computer
+  PC1
-
-  a?[2J,"b"??c
-  пк-2
1 session

END

watch 1 sessions denied /watch
check "watch_ends_when_the_first_call_fails" error '(5, ERROR_ACCESS_DENIED)'
watch 1 sessions --watch empty
check "watch_without_seconds_takes_no_operand_for_them" printed '0 sessions'
one_block()
{
    printed '4 sessions' && [[ $(grep -c '^T$' "$work/out") -eq 1 ]]
}

watch 1 sessions tired /level:0 /watch:1
check "watch_ends_in_the_middle_of_a_call" one_block
netadmin sessions sample /watch:0
check "watch_of_no_seconds" usage_error "'watch' must be a number from 1"
netadmin sessions sample /watch /format:csv
check "watch_shows_tables_only" usage_error "'watch' shows tables"

# The first blocks, without their times.
two_blocks()
{
    awk '/^T$/ { blocks++ } blocks <= 2' "$work/out" > "$work/blocks"
    mv "$work/blocks" "$work/out"
    printed_exactly
}

watch 2 files changing /user:carol /watch:1
check "watch_knows_files_by_their_numbers" two_blocks << 'END'
T
   ID  User   Locks  Open to  Path
   19  carol      1           C:\srv\lost.txt
1 open file

T
   ID  User   Locks  Open to  Path
+  20  carol      2           C:\srv\lost.txt
-  19  carol      1           C:\srv\lost.txt
1 open file

END
watch 2 files sample /user:carol /watch:1
check "watch_does_not_mark_what_counts" two_blocks << 'END'
T
   ID  User   Locks  Open to  Path
   18  carol      1           C:\srv\lost.txt
1 open file

T
   ID  User   Locks  Open to  Path
   18  carol      2           C:\srv\lost.txt
1 open file

END
watch 2 server changing /level:100 /watch:1
check "watch_marks_what_changed_of_one_thing" two_blocks << 'END'
T
   Name      SAMPLE
   Platform  NT

T
   Name      SAMPLE
+  Platform  OS/2
-  Platform  NT

END
watch 2 shares limited /watch:1
check "watch_of_what_everybody_may_see" two_blocks << 'END'
T
   Share    Type                Remark
   files    disk                All of пк
   IPC$     IPC, special
   printer  printer, temporary  a"b,c?[2J
3 shares

T
   Share    Type                Remark
   files    disk                All of пк
   IPC$     IPC, special
   printer  printer, temporary  a"b,c?[2J
3 shares

END

watch 4 sessions changing empty denied /level:0 /watch:1
check "watch_of_several_servers" four_blocks << 'END'
T
   Server    Computer
   changing
   changing  a?[2J,"b"??c
   changing  PC1
   changing  пк-2
4 sessions (2 of 3 servers)
denied: Access is denied. (5, ERROR_ACCESS_DENIED)

T
   Server    Computer
   changing
   changing  a?[2J,"b"??c
   changing  пк-2
-  changing  PC1
3 sessions (2 of 3 servers)
denied: Access is denied. (5, ERROR_ACCESS_DENIED)

T
   Server    Computer
?  changing
?  changing  a?[2J,"b"??c
?  changing  пк-2
0 sessions (1 of 3 servers)
changing: Access is denied. (5, ERROR_ACCESS_DENIED)
denied: Access is denied. (5, ERROR_ACCESS_DENIED)

T
   Server    Computer
+  changing  PC1
1 session (2 of 3 servers)
denied: Access is denied. (5, ERROR_ACCESS_DENIED)

END
watch 1 sessions denied stub /watch
check "watch_of_several_ends_when_all_fail" error '(5, ERROR_ACCESS_DENIED)'
