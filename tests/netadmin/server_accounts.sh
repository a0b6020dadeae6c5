# The commands for accounts, with a Samba server that Samba's own tools look into, and with this
# computer. Read by tests/netadmin/server.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC1003

# With a line of standard input.
netadmin_told()
{
    local line=$1
    shift
    status=0
    run_program "$@" >"$work/raw" 2>"$work/err" <<<"$line" || status=$?
    tr -d '\r' <"$work/raw" >"$work/out"
}

in_bed()
{
    "$here/../bed/in" "$BED_FOLDER" "$@"
}

export LC_ALL=C.UTF-8 # in which names are given to programs, and read of pdbedit

# ---- Samba ---------------------------------------------------------------------------------------

bed_start --winbind --user locked:locked --user off:disabled || die "the server does not start"
use_server samba "$BED_ADMIN_USER" "$BED_ADMIN_PASSWORD"
use_server samba-alice "$BED_ALICE_USER" "$BED_ALICE_PASSWORD"

# name,id of each user, as pdbedit has them.
users_are_those_of_pdbedit()
{
    [[ $status -eq 0 ]] || return 1
    in_bed pdbedit -L -v | awk -F ': *' '
        $1 == "Unix username" { name = $2 }
        $1 == "User SID" { sub(/.*-/, "", $2); print name "," $2 }' >"$work/expected"
    [[ -s $work/expected ]] || return 1
    tail -n +2 "$work/out" | cut -d, -f1,5 >"$work/got"
    mv "$work/got" "$work/out"
    same "$work/expected"
}

# pdbedit_has USER FIELD PATTERN
pdbedit_has()
{
    in_bed pdbedit -L -v "$1" | grep -qE "^$2: +$3$"
}

logs_on()
{
    smbclient //127.0.0.1/files -s "$BED_CONF" -p "$BED_PORT" -U "$1%$2" -c ls >/dev/null 2>&1
}

does_not_log_on()
{
    ! logs_on "$@"
}

netadmin users //samba /level:20 /format:csv
check "users_are_those_of_pdbedit" users_are_those_of_pdbedit
netadmin users //samba
check "users_with_their_flags" has '^User +Full name +Comment +Flags +Last logon$' '^off .* disabled' '^locked .* locked'
netadmin users //samba /display
check "users_as_consoles_list_them" has '^alice ' '^[0-9]+ users$'
netadmin user //samba alice
check "user_with_groups" has '^User +alice$' '^SID +S-1-5-21-.*-[0-9]+$' '^Groups +.+' '^Local groups'
netadmin user //samba nobody-has-it
check "user_that_is_not" error '(2221, NERR_UserNotFound)'
netadmin policy //samba
check "policy" has '^Password length at least +5$' '^Bad passwords that lock +'

netadmin_told 'First-geheim-1' user add //samba carol '/fullname:Carol Č' '/comment:One, two' /password-stdin /yes
check "user_add" has '^Added the user carol\.$'
check "user_that_was_added_is_in_pdbedit" pdbedit_has carol 'Full Name' 'Carol Č'
check "user_that_was_added_logs_on" logs_on carol First-geheim-1
netadmin_told x user add //samba carol /password-stdin /yes
check "user_add_only_once" error '(2224, NERR_UserExists)'
netadmin user set //samba carol /fullname:C /disable /yes
check "user_set" has '^Changed the user carol\.$'
check "user_that_was_disabled_does_not_log_on" does_not_log_on carol First-geheim-1
netadmin_told 'Second-geheim-2' user set //samba carol /enable /password-stdin /yes
check "user_set_of_a_password" has ' disabled ' '^Changed the user carol\.$'
check "user_with_a_new_password_logs_on" logs_on carol Second-geheim-2
netadmin_told $'Second-geheim-2\nThird-geheim-3' password //samba /user:carol /password-stdin
check "password" has '^Changed the password of carol\.$'
check "user_who_changed_the_password_logs_on" logs_on carol Third-geheim-3
netadmin_told $'wrong\nFourth-geheim-4' password //samba /user:carol /password-stdin
check "password_with_a_wrong_old_one" error '(86, ERROR_INVALID_PASSWORD)'
netadmin_told $'Third-geheim-3\nx' password //samba /user:carol /password-stdin
check "password_that_is_too_short" error '(2245, NERR_PasswordTooShort)'
netadmin user set //samba-alice carol /comment:x /yes
check "user_set_is_for_administrators" error SeAddUsersPrivilege

netadmin group add //samba team '/comment:A team' /yes
check "group_add" has '^Added the group team\.$'
netadmin group members //samba team /add:carol /yes
check "group_members_add" has '^Changed the members of the group team\.$'
netadmin group //samba team
check "group_with_its_members" has '^Members +carol$'
netadmin group members //samba team /add:nobody-has-it /yes
check "group_members_add_of_nobody" error '(2221, NERR_UserNotFound)'
netadmin group members //samba team /remove:carol /yes
check "group_members_remove" has '^carol$' '^Changed the members'
netadmin group remove //samba team /yes
check "group_remove" has '^Removed the group team\.$'

netadmin localgroup add //samba crew '/comment:A crew' /yes
check "localgroup_add" has '^Added the local group crew\.$'
netadmin localgroup members //samba crew /add:carol,S-1-5-32-545 /yes
check "localgroup_members_add" has '^Changed the members of the local group crew\.$'
netadmin localgroup members //samba crew
check "localgroup_members" has '^BEDSERVER\\carol +user +S-1-5-21-' '^2 members$'
netadmin localgroup members //samba crew /add:carol /yes
check "localgroup_members_add_only_once" error '(1378, ERROR_MEMBER_IN_ALIAS)'
netadmin localgroup remove //samba crew /yes
check "localgroup_remove" has '^Removed the local group crew\.$'

netadmin user remove //samba carol /yes
check "user_remove" has '^carol ' '^Removed the user carol\.$'
check "user_that_was_removed_is_not_in_pdbedit" does_not_log_on carol Third-geheim-3
netadmin policy set //samba /min-length:9 /max-age:never /lockout-after:7 /yes
check "policy_set" has '^Changed the policy of samba\.$'
netadmin policy //samba
check "policy_that_was_set" has '^Password length at least +9$' '^Password expires after +never$' '^Bad passwords that lock +7$'
bed_stop

# ---- This computer -------------------------------------------------------------------------------

if [[ -n $native ]]
then
    for command in users groups localgroups policy
    do
        netadmin "$command"
        check "local_${command}_are_told_to_nobody_natively" error '(50, ERROR_NOT_SUPPORTED)'
    done
else
    netadmin users
    check "local_users" has '^Administrator ' '^Guest .* disabled' '^[0-9]+ users$'
    netadmin_told 'geheim' user add dora /comment:x /password-stdin /yes
    check "local_user_add" has '^Added the user dora\.$'
    netadmin user dora
    check "local_user_that_was_added_lasts" has '^User +dora$' '^Comment +x$' '^SID +S-1-5-21-'
    netadmin localgroup members Administrators /add:dora /yes
    check "local_group_members_add" has '^Changed the members of the local group Administrators\.$'
    netadmin user dora
    check "local_user_with_groups" has '^Local groups +(.*, )?Administrators'
    netadmin user set dora '/fullname:Dora D' /disable /yes
    check "local_user_set" has '^Changed the user dora\.$'
    netadmin users
    check "local_user_that_was_set" has '^dora +Dora D +x +disabled'
    netadmin user remove dora /yes
    check "local_user_remove" has '^dora ' '^Removed the user dora\.$'
    netadmin user dora
    check "local_user_that_was_removed" error '(2221, NERR_UserNotFound)'
    netadmin policy set /min-length:5 /yes
    check "local_policy_set" has '^Changed the policy of this computer\.$'
    netadmin_told 'x' user add dora /password-stdin /yes
    check "local_user_add_with_a_short_password" error '(2245, NERR_PasswordTooShort)'
    netadmin policy set /min-length:0 /yes
    check "local_policy_set_back" has '^Password length at least +5$'
fi
netadmin domain
check "local_domain" has '^Member of +' '^Which is a +(workgroup|domain)$'
