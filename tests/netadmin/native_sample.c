/*
 * What the made-up netapi32 calls of Windows beside what every native program has, for the native build.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include <stdio.h>
#include <stdlib.h>
#include <string.h>
#include <time.h>
#include <unistd.h>
#include <wchar.h>
#include <windows.h>
#include <netapi32_call.h>
#include <sddl.h>
#include <wincred.h>

#include "base/text.h"

/* For LeakSanitizer: the sample never frees what belongs to the library, which are strings, SIDs and
 * descriptors. */
const char *__lsan_default_suppressions(void);

const char *__lsan_default_suppressions(void)
{
    return "leak:^sid_of$\n"
           "leak:^say_members$\n"
           "leak:^_wcsdup$\n"
           "leak:^widen$\n"
           "leak:^DsEnumerateDomainTrustsW$\n"
           "leak:^ConvertStringSecurityDescriptorToSecurityDescriptorW$\n";
}

int _vsnwprintf(wchar_t *buffer, size_t size, const wchar_t *format, va_list arguments)
{
    struct text text = { 0 };
    size_t length;

    text_append_format_list(&text, format, arguments);
    text_append_unit(&text, 0);
    length = text.length < size ? text.length : size;
    wmemcpy(buffer, text.units, length);
    text_free(&text);
    return (int)length - 1;
}

int _snwprintf(wchar_t *buffer, size_t size, const wchar_t *format, ...)
{
    va_list arguments;
    int length;

    va_start(arguments, format);
    length = _vsnwprintf(buffer, size, format, arguments);
    va_end(arguments);
    return length;
}

wchar_t *_wcsdup(const wchar_t *string)
{
    const size_t length = wcslen(string) + 1;
    wchar_t *copy = malloc(length * sizeof(*copy));

    return copy ? wmemcpy(copy, string, length) : NULL;
}

HANDLE WINAPI GetStdHandle(DWORD stream)
{
    return (HANDLE)(ULONG_PTR)stream;
}

/* The sample writes to standard output alone. */
BOOL WINAPI WriteFile(HANDLE file, const void *bytes, DWORD size, DWORD *written,
                      OVERLAPPED *overlapped)
{
    const ssize_t count = write(STDOUT_FILENO, bytes, size);

    (void)file;
    (void)overlapped;
    *written = count > 0 ? (DWORD)count : 0;
    return count >= 0;
}

void WINAPI Sleep(DWORD milliseconds)
{
    const struct timespec time = { milliseconds / 1000, milliseconds % 1000 * 1000000 };

    nanosleep(&time, NULL);
}

DWORD WINAPI GetEnvironmentVariableW(const WCHAR *name, WCHAR *value, DWORD capacity)
{
    char narrow[128];
    const char *text;

    WideCharToMultiByte(CP_UTF8, 0, name, -1, narrow, sizeof(narrow), NULL, NULL);
    text = getenv(narrow);
    if (!text)
    {
        return 0;
    }
    return (DWORD)MultiByteToWideChar(CP_UTF8, 0, text, -1, value, (int)capacity) - 1;
}

/* The one descriptor that the sample has: O:BAG:BAD:(A;;FA;;;WD). */
BOOL WINAPI ConvertStringSecurityDescriptorToSecurityDescriptorW(const WCHAR *string,
                                                                 DWORD revision,
                                                                 PSECURITY_DESCRIPTOR *descriptor,
                                                                 ULONG *size)
{
    static const BYTE bytes[] = {
        1,  0, 4,  0x80, 20,   0, 0,    0, 36, 0, 0, 0, 0,    0, 0, 0,
        52, 0, 0,  0,                                                  /* control, offsets */
        1,  2, 0,  0,    0,    0, 0,    5, 32, 0, 0, 0, 0x20, 2, 0, 0, /* S-1-5-32-544 */
        1,  2, 0,  0,    0,    0, 0,    5, 32, 0, 0, 0, 0x20, 2, 0, 0, /* S-1-5-32-544 */
        2,  0, 28, 0,    1,    0, 0,    0,                             /* an ACL of one ACE */
        0,  0, 20, 0,    0xff, 1, 0x1f, 0,                             /* full access */
        1,  1, 0,  0,    0,    0, 0,    1, 0,  0, 0, 0,                /* S-1-1-0 */
    };

    (void)string;
    (void)revision;
    *descriptor = LocalAlloc(0, sizeof(bytes));
    memcpy(*descriptor, bytes, sizeof(bytes));
    *size = sizeof(bytes);
    return TRUE;
}

/* ---- The stored credential --------------------------------------------------------------------- */

/* The value of a line name=value; NULL if it is another. */
static const char *value_of(const char *line, const char *name)
{
    const size_t length = strlen(name);

    return !strncmp(line, name, length) && line[length] == '=' ? line + length + 1 : NULL;
}

/* Reads $XDG_CONFIG_HOME/netapi32/credentials/VAULT. */
static BOOL credential_read(char domain[1100], char user[1100], char password[1100])
{
    const char *folder = getenv("XDG_CONFIG_HOME");
    char line[1024];
    FILE *file;

    snprintf(line, sizeof(line), "%s/netapi32/credentials/VAULT", folder ? folder : "");
    file = fopen(line, "r");
    domain[0] = user[0] = password[0] = 0;
    while (file && fgets(line, sizeof(line), file))
    {
        const char *value;

        line[strcspn(line, "\n")] = 0;
        if ((value = value_of(line, "domain")))
        {
            snprintf(domain, 1100, "%s\\", value);
        }
        if ((value = value_of(line, "username")))
        {
            snprintf(user, 1100, "%s", value);
        }
        if ((value = value_of(line, "password")))
        {
            snprintf(password, 1100, "%s", value);
        }
    }
    if (file)
    {
        fclose(file);
    }
    return file != NULL;
}

static WCHAR *widen(const char *first, const char *second)
{
    char whole[2400];
    WCHAR *wide = calloc(sizeof(whole), sizeof(*wide));

    snprintf(whole, sizeof(whole), "%s%s", first, second);
    MultiByteToWideChar(CP_UTF8, 0, whole, -1, wide, sizeof(whole));
    return wide;
}

BOOL WINAPI CredReadW(const WCHAR *target, DWORD type, DWORD flags, CREDENTIALW **credential)
{
    static CREDENTIALW found;
    char domain[1100];
    char user[1100];
    char password[1100];

    (void)target;
    (void)type;
    (void)flags;
    if (!credential_read(domain, user, password))
    {
        SetLastError(ERROR_NOT_FOUND);
        return FALSE;
    }
    found.UserName = widen(domain, user);
    found.CredentialBlob = (BYTE *)widen(password, "");
    found.CredentialBlobSize = (DWORD)(wcslen((WCHAR *)found.CredentialBlob) * sizeof(WCHAR));
    *credential = &found;
    return TRUE;
}
