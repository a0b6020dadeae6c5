/*
 * Reads what the windows of another program show, for tests that work it as a person would.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *   reader.exe
 *
 * Standard input is lines, VERB [WINDOW [NUMBER...]]; each is answered by a line of JSON. A window is
 * the number that the answers of "windows" and "children" have. What a verb answers is in screen.h and
 * controls.h:
 *
 *   windows | children WINDOW | focus | clipboard | needed WINDOW
 *   list WINDOW | tree WINDOW | tabs WINDOW | status WINDOW | toolbar WINDOW | combo WINDOW
 *   row-rect WINDOW ROW | header-rect LIST COLUMN | tab-rect WINDOW NUMBER
 *   send WINDOW MESSAGE WPARAM LPARAM   { "result" }
 *   post WINDOW MESSAGE WPARAM LPARAM   { "result" }: whether it could be posted
 *   place WINDOW WIDTH HEIGHT           { "result" }: the window is at the screen's corner, of this size
 *   send-text WINDOW TEXT               { "result" } of WM_SETTEXT
 *   set-clipboard TEXT                  { "result" }: 1
 *
 * { "error" } stands for all that was wanted where the other program does not answer, or the verb is
 * unknown. Both programs have the same width: structures of controls go from one to the other.
 */

#include <stdio.h>
#include <string.h>
#include <windows.h>

#include "controls.h"
#include "foreign.h"
#include "json.h"
#include "screen.h"

#define NUMBERS_MAX 4

struct request
{
    HWND window;
    long long numbers[NUMBERS_MAX]; /* the first is the window */
    char *text;                     /* all behind the verb */
};

static void windows(const struct request *request)
{
    (void)request;
    write_windows();
}

static void children(const struct request *request)
{
    write_children(request->window);
}

static void focus(const struct request *request)
{
    (void)request;
    write_focus();
}

static void clipboard(const struct request *request)
{
    (void)request;
    write_clipboard();
}

static void needed(const struct request *request)
{
    write_needed_size(request->window);
}

static void list(const struct request *request)
{
    write_list_view(request->window);
}

static void tree(const struct request *request)
{
    write_tree_view(request->window);
}

static void tabs(const struct request *request)
{
    write_tabs(request->window);
}

static void status(const struct request *request)
{
    write_status_bar(request->window);
}

static void toolbar(const struct request *request)
{
    write_tool_bar(request->window);
}

static void combo(const struct request *request)
{
    write_combo_box(request->window);
}

static void row_rect(const struct request *request)
{
    write_row_rect(request->window, (int)request->numbers[1]);
}

static void header_rect(const struct request *request)
{
    write_header_rect(request->window, (int)request->numbers[1]);
}

static void tab_rect(const struct request *request)
{
    write_tab_rect(request->window, (int)request->numbers[1]);
}

static void write_result(long long result)
{
    json_open('{');
    json_number_of("result", result);
    json_close('}');
}

static void send_message(const struct request *request)
{
    write_result(foreign_send(request->window, (UINT)request->numbers[1],
                              (WPARAM)request->numbers[2], (LPARAM)request->numbers[3]));
}

static void post_message(const struct request *request)
{
    write_result(PostMessageW(request->window, (UINT)request->numbers[1],
                              (WPARAM)request->numbers[2], (LPARAM)request->numbers[3]));
}

static void place(const struct request *request)
{
    write_result(SetWindowPos(request->window, NULL, 0, 0, (int)request->numbers[1],
                              (int)request->numbers[2], SWP_NOZORDER | SWP_NOACTIVATE));
}

static void send_text(const struct request *request)
{
    const char *text = request->text + strcspn(request->text, " ");
    WCHAR wide[FOREIGN_TEXT_MAX] = { 0 };

    MultiByteToWideChar(CP_UTF8, 0, *text ? text + 1 : text, -1, wide, FOREIGN_TEXT_MAX);
    /* The system carries this text itself. */
    write_result(foreign_send(request->window, WM_SETTEXT, 0, (LPARAM)wide));
}

static void set_clipboard_text(const struct request *request)
{
    WCHAR wide[FOREIGN_TEXT_MAX] = { 0 };

    MultiByteToWideChar(CP_UTF8, 0, request->text, -1, wide, FOREIGN_TEXT_MAX);
    set_clipboard(wide);
    write_result(1);
}

static const struct
{
    const char *verb;
    void (*answer)(const struct request *request);
} verbs[] = {
    { "windows", windows },
    { "children", children },
    { "focus", focus },
    { "clipboard", clipboard },
    { "needed", needed },
    { "list", list },
    { "tree", tree },
    { "tabs", tabs },
    { "status", status },
    { "toolbar", toolbar },
    { "combo", combo },
    { "row-rect", row_rect },
    { "header-rect", header_rect },
    { "tab-rect", tab_rect },
    { "send", send_message },
    { "post", post_message },
    { "place", place },
    { "send-text", send_text },
    { "set-clipboard", set_clipboard_text },
};

static void write_error(const WCHAR *error)
{
    json_open('{');
    json_text_of("error", error);
    json_close('}');
}

static void answer(const char *verb, char *rest)
{
    struct request request = { .text = rest };

    sscanf(rest, "%lld %lld %lld %lld", &request.numbers[0], &request.numbers[1],
           &request.numbers[2], &request.numbers[3]);
    request.window = (HWND)(ULONG_PTR)request.numbers[0];
    for (size_t i = 0; i < sizeof(verbs) / sizeof(verbs[0]); i++)
        if (!strcmp(verbs[i].verb, verb))
        {
            verbs[i].answer(&request);
            return;
        }
    write_error(L"unknown verb");
}

int main(void)
{
    char line[2 * FOREIGN_TEXT_MAX];

    /* Rectangles are those of the screen, whatever the program in question says of itself. */
    SetProcessDPIAware();
    while (fgets(line, sizeof(line), stdin))
    {
        char *rest = line + strcspn(line, " \r\n");

        rest[strcspn(rest, "\r\n")] = 0;
        if (*rest)
            *rest++ = 0;
        foreign_forget();
        answer(line, rest);
        json_end();
        /* Known only now: a line of its own says that the one before counts for nothing. */
        if (foreign_is_silent())
            write_error(L"the window does not answer");
        else
            json_bool(true);
        json_end();
    }
    return 0;
}
