# What a thread asked of the wineserver in its calls, from what "wineserver -d" printed.
# SPDX-License-Identifier: LGPL-2.1-or-later
#
#   awk -v calls=N -f requests.awk TRACE
#
# The thread is the one that sends most. Each call of it begins with a send_socket; the first `calls`
# of its sends are left out, and what comes behind the last one. Prints, for each further call, the
# number of requests and their names:
#
#   7 send_socket set_async_direct_result recv_socket select select select select

match($0, /^[0-9a-f]+: [a-z_0-9]+\( /) {
    thread = substr($0, 1, index($0, ":") - 1)
    name = substr($0, RSTART + length(thread) + 2, RLENGTH - length(thread) - 4)
    requests[thread] = requests[thread] " " name
    sends[thread] += name == "send_socket"
}

END {
    for (thread in sends) {
        if (sends[thread] > sends[asking])
            asking = thread
    }
    count = split(requests[asking], names, " ")
    sent = 0
    line = ""
    for (i = 1; i <= count; i++) {
        if (names[i] == "send_socket") {
            if (sent > calls)
                print number line
            sent++
            number = 0
            line = ""
        }
        number++
        line = line " " names[i]
    }
}
