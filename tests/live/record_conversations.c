/*
 * Records what servers answer to each call of each family, as inputs of tests/fuzz/fuzz_conversation. A
 * program for people, not a test.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 *     record_conversations FOLDER
 *
 * The servers are a private Samba server and the one that answers as Windows does. FOLDER gets a file
 * for each server, call and level: its answers, with the beginnings of conversations taken in turn from
 * all that there are. "fuzz_conversation -merge=1" then says which of them are worth keeping.
 */
#include <stdio.h>
#include <string.h>

#include "base/status.h"
#include "families/file/files.h"
#include "platform/platform.h"
#include "platform/posix.h"
#include "remote/pool.h"
#include "smb/dfs_referral.h"
#include "support/conversation_input.h"
#include "support/live.h"
#include "support/windows_server.h"

#define ADMIN      "admin"
#define PATH_SIZE  4096
#define PART_MAX   0xFFFF
#define RPC_FAULT  3
#define PDU_TYPE   2
#define STUB_START 24

/* ---- Recording ------------------------------------------------------------------------------- */

static struct writer answers; /* of the call */
static struct writer stub;    /* of the operation, as far as it has come */

uint32_t __real_rpc_answer_add(struct rpc_answer *answer, struct bytes pdu);
uint32_t __wrap_rpc_answer_add(struct rpc_answer *answer, struct bytes pdu);
uint32_t __real_smb2_get_dfs_referral(struct smb2_ipc_tree *tree, struct utf16_slice path,
                                      struct writer *answer, uint64_t deadline);
uint32_t __wrap_smb2_get_dfs_referral(struct smb2_ipc_tree *tree, struct utf16_slice path,
                                      struct writer *answer, uint64_t deadline);

static void put_answer(const struct writer *bytes)
{
    size_t put = 0;

    do
    {
        const size_t left = bytes->size - put;
        const uint16_t part = (uint16_t)(left < PART_MAX ? left : PART_MAX);

        writer_u8(&answers, part < left ? CONVERSATION_MORE : CONVERSATION_STUB);
        writer_u16(&answers, part);
        writer_bytes(&answers, bytes->data + put, part);
        put += part;
    } while (put < bytes->size);
}

static void put_fault(uint32_t fault)
{
    writer_u8(&answers, CONVERSATION_FAULT);
    writer_u32(&answers, fault);
}

uint32_t __wrap_rpc_answer_add(struct rpc_answer *answer, struct bytes pdu)
{
    const uint32_t status = __real_rpc_answer_add(answer, pdu);
    struct reader reader = reader_over(pdu.data, pdu.size);

    reader_seek(&reader, STUB_START);
    if (pdu.data[PDU_TYPE] == RPC_FAULT)
    {
        put_fault(reader_u32(&reader));
    }
    else if (!status)
    {
        writer_bytes(&stub, pdu.data + STUB_START, pdu.size - STUB_START);
    }
    if (answer->complete)
    {
        put_answer(&stub);
        writer_clear(&stub);
    }
    return status;
}

uint32_t __wrap_smb2_get_dfs_referral(struct smb2_ipc_tree *tree, struct utf16_slice path,
                                      struct writer *answer, uint64_t deadline)
{
    const uint32_t status = __real_smb2_get_dfs_referral(tree, path, answer, deadline);

    if (status)
    {
        put_fault(STATUS_NOT_FOUND);
    }
    else
    {
        put_answer(answer);
    }
    return status;
}

/* ---- Inputs ---------------------------------------------------------------------------------- */

/* What an input says of a call, and of how its conversation begins. */
struct beginning
{
    uint8_t call;
    uint8_t level;
    uint32_t number;
    unsigned int turn;
};

static void write_input(FILE *file, const struct beginning *beginning)
{
    const unsigned int turn = beginning->turn;
    struct writer input = { 0 };

    writer_u8(&input, beginning->call);
    writer_u8(&input, beginning->level);
    writer_u8(&input, 0); /* everything */
    writer_u8(&input, 0);
    writer_u32(&input, beginning->number);
    writer_u8(&input, (uint8_t)(turn % CONVERSATION_STARTS));
    writer_u8(&input, (uint8_t)(turn / 2 % 5));                          /* dialect */
    writer_u8(&input, (uint8_t)(turn % 3 | turn / 3 % 5 << 4));          /* algorithms */
    writer_u8(&input, (uint8_t)(turn % 64));                             /* flags */
    writer_u8(&input, (uint8_t)(turn % 5 == 4 ? 1 : 0));                 /* credits */
    writer_u8(&input, (uint8_t)(turn % 4 == 3 ? 1 + turn / 4 % 60 : 0)); /* fragments */
    writer_zeros(&input, CONVERSATION_TROUBLES * 8);                     /* none */
    writer_bytes(&input, answers.data, answers.size);
    fwrite(input.data, 1, input.size, file);
    writer_free(&input);
}

/* The name of a call as that of a file: up to the first character that is no letter. */
static int name_length(const char *name)
{
    return (int)strspn(name, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz_0123456789");
}

static bool keep(const char *folder, const char *server, const struct beginning *beginning)
{
    const struct family_call *call = family_call_at(beginning->call);
    char path[PATH_SIZE];
    FILE *file = NULL;

    snprintf(path, sizeof(path), "%s/%s-%u-%.*s-%u-%u", folder, server, beginning->call,
             name_length(call->name), call->name, family_level(call, beginning->level),
             beginning->number);
    file = fopen(path, "wb");
    if (!file)
    {
        perror(path);
        return false;
    }
    write_input(file, beginning);
    return !fclose(file);
}

/* ---- Calls ----------------------------------------------------------------------------------- */

static void record(const struct beginning *beginning, const struct family_arguments *from)
{
    const struct family_call *call = family_call_at(beginning->call);
    struct family_arguments arguments = *from;
    struct family_result result;
    uint32_t status = ERROR_SUCCESS;

    answers.size = 0;
    stub.size = 0;
    arguments.level = family_level(call, beginning->level);
    arguments.number = beginning->number;
    status = family_call_make(call, &arguments, &result);
    printf("%-40s level %4u number %5u: %u, %u entries, %zu bytes\n", call->name, arguments.level,
           beginning->number, status, result.answer.entries, answers.size);
    family_result_free(&result);
}

/* A call at each of its levels, with some numbers where there is a choice. */
static bool record_call(const char *folder, const char *server, size_t call,
                        const struct family_arguments *arguments)
{
    static unsigned int turn;
    const uint32_t numbers[] = { 0, 1, 2, UINT32_MAX, arguments->number };
    const struct info_family *levels = family_call_at(call)->levels;

    for (size_t level = 0; level < (levels ? levels->level_count : 1); level++)
    {
        for (size_t i = 0; i < sizeof(numbers) / sizeof(numbers[0]); i++)
        {
            const struct beginning beginning = { (uint8_t)call, (uint8_t)level, numbers[i],
                                                 turn++ };

            record(&beginning, arguments);
            if (!keep(folder, server, &beginning))
            {
                return false;
            }
        }
    }
    return true;
}

/* When a call is made: what changes something comes later, and what changes the rules of passwords
 * last, for nobody can log on behind that. */
static int order_of(const struct family_call *call)
{
    if (!strcmp(call->name, "NetUserModalsSet"))
    {
        return 2;
    }
    return call->gives == FAMILY_GIVES_NOTHING ? 1 : 0;
}

static bool record_all(const char *folder, const char *server,
                       const struct family_arguments *arguments)
{
    for (int order = 0; order <= 2; order++)
    {
        for (size_t i = 0; i < family_call_count(); i++)
        {
            if (order_of(family_call_at(i)) == order && !record_call(folder, server, i, arguments))
            {
                return false;
            }
        }
    }
    return true;
}

/* The number of a file that is open. */
static uint32_t find_file(const struct family_arguments *arguments)
{
    struct files_request request = {
        .list = { .server = arguments->server, .level = 2, .preferred_length = UINT32_MAX }
    };
    struct info_answer answer;
    uint32_t id = 0;

    if (!files_enumerate(&request, &answer) && answer.entries)
    {
        memcpy(&id, answer.buffer, sizeof(id));
    }
    platform_api_free(answer.buffer);
    return id;
}

static struct utf16_slice text(const char *utf8, struct utf16_name *name)
{
    utf16_name_from_utf8(name, utf8);
    return utf16_from_name(name);
}

static void make_link(void)
{
    char command[PATH_SIZE];

    snprintf(command, sizeof(command), "ln -s 'msdfs:target\\share,other\\share' '%s/root/link'",
             bed_folder(bed));
    bed_run(bed, command, NULL, 0);
}

static bool record_samba(const char *folder)
{
    static const char *const options[] = { "--winbind", "--dfs-root", "root", NULL };
    static const struct held_file file = { "alice", NULL, "report.txt", true, 1 };
    struct utf16_name names[3];
    struct family_arguments arguments = { .preferred_length = PREFERRED_LENGTH_UNLIMITED };
    bool is_recorded = false;

    if (start_server_with(options))
    {
        return false;
    }
    bed_configure(bed, CONVERSATION_SERVER, ADMIN);
    arguments.server = text(CONVERSATION_SERVER, &names[0]);
    arguments.user = text(ADMIN, &names[1]);
    arguments.password = text(bed_password(bed, ADMIN), &names[2]);
    hold_session("alice", "hello.txt", "127.0.0.1");
    hold_session("bob", NULL, "127.0.0.1");
    hold_file(&file);
    make_link();
    arguments.number = find_file(&arguments);
    is_recorded = record_all(folder, "samba", &arguments);
    stop_server(NULL);
    return is_recorded;
}

static bool record_windows(const char *folder)
{
    static const char *const options[] = { NULL };
    struct utf16_name names[3];
    struct family_arguments arguments = { .preferred_length = PREFERRED_LENGTH_UNLIMITED };
    bool is_recorded = false;

    if (start_windows_server(options))
    {
        return false;
    }
    arguments.server = text(windows_server_name(WINDOWS_ADMIN), &names[0]);
    arguments.user = text(WINDOWS_ADMIN, &names[1]);
    arguments.password = text("password", &names[2]);
    arguments.number = find_file(&arguments);
    is_recorded = record_all(folder, "windows", &arguments);
    stop_windows_server(NULL);
    return is_recorded;
}

int main(int argc, char **argv)
{
    if (argc != 2)
    {
        fputs("usage: record_conversations FOLDER\n", stderr);
        return 2;
    }
    return record_samba(argv[1]) && record_windows(argv[1]) ? 0 : 1;
}
