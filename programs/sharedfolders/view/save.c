/*
 * Taking rows out of the window.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/save.h"

#include <stdlib.h>
#include <string.h>
#include <commdlg.h>

#include "base/memory.h"
#include "model/export.h"
#include "view/dialogs.h"
#include "view/list.h"
#include "view/status.h"

/* ---- The clipboard --------------------------------------------------------------------------- */

#define CLIPBOARD_TRIES 25
#define CLIPBOARD_PAUSE 20 /* ms */

/* Another program may have it open, for a moment. */
static bool clipboard_open(HWND window)
{
    bool is_open = OpenClipboard(window);

    for (int i = 0; i < CLIPBOARD_TRIES && !is_open; i++)
    {
        Sleep(CLIPBOARD_PAUSE);
        is_open = OpenClipboard(window);
    }
    return is_open;
}

static DWORD to_clipboard(HWND window, const struct text *text)
{
    const size_t size = (text->length + 1) * sizeof(WCHAR);
    HGLOBAL memory = GlobalAlloc(GMEM_MOVEABLE, size);
    void *place = memory ? GlobalLock(memory) : NULL;

    if (!place || !clipboard_open(window))
    {
        const DWORD error = GetLastError();

        GlobalFree(memory);
        return error;
    }
    memcpy(place, text_string(text), size);
    GlobalUnlock(memory);
    EmptyClipboard();
    SetClipboardData(CF_UNICODETEXT, memory);
    CloseClipboard();
    return ERROR_SUCCESS;
}

static void say_count(struct state *state, const char16_t *what, size_t count)
{
    struct text text = { 0 };

    text_append(&text, what);
    text_append_count(&text, count, page_tables[state->page].noun);
    status_say(state, text_string(&text));
    text_free(&text);
}

void save_copy(struct state *state)
{
    const struct row **rows;
    const size_t count = list_selected(state, state->page, &rows);
    struct text text = { 0 };

    if (count)
    {
        DWORD error;

        export_table(state->page, rows, count, &text);
        error = to_clipboard(state->window, &text);
        if (error)
        {
            error_show(state->window, u"Nothing was copied.", error);
        }
        else
        {
            say_count(state, u"Copied ", count);
        }
    }
    free(rows);
    text_free(&text);
}

/* ---- Files ----------------------------------------------------------------------------------- */

/* Halves of surrogate pairs become replacement characters. */
static char *to_utf8(const struct text *text, size_t *size)
{
    const int length = (int)text->length;
    const int needed =
        WideCharToMultiByte(CP_UTF8, 0, text_string(text), length, NULL, 0, NULL, NULL);
    char *bytes = memory_resize(NULL, (size_t)needed, 1);

    *size = (size_t)WideCharToMultiByte(CP_UTF8, 0, text_string(text), length, bytes, needed, NULL,
                                        NULL);
    return bytes;
}

static DWORD write_file(const WCHAR *path, const struct text *text)
{
    HANDLE file =
        CreateFileW(path, GENERIC_WRITE, 0, NULL, CREATE_ALWAYS, FILE_ATTRIBUTE_NORMAL, NULL);
    DWORD error = file == INVALID_HANDLE_VALUE ? GetLastError() : ERROR_SUCCESS;
    DWORD written = 0;
    size_t size;
    char *bytes;

    if (error)
    {
        return error;
    }
    bytes = to_utf8(text, &size);
    if (!WriteFile(file, bytes, (DWORD)size, &written, NULL))
    {
        error = GetLastError();
    }
    else if (written != size)
    {
        error = ERROR_DISK_FULL;
    }
    free(bytes);
    if (!CloseHandle(file) && !error)
    {
        error = GetLastError();
    }
    return error;
}

static void save_to(struct state *state, const WCHAR *path, bool as_json)
{
    const struct row **rows;
    const size_t count = list_present(state, state->page, &rows);
    struct text text = { 0 };
    DWORD error;

    (as_json ? export_json : export_csv)(state->page, rows, count, &text);
    error = write_file(path, &text);
    if (error)
    {
        error_show(state->window, u"The list was not saved.", error);
    }
    else
    {
        say_count(state, u"Saved ", count);
    }
    free(rows);
    text_free(&text);
}

static bool ends_with(const WCHAR *path, const WCHAR *end)
{
    const size_t length = string_length(path);
    const size_t end_length = string_length(end);

    return length >= end_length && !string_compare(path + length - end_length, end);
}

void save_as(struct state *state)
{
    WCHAR path[MAX_PATH] = L"";
    OPENFILENAMEW dialog = {
        .lStructSize = sizeof(dialog),
        .hwndOwner = state->window,
        .lpstrFilter = L"Comma-separated values (*.csv)\0*.csv\0JSON (*.json)\0*.json\0",
        .nFilterIndex = 1,
        .lpstrFile = path,
        .nMaxFile = ARRAYSIZE(path),
        .lpstrTitle = L"Save List As",
        .lpstrDefExt = L"csv",
        .Flags = OFN_OVERWRITEPROMPT | OFN_PATHMUSTEXIST | OFN_HIDEREADONLY | OFN_NOCHANGEDIR,
    };

    if (GetSaveFileNameW(&dialog))
    {
        save_to(state, path,
                ends_with(path, L".json") ||
                    (dialog.nFilterIndex == 2 && !ends_with(path, L".csv")));
    }
}

/* ---- A row ----------------------------------------------------------------------------------- */

void save_show_details(struct state *state)
{
    const struct page_table *table = &page_tables[state->page];
    const struct row **rows;
    struct text text = { 0 };

    if (list_selected(state, state->page, &rows))
    {
        for (size_t i = 0; i < table->count; i++)
        {
            text_append(&text, table->columns[i].heading);
            text_append(&text, u": ");
            row_append_shown(rows[0], i, &text);
            text_append(&text, u"\r\n");
        }
        text_show(state, state->window, L"Properties", text_string(&text));
    }
    free(rows);
    text_free(&text);
}
