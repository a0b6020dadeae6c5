/*
 * Tests of NetUse*: arguments, what is kept, and whose credentials a call takes
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "session_test.h"

#include <lmuse.h>

static WCHAR empty[] = L"";
static WCHAR wrong_password[] = L"not the password";
static WCHAR far_resource[] = NO_SUCH_SERVER L"\\IPC$";

/* A use of IPC$, to be changed by the test. */
static USE_INFO_2 use_of(WCHAR *remote, WCHAR *user, WCHAR *password)
{
    USE_INFO_2 info;

    memset(&info, 0, sizeof(info));
    info.ui2_remote = remote;
    info.ui2_asg_type = USE_IPC;
    info.ui2_username = user;
    info.ui2_password = password;
    return info;
}

static NET_API_STATUS add(DWORD level, USE_INFO_2 *info)
{
    return NetUseAdd(NULL, level, (BYTE *)info, NULL);
}

static NET_API_STATUS add_as(WCHAR *remote, WCHAR *user, WCHAR *password)
{
    USE_INFO_2 info = use_of(remote, user, password);

    return add(2, &info);
}

#define check_add_fails(info, status, parameter)                                                   \
    check_add_fails_(__FILE__, __LINE__, info, status, parameter)
static void check_add_fails_(const char *file, int line, const USE_INFO_2 *info,
                             NET_API_STATUS expected, DWORD expected_parameter)
{
    DWORD parameter = 0xcccccccc;
    NET_API_STATUS status;

    status = NetUseAdd(NULL, 2, (BYTE *)(ULONG_PTR)info, &parameter);
    ok_(file, line)(status == expected, "got %lu, expected %lu\n", status, expected);
    ok_(file, line)(parameter == expected_parameter, "got parameter %lu, expected %lu\n", parameter,
                    expected_parameter);
}

/* Takes back what one addition did. */
#define check_delete(remote) check_delete_(__FILE__, __LINE__, remote)
static void check_delete_(const char *file, int line, WCHAR *remote)
{
    NET_API_STATUS status = NetUseDel(NULL, remote, USE_NOFORCE);

    ok_(file, line)(!status, "got %lu\n", status);
}

static DWORD count_uses(void)
{
    DWORD entries = 0xcccccccc, total = 0xcccccccc;
    NET_API_STATUS status;
    BYTE *buffer;

    status = NetUseEnum(NULL, 0, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);
    ok(!status, "got %lu\n", status);
    ok(entries == total, "got %lu of %lu\n", entries, total);
    ok(!entries == !buffer, "got buffer %p for %lu entries\n", (void *)buffer, entries);
    NetApiBufferFree(buffer);
    return entries;
}

/* The status of a call that only an administrator may make. */
static NET_API_STATUS try_listing(const WCHAR *unc)
{
    struct enumeration result = enumerate(unc, NULL, NULL, 1);

    free_enumeration(result);
    return result.status;
}

/* ---- Arguments ------------------------------------------------------------------------------- */

static void levels_are_checked(void)
{
    static const DWORD bad_levels[] = { 3, 4, 10, 0xffffffff };
    USE_INFO_2 info = use_of(far_resource, NULL, NULL);
    DWORD entries, total;
    NET_API_STATUS status;
    unsigned int i;
    BYTE *buffer;

    for (i = 0; i < ARRAYSIZE(bad_levels); i++)
    {
        winetest_push_context("level %lu", bad_levels[i]);
        status = NetUseAdd(NULL, bad_levels[i], (BYTE *)&info, NULL);
        ok(status == ERROR_INVALID_LEVEL, "got %lu\n", status);

        buffer = (BYTE *)(ULONG_PTR)0xcccccccc;
        status =
            NetUseEnum(NULL, bad_levels[i], &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);
        ok(status == ERROR_INVALID_LEVEL, "got %lu\n", status);
        ok(!buffer, "got buffer %p\n", (void *)buffer);
        ok(!entries && !total, "got %lu of %lu\n", entries, total);

        buffer = (BYTE *)(ULONG_PTR)0xcccccccc;
        status = NetUseGetInfo(NULL, far_resource, bad_levels[i], &buffer);
        ok(status == ERROR_INVALID_LEVEL, "got %lu\n", status);
        ok(!buffer, "got buffer %p\n", (void *)buffer);
        winetest_pop_context();
    }
}

static void pointers_are_checked(void)
{
    DWORD parameter = 0xcccccccc, count;
    NET_API_STATUS status;
    BYTE *buffer;

    status = NetUseAdd(NULL, 2, NULL, &parameter);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    ok(!parameter, "got parameter %lu\n", parameter);

    status = NetUseDel(NULL, NULL, USE_NOFORCE);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetUseDel(NULL, far_resource, USE_LOTS_OF_FORCE + 1);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);

    status = NetUseEnum(NULL, 0, NULL, MAX_PREFERRED_LENGTH, &count, &count, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetUseEnum(NULL, 0, &buffer, MAX_PREFERRED_LENGTH, NULL, &count, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);

    status = NetUseGetInfo(NULL, far_resource, 0, NULL);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
    status = NetUseGetInfo(NULL, NULL, 0, &buffer);
    ok(status == ERROR_INVALID_PARAMETER, "got %lu\n", status);
}

static void uses_of_another_computer_are_out_of_reach(void)
{
    static WCHAR other[] = NO_SUCH_SERVER;
    USE_INFO_2 info = use_of(far_resource, NULL, NULL);
    NET_API_STATUS status = NetUseAdd(other, 2, (BYTE *)&info, NULL);

    ok(status == ERROR_NOT_SUPPORTED, "got %lu\n", status);
}

static void the_member_in_error_is_named(void)
{
    static const WCHAR *const bad_remotes[] = {
        NULL,
        L"",
        L"server\\IPC$",
        L"\\\\",
        L"\\\\\\IPC$",
        L"\\\\server\\",
        L"\\\\server\\IPC$\\folder",
    };
    static WCHAR no_device[] = L"no device", drive[] = L"X:", too_long[300];
    USE_INFO_2 info;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(bad_remotes); i++)
    {
        winetest_push_context("remote %s", wine_dbgstr_w(bad_remotes[i]));
        info = use_of((WCHAR *)(ULONG_PTR)bad_remotes[i], NULL, NULL);
        check_add_fails(&info, ERROR_INVALID_PARAMETER, USE_REMOTE_PARMNUM);
        winetest_pop_context();
    }
    info = use_of(far_resource, NULL, NULL);
    info.ui2_asg_type = USE_IPC + 1;
    check_add_fails(&info, ERROR_INVALID_PARAMETER, USE_ASGTYPE_PARMNUM);
    info.ui2_asg_type = USE_WILDCARD;
    info.ui2_local = drive;
    check_add_fails(&info, ERROR_INVALID_PARAMETER, USE_ASGTYPE_PARMNUM);
    info.ui2_asg_type = USE_DISKDEV;
    info.ui2_local = no_device;
    check_add_fails(&info, ERROR_INVALID_PARAMETER, USE_LOCAL_PARMNUM);

    wmemset(too_long, 'x', ARRAYSIZE(too_long) - 1);
    info = use_of(far_resource, too_long, empty);
    check_add_fails(&info, ERROR_INVALID_PARAMETER, USE_USERNAME_PARMNUM);
    info = use_of(far_resource, NULL, too_long);
    check_add_fails(&info, ERROR_INVALID_PARAMETER, USE_PASSWORD_PARMNUM);
    info = use_of(far_resource, NULL, empty);
    info.ui2_domainname = too_long;
    check_add_fails(&info, ERROR_INVALID_PARAMETER, USE_DOMAINNAME_PARMNUM);
}

static void drives_and_printers_cannot_be_connected(void)
{
    static const struct
    {
        const WCHAR *local;
        const WCHAR *share;
        DWORD type;
        NET_API_STATUS status;
    } devices[] = {
        { L"X:", L"\\files", USE_DISKDEV, ERROR_BAD_NET_NAME },
        { NULL, L"\\files", USE_DISKDEV, ERROR_BAD_NET_NAME },
        { NULL, L"\\files", USE_WILDCARD, ERROR_BAD_NET_NAME },
        { L"LPT1", L"\\printer", USE_SPOOLDEV, ERROR_BAD_NET_NAME },
        { NULL, L"\\files", USE_IPC, ERROR_BAD_DEV_TYPE },
        { NULL, L"\\IPC$", USE_DISKDEV, ERROR_BAD_DEV_TYPE },
        { NULL, L"\\ipc$", USE_SPOOLDEV, ERROR_BAD_DEV_TYPE },
        { L"x:", L"\\IPC$", USE_IPC, ERROR_BAD_DEV_TYPE },
    };
    WCHAR remote[NAME_SIZE];
    USE_INFO_2 info;
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(devices); i++)
    {
        winetest_push_context("device %u", i);
        wcscpy(remote, NO_SUCH_SERVER);
        wcscat(remote, devices[i].share);
        info = use_of(remote, NULL, NULL);
        info.ui2_local = (WCHAR *)(ULONG_PTR)devices[i].local;
        info.ui2_asg_type = devices[i].type;
        check_add_fails(&info, devices[i].status, 0);
        winetest_pop_context();
    }
}

static void what_is_not_used_is_not_found(void)
{
    static const WCHAR *const names[] = {
        NO_SUCH_SERVER L"\\IPC$",
        L"X:",
        L"\\\\server\\files",
    };
    NET_API_STATUS status;
    unsigned int i;
    BYTE *buffer;

    ok(count_uses() == 0, "something is used\n");
    for (i = 0; i < ARRAYSIZE(names); i++)
    {
        winetest_push_context("name %s", wine_dbgstr_w(names[i]));
        status = NetUseDel(NULL, (WCHAR *)(ULONG_PTR)names[i], USE_LOTS_OF_FORCE);
        ok(status == NERR_UseNotFound, "got %lu\n", status);
        buffer = (BYTE *)(ULONG_PTR)0xcccccccc;
        status = NetUseGetInfo(NULL, (WCHAR *)(ULONG_PTR)names[i], 2, &buffer);
        ok(status == NERR_UseNotFound, "got %lu\n", status);
        ok(!buffer, "got buffer %p\n", (void *)buffer);
        winetest_pop_context();
    }
}

static void an_unknown_server_is_a_bad_path(void)
{
    static WCHAR user[] = L"user";
    USE_INFO_2 info = use_of(far_resource, user, wrong_password);

    check_add_fails(&info, ERROR_BAD_NETPATH, 0);
    ok(count_uses() == 0, "something is used\n");
}

/* ---- With a server --------------------------------------------------------------------------- */

/* \\server\IPC$ */
static void resource_of(const struct test_server *server, WCHAR resource[NAME_SIZE])
{
    wcscpy(resource, server->unc);
    wcsncat(resource, L"\\IPC$", NAME_SIZE - 1 - wcslen(resource));
}

static void a_use_is_told_at_each_level(struct test_server *server)
{
    WCHAR resource[NAME_SIZE];
    DWORD entries, total;
    NET_API_STATUS status;
    BYTE *buffer, *single;
    unsigned int level;

    resource_of(server, resource);
    status = add_as(server->unc, server->admin, server->admin_password);
    ok(!status, "got %lu\n", status);
    for (level = 0; level <= 2; level++)
    {
        const USE_INFO_2 *info;

        winetest_push_context("level %u", level);
        status = NetUseEnum(NULL, level, &buffer, MAX_PREFERRED_LENGTH, &entries, &total, NULL);
        ok(!status && entries == 1 && total == 1, "got %lu, %lu of %lu\n", status, entries, total);
        status = NetUseGetInfo(NULL, resource, level, &single);
        ok(!status, "got %lu\n", status);
        info = (const USE_INFO_2 *)(const void *)buffer;
        ok(!*info->ui2_local, "got local %s\n", wine_dbgstr_w(info->ui2_local));
        ok(!lstrcmpiW(info->ui2_remote, resource), "got remote %s\n",
           wine_dbgstr_w(info->ui2_remote));
        ok(!lstrcmpW(info->ui2_remote, ((const USE_INFO_2 *)(const void *)single)->ui2_remote),
           "got another remote from NetUseGetInfo\n");
        if (level >= 1)
        {
            ok(!*info->ui2_password, "the password is told\n");
            ok(info->ui2_status == USE_OK, "got status %lu\n", info->ui2_status);
            ok(info->ui2_asg_type == USE_IPC, "got type %lu\n", info->ui2_asg_type);
            ok(info->ui2_usecount == 1, "got use count %lu\n", info->ui2_usecount);
        }
        if (level >= 2)
        {
            ok(!lstrcmpW(info->ui2_username, server->admin), "got user %s\n",
               wine_dbgstr_w(info->ui2_username));
            ok(!*info->ui2_domainname, "got domain %s\n", wine_dbgstr_w(info->ui2_domainname));
        }
        NetApiBufferFree(buffer);
        NetApiBufferFree(single);
        winetest_pop_context();
    }
    status = NetUseEnum(NULL, 2, &buffer, 8, &entries, &total, NULL);
    ok(status == NERR_BufTooSmall, "got %lu\n", status);
    ok(!buffer, "got buffer %p\n", (void *)buffer);
    check_delete(resource);
    ok(count_uses() == 0, "something is used\n");
}

static void additions_are_counted(struct test_server *server)
{
    USE_INFO_2 *info;
    NET_API_STATUS status;
    unsigned int i;

    for (i = 0; i < 3; i++)
    {
        status = add_as(server->unc, server->admin, server->admin_password);
        ok(!status, "got %lu\n", status);
    }
    status = NetUseGetInfo(NULL, server->unc, 2, (BYTE **)&info);
    ok(!status, "got %lu\n", status);
    ok(info->ui2_usecount == 3, "got use count %lu\n", info->ui2_usecount);
    NetApiBufferFree(info);
    check_delete(server->unc);
    ok(count_uses() == 1, "nothing is used\n");
    status = NetUseDel(NULL, server->unc, USE_LOTS_OF_FORCE);
    ok(!status, "got %lu\n", status);
    ok(count_uses() == 0, "something is used\n");
    status = NetUseDel(NULL, server->unc, USE_NOFORCE);
    ok(status == NERR_UseNotFound, "got %lu\n", status);
}

static void wrong_credentials_are_told_at_once(struct test_server *server)
{
    NET_API_STATUS status;

    status = add_as(server->unc, server->admin, wrong_password);
    ok(status == ERROR_LOGON_FAILURE, "got %lu\n", status);
    status = add_as(server->unc, server->admin, empty);
    ok(status == ERROR_LOGON_FAILURE, "got %lu\n", status);
    ok(count_uses() == 0, "something is used\n");
}

static void other_credentials_are_a_conflict(struct test_server *server)
{
    NET_API_STATUS status;

    status = add_as(server->unc, server->admin, server->admin_password);
    ok(!status, "got %lu\n", status);
    status = add_as(server->unc, server->user, server->user_password);
    ok(status == ERROR_SESSION_CREDENTIAL_CONFLICT, "got %lu\n", status);
    status = add_as(server->unc, server->admin, wrong_password);
    ok(status == ERROR_SESSION_CREDENTIAL_CONFLICT, "got %lu\n", status);
    check_delete(server->unc);
}

static void user_names_have_several_forms(struct test_server *server)
{
    WCHAR qualified[2 * NAME_SIZE];
    NET_API_STATUS status;
    USE_INFO_2 info, *told;

    wcscpy(qualified, server->name);
    wcscat(qualified, L"\\");
    wcscat(qualified, server->admin);
    status = add_as(server->unc, qualified, server->admin_password);
    ok(!status, "got %lu\n", status);
    status = NetUseGetInfo(NULL, server->unc, 2, (BYTE **)&told);
    ok(!status, "got %lu\n", status);
    ok(!lstrcmpW(told->ui2_username, server->admin), "got user %s\n",
       wine_dbgstr_w(told->ui2_username));
    ok(!lstrcmpW(told->ui2_domainname, server->name), "got domain %s\n",
       wine_dbgstr_w(told->ui2_domainname));
    NetApiBufferFree(told);

    /* The same, said in two members. */
    info = use_of(server->unc, server->admin, server->admin_password);
    info.ui2_domainname = server->name;
    status = add(2, &info);
    ok(!status, "got %lu\n", status);
    ok(count_uses() == 1, "got %lu uses\n", count_uses());
    status = NetUseDel(NULL, server->unc, USE_LOTS_OF_FORCE);
    ok(!status, "got %lu\n", status);
}

static void a_use_goes_before_the_credential_manager(struct test_server *server)
{
    NET_API_STATUS status;

    log_in(server, server->user, server->user_password);
    status = try_listing(server->unc);
    ok(status == ERROR_ACCESS_DENIED, "got %lu\n", status);

    status = add_as(server->unc, server->admin, server->admin_password);
    ok(!status, "got %lu\n", status);
    status = try_listing(server->unc);
    ok(!status, "got %lu\n", status);

    check_delete(server->unc);
    status = try_listing(server->unc);
    ok(status == ERROR_ACCESS_DENIED, "got %lu\n", status);

    log_in(server, server->admin, server->admin_password);
    status = add_as(server->unc, server->user, server->user_password);
    ok(!status, "got %lu\n", status);
    status = try_listing(server->unc);
    ok(status == ERROR_ACCESS_DENIED, "got %lu\n", status);
    check_delete(server->unc);
    status = try_listing(server->unc);
    ok(!status, "got %lu\n", status);
}

static void without_a_password_the_current_credentials_are_used(struct test_server *server)
{
    NET_API_STATUS status;
    USE_INFO_2 info, *told;
    DWORD level;

    log_in(server, server->admin, server->admin_password);
    for (level = 0; level <= 2; level++)
    {
        winetest_push_context("level %lu", level);
        info = use_of(server->unc, NULL, NULL);
        status = add(level, &info);
        ok(!status, "got %lu\n", status);
        winetest_pop_context();
    }
    status = NetUseGetInfo(NULL, server->unc, 2, (BYTE **)&told);
    ok(!status, "got %lu\n", status);
    ok(!lstrcmpW(told->ui2_username, server->admin), "got user %s\n",
       wine_dbgstr_w(told->ui2_username));
    ok(told->ui2_usecount == 3, "got use count %lu\n", told->ui2_usecount);
    NetApiBufferFree(told);
    status = try_listing(server->unc);
    ok(!status, "got %lu\n", status);
    status = NetUseDel(NULL, server->unc, USE_LOTS_OF_FORCE);
    ok(!status, "got %lu\n", status);

    /* A user whose password the Credential Manager has, and one whose it has not. */
    status = add_as(server->unc, server->admin, NULL);
    ok(!status, "got %lu\n", status);
    check_delete(server->unc);
    status = add_as(server->unc, server->user, NULL);
    ok(status == ERROR_INVALID_PASSWORD, "got %lu\n", status);
}

static void an_empty_user_is_nobody(struct test_server *server)
{
    NET_API_STATUS status;

    status = add_as(server->unc, empty, empty);
    ok(!status, "got %lu\n", status);
    status = try_listing(server->unc);
    ok(status == ERROR_ACCESS_DENIED, "got %lu\n", status);
    check_delete(server->unc);
    status = try_listing(server->unc);
    ok(!status, "got %lu\n", status);
}

START_TEST(use)
{
    struct test_server server;

    levels_are_checked();
    pointers_are_checked();
    uses_of_another_computer_are_out_of_reach();
    the_member_in_error_is_named();
    drives_and_printers_cannot_be_connected();
    what_is_not_used_is_not_found();
    an_unknown_server_is_a_bad_path();
    if (!open_test_server(&server))
    {
        return;
    }
    a_use_is_told_at_each_level(&server);
    additions_are_counted(&server);
    wrong_credentials_are_told_at_once(&server);
    other_credentials_are_a_conflict(&server);
    user_names_have_several_forms(&server);
    a_use_goes_before_the_credential_manager(&server);
    without_a_password_the_current_credentials_are_used(&server);
    an_empty_user_is_nobody(&server);
    close_test_server(&server);
}
