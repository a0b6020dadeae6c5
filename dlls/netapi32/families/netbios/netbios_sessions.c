/*
 * NetBIOS: the table of sessions, and hanging up.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/netbios/netbios_sessions.h"

#include <stdlib.h>
#include <string.h>

#include "api/debug.h"

/* Session numbers are 1 to 254. */
#define SESSIONS_MAX        254
#define SESSION_MAX_DEFAULT 16

static SRWLOCK sessions_lock = SRWLOCK_INIT;
static struct netbios_session *sessions[SESSIONS_MAX + 1];
static UCHAR session_max[MAX_LANA + 1]; /* 0 is the default */

static UCHAR session_max_of(UCHAR lana)
{
    return session_max[lana] ? session_max[lana] : SESSION_MAX_DEFAULT;
}

static void session_free(struct netbios_session *session)
{
    if (session->ended)
    {
        CloseHandle(session->ended);
    }
    if (session->receive_turn)
    {
        CloseHandle(session->receive_turn);
    }
    if (session->send_turn)
    {
        CloseHandle(session->send_turn);
    }
    free(session);
}

struct netbios_session *netbios_session_create(SOCKET socket, const NCB *ncb)
{
    struct netbios_session *session = calloc(1, sizeof(*session));

    if (!session)
    {
        return NULL;
    }
    session->ended = CreateEventW(NULL, TRUE, FALSE, NULL);
    session->receive_turn = CreateMutexW(NULL, FALSE, NULL);
    session->send_turn = CreateMutexW(NULL, FALSE, NULL);
    if (!session->ended || !session->receive_turn || !session->send_turn)
    {
        session_free(session);
        return NULL;
    }
    session->socket = socket;
    session->lana = ncb->ncb_lana_num;
    memcpy(session->local_name, ncb->ncb_name, NCBNAMSZ);
    memcpy(session->remote_name, ncb->ncb_callname, NCBNAMSZ);
    session->receive_timeout = ncb->ncb_rto;
    session->send_timeout = ncb->ncb_sto;
    session->references = 1;
    return session;
}

void netbios_session_release(struct netbios_session *session)
{
    if (!InterlockedDecrement(&session->references))
    {
        closesocket(session->socket);
        session_free(session);
    }
}

UCHAR netbios_session_register(struct netbios_session *session)
{
    UCHAR result = NRC_LOCTFUL;
    UCHAR in_use = 0;

    AcquireSRWLockExclusive(&sessions_lock);
    for (size_t i = 1; i <= SESSIONS_MAX; i++)
    {
        in_use = (UCHAR)(in_use + (sessions[i] && sessions[i]->lana == session->lana));
    }
    for (size_t i = 1; i <= SESSIONS_MAX && in_use < session_max_of(session->lana); i++)
    {
        if (!sessions[i])
        {
            sessions[i] = session;
            session->number = (UCHAR)i;
            InterlockedIncrement(&session->references);
            result = NRC_GOODRET;
            break;
        }
    }
    ReleaseSRWLockExclusive(&sessions_lock);
    return result;
}

struct netbios_session *netbios_session_find(UCHAR lana, UCHAR number)
{
    struct netbios_session *session = NULL;

    AcquireSRWLockShared(&sessions_lock);
    if (number <= SESSIONS_MAX && sessions[number] && sessions[number]->lana == lana)
    {
        session = sessions[number];
        InterlockedIncrement(&session->references);
    }
    ReleaseSRWLockShared(&sessions_lock);
    return session;
}

void netbios_session_end(struct netbios_session *session)
{
    BOOL was_registered = FALSE;

    AcquireSRWLockExclusive(&sessions_lock);
    was_registered = session->number && sessions[session->number] == session;
    if (was_registered)
    {
        sessions[session->number] = NULL;
    }
    ReleaseSRWLockExclusive(&sessions_lock);
    SetEvent(session->ended);
    if (was_registered)
    {
        netbios_session_release(session);
    }
}

void netbios_sessions_reset(UCHAR lana, UCHAR maximum)
{
    for (UCHAR i = 1; i <= SESSIONS_MAX; i++)
    {
        struct netbios_session *session = netbios_session_find(lana, i);

        if (session)
        {
            netbios_session_end(session);
            netbios_session_release(session);
        }
    }
    AcquireSRWLockExclusive(&sessions_lock);
    session_max[lana] = maximum;
    ReleaseSRWLockExclusive(&sessions_lock);
}

void netbios_sessions_forget(void)
{
    for (size_t i = 1; i <= SESSIONS_MAX; i++)
    {
        if (sessions[i])
        {
            netbios_session_release(sessions[i]);
            sessions[i] = NULL;
        }
    }
    memset(session_max, 0, sizeof(session_max));
}

UCHAR netbios_session_max(UCHAR lana)
{
    UCHAR maximum = 0;

    AcquireSRWLockShared(&sessions_lock);
    maximum = session_max_of(lana);
    ReleaseSRWLockShared(&sessions_lock);
    return maximum;
}

/* A name of "*" is any. */
static BOOL is_session_of(const struct netbios_session *session, UCHAR lana,
                          const UCHAR name[NCBNAMSZ])
{
    return session && session->lana == lana &&
           (name[0] == '*' || !memcmp(session->local_name, name, NCBNAMSZ));
}

BOOL netbios_name_has_sessions(UCHAR lana, const UCHAR name[NCBNAMSZ])
{
    BOOL is_found = FALSE;

    AcquireSRWLockShared(&sessions_lock);
    for (size_t i = 1; i <= SESSIONS_MAX; i++)
    {
        is_found = is_found || is_session_of(sessions[i], lana, name);
    }
    ReleaseSRWLockShared(&sessions_lock);
    return is_found;
}

static SESSION_BUFFER session_status(const struct netbios_session *session)
{
    SESSION_BUFFER status = { .lsn = session->number, .state = SESSION_ESTABLISHED };

    memcpy(status.local_name, session->local_name, NCBNAMSZ);
    memcpy(status.remote_name, session->remote_name, NCBNAMSZ);
    status.rcvs_outstanding = (UCHAR)session->receives;
    status.sends_outstanding = (UCHAR)session->sends;
    return status;
}

size_t netbios_sessions_copy(UCHAR lana, const UCHAR name[NCBNAMSZ], void *list, size_t room)
{
    size_t count = 0;

    AcquireSRWLockShared(&sessions_lock);
    for (size_t i = 1; i <= SESSIONS_MAX; i++)
    {
        if (!is_session_of(sessions[i], lana, name))
        {
            continue;
        }
        if (count < room)
        {
            SESSION_BUFFER status = session_status(sessions[i]);

            memcpy((UCHAR *)list + count * sizeof(status), &status, sizeof(status));
        }
        count++;
    }
    ReleaseSRWLockShared(&sessions_lock);
    return count;
}

UCHAR netbios_hang_up(struct netbios_command *command)
{
    NCB *ncb = command->ncb;
    struct netbios_session *session = netbios_session_find(ncb->ncb_lana_num, ncb->ncb_lsn);

    if (!session)
    {
        return NRC_SNUMOUT;
    }
    /* What has been sent still arrives: the socket closes in good order. */
    shutdown(session->socket, SD_SEND);
    netbios_session_end(session);
    netbios_session_release(session);
    return NRC_GOODRET;
}
