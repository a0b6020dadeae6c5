/*
 * Server: NetServer*, NetStatisticsGet, NetRemoteTOD.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "dump.h"

static void server_get_info(const WCHAR *server, DWORD level, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD status = CALL(NetServerGetInfo, (WCHAR *)server, level, &buffer);

    line_key("NetServerGetInfo(%s, %lu)", quoted(server), level);
    line_info(status, buffer, format);
}

static void server_enum(DWORD level, DWORD type, const WCHAR *domain, const char *format)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER, resume = 0;
    DWORD status = CALL(NetServerEnum, NULL, level, &buffer, MAX_PREFERRED_LENGTH, &entries, &total,
                        type, domain, &resume);

    line_key("NetServerEnum(%lu, %#lx, %s)", level, type, quoted(domain));
    line_entries(status, buffer, entries, total, format);
    buffer = UNTOUCHED_POINTER;
    entries = total = UNTOUCHED_NUMBER;
    status = CALL(NetServerEnumEx, NULL, level, &buffer, MAX_PREFERRED_LENGTH, &entries, &total,
                  type, domain, NULL);
    line_key("NetServerEnumEx(%lu, %#lx, %s)", level, type, quoted(domain));
    line_entries(status, buffer, entries, total, format);
}

static void server_disk_enum(const WCHAR *server, DWORD level, DWORD length)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD entries = UNTOUCHED_NUMBER, total = UNTOUCHED_NUMBER, resume = 0;
    DWORD status =
        CALL(NetServerDiskEnum, (WCHAR *)server, level, &buffer, length, &entries, &total, &resume);
    const WCHAR *disk = (const WCHAR *)buffer;

    line_key("NetServerDiskEnum(%s, %lu, %ld)", quoted(server), level, (LONG)length);
    if (status)
    {
        line_entries(status, buffer, entries, total, "");
        return;
    }
    /* How many disks there are is the machine's affair; Wine always has C:. */
    line_print("0, %s, %.2ls", entries == total ? "all entries" : "some entries", disk);
    NetApiBufferFree(buffer);
}

static void statistics_get(const WCHAR *service, DWORD level, DWORD options)
{
    BYTE *buffer = UNTOUCHED_POINTER;
    DWORD status = CALL(NetStatisticsGet, NULL, (WCHAR *)service, level, options, &buffer);

    line_key("NetStatisticsGet(%s, %lu, %lu)", quoted(service), level, options);
    line_info(status, buffer, "");
}

static void remote_time(const WCHAR *server)
{
    TIME_OF_DAY_INFO *now = (TIME_OF_DAY_INFO *)UNTOUCHED_POINTER;
    DWORD status = CALL(NetRemoteTOD, server, (BYTE **)&now);
    SYSTEMTIME clock;

    line_key("NetRemoteTOD(%s)", quoted(server));
    if (status)
    {
        line_info(status, (BYTE *)now, "");
        return;
    }
    GetSystemTime(&clock);
    line_print("%s year and month, day of week %s, tick %lu ms",
               now->tod_year == clock.wYear && now->tod_month == clock.wMonth ? "this" : "another",
               now->tod_weekday == clock.wDayOfWeek ? "right" : "wrong", now->tod_tinterval / 10);
    NetApiBufferFree(now);
}

void dump_server(void)
{
    for (size_t i = 0; i < server_name_count; i++)
    {
        server_get_info(server_names[i], 100, NULL);
        server_disk_enum(server_names[i], 0, MAX_PREFERRED_LENGTH);
        remote_time(server_names[i]);
    }
    server_get_info(NULL, 101, "usVbs");
    server_get_info(NULL, 102, "usVbsuuuuuus");
    server_get_info(NULL, 0, "");
    server_get_info(NULL, 402, "");
    server_get_info(NULL, 502, "uuuuuuuuuuuuuuuuuu");
    server_get_info(NULL, 503, "uuuuuuuuuuuuuuuuuusuuuuuuuuuuuuuuuuuuuuuuu");
    server_enum(100, SV_TYPE_ALL, NULL, "us");
    server_enum(101, SV_TYPE_ALL, NULL, "usVbs");
    server_enum(101, SV_TYPE_ALL, L"WORKGROUP", "usVbs");
    server_enum(101, SV_TYPE_DOMAIN_ENUM, NULL, "usVbs");
    server_enum(0, SV_TYPE_ALL, NULL, "");
    server_disk_enum(NULL, 1, MAX_PREFERRED_LENGTH);
    server_disk_enum(NULL, 0, 2);
    statistics_get(L"LanmanWorkstation", 0, 0);
    statistics_get(L"LanmanServer", 0, 0);
    statistics_get(L"LanmanServer", 1, 0);
    statistics_get(L"LanmanServer", 0, 7);
    statistics_get(L"Nonsense", 0, 0);
    statistics_get(NULL, 0, 0);
    line_key("NetServerGetInfo(NULL, 101, NULL)");
    line_status(CALL(NetServerGetInfo, NULL, 101, NULL));
    line_key("NetRemoteTOD(NULL, NULL)");
    line_status(CALL(NetRemoteTOD, NULL, NULL));
}
