/*
 * Who is asked by the rows of the probe, and what the environment says of it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

WCHAR *probe_server;

WCHAR *probe_variable(const WCHAR *name, const WCHAR *otherwise)
{
    static WCHAR values[4][MAX_PATH];
    static unsigned int next;
    WCHAR *value = values[next++ % ARRAY_SIZE(values)];

    if (!GetEnvironmentVariableW(name, value, ARRAY_SIZE(values[0])))
    {
        lstrcpynW(value, otherwise, ARRAY_SIZE(values[0]));
    }
    return value;
}

/* A server that has no accounts is not asked about them. */
BOOL probe_is_left_out(const struct probe_family *family)
{
    return (family == &probe_users || family == &probe_groups) &&
           *probe_variable(L"PROBE_WITHOUT_ACCOUNTS", L"");
}
