/*
 * What netapi32.dll asks the system for beside memory: sockets, events, threads, files. It is counted,
 * and each request can fail.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>

#include "resources.h"

#include "failing.h"
#include "imports.h"

static volatile LONG held;

LONG resources_held(void)
{
    return held;
}

/* Whether the system gives none, and says why. */
static BOOL gives_none(DWORD error)
{
    if (!request_fails(REQUEST_RESOURCE))
    {
        return FALSE;
    }
    SetLastError(error); /* which is WSASetLastError(), too */
    return TRUE;
}

static HANDLE opened(HANDLE handle)
{
    if (handle && handle != INVALID_HANDLE_VALUE)
    {
        InterlockedIncrement(&held);
    }
    return handle;
}

/* ---- In the place of the system's ------------------------------------------------------------- */

static HANDLE(WINAPI *real_create_event)(SECURITY_ATTRIBUTES *security, BOOL manual, BOOL set,
                                         LPCWSTR name);
static HANDLE(WINAPI *real_create_mutex)(SECURITY_ATTRIBUTES *security, BOOL owned, LPCWSTR name);
static HANDLE(WINAPI *real_create_thread)(SECURITY_ATTRIBUTES *security, SIZE_T stack,
                                          LPTHREAD_START_ROUTINE start, void *argument, DWORD flags,
                                          DWORD *id);
static HANDLE(WINAPI *real_create_file)(LPCWSTR name, DWORD access, DWORD share,
                                        SECURITY_ATTRIBUTES *security, DWORD disposition,
                                        DWORD flags, HANDLE template);
static BOOL(WINAPI *real_close_handle)(HANDLE handle);
static SOCKET(WSAAPI *real_socket)(int family, int type, int protocol, WSAPROTOCOL_INFOW *info,
                                   GROUP group, DWORD flags);
static int(WSAAPI *real_close_socket)(SOCKET socket);
static WSAEVENT(WSAAPI *real_create_wsa_event)(void);
static BOOL(WSAAPI *real_close_wsa_event)(WSAEVENT event);

static HANDLE WINAPI watched_create_event(SECURITY_ATTRIBUTES *security, BOOL manual, BOOL set,
                                          LPCWSTR name)
{
    return gives_none(ERROR_NO_SYSTEM_RESOURCES)
               ? NULL
               : opened(real_create_event(security, manual, set, name));
}

static HANDLE WINAPI watched_create_mutex(SECURITY_ATTRIBUTES *security, BOOL owned, LPCWSTR name)
{
    return gives_none(ERROR_NO_SYSTEM_RESOURCES) ? NULL
                                                 : opened(real_create_mutex(security, owned, name));
}

static HANDLE WINAPI watched_create_thread(SECURITY_ATTRIBUTES *security, SIZE_T stack,
                                           LPTHREAD_START_ROUTINE start, void *argument,
                                           DWORD flags, DWORD *id)
{
    return gives_none(ERROR_NOT_ENOUGH_MEMORY)
               ? NULL
               : opened(real_create_thread(security, stack, start, argument, flags, id));
}

static HANDLE WINAPI watched_create_file(LPCWSTR name, DWORD access, DWORD share,
                                         SECURITY_ATTRIBUTES *security, DWORD disposition,
                                         DWORD flags, HANDLE template)
{
    return gives_none(ERROR_NO_SYSTEM_RESOURCES)
               ? INVALID_HANDLE_VALUE
               : opened(
                     real_create_file(name, access, share, security, disposition, flags, template));
}

static BOOL WINAPI watched_close_handle(HANDLE handle)
{
    InterlockedDecrement(&held);
    return real_close_handle(handle);
}

static SOCKET WSAAPI watched_socket(int family, int type, int protocol, WSAPROTOCOL_INFOW *info,
                                    GROUP group, DWORD flags)
{
    return gives_none(WSAENOBUFS)
               ? INVALID_SOCKET
               : (SOCKET)opened((HANDLE)real_socket(family, type, protocol, info, group, flags));
}

static int WSAAPI watched_close_socket(SOCKET socket)
{
    InterlockedDecrement(&held);
    return real_close_socket(socket);
}

static WSAEVENT WSAAPI watched_create_wsa_event(void)
{
    return gives_none(WSA_NOT_ENOUGH_MEMORY) ? WSA_INVALID_EVENT : opened(real_create_wsa_event());
}

static BOOL WSAAPI watched_close_wsa_event(WSAEVENT event)
{
    InterlockedDecrement(&held);
    return real_close_wsa_event(event);
}

void resources_watch(HMODULE dll)
{
    real_create_event = imports_replace(dll, "CreateEventW", watched_create_event);
    real_create_mutex = imports_replace(dll, "CreateMutexW", watched_create_mutex);
    real_create_thread = imports_replace(dll, "CreateThread", watched_create_thread);
    real_create_file = imports_replace(dll, "CreateFileW", watched_create_file);
    real_close_handle = imports_replace(dll, "CloseHandle", watched_close_handle);
    real_socket = imports_replace(dll, "WSASocketW", watched_socket);
    real_close_socket = imports_replace(dll, "closesocket", watched_close_socket);
    real_create_wsa_event = imports_replace(dll, "WSACreateEvent", watched_create_wsa_event);
    real_close_wsa_event = imports_replace(dll, "WSACloseEvent", watched_close_wsa_event);
}
