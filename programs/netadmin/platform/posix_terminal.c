/*
 * A terminal as a screen: one that knows the sequences of ECMA-48, as all do that Linux has.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/terminal.h"

#include <errno.h>
#include <poll.h>
#include <stdlib.h>
#include <string.h>
#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include "base/text.h"
#include "base/utf8.h"
#include "platform/posix_error.h"
#include "platform/posix_suspend.h"
#include "platform/posix_write.h"
#include "platform/stop.h"

#define CTRL_C      3
#define ESCAPE      0x1b
#define ESCAPE_WAIT 50 /* ms: what follows an Esc later than that is a key of its own */

/* The screen of its own, without a cursor; and back. */
#define SEQUENCE_OPEN  "\x1b[?1049h\x1b[?25l\x1b[2J"
#define SEQUENCE_CLOSE "\x1b[0m\x1b[?25h\x1b[?1049l"

static const WCHAR *const sequences[] = {
    [STYLE_PLAIN] = L"\x1b[0m",         [STYLE_BAR] = L"\x1b[0;1;37;44m",
    [STYLE_CURRENT] = L"\x1b[0;30;47m", [STYLE_HEADING] = L"\x1b[0;1m",
    [STYLE_CAME] = L"\x1b[0;32m",       [STYLE_GONE] = L"\x1b[0;31m",
    [STYLE_OLD] = L"\x1b[0;2m",         [STYLE_SELECTED] = L"\x1b[0;7m",
    [STYLE_FAILURE] = L"\x1b[0;1;31m",  [STYLE_QUESTION] = L"\x1b[0;1;33;41m",
};

static struct terminal_state state_before = { .sequence = SEQUENCE_CLOSE };
static struct terminal_state state_open = { .sequence = SEQUENCE_OPEN };

bool terminal_is_there(void)
{
    const char *kind = getenv("TERM");

    return isatty(STDIN_FILENO) && isatty(STDOUT_FILENO) && kind && strcmp(kind, "dumb") != 0;
}

/* Returns a Win32 error. */
static DWORD text_write(const struct text *text)
{
    size_t length;
    char *bytes = utf8_make(text, &length);
    const DWORD error = posix_write(STDOUT_FILENO, bytes, length);

    free(bytes);
    return error;
}

static DWORD state_set(const struct terminal_state *state)
{
    if (tcsetattr(STDIN_FILENO, TCSAFLUSH, &state->mode))
    {
        return error_of_posix(errno);
    }
    return posix_write(STDOUT_FILENO, state->sequence, strlen(state->sequence));
}

DWORD terminal_open(void)
{
    struct termios *mode = &state_open.mode;
    DWORD error = stop_begin();

    if (error)
    {
        return error;
    }
    if (tcgetattr(STDIN_FILENO, &state_before.mode))
    {
        return error_of_posix(errno);
    }
    *mode = state_before.mode;
    /* Ctrl+C is a key. */
    mode->c_lflag &= (tcflag_t) ~(ICANON | ECHO | ISIG | IEXTEN);
    mode->c_iflag &= (tcflag_t) ~(IXON | ICRNL);
    mode->c_cc[VMIN] = 1;
    mode->c_cc[VTIME] = 0;
    error = state_set(&state_open);
    if (!error)
    {
        suspend_begin(&state_before, &state_open);
    }
    return error;
}

void terminal_close(void)
{
    suspend_end();
    state_set(&state_before);
}

void terminal_size(size_t *width, size_t *height)
{
    struct winsize size;

    *width = 80;
    *height = 25;
    if (!ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) && size.ws_col && size.ws_row)
    {
        *width = size.ws_col;
        *height = size.ws_row;
    }
}

/* ---- Keys ------------------------------------------------------------------------------------ */

/* What follows Esc. */
static const struct
{
    const char *sequence;
    enum key_code code;
} keys[] = {
    { "[A", KEY_UP },       { "[B", KEY_DOWN },       { "[C", KEY_RIGHT },   { "[D", KEY_LEFT },
    { "OA", KEY_UP },       { "OB", KEY_DOWN },       { "OC", KEY_RIGHT },   { "OD", KEY_LEFT },
    { "[H", KEY_HOME },     { "[F", KEY_END },        { "OH", KEY_HOME },    { "OF", KEY_END },
    { "[1~", KEY_HOME },    { "[4~", KEY_END },       { "[7~", KEY_HOME },   { "[8~", KEY_END },
    { "[5~", KEY_PAGE_UP }, { "[6~", KEY_PAGE_DOWN }, { "[3~", KEY_DELETE }, { "[Z", KEY_BACK_TAB },
};

/* What was read, and belongs to the next key; -1: nothing. */
static int byte_left = -1;

/* The next byte, or -1 if none comes within so many milliseconds; -2 at the end of the input. */
static int byte_read(int milliseconds)
{
    struct pollfd input = { .fd = STDIN_FILENO, .events = POLLIN };
    unsigned char byte;

    if (byte_left >= 0)
    {
        byte = (unsigned char)byte_left;
        byte_left = -1;
        return byte;
    }
    if (poll(&input, 1, milliseconds) <= 0)
    {
        return -1;
    }
    return read(STDIN_FILENO, &byte, 1) == 1 ? byte : -2;
}

/* A sequence ends with a letter or ~; one that nobody knows is no key. */
static struct key escape_read(void)
{
    char sequence[16];
    size_t length = 0;
    int byte = byte_read(ESCAPE_WAIT);

    if (byte != '[' && byte != 'O')
    {
        byte_left = byte;
        return (struct key){ KEY_ESCAPE, 0 };
    }
    while (byte >= 0 && length + 1 < sizeof(sequence))
    {
        sequence[length++] = (char)byte;
        if (length > 1 && byte >= '@' && byte <= '~')
        {
            break;
        }
        byte = byte_read(ESCAPE_WAIT);
    }
    sequence[length] = 0;
    for (size_t i = 0; i < ARRAYSIZE(keys); i++)
    {
        if (!strcmp(sequence, keys[i].sequence))
        {
            return (struct key){ keys[i].code, 0 };
        }
    }
    return (struct key){ 0 };
}

/* A character of two or three bytes; what is none, or beyond the basic plane, is no key. */
static struct key character_read(int first)
{
    const int more = first >= 0xf0 ? 3 : first >= 0xe0 ? 2 : first >= 0xc0 ? 1 : 0;
    unsigned int point = more == 2 ? first & 0x0f : more == 1 ? first & 0x1f : (unsigned int)first;

    for (int i = 0; i < more; i++)
    {
        const int byte = byte_read(ESCAPE_WAIT);

        point = byte >= 0 ? point << 6 | (byte & 0x3f) : 0;
    }
    if (more == 3 || point < ' ' || (!more && point >= 0x80))
    {
        return (struct key){ 0 };
    }
    return (struct key){ KEY_CHARACTER, (WCHAR)point };
}

struct key terminal_key(DWORD milliseconds)
{
    const int byte = byte_read((int)milliseconds);

    if (byte == -2 || stop_is_wanted())
    {
        return (struct key){ KEY_STOP, 0 };
    }
    switch (byte)
    {
    case -1: return (struct key){ 0 };
    case CTRL_C: return (struct key){ KEY_STOP, 0 };
    case '\r':
    case '\n': return (struct key){ KEY_ENTER, 0 };
    case '\t': return (struct key){ KEY_TAB, 0 };
    case '\b':
    case 0x7f: return (struct key){ KEY_BACKSPACE, 0 };
    case ESCAPE: return escape_read();
    default: return character_read(byte);
    }
}

/* ---- Drawing --------------------------------------------------------------------------------- */

static void row_append(struct text *text, const struct grid *grid, size_t row)
{
    const struct cell *cells = grid->cells + row * grid->width;
    int style = -1;

    text_append_format(text, L"\x1b[%zu;1H", row + 1);
    for (size_t i = 0; i < grid->width; i++)
    {
        if (!cells[i].unit)
        {
            continue;
        }
        if (cells[i].style != style)
        {
            style = cells[i].style;
            text_append(text, sequences[style]);
        }
        text_append_unit(text, cells[i].unit);
    }
}

DWORD terminal_draw(const struct grid *grid)
{
    struct text text = { 0 };
    DWORD error;

    for (size_t row = 0; row < grid->height; row++)
    {
        row_append(&text, grid, row);
    }
    error = text_write(&text);
    text_free(&text);
    return error;
}
