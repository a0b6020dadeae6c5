/*
 * Tests of Netbios(): adapters, names and how commands run
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "netbios_test.h"

#define NO_COMMAND     0x7e
#define CHANGED_BLOCKS 100

static UCHAR lana;

/* ---- Adapters ------------------------------------------------------------------------------- */

static void enum_lists_adapters(void)
{
    LANA_ENUM list;
    NCB ncb = ncb_for(NCBENUM, 0);
    UCHAR result;

    memset(&list, 0xcc, sizeof(list));
    ncb.ncb_buffer = (UCHAR *)&list;
    ncb.ncb_length = sizeof(list);
    result = run(&ncb);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(list.length <= MAX_LANA, "got %u adapters\n", list.length);

    ncb = ncb_for(NCBENUM, 0);
    ncb.ncb_buffer = (UCHAR *)&list;
    result = run(&ncb);
    ok(result == NRC_BUFLEN, "got %#x\n", result);
}

static void reset_knows_adapters(void)
{
    NCB ncb = ncb_for(NCBRESET, lana);
    UCHAR result;

    result = run(&ncb);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ncb = ncb_for(NCBRESET, lana);
    ncb.ncb_lana_num = MAX_LANA;
    result = run(&ncb);
    ok(result == NRC_BRIDGE, "got %#x\n", result);
}

struct status
{
    ADAPTER_STATUS adapter;
    NAME_BUFFER names[30];
};

static UCHAR adapter_status(struct status *status, WORD size)
{
    NCB ncb = ncb_for(NCBASTAT, lana);

    set_name(ncb.ncb_callname, "*");
    ncb.ncb_buffer = (UCHAR *)status;
    ncb.ncb_length = size;
    return run(&ncb);
}

static void status_has_the_mac_address(void)
{
    static const UCHAR none[6];
    struct status status;
    UCHAR result;

    memset(&status, 0xcc, sizeof(status));
    result = adapter_status(&status, sizeof(status));
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(memcmp(status.adapter.adapter_address, none, sizeof(none)), "no address\n");
    ok(status.adapter.adapter_type == 0xfe, "got type %#x\n", status.adapter.adapter_type);
    ok(status.adapter.rev_major == 3, "got version %u\n", status.adapter.rev_major);
    ok(status.adapter.max_sess, "no sessions\n");

    result = adapter_status(&status, sizeof(status.adapter) - 1);
    ok(result == NRC_BUFLEN, "got %#x\n", result);
    result = adapter_status(NULL, sizeof(status));
    ok(result == NRC_BADDR, "got %#x\n", result);
}

/* ---- Names ---------------------------------------------------------------------------------- */

static UCHAR name_command(UCHAR command, const char *name, UCHAR *number)
{
    NCB ncb = ncb_for(command, lana);
    UCHAR result;

    set_name(ncb.ncb_name, name);
    result = run(&ncb);
    *number = ncb.ncb_num;
    return result;
}

static void names_are_added_listed_and_deleted(void)
{
    struct status status;
    UCHAR first = 0, second = 0, ignored, result;

    result = name_command(NCBADDNAME, "NETAPI32-TEST-A", &first);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    result = name_command(NCBADDGRNAME, "NETAPI32-TEST-B", &second);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(first && second && first != second, "got numbers %u, %u\n", first, second);
    result = name_command(NCBADDNAME, "NETAPI32-TEST-A", &ignored);
    ok(result == NRC_DUPNAME, "got %#x\n", result);
    result = name_command(NCBADDNAME, "*", &ignored);
    ok(result == NRC_NOWILD, "got %#x\n", result);

    result = adapter_status(&status, sizeof(status));
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(status.adapter.name_count >= 2, "got %u names\n", status.adapter.name_count);
    if (winetest_platform_is_wine)
    {
        ok(!memcmp(status.names[0].name, "NETAPI32-TEST-A ", NCBNAMSZ), "another name\n");
        ok(status.names[0].name_num == first, "got number %u\n", status.names[0].name_num);
        ok((status.names[0].name_flags & NAME_FLAGS_MASK) == (UNIQUE_NAME | REGISTERED),
           "got flags %#x\n", status.names[0].name_flags);
        ok((status.names[1].name_flags & NAME_FLAGS_MASK) == (GROUP_NAME | REGISTERED),
           "got flags %#x\n", status.names[1].name_flags);
    }
    result = adapter_status(&status, sizeof(status.adapter) + sizeof(status.names[0]));
    ok(result == NRC_INCOMP, "got %#x\n", result);

    result = name_command(NCBDELNAME, "NETAPI32-TEST-A", &ignored);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    result = name_command(NCBDELNAME, "NETAPI32-TEST-A", &ignored);
    ok(result == NRC_NOWILD, "got %#x\n", result);
    name_command(NCBDELNAME, "NETAPI32-TEST-B", &ignored);
}

/* ---- Commands ------------------------------------------------------------------------------- */

static void unknown_commands_are_illegal(void)
{
    static const UCHAR commands[] = { 0x00, 0x01, 0x50, 0x7f };
    unsigned int i;

    for (i = 0; i < ARRAYSIZE(commands); i++)
    {
        NCB ncb = ncb_for(commands[i], lana);
        UCHAR result = run(&ncb);

        ok(result == NRC_ILLCMD, "%#x: got %#x\n", commands[i], result);
    }
}

static void event_needs_an_asynchronous_command_without_post_routine(void)
{
    LANA_ENUM list;
    NCB ncb = ncb_for(NCBENUM, lana);
    UCHAR result;

    ncb.ncb_buffer = (UCHAR *)&list;
    ncb.ncb_length = sizeof(list);
    ncb.ncb_event = CreateEventW(NULL, TRUE, FALSE, NULL);
    result = run(&ncb);
    ok(result == NRC_ILLCMD, "got %#x\n", result);

    ncb.ncb_command = NCBENUM | ASYNCH;
    ncb.ncb_post = (void *)(ULONG_PTR)1;
    result = run(&ncb);
    ok(result == NRC_ILLCMD, "got %#x\n", result);

    ncb.ncb_post = NULL;
    result = Netbios(&ncb);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(!WaitForSingleObject(ncb.ncb_event, 5000), "no event\n");
    ok(ncb.ncb_cmd_cplt == NRC_GOODRET, "got %#x\n", ncb.ncb_cmd_cplt);
    ok(ncb.ncb_retcode == NRC_GOODRET, "got %#x\n", ncb.ncb_retcode);
    CloseHandle(ncb.ncb_event);
}

static HANDLE posted;
static NCB *posted_ncb;

static void CALLBACK post(NCB *ncb)
{
    posted_ncb = ncb;
    SetEvent(posted);
}

static void post_routine_gets_the_block(void)
{
    struct status status;
    NCB ncb = ncb_for(NCBASTAT | ASYNCH, lana);
    UCHAR result;

    posted = CreateEventW(NULL, TRUE, FALSE, NULL);
    set_name(ncb.ncb_callname, "*");
    ncb.ncb_buffer = (UCHAR *)&status;
    ncb.ncb_length = sizeof(status);
    ncb.ncb_post = post;
    result = Netbios(&ncb);
    ok(result == NRC_GOODRET, "got %#x\n", result);
    ok(!WaitForSingleObject(posted, 5000), "not posted\n");
    ok(posted_ncb == &ncb, "got another block\n");
    ok(ncb.ncb_cmd_cplt == NRC_GOODRET, "got %#x\n", ncb.ncb_cmd_cplt);
    CloseHandle(posted);
}

/* A program that uses the block again too early harms itself at most. */
static void a_command_stays_what_it_was_when_the_block_is_changed(void)
{
    LANA_ENUM list;
    NCB ncb;
    UCHAR result;
    int i;

    for (i = 0; i < CHANGED_BLOCKS; i++)
    {
        ncb = ncb_for(NCBENUM | ASYNCH, 0);
        ncb.ncb_buffer = (UCHAR *)&list;
        ncb.ncb_length = sizeof(list);
        ncb.ncb_event = CreateEventW(NULL, TRUE, FALSE, NULL);
        result = Netbios(&ncb);
        ncb.ncb_command = NO_COMMAND;
        ok(result == NRC_GOODRET, "got %#x\n", result);
        ok(!WaitForSingleObject(ncb.ncb_event, 5000), "no event\n");
        ok(ncb.ncb_cmd_cplt == NRC_GOODRET, "got %#x\n", ncb.ncb_cmd_cplt);
        CloseHandle(ncb.ncb_event);
    }
}

START_TEST(netbios)
{
    if (!find_adapter(&lana))
    {
        skip("this computer has no network adapter\n");
        return;
    }
    enum_lists_adapters();
    reset_knows_adapters();
    status_has_the_mac_address();
    names_are_added_listed_and_deleted();
    unknown_commands_are_illegal();
    event_needs_an_asynchronous_command_without_post_routine();
    post_routine_gets_the_block();
    a_command_stays_what_it_was_when_the_block_is_changed();
}
