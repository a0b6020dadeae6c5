# A native program with the user's ticket, at a domain controller. Source it after domain.sh.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
#
#   native_checks BUILD USER STRANGER OTHER
#                         lists sessions with the netadmin of BUILD for Linux, as USER, an administrator,
#                         as OTHER, who is none, and of STRANGER, a name of the controller that the
#                         domain does not know; a line for each check by check(), which the caller has
#
# Needs a domain that domain_start has started, silent_centre and silent_configuration of the caller, and
# faketime; nobody may be logged on. There is nothing to check where the build has no such program, or
# one without GSSAPI.

# native_list [NAME]: the sessions of the server of this name, which is the controller by default. What the
# program says is in $said afterwards.
native_list()
{
    local status=0
    said=$("${native_clock[@]}" timeout 60 "$native_program" sessions "//${1-$DOMAIN_SERVER}" \
        2>&1 </dev/null) || status=$?
    ((status == 0)) || echo "netadmin says: $said"
    return "$status"
}

# native_configure LINE...: what the configuration file has.
native_configure()
{
    printf '%s\n' "$@" >"$XDG_CONFIG_HOME/netapi32/netapi32.conf"
}

# native_lists_as USER MECHANISM: the user's own session is among them, and the controller says by which
# mechanism it was granted.
native_lists_as()
{
    local before after
    before=$(domain_logons "$1" "$2")
    native_list || return 1
    after=$(domain_logons "$1" "$2")
    [[ $said == *"$DOMAIN_NAME\\$1"* ]] || { echo "netadmin says: $said"; return 1; }
    ((after == before + 1)) || { echo "the server has granted $((after - before))"; return 1; }
}

# native_fails CODE PROBLEM SECONDS [NAME]: at once, or in this time, with what the program says of it.
native_fails()
{
    local code=$1 problem=$2 limit=$3 started=$EPOCHREALTIME seconds
    shift 3
    ! native_list "$@" >/dev/null || { echo "netadmin says: $said"; return 1; }
    seconds=$((EPOCHSECONDS - ${started%.*}))
    # shellcheck disable=SC2053 # a pattern
    [[ $said == *" ($code, "* && $said == $problem ]] ||
        { echo "netadmin says: $said"; return 1; }
    ((seconds <= limit)) || { echo "it took $seconds s"; return 1; }
}

# native_is_known_and_refused USER: logged on with the ticket, but may not list.
native_is_known_and_refused()
{
    local before after
    before=$(domain_logons "$1" krb5)
    native_fails 5 '*' 10 || return 1
    after=$(domain_logons "$1" krb5)
    ((after == before + 1)) || { echo "the server has granted $((after - before))"; return 1; }
}

# native_asks_many USER: the controller by many names, for each of which there is a ticket of its own, from
# threads of one process.
native_asks_many()
{
    local before after i names=() lines=()
    # shellcheck disable=SC2154 # of the caller
    for ((i = 0; i < 16; i++))
    do
        domain_run samba-tool spn add "cifs/many$i.bed.example" 'DC1$' \
            --configfile="$folder/smb.conf" || return 1
        names+=("//many$i.bed.example")
        lines+=("[server many$i.bed.example]" "Address = $DOMAIN_SERVER")
    done
    native_configure "${lines[@]}"
    before=$(domain_logons "$1" krb5)
    said=$(timeout 60 "$native_program" sessions "${names[@]}" 2>&1 </dev/null) ||
        { echo "netadmin says: $said"; return 1; }
    after=$(domain_logons "$1" krb5)
    # One for each name at least: whether they are of one cluster is asked by more.
    ((after >= before + 16)) || { echo "the server has granted $((after - before))"; return 1; }
    native_configure ''
}

native_times_out_without_centre()
{
    local port status=0
    # shellcheck disable=SC2154 # of the caller
    coproc python3 -c "$silent_centre"
    read -r port <&"${COPROC[0]}"
    silent_configuration "$port"
    native_configure '[global]' 'CallTimeout = 1000'
    # shellcheck disable=SC2154 # of the caller
    KRB5_CONFIG=$folder/silent-krb5.conf native_fails 121 '*' 10 || status=$?
    kill "$COPROC_PID"
    native_configure ''
    return "$status"
}

# native_asks_in_realm REALM NAME: for the server's ticket, where the configuration has it there.
native_asks_in_realm()
{
    # shellcheck disable=SC2154 # of the caller
    printf '%s\n' "include $KRB5_CONFIG" '[domain_realm]' "    $2 = $1" >"$folder/realms-krb5.conf"
    KRB5_CONFIG=$folder/realms-krb5.conf KRB5_TRACE=$folder/realms-trace \
        native_fails 5 '*' 10 "$2" || return 1
    grep -q "Requesting TGT krbtgt/$1" "$folder/realms-trace" || { cat "$folder/realms-trace"; return 1; }
}

native_checks()
{
    local user=$2 stranger=$3 other=$4 wrong=wrong.bed.example
    local XDG_CONFIG_HOME=$folder/config native_program=$1/programs/netadmin/netadmin native_clock=()
    export XDG_CONFIG_HOME
    ldd "$native_program" 2>/dev/null | grep -q libgssapi ||
        { echo 'skipped: there is no native netadmin with GSSAPI'; return 0; }
    mkdir -p "$XDG_CONFIG_HOME/netapi32"

    native_configure ''
    check 'natively, without a ticket the session is anonymous, at once' \
        native_fails 5 'netadmin: Access is denied. (5, ERROR_ACCESS_DENIED) Hint:*' 10
    domain_log_on "$user"
    check 'an administrator with a ticket lists sessions natively with Kerberos' \
        native_lists_as "$user" krb5
    check 'with many tickets at once' native_asks_many "$user"
    native_configure "[server $DOMAIN_SERVER]" 'Encryption = required'
    check 'the same, encrypted with AES-256-GCM' native_lists_as "$user" krb5
    native_configure ''
    native_clock=(faketime -f +2h)
    check 'with a clock that is wrong the error is that of clocks' \
        native_fails 1398 'netadmin: The clocks*' 10
    native_clock=()
    domain_log_off
    domain_log_on "$user"
    check 'natively, without the key distribution centre the call ends in time' \
        native_times_out_without_centre
    native_configure "[server $stranger]" "Address = $DOMAIN_SERVER" \
        "[server $wrong]" "Address = $DOMAIN_SERVER"
    check 'natively, by a name without a ticket the session is anonymous, and why is told' \
        native_fails 5 "*The Kerberos ticket for cifs/$stranger: Server*not found*" 10 "$stranger"
    check 'the configuration of Kerberos says which realm a server is in' \
        native_asks_in_realm OTHER.EXAMPLE "$stranger"
    domain_run samba-tool spn add "cifs/$wrong" "$other" --configfile="$folder/smb.conf"
    check 'a ticket for another service is refused, and nobody goes on as nobody' \
        native_fails 1326 '*' 10 "$wrong"
    install -m 600 /dev/null "$XDG_CONFIG_HOME/netapi32/secret"
    printf '%s\n' "username = $user" "password = ${DOMAIN_PASSWORDS[$user]}" \
        "domain = $DOMAIN_NAME" >"$XDG_CONFIG_HOME/netapi32/secret"
    native_configure '[global]' 'CredentialsFile = secret'
    check 'a file with a password goes before the ticket' native_lists_as "$user" NTLMSSP
    chmod 644 "$XDG_CONFIG_HOME/netapi32/secret"
    check 'one that others can read is refused' native_fails 5 '*chmod 600*' 10
    native_configure ''
    domain_log_off
    domain_log_on "$other"
    check 'natively, a user with a ticket is known and refused' native_is_known_and_refused "$other"
    domain_log_off
    domain_run kinit -l 2 "$user@$DOMAIN_REALM" <<<"${DOMAIN_PASSWORDS[$user]}"
    sleep 3
    check 'a ticket that has expired is told' \
        native_fails 5 '*The Kerberos ticket for cifs/*: Ticket expired*' 10
    domain_log_off
}
