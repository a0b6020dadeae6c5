# Accounts of a domain controller, as programs show them, beside what Samba's tools say of the same.
# Source it after domain.sh and wine.sh.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154 # what is not set here is of domain.sh and wine.sh
#
#   accounts_check BUILD USER   runs the Windows programs of BUILD in the Wine prefix, logged on as USER,
#                               an administrator whose ticket is there; what fails is told by check(),
#                               and each comparison is one more of $checked, which the caller has
#
# Needs a domain that domain_start has started, and bob in it.

accounts_agree()
{
    local said status=0 count
    said=$("$(dirname "${BASH_SOURCE[0]}")/accounts.py" --build "$1" --server "$DOMAIN_SERVER" \
        --conf "$domain_folder/smb.conf" --user "$2" -- "${wine_command[@]}" wine \
        <<<"${DOMAIN_PASSWORDS[$2]}") || status=$?
    count=${said##*$'\n'}
    [[ $count =~ ^[0-9]+$ ]] || { echo "$said"; return 1; }
    checked=$((checked + count))
    ((status == 0)) || { echo "${said%$'\n'*}"; return 1; }
}

accounts_check()
{
    check 'programs show the accounts that samba-tool, rpcclient and pdbedit have' accounts_agree "$@"
}
