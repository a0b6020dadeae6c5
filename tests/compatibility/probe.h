/*
 * The probe: each function and level of the API asked of one server, and what comes back.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *   probe.exe [\\server]
 *
 * Without a server, this computer. A line for each function and level, with tabs:
 *
 *   NAME LEVEL STATUS WORD
 *
 * The environment says more of the server: PROBE_FOLDER, a folder of it that can be shared;
 * PROBE_DFS_ROOT, a DFS namespace of it; PROBE_USER and PROBE_PASSWORD, who may log on;
 * PROBE_WITHOUT_ACCOUNTS, not empty where it has no Security Account Manager. LEVEL is - where there is
 * none; WORD is empty, or what a status does not tell:
 *
 *   empty         a list without rows
 *   BAD: reason   the answer is not as it must be
 *
 *   probe.exe --levels \\server
 *
 * A line "NAME LEVEL" for each level that a function takes and that has no row, of those that some
 * function has one of. The server is one that nobody listens at: what a level leads to is told before
 * any traffic.
 *
 * A file of rows is one family of functions. The order is that of the calls: what ends or closes
 * something comes after what looks at it.
 */
#ifndef NETAPI32_TESTS_PROBE_H
#define NETAPI32_TESTS_PROBE_H

#include <windows.h>
#include <lm.h>
#include <lmdfs.h>

#define ARRAY_SIZE(array) (sizeof(array) / sizeof((array)[0]))

/* ---- Rows ------------------------------------------------------------------------------------ */

/* A level, and what its structure consists of: a letter for each member, with a number behind it for
 * that many.
 *
 *   u  DWORD             s  string: never NULL, within the API's buffer
 *   h  USHORT            n  NULL
 *   q  ULONGLONG         S  security descriptor: NULL, or whole and within the buffer
 *   g  GUID              p  pointer to what is not looked at, or NULL
 *   b  BYTE
 *   (...)  pointer to as many structures as the last u said, within the buffer */
struct probe_level
{
    DWORD level;
    DWORD size;          /* of the structure */
    const char *members; /* NULL: the function gives none */
};

#define PROBE_LEVEL(type, number, members)                                                         \
    {                                                                                              \
        number, sizeof(type##_##number), members                                                   \
    }
#define PROBE_LEVEL_WITHOUT_ANSWER(number)                                                         \
    {                                                                                              \
        number, 0, NULL                                                                            \
    }

/* What a function gave. The probe frees the buffer. */
struct probe_answer
{
    BYTE *buffer;
    DWORD entries;   /* 1 before the call */
    const char *bad; /* what else is wrong with it, or NULL */
};

struct probe_function
{
    const char *name; /* of the export; behind a blank, what tells two rows of one apart */
    DWORD (*call)(DWORD level, struct probe_answer *answer);
    const struct probe_level *levels; /* NULL: the function has none */
    size_t level_count;
};

#define PROBE_FUNCTION(function, levels)                                                           \
    {                                                                                              \
#function, probe_##function, levels, ARRAY_SIZE(levels)                                    \
    }
#define PROBE_WITHOUT_LEVEL(function)                                                              \
    {                                                                                              \
#function, probe_##function, NULL, 0                                                       \
    }

struct probe_family
{
    const struct probe_function *functions;
    size_t count;
};

#define PROBE_FAMILY(name)                                                                         \
    const struct probe_family probe_##name = { functions, ARRAY_SIZE(functions) }

/* In the order of their calls. */
#define PROBE_FAMILIES(FAMILY)                                                                     \
    FAMILY(sessions)                                                                               \
    FAMILY(files)                                                                                  \
    FAMILY(shares)                                                                                 \
    FAMILY(servers)                                                                                \
    FAMILY(workstations)                                                                           \
    FAMILY(users)                                                                                  \
    FAMILY(groups)                                                                                 \
    FAMILY(dfs)                                                                                    \
    FAMILY(names)                                                                                  \
    FAMILY(uses)

#define DECLARE_FAMILY(name) extern const struct probe_family probe_##name;
PROBE_FAMILIES(DECLARE_FAMILY)
#undef DECLARE_FAMILY

/* ---- Who is asked ---------------------------------------------------------------------------- */

/* The first argument of functions, NULL for this computer. They are declared with and without const. */
extern WCHAR *probe_server;

/* An environment variable, or `otherwise`. */
WCHAR *probe_variable(const WCHAR *name, const WCHAR *otherwise);

/* Whether the server is not asked what the family asks. */
BOOL probe_is_left_out(const struct probe_family *family);

/* What is wrong with an answer, or NULL. */
const char *probe_check(const struct probe_level *level, const struct probe_answer *answer);

/* The name of a share of files of the server, or of none. */
WCHAR *probe_share(void);

/* The name of a user of the server, or of none. */
WCHAR *probe_user(void);
/* Adds and deletes a user of its own, of this name. */
DWORD probe_add_user(void);
DWORD probe_delete_user(void);
WCHAR *probe_new_user(void);

#endif
