/*
 * The calls of tests/bench/caller.c, made as a Windows program makes them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "caller.h"

#define WIN32_LEAN_AND_MEAN
#include <winsock2.h>
#include <windows.h>
#include <lm.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <wincred.h>
#include <ws2tcpip.h>

#define TEXT_SIZE    256
#define NS_OF_SECOND 1000000000ull

uint64_t system_now(void)
{
    LARGE_INTEGER frequency, now;

    QueryPerformanceFrequency(&frequency);
    QueryPerformanceCounter(&now);
    return (uint64_t)now.QuadPart * (NS_OF_SECOND / (uint64_t)frequency.QuadPart);
}

void system_sleep(unsigned int milliseconds)
{
    Sleep(milliseconds);
}

struct thread
{
    HANDLE handle;
    void (*run)(void *);
    void *argument;
};

static DWORD WINAPI run_thread(void *argument)
{
    struct thread *thread = argument;

    thread->run(thread->argument);
    return 0;
}

int system_run_threads(unsigned int count, void (*run)(void *), void *argument)
{
    struct thread *threads = calloc(count, sizeof(*threads));
    unsigned int started = 0;

    while (threads && started < count)
    {
        threads[started].run = run;
        threads[started].argument = argument;
        threads[started].handle = CreateThread(NULL, 0, run_thread, &threads[started], 0, NULL);
        if (!threads[started].handle)
        {
            exit(1); /* the others wait for this one */
        }
        started++;
    }
    for (unsigned int i = 0; i < started; i++)
    {
        WaitForSingleObject(threads[i].handle, INFINITE);
        CloseHandle(threads[i].handle);
    }
    free(threads);
    return started < count;
}

/* The request of wineserver that no library makes: that of PulseEvent(), which is out of use. */
void system_mark(void)
{
    static HANDLE event;

    if (!event)
    {
        event = CreateEventW(NULL, TRUE, FALSE, NULL);
    }
    PulseEvent(event);
}

/* ---- The library ----------------------------------------------------------------------------- */

static const WCHAR *wide(const char *text, WCHAR units[TEXT_SIZE])
{
    MultiByteToWideChar(CP_UTF8, 0, text, -1, units, TEXT_SIZE);
    return units;
}

static uint32_t set_value(const WCHAR *key, const WCHAR *name, DWORD type, const void *data,
                          size_t size)
{
    return (uint32_t)RegSetKeyValueW(HKEY_CURRENT_USER, key, name, type, data, (DWORD)size);
}

uint32_t library_add_server(const char *name, const char *address, const char *port,
                            const char *user, const char *password)
{
    WCHAR names[4][TEXT_SIZE];
    WCHAR key[TEXT_SIZE * 2] = L"Software\\Wine\\Netapi32\\Servers\\";
    DWORD number = strtoul(port, NULL, 10);
    CREDENTIALW credential = {
        .Type = CRED_TYPE_DOMAIN_PASSWORD,
        .TargetName = (WCHAR *)wide(name, names[0]),
        .CredentialBlob = (BYTE *)wide(password, names[1]),
        .Persist = CRED_PERSIST_LOCAL_MACHINE,
        .UserName = (WCHAR *)wide(user, names[2]),
    };
    uint32_t status;

    wide(address, names[3]);
    wcscat(key, names[0]);
    status = set_value(key, L"Address", REG_SZ, names[3], (wcslen(names[3]) + 1) * sizeof(WCHAR));
    if (!status)
    {
        status = set_value(key, L"Port", REG_DWORD, &number, sizeof(number));
    }
    credential.CredentialBlobSize = (DWORD)(wcslen(names[1]) * sizeof(WCHAR));
    return status || CredWriteW(&credential, 0) ? status : GetLastError();
}

uint32_t library_ask(const char *kind, const char *server, uint32_t level, uint32_t *entries)
{
    WCHAR name[TEXT_SIZE];
    BYTE *buffer = NULL;
    DWORD read = 0, total = 0, resume = 0;
    DWORD_PTR resume_file = 0;
    NET_API_STATUS status = ERROR_INVALID_PARAMETER;

    wide(server, name);
    if (!strcmp(kind, "sessions"))
    {
        status = NetSessionEnum(name, NULL, NULL, level, &buffer, MAX_PREFERRED_LENGTH, &read,
                                &total, &resume);
    }
    else if (!strcmp(kind, "shares"))
    {
        status = NetShareEnum(name, level, &buffer, MAX_PREFERRED_LENGTH, &read, &total, &resume);
    }
    else if (!strcmp(kind, "files"))
    {
        status = NetFileEnum(name, NULL, NULL, level, &buffer, MAX_PREFERRED_LENGTH, &read, &total,
                             &resume_file);
    }
    else if (!strcmp(kind, "users"))
    {
        status = NetUserEnum(name, level, 0, &buffer, MAX_PREFERRED_LENGTH, &read, &total, &resume);
    }
    else if (!strcmp(kind, "workstation"))
    {
        read = 1;
        status = NetWkstaGetInfo(name, level, &buffer);
    }
    *entries = read;
    if (buffer)
    {
        NetApiBufferFree(buffer);
    }
    return status;
}

/* ---- The bare network ------------------------------------------------------------------------ */

intptr_t bare_connect(const char *address, const char *port)
{
    const int on = 1;
    struct sockaddr_in server = {
        .sin_family = AF_INET,
        .sin_port = htons((u_short)strtoul(port, NULL, 10)),
    };
    WSADATA data;
    SOCKET made;

    if (WSAStartup(MAKEWORD(2, 2), &data))
    {
        return -1;
    }
    made = socket(AF_INET, SOCK_STREAM, 0);
    if (made != INVALID_SOCKET && inet_pton(AF_INET, address, &server.sin_addr) == 1 &&
        !setsockopt(made, IPPROTO_TCP, TCP_NODELAY, (const char *)&on, sizeof(on)) &&
        !connect(made, (struct sockaddr *)&server, sizeof(server)))
    {
        return (intptr_t)made;
    }
    closesocket(made);
    return -1;
}

int bare_exchange(intptr_t connection, char *buffer, int size, int answer_size)
{
    int done = send((SOCKET)connection, buffer, size, 0);
    int received = 0;

    while (done > 0 && received < answer_size)
    {
        done = recv((SOCKET)connection, buffer, answer_size - received, 0);
        received += done;
    }
    return done <= 0;
}
