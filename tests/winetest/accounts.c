/*
 * Tests of the users and groups of this computer
 *
 * What every call answers to every kind of argument is the business of tests/differential; here
 * stands what takes more than one call to see.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windef.h>
#include <winbase.h>
#include <lmcons.h>
#include <lmaccess.h>
#include <lmapibuf.h>
#include <lmerr.h>
#include <lmwksta.h>

#include <wchar.h>

#include "wine/test.h"

#define THREADS 4
#define ROUNDS  50

static DWORD add_user(const WCHAR *name, const WCHAR *password)
{
    USER_INFO_1 user = { 0 };

    user.usri1_name = (WCHAR *)name;
    user.usri1_password = (WCHAR *)password;
    user.usri1_priv = USER_PRIV_USER;
    user.usri1_flags = UF_SCRIPT;
    return NetUserAdd(NULL, 1, (BYTE *)&user, NULL);
}

static DWORD count_users(void)
{
    DWORD entries = 0, total = 0, status;
    USER_INFO_0 *users = NULL;

    status = NetUserEnum(NULL, 0, 0, (BYTE **)&users, MAX_PREFERRED_LENGTH, &entries, &total, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(entries == total, "got %lu of %lu\n", entries, total);
    NetApiBufferFree(users);
    return entries;
}

static void a_user_has_the_sid_that_lsa_knows(void)
{
    BYTE sid[SECURITY_MAX_SID_SIZE];
    WCHAR name[UNLEN + 1], domain[MAX_PATH];
    DWORD name_size = ARRAY_SIZE(name), size = sizeof(sid), domain_size = ARRAY_SIZE(domain);
    USER_INFO_23 *user = NULL;
    SID_NAME_USE use;
    DWORD status;

    GetUserNameW(name, &name_size);
    status = NetUserGetInfo(NULL, name, 23, (BYTE **)&user);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(LookupAccountNameW(NULL, name, sid, &size, domain, &domain_size, &use), "got error %lu\n",
       GetLastError());
    ok(user && EqualSid(user->usri23_user_sid, sid), "the SIDs differ\n");
    NetApiBufferFree(user);
}

static void users_are_listed_page_by_page(void)
{
    DWORD all = count_users(), seen = 0, resume = 0, status, calls = 0;

    do
    {
        DWORD entries = 0, total = 0;
        USER_INFO_1 *users = NULL;

        status = NetUserEnum(NULL, 1, 0, (BYTE **)&users, 256, &entries, &total, &resume);
        ok(total == all - seen, "got total %lu, expected %lu\n", total, all - seen);
        ok(entries > 0 && users, "got no entries\n");
        ok(NetApiBufferFree(users) == NERR_Success, "the buffer is none\n");
        seen += entries;
        calls++;
    } while (status == ERROR_MORE_DATA && calls <= all);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(seen == all, "got %lu of %lu users\n", seen, all);
    ok(calls > 1, "got all at once\n");
    ok(resume == 0, "got resume handle %lu\n", resume);
}

static void an_added_user_is_everywhere_until_deleted(void)
{
    DWORD before = count_users(), entries = 0, total = 0, status;
    GROUP_USERS_INFO_0 *groups = NULL;
    USER_INFO_10 *user = NULL;

    ok(add_user(L"wt-lives", L"Secret.1") == NERR_Success, "not added\n");
    ok(count_users() == before + 1, "got %lu users\n", count_users());
    status = NetUserGetInfo(NULL, L"WT-Lives", 10, (BYTE **)&user);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(user && !wcscmp(user->usri10_name, L"wt-lives"), "got another name\n");
    NetApiBufferFree(user);
    status = NetUserGetGroups(NULL, L"wt-lives", 0, (BYTE **)&groups, MAX_PREFERRED_LENGTH,
                              &entries, &total);
    ok(status == NERR_Success && entries == 1, "got %lu, %lu groups\n", status, entries);
    NetApiBufferFree(groups);
    ok(NetUserDel(NULL, L"wt-lives") == NERR_Success, "not deleted\n");
    ok(count_users() == before, "got %lu users\n", count_users());
}

static void a_changed_password_replaces_the_old_one(void)
{
    USER_INFO_1003 info = { (WCHAR *)L"Fourth.1" };
    DWORD status;

    ok(add_user(L"wt-pass", L"First.1") == NERR_Success, "not added\n");
    status = NetUserChangePassword(NULL, L"wt-pass", L"FIRST.1", L"Second.1");
    ok(status == ERROR_INVALID_PASSWORD, "got %lu\n", status);
    status = NetUserChangePassword(NULL, L"wt-pass", L"First.1", L"Second.1");
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetUserChangePassword(NULL, L"wt-pass", L"First.1", L"Third.1");
    ok(status == ERROR_INVALID_PASSWORD, "got %lu\n", status);
    status = NetUserSetInfo(NULL, L"wt-pass", 1003, (BYTE *)&info, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    status = NetUserChangePassword(NULL, L"wt-pass", L"Fourth.1", L"Fifth.1");
    ok(status == NERR_Success, "got %lu\n", status);
    ok(NetUserDel(NULL, L"wt-pass") == NERR_Success, "not deleted\n");
}

static DWORD count_members(const WCHAR *group)
{
    LOCALGROUP_MEMBERS_INFO_3 *members = NULL;
    DWORD entries = 0, total = 0, status;

    status = NetLocalGroupGetMembers(NULL, group, 3, (BYTE **)&members, MAX_PREFERRED_LENGTH,
                                     &entries, &total, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    NetApiBufferFree(members);
    return entries;
}

static void members_are_added_all_or_none(void)
{
    LOCALGROUP_MEMBERS_INFO_3 members[] = { { (WCHAR *)L"Guest" }, { (WCHAR *)L"wt-nobody" } };
    LOCALGROUP_INFO_0 group = { (WCHAR *)L"wt-group" };
    DWORD status;

    ok(NetLocalGroupAdd(NULL, 0, (BYTE *)&group, NULL) == NERR_Success, "not added\n");
    status = NetLocalGroupAddMembers(NULL, L"wt-group", 3, (BYTE *)members, 2);
    ok(status == ERROR_NO_SUCH_MEMBER, "got %lu\n", status);
    ok(count_members(L"wt-group") == 0, "got %lu members\n", count_members(L"wt-group"));
    status = NetLocalGroupAddMembers(NULL, L"wt-group", 3, (BYTE *)members, 1);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(count_members(L"wt-group") == 1, "got %lu members\n", count_members(L"wt-group"));
    members[0].lgrmi3_domainandname = (WCHAR *)L"BUILTIN\\Users";
    status = NetLocalGroupAddMembers(NULL, L"wt-group", 3, (BYTE *)members, 1);
    ok(status == ERROR_INVALID_MEMBER, "got %lu\n", status);
    members[0].lgrmi3_domainandname = (WCHAR *)L"Everyone";
    status = NetLocalGroupAddMembers(NULL, L"wt-group", 3, (BYTE *)members, 1);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(count_members(L"wt-group") == 2, "got %lu members\n", count_members(L"wt-group"));
    ok(NetLocalGroupDel(NULL, L"wt-group") == NERR_Success, "not deleted\n");
}

static void a_deleted_user_is_no_longer_a_member(void)
{
    LOCALGROUP_MEMBERS_INFO_3 member = { (WCHAR *)L"wt-gone" };
    DWORD before = count_members(L"Users"), status;

    ok(add_user(L"wt-gone", L"Secret.1") == NERR_Success, "not added\n");
    status = NetLocalGroupAddMembers(NULL, L"Users", 3, (BYTE *)&member, 1);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(count_members(L"Users") == before + 1, "got %lu members\n", count_members(L"Users"));
    ok(NetUserDel(NULL, L"wt-gone") == NERR_Success, "not deleted\n");
    ok(count_members(L"Users") == before, "got %lu members\n", count_members(L"Users"));
}

static void administrators_have_the_privilege(void)
{
    LOCALGROUP_MEMBERS_INFO_3 member = { (WCHAR *)L"wt-admin" };
    USER_INFO_1 *user = NULL;

    ok(add_user(L"wt-admin", L"Secret.1") == NERR_Success, "not added\n");
    NetLocalGroupAddMembers(NULL, L"Administrators", 3, (BYTE *)&member, 1);
    ok(!NetUserGetInfo(NULL, L"wt-admin", 1, (BYTE **)&user), "no such user\n");
    ok(user && user->usri1_priv == USER_PRIV_ADMIN, "got privilege %lu\n",
       user ? user->usri1_priv : 0);
    ok(user && !user->usri1_password, "the password is given out\n");
    NetApiBufferFree(user);
    ok(NetUserDel(NULL, L"wt-admin") == NERR_Success, "not deleted\n");
}

static DWORD WINAPI add_and_delete(void *argument)
{
    WCHAR name[UNLEN + 1];
    DWORD failures = 0, i;

    swprintf(name, ARRAY_SIZE(name), L"wt-thread%u", (unsigned int)(ULONG_PTR)argument);
    for (i = 0; i < ROUNDS; i++)
    {
        USER_INFO_3 *user = NULL;

        failures += add_user(name, L"Secret.1") != NERR_Success;
        failures += NetUserGetInfo(NULL, name, 3, (BYTE **)&user) != NERR_Success;
        failures += !user || wcscmp(user->usri3_name, name);
        NetApiBufferFree(user);
        failures += NetUserDel(NULL, name) != NERR_Success;
    }
    return failures;
}

static void threads_do_not_disturb_each_other(void)
{
    HANDLE threads[THREADS];
    DWORD before = count_users(), failures, i;

    for (i = 0; i < THREADS; i++)
    {
        threads[i] = CreateThread(NULL, 0, add_and_delete, (void *)(ULONG_PTR)i, 0, NULL);
    }
    for (i = 0; i < THREADS; i++)
    {
        WaitForSingleObject(threads[i], INFINITE);
        ok(GetExitCodeThread(threads[i], &failures) && !failures, "got %lu failures\n", failures);
        CloseHandle(threads[i]);
    }
    ok(count_users() == before, "got %lu users\n", count_users());
}

static void the_workstations_user_is_the_programs(void)
{
    WCHAR name[UNLEN + 1];
    DWORD size = ARRAY_SIZE(name), status;
    WKSTA_USER_INFO_1 *user = NULL;

    GetUserNameW(name, &size);
    status = NetWkstaUserGetInfo(NULL, 1, (BYTE **)&user);
    ok(status == NERR_Success, "got %lu\n", status);
    ok(user && !wcscmp(user->wkui1_username, name), "got another user\n");
    NetApiBufferFree(user);
}

static void password_policy_gives_its_history_in_one_block(void)
{
    BYTE new_hash[16] = { 1 }, old_hash[4] = { 2 };
    NET_VALIDATE_PASSWORD_HASH history[2] = { { sizeof(old_hash), old_hash }, { 0, NULL } };
    NET_VALIDATE_PASSWORD_RESET_INPUT_ARG reset;
    NET_VALIDATE_OUTPUT_ARG *output = NULL;
    USER_MODALS_INFO_0 *rules = NULL, changed;
    DWORD status;

    status = NetUserModalsGet(NULL, 0, (BYTE **)&rules);
    ok(status == NERR_Success, "got %lu\n", status);
    changed = *rules;
    changed.usrmod0_password_hist_len = 3;
    status = NetUserModalsSet(NULL, 0, (BYTE *)&changed, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    memset(&reset, 0, sizeof(reset));
    reset.ClearPassword = (WCHAR *)L"Some-Passw0rd";
    reset.HashedPassword.Length = sizeof(new_hash);
    reset.HashedPassword.Hash = new_hash;
    reset.InputPersistedFields.PresentFields = NET_VALIDATE_PASSWORD_HISTORY;
    reset.InputPersistedFields.PasswordHistoryLength = ARRAY_SIZE(history);
    reset.InputPersistedFields.PasswordHistory = history;
    status =
        NetValidatePasswordPolicy(NULL, NULL, NetValidatePasswordReset, &reset, (void **)&output);
    ok(status == NERR_Success, "got %lu\n", status);
    if (output)
    {
        const NET_VALIDATE_PERSISTED_FIELDS *fields = &output->ChangedPersistedFields;
        DWORD size = 0;

        ok(output->ValidationStatus == NERR_Success, "got %lu\n", output->ValidationStatus);
        ok(fields->PasswordHistoryLength == 3, "got %lu\n", fields->PasswordHistoryLength);
        ok(fields->PasswordHistory[0].Hash[0] == 1, "got %u\n", fields->PasswordHistory[0].Hash[0]);
        ok(fields->PasswordHistory[1].Hash[0] == 2, "got %u\n", fields->PasswordHistory[1].Hash[0]);
        ok(!fields->PasswordHistory[2].Length, "got %lu\n", fields->PasswordHistory[2].Length);
        status = NetApiBufferSize(output, &size);
        ok(status == NERR_Success &&
               fields->PasswordHistory[1].Hash + sizeof(old_hash) <= (BYTE *)output + size,
           "got %lu, %lu bytes\n", status, size);
    }
    NetValidatePasswordPolicyFree((void **)&output);
    ok(!output, "got %p\n", output);

    history[1].Length = 16; /* of nothing */
    output = (void *)0xdeadbeef;
    status =
        NetValidatePasswordPolicy(NULL, NULL, NetValidatePasswordReset, &reset, (void **)&output);
    ok(status == ERROR_INVALID_PARAMETER && !output, "got %lu, %p\n", status, output);
    history[1].Length = 0;
    history[0].Length = 0x80000000;
    status =
        NetValidatePasswordPolicy(NULL, NULL, NetValidatePasswordReset, &reset, (void **)&output);
    ok(status == ERROR_INVALID_PARAMETER && !output, "got %lu, %p\n", status, output);
    status = NetUserModalsSet(NULL, 0, (BYTE *)rules, NULL);
    ok(status == NERR_Success, "got %lu\n", status);
    NetApiBufferFree(rules);
}

START_TEST(accounts)
{
    a_user_has_the_sid_that_lsa_knows();
    users_are_listed_page_by_page();
    an_added_user_is_everywhere_until_deleted();
    a_changed_password_replaces_the_old_one();
    members_are_added_all_or_none();
    a_deleted_user_is_no_longer_a_member();
    administrators_have_the_privilege();
    threads_do_not_disturb_each_other();
    password_policy_gives_its_history_in_one_block();
    the_workstations_user_is_the_programs();
}
