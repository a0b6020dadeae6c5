# A terminal for full-screen programs, made by tmux(1). Read by tests that have one.
# SPDX-License-Identifier: LGPL-2.1-or-later
# shellcheck shell=bash disable=SC2154,SC2034

screen_socket=
screen_count=0

screen_tmux()
{
    TMUX='' tmux -L "$screen_socket" -f /dev/null -u "$@"
}

# screen_open WIDTH HEIGHT COMMAND...: runs a command on a screen of that size. When it has ended, the
# screen says "status N" and stays.
screen_open()
{
    local width=$1 height=$2
    shift 2
    # Each screen has a server of its own: one that ends takes no new ones.
    screen_close
    screen_socket=netapi32-test-$$-$((screen_count += 1))
    screen_tmux new-session -d -x "$width" -y "$height" \
        "$(printf '%q ' "$@"); echo \"status \$?\"; exec sleep 300"
}

# A program that is in its last moments when the screen goes, and looks for leaks meanwhile, would stay:
# the whole group of the screen's shell goes with it.
screen_close()
{
    local shell
    [[ -n $screen_socket ]] || return 0
    shell=$(screen_tmux list-panes -F '#{pane_pid}' 2>/dev/null) || shell=
    screen_tmux kill-server 2>/dev/null || true
    [[ -z $shell ]] || kill -KILL -- "-$shell" 2>/dev/null || true
    screen_socket=
}

# screen_keys KEY...: as tmux calls them: Down, Escape, or characters.
screen_keys()
{
    screen_tmux send-keys "$@"
}

screen_resize()
{
    screen_tmux resize-window -x "$1" -y "$2"
}

# What it shows, to $work/out.
screen_look()
{
    screen_tmux capture-pane -p | sed 's/ *$//' >"$work/out"
    status=0
}

screen_matches()
{
    local pattern
    screen_look
    for pattern
    do
        if [[ $pattern == !* ]]
        then
            ! grep -qE -e "${pattern:1}" "$work/out" || return 1
        else
            grep -qE -e "$pattern" "$work/out" || return 1
        fi
    done
}

# screen_has PATTERN...: within two minutes, each has a line that matches; none has one for a !PATTERN.
screen_has()
{
    local i
    for ((i = 0; i < 600; i++))
    do
        ! screen_matches "$@" || return 0
        sleep 0.2
    done
    return 1
}
