/*
 * What the Help menu says.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "view/help.h"

#include "view/dialogs.h"

#define VERSION L"" PACKAGE_VERSION

static const char16_t keys_and_marks[] =
    u"Marks in the first column\r\n"
    u"    +  came since the answer before\r\n"
    u"    -  went since, and is shown a little longer\r\n"
    u"    ?  is old: the server has failed since\r\n"
    u"\"not told\" is what a server does not say; 0 and nothing at all are what it says.\r\n"
    u"\r\n"
    u"Keys\r\n"
    u"    Ctrl+1 to Ctrl+4: Shares, Sessions, Open Files, Connections\r\n"
    u"    Tab, F6: next part of the window\r\n"
    u"    Ctrl+F: filter, words that a row has to have\r\n"
    u"    Alt+1 to Alt+9: sort by that column; again: the other way round\r\n"
    u"    F5: refresh; Ctrl+P: pause\r\n"
    u"    Esc: cancel what is being asked; in the filter: take it away\r\n"
    u"    Del: close what is selected; Ctrl+D: disconnect all\r\n"
    u"    Ctrl+N: new share; Enter, Alt+Enter: properties\r\n"
    u"    Ctrl+C: copy; Ctrl+S: save as CSV or JSON\r\n"
    u"    Ctrl+Shift+A: add a server; Ctrl+Shift+G: make a group; Ctrl+Shift+Del: remove either\r\n"
    u"    Ctrl+L: log in to the server\r\n";

void help_keys(const struct state *state)
{
    text_show(state, state->window, u"Keys and Marks", keys_and_marks);
}

void help_about(const struct state *state)
{
    MessageBoxW(state->window,
                L"Shared "
                L"Folders"
                L" " VERSION L"\n\nWhat servers share, who is connected and which files are open, "
                L"by the functions "
                L"of netapi32.dll.\n\nLGPL-2.1-or-later",
                L"About Shared Folders", MB_ICONINFORMATION);
}
