# Standard streams that are closed, full, or read by nobody. Read by tests/netadmin/run.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC2034

for command in 'events sample /initial' 'watch sample' 'sessions sample' 'sessions sample /watch'
do
    status=0
    # shellcheck disable=SC2086
    timeout 60 "${program[@]}" $command > /dev/full 2> "$work/err" || status=$?
    : > "$work/out"
    check "a full disk is an error: $command" failed_with 1 'ERROR_DISK_FULL'
done

if [[ -n ${native-} ]]
then
    # Nobody reads any more, and nothing happens.
    for command in 'events sample /initial' 'watch sample' 'sessions sample /watch'
    do
        # shellcheck disable=SC2086
        statuses=$(timeout 60 "${program[@]}" $command 2> "$work/err" | head -n 1 > "$work/out"
            echo "${PIPESTATUS[0]}")
        check "the end of the pipe is an end: $command" [ "$statuses $(wc -c < "$work/err")" = '0 0' ]
    done

    # streams.py KIND PROGRAM ARGUMENTS...: runs it on a pipe that is full.
    cat > "$work/streams.py" << 'END'
import fcntl, os, signal, subprocess, sys, time

kind, *command = sys.argv[1:]
reader, writer = os.pipe()
os.set_blocking(writer, False)
filled = 0
try:
    while True:
        filled += os.write(writer, b"x" * 4096)
except BlockingIOError:
    pass
os.set_blocking(writer, kind == "blocking")
program = subprocess.Popen(command, stdout=writer)
os.close(writer)
time.sleep(1)
if kind == "blocking":
    program.send_signal(signal.SIGTERM)
    sys.exit(program.wait(60))
written = b""
while data := os.read(reader, 1000):
    written += data
sys.stdout.buffer.write(written[filled:])
sys.stdout.flush()
sys.exit(program.wait(60))
END
    for command in 'events sample /initial' 'watch sample /interval:1' 'sessions sample /watch:1'
    do
        status=0
        # shellcheck disable=SC2086
        python3 "$work/streams.py" blocking "${program[@]}" $command 2> "$work/err" || status=$?
        check "SIGTERM ends it where nobody reads: $command" [ "$status $(wc -c < "$work/err")" = '0 0' ]
    done
    netadmin sessions sample
    mv "$work/out" "$work/all"
    status=0
    python3 "$work/streams.py" waiting "${program[@]}" sessions sample > "$work/out" 2> "$work/err" ||
        status=$?
    check "a pipe that does not wait gets all" [ "$status" = 0 -a -z "$(cmp "$work/out" "$work/all" 2>&1)" ]

    # What the program opens must not have the number of a stream.
    streams_are_held()
    {
        local pid i found=
        "${program[@]}" events sample /interval:60 < /dev/null <&- >&- 2>&- &
        pid=$!
        for ((i = 0; i < 100; i++))
        do
            found=$(readlink "/proc/$pid/fd/0" "/proc/$pid/fd/1" "/proc/$pid/fd/2" | sort -u) || true
            [[ $found != /dev/null || ! -e /proc/$pid/fd/2 ]] || break
            sleep 0.1
        done
        kill "$pid"
        wait "$pid" || true
        echo "$found" > "$work/out"
        [[ $found == /dev/null ]]
    }
    check "what is opened takes no number of a stream" streams_are_held
    status=0
    "${program[@]}" sessions sample >&- 2> "$work/err" || status=$?
    check "a closed output is an error" [ "$status" = 1 ]
fi
