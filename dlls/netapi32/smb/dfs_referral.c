/*
 * Where a path of a DFS namespace leads: asking a server for a referral.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/dfs_referral.h"

#include "base/status.h"
#include "smb/exchange.h"

#define VERSION_MAX        4
#define ENTRY_SIZE_MIN     8
#define SERVER_TYPE_ROOT   1
#define NAME_LIST_REFERRAL 0x0002 /* of versions 3 and 4 */

/* ---- Asking ---------------------------------------------------------------------------------- */

/* REQ_GET_DFS_REFERRAL, [MS-DFSC] 2.2.2 */
static void encode_request(const void *parameters, size_t header, struct writer *writer)
{
    const struct utf16_slice *path = parameters;
    struct writer input = { 0 };

    writer_u16(&input, VERSION_MAX); /* MaxReferralLevel */
    writer_bytes(&input, path->units, path->length * sizeof(uint16_t));
    writer_u16(&input, 0);
    writer->failed |= input.failed;
    /* Of no file: all ones, [MS-SMB2] 3.2.4.20.3. */
    smb2_ioctl_encode(FSCTL_DFS_GET_REFERRALS, smb2_related_file_id,
                      (struct bytes){ input.data, input.size }, SMB2_PAYLOAD_MAX, header, writer);
    writer_free(&input);
}

/* What servers say when a path leads nowhere else, or where there are no namespaces. */
static bool is_no_referral(uint32_t ntstatus)
{
    switch (ntstatus)
    {
    case STATUS_NO_SUCH_DEVICE:
    case STATUS_INVALID_DEVICE_REQUEST:
    case STATUS_OBJECT_NAME_NOT_FOUND:
    case STATUS_OBJECT_PATH_NOT_FOUND:
    case STATUS_BAD_NETWORK_NAME:
    case STATUS_FS_DRIVER_REQUIRED:
    case STATUS_NOT_FOUND: return true;
    default: return false;
    }
}

static uint32_t take_message(const struct smb2_reply *reply, struct writer *answer)
{
    struct bytes output = { 0 };
    uint32_t status = win32_from_ntstatus(reply->header.status);

    if (is_no_referral(reply->header.status))
    {
        return ERROR_NOT_FOUND;
    }
    if (!status)
    {
        status = smb2_ioctl_decode(&output, FSCTL_DFS_GET_REFERRALS, reply->message);
    }
    writer_bytes(answer, output.data, output.size);
    return !status && answer->failed ? ERROR_NOT_ENOUGH_MEMORY : status;
}

uint32_t smb2_get_dfs_referral(struct smb2_ipc_tree *tree, struct utf16_slice path,
                               struct writer *answer, uint64_t deadline)
{
    struct smb2_reply reply;
    uint32_t status = smb2_ipc_tree_connect(tree, deadline);
    const struct smb2_request request = {
        .command = SMB2_IOCTL,
        .tree_id = tree->tree_id,
        .encode = encode_request,
        .parameters = &path,
    };

    if (status)
    {
        return status;
    }
    status = smb2_exchange_one(tree->connection, &request, &reply, deadline);
    if (!status)
    {
        status = take_message(&reply, answer);
    }
    return status;
}

/* ---- Reading the answer ---------------------------------------------------------------------- */

/* The terminated text at an offset of the message. */
static struct utf16_slice text_at(struct reader *message, size_t offset)
{
    struct utf16_slice text = { NULL, 0 };
    size_t length = 0;

    reader_seek(message, offset);
    text.length = reader_left(message) / sizeof(uint16_t);
    text.units = reader_bytes(message, text.length * sizeof(uint16_t));
    if (message->failed)
    {
        return (struct utf16_slice){ NULL, 0 };
    }
    length = utf16_find(text, 0);
    message->failed = length == text.length;
    return utf16_part(text, 0, length);
}

/* What stands behind the part that all versions have: of version 2, and of 3 and 4. */
static void read_offsets(struct reader *message, uint16_t version, size_t start,
                         struct dfs_referral_entry *entry)
{
    uint16_t path = 0;
    uint16_t address = 0;

    reader_skip(message, version == 2 ? sizeof(uint32_t) : 0); /* Proximity */
    entry->time_to_live = reader_u32(message);
    path = reader_u16(message);
    reader_skip(message, sizeof(uint16_t)); /* DFSAlternatePathOffset */
    address = reader_u16(message);
    entry->dfs_path = text_at(message, start + path);
    entry->network_address = text_at(message, start + address);
}

/* Reads the entry at `*start`, and moves that to the next. All are of one version. */
static void read_entry(struct reader *message, size_t *start, uint16_t *version_of_all,
                       struct dfs_referral_entry *entry)
{
    uint16_t version = 0;
    uint16_t size = 0;
    uint16_t flags = 0;

    reader_seek(message, *start);
    version = reader_u16(message);
    size = reader_u16(message);
    entry->is_root = reader_u16(message) == SERVER_TYPE_ROOT;
    flags = reader_u16(message);
    *version_of_all = *version_of_all ? *version_of_all : version;
    if (version < 1 || version > VERSION_MAX || version != *version_of_all ||
        size < ENTRY_SIZE_MIN || (version > 2 && flags & NAME_LIST_REFERRAL))
    {
        message->failed = true;
    }
    else if (version == 1)
    {
        entry->network_address = text_at(message, message->offset);
    }
    else
    {
        read_offsets(message, version, *start, entry);
    }
    *start += size;
}

/* Entries may share the path that they are for, but each has an address of its own: together they are
 * no more than what came. Whoever copies them is not made to copy a thousand times that. */
static bool addresses_fit(const struct dfs_referral *referral, size_t message_size)
{
    size_t left = message_size / sizeof(uint16_t);

    for (size_t i = 0; i < referral->count; i++)
    {
        const size_t length = referral->entries[i].network_address.length;

        if (length > left)
        {
            return false;
        }
        left -= length;
    }
    return true;
}

/* RESP_GET_DFS_REFERRAL, [MS-DFSC] 2.2.4 */
uint32_t dfs_referral_decode(struct bytes message, struct arena *arena,
                             struct dfs_referral *referral)
{
    struct reader reader = reader_over(message.data, message.size);
    uint16_t version = 0;
    size_t start = 0;

    *referral = (struct dfs_referral){ .path_consumed = reader_u16(&reader) };
    referral->count = reader_u16(&reader);
    reader_skip(&reader, sizeof(uint32_t)); /* ReferralHeaderFlags */
    start = reader.offset;
    if (reader.failed || referral->count > reader_left(&reader) / ENTRY_SIZE_MIN)
    {
        *referral = (struct dfs_referral){ 0 };
        return ERROR_BAD_NET_RESP;
    }
    referral->entries = arena_array(arena, referral->count, sizeof(*referral->entries));
    if (!referral->entries)
    {
        *referral = (struct dfs_referral){ 0 };
        return ERROR_NOT_ENOUGH_MEMORY;
    }
    for (size_t i = 0; i < referral->count && !reader.failed; i++)
    {
        read_entry(&reader, &start, &version, &referral->entries[i]);
    }
    if (reader.failed || !addresses_fit(referral, message.size))
    {
        *referral = (struct dfs_referral){ 0 };
        return ERROR_BAD_NET_RESP;
    }
    return ERROR_SUCCESS;
}
