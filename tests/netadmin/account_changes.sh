# Adding, changing and removing users, groups and rules. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154

# ---- Users ---------------------------------------------------------------------------------------

netadmin user add sample carol /no-password /yes
check "user_add" printed_exactly << 'END'
<\\sample: add 4 carol password '(none)' priv 1 flags 201 name '(null)' comment '(null)' home '(null)' drive '(null)' script '(null)' profile '(null)' from '(null)' expires ffffffff storage ffffffff group 513 change 0>
Added the user carol.
END
netadmin user add sample carol '/fullname:Carol C' '/comment:One, two' '/home:\\sample\carol' /home-drive:H: \
    /script:a.cmd '/profile:\\sample\p' /workstations:PC1,PC2 /expires:2026-03-01 /disable \
    /password-never-expires /password-fixed /must-change /password-stdin /yes <<< 'geheim ä€'
check "user_add_with_all" printed "password 'geheim ä€'" 'flags 10243' "name 'Carol C' comment 'One, two'" \
    "home '\\\\sample\\carol' drive 'H:' script 'a.cmd' profile '\\\\sample\\p' from 'PC1,PC2'" \
    'expires 69a38180' 'change 1>'
netadmin user add carol /no-password /yes
check "user_add_to_this_computer" printed '<this computer: add 4 carol'
netadmin user add sample taken /no-password /yes
check "user_add_of_one_that_is_there" error '(2224, NERR_UserExists)'
netadmin user add sample carol /password-stdin /yes <<< kurz
check "user_add_with_a_short_password" error \
    "(2245, NERR_PasswordTooShort) Hint: 'netadmin policy SERVER' shows the rules"
netadmin user add sample carol /password-stdin /yes < /dev/null
check "user_add_without_a_line_of_password" error '(13, ERROR_INVALID_DATA) Hint: a password is one line'
netadmin user add picky carol /no-password /fullname:x /yes
check "user_add_says_what_the_server_does_not_take" error \
    '(87, ERROR_INVALID_PARAMETER) Hint: it is the full name that is not accepted.'
netadmin user add closed carol /no-password /yes
check "user_add_that_is_refused" error SeAddUsersPrivilege
netadmin user add sample carol /yes < /dev/null
check "user_add_without_console_needs_a_password" usage_error 'say /password-stdin or /no-password'
netadmin user add sample carol /no-password < /dev/null
check "user_add_without_console_needs_yes" usage_error 'say /yes'
netadmin user add sample carol /no-password /password-stdin /yes <<< x
check "user_add_with_which_password" usage_error 'not both'
netadmin user add sample carol /enable /disable /no-password /yes
check "user_add_of_which_state" usage_error 'say /disable or /enable, not both'
netadmin user add sample carol /expires:2026-02-30 /no-password /yes
check "user_add_until_no_day" usage_error "'expires' must be YYYY-MM-DD or 'never', not '2026-02-30'"
netadmin user add sample carol /password:geheim /yes
check "user_add_takes_no_password_on_the_command_line" usage_error "unknown option '/password:geheim'"
netadmin user set sample alice /password:geheim /yes
check "user_set_takes_no_password_on_the_command_line" usage_error "'password' takes no value"

netadmin user set sample alice /fullname:Al '/comment:' /yes
check "user_set_of_what_is_given_only" printed_exactly << 'END'
User   Full name  Comment    Flags                   Last logon
alice  Alice Ω    a"b,c?[2J  password never expires  2026-03-01T12:34:56+00:00
1 user
<\\sample: set 1011 alice 'Al'>
<\\sample: set 1007 alice ''>
Changed the user alice.
END
netadmin user set sample bob /enable /unlock /yes
check "user_set_keeps_other_flags" printed '<\\sample: set 1008 bob 80000201>'
netadmin user set sample alice /password-expires /disable /yes
check "user_set_of_flags" printed '<\\sample: set 1008 alice 203>'
netadmin user set sample alice /expires:never /country:49 /code-page:850 /primary-group:513 /yes
check "user_set_of_numbers" printed '<\\sample: set 1017 alice ffffffff>' '<\\sample: set 1024 alice 31>' \
    '<\\sample: set 1025 alice 352>' '<\\sample: set 1051 alice 201>'
netadmin user set sample alice '/groups:Staff, Night shift' /yes
check "user_set_of_groups" printed "group 1/2 of alice 0 'Staff'" "group 2/2 of alice 0 'Night shift'"
netadmin user set sample alice /password-stdin /yes <<< 'neu'
check "user_set_of_a_password" printed "<\\\\sample: set 1003 alice 'neu'>"

partly_changed()
{
    [[ $status -eq 1 ]] && grep -qF 'Changed of the user alice: the comment.' "$work/out" &&
        grep -qF 'NERR_PasswordTooShort' "$work/err" && ! grep -q 'Changed the user' "$work/out"
}
netadmin user set sample alice /comment:x /password-stdin /yes <<< kurz
check "user_set_says_what_was_set_before_an_error" partly_changed
shown_but_not_accepted()
{
    [[ $status -eq 1 ]] && grep -q "$1" "$work/out" && ! grep -qE '^(Changed|Removed)' "$work/out" &&
        grep -qF "$2" "$work/err"
}
netadmin user set picky alice /fullname:x /yes
check "user_set_says_what_the_server_does_not_take" shown_but_not_accepted alice 'it is the full name that is not'
netadmin user set closed alice /comment:x /yes
check "user_set_that_is_refused" shown_but_not_accepted alice SeAddUsersPrivilege
netadmin user set sample alice /yes
check "user_set_of_what" usage_error 'an option must say what to set'
netadmin user set sample alice /comment:x < /dev/null
check "user_set_without_console_needs_yes" usage_error 'say /yes'
netadmin user set sample alice /password /yes < /dev/null
check "user_set_of_a_password_without_console" usage_error 'say /password-stdin'
netadmin user set sample carol /comment:x /yes
check "user_set_of_one_that_is_not" error '(2221, NERR_UserNotFound)'

netadmin user remove sample bob /yes
check "user_remove" printed 'disabled, locked' '<\\sample: remove user bob>' 'Removed the user bob.'
netadmin user remove sample last /yes
check "user_remove_of_the_last_administrator" shown_but_not_accepted alice '(2452, NERR_LastAdmin)'
netadmin user remove sample carol /yes
check "user_remove_of_one_that_is_not" error '(2221, NERR_UserNotFound)'
netadmin user remove sample bob < /dev/null
check "user_remove_without_console_needs_yes" usage_error 'say /yes'

# ---- Passwords -----------------------------------------------------------------------------------

netadmin password sample /user:alice /password-stdin <<< $'alt\nneu ä'
check "password" printed_exactly << 'END'
<\\sample: password of alice from 'alt' to 'neu ä'>
Changed the password of alice.
END
netadmin password /password-stdin <<< $'alt\nneu'
check "password_of_whoever_asks" printed "<this computer: password of (caller) from 'alt' to 'neu'>"
netadmin password sample /user:alice /password-stdin <<< $'falsch\nneu'
check "password_with_a_wrong_old_one" error '(86, ERROR_INVALID_PASSWORD) Hint: it is the old password'
netadmin password sample /user:alice /password-stdin <<< $'alt\nkurz'
check "password_that_is_too_short" error '(2245, NERR_PasswordTooShort)'
netadmin password sample /user:alice /password-stdin <<< alt
check "password_without_the_new_one" error '(13, ERROR_INVALID_DATA)'
netadmin password sample /user:nobody /password-stdin <<< $'alt\nneu'
check "password_of_one_that_is_not" error '(2221, NERR_UserNotFound)'
netadmin password sample /user:alice < /dev/null
check "password_without_console" usage_error 'say /password-stdin'

# ---- Groups --------------------------------------------------------------------------------------

netadmin group add sample New '/comment:A "new" one' /yes
check "group_add" printed_exactly << 'END'
<\\sample: add group 1 New 'A "new" one'>
Added the group New.
END
netadmin group add picky New /yes
check "group_add_says_what_the_server_does_not_take" error 'it is the comment that is not accepted.'
netadmin group add closed New /yes
check "group_add_that_is_refused" error SeAddUsersPrivilege
netadmin group set sample Staff /comment: /yes
check "group_set" printed 'Members     alice, bob' "<\\\\sample: set group 1002 Staff ''>" 'Changed the group Staff.'
netadmin group set sample Staff /yes
check "group_set_of_what" usage_error "'comment' is missing"
netadmin group remove sample Staff /yes
check "group_remove" printed 'Members     alice, bob' '<\\sample: remove group Staff' 'Removed the group Staff.'
netadmin group remove sample other /yes
check "group_remove_of_one_that_is_not" error '(2220, NERR_GroupNotFound)'

netadmin group members sample Staff /add:carol,dave /remove:bob /yes
check "group_members_add_and_remove" printed_exactly << 'END'
User
alice
bob
2 members
<\\sample: remove from group Staff bob>
<\\sample: add to group Staff carol>
<\\sample: add to group Staff dave>
Changed the members of the group Staff.
END
netadmin group members sample Staff /set:carol,alice /yes
check "group_members_set" printed '<\\sample: set in group Staff carol>' '<\\sample: set in group Staff alice>'
netadmin group members sample Staff /set: /yes
check "group_members_set_to_nobody" printed '<\\sample: nobody in group Staff' 'Changed the members'
netadmin group members sample Staff /add:carol,insider,dave /yes
member_at_fault()
{
    [[ $status -eq 1 ]] && grep -q ' carol>' "$work/out" && ! grep -qE 'dave|Changed' "$work/out" &&
        grep -qF '(2236, NERR_UserInGroup) Hint: this is about insider; those before it are done.' "$work/err"
}
check "group_members_say_whom_an_error_is_about" member_at_fault
netadmin group members sample Staff /add:carol /set:dave /yes
check "group_members_one_way_at_a_time" usage_error 'say /set, or /add and /remove, not both'
netadmin group members sample Staff /add:carol /format:csv /yes
check "group_members_shown_or_changed" usage_error "takes no 'level', 'format' or 'watch'"
netadmin group members sample Staff /add:carol < /dev/null
check "group_members_without_console_needs_yes" usage_error 'say /yes'

netadmin localgroup add sample New /yes
check "localgroup_add" printed "<\\\\sample: add local group 1 New ''>" 'Added the local group New.'
netadmin localgroup set sample Administrators /comment:x /yes
check "localgroup_set" printed "<\\\\sample: set local group 1002 Administrators 'x'>"
netadmin localgroup remove sample Administrators /yes
check "localgroup_remove" printed '<\\sample: remove local group Administrators'
netadmin localgroup members sample Administrators '/add:CORP\carol,S-1-5-21-1-2-3-77' /remove:dave /yes
check "localgroup_members_add_and_remove" printed '<\\sample: remove name from Administrators dave>' \
    '<\\sample: add name to Administrators CORP\carol>' '<\\sample: add SID to Administrators S-1-5-21-1-2-3-77>'
netadmin localgroup members sample Administrators /set:S-1-5-32-545,s-1-1-0 /yes
check "localgroup_members_set_by_sid" printed '<\\sample: set SID in Administrators S-1-5-32-545>' \
    '<\\sample: set SID in Administrators S-1-1-0>'
netadmin localgroup members sample Administrators '/set:a,CORP\b' /yes
check "localgroup_members_set" printed '<\\sample: set name in Administrators a>' \
    '<\\sample: set name in Administrators CORP\b>'
netadmin localgroup members sample Administrators /add:inside /yes
check "localgroup_members_add_of_a_member" shown_but_not_accepted alice '(1378, ERROR_MEMBER_IN_ALIAS) Hint: this is about inside.'
netadmin localgroup members sample Administrators /remove:outside /yes
check "localgroup_members_remove_of_no_member" shown_but_not_accepted alice '(1377, ERROR_MEMBER_NOT_IN_ALIAS)'
netadmin localgroup members sample Administrators /add:ghost /yes
check "localgroup_members_add_of_nobody" shown_but_not_accepted alice '(1387, ERROR_NO_SUCH_MEMBER)'
netadmin localgroup members sample Administrators /add:S-1-x /yes
check "localgroup_members_add_of_no_sid" shown_but_not_accepted alice '(1337'

# ---- Rules ---------------------------------------------------------------------------------------

netadmin policy set sample /min-length:10 /max-age:never /min-age:2 /history:3 /logoff:5 /yes
check "policy_set" printed 'Passwords remembered       24' '<\\sample: set 1001 10>' '<\\sample: set 1002 -1>' \
    '<\\sample: set 1003 172800>' '<\\sample: set 1005 3>' '<\\sample: set 1004 300>' \
    'Changed the policy of sample.'
netadmin policy set sample /lockout-after:5 /yes
check "policy_set_of_lockout_keeps_the_rest" printed '<\\sample: set 3 1800 90 5>'
netadmin policy set /lockout-minutes:never /lockout-window:60 /yes
check "policy_set_of_this_computer" printed '<this computer: set 3 -1 3600 0>' 'Changed the policy of this computer.'
netadmin policy set picky /lockout-after:5 /yes
check "policy_set_says_what_the_server_does_not_take" shown_but_not_accepted remembered 'it is a rule of lockout that'
netadmin policy set closed /history:3 /yes
check "policy_set_that_is_refused" shown_but_not_accepted remembered '(5, ERROR_ACCESS_DENIED)'
netadmin policy set sample /yes
check "policy_set_of_what" usage_error 'an option must say what to set'
netadmin policy set sample /max-age:0 /yes
check "policy_set_of_no_age" usage_error "'max-age' must be a number from 1 to 49710 or 'never', not '0'"
netadmin policy set sample /history:x /yes
check "policy_set_of_no_number" usage_error "'history' must be a number"
netadmin policy set sample /history:3 < /dev/null
check "policy_set_without_console_needs_yes" usage_error 'say /yes'
