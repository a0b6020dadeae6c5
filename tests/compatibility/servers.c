/*
 * Rows of the probe: servers, their statistics and their time.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

#include <lmstats.h>
#include <stddef.h>

/* Not in the headers: [MS-SRVS] 2.2.4.102 */
typedef struct
{
    WCHAR *alias;
    WCHAR *target;
    BOOLEAN is_default;
    ULONG reserved;
} SERVER_ALIAS_INFO_0;

/* Not in the headers: [MS-SRVS] 2.2.4.43 */
struct server_info_103
{
    SERVER_INFO_102 first;
    DWORD capabilities;
};

/* Not in the headers: a name of a disk, with the NUL */
typedef struct
{
    WCHAR name[3];
} DISK_INFO_0;

NET_API_STATUS WINAPI NetServerAliasAdd(WCHAR *server, DWORD level, BYTE *buffer);
NET_API_STATUS WINAPI NetServerAliasDel(WCHAR *server, DWORD level, BYTE *buffer);
NET_API_STATUS WINAPI NetServerAliasEnum(WCHAR *server, DWORD level, BYTE **buffer,
                                         DWORD preferred_length, DWORD *entries, DWORD *total,
                                         DWORD *resume_handle);

/* ---- What it is ------------------------------------------------------------------------------ */

static DWORD probe_NetServerGetInfo(DWORD level, struct probe_answer *answer)
{
    return NetServerGetInfo(probe_server, level, &answer->buffer);
}

static DWORD probe_NetServerEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetServerEnum(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                         &answer->entries, &total, SV_TYPE_ALL, NULL, NULL);
}

static DWORD probe_NetServerEnumEx(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetServerEnumEx(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                           &answer->entries, &total, SV_TYPE_ALL, NULL, NULL);
}

static DWORD probe_NetServerDiskEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetServerDiskEnum(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                             &answer->entries, &total, NULL);
}

static DWORD probe_NetStatisticsGet(DWORD level, struct probe_answer *answer)
{
    return NetStatisticsGet(probe_server, (WCHAR *)L"LanmanServer", level, 0, &answer->buffer);
}

static DWORD probe_statistics_of_workstation(DWORD level, struct probe_answer *answer)
{
    return NetStatisticsGet(probe_server, (WCHAR *)L"LanmanWorkstation", level, 0, &answer->buffer);
}

/* The halves of NetStatisticsGet, which import libraries do not have. */
static DWORD get_statistics(const char *function, DWORD level, struct probe_answer *answer)
{
    typedef NET_API_STATUS(WINAPI * statistics_function)(WCHAR *, DWORD, DWORD, BYTE **);
    FARPROC found = GetProcAddress(GetModuleHandleW(L"netapi32.dll"), function);

    return found ? ((statistics_function)(void *)found)(probe_server, level, 0, &answer->buffer)
                 : ERROR_PROC_NOT_FOUND;
}

static DWORD probe_NetServerStatisticsGet(DWORD level, struct probe_answer *answer)
{
    return get_statistics("NetServerStatisticsGet", level, answer);
}

static DWORD probe_NetWkstaStatisticsGet(DWORD level, struct probe_answer *answer)
{
    return get_statistics("NetWkstaStatisticsGet", level, answer);
}

static DWORD probe_NetRemoteTOD(DWORD level, struct probe_answer *answer)
{
    static const struct probe_level time_of_day = { 0, sizeof(TIME_OF_DAY_INFO), "u12" };
    DWORD status = NetRemoteTOD(probe_server, &answer->buffer);

    (void)level;
    answer->bad = status ? NULL : probe_check(&time_of_day, answer);
    return status;
}

static DWORD probe_NetRemoteComputerSupports(DWORD level, struct probe_answer *answer)
{
    DWORD supported = 0;

    (void)level;
    (void)answer;
    return NetRemoteComputerSupports(probe_server, MAXDWORD, &supported);
}

/* ---- Its settings ---------------------------------------------------------------------------- */

/* Levels of a single member: where the whole has it. */
static const struct
{
    DWORD level;
    DWORD whole_level;
    SIZE_T offset;
} single_levels[] = {
#define IN_102(level, member)                                                                      \
    {                                                                                              \
        level, 102, offsetof(SERVER_INFO_102, sv102_##member)                                      \
    }
#define IN_599(level, member)                                                                      \
    {                                                                                              \
        level, 599, offsetof(SERVER_INFO_599, sv599_##member)                                      \
    }
    IN_102(1005, comment),
    IN_102(1010, disc),
    IN_102(1016, hidden),
    IN_102(1017, announce),
    IN_102(1018, anndelta),
    IN_102(1107, users),
    IN_599(1501, sessopens),
    IN_599(1502, sessvcs),
    IN_599(1503, opensearch),
    IN_599(1506, maxworkitems),
    IN_599(1510, sessusers),
    IN_599(1511, sessconns),
    IN_599(1512, maxnonpagedmemoryusage),
    IN_599(1513, maxpagedmemoryusage),
    IN_599(1514, enablesoftcompat),
    IN_599(1515, enableforcedlogoff),
    IN_599(1516, timesource),
    IN_599(1518, lmannounce),
    IN_599(1523, maxkeepsearch),
    IN_599(1528, scavtimeout),
    IN_599(1529, minrcvqueue),
    IN_599(1530, minfreeworkitems),
    IN_599(1533, maxmpxct),
    IN_599(1534, oplockbreakwait),
    IN_599(1535, oplockbreakresponsewait),
    IN_599(1536, enableoplocks),
    IN_599(1538, enablefcbopens),
    IN_599(1539, enableraw),
    IN_599(1540, enablesharednetdrives),
    IN_599(1541, minfreeconnections),
    IN_599(1542, maxfreeconnections),
    IN_599(1543, initsesstable),
    IN_599(1544, initconntable),
    IN_599(1545, initfiletable),
    IN_599(1546, initsearchtable),
    IN_599(1547, alertschedule),
    IN_599(1548, errorthreshold),
    IN_599(1549, networkerrorthreshold),
    IN_599(1550, diskspacethreshold),
    IN_599(1552, maxlinkdelay),
    IN_599(1553, minlinkthroughput),
    IN_599(1554, linkinfovalidtime),
    IN_599(1555, scavqosinfoupdatetime),
    IN_599(1556, maxworkitemidletime),
};

/* What the server says of itself, from level 101 on. */
static SERVER_INFO_102 identity(void)
{
    static SERVER_INFO_102 *said;
    const SERVER_INFO_102 nothing = { .sv102_name = NULL };

    NetApiBufferFree(said);
    NetServerGetInfo(probe_server, 102, (BYTE **)&said);
    return said ? *said : nothing;
}

/* What it says of its settings, and for those that it does not tell 1, which any server may take. */
static SERVER_INFO_599 settings(void)
{
    union
    {
        DWORD numbers[sizeof(SERVER_INFO_599) / sizeof(DWORD)];
        SERVER_INFO_503 first;
        SERVER_INFO_599 all;
    } filled;
    SERVER_INFO_503 *said = NULL;

    for (size_t i = 0; i < ARRAY_SIZE(filled.numbers); i++)
    {
        filled.numbers[i] = 1;
    }
    filled.all.sv599_domain = NULL;
    if (!NetServerGetInfo(probe_server, 503, (BYTE **)&said))
    {
        filled.first = *said;
        filled.first.sv503_domain = NULL;
    }
    NetApiBufferFree(said);
    return filled.all;
}

/* Written back. */
static DWORD probe_NetServerSetInfo(DWORD level, struct probe_answer *answer)
{
    SERVER_INFO_102 the_identity = identity();
    SERVER_INFO_599 the_settings = settings();
    BYTE *value = level == 101 || level == 102 ? (BYTE *)&the_identity : (BYTE *)&the_settings;

    (void)answer;
    for (size_t i = 0; i < ARRAY_SIZE(single_levels); i++)
    {
        if (single_levels[i].level == level)
        {
            value =
                single_levels[i].whole_level == 102 ? (BYTE *)&the_identity : (BYTE *)&the_settings;
            value += single_levels[i].offset;
        }
    }
    return NetServerSetInfo(probe_server, level, value, NULL);
}

/* ---- Its transports -------------------------------------------------------------------------- */

static DWORD probe_NetServerTransportEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0;

    return NetServerTransportEnum(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                                  &answer->entries, &total, NULL);
}

/* All levels begin as level 0 does, and 3 has all. */
static SERVER_TRANSPORT_INFO_3 new_transport = {
    .svti3_transportname = (WCHAR *)L"\\Device\\Probe",
    .svti3_transportaddress = (BYTE *)"PROBE           ",
    .svti3_transportaddresslength = 16,
    .svti3_domain = (WCHAR *)L"PROBEDOMAIN",
};

static DWORD delete_transport(DWORD level)
{
    return NetServerTransportDel(probe_server, level, (BYTE *)&new_transport);
}

static DWORD probe_NetServerTransportAdd(DWORD level, struct probe_answer *answer)
{
    DWORD status = NetServerTransportAdd(probe_server, level, (BYTE *)&new_transport);

    (void)answer;
    delete_transport(0);
    return status;
}

static DWORD probe_NetServerTransportAddEx(DWORD level, struct probe_answer *answer)
{
    DWORD status = NetServerTransportAddEx(probe_server, level, (BYTE *)&new_transport);

    (void)answer;
    delete_transport(level);
    return status;
}

static DWORD probe_NetServerTransportDel(DWORD level, struct probe_answer *answer)
{
    (void)answer;
    NetServerTransportAddEx(probe_server, level, (BYTE *)&new_transport);
    return delete_transport(level);
}

/* ---- Its names ------------------------------------------------------------------------------- */

static SERVER_ALIAS_INFO_0 new_alias = {
    .alias = (WCHAR *)L"PROBEALIAS",
    .target = (WCHAR *)L"WINSERVER",
};

static DWORD probe_NetServerAliasAdd(DWORD level, struct probe_answer *answer)
{
    DWORD status = NetServerAliasAdd(probe_server, level, (BYTE *)&new_alias);

    (void)answer;
    NetServerAliasDel(probe_server, level, (BYTE *)&new_alias);
    return status;
}

static DWORD probe_NetServerAliasDel(DWORD level, struct probe_answer *answer)
{
    (void)answer;
    NetServerAliasAdd(probe_server, level, (BYTE *)&new_alias);
    return NetServerAliasDel(probe_server, level, (BYTE *)&new_alias);
}

static DWORD probe_NetServerAliasEnum(DWORD level, struct probe_answer *answer)
{
    DWORD total = 0, status;

    NetServerAliasAdd(probe_server, level, (BYTE *)&new_alias);
    status = NetServerAliasEnum(probe_server, level, &answer->buffer, MAX_PREFERRED_LENGTH,
                                &answer->entries, &total, NULL);
    NetServerAliasDel(probe_server, level, (BYTE *)&new_alias);
    return status;
}

static DWORD probe_NetServerComputerNameAdd(DWORD level, struct probe_answer *answer)
{
    DWORD status = NetServerComputerNameAdd(probe_server, NULL, (WCHAR *)L"PROBENAME");

    (void)level;
    (void)answer;
    NetServerComputerNameDel(probe_server, (WCHAR *)L"PROBENAME");
    return status;
}

static DWORD probe_NetServerComputerNameDel(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    NetServerComputerNameAdd(probe_server, NULL, (WCHAR *)L"PROBENAME");
    return NetServerComputerNameDel(probe_server, (WCHAR *)L"PROBENAME");
}

/* ---- Rows ------------------------------------------------------------------------------------ */

#define SERVER_LEVELS PROBE_LEVEL(SERVER_INFO, 100, "us"), PROBE_LEVEL(SERVER_INFO, 101, "usu3s")

static const struct probe_level enum_levels[] = { SERVER_LEVELS };
static const struct probe_level get_levels[] = {
    SERVER_LEVELS,
    PROBE_LEVEL(SERVER_INFO, 102, "usu3su6s"),
    { 103, sizeof(struct server_info_103), "usu3su6su" },
    PROBE_LEVEL(SERVER_INFO, 402, "u3su3su22s"),
    PROBE_LEVEL(SERVER_INFO, 403, "u3su3su22su2s"),
    PROBE_LEVEL(SERVER_INFO, 502, "u18"),
    PROBE_LEVEL(SERVER_INFO, 503, "u18su23"),
};
#define SET(level) PROBE_LEVEL_WITHOUT_ANSWER(level)
static const struct probe_level set_levels[] = {
    SET(101),  SET(102),  SET(402),  SET(403),  SET(502),  SET(503),  SET(599),  SET(1005),
    SET(1010), SET(1016), SET(1017), SET(1018), SET(1107), SET(1501), SET(1502), SET(1503),
    SET(1506), SET(1510), SET(1511), SET(1512), SET(1513), SET(1514), SET(1515), SET(1516),
    SET(1518), SET(1523), SET(1528), SET(1529), SET(1530), SET(1533), SET(1534), SET(1535),
    SET(1536), SET(1538), SET(1539), SET(1540), SET(1541), SET(1542), SET(1543), SET(1544),
    SET(1545), SET(1546), SET(1547), SET(1548), SET(1549), SET(1550), SET(1552), SET(1553),
    SET(1554), SET(1555), SET(1556),
};
static const struct probe_level disk_levels[] = { { 0, sizeof(DISK_INFO_0), "h3" } };
static const struct probe_level statistics_levels[] = { { 0, sizeof(STAT_SERVER_0), "u17" } };
static const struct probe_level workstation_statistics_levels[] = { { 0, sizeof(STAT_WORKSTATION_0),
                                                                      "q13u27" } };
static const struct probe_level transport_levels[] = {
    PROBE_LEVEL(SERVER_TRANSPORT_INFO, 0, "uspus"),
    PROBE_LEVEL(SERVER_TRANSPORT_INFO, 1, "uspuss"),
    PROBE_LEVEL(SERVER_TRANSPORT_INFO, 2, "uspussu"),
    PROBE_LEVEL(SERVER_TRANSPORT_INFO, 3, "uspussu2b256"),
};
static const struct probe_level level_0[] = { SET(0) };
static const struct probe_level levels_0_to_3[] = { SET(0), SET(1), SET(2), SET(3) };
static const struct probe_level alias_levels[] = { PROBE_LEVEL(SERVER_ALIAS_INFO, 0, "s2bu") };

static const struct probe_function functions[] = {
    PROBE_FUNCTION(NetServerEnum, enum_levels),
    PROBE_FUNCTION(NetServerEnumEx, enum_levels),
    PROBE_FUNCTION(NetServerGetInfo, get_levels),
    PROBE_FUNCTION(NetServerSetInfo, set_levels),
    PROBE_FUNCTION(NetServerDiskEnum, disk_levels),
    PROBE_FUNCTION(NetServerTransportEnum, transport_levels),
    PROBE_FUNCTION(NetServerTransportAdd, level_0),
    PROBE_FUNCTION(NetServerTransportAddEx, levels_0_to_3),
    PROBE_FUNCTION(NetServerTransportDel, levels_0_to_3),
    PROBE_FUNCTION(NetServerAliasAdd, level_0),
    PROBE_FUNCTION(NetServerAliasDel, level_0),
    PROBE_FUNCTION(NetServerAliasEnum, alias_levels),
    PROBE_WITHOUT_LEVEL(NetServerComputerNameAdd),
    PROBE_WITHOUT_LEVEL(NetServerComputerNameDel),
    PROBE_FUNCTION(NetStatisticsGet, statistics_levels),
    { "NetStatisticsGet LanmanWorkstation", probe_statistics_of_workstation,
      workstation_statistics_levels, ARRAY_SIZE(workstation_statistics_levels) },
    PROBE_FUNCTION(NetServerStatisticsGet, statistics_levels),
    PROBE_FUNCTION(NetWkstaStatisticsGet, workstation_statistics_levels),
    PROBE_WITHOUT_LEVEL(NetRemoteTOD),
    PROBE_WITHOUT_LEVEL(NetRemoteComputerSupports),
};

PROBE_FAMILY(servers);
