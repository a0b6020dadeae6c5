# Users, groups and the rules for them: the formats, the levels, errors. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC1003

# ---- Users ---------------------------------------------------------------------------------------

netadmin users sample
check "users" printed_exactly << 'END'
User   Full name  Comment    Flags                         Last logon
alice  Alice Ω    a"b,c?[2J  password never expires        2026-03-01T12:34:56+00:00
bob                          disabled, locked, 0x80000000  never
2 users
END
netadmin users
check "users_of_this_computer" printed 'alice  Alice Ω' '2 users'
TZ=Asia/Kolkata netadmin users sample
check "users_with_times_of_this_place" printed '2026-03-01T18:04:56+05:30'
netadmin users limited
check "users_for_everybody_where_more_is_denied" printed_exactly << 'END'
User   Full name  Comment    User's comment
alice  Alice Ω    a"b,c?[2J
bob
2 users
END
netadmin users limited /level:3
check "users_of_a_level_that_was_asked_for_and_is_denied" error '(5, ERROR_ACCESS_DENIED)'
netadmin users sample /level:0
check "users_of_level_0" printed_exactly <<< $'User\nalice\nbob\n2 users'
netadmin users sample /level:20
check "users_with_ids" printed 'Flags                           ID' 'password never expires        1000'
netadmin users sample /level:23
check "users_with_sids" printed 'S-1-5-21-1-2-3-1000' 'S-1-5-21-1-2-3-1001'
netadmin users sample /level:4
check "users_of_a_level_that_is_not" usage_error 'must be 0, 1, 2, 3, 10, 11, 20 or 23, not 4'
netadmin users sample /format:csv /level:20
check "users_as_csv" printed_exactly < <(
    printf 'usri20_name,usri20_full_name,usri20_comment,usri20_flags,usri20_user_id\r\n'
    printf 'alice,Alice Ω,"a""b,c\033[2J",66049,1000\r\n'
    printf 'bob,,,2147484179,1001\r\n'
)
netadmin users sample /format:csv
no_password()
{
    printed "$@" && ! grep -qE 'usri3_password,|geheim' "$work/out"
}
check "users_as_csv_without_passwords" no_password ',"PC1,PC2",168,00000000ff0100ff0100ff0100ff0100ff01000080,\\*,'
netadmin users sample /format:json
check "users_as_json" no_password '"usri3_comment": "a\"b,c\u001b[2J",' '"usri3_full_name": "Alice Ω",' \
    '"usri3_logon_hours": "00000000ff' '"usri3_logon_hours": "",' '"usri3_last_logon": 1772368496,'
netadmin users sample /type:computer
check "users_of_a_type" printed '<\\sample: filter 16>'
netadmin users sample /type:all
check "users_of_all_types" printed '<\\sample: filter 0>'
netadmin users sample /type:robot
check "users_of_no_type" usage_error "'type' cannot be 'robot'"
netadmin users sample /display
check "users_as_consoles_list_them" printed_exactly << 'END'
User   Full name  Comment  Flags       ID
alice  Alice      a"b,c              1000
bob                        disabled  1001
2 users
END
netadmin users sample /computers
check "users_that_are_computers" printed_exactly << 'END'
Computer  Comment  Flags                ID
DC1$               domain controller  1101
PC1$               computer           1100
2 computers
END
netadmin users sample /display /type:all
check "users_one_way_at_a_time" usage_error 'say one of /type, /display and /computers'
netadmin users paged
check "users_in_pages" printed '2 users' bob
netadmin users many
check "users_of_which_there_are_many" printed user0000 user0699 user0700 user4999 '5000 users'
users_are_all_there()
{
    printed && [[ $(tail -n +2 "$work/out" | cut -d, -f1 | sort -u | wc -l) -eq 5000 ]]
}
netadmin users many /format:csv
check "users_of_which_there_are_many_each_once" users_are_all_there
netadmin users empty
check "users_of_a_server_without" printed_exactly <<< '0 users'
netadmin users denied
check "users_denied" error '(5, ERROR_ACCESS_DENIED)'
netadmin users stuck
check "users_of_a_server_that_never_gives_the_rest" error '(234, ERROR_MORE_DATA)'
netadmin users stub
check "users_of_a_netapi32_that_only_pretends" error '(120, ERROR_CALL_NOT_IMPLEMENTED)'

netadmin user sample alice
check "user" printed_exactly << 'END'
User              alice
Full name         Alice Ω
Comment           a"b,c?[2J
Flags             password never expires
Last logon        2026-03-01T12:34:56+00:00
Last logoff       never
Logons            5
Bad passwords     2
Password age      02:03:04
Expires           never
Privilege         administrator
Operator          printers
User's comment
Parameters
Workstations      PC1,PC2
Logon hours       Mon 08-17, Tue 08-17, Wed 08-17, Thu 08-17, Fri 08-17, Sat 23-24 (UTC)
Logon server      \\*
Home folder       C:\home\alice
Logon script      logon.cmd
Storage           unlimited
Country code      0
Code page         0
SID               S-1-5-21-1-2-3-1000
Primary group     513
Profile
Home drive
Password expired  no
Groups            Staff, Night "shift"
Local groups      Administrators
END
netadmin user bob
check "user_of_this_computer" printed 'Logons            unknown' 'Logon hours       always' \
    'Expires           2026-03-01T12:34:56+00:00' 'Password expired  yes'
netadmin user paged alice
check "user_with_groups_in_pages" printed 'Local groups      Administrators'
netadmin user sample alice /format:json
check "user_as_json_with_groups" printed '"usri4_user_sid": "S-1-5-21-1-2-3-1000",' '"groups": [' \
    '"grui0_name": "Night \"shift\""' '"lgrui0_name": "Administrators"'
netadmin user sample alice /format:csv
check "user_as_csv_with_groups" printed '"Staff, Night ""shift""",Administrators'
netadmin user limited alice
check "user_for_everybody_where_more_is_denied" printed_exactly << 'END'
User            alice
Full name       Alice Ω
Comment         a"b,c?[2J
User's comment
END
netadmin user sample alice /level:20
check "user_of_level_20" printed 'ID         1000'
netadmin user sample alice /level:5
check "user_of_a_level_that_is_not" usage_error 'must be 0, 1, 2, 3, 4, 10, 11, 20 or 23, not 5'
netadmin user sample alice /level:4294967295
check "user_of_a_level_that_is_none" usage_error "'level' must be a number from 0 to 4294967294"
netadmin user sample carol
check "user_that_is_not" error "(2221, NERR_UserNotFound) Hint: 'netadmin users SERVER'"
netadmin user stub alice
check "user_of_a_netapi32_that_only_pretends" error '(120, ERROR_CALL_NOT_IMPLEMENTED)'

# ---- Groups --------------------------------------------------------------------------------------

netadmin groups sample
check "groups" printed_exactly << 'END'
Group          Comment           ID
Night "shift"                  1201
Staff          Who works here  1200
2 groups
END
netadmin groups limited
check "groups_for_everybody_where_more_is_denied" printed_exactly << 'END'
Group          Comment
Night "shift"
Staff          Who works here
2 groups
END
netadmin groups sample /level:3 /format:json
check "groups_with_sids_as_json" printed '"grpi3_group_sid": "S-1-5-21-1-2-3-1201",' \
    '"grpi3_name": "Night \"shift\"",' '"grpi3_attributes": 15'
netadmin groups sample /display
check "groups_as_consoles_list_them" printed 'Staff  Who      1200' '2 groups'
netadmin groups paged
check "groups_in_pages" printed '2 groups'
netadmin group sample Staff
check "group" printed_exactly << 'END'
Group       Staff
Comment     Who works here
SID         S-1-5-21-1-2-3-1200
Attributes
Members     alice, bob
END
netadmin group paged Staff
check "group_with_members_in_pages" printed 'Members     alice, bob'
netadmin group sample other
check "group_that_is_not" error "(2220, NERR_GroupNotFound) Hint: 'netadmin groups SERVER'"
netadmin group members sample Staff
check "group_members" printed_exactly <<< $'User\nalice\nbob\n2 members'
netadmin group members sample Staff /level:1
check "group_members_with_attributes" printed_exactly << 'END'
User   Attributes
alice
bob    0x4
2 members
END

netadmin localgroups sample
check "localgroups" printed_exactly << 'END'
Group           Comment
Administrators  All rights
Users
2 local groups
END
netadmin localgroup sample Administrators
check "localgroup" printed_exactly << 'END'
Group    Administrators
Comment  All rights
Members  SAMPLE\alice (user), CORP\Domain Admins (group), S-1-5-21-1-2-3-999 (deleted)
END
netadmin localgroup members paged Administrators
check "localgroup_members" printed_exactly << 'END'
Member              Type     SID
                    deleted  S-1-5-21-1-2-3-999
CORP\Domain Admins  group    S-1-5-21-1-2-3-512
SAMPLE\alice        user     S-1-5-21-1-2-3-1000
3 members
END
netadmin localgroup members sample Administrators /level:0 /format:csv
check "localgroup_members_as_csv" printed_exactly < <(
    printf '%s\r\n' lgrmi0_sid S-1-5-21-1-2-3-1000 S-1-5-21-1-2-3-512 S-1-5-21-1-2-3-999
)
netadmin localgroup members sample other
check "localgroup_members_of_a_group_that_is_not" error '(2220, NERR_GroupNotFound)'

# ---- Rules ---------------------------------------------------------------------------------------

netadmin policy sample
check "policy" printed_exactly << 'END'
Password length at least   8
Password expires after     42 days
Password can change after  at once
Passwords remembered       24
Logged off after hours     never
Bad passwords that lock    never
Locked for                 30 minutes
Bad passwords counted for  90 seconds
END
netadmin policy limited
check "policy_for_everybody_where_more_is_denied" printed 'Passwords remembered       24'
netadmin policy sample /level:1
check "policy_role" printed_exactly <<< $'Role                primary\nPrimary controller  DC1'
netadmin policy sample /level:2
check "policy_domain" printed 'SID     S-1-5-21-1-2-3-4'
netadmin policy sample /format:csv
check "policy_as_csv" printed '8,3628800,0,24,4294967295,0,1800,90'
netadmin policy denied
check "policy_denied" error '(5, ERROR_ACCESS_DENIED)'
