/*
 * The program of the differential test: the table of its sections, calls and lines.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *   dump.exe [SECTION]...
 */
#include "dump.h"

#include <sddl.h>
#include <stdarg.h>
#include <stdio.h>
#include <string.h>

/* Wine's debug code for a stub; see also winebase's exception range. */
#define EXCEPTION_STUB 0x80000100

/* Unlike GetVersionEx, it does not tell a program without a manifest an older version. */
NTSYSAPI LONG NTAPI RtlGetVersion(OSVERSIONINFOW *version);

static const struct dump_section sections[] = {
    { "workstation", dump_workstation },
    { "join", dump_join },
    { "server", dump_server },
    { "shares", dump_shares },
    { "users", dump_users },
    { "groups", dump_groups },
    { "local-groups", dump_local_groups },
    { "display", dump_display },
    { "directory", dump_directory },
    { "dav", dump_dav },
    { "netbios", dump_netbios },
};

WCHAR own_computer[MAX_COMPUTERNAME_LENGTH + 1];
WCHAR own_user[UNLEN + 1];
static WCHAR own_computer_unc[MAX_COMPUTERNAME_LENGTH + 3];

const WCHAR *const server_names[] = {
    NULL,         L"",   own_computer, own_computer_unc,      L"localhost",
    L"127.0.0.1", L"\\", L"\\\\",      L"\\\\two  words",     L"\\one",
    L"\\\\a\\b",  L" ",  L".",         L"\\\\nosuch.invalid",
};
const size_t server_name_count = ARRAYSIZE(server_names);

/* ---- Calls ---------------------------------------------------------------------------------- */

void *call_guard[5];
DWORD call_failure;
static DWORD guarded_thread;
static HMODULE library;

static LONG CALLBACK catch_failure(EXCEPTION_POINTERS *exception)
{
    DWORD code = exception->ExceptionRecord->ExceptionCode;

    if (!guarded_thread || guarded_thread != GetCurrentThreadId())
    {
        return EXCEPTION_CONTINUE_SEARCH;
    }
    if (code != EXCEPTION_STUB && code != EXCEPTION_ACCESS_VIOLATION)
    {
        return EXCEPTION_CONTINUE_SEARCH;
    }
    call_failure = code == EXCEPTION_STUB ? RESULT_ABORTED : RESULT_CRASHED;
    guarded_thread = 0;
    __builtin_longjmp(call_guard, 1);
}

FARPROC call_find(const char *function)
{
    return GetProcAddress(library, function);
}

void call_begin(void)
{
    guarded_thread = GetCurrentThreadId();
}

void call_end(void)
{
    guarded_thread = 0;
}

/* ---- Lines ---------------------------------------------------------------------------------- */

static char key[512];

/* A part of a name between backslashes, by its role. */
static const char *part_text(const char *part)
{
    static char computer[4 * ARRAYSIZE(own_computer)];
    static char user[4 * ARRAYSIZE(own_user)];

    snprintf(computer, sizeof(computer), "%ls", own_computer);
    snprintf(user, sizeof(user), "%ls", own_user);
    if (*part && !_stricmp(part, computer))
    {
        return "<computer>";
    }
    return *part && !strcmp(part, user) ? "<user>" : part;
}

const char *quoted(const WCHAR *text)
{
    static char buffers[4][400];
    static unsigned int next;
    char *buffer = buffers[next++ % ARRAYSIZE(buffers)];
    char copy[200] = "";
    size_t used = 0;

    if (!text)
    {
        return "NULL";
    }
    snprintf(copy, sizeof(copy), "%ls", text);
    buffer[used++] = '"';
    for (char *part = copy; part;)
    {
        char *backslash = strchr(part, '\\');

        if (backslash)
        {
            *backslash = 0;
        }
        used += (size_t)snprintf(buffer + used, sizeof(buffers[0]) - used, "%s%s", part_text(part),
                                 backslash ? "\\" : "");
        part = backslash ? backslash + 1 : NULL;
    }
    snprintf(buffer + used, sizeof(buffers[0]) - used, "\"");
    return buffer;
}

void line_key(const char *format, ...)
{
    va_list arguments;

    va_start(arguments, format);
    vsnprintf(key, sizeof(key), format, arguments);
    va_end(arguments);
}

void line_print(const char *format, ...)
{
    va_list arguments;

    printf("%s = ", key);
    va_start(arguments, format);
    vprintf(format, arguments);
    va_end(arguments);
    printf("\n");
}

static const char *status_text(DWORD status)
{
    static char number[16];

    switch (status)
    {
    case RESULT_ABSENT: return "absent";
    case RESULT_ABORTED: return "aborts";
    case RESULT_CRASHED: return "crashes";
    default: snprintf(number, sizeof(number), "%lu", status); return number;
    }
}

void line_status(DWORD status)
{
    line_print("%s", status_text(status));
}

/* A SID, with <machine> for what the accounts of this computer have in common. */
static void print_sid(PSID sid)
{
    char *text = NULL;
    const char *relative = NULL;

    if (!sid || !IsValidSid(sid) || !ConvertSidToStringSidA(sid, &text))
    {
        printf("%s", sid ? "<bad SID>" : "NULL");
        return;
    }
    relative = strrchr(text, '-');
    if (!strncmp(text, "S-1-5-21-", 9) && *GetSidSubAuthorityCount(sid) >= 4)
    {
        printf("<machine>%s", *GetSidSubAuthorityCount(sid) == 5 ? relative : "");
    }
    else
    {
        printf("%s", text);
    }
    LocalFree(text);
}

static void print_hours(const BYTE *hours)
{
    if (!hours)
    {
        printf("NULL");
        return;
    }
    for (size_t i = 0; i < 21; i++)
    {
        printf("%02x", hours[i]);
    }
}

static void print_pointer(char kind, void *pointer)
{
    const WCHAR *text = pointer;

    switch (kind)
    {
    case 's': printf("%s", quoted(text)); break;
    case 'm': printf("%s", text ? *text ? "<text>" : "\"\"" : "NULL"); break;
    case 'S': print_sid(pointer); break;
    case 'h': print_hours(pointer); break;
    default: printf("%s", pointer ? "<pointer>" : "NULL"); break;
    }
}

static void print_version(const BYTE *data)
{
    OSVERSIONINFOW version = { .dwOSVersionInfoSize = sizeof(version) };
    DWORD numbers[2];

    memcpy(numbers, data, sizeof(numbers));
    RtlGetVersion(&version);
    printf("%s", numbers[0] == version.dwMajorVersion && numbers[1] == version.dwMinorVersion
                     ? "<version>"
                     : "<another version>");
}

static const BYTE *aligned(const BYTE *at, size_t size)
{
    return (const BYTE *)(((ULONG_PTR)at + size - 1) & ~(ULONG_PTR)(size - 1));
}

const BYTE *line_structure(DWORD index, const BYTE *data, const char *format)
{
    size_t alignment = sizeof(DWORD);

    printf("%s[%lu] =", key, index);
    for (; *format; format++)
    {
        DWORD number;
        void *pointer;

        printf(" ");
        if (*format == 'V')
        {
            print_version(data);
            data += 2 * sizeof(DWORD);
            continue;
        }
        if (strchr("uvb", *format))
        {
            memcpy(&number, data, sizeof(number));
            data += sizeof(number);
            if (*format == 'v')
            {
                printf("%s", !number ? "0" : number == MAXDWORD ? "-1" : "<number>");
            }
            else
            {
                printf(*format == 'u' ? "%lu" : "%#lx", number);
            }
            continue;
        }
        alignment = sizeof(void *);
        data = aligned(data, alignment);
        memcpy(&pointer, data, sizeof(pointer));
        data += sizeof(pointer);
        print_pointer(*format, pointer);
    }
    printf("\n");
    return aligned(data, alignment);
}

/* Prints an output that the call has to set; true when there is a buffer to look into. */
static BOOL line_buffer(DWORD status, BYTE *buffer)
{
    const char *state = buffer == UNTOUCHED_POINTER ? "untouched" : buffer ? "a buffer" : "NULL";

    line_print("%s, %s", status_text(status), state);
    return buffer && buffer != UNTOUCHED_POINTER;
}

void line_info(DWORD status, BYTE *buffer, const char *format)
{
    if (line_buffer(status, buffer))
    {
        if (format)
        {
            line_structure(0, buffer, format);
        }
        NetApiBufferFree(buffer);
    }
}

void line_entries(DWORD status, BYTE *buffer, DWORD entries, DWORD total, const char *format)
{
    BOOL has_entries = line_buffer(status, buffer);
    const BYTE *at = buffer;

    if (!format)
    {
        NetApiBufferFree(has_entries ? buffer : NULL);
        return;
    }
    if (entries == UNTOUCHED_NUMBER || total == UNTOUCHED_NUMBER)
    {
        printf("%s counts = untouched\n", key);
        return;
    }
    printf("%s counts = %lu of %lu\n", key, entries, total);
    for (DWORD i = 0; has_entries && i < entries; i++)
    {
        at = line_structure(i, at, format);
    }
    if (has_entries)
    {
        NetApiBufferFree(buffer);
    }
}

/* ---- The program ---------------------------------------------------------------------------- */

static BOOL is_wanted(const char *name, int argc, char **argv)
{
    for (int i = 1; i < argc; i++)
    {
        if (!strcmp(argv[i], name))
        {
            return TRUE;
        }
    }
    return argc == 1;
}

int main(int argc, char **argv)
{
    DWORD computer_size = ARRAYSIZE(own_computer);
    DWORD user_size = ARRAYSIZE(own_user);

    library = LoadLibraryW(L"netapi32.dll");
    if (!library || !GetComputerNameW(own_computer, &computer_size) ||
        !GetUserNameW(own_user, &user_size))
    {
        fprintf(stderr, "dump: error %lu\n", GetLastError());
        return 1;
    }
    snwprintf(own_computer_unc, ARRAYSIZE(own_computer_unc), L"\\\\%ls", own_computer);
    AddVectoredExceptionHandler(1, catch_failure);
    setvbuf(stdout, NULL, _IONBF, 0);
    for (size_t i = 0; i < ARRAYSIZE(sections); i++)
    {
        if (is_wanted(sections[i].name, argc, argv))
        {
            sections[i].run();
        }
    }
    return 0;
}
