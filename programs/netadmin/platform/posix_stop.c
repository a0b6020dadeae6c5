/*
 * What ends a command that goes on until somebody ends it, of POSIX.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/stop.h"

#include <errno.h>
#include <poll.h>
#include <signal.h>
#include <unistd.h>

#include "platform/posix_stop.h"

/* The handler writes a byte, which nobody reads: from then on there is something to read. */
static int stop_pipe[2] = { -1, -1 };

static void stop_handler(int signal_number)
{
    const int error = errno;

    (void)signal_number;
    if (write(stop_pipe[1], "", 1) < 0)
    {
        _exit(1);
    }
    errno = error;
}

DWORD stop_begin(void)
{
    static const int signals[] = { SIGINT, SIGTERM, SIGHUP };
    /* What waits for a terminal that takes nothing does so no longer. */
    struct sigaction action = { .sa_handler = stop_handler };

    if (pipe(stop_pipe))
    {
        return ERROR_TOO_MANY_OPEN_FILES;
    }
    for (size_t i = 0; i < ARRAYSIZE(signals); i++)
    {
        sigaction(signals[i], &action, NULL);
    }
    /* A pipe that nobody reads any more is an error of writing. */
    action.sa_handler = SIG_IGN;
    sigaction(SIGPIPE, &action, NULL);
    return ERROR_SUCCESS;
}

bool stop_is_wanted(void)
{
    return stop_wait(0);
}

/* Who reads what the program says may end, too, while it says nothing. */
bool stop_wait(DWORD milliseconds)
{
    struct pollfd wanted[] = { { .fd = stop_pipe[0], .events = POLLIN }, { .fd = STDOUT_FILENO } };
    int count;

    do
    {
        count = poll(wanted, ARRAYSIZE(wanted), milliseconds == INFINITE ? -1 : (int)milliseconds);
    } while (count < 0 && errno == EINTR && milliseconds == INFINITE);
    return count > 0 && (wanted[0].revents || wanted[1].revents & (POLLERR | POLLHUP));
}

bool stop_lets_write(int descriptor)
{
    struct pollfd wanted[] = { { .fd = descriptor, .events = POLLOUT },
                               { .fd = stop_pipe[0], .events = POLLIN } };

    while (poll(wanted, ARRAYSIZE(wanted), -1) < 0 && errno == EINTR)
    {
    }
    return wanted[0].revents;
}
