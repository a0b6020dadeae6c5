/*
 * Tests of the version resource, by which an installer tells the DLL from Wine's own
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include "wine/test.h"

static BYTE resource[4096];

static void read_resource(void)
{
    char path[MAX_PATH];
    DWORD size;

    GetModuleFileNameA(LoadLibraryA("netapi32.dll"), path, sizeof(path));
    size = GetFileVersionInfoSizeA(path, NULL);
    ok(size != 0 && size <= sizeof(resource), "got size %lu\n", size);
    ok(GetFileVersionInfoA(path, 0, sizeof(resource), resource), "got error %lu\n", GetLastError());
}

static void check_text(const char *name, const char *expected)
{
    char path[64];
    char *text = NULL;
    UINT length;

    snprintf(path, sizeof(path), "\\StringFileInfo\\040904B0\\%s", name);
    ok(VerQueryValueA(resource, path, (void **)&text, &length), "no %s\n", name);
    ok(text && !strcmp(text, expected), "got %s %s\n", name, wine_dbgstr_a(text));
}

static void the_numbers_are_the_packages(void)
{
    VS_FIXEDFILEINFO *fixed = NULL;
    char version[64] = "";
    UINT length;

    ok(VerQueryValueA(resource, "\\", (void **)&fixed, &length), "no numbers\n");
    if (fixed)
    {
        snprintf(version, sizeof(version), "%u.%u.%u", HIWORD(fixed->dwFileVersionMS),
                 LOWORD(fixed->dwFileVersionMS), HIWORD(fixed->dwFileVersionLS));
    }
    ok(!strncmp(version, PACKAGE_VERSION, strlen(version)), "got %s, expected %s\n", version,
       PACKAGE_VERSION);
}

START_TEST(version)
{
    read_resource();
    check_text("ProductName", "netapi32 for Wine");
    check_text("FileVersion", PACKAGE_VERSION);
    check_text("OriginalFilename", "netapi32.dll");
    the_numbers_are_the_packages();
}
