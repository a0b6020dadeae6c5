/*
 * Workstation: NetWksta*, and what a computer is joined to.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dump.h"

static void wksta_get_info(const WCHAR *server, DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD status = CALL(NetWkstaGetInfo, (WCHAR *)server, level, &buffer);

    line_key("NetWkstaGetInfo(%s, %lu)", quoted(server), level);
    line_info(status, buffer, format);
}

static void wksta_user_get_info(DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD status = CALL(NetWkstaUserGetInfo, NULL, level, &buffer);

    line_key("NetWkstaUserGetInfo(NULL, %lu)", level);
    line_info(status, buffer, format);
}

static void wksta_user_enum(const WCHAR *server, DWORD level, DWORD length, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER, resume = 0;
    DWORD status =
        CALL(NetWkstaUserEnum, (WCHAR *)server, level, &buffer, length, &entries, &total, &resume);

    line_key("NetWkstaUserEnum(%s, %lu, %ld)", quoted(server), level, (LONG)length);
    line_entries(status, buffer, entries, total, format);
}

static void wksta_transport_enum(const WCHAR *server, DWORD level)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER, resume = 0;
    DWORD status = CALL(NetWkstaTransportEnum, (WCHAR *)server, level, &buffer,
                        MAX_PREFERRED_LENGTH, &entries, &total, &resume);
    WKSTA_TRANSPORT_INFO_0 *transports = (WKSTA_TRANSPORT_INFO_0 *)buffer;

    line_key("NetWkstaTransportEnum(%s, %lu)", quoted(server), level);
    if (status)
    {
        line_entries(status, buffer, entries, total, "");
        return;
    }
    /* How many adapters there are is the machine's affair. */
    line_print("0, %s", entries == total ? "all entries" : "some entries");
    for (DWORD i = 0; i < entries; i++)
    {
        if (!transports[i].wkti0_transport_address || !transports[i].wkti0_transport_name)
        {
            line_print("an entry without a name");
        }
    }
    NetApiBufferFree(buffer);
}

static void wksta_transport_enum_without_total(void)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER;

    line_key("NetWkstaTransportEnum(NULL, 0) without totalentries");
    line_status(
        CALL(NetWkstaTransportEnum, NULL, 0, &buffer, MAX_PREFERRED_LENGTH, &entries, NULL, NULL));
}

void dump_workstation(void)
{
    for (size_t i = 0; i < server_name_count; i++)
    {
        wksta_get_info(server_names[i], 100, NULL);
        wksta_user_enum(server_names[i], 0, MAX_PREFERRED_LENGTH, NULL);
        wksta_transport_enum(server_names[i], 0);
    }
    wksta_get_info(NULL, 101, "ussVs");
    wksta_get_info(NULL, 102, "ussVsu");
    wksta_get_info(NULL, 0, "");
    wksta_get_info(NULL, 103, "");
    wksta_get_info(NULL, 502, "uuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuuu");
    wksta_user_get_info(0, "s");
    wksta_user_get_info(1, "ssss");
    wksta_user_get_info(1101, "s");
    wksta_user_get_info(2, "");
    wksta_user_enum(NULL, 1, MAX_PREFERRED_LENGTH, "ssss");
    wksta_user_enum(NULL, 2, MAX_PREFERRED_LENGTH, "");
    wksta_user_enum(NULL, 0, 1, "s");
    wksta_transport_enum(NULL, 1);
    line_key("NetWkstaGetInfo(NULL, 100, NULL)");
    line_status(CALL(NetWkstaGetInfo, NULL, 100, NULL));
    line_key("NetWkstaUserGetInfo(NULL, 0, NULL)");
    line_status(CALL(NetWkstaUserGetInfo, NULL, 0, NULL));
    line_key("NetWkstaUserGetInfo(\"server\", 0)");
    line_status(CALL(NetWkstaUserGetInfo, (WCHAR *)L"server", 0, NULL));
    line_key("NetWkstaTransportEnum(NULL, 0, NULL)");
    line_status(CALL(NetWkstaTransportEnum, NULL, 0, NULL, 0, NULL, NULL, NULL));
    wksta_transport_enum_without_total();
    line_key("NetWkstaUserEnum(NULL, 0, NULL)");
    line_status(CALL(NetWkstaUserEnum, NULL, 0, NULL, 0, NULL, NULL, NULL));
    line_key("NetWkstaSetInfo(NULL, 502, NULL)");
    line_status(CALL(NetWkstaSetInfo, NULL, 502, NULL, NULL));
    line_key("NetWkstaSetInfo(NULL, 77, NULL)");
    line_status(CALL(NetWkstaSetInfo, NULL, 77, NULL, NULL));
}

/* Not in mingw-w64's lmjoin.h. */
HRESULT WINAPI NetGetAadJoinInformation(LPCWSTR tenant, void **information);
VOID WINAPI NetFreeAadJoinInformation(void *information);

void dump_join(void)
{
    void *information = UNTOUCHED_POINTER;

    for (size_t i = 0; i < server_name_count; i++)
    {
        WCHAR *name = (WCHAR *)UNTOUCHED_POINTER;
        NETSETUP_JOIN_STATUS joined = (NETSETUP_JOIN_STATUS)77;
        DWORD status = CALL(NetGetJoinInformation, server_names[i], &name, &joined);

        line_key("NetGetJoinInformation(%s)", quoted(server_names[i]));
        if (status)
        {
            line_print("%lu", status);
            continue;
        }
        line_print("0, %s, %d", quoted(name), joined);
        NetApiBufferFree(name);
    }
    line_key("NetGetJoinInformation(NULL, NULL)");
    line_status(CALL(NetGetJoinInformation, NULL, NULL, NULL));
    line_key("NetGetAadJoinInformation(NULL)");
    line_status(CALL(NetGetAadJoinInformation, NULL, &information));
    line_key("NetGetAadJoinInformation(NULL) output");
    line_print("%s", information == UNTOUCHED_POINTER ? "untouched"
                     : information                    ? "a structure"
                                                      : "NULL");
}
