/*
 * What the portable part of the program needs of the system.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <windows.h>

#include "base/host.h"

char16_t host_upper(char16_t unit)
{
    return unit < 0x80 ? (char16_t)(unit >= u'a' && unit <= u'z' ? unit - 32 : unit)
                       : (char16_t)(ULONG_PTR)CharUpperW((WCHAR *)(ULONG_PTR)unit);
}

_Noreturn void host_memory_exhausted(void)
{
    MessageBoxW(NULL, L"There is not enough memory. The program ends.", L"Shared Folders",
                MB_ICONERROR);
    ExitProcess(1);
}
