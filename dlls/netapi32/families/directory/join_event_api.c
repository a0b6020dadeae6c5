/*
 * Who wants to know when the domain has another name: Net*DomainNameChangeNotification. Documented with
 * lmconfig.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>

/* In lmconfig.h, which Wine lacks. */
NET_API_STATUS WINAPI NetRegisterDomainNameChangeNotification(PHANDLE NotificationEventHandle);
NET_API_STATUS WINAPI NetUnregisterDomainNameChangeNotification(HANDLE NotificationEventHandle);

/* The event that Windows sets when the domain has another name. Nobody tells that of the host here: it
 * is never set, and a program that waits for it waits as long as in a domain that keeps its name. */
NET_API_STATUS WINAPI NetRegisterDomainNameChangeNotification(PHANDLE NotificationEventHandle)
{
    if (!NotificationEventHandle)
    {
        return ERROR_INVALID_PARAMETER;
    }
    *NotificationEventHandle = CreateEventW(NULL, FALSE, FALSE, NULL);
    return *NotificationEventHandle ? NERR_Success : GetLastError();
}

/* Only an event can be reset: no other handle of the program's is closed. */
NET_API_STATUS WINAPI NetUnregisterDomainNameChangeNotification(HANDLE NotificationEventHandle)
{
    if (!NotificationEventHandle)
    {
        return ERROR_INVALID_PARAMETER;
    }
    return ResetEvent(NotificationEventHandle) && CloseHandle(NotificationEventHandle)
               ? NERR_Success
               : GetLastError();
}
