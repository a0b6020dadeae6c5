/*
 * Rows of the probe: names and paths.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "probe.h"

/* Not in the headers: the client's side of [MS-SRVS] 3.1.4.29 to 3.1.4.34. */
NET_API_STATUS WINAPI I_NetPathType(WCHAR *server, WCHAR *path, DWORD *type, DWORD flags);
NET_API_STATUS WINAPI NetpwPathType(WCHAR *path, DWORD *type, DWORD flags);
NET_API_STATUS WINAPI I_NetPathCanonicalize(WCHAR *server, WCHAR *path, WCHAR *buffer, DWORD size,
                                            WCHAR *prefix, DWORD *type, DWORD flags);
NET_API_STATUS WINAPI NetpwPathCanonicalize(WCHAR *path, WCHAR *buffer, DWORD size, WCHAR *prefix,
                                            DWORD *type, DWORD flags);
LONG WINAPI I_NetPathCompare(WCHAR *server, WCHAR *first, WCHAR *second, DWORD type, DWORD flags);
LONG WINAPI NetpwPathCompare(WCHAR *first, WCHAR *second, DWORD type, DWORD flags);
NET_API_STATUS WINAPI I_NetNameValidate(WCHAR *server, WCHAR *name, DWORD type, DWORD flags);
NET_API_STATUS WINAPI NetpwNameValidate(WCHAR *name, DWORD type, DWORD flags);
NET_API_STATUS WINAPI I_NetNameCanonicalize(WCHAR *server, WCHAR *name, WCHAR *buffer, DWORD size,
                                            DWORD type, DWORD flags);
NET_API_STATUS WINAPI NetpwNameCanonicalize(WCHAR *name, WCHAR *buffer, DWORD size, DWORD type,
                                            DWORD flags);
LONG WINAPI I_NetNameCompare(WCHAR *server, WCHAR *first, WCHAR *second, DWORD type, DWORD flags);
LONG WINAPI NetpwNameCompare(WCHAR *first, WCHAR *second, DWORD type, DWORD flags);

#define ITYPE_PATH_ABSD   8198 /* [MS-SRVS] 2.2.2.9 */
#define NAMETYPE_COMPUTER 4    /* 2.2.2.8 */

static WCHAR path[] = L"C:\\folder\\.\\file";
static WCHAR canonical_path[] = L"C:\\folder\\file";
static WCHAR name[] = L"computer";
static WCHAR canonical_name[] = L"COMPUTER";

/* Every row has the same three ends. */
static DWORD expect_type(DWORD status, DWORD type, struct probe_answer *answer)
{
    answer->bad = !status && type != ITYPE_PATH_ABSD ? "not the type of the path" : NULL;
    return status;
}

static DWORD expect_text(DWORD status, const WCHAR *text, const WCHAR *expected,
                         struct probe_answer *answer)
{
    answer->bad = !status && lstrcmpW(text, expected) ? "not the canonical form" : NULL;
    return status;
}

static DWORD expect_order(LONG order)
{
    return (DWORD)order; /* 0: they are alike */
}

/* ---- Paths ----------------------------------------------------------------------------------- */

static DWORD probe_I_NetPathType(DWORD level, struct probe_answer *answer)
{
    DWORD type = 0, status = I_NetPathType(probe_server, path, &type, 0);

    (void)level;
    return expect_type(status, type, answer);
}

static DWORD probe_NetpwPathType(DWORD level, struct probe_answer *answer)
{
    DWORD type = 0, status = NetpwPathType(path, &type, 0);

    (void)level;
    return expect_type(status, type, answer);
}

static DWORD probe_I_NetPathCanonicalize(DWORD level, struct probe_answer *answer)
{
    WCHAR text[MAX_PATH] = L"";
    DWORD type = 0;
    DWORD status = I_NetPathCanonicalize(probe_server, path, text, sizeof(text), NULL, &type, 0);

    (void)level;
    return expect_text(status, text, canonical_path, answer);
}

static DWORD probe_NetpwPathCanonicalize(DWORD level, struct probe_answer *answer)
{
    WCHAR text[MAX_PATH] = L"";
    DWORD type = 0;
    DWORD status = NetpwPathCanonicalize(path, text, sizeof(text), NULL, &type, 0);

    (void)level;
    return expect_text(status, text, canonical_path, answer);
}

static DWORD probe_I_NetPathCompare(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return expect_order(I_NetPathCompare(probe_server, path, canonical_path, 0, 0));
}

static DWORD probe_NetpwPathCompare(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return expect_order(NetpwPathCompare(path, canonical_path, 0, 0));
}

/* ---- Names ----------------------------------------------------------------------------------- */

static DWORD probe_I_NetNameValidate(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return I_NetNameValidate(probe_server, name, NAMETYPE_COMPUTER, 0);
}

static DWORD probe_NetpwNameValidate(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return NetpwNameValidate(name, NAMETYPE_COMPUTER, 0);
}

static DWORD probe_I_NetNameCanonicalize(DWORD level, struct probe_answer *answer)
{
    WCHAR text[MAX_PATH] = L"";
    DWORD status =
        I_NetNameCanonicalize(probe_server, name, text, sizeof(text), NAMETYPE_COMPUTER, 0);

    (void)level;
    return expect_text(status, text, canonical_name, answer);
}

static DWORD probe_NetpwNameCanonicalize(DWORD level, struct probe_answer *answer)
{
    WCHAR text[MAX_PATH] = L"";
    DWORD status = NetpwNameCanonicalize(name, text, sizeof(text), NAMETYPE_COMPUTER, 0);

    (void)level;
    return expect_text(status, text, canonical_name, answer);
}

static DWORD probe_I_NetNameCompare(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return expect_order(I_NetNameCompare(probe_server, name, canonical_name, NAMETYPE_COMPUTER, 0));
}

static DWORD probe_NetpwNameCompare(DWORD level, struct probe_answer *answer)
{
    (void)level;
    (void)answer;
    return expect_order(NetpwNameCompare(name, canonical_name, NAMETYPE_COMPUTER, 0));
}

/* ---- Rows ------------------------------------------------------------------------------------ */

static const struct probe_function functions[] = {
    PROBE_WITHOUT_LEVEL(I_NetPathType),         PROBE_WITHOUT_LEVEL(I_NetPathCanonicalize),
    PROBE_WITHOUT_LEVEL(I_NetPathCompare),      PROBE_WITHOUT_LEVEL(I_NetNameValidate),
    PROBE_WITHOUT_LEVEL(I_NetNameCanonicalize), PROBE_WITHOUT_LEVEL(I_NetNameCompare),
    PROBE_WITHOUT_LEVEL(NetpwPathType),         PROBE_WITHOUT_LEVEL(NetpwPathCanonicalize),
    PROBE_WITHOUT_LEVEL(NetpwPathCompare),      PROBE_WITHOUT_LEVEL(NetpwNameValidate),
    PROBE_WITHOUT_LEVEL(NetpwNameCanonicalize), PROBE_WITHOUT_LEVEL(NetpwNameCompare),
};

PROBE_FAMILY(names);
