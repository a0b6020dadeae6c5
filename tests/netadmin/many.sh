# Several servers at once, groups of them, and tables in an order. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC1003,SC2016

# Succeeded for some servers: wrote what standard input says, and a line for each failure on standard error.
printed_some()
{
    local string
    [[ $status -eq 3 && $(wc -l < "$work/err") -eq $# ]] && cmp -s - "$work/out" || return 1
    for string
    do
        grep -qF -e "$string" "$work/err" || return 1
    done
}

# ---- One table of several ------------------------------------------------------------------------

netadmin sessions sample other /level:10 /client:PC1
check "sessions_of_two_servers" printed_exactly << 'END'
Server  Computer  User   Connected      Idle
sample  PC1       alice   02:03:04  00:01:01
other   PC1       alice   02:03:04  00:01:01
2 sessions (2 servers)
END
netadmin sessions sample /client:PC1 /level:0
check "sessions_of_one_server_have_no_column_for_it" printed_exactly <<< $'Computer\nPC1\n1 session'
netadmin sessions sample SAMPLE //sample /client:PC1 /level:0
check "servers_named_twice_are_asked_once" printed_exactly << 'END'
Server  Computer
sample  PC1
1 session (1 server)
END
netadmin sessions other sample /client:PC1 /level:0 /format:csv
check "csv_of_two_servers" printed_exactly < <(printf '%s\r\n' server,cluster,sesi0_cname other,,PC1 sample,,PC1)
netadmin sessions sample empty /client:PC1 /level:0 /format:json
check "json_of_two_servers" printed_exactly << 'END'
[
  {
    "server": "sample",
    "sesi0_cname": "PC1"
  }
]
END
netadmin shares sample limited /format:csv
check "csv_leaves_empty_what_a_server_did_not_tell" printed 'sample,,files,0,3,10,0,C:\srv\files,All of пк' \
    'limited,,files,0,,,,,All of пк'
netadmin shares sample limited /format:json
check "json_of_what_a_server_did_not_tell_is_null" printed '"shi2_path": "C:\\srv\\files",' \
    '"shi2_path": null,'
netadmin shares sample limited
check "table_of_what_a_server_did_not_tell_is_a_dash" printed \
    'limited  files    disk                            -  -                          All of пк' \
    '6 shares (2 servers)'
netadmin shares limited limited2 /level:1
check "shares_of_one_that_denies_and_one_that_does_not" printed '6 shares (2 servers)'
netadmin time sample samba
check "cards_of_several_are_a_table" printed_exactly << 'END'
Server  Time
sample  2026-03-01T18:04:56+05:30
samba   2026-03-01T12:34:56Z
END
netadmin connections samba files
check "connections_of_one_server" printed 'this server says no more'
netadmin server sample empty /disks
check "parts_of_several_servers" printed 'Server  Disk' 'sample  C:' '2 disks (2 servers)'
netadmin users sample other /level:0 /format:csv
check "users_of_several_servers" printed $'other,' $'sample,' 'server,cluster,usri0_name'
netadmin groups sample other
check "groups_of_several_servers" printed '4 groups (2 servers)'
netadmin localgroups sample other
check "localgroups_of_several_servers" printed '(2 servers)'
netadmin policy sample other
check "policies_of_several_servers" printed sample other
netadmin dfs sample other
check "the_second_word_of_dfs_is_a_root" error '(2662, NERR_DfsNoSuchVolume)'
netadmin sessions sample empty /client:PC1 /user:alice /level:0
check "a_server_without_a_session_of_the_client_has_none" printed '1 session (2 servers)'
netadmin sessions sample other /client:PC9
check "a_client_that_no_server_has" printed_exactly <<< '0 sessions (2 servers)'
netadmin sessions sample other /user:nobody
check "a_user_that_no_server_has" printed_exactly <<< '0 sessions (2 servers)'

# Each below its name, in their order, and the line of the one that told nothing.
pages_in_order()
{
    [[ $status -eq 3 && $(wc -l < "$work/err") -eq 1 ]] &&
        grep -q '^netadmin: denied: .*(5, ERROR_ACCESS_DENIED) Hint: ' "$work/err" &&
        [[ $(grep -n '^\\\\' "$work/out" | cut -d: -f2 | paste -sd ' ') == '\\sample \\limited' ]] &&
        [[ $(grep -c '^Name ' "$work/out") -eq 2 && $(grep -c '^4 sessions' "$work/out") -eq 2 ]]
}
netadmin overview sample denied limited
check "overview_of_several_servers" pages_in_order

# ---- Those that fail -----------------------------------------------------------------------------

netadmin sessions denied sample vault /client:PC1 /level:0
check "servers_that_fail_do_not_spoil_the_others" printed_some \
    'netadmin: denied: Access is denied. (5, ERROR_ACCESS_DENIED) Hint: ' \
    'netadmin: vault: There is nothing of this name. (1168, ERROR_NOT_FOUND)' << 'END'
Server  Computer
sample  PC1
1 session (1 of 3 servers)
END
in_order_with_one_hint()
{
    [[ $status -eq 3 && $(wc -l < "$work/err") -eq 2 && $(grep -c Hint "$work/err") -eq 1 ]] &&
        head -n 1 "$work/err" | grep -q '^netadmin: limited: .*Hint'
}
netadmin files limited sample denied
check "failures_are_in_the_order_of_the_servers" in_order_with_one_hint
netadmin sessions sample denied /client:PC1 /level:0 /format:json
check "json_of_some_is_whole" printed_some '(5, ERROR_ACCESS_DENIED)' << 'END'
[
  {
    "server": "sample",
    "sesi0_cname": "PC1"
  }
]
END
all_failed()
{
    [[ $status -eq 1 && ! -s $work/out && $(wc -l < "$work/err") -eq 2 ]]
}
netadmin sessions denied stub
check "servers_that_all_fail" all_failed
netadmin sessions denied stub /format:csv
check "servers_that_all_fail_as_csv" all_failed

# ---- At the same time ----------------------------------------------------------------------------

counted_servers=(counted{1..9})
most_at_once()
{
    [[ $status -eq 0 && $(grep -c ',' "$work/out") -eq 10 &&
        $(awk -F, 'NR > 1 && $5 > most { most = $5 } END { print most }' "$work/out") -eq $1 ]]
}
netadmin sessions "${counted_servers[@]}" /at-once:3 /format:csv
check "as_many_are_asked_at_the_same_time_as_may_be" most_at_once 3
netadmin sessions "${counted_servers[@]}" --at-once=9 /format:csv
check "all_are_asked_at_the_same_time" most_at_once 9
in_their_order()
{
    [[ $(cut -d, -f1 "$work/out" | paste -sd ' ') == "server ${counted_servers[*]}" ]]
}
check "csv_has_the_servers_in_their_order" in_their_order
netadmin sessions late sample /client:PC1 /level:0
check "a_table_has_the_servers_in_their_order" printed_exactly << 'END'
Server  Computer
late    PC1
sample  PC1
2 sessions (2 servers)
END
netadmin sessions sample other /at-once:0
check "at_once_is_one_at_least" usage_error "'at-once' must be a number from 1"
netadmin sessions sample other /at-once:129
check "at_once_is_not_too_many" usage_error "'at-once' must be a number from 1"

# ---- Files of names ------------------------------------------------------------------------------

printf '\xef\xbb\xbf# all\r\nsample\r\n\t//other # the other\n\n\\\\empty\nSAMPLE' > "$work/servers"
printf '@%s\nlimited\n' "$work/servers" > "$work/more"
netadmin sessions "@$work/servers" /client:PC1 /level:0 /format:csv
check "servers_of_a_file" printed_exactly < <(printf '%s\r\n' server,cluster,sesi0_cname sample,,PC1 other,,PC1)
netadmin sessions other "@$work/more" /client:PC1 /level:0 /format:csv
check "servers_of_a_file_that_names_a_file" printed_exactly < <(
    printf '%s\r\n' server,cluster,sesi0_cname other,,PC1 sample,,PC1 limited,,PC1
)
echo sample > "$work/one"
netadmin sessions "@$work/one" /client:PC1 /level:0 /format:csv
check "one_server_of_a_file_has_its_column" printed_exactly < <(
    printf '%s\r\n' server,cluster,sesi0_cname sample,,PC1
)
netadmin connections "@$work/one" files /format:csv
check "connections_of_the_servers_of_a_file" printed 'server,' 'sample,'
netadmin user "@$work/servers" alice /level:0 /format:csv
check "a_user_of_the_servers_of_a_file" grep -q '^sample,,alice' "$work/out"
printf 'sample\n\nbad name\n' > "$work/bad"
netadmin sessions "@$work/bad"
check "file_with_a_line_that_is_no_name" usage_error "bad, line 3: 'bad name' is no computer name"
printf 'sample\na/b\n' > "$work/bad"
netadmin sessions "@$work/bad"
check "file_with_a_path" usage_error "bad, line 2: 'a/b' is no computer name"
printf 'sample\n\xff\xfe\n' > "$work/bad"
netadmin sessions "@$work/bad"
check "file_that_is_no_utf8" usage_error 'bad, line 2: this is no text in UTF-8'
printf '# nobody\n\n' > "$work/bad"
netadmin sessions "@$work/bad"
check "file_without_names" usage_error 'names no server'
: > "$work/bad"
netadmin sessions "@$work/bad"
check "empty_file" usage_error 'names no server'
printf '@%s\n' "$work/bad" > "$work/bad"
netadmin sessions "@$work/bad"
check "file_that_names_itself" usage_error 'in a list that it names itself'
head -c 1100000 /dev/zero | tr '\0' a > "$work/bad"
netadmin sessions "@$work/bad"
check "file_that_is_too_large" usage_error 'The file is too large. (223, ERROR_FILE_TOO_LARGE)'
# Read as often as it is named, the last would be read some thousand million times.
echo sample > "$work/list.0"
for i in {1..6}
do
    for _ in {1..40}
    do
        echo "@$work/list.$((i - 1))"
    done > "$work/list.$i"
done
netadmin sessions "@$work/list.6" /client:PC1 /level:0 /format:csv
check "a_list_that_others_name_is_read_once" printed_exactly < <(
    printf '%s\r\n' server,cluster,sesi0_cname sample,,PC1
)
printf 'sample\nlimited\0\n' > "$work/bad"
netadmin sessions "@$work/bad"
check "file_with_a_nul" usage_error 'bad, line 2: this is no text in UTF-8'
netadmin sessions "@$work/nothing"
check "file_that_is_not_there" usage_error "there is no file '"
netadmin sessions "@$work"
check "folder_in_place_of_a_file" usage_error "file '"
netadmin sessions @nothing
check "neither_group_nor_file" usage_error "there is no group and no file 'nothing'"
netadmin sessions @
check "at_without_a_name" usage_error "'@' is no computer name"
netadmin close "@$work/one" /user:alice /yes
check "a_command_that_changes_takes_one_server" usage_error 'is no computer name'

# ---- Groups --------------------------------------------------------------------------------------

netadmin config group
check "no_groups" printed_exactly <<< 'There are no groups of servers.'
netadmin config group office sample //other SAMPLE
check "group_is_set" printed_exactly <<< '@office: sample other'
netadmin config group @Both @office empty
check "group_of_a_group_is_set" printed_exactly <<< '@Both: @office empty'
netadmin config group
check "groups_are_shown" printed '@office: sample other' '@Both: @office empty'
netadmin config
check "config_shows_groups" printed '@office: sample other'
netadmin config group office
check "group_is_shown" printed_exactly <<< '@office: sample other'
netadmin sessions @both /client:PC1 /level:0 /format:csv
check "servers_of_a_group" printed_exactly < <(printf '%s\r\n' server,cluster,sesi0_cname sample,,PC1 other,,PC1)
echo empty > "$work/office"
pushd "$work" > /dev/null || exit
netadmin sessions @office /client:PC1 /level:0 /format:csv
check "a_group_comes_before_a_file" printed 'sample,,PC1'
netadmin sessions @./office /level:0 /format:csv
check "a_path_is_a_file" printed_exactly <<< $'server,cluster,sesi0_cname\r'
popd > /dev/null || exit
netadmin config group office @office
netadmin sessions @office
check "group_that_names_itself" usage_error 'in a list that it names itself'
# Windows has no command line for so many.
if [[ -n ${native-} ]]
then
    mapfile -t many_names < <(seq -f 'server-%g.example.com' 4000)
    netadmin config group office "${many_names[@]}"
    check "group_of_too_many" usage_error 'a group has names of 65535 characters at most'
fi
netadmin config group office 'a b'
check "group_of_what_is_no_name" usage_error "'a b' is no name of a computer"
netadmin config group 'a\b' sample
check "group_whose_name_is_a_path" usage_error "'a\\b' is no name for a group"
netadmin config group /remove
check "group_remove_without_a_name" usage_error "'remove' takes the name of a group"
netadmin config group office sample /remove
check "group_remove_with_servers" usage_error "'remove' takes the name of a group"
netadmin config group office /remove
check "group_is_removed" printed_exactly <<< 'Removed the group office.'
netadmin config group office /remove
check "group_is_removed_only_once" error '(2, ERROR_FILE_NOT_FOUND)'
netadmin config group office
check "group_that_is_not_there" error "'netadmin config group' lists the groups"
netadmin sessions @both
check "group_of_a_group_that_is_not_there" usage_error "there is no group and no file 'office'"
netadmin config group both /remove

# ---- The order -----------------------------------------------------------------------------------

column()
{
    [[ $status -eq 0 && $(cut -d, -f"$1" "$work/out" | tail -n +2 | tr -d '\r' | paste -sd ' ') == "$2" ]]
}
netadmin files sample /format:csv
check "csv_keeps_the_order_of_the_server" column 1 '3000000001 17 18'
netadmin files sample /format:csv /sort:ID
check "numbers_sort_as_numbers" column 1 '17 18 3000000001'
netadmin connections sample files /format:csv /sort:id
check "ids_sort_as_numbers" column 1 '5 4000000000'
netadmin sessions sample /format:json /sort:opens
check "counts_sort_as_numbers" [ "$(sed -n 's/.*num_opens": \([0-9]*\),/\1/p' "$work/out" | paste -sd ' ')" = '0 0 3 12345' ]
netadmin files sample /format:csv /sort:-fi3_id
check "windows_name_descending" column 1 '3000000001 18 17'
netadmin files sample /format:json /sort:user
check "json_in_an_order" [ "$(grep -o '"fi3_username": "[a-z]*"' "$work/out" | tail -n 1)" = '"fi3_username": "carol"' ]
netadmin files sample /sort:-locks
check "table_in_an_order" [ "$(awk '{ print $1 }' "$work/out" | paste -sd ' ')" = 'ID 17 18 3000000001 3' ]
netadmin sessions sample /sort:connected /format:csv /level:10
check "times_sort_as_times" [ "$(grep -oE '7384|93784|4294967295' "$work/out" | paste -sd ' ')" = '7384 93784 4294967295' ]
netadmin sessions other sample /sort:server /client:PC1 /level:0 /format:csv
check "servers_in_an_order" printed_exactly < <(printf '%s\r\n' server,cluster,sesi0_cname other,,PC1 sample,,PC1)
netadmin sessions sample other /sort:-server /client:PC1 /level:0
check "servers_in_descending_order" printed_exactly << 'END'
Server  Computer
sample  PC1
other   PC1
2 sessions (2 servers)
END
netadmin shares sample limited /sort:users
check "what_was_not_told_comes_last" [ "$(awk '{ print $1 }' "$work/out" | paste -sd ' ')" = \
    'Server sample sample sample limited limited limited 6' ]
netadmin sessions sample /sort:Server
check "one_server_has_no_such_column" usage_error \
    "'sort' must be Computer, User, Opens, Connected, Idle or Guest, not 'Server'"
netadmin sessions sample other /sort:nothing
check "column_that_is_not_there" usage_error "'sort' must be Server, Computer, User"
netadmin sessions sample /sort:
check "sort_without_a_column" usage_error "'sort' needs a value"

# ---- Over and over -------------------------------------------------------------------------------

netadmin sessions sample other /watch /format:csv
check "watch_of_several_shows_tables_only" usage_error "'watch' shows tables"
