# Checks that domain controllers are found, for tests/kerberos/run, which sources it. Needs its check(),
# a running domain and a Wine prefix.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154 # what is not set here is of domain.sh
#
#   locator_checks BUILD    what DsGetDcName() tells is what Samba's own tools tell

DS_PDC_REQUIRED=0x80
DS_RETURN_FLAT_NAME=0x80000000
DS_DIRECTORY_SERVICE_10_REQUIRED=0x800000
DS_FORCE_REDISCOVERY=0x1

# find_controller [DOMAIN [FLAGS [SITE [ACCOUNT [KINDS]]]]]: what the program says is in $said afterwards.
find_controller()
{
    local status=0
    said=$(wine_run_for 60 "$locator_examples/find_controller.exe" "$@" 2>&1 </dev/null |
        tr -d '\r') || status=$?
    return "$status"
}

# locator_tells NAME VALUE: so says the program.
locator_tells()
{
    grep -qixF -- "$1: $2" <<<"$said" && return
    echo "not '$1: $2' in: $said"
    return 1
}

# samba_says LABEL: what samba-tool has behind this label, asked by its own LDAP ping.
samba_says()
{
    local line
    line=$(grep "^$1 *:" <<<"$samba_info") || { echo "samba-tool does not say $1" >&2; return 1; }
    sed 's/^[^:]*: *//; s/ *$//' <<<"$line"
}

# net_says LABEL: the same of net(1).
net_says()
{
    grep "^[[:space:]]*$1:" <<<"$net_info" | sed 's/^[^:]*:[[:space:]]*//; s/[[:space:]]*$//'
}

# has_flag LABEL FLAG: net(1) and the program agree whether the controller is that.
has_flag()
{
    local flags
    flags=0x$(sed -n 's/^flags: //p' <<<"$said")
    case $(net_says "$1") in
    yes) ((flags & $2)) ;;
    no) ((!(flags & $2))) ;;
    *) false ;;
    esac && return
    echo "net says '$(net_says "$1")' to $1, flags are $flags"
    return 1
}

agrees_with_samba_tool()
{
    samba_info=$(samba-tool domain info "$domain_address" 2>&1) || { echo "$samba_info"; return 1; }
    find_controller "$1" || { echo "$said"; return 1; }
    locator_tells controller "\\\\$(samba_says 'DC name')" && locator_tells domain "$(samba_says Domain)" &&
        locator_tells forest "$(samba_says Forest)" && locator_tells site "$(samba_says 'Server site')" &&
        locator_tells 'client site' "$(samba_says 'Client site')" &&
        locator_tells address "\\\\$domain_address" && locator_tells 'address type' 1
}

agrees_with_net()
{
    net_info=$(net ads lookup -S "$domain_address" --configfile="$domain_folder/smb.conf" 2>&1) ||
        { echo "$net_info"; return 1; }
    find_controller "$1" || { echo "$said"; return 1; }
    locator_tells guid "$(net_says GUID)" && locator_tells domain "$(net_says Domain)" &&
        has_flag 'Is a PDC' 0x1 && has_flag 'Is a GC of the forest' 0x4 &&
        has_flag 'Is an LDAP server' 0x8 && has_flag 'Supports DS' 0x10 &&
        has_flag 'Is running a KDC' 0x20 && has_flag 'Is running time services' 0x40 &&
        has_flag 'Is the closest DC' 0x80 && has_flag 'Is writable' 0x100 &&
        has_flag 'Has a hardware clock' 0x200 &&
        has_flag 'Is NT6 DC that has some secrets' 0x800 &&
        has_flag 'Is NT6 DC that has all secrets' 0x1000 &&
        has_flag 'Runs Active Directory Web Services' 0x2000 &&
        has_flag 'Runs on Windows 2012 or later' 0x4000
}

returns_flat_names()
{
    samba_info=$(samba-tool domain info "$domain_address" 2>&1) || { echo "$samba_info"; return 1; }
    find_controller "$1" "$DS_RETURN_FLAT_NAME" || { echo "$said"; return 1; }
    locator_tells controller "\\\\$(samba_says 'DC netbios name')" &&
        locator_tells domain "$(samba_says 'Netbios domain')"
}

# fails_with CODE ARGUMENT...
fails_with()
{
    local code=$1
    shift
    ! find_controller "$@" || { echo "it says: $said"; return 1; }
    [[ $said == *"failed with $code" ]] || { echo "it says: $said"; return 1; }
}

lists_controllers()
{
    local wanted="dc1.$1: $domain_address:389"
    said=$(wine_run_for 60 "$locator_examples/enum_controllers.exe" "$1" Default-First-Site-Name \
        2>&1 </dev/null | tr -d '\r') || { echo "$said"; return 1; }
    [[ $said == "$wanted"$'\n(all of the domain)\n'"$wanted" ]] || { echo "it says: $said"; return 1; }
}

# A flat name is found where the configuration has an address for it.
finds_configured_flat_name()
{
    wine_run reg add "HKCU\\Software\\Wine\\Netapi32\\Servers\\$1" /v Address /d "$domain_address" /f \
        >/dev/null 2>&1 || return 1
    find_controller "$1" || { echo "$said"; return 1; }
    locator_tells domain "$1" && locator_tells controller '\\DC1'
}

locator_checks()
{
    local domain=${DOMAIN_REALM,,}
    locator_examples=$1/tests/examples/x86_64-windows
    check 'DsGetDcName tells what samba-tool domain info tells' agrees_with_samba_tool "$domain"
    check 'DsGetDcName tells what net ads lookup tells' agrees_with_net "$domain"
    check 'the domain may be named with a dot at the end, in any case' \
        agrees_with_samba_tool "${domain^^}."
    check 'the primary domain controller is found' find_controller "$domain" "$DS_PDC_REQUIRED"
    check 'flat names of the controller and of the domain' returns_flat_names "$domain"
    check 'a controller that is not there is not found' \
        fails_with 1355 "$domain" "$DS_DIRECTORY_SERVICE_10_REQUIRED"
    check 'nor is an unknown domain' fails_with 1355 other.example "$DS_FORCE_REDISCOVERY"
    check 'the account is there' find_controller "$domain" 0 '' alice
    check 'it is no computer'"'"'s' fails_with 1317 "$domain" 0 '' alice 0x1000
    check 'the account is not there' fails_with 1317 "$domain" 0 '' nobody-has-this
    check 'DsGetDcOpen lists the site, then the domain' lists_controllers "$domain"
    check 'a flat name is not known' fails_with 1355 "$DOMAIN_NAME" 0x10000
    check 'until it is configured' finds_configured_flat_name "$DOMAIN_NAME"
}
