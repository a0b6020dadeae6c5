/*
 * The differential test: calls of netapi32 with a matrix of arguments, printed line by line.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The same program runs with Wine's DLL and with this project's; `run` compares what it prints. A
 * line is a key, " = " and a result; the key is the call with its arguments, which is how
 * expected.txt names it. What differs from machine to machine is printed by its role: <computer>,
 * <user>, <machine> for the SID of the accounts' domain, <version> for that of the prefix, and
 * numbers as 0 or <number>.
 *
 * A file of sections is one family of functions; dump.c has the table.
 */
#ifndef NETAPI32_TESTS_DUMP_H
#define NETAPI32_TESTS_DUMP_H

#include <windows.h>
#include <lm.h>

struct dump_section
{
    const char *name;
    void (*run)(void);
};

void dump_workstation(void);
void dump_join(void);
void dump_server(void);
void dump_shares(void);
void dump_users(void);
void dump_groups(void);
void dump_local_groups(void);
void dump_display(void);
void dump_directory(void);
void dump_dav(void);
void dump_netbios(void);

/* ---- Calls ---------------------------------------------------------------------------------- */

/* In place of a status: the DLL has no such name; the call aborted or crashed. */
#define RESULT_ABSENT  0xffff0001u
#define RESULT_ABORTED 0xffff0002u
#define RESULT_CRASHED 0xffff0003u

extern void *call_guard[5];
extern DWORD call_failure;
/* The function of the netapi32.dll that is loaded, or NULL. */
FARPROC call_find(const char *function);
void call_begin(void);
void call_end(void);

/* Calls a documented function by its name; survives aborting stubs. */
#define CALL(function, ...)                                                                        \
    ({                                                                                             \
        __typeof__(&function) called_function =                                                    \
            (__typeof__(&function))(void *)call_find(#function);                                   \
        volatile DWORD called_status = RESULT_ABSENT;                                              \
        if (called_function)                                                                       \
        {                                                                                          \
            call_begin();                                                                          \
            if (!__builtin_setjmp(call_guard))                                                     \
            {                                                                                      \
                called_status = (DWORD)called_function(__VA_ARGS__);                               \
            }                                                                                      \
            else                                                                                   \
            {                                                                                      \
                called_status = call_failure;                                                      \
            }                                                                                      \
            call_end();                                                                            \
        }                                                                                          \
        called_status;                                                                             \
    })

/* ---- Lines ---------------------------------------------------------------------------------- */

/* The key of the lines that follow, without "key = ": a call with its arguments. */
void line_key(const char *format, ...) __attribute__((format(gnu_printf, 1, 2)));
/* "KEY = text" and "KEY[index] = text". */
void line_print(const char *format, ...) __attribute__((format(gnu_printf, 1, 2)));
/* The status, by number or in words. */
void line_status(DWORD status);
/* One structure. `format` has a letter for each field, in order:
 *   s string, m string that may vary (NULL, "" or <text>), u number, v number that may vary,
 *   V the two numbers of a version of Windows, b BOOL or byte-sized flag in a DWORD, S SID, h 21 bytes of logon hours, p pointer.
 * Returns what stands behind the structure. */
const BYTE *line_structure(DWORD index, const BYTE *data, const char *format);
/* The result of a GetInfo: status, and the structure if there is one and a format; frees the
 * buffer. */
void line_info(DWORD status, BYTE *buffer, const char *format);
/* The result of an Enum: status, and with a format also counts and entries; frees the buffer. */
void line_entries(DWORD status, BYTE *buffer, DWORD entries, DWORD total, const char *format);

/* What a buffer or count holds before a call, to see whether the call sets it. */
#define UNTOUCHED_POINTER ((BYTE *)(ULONG_PTR)0xdeadbeef)
#define UNTOUCHED_NUMBER  0xdeadbeefu

/* A name for a key: "NULL" or the text in quotes. Lives until four more are made. */
const char *quoted(const WCHAR *text);

/* ---- This computer --------------------------------------------------------------------------- */

extern WCHAR own_computer[MAX_COMPUTERNAME_LENGTH + 1];
extern WCHAR own_user[UNLEN + 1];
/* NULL, ways to write this computer, names that can be none; count in server_name_count. */
extern const WCHAR *const server_names[];
extern const size_t server_name_count;

#endif
