# Functions for shell scripts that need a private Samba server and its clients. Source it.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
#
#   bed_start [ARGUMENT]...           tests/bed/smbd with these arguments; afterwards its variables
#                                     are there with BED_ in front: BED_FOLDER, BED_PORT, ...
#   bed_start_windows [ARGUMENT]...   the same with tests/bed/windows-server
#   bed_start_domain [ARGUMENT]...    the same with tests/bed/domain-server, which says DNS_PORT and
#                                     LDAP_PORT
#   bed_client USER [ARGUMENT]...     tests/bed/client of this server with these arguments
#   bed_hold_file USER FILE [ARGUMENT]...
#                                     tests/bed/hold-file of this server with these arguments
#   bed_sessions FOLDER NUMBER USER...  so many sessions to this server, of the users in turns;
#                                     FOLDER is where the native build is
#   bed_stop                          ends the clients and the server; harmless if there are none
#
# All but bed_stop return 1 after one line on standard error. One server at a time. Server
# and clients also end when the script does, however it ends; bed_stop waits until all is gone, so
# it belongs into the script's EXIT trap.

bed_here=$(dirname "$(readlink -f "${BASH_SOURCE[0]}")")
bed_connection_sessions=500 # that share a TCP connection, and so a process of the server
bed_processes=() # newest last
bed_lifelines=()

# bed_launch PROGRAM [ARGUMENT]...: starts it and puts what it says up to READY=1 in bed_said.
bed_launch()
{
    local pipes line in out
    pipes=$(mktemp -d)
    mkfifo "$pipes/in" "$pipes/out"
    # A child must not hold an older one's lifeline, or that one would not notice the script's end.
    (
        for descriptor in "${bed_lifelines[@]+"${bed_lifelines[@]}"}"
        do
            exec {descriptor}>&-
        done
        exec "$@" <"$pipes/in" >"$pipes/out"
    ) &
    exec {in}>"$pipes/in" {out}<"$pipes/out"
    rm -r "$pipes"
    bed_processes+=("$!")
    bed_lifelines+=("$in")
    bed_said=()
    while read -r line <&"$out"
    do
        [[ $line != READY=1 ]] || break
        bed_said+=("$line")
        line=
    done
    exec {out}<&-
    [[ ${line-} == READY=1 ]]
}

# bed_start_server PROGRAM [ARGUMENT]...: a server, and what it says as variables.
bed_start_server()
{
    local line
    bed_launch "$@" || return 1
    for line in "${bed_said[@]}"
    do
        printf -v "BED_${line%%=*}" '%s' "${line#*=}"
    done
}

bed_start()
{
    bed_start_server "$bed_here/smbd" "$@"
}

bed_start_windows()
{
    bed_start_server "$bed_here/windows-server" "$@"
}

bed_start_domain()
{
    bed_start_server "$bed_here/domain-server" --quiet "$@"
}

bed_client()
{
    bed_launch "$bed_here/client" "$BED_FOLDER" "$@"
}

bed_hold_file()
{
    bed_launch "$bed_here/hold-file" "$BED_FOLDER" "$@"
}

bed_sessions()
{
    local build=$1 number=$2
    shift 2
    bed_launch "$build/tests/live/open_sessions" "$BED_FOLDER" "$number" "$bed_connection_sessions" "$@"
}

bed_stop()
{
    local i lifeline
    for ((i = ${#bed_processes[@]} - 1; i >= 0; i--))
    do
        # Whatever the script has started since may hold the lifeline too: a signal as well.
        lifeline=${bed_lifelines[i]}
        exec {lifeline}>&-
        kill "${bed_processes[i]}" 2>/dev/null || true
        wait "${bed_processes[i]}" || true
    done
    bed_processes=()
    bed_lifelines=()
}
