/*
 * Asking the person at the terminal.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/prompt.h"

#include <errno.h>
#include <fcntl.h>
#include <signal.h>
#include <stdbool.h>
#include <string.h>
#include <termios.h>
#include <unistd.h>
#include <wchar.h>

#include "platform/posix_error.h"
#include "platform/posix_suspend.h"
#include "platform/stream.h"

#define CTRL_C 3
#define CTRL_D 4

#define UTF8_PER_UNIT 3 /* bytes that a UTF-16 unit takes at most */
#define LINE_BYTES    1024

void prompt_show(const WCHAR *string)
{
    char bytes[UTF8_PER_UNIT * LINE_BYTES];
    const int size = WideCharToMultiByte(CP_UTF8, 0, string, (int)wcslen(string), bytes,
                                         sizeof(bytes), NULL, NULL);
    const int terminal = open("/dev/tty", O_WRONLY | O_CLOEXEC | O_NOCTTY);

    for (int written = 0; terminal >= 0 && written < size;)
    {
        const ssize_t count = write(terminal, bytes + written, (size_t)(size - written));

        if (count < 0 && errno != EINTR)
        {
            break;
        }
        written += count > 0 ? (int)count : 0;
    }
    if (terminal >= 0)
    {
        close(terminal);
    }
}

size_t prompt_read(WCHAR *line, size_t capacity)
{
    char bytes[LINE_BYTES];
    size_t count = 0;
    int length;

    /* A terminal gives a line at a time. */
    if (stream_read(STD_INPUT_HANDLE, bytes, capacity < sizeof(bytes) ? capacity : sizeof(bytes),
                    &count) ||
        !count)
    {
        return 0;
    }
    length = MultiByteToWideChar(CP_UTF8, 0, bytes, (int)count, line, (int)capacity);
    return (size_t)length;
}

/* ---- Without showing it ---------------------------------------------------------------------- */

/* The terminal as it was, for whoever ends or stops the program meanwhile. */
static struct terminal_state terminal_before = { .sequence = "" };
static struct terminal_state terminal_unseen = { .sequence = "" };
static const int ending_signals[] = { SIGINT, SIGTERM, SIGHUP, SIGQUIT };

static void restore_and_end(int signal_number)
{
    tcsetattr(STDIN_FILENO, TCSANOW, &terminal_before.mode);
    signal(signal_number, SIG_DFL);
    raise(signal_number);
}

/* Takes the last character off: its bytes behind the first begin with the bits 10. */
static size_t length_without_last(const char *bytes, size_t length)
{
    while (length && (bytes[length - 1] & 0xC0) == 0x80)
    {
        length--;
    }
    return length ? length - 1 : 0;
}

static DWORD read_bytes_unseen(char *bytes, size_t capacity, size_t *length)
{
    for (*length = 0;;)
    {
        char byte = 0;
        size_t count = 0;
        const DWORD error = stream_read(STD_INPUT_HANDLE, &byte, 1, &count);

        if (error)
        {
            return error;
        }
        if (!count || byte == CTRL_C || (byte == CTRL_D && !*length))
        {
            return ERROR_CANCELLED;
        }
        if (byte == '\r' || byte == '\n')
        {
            return ERROR_SUCCESS;
        }
        if (byte == '\b' || byte == 0x7f)
        {
            *length = length_without_last(bytes, *length);
        }
        else if (*length == capacity)
        {
            return ERROR_INVALID_DATA;
        }
        else
        {
            bytes[(*length)++] = byte;
        }
    }
}

static DWORD decode(const char *bytes, size_t length, WCHAR *line, size_t capacity)
{
    int count = 0;

    if (memchr(bytes, 0, length))
    {
        return ERROR_INVALID_DATA;
    }
    if (length)
    {
        count = MultiByteToWideChar(CP_UTF8, MB_ERR_INVALID_CHARS, bytes, (int)length, line,
                                    (int)capacity - 1);
        if (!count)
        {
            return ERROR_INVALID_DATA;
        }
    }
    line[count] = 0;
    return ERROR_SUCCESS;
}

DWORD prompt_read_unseen(WCHAR *line, size_t capacity)
{
    struct sigaction before[ARRAYSIZE(ending_signals)];
    const struct sigaction action = { .sa_handler = restore_and_end };
    struct termios *unseen = &terminal_unseen.mode;
    char bytes[LINE_BYTES];
    size_t length = 0;
    DWORD error;

    if (tcgetattr(STDIN_FILENO, &terminal_before.mode))
    {
        return error_of_posix(errno);
    }
    for (size_t i = 0; i < ARRAYSIZE(ending_signals); i++)
    {
        sigaction(ending_signals[i], &action, &before[i]);
    }
    *unseen = terminal_before.mode;
    /* Without signals Ctrl+C arrives as a character, and the terminal is restored after it. */
    unseen->c_lflag &= ~(tcflag_t)(ECHO | ECHONL | ICANON | ISIG);
    error = tcsetattr(STDIN_FILENO, TCSAFLUSH, unseen) ? error_of_posix(errno) : ERROR_SUCCESS;
    if (!error)
    {
        suspend_begin(&terminal_before, &terminal_unseen);
        error = read_bytes_unseen(bytes, sizeof(bytes), &length);
        suspend_end();
        tcsetattr(STDIN_FILENO, TCSAFLUSH, &terminal_before.mode);
    }
    for (size_t i = 0; i < ARRAYSIZE(ending_signals); i++)
    {
        sigaction(ending_signals[i], &before[i], NULL);
    }
    error = error ? error : decode(bytes, length, line, capacity);
    explicit_bzero(bytes, sizeof(bytes));
    return error;
}
