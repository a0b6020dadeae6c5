/*
 * Windows' addresses as text.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Without the sockets that <windows.h> would bring: those of POSIX are meant.
 */
#include <arpa/inet.h>
#include <windows.h>

#define WINDOWS_AF_INET  2
#define WINDOWS_AF_INET6 23

const WCHAR *WINAPI InetNtopW(INT family, void *address, WCHAR *text, SIZE_T capacity);

const WCHAR *WINAPI InetNtopW(INT family, void *address, WCHAR *text, SIZE_T capacity)
{
    const int of_posix = family == WINDOWS_AF_INET ? AF_INET : AF_INET6;
    char ascii[INET6_ADDRSTRLEN];

    if ((family != WINDOWS_AF_INET && family != WINDOWS_AF_INET6) ||
        !inet_ntop(of_posix, address, ascii, sizeof(ascii)) ||
        !MultiByteToWideChar(CP_UTF8, 0, ascii, -1, text, (int)capacity))
    {
        SetLastError(ERROR_INVALID_PARAMETER);
        return NULL;
    }
    return text;
}
