# Sessions: the formats, the levels, errors of the server, closing. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC1003

netadmin sessions sample
check "table" printed_exactly << 'END'
Computer      User      Opens        Connected      Idle  Guest
                            0         00:00:00  00:00:00  no
a?[2J,"b"??c  �x??          0  49710d 06:28:15  23:59:59  no
PC1           alice         3         02:03:04  00:01:01  no
пк-2          Jürgen 😀  12345      1d 02:03:04  00:00:00  yes
4 sessions
END

netadmin sessions sample /client:PC1 /level:0
check "table_of_level_0" printed_exactly <<< $'Computer\nPC1\n1 session'
netadmin sessions sample /client:PC1 /level:10
check "table_of_level_10" printed_exactly << 'END'
Computer  User   Connected      Idle
PC1       alice   02:03:04  00:01:01
1 session
END
netadmin sessions sample /client:PC1 /level:2
check "table_of_level_2" printed 'Guest  Client type' 'no     Windows'
netadmin sessions sample /client:PC1 /level:502
check "table_of_level_502" printed 'Client type  Transport' 'Windows      \Device\Tcp'

netadmin sessions sample /format:csv
check "csv" printed_exactly < <(
    printf '%s\r\n' sesi1_cname,sesi1_username,sesi1_num_opens,sesi1_time,sesi1_idle_time,sesi1_user_flags \
        PC1,alice,3,7384,61,0 'пк-2,Jürgen 😀,12345,93784,0,1'
    printf '"a\033[2J,""b""\r\nc",\xef\xbf\xbdx\xe2\x80\xae\xc2\x85,0,4294967295,86399,0\r\n,,0,0,0,0\r\n'
)

netadmin sessions sample /format:json /level:502
check "json" printed '"sesi502_cname": "PC1",' '"sesi502_transport": "\\Device\\Tcp"' \
    '"sesi502_username": "Jürgen 😀",' '"sesi502_time": 93784,' \
    '"sesi502_cname": "a\u001b[2J,\"b\"\u000d\u000ac",' '"sesi502_username": "\ud800x\u202e\u0085",'
netadmin sessions sample /format:json /level:0
check "json_is_an_array_of_objects" printed_exactly << 'END'
[
  {
    "sesi0_cname": "PC1"
  },
  {
    "sesi0_cname": "пк-2"
  },
  {
    "sesi0_cname": "a\u001b[2J,\"b\"\u000d\u000ac"
  },
  {
    "sesi0_cname": ""
  }
]
END

netadmin sessions
check "this_computer_says_who_answered" printed PC1 '4 sessions (this computer, logins)'
netadmin sessions /format:csv /level:0
check "csv_says_nothing_of_it" printed_exactly < <(
    printf '%s\r\n' sesi0_cname PC1 'пк-2' $'"a\e[2J,""b""\r\nc"' '')

netadmin sessions empty
check "empty_table" printed_exactly <<< '0 sessions'
netadmin sessions empty /format:json
check "empty_json" printed_exactly <<< '[]'
netadmin sessions empty /format:csv /level:0
check "empty_csv" printed_exactly <<< $'sesi0_cname\r'

netadmin sessions paged
check "answer_in_many_pages" printed '4 sessions' PC1 пк-2
netadmin sessions stuck
check "server_that_never_gives_the_rest" error '(234, ERROR_MORE_DATA)'
netadmin sessions stub
check "netapi32_that_only_pretends" error '(120, ERROR_CALL_NOT_IMPLEMENTED)'
netadmin sessions denied
check "access_denied" error 'Access is denied. (5, ERROR_ACCESS_DENIED) Hint: '
check "access_denied_names_the_group" error 'BUILTIN\Administrators'
netadmin sessions sample /client:PC9
check "unknown_client" error '(2312, NERR_ClientNameNotFound)'
netadmin sessions sample /user:nobody
check "unknown_user" error '(2221, NERR_UserNotFound)'

netadmin session sample PC1 alice
check "session" printed PC1 alice '1 session'
netadmin session sample //PC1 alice /level:10 /format:json
check "session_as_json" printed '"sesi10_time": 7384'
netadmin session sample 'пк-2' 'Jürgen 😀'
check "session_of_unicode_names" printed '1 session'

if [[ -w /dev/full ]]
then
    status=0
    "${program[@]}" sessions sample > /dev/full 2> "$work/err" || status=$?
    : > "$work/out"
    check "output_that_cannot_be_written" error ERROR_DISK_FULL
fi

netadmin close sample
check "close_everything_is_refused" usage_error '/client or /user'
netadmin close sample /user:alice < /dev/null
check "close_without_console_needs_yes" usage_error 'say /yes'
netadmin close sample /user:alice /yes
check "close_says_what_it_closed" printed 'PC1       alice' 'Closed 1 session.'
netadmin close sample /user:nobody /yes
check "close_unknown_user" error '(2221, NERR_UserNotFound)'

listed_but_not_closed()
{
    [[ $status -eq 1 ]] && grep -q PC1 "$work/out" && ! grep -q Closed "$work/out" &&
        grep -q 'ERROR_ACCESS_DENIED.*Domain Admins' "$work/err"
}
netadmin close closed /client:PC1 /yes
check "close_that_is_refused" listed_but_not_closed
