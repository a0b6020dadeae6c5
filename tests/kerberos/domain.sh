# Functions for shell scripts that need an Active Directory domain. Source it.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
#
#   domain_start FOLDER               makes the domain bed.example (BEDAD) and starts its
#                                     controller, dc1.bed.example, with all its files in FOLDER
#   domain_add_user NAME [GROUP]...   with a random password, in DOMAIN_PASSWORDS[NAME]
#   domain_add_trust ADMINISTRATOR NAME DNS_NAME SID
#                                     has it trust another forest, of which nothing else is there
#   domain_log_on NAME                gets a ticket-granting ticket; later programs find it
#   domain_log_off                    destroys all tickets
#   domain_logons USER MECHANISM      how many SMB sessions of the user the controller has granted
#                                     by MECHANISM (krb5, NTLMSSP), from its own audit log
#
# Only inside the namespaces and the root of tools/check-kerberos: the controller takes the address
# 192.0.2.1 with its usual ports, and /run. Functions that fail return 1 after one line on standard
# error. The controller ends with the namespace.

DOMAIN_REALM=BED.EXAMPLE
DOMAIN_NAME=BEDAD
# shellcheck disable=SC2034 # for the caller
DOMAIN_SERVER=dc1.bed.example
declare -A DOMAIN_PASSWORDS=()

domain_address=192.0.2.1
domain_ports=(445 88 389 53)

# domain_run COMMAND...: a step of the preparation; what it says goes to the log.
domain_run()
{
    "$@" >>"$domain_folder/setup.log" 2>&1 && return
    echo "domain: $1 failed: $(tail -n 1 "$domain_folder/setup.log")" >&2
    return 1
}

domain_write_conf()
{
    cat >"$domain_folder/smb.conf" <<END
[global]
    server role = active directory domain controller
    realm = $DOMAIN_REALM
    workgroup = $DOMAIN_NAME
    netbios name = DC1
    private dir = $domain_folder/dc/private
    state directory = $domain_folder/dc/state
    cache directory = $domain_folder/dc/cache
    lock directory = $domain_folder/dc
    binddns dir = $domain_folder/dc/bind-dns
    ncalrpc dir = $domain_folder/ncalrpc
    ntp signd socket directory = $domain_folder/ntp
    interfaces = $domain_address/32
    bind interfaces only = yes
    disable netbios = yes
    server services = s3fs, rpc, ldap, cldap, kdc, winbindd, dns
    server smb3 encryption algorithms = AES-256-GCM
    load printers = no
    printcap name = /dev/null
    logging = file
    log file = $domain_folder/log.samba
    log level = 1 auth_audit:4
    max log size = 0
    # By default an hour, with NTLM.
    old password allowed period = 0
END
}

domain_answers()
{
    local port
    for port in "${domain_ports[@]}"
    do
        (: <>"/dev/tcp/$domain_address/$port") 2>/dev/null || return 1
    done
    wbinfo --ping-dc >/dev/null 2>&1
}

domain_start()
{
    local tries
    domain_folder=$1
    # winbindd's clients look for it here, whatever smb.conf says.
    mount -t tmpfs tmpfs /run && mkdir /run/samba || return 1
    domain_run samba-tool domain provision --realm="$DOMAIN_REALM" --domain="$DOMAIN_NAME" \
        --server-role=dc --dns-backend=SAMBA_INTERNAL --host-name=dc1 \
        --host-ip="$domain_address" --targetdir="$domain_folder/dc" \
        --option="interfaces=$domain_address/32" --option='bind interfaces only=yes' || return 1
    domain_write_conf
    export KRB5_CONFIG=$domain_folder/dc/private/krb5.conf
    export KRB5CCNAME=FILE:$domain_folder/tickets
    samba --foreground --no-process-group --configfile="$domain_folder/smb.conf" \
        >>"$domain_folder/setup.log" 2>&1 </dev/null &
    for ((tries = 0; tries < 300; tries++))
    do
        ! domain_answers || return 0
        sleep 0.1
    done
    echo "domain: the controller does not answer: $(tail -n 1 "$domain_folder/log.samba")" >&2
    return 1
}

domain_add_user()
{
    local name=$1 group
    shift
    DOMAIN_PASSWORDS[$name]=Aa1!$(od -An -N 12 -t x1 /dev/urandom | tr -d ' \n')
    # Without a terminal it reads the password from standard input.
    domain_run setsid --wait samba-tool user create "$name" \
        --configfile="$domain_folder/smb.conf" < <(printf '%s\n%s\n' \
            "${DOMAIN_PASSWORDS[$name]}" "${DOMAIN_PASSWORDS[$name]}") || return 1
    for group in "$@"
    do
        domain_run samba-tool group addmembers "$group" "$name" \
            --configfile="$domain_folder/smb.conf" || return 1
    done
}

domain_add_trust()
{
    domain_run net rpc trust create -s "$domain_folder/smb.conf" -S "$DOMAIN_SERVER" \
        -U "$1%${DOMAIN_PASSWORDS[$1]}" trustpw="${DOMAIN_PASSWORDS[$1]}" \
        other_netbios_domain="$2" otherdomain="$3" otherdomainsid="$4"
}

domain_log_on()
{
    domain_run kinit "$1@$DOMAIN_REALM" <<<"${DOMAIN_PASSWORDS[$1]}"
}

domain_log_off()
{
    domain_run kdestroy -A
}

domain_logons()
{
    cat "$domain_folder"/log.* |
        grep -c "Successful AuthZ: \[SMB2,$2\] user \[$DOMAIN_NAME\]\\\\\[$1\]" || true
}
