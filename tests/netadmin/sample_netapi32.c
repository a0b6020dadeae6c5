/*
 * A netapi32.dll with made-up sessions: what netadmin shows of them can be tested without a server.
 *
 * The server's name says how it behaves: \\sample answers at once, \\paged one session at a time,
 * \\empty has none, \\stuck has more but never gives it, \\closed shows its sessions and closes
 * none, \\denied refuses everything, \\stub pretends to succeed and answers nothing. \\vault has
 * one session: the user and the password that the Credential Manager holds for it. \\changing drops
 * the first session at the second call and denies the third; \\slow answers after some seconds,
 * \\tired from the second call on.
 * For many servers at once: those whose names begin with \\counted wait until three of them are asked at
 * the same time; the Opens of their one session are the most that were so far. \\late answers after some
 * seconds, \\silent never.
 * This computer answers as \\sample, from its logins. Strings belong to the DLL, structures to the
 * caller.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdbool.h>
#include <wchar.h>
#include <windows.h>
#include <lmcons.h>
#include <lmerr.h>
#include <lmapibuf.h>
#include <lmshare.h>
#include <wincred.h>

#include "../../include/netapi32_call.h"
#include "sample.h"

/* Plain; Unicode in and beyond the basic plane; hostile; without names. */
static const SESSION_INFO_502 sessions[] = {
    { L"PC1", L"alice", 3, 7384, 61, 0, L"Windows", L"\\Device\\Tcp" },
    { L"\x043f\x043a-2", L"J\x00fcrgen \xd83d\xde00", 12345, 93784, 0, SESS_GUEST, L"", L"" },
    { L"a\033[2J,\"b\"\r\nc", L"\xd800x\x202e\x0085", 0, MAXDWORD, 86399, 0, L"a\\b", L"" },
    { 0 },
};

static void record_fill(void *records, DWORD level, DWORD index, const SESSION_INFO_502 *session)
{
    switch (level)
    {
    case 0: ((SESSION_INFO_0 *)records)[index].sesi0_cname = session->sesi502_cname; break;
    case 1:
        ((SESSION_INFO_1 *)records)[index] = (SESSION_INFO_1){
            session->sesi502_cname, session->sesi502_username,  session->sesi502_num_opens,
            session->sesi502_time,  session->sesi502_idle_time, session->sesi502_user_flags,
        };
        break;
    case 2:
        ((SESSION_INFO_2 *)records)[index] = (SESSION_INFO_2){
            session->sesi502_cname,       session->sesi502_username,  session->sesi502_num_opens,
            session->sesi502_time,        session->sesi502_idle_time, session->sesi502_user_flags,
            session->sesi502_cltype_name,
        };
        break;
    case 10:
        ((SESSION_INFO_10 *)records)[index] = (SESSION_INFO_10){
            session->sesi502_cname,
            session->sesi502_username,
            session->sesi502_time,
            session->sesi502_idle_time,
        };
        break;
    case 502: ((SESSION_INFO_502 *)records)[index] = *session; break;
    }
}

/* A session "from" the stored user "of" the stored password, at level 1. */
static DWORD vault_answer(LPBYTE *buffer, DWORD *count)
{
    SESSION_INFO_1 *session;
    CREDENTIALW *credential;

    if (!CredReadW(L"vault", CRED_TYPE_DOMAIN_PASSWORD, 0, &credential))
    {
        return GetLastError();
    }
    /* The blob is not terminated, the credential is never freed: this is a test. */
    session = HeapAlloc(GetProcessHeap(), HEAP_ZERO_MEMORY,
                        sizeof(*session) + credential->CredentialBlobSize + sizeof(WCHAR));
    session->sesi1_cname = credential->UserName;
    session->sesi1_username = (WCHAR *)(session + 1);
    memcpy(session + 1, credential->CredentialBlob, credential->CredentialBlobSize);
    *buffer = (BYTE *)session;
    *count = 1;
    return NERR_Success;
}

static bool session_matches(const SESSION_INFO_502 *session, const WCHAR *client, const WCHAR *user)
{
    return (!client || (session->sesi502_cname && !wcscmp(session->sesi502_cname, client + 2))) &&
           (!user || (session->sesi502_username && !wcscmp(session->sesi502_username, user)));
}

/* What netadmin can ask while a call runs and afterwards. */
static struct netapi32_call latest_call;

void WINAPI Netapi32QueryCall(struct netapi32_call *call);

void WINAPI Netapi32QueryCall(struct netapi32_call *call)
{
    *call = latest_call;
}

static void answer_slowly(void)
{
    for (DWORD phase = NETAPI32_PHASE_CONNECTING; phase <= NETAPI32_PHASE_RECEIVING; phase++)
    {
        latest_call.phase = phase;
        latest_call.received = phase == NETAPI32_PHASE_RECEIVING ? 12345 : 0;
        Sleep(1500);
    }
}

#define COUNTED_AT_ONCE 3
#define COUNTED_WAIT    15000 /* ms for the others to come */
#define COUNTED_STAY    300   /* ms for one too many */

/* A session of a server that many are asked beside. */
static DWORD counted_answer(DWORD level, LPBYTE *buffer, DWORD *count)
{
    static LONG now, most;
    SESSION_INFO_502 session = { L"PC1", L"alice", 0, 0, 0, 0, L"", L"" };
    const LONG active = InterlockedIncrement(&now);
    LONG before = most;

    while (before < active && InterlockedCompareExchange(&most, active, before) != before)
    {
        before = most;
    }
    for (DWORD waited = 0; most < COUNTED_AT_ONCE && waited < COUNTED_WAIT; waited += 10)
    {
        Sleep(10);
    }
    Sleep(COUNTED_STAY);
    session.sesi502_num_opens = (DWORD)most;
    InterlockedDecrement(&now);
    *buffer = HeapAlloc(GetProcessHeap(), 0, sizeof(session));
    record_fill(*buffer, level, 0, &session);
    *count = 1;
    return NERR_Success;
}

static DWORD name_check(const WCHAR *server, const WCHAR *client)
{
    if (server && wcsncmp(server, L"\\\\", 2))
    {
        return ERROR_INVALID_NAME;
    }
    if (client && wcsncmp(client, L"\\\\", 2))
    {
        return NERR_InvalidComputer;
    }
    return !server || wcscmp(server, L"\\\\denied") ? NERR_Success : ERROR_ACCESS_DENIED;
}

NET_API_STATUS WINAPI NetSessionEnum(LMSTR server, LMSTR client, LMSTR user, DWORD level,
                                     LPBYTE *buffer, DWORD preferred_length, LPDWORD count,
                                     LPDWORD total, LPDWORD resume)
{
    static DWORD calls;
    const DWORD limit = !server || wcscmp(server, L"\\\\paged") ? ARRAYSIZE(sessions) : 1;
    DWORD error = name_check(server, client);
    DWORD i = *resume;

    (void)preferred_length;
    if (server && !wcscmp(server, L"\\\\stub"))
    {
        return NERR_Success;
    }
    *buffer = NULL;
    *count = *total = 0;
    latest_call = (struct netapi32_call){ .source = NETAPI32_SOURCE_LOGINS };
    if (!error && !server)
    {
        server = L"\\\\sample";
    }
    if (error || !wcscmp(server, L"\\\\empty"))
    {
        return error;
    }
    if (clusters_have(server))
    {
        return clusters_sessions(server, buffer, count);
    }
    calls++;
    if (!wcsncmp(server, L"\\\\counted", 9))
    {
        return counted_answer(level, buffer, count);
    }
    if (!wcscmp(server, L"\\\\late") || !wcscmp(server, L"\\\\silent"))
    {
        Sleep(server[2] == 's' ? INFINITE : 4000);
    }
    if (!wcscmp(server, L"\\\\slow") || (!wcscmp(server, L"\\\\tired") && calls > 1))
    {
        answer_slowly();
    }
    if (!wcscmp(server, L"\\\\changing"))
    {
        switch (calls)
        {
        case 1: break;
        case 2: i = 1; break;
        case 3: return ERROR_ACCESS_DENIED;
        default: client = L"\\\\PC1";
        }
    }
    if (!wcscmp(server, L"\\\\stuck"))
    {
        return ERROR_MORE_DATA;
    }
    if (!wcscmp(server, L"\\\\vault"))
    {
        return vault_answer(buffer, count);
    }
    *buffer = HeapAlloc(GetProcessHeap(), 0, sizeof(sessions));
    for (; i < ARRAYSIZE(sessions) && *count < limit; i++)
    {
        if (session_matches(&sessions[i], client, user))
        {
            record_fill(*buffer, level, (*count)++, &sessions[i]);
        }
    }
    *resume = i < ARRAYSIZE(sessions) ? i : 0;
    if (!*count && (client || user))
    {
        HeapFree(GetProcessHeap(), 0, *buffer);
        *buffer = NULL;
        return client ? NERR_ClientNameNotFound : NERR_UserNotFound;
    }
    return *resume ? ERROR_MORE_DATA : NERR_Success;
}

NET_API_STATUS WINAPI NetSessionGetInfo(LMSTR server, LMSTR client, LMSTR user, DWORD level,
                                        LPBYTE *buffer)
{
    DWORD count, total, resume = 0;

    return NetSessionEnum(server, client, user, level, buffer, MAX_PREFERRED_LENGTH, &count, &total,
                          &resume);
}

NET_API_STATUS WINAPI NetSessionDel(LMSTR server, LMSTR client, LMSTR user)
{
    (void)user;
    return wcscmp(server, L"\\\\closed") ? name_check(server, client) : ERROR_ACCESS_DENIED;
}

NET_API_STATUS WINAPI NetApiBufferFree(LPVOID buffer)
{
    return HeapFree(GetProcessHeap(), 0, buffer) ? NERR_Success : GetLastError();
}
