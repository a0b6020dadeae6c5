# Functions for shell scripts that run jobs beside each other. Source it.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash
#
#   lanes_add JOB SECONDS AFTER BESIDE     one more job: how long it takes, about; the job before it, or -;
#                                          whom it cannot run beside: jobs with the same word here run
#                                          one after the other, - is with any, "nobody" is alone, when
#                                          all others are done
#   lanes_run NUMBER ENDED COMMAND...      runs COMMAND JOB for each of them, at most NUMBER at a time,
#                                          the longest first, and calls ENDED JOB STATUS SECONDS LOG for
#                                          each as it ends. The log is removed afterwards
#   lanes_stop                             ends all that runs, and removes what was in temporary files
#
# A job has mount and process namespaces of its own, and a TMPDIR: whatever it started and left goes
# when it ends, or with lanes_stop, which belongs into the script's EXIT trap, or when the script is
# killed. Needs root.

declare -A lanes_seconds=() lanes_after=() lanes_beside=() lanes_pid=() lanes_started=() lanes_done=()
declare -A lanes_temporary=()
lanes_waiting=()
lanes_folder=
lanes_count=0

lanes_add()
{
    lanes_seconds[$1]=$2
    lanes_after[$1]=$3
    lanes_beside[$1]=$4
}

# lanes_may_start JOB
lanes_may_start()
{
    local after=${lanes_after[$1]} beside=${lanes_beside[$1]} other
    [[ $after == - || -n ${lanes_done[$after]-} ]] || return 1
    if [[ $beside == nobody ]]
    then
        ((${#lanes_pid[@]} == 0)) || return 1
        for other in "${lanes_waiting[@]}"
        do
            [[ ${lanes_beside[$other]} == nobody ]] || return 1
        done
        return 0
    fi
    for other in "${!lanes_pid[@]}"
    do
        [[ ${lanes_beside[$other]} != nobody ]] || return 1
        [[ $beside == - || ${lanes_beside[$other]} != "$beside" ]] || return 1
    done
}

# lanes_start COMMAND...: starts the first job that may, or returns 1.
lanes_start()
{
    local i job temporary
    for i in "${!lanes_waiting[@]}"
    do
        job=${lanes_waiting[i]}
        lanes_may_start "$job" || continue
        unset "lanes_waiting[i]"
        # A number, for sockets' paths are short; and to be passed through by servers' users.
        lanes_count=$((lanes_count + 1))
        temporary=$lanes_folder/$lanes_count
        lanes_temporary[$job]=$temporary
        mkdir -m 711 "$temporary"
        TMPDIR=$temporary setpriv --pdeathsig KILL unshare --mount --pid --fork --kill-child --mount-proc \
            --propagation private "$@" "$job" >"$lanes_folder/$job.log" 2>&1 </dev/null &
        lanes_pid[$job]=$!
        lanes_started[$job]=$SECONDS
        return 0
    done
    return 1
}

# lanes_collect ENDED: tells of the jobs that have ended.
lanes_collect()
{
    local job status
    for job in "${!lanes_pid[@]}"
    do
        ! kill -0 "${lanes_pid[$job]}" 2>/dev/null || continue
        status=0
        wait "${lanes_pid[$job]}" || status=$?
        unset "lanes_pid[$job]"
        lanes_done[$job]=1
        "$1" "$job" "$status" $((SECONDS - lanes_started[$job])) "$lanes_folder/$job.log"
        rm -rf "$lanes_folder/$job.log" "${lanes_temporary[$job]}"
    done
}

lanes_run()
{
    local number=$1 ended=$2 job
    shift 2
    lanes_folder=$(mktemp -d "${TMPDIR:-/tmp}/netapi32-check.XXXXXX")
    chmod 711 "$lanes_folder"
    mapfile -t lanes_waiting < <(for job in "${!lanes_seconds[@]}"
        do
            echo "${lanes_seconds[$job]} $job"
        done | sort -k 1,1nr -k 2,2V | cut -d ' ' -f 2)
    while ((${#lanes_waiting[@]} + ${#lanes_pid[@]}))
    do
        while ((${#lanes_pid[@]} < number)) && lanes_start "$@"
        do
            :
        done
        ((${#lanes_pid[@]})) || { echo "lanes: none may start of: ${lanes_waiting[*]}" >&2; exit 1; }
        # Not "wait -n": it misses children that ended before it was called.
        sleep 0.2
        lanes_collect "$ended"
    done
    lanes_stop
}

# The first process of a job's namespace is killed, and the kernel ends all others before it is gone.
lanes_stop()
{
    local job pid first
    [[ -n $lanes_folder ]] || return 0
    for job in "${!lanes_pid[@]}"
    do
        pid=${lanes_pid[$job]}
        first=
        read -r first _ 2>/dev/null <"/proc/$pid/task/$pid/children" || true
        # None there: it is just starting.
        kill -KILL "${first:-$pid}" 2>/dev/null || true
        wait "$pid" 2>/dev/null || true
    done
    lanes_pid=()
    rm -rf "$lanes_folder"
    lanes_folder=
}
