# Groups of a domain controller, beside what samba-tool says of the same. Source it after domain.sh.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
#
#   groups_check BUILD USER   asks as USER, an administrator, with the native library of BUILD; a line
#                             for each check by check(), which the caller has
#
# Needs a domain that domain_start has started.

groups_tool()
{
    # shellcheck disable=SC2154 # of domain.sh
    samba-tool "$@" --configfile="$domain_folder/smb.conf"
}

# groups_ask WORD...: a command of tests/live/ask_groups; the rows of its answer. False where it failed.
groups_ask()
{
    local IFS=$'\t' said
    said=$("$groups_build/tests/live/ask_groups" "$DOMAIN_SERVER" "$groups_user" \
        <<<"${DOMAIN_PASSWORDS[$groups_user]}"$'\n'"$*") || return 1
    [[ $'\n'$said == *$'\nstatus\t0' ]] || { echo "ask_groups $*: $said"; return 1; }
    head -n -1 <<<"$said"
}

# groups_gives CODE WORD...: whether the command fails with this code.
groups_gives()
{
    local code=$1 IFS=$'\t' said
    shift
    said=$("$groups_build/tests/live/ask_groups" "$DOMAIN_SERVER" "$groups_user" \
        <<<"${DOMAIN_PASSWORDS[$groups_user]}"$'\n'"$*" | tail -n 1)
    [[ $said == $'status\t'$code ]] || { echo "ask_groups $*: $said, not $code"; return 1; }
}

# groups_same NAMES NAMES: two lists, in whatever order.
groups_same()
{
    diff <(sort <<<"$1") <(sort <<<"$2")
}

groups_are_all_there()
{
    local all
    all=$(groups_ask groups global && groups_ask groups local) || return 1
    groups_same "$(cut -f 1 <<<"$all")" "$(groups_tool group list)"
}

# groups_has_comment KIND NAME
groups_has_comment()
{
    local told
    told=$(groups_ask group "$1" "$2") || return 1
    [[ $(cut -f 2 <<<"$told") == "$(groups_tool group show "$2" --attributes=description |
        sed -n 's/^description: //p')" ]]
}

# groups_same_members KIND NAME: names without their domain.
groups_same_members()
{
    local members
    members=$(groups_ask members "$1" "$2") || return 1
    groups_same "$(cut -f 1 <<<"$members" | sed 's/.*\\//')" "$(groups_tool group listmembers "$2")"
}

groups_name_members_of_other_domains()
{
    local members
    members=$(groups_ask members local 'Pre-Windows 2000 Compatible Access') || return 1
    [[ $members == $'NT AUTHORITY\\Authenticated Users\tS-1-5-11\t5' ]]
}

groups_change()
{
    groups_ask add global engineers 'People who build' &&
        groups_ask add local locals 'Local ones' &&
        groups_ask add-members global engineers bob "$groups_user" &&
        groups_ask set-members global engineers bob &&
        groups_ask add-members local locals "$DOMAIN_NAME\\engineers" "$groups_user"
}

# groups_of_are USER NAME...: the local groups that the user is in by global ones too.
groups_of_are()
{
    local groups user=$1
    shift
    groups=$(groups_ask groups-of local "$user" indirect) || return 1
    groups_same "$(cut -f 1 <<<"$groups")" "$(printf '%s\n' "$@")"
}

groups_show_users_in_order()
{
    local shown
    shown=$(groups_ask display 1 0 100 | grep -v '^more') || return 1
    [[ $(cut -f 1 <<<"$shown") == "$(groups_tool user list | sort -f)" ]]
}

groups_check()
{
    groups_build=$1 groups_user=$2
    check 'all groups, global and local ones, BUILTIN among them' groups_are_all_there
    check 'the comment of a global group' groups_has_comment global 'Domain Admins'
    check 'the comment of a local group of the domain' groups_has_comment local DnsAdmins
    check 'the comment of a local group of BUILTIN' groups_has_comment local Administrators
    check 'members of a global group' groups_same_members global 'Domain Admins'
    check 'members of a local group' groups_same_members local Administrators
    check 'a member of another domain has its name' groups_name_members_of_other_domains
    check 'groups are added, and their members' groups_change
    check 'members of a new global group' groups_same_members global engineers
    check 'members of a new local group' groups_same_members local locals
    check 'local groups of a user by a global one' groups_of_are bob locals Users
    check 'a name that is taken' groups_gives 2223 add global engineers
    check 'a user who is a member' groups_gives 2236 add-members global engineers bob
    check 'a member that is there' groups_gives 1378 add-members local locals "$groups_user"
    check 'nobody' groups_gives 1387 add-members local locals 'nobody at all'
    check 'users are shown in order' groups_show_users_in_order
    check 'a global group is removed' groups_ask remove global engineers
    check 'a local group is removed' groups_ask remove local locals
    check 'what is left is all there' groups_are_all_there
}
