/*
 * A terminal whose mode is another, while the program is stopped and goes on.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/posix_suspend.h"

#include <errno.h>
#include <signal.h>
#include <string.h>
#include <unistd.h>

static struct sigaction action_before;
static const struct terminal_state *state_before;
static const struct terminal_state *state_now;

static void state_set(const struct terminal_state *state)
{
    tcsetattr(STDIN_FILENO, TCSADRAIN, &state->mode);
    if (write(STDOUT_FILENO, state->sequence, strlen(state->sequence)) < 0)
    {
        /* The terminal is gone: who reads from it next is told. */
    }
}

/* The program stops within raise(). */
static void stop_handler(int signal_number)
{
    const int error = errno;
    struct sigaction action;
    sigset_t set;

    state_set(state_before);
    sigaction(signal_number, &action_before, &action);
    sigemptyset(&set);
    sigaddset(&set, signal_number);
    sigprocmask(SIG_UNBLOCK, &set, NULL);
    raise(signal_number);
    sigaction(signal_number, &action, NULL);
    state_set(state_now);
    errno = error;
}

void suspend_begin(const struct terminal_state *before, const struct terminal_state *now)
{
    const struct sigaction action = { .sa_handler = stop_handler, .sa_flags = SA_RESTART };

    state_before = before;
    state_now = now;
    sigaction(SIGTSTP, &action, &action_before);
}

void suspend_end(void)
{
    sigaction(SIGTSTP, &action_before, NULL);
}
