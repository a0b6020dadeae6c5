/*
 * Adds users to this computer and looks for them, as the program of tests/accounts/run
 *
 *     accounts.exe add NAME COUNT        adds NAME0, NAME1, ..., a line for each when it is there
 *     accounts.exe remove NAME
 *     accounts.exe join GROUP NAME       makes a user a member of a local group
 *     accounts.exe members GROUP         how many there are
 *     accounts.exe password NAME OLD NEW
 *     accounts.exe count                 how many users there are
 *     accounts.exe ask                   for each line, a name: whether there is a user of that name
 *     accounts.exe kill NAME TIMES       starts itself to add users, and ends it at any moment; each
 *                                        time all must be there of whom it told, and one more at most
 *
 * Prints what the functions return, one line for each call.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef UNICODE
#define UNICODE
#endif

#include <stdio.h>
#include <stdlib.h>
#include <wchar.h>
#include <windows.h>
#include <lm.h>

#define PASSWORD L"First.1"

int wmain(int argc, wchar_t *argv[]);

static NET_API_STATUS add_user(const WCHAR *name, unsigned long number)
{
    WCHAR text[UNLEN + 1];
    USER_INFO_1 user = { 0 };

    swprintf(text, UNLEN, L"%ls%lu", name, number);
    user.usri1_name = text;
    user.usri1_password = (WCHAR *)PASSWORD;
    user.usri1_priv = USER_PRIV_USER;
    user.usri1_flags = UF_SCRIPT;
    return NetUserAdd(NULL, 1, (BYTE *)&user, NULL);
}

static NET_API_STATUS find_user(const WCHAR *name)
{
    BYTE *user = NULL;
    NET_API_STATUS status = NetUserGetInfo(NULL, name, 3, &user);

    if (user)
    {
        NetApiBufferFree(user);
    }
    return status;
}

static DWORD count_users(void)
{
    BYTE *users = NULL;
    DWORD read = 0, total = 0;

    NetUserEnum(NULL, 0, 0, &users, MAX_PREFERRED_LENGTH, &read, &total, NULL);
    if (users)
    {
        NetApiBufferFree(users);
    }
    return read;
}

static int add(const WCHAR *name, unsigned long count)
{
    unsigned long i;
    NET_API_STATUS status = NERR_Success;

    for (i = 0; i < count && !status; i++)
    {
        status = add_user(name, i);
        printf("%lu\n", status);
        fflush(stdout);
    }
    return status != NERR_Success;
}

static NET_API_STATUS join(WCHAR *group, WCHAR *name)
{
    LOCALGROUP_MEMBERS_INFO_3 member = { name };

    return NetLocalGroupAddMembers(NULL, group, 3, (BYTE *)&member, 1);
}

static DWORD count_members(const WCHAR *group)
{
    BYTE *members = NULL;
    DWORD read = 0, total = 0;

    NetLocalGroupGetMembers(NULL, group, 3, &members, MAX_PREFERRED_LENGTH, &read, &total, NULL);
    if (members)
    {
        NetApiBufferFree(members);
    }
    return read;
}

static void ask(void)
{
    char line[UNLEN + 2];
    WCHAR name[UNLEN + 2];

    while (fgets(line, sizeof(line), stdin))
    {
        line[strcspn(line, "\r\n")] = 0;
        MultiByteToWideChar(CP_UTF8, 0, line, -1, name, UNLEN);
        printf("%lu\n", find_user(name));
        fflush(stdout);
    }
}

/* ---- Ending a writer ------------------------------------------------------------------------- */

/* Starts the writer with its standard output in a pipe. */
static HANDLE start_writer(const WCHAR *name, HANDLE *output)
{
    SECURITY_ATTRIBUTES inherited = { sizeof(inherited), NULL, TRUE };
    STARTUPINFOW start = { .cb = sizeof(start) };
    PROCESS_INFORMATION writer = { .hProcess = NULL };
    WCHAR program[MAX_PATH];
    WCHAR command[MAX_PATH * 2];
    HANDLE write_end = NULL;

    GetModuleFileNameW(NULL, program, MAX_PATH);
    swprintf(command, MAX_PATH * 2, L"\"%ls\" add %ls 100000", program, name);
    CreatePipe(output, &write_end, &inherited, 0);
    SetHandleInformation(*output, HANDLE_FLAG_INHERIT, 0);
    start.dwFlags = STARTF_USESTDHANDLES;
    start.hStdOutput = write_end;
    if (!CreateProcessW(NULL, command, NULL, NULL, TRUE, 0, NULL, NULL, &start, &writer))
    {
        fprintf(stderr, "the writer does not start: %lu\n", GetLastError());
        exit(2);
    }
    CloseHandle(write_end);
    CloseHandle(writer.hThread);
    return writer.hProcess;
}

/* How many lines come, up to the end or to a limit. */
static DWORD count_lines(HANDLE output, DWORD lines_max)
{
    DWORD lines = 0, size = 0;
    char c;

    while (lines < lines_max && ReadFile(output, &c, 1, &size, NULL) && size)
    {
        lines += c == '\n';
    }
    return lines;
}

static int end_writers(const WCHAR *name, unsigned long times)
{
    DWORD failures = 0;
    unsigned long i;

    for (i = 0; i < times; i++)
    {
        DWORD before = count_users(), told, added;
        HANDLE output = NULL, writer;
        WCHAR own[UNLEN + 1], last[UNLEN + 1];

        swprintf(own, UNLEN, L"%ls%lu-", name, i);
        writer = start_writer(own, &output);
        told = count_lines(output, 1 + i % 3);
        Sleep((DWORD)(i * 7 % 23));
        TerminateProcess(writer, 1);
        WaitForSingleObject(writer, INFINITE);
        told += count_lines(output, MAXDWORD);
        added = count_users() - before;
        swprintf(last, UNLEN, L"%ls%lu", own, told ? told - 1 : 0);
        if (!told || added < told || added > told + 1 || find_user(last) ||
            add_user(L"next", i) != NERR_Success)
        {
            fprintf(stderr, "%lu: the writer told of %lu users, there are %lu\n", i, told, added);
            failures++;
        }
        CloseHandle(output);
        CloseHandle(writer);
    }
    printf("%lu\n", failures);
    return failures != 0;
}

int wmain(int argc, wchar_t *argv[])
{
    const WCHAR *what = argc > 1 ? argv[1] : L"";

    if (argc == 4 && !wcscmp(what, L"add"))
    {
        return add(argv[2], wcstoul(argv[3], NULL, 10));
    }
    if (argc == 4 && !wcscmp(what, L"kill"))
    {
        return end_writers(argv[2], wcstoul(argv[3], NULL, 10));
    }
    if (argc == 3 && !wcscmp(what, L"remove"))
    {
        printf("%lu\n", NetUserDel(NULL, argv[2]));
    }
    else if (argc == 4 && !wcscmp(what, L"join"))
    {
        printf("%lu\n", join(argv[2], argv[3]));
    }
    else if (argc == 3 && !wcscmp(what, L"members"))
    {
        printf("%lu\n", count_members(argv[2]));
    }
    else if (argc == 5 && !wcscmp(what, L"password"))
    {
        printf("%lu\n", NetUserChangePassword(NULL, argv[2], argv[3], argv[4]));
    }
    else if (argc == 2 && !wcscmp(what, L"count"))
    {
        printf("%lu\n", count_users());
    }
    else if (argc == 2 && !wcscmp(what, L"ask"))
    {
        ask();
    }
    else
    {
        fprintf(stderr, "usage: see the source\n");
        return 2;
    }
    return 0;
}
