/*
 * Tests of NetShare*, NetpGetFileSecurity and NetpSetFileSecurity
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

#include <sddl.h>

#define GARBAGE ((void *)0xDEADBEEF)

/* A name of this computer where no server listens. */
#define THIS_COMPUTER NULL
#define NEW_SHARE     L"winetest"

/* Not in mingw-w64's headers. */
/* SHARE_INFO_503 */
struct share_503
{
    WCHAR *shi503_netname;
    DWORD shi503_type;
    WCHAR *shi503_remark;
    DWORD shi503_permissions;
    DWORD shi503_max_uses;
    DWORD shi503_current_uses;
    WCHAR *shi503_path;
    WCHAR *shi503_passwd;
    WCHAR *shi503_servername;
    DWORD shi503_reserved;
    PSECURITY_DESCRIPTOR shi503_security_descriptor;
};

static NET_API_STATUS(WINAPI *pNetShareDelEx)(WCHAR *server, DWORD level, BYTE *buffer);
static DWORD(WINAPI *pNetpGetFileSecurity)(WCHAR *path, SECURITY_INFORMATION information,
                                           PSECURITY_DESCRIPTOR *descriptor, DWORD *length);
static DWORD(WINAPI *pNetpSetFileSecurity)(WCHAR *path, SECURITY_INFORMATION information,
                                           PSECURITY_DESCRIPTOR descriptor);

static const DWORD list_levels[] = { 0, 1, 2, 501, 502, 503 };

struct list
{
    NET_API_STATUS status;
    void *buffer;
    DWORD entries;
    DWORD total;
};

static struct list list_shares(const WCHAR *server, DWORD level, DWORD length, DWORD *resume)
{
    struct list list = { 0, GARBAGE, 99, 99 };

    list.status = NetShareEnum((WCHAR *)server, level, (BYTE **)&list.buffer, length, &list.entries,
                               &list.total, resume);
    return list;
}

#define check_fails(list, expected) check_fails_(__LINE__, list, expected)
static void check_fails_(int line, struct list list, NET_API_STATUS expected)
{
    ok_(__FILE__, line)(list.status == expected, "got %lu, expected %lu\n", list.status, expected);
    ok_(__FILE__, line)(!list.buffer, "got buffer %p\n", list.buffer);
    ok_(__FILE__, line)(!list.entries, "got %lu entries\n", list.entries);
    ok_(__FILE__, line)(!list.total, "got %lu in total\n", list.total);
}

#define check_get_info(server, name, level, expected)                                              \
    check_get_info_(__LINE__, server, name, level, expected)
static void check_get_info_(int line, const WCHAR *server, const WCHAR *name, DWORD level,
                            NET_API_STATUS expected)
{
    BYTE *buffer = GARBAGE;
    NET_API_STATUS status = NetShareGetInfo((WCHAR *)server, (WCHAR *)name, level, &buffer);

    ok_(__FILE__, line)(status == expected, "level %lu: got %lu, expected %lu\n", level, status,
                        expected);
    ok_(__FILE__, line)(!buffer, "level %lu: got %p\n", level, buffer);
}

/* ---- Without a server ------------------------------------------------------------------------ */

static void outputs_must_be_there(void)
{
    BYTE *buffer = GARBAGE;
    DWORD entries = 99, total = 99, length = 99;
    PSECURITY_DESCRIPTOR descriptor = GARBAGE;
    NET_API_STATUS status;

    status = NetShareEnum(NULL, 1, NULL, 0, &entries, &total, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!entries && !total, "got %lu of %lu\n", entries, total);
    status = NetShareEnum(NULL, 1, &buffer, 0, NULL, &total, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!buffer, "got %p\n", buffer);
    status = NetShareEnumSticky(NULL, 1, &buffer, 0, &entries, NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetShareGetInfo(NULL, (WCHAR *)L"C$", 1, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetShareCheck(NULL, (WCHAR *)L"C:", NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = pNetpGetFileSecurity((WCHAR *)L"C:\\", OWNER_SECURITY_INFORMATION, NULL, &length);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!length, "got %lu\n", length);
    status = pNetpGetFileSecurity((WCHAR *)L"C:\\", OWNER_SECURITY_INFORMATION, &descriptor, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!descriptor, "got %p\n", descriptor);
}

static void what_goes_in_must_be_there(void)
{
    SHARE_INFO_2 share = { .shi2_max_uses = 1 };
    DWORD type = 99, wrong = 99;
    NET_API_STATUS status;

    status = NetShareAdd(NULL, 2, NULL, &wrong);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(wrong == 0, "got %lu\n", wrong);
    status = NetShareAdd(NULL, 2, NULL, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetShareAdd(NULL, 2, (BYTE *)&share, &wrong);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(wrong == SHARE_NETNAME_PARMNUM, "got %lu\n", wrong);
    status = NetShareAdd(NULL, 2, (BYTE *)&share, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetShareSetInfo(NULL, (WCHAR *)L"C$", 1004, NULL, &wrong);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetShareSetInfo(NULL, NULL, 2, (BYTE *)&share, &wrong);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetShareDel(NULL, NULL, 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetShareDel(NULL, (WCHAR *)L"C$", 1);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetShareDelSticky(NULL, (WCHAR *)L"", 0);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = pNetShareDelEx(NULL, 0, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetShareCheck(NULL, NULL, &type);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(type == 0, "got %lu\n", type);
    check_get_info(NULL, NULL, 1, ERROR_INVALID_PARAMETER);
    check_get_info(NULL, L"", 1, ERROR_INVALID_PARAMETER);
    status = pNetpSetFileSecurity((WCHAR *)L"C:\\", OWNER_SECURITY_INFORMATION, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = pNetpSetFileSecurity(NULL, OWNER_SECURITY_INFORMATION, GARBAGE);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

/* Before any traffic. */
static void levels_are_those_of_the_documentation(void)
{
    static const struct
    {
        DWORD level;
        BOOL lists, gets, adds, sets, deletes;
    } levels[] = {
        { 0, TRUE, TRUE, FALSE, FALSE, TRUE },      { 1, TRUE, TRUE, FALSE, TRUE, TRUE },
        { 2, TRUE, TRUE, TRUE, TRUE, TRUE },        { 3, FALSE, FALSE, FALSE, FALSE, FALSE },
        { 501, TRUE, TRUE, FALSE, FALSE, FALSE },   { 502, TRUE, TRUE, TRUE, TRUE, TRUE },
        { 503, TRUE, TRUE, TRUE, TRUE, TRUE },      { 1004, FALSE, FALSE, FALSE, TRUE, FALSE },
        { 1005, FALSE, TRUE, FALSE, TRUE, FALSE },  { 1006, FALSE, FALSE, FALSE, TRUE, FALSE },
        { 1501, FALSE, FALSE, FALSE, TRUE, FALSE }, { MAXDWORD, FALSE, FALSE, FALSE, FALSE, FALSE },
    };
    BYTE buffer[128] = { 0 };
    NET_API_STATUS status;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(levels); i++)
    {
        const DWORD level = levels[i].level;

        if (!levels[i].lists)
        {
            check_fails(list_shares(NO_SUCH_SERVER, level, MAX_PREFERRED_LENGTH, NULL),
                        ERROR_INVALID_LEVEL);
        }
        if (!levels[i].gets)
        {
            check_get_info(NO_SUCH_SERVER, L"C$", level, ERROR_INVALID_LEVEL);
        }
        status = NetShareAdd((WCHAR *)NO_SUCH_SERVER, level, buffer, NULL);
        ok(status == (levels[i].adds ? ERROR_INVALID_PARAMETER : ERROR_INVALID_LEVEL),
           "level %lu: got %lu\n", level, status);
        status = NetShareSetInfo((WCHAR *)NO_SUCH_SERVER, (WCHAR *)L"", level, buffer, NULL);
        ok(status == (levels[i].sets ? ERROR_INVALID_PARAMETER : ERROR_INVALID_LEVEL),
           "level %lu: got %lu\n", level, status);
        status = pNetShareDelEx((WCHAR *)NO_SUCH_SERVER, level, buffer);
        ok(status == (levels[i].deletes ? ERROR_INVALID_PARAMETER : ERROR_INVALID_LEVEL),
           "level %lu: got %lu\n", level, status);
    }
}

static void computer_that_is_not_there_is_bad_netpath(void)
{
    SHARE_INFO_502 share = { .shi502_netname = (WCHAR *)NEW_SHARE };
    DWORD type = 99;
    PSECURITY_DESCRIPTOR descriptor = GARBAGE;
    DWORD length = 99;
    NET_API_STATUS status;

    check_fails(list_shares(NO_SUCH_SERVER, 1, MAX_PREFERRED_LENGTH, NULL), ERROR_BAD_NETPATH);
    check_fails(list_shares(L"a\\b", 1, MAX_PREFERRED_LENGTH, NULL), ERROR_INVALID_NAME);
    check_get_info(NO_SUCH_SERVER, L"C$", 1, ERROR_BAD_NETPATH);
    check_get_info(L"\\\\", L"C$", 1, ERROR_INVALID_NAME);
    status = NetShareCheck((WCHAR *)NO_SUCH_SERVER, (WCHAR *)L"C:", &type);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
    ok(type == 0, "got %lu\n", type);
    status = NetShareAdd((WCHAR *)NO_SUCH_SERVER, 502, (BYTE *)&share, NULL);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
    status = NetShareDel((WCHAR *)NO_SUCH_SERVER, (WCHAR *)L"C$", 0);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
    status = pNetpGetFileSecurity((WCHAR *)NO_SUCH_SERVER L"\\share\\file",
                                  DACL_SECURITY_INFORMATION, &descriptor, &length);
    ok(status == ERROR_BAD_NETPATH, "got %lu\n", status);
    ok(!descriptor && !length, "got %p, %lu\n", descriptor, length);
}

/* The port of the local server, where nothing listens. */
static void this_computer_without_a_server_shares_nothing(void)
{
    SHARE_INFO_2 share = { .shi2_netname = (WCHAR *)NEW_SHARE, .shi2_path = (WCHAR *)L"C:\\" };
    SHARE_INFO_1004 remark = { (WCHAR *)L"remark" };
    DWORD resume = 7, type = 99;
    struct list list = list_shares(THIS_COMPUTER, 1, MAX_PREFERRED_LENGTH, &resume);
    NET_API_STATUS status;

    if (list.status || list.entries)
    {
        skip("a server of this computer answers\n");
        NetApiBufferFree(list.buffer);
        return;
    }
    check_fails(list, NERR_Success);
    ok(!resume, "got %lu\n", resume);
    check_get_info(THIS_COMPUTER, L"C$", 1, NERR_NetNameNotFound);
    status = NetShareAdd(THIS_COMPUTER, 2, (BYTE *)&share, NULL);
    ok(status == NERR_ServerNotStarted, "got %lu\n", status);
    status = NetShareSetInfo(THIS_COMPUTER, (WCHAR *)L"C$", 1004, (BYTE *)&remark, NULL);
    ok(status == NERR_NetNameNotFound, "got %lu\n", status);
    status = NetShareDel(THIS_COMPUTER, (WCHAR *)L"C$", 0);
    ok(status == NERR_NetNameNotFound, "got %lu\n", status);
    status = NetShareCheck(THIS_COMPUTER, (WCHAR *)L"C:", &type);
    ok(status == NERR_DeviceNotShared, "got %lu\n", status);
}

/* A path of this computer is the system's. */
static void security_of_a_file_of_this_computer_is_the_systems(void)
{
    PSECURITY_DESCRIPTOR descriptor = NULL;
    DWORD length = 0;
    DWORD status = pNetpGetFileSecurity((WCHAR *)L"C:\\windows",
                                        OWNER_SECURITY_INFORMATION | DACL_SECURITY_INFORMATION,
                                        &descriptor, &length);

    ok(status == NERR_Success, "got %lu\n", status);
    ok(IsValidSecurityDescriptor(descriptor), "it is not valid\n");
    ok(length == GetSecurityDescriptorLength(descriptor), "got %lu\n", length);
    status = NetApiBufferFree(descriptor);
    ok(status == NERR_Success, "got %lu\n", status);
    status = pNetpGetFileSecurity((WCHAR *)L"C:\\no such file", OWNER_SECURITY_INFORMATION,
                                  &descriptor, &length);
    ok(status == ERROR_FILE_NOT_FOUND, "got %lu\n", status);
    ok(!descriptor && !length, "got %p, %lu\n", descriptor, length);
}

/* ---- With a server --------------------------------------------------------------------------- */

/* Each lies in the block, and is terminated there. */
static void check_string(const struct list *list, const WCHAR *string)
{
    DWORD size = 0;

    NetApiBufferSize(list->buffer, &size);
    ok((const BYTE *)string > (const BYTE *)list->buffer &&
           (const BYTE *)(string + wcslen(string)) < (const BYTE *)list->buffer + size,
       "%p is not in the buffer\n", (const void *)string);
}

static void list_is_one_block_that_the_caller_owns(const struct test_server *server)
{
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(list_levels); i++)
    {
        DWORD resume = 0, k;
        struct list list = list_shares(server->unc, list_levels[i], MAX_PREFERRED_LENGTH, &resume);
        NET_API_STATUS status;

        ok(list.status == NERR_Success, "level %lu: got %lu\n", list_levels[i], list.status);
        ok(list.entries && list.entries == list.total, "level %lu: got %lu of %lu\n",
           list_levels[i], list.entries, list.total);
        for (k = 0; list_levels[i] == 503 && k < list.entries; k++)
        {
            const struct share_503 *share = (const struct share_503 *)list.buffer + k;

            check_string(&list, share->shi503_netname);
            check_string(&list, share->shi503_remark);
            check_string(&list, share->shi503_path);
            check_string(&list, share->shi503_servername);
            ok(!share->shi503_security_descriptor ||
                   IsValidSecurityDescriptor(share->shi503_security_descriptor),
               "share %lu: the descriptor is not valid\n", k);
        }
        status = NetApiBufferFree(list.buffer);
        ok(status == NERR_Success, "got %lu\n", status);
    }
}

static void pages_have_all_shares(const struct test_server *server)
{
    DWORD resume = 0, entries = 0, pages = 0, all;
    struct list list = list_shares(server->unc, 2, MAX_PREFERRED_LENGTH, NULL);

    all = list.entries;
    NetApiBufferFree(list.buffer);
    do
    {
        list = list_shares(server->unc, 2, 400, &resume);
        ok(list.status == NERR_Success || list.status == ERROR_MORE_DATA, "got %lu\n", list.status);
        ok(list.entries > 0, "an empty page\n");
        entries += list.entries;
        NetApiBufferFree(list.buffer);
    } while (list.status == ERROR_MORE_DATA && ++pages < 100);
    ok(entries == all, "got %lu of %lu\n", entries, all);
    ok(pages > 0, "everything came at once\n");
    ok(!resume, "got %lu\n", resume);
    check_fails(list_shares(server->unc, 2, 1, NULL), NERR_BufTooSmall);
}

static NET_API_STATUS add(const struct test_server *server, PSECURITY_DESCRIPTOR descriptor,
                          DWORD *wrong)
{
    SHARE_INFO_502 share = {
        .shi502_netname = (WCHAR *)NEW_SHARE,
        .shi502_type = STYPE_DISKTREE,
        .shi502_remark = (WCHAR *)L"A share of a test",
        .shi502_max_uses = 5,
        .shi502_path = (WCHAR *)server->folder,
        .shi502_security_descriptor = descriptor,
    };

    return NetShareAdd((WCHAR *)server->unc, 502, (BYTE *)&share, wrong);
}

static SHARE_INFO_502 *get(const struct test_server *server)
{
    SHARE_INFO_502 *share = NULL;
    NET_API_STATUS status =
        NetShareGetInfo((WCHAR *)server->unc, (WCHAR *)NEW_SHARE, 502, (BYTE **)&share);

    ok(status == NERR_Success, "got %lu\n", status);
    return share;
}

/* A self-relative one, to be freed with LocalFree(). */
static PSECURITY_DESCRIPTOR descriptor_of(const WCHAR *text)
{
    PSECURITY_DESCRIPTOR descriptor = NULL;

    ok(ConvertStringSecurityDescriptorToSecurityDescriptorW(text, SDDL_REVISION_1, &descriptor,
                                                            NULL),
       "%ls is none\n", text);
    return descriptor;
}

static void check_descriptor(const struct test_server *server, PSECURITY_DESCRIPTOR expected)
{
    SHARE_INFO_502 *share = get(server);
    PSECURITY_DESCRIPTOR got = share ? share->shi502_security_descriptor : NULL;
    DWORD length = GetSecurityDescriptorLength(expected);

    ok(got && IsValidSecurityDescriptor(got), "got %p\n", got);
    ok(got && GetSecurityDescriptorLength(got) == length && !memcmp(got, expected, length),
       "it is another one\n");
    NetApiBufferFree(share);
}

static void share_is_added_changed_and_removed(const struct test_server *server)
{
    PSECURITY_DESCRIPTOR readers = descriptor_of(L"O:BAG:BAD:(A;;0x1f01ff;;;BA)(A;;0x1200a9;;;WD)");
    PSECURITY_DESCRIPTOR all = descriptor_of(L"O:BAG:BAD:(A;;0x1f01ff;;;WD)");
    SHARE_INFO_1501 descriptor = { 0, all };
    SHARE_INFO_1004 remark = { (WCHAR *)L"Changed" };
    struct share_503 named = { .shi503_netname = (WCHAR *)NEW_SHARE };
    SHARE_INFO_502 *share;
    DWORD wrong = 99, type = 99;
    NET_API_STATUS status;

    status = add(server, readers, &wrong);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(!wrong, "got %lu\n", wrong);
    status = add(server, readers, NULL);
    ok(status == NERR_DuplicateShare, "got %lu\n", status);
    check_descriptor(server, readers);
    status = NetShareCheck((WCHAR *)server->unc, (WCHAR *)server->folder, &type);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(type == STYPE_DISKTREE, "got %lu\n", type);
    status = NetShareSetInfo((WCHAR *)server->unc, (WCHAR *)NEW_SHARE, 1501, (BYTE *)&descriptor,
                             &wrong);
    ok(status == NERR_Success, "got %lu\n", status);
    check_descriptor(server, all);
    status = NetShareSetInfo((WCHAR *)server->unc, (WCHAR *)NEW_SHARE, 1004, (BYTE *)&remark, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    share = get(server);
    ok(share && !wcscmp(share->shi502_remark, L"Changed"), "got another remark\n");
    ok(share && !_wcsicmp(share->shi502_path, server->folder), "got another path\n");
    NetApiBufferFree(share);
    status = pNetShareDelEx((WCHAR *)server->unc, 503, (BYTE *)&named);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetShareDel((WCHAR *)server->unc, (WCHAR *)NEW_SHARE, 0);
    ok(status == NERR_NetNameNotFound, "got %lu\n", status);
    check_get_info(server->unc, NEW_SHARE, 502, NERR_NetNameNotFound);
    LocalFree(readers);
    LocalFree(all);
}

/* What a program builds with InitializeSecurityDescriptor() has pointers in place of offsets. */
static void absolute_descriptor_is_taken_too(const struct test_server *server)
{
    PSECURITY_DESCRIPTOR expected = descriptor_of(L"O:BAG:BAD:(A;;0x1f01ff;;;WD)");
    SECURITY_DESCRIPTOR absolute;
    BOOL is_present = FALSE, is_defaulted = FALSE;
    ACL *dacl = NULL;
    SID *owner = NULL, *group = NULL;
    NET_API_STATUS status;

    GetSecurityDescriptorOwner(expected, (PSID *)&owner, &is_defaulted);
    GetSecurityDescriptorGroup(expected, (PSID *)&group, &is_defaulted);
    GetSecurityDescriptorDacl(expected, &is_present, &dacl, &is_defaulted);
    InitializeSecurityDescriptor(&absolute, SECURITY_DESCRIPTOR_REVISION);
    SetSecurityDescriptorOwner(&absolute, owner, FALSE);
    SetSecurityDescriptorGroup(&absolute, group, FALSE);
    SetSecurityDescriptorDacl(&absolute, TRUE, dacl, FALSE);
    status = add(server, &absolute, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    if (status == NERR_Success)
    {
        SHARE_INFO_502 *share = get(server);
        PSECURITY_DESCRIPTOR got = share ? share->shi502_security_descriptor : NULL;
        PSID got_owner = NULL;
        ACL *got_dacl = NULL;

        ok(got && IsValidSecurityDescriptor(got), "got %p\n", got);
        ok(got && GetSecurityDescriptorOwner(got, &got_owner, &is_defaulted) && got_owner &&
               EqualSid(got_owner, owner),
           "it has another owner\n");
        ok(got && GetSecurityDescriptorDacl(got, &is_present, &got_dacl, &is_defaulted) &&
               got_dacl && !memcmp(got_dacl, dacl, dacl->AclSize),
           "it has another DACL\n");
        NetApiBufferFree(share);
    }
    NetShareDel((WCHAR *)server->unc, (WCHAR *)NEW_SHARE, 0);
    LocalFree(expected);
}

static void descriptor_that_is_none_is_refused(const struct test_server *server)
{
    SECURITY_DESCRIPTOR absolute = { .Revision = 9 };
    BYTE relative[sizeof(SECURITY_DESCRIPTOR_RELATIVE)] = { 1, 0, 0, 0x80, 6 };
    DWORD wrong = 0;
    NET_API_STATUS status;

    status = add(server, &absolute, &wrong);
    ok(status == ERROR_INVALID_SECURITY_DESCR, "got %lu\n", status);
    ok(wrong == SHARE_FILE_SD_PARMNUM, "got %lu\n", wrong);
    wrong = 0;
    status = add(server, relative, &wrong);
    ok(status == ERROR_INVALID_SECURITY_DESCR, "got %lu\n", status);
    ok(wrong == SHARE_FILE_SD_PARMNUM, "got %lu\n", wrong);
    check_get_info(server->unc, NEW_SHARE, 1, NERR_NetNameNotFound);
}

static void test_server_shares(const struct test_server *server)
{
    list_is_one_block_that_the_caller_owns(server);
    pages_have_all_shares(server);
    if (!server->folder[0])
    {
        skip("no folder to share\n");
        return;
    }
    share_is_added_changed_and_removed(server);
    absolute_descriptor_is_taken_too(server);
    descriptor_that_is_none_is_refused(server);
}

START_TEST(share)
{
    struct test_server server;
    HMODULE netapi32 = GetModuleHandleA("netapi32.dll");

    pNetShareDelEx = (void *)GetProcAddress(netapi32, "NetShareDelEx");
    pNetpGetFileSecurity = (void *)GetProcAddress(netapi32, "NetpGetFileSecurity");
    pNetpSetFileSecurity = (void *)GetProcAddress(netapi32, "NetpSetFileSecurity");
    outputs_must_be_there();
    what_goes_in_must_be_there();
    levels_are_those_of_the_documentation();
    computer_that_is_not_there_is_bad_netpath();
    this_computer_without_a_server_shares_nothing();
    security_of_a_file_of_this_computer_is_the_systems();
    if (open_test_server(&server))
    {
        test_server_shares(&server);
        close_test_server(&server);
    }
}
