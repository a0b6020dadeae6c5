/*
 * Values as text, in a ring of memory that each thread has for it
 *
 * Only wine/test_main.h includes this file.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef WINETEST_TEST_DBGSTR_H
#define WINETEST_TEST_DBGSTR_H

/* The most one string may take, quotes, escapes and ellipsis included. */
#define WINETEST_TEXT_SIZE 512

struct winetest_text
{
    size_t length;
    char chars[WINETEST_TEXT_SIZE];
};

static void winetest_append(struct winetest_text *text, const char *format, ...)
    WINETEST_PRINTF(2, 3);

static void winetest_append(struct winetest_text *text, const char *format, ...)
{
    va_list args;
    int length;

    va_start(args, format);
    length = vsnprintf(text->chars + text->length, WINETEST_TEXT_SIZE - text->length, format, args);
    va_end(args);
    if (length > 0 && (size_t)length < WINETEST_TEXT_SIZE - text->length)
    {
        text->length += (size_t)length;
    }
    text->chars[text->length] = 0;
}

static const char *winetest_keep(const struct winetest_text *text)
{
    struct winetest_thread *thread = winetest_this_thread();
    char *kept;

    if (thread->strings_used + text->length + 1 > WINETEST_STRINGS_SIZE)
    {
        thread->strings_used = 0;
    }
    kept = thread->strings + thread->strings_used;
    memcpy(kept, text->chars, text->length + 1);
    thread->strings_used += text->length + 1;
    return kept;
}

static void winetest_append_char(struct winetest_text *text, unsigned int c, int digits)
{
    switch (c)
    {
    case '\n': winetest_append(text, "\\n"); break;
    case '\r': winetest_append(text, "\\r"); break;
    case '\t': winetest_append(text, "\\t"); break;
    case '"': winetest_append(text, "\\\""); break;
    case '\\': winetest_append(text, "\\\\"); break;
    default:
        if (c >= ' ' && c < 127)
        {
            winetest_append(text, "%c", (int)c);
        }
        else
        {
            winetest_append(text, "\\%0*x", digits, c);
        }
    }
}

/* NULL, and what is an atom or another small number, is not followed. */
static int winetest_append_unreadable(struct winetest_text *text, const void *string)
{
    if (!string)
    {
        winetest_append(text, "(null)");
    }
    else if (!((ULONG_PTR)string >> 16))
    {
        winetest_append(text, "#%04x", (unsigned int)(ULONG_PTR)string);
    }
    return text->length > 0;
}

const char *wine_dbgstr_an(const char *string, intptr_t length)
{
    struct winetest_text text = { 0, "" };
    intptr_t i;

    if (winetest_append_unreadable(&text, string))
    {
        return winetest_keep(&text);
    }
    winetest_append(&text, "\"");
    for (i = 0; (length < 0 ? string[i] != 0 : i < length); i++)
    {
        if (text.length > WINETEST_TEXT_SIZE - 16)
        {
            break;
        }
        winetest_append_char(&text, (unsigned char)string[i], 2);
    }
    winetest_append(&text, (length < 0 ? !string[i] : i == length) ? "\"" : "\"...");
    return winetest_keep(&text);
}

const char *wine_dbgstr_wn(const WCHAR *string, intptr_t length)
{
    struct winetest_text text = { 0, "" };
    intptr_t i;

    if (winetest_append_unreadable(&text, string))
    {
        return winetest_keep(&text);
    }
    winetest_append(&text, "L\"");
    for (i = 0; (length < 0 ? string[i] != 0 : i < length); i++)
    {
        if (text.length > WINETEST_TEXT_SIZE - 16)
        {
            break;
        }
        winetest_append_char(&text, string[i], 4);
    }
    winetest_append(&text, (length < 0 ? !string[i] : i == length) ? "\"" : "\"...");
    return winetest_keep(&text);
}

const char *wine_dbgstr_guid(const GUID *guid)
{
    struct winetest_text text = { 0, "" };
    const unsigned char *tail;

    if (!winetest_append_unreadable(&text, guid))
    {
        tail = guid->Data4;
        winetest_append(&text, "{%08lx-%04x-%04x-%02x%02x-%02x%02x%02x%02x%02x%02x}", guid->Data1,
                        guid->Data2, guid->Data3, tail[0], tail[1], tail[2], tail[3], tail[4],
                        tail[5], tail[6], tail[7]);
    }
    return winetest_keep(&text);
}

const char *wine_dbgstr_point(const POINT *point)
{
    struct winetest_text text = { 0, "" };

    if (!winetest_append_unreadable(&text, point))
    {
        winetest_append(&text, "(%ld,%ld)", point->x, point->y);
    }
    return winetest_keep(&text);
}

const char *wine_dbgstr_size(const SIZE *size)
{
    struct winetest_text text = { 0, "" };

    if (!winetest_append_unreadable(&text, size))
    {
        winetest_append(&text, "(%ld,%ld)", size->cx, size->cy);
    }
    return winetest_keep(&text);
}

const char *wine_dbgstr_rect(const RECT *rect)
{
    struct winetest_text text = { 0, "" };

    if (!winetest_append_unreadable(&text, rect))
    {
        winetest_append(&text, "(%ld,%ld)-(%ld,%ld)", rect->left, rect->top, rect->right,
                        rect->bottom);
    }
    return winetest_keep(&text);
}

const char *wine_dbgstr_longlong(ULONGLONG number)
{
    struct winetest_text text = { 0, "" };

    if (number >> 32)
    {
        winetest_append(&text, "%lx%08lx", (DWORD)(number >> 32), (DWORD)number);
    }
    else
    {
        winetest_append(&text, "%lx", (DWORD)number);
    }
    return winetest_keep(&text);
}

#endif
