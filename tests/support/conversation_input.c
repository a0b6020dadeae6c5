/*
 * A conversation as a run of bytes.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/conversation_input.h"

#include "smb/cipher.h"
#include "smb/signing.h"

#define HEAD_SIZE      14
#define TROUBLE_SIZE   8
#define UNKNOWN_LEVEL  0x7FFF
#define FRAGMENT_UNIT  32
#define FRAGMENT_LEAST 32
#define FRAGMENT_USUAL 4280
#define PIECE          5
#define PIECE_DELAY    3 /* ms */
#define EDIT_SHIFT     13
#define POSITION_MASK  0x1FFF
#define EVERYTHING_8   0xFF

static const uint32_t preferred_lengths[] = {
    PREFERRED_LENGTH_UNLIMITED, 0, 1, 64, 200, 500, 4096, 65536
};

/* By the highest bits of a position. */
static const enum model_edit_kind edits[] = { MODEL_XOR,    MODEL_SET,     MODEL_CUT, MODEL_APPEND,
                                              MODEL_UNSIGN, MODEL_REPLACE, MODEL_SET, MODEL_XOR };

/* ---- What is wrong ----------------------------------------------------------------------------- */

/* What replaces something is what would have been answered next. */
static struct bytes take_bytes(struct conversation_input *input)
{
    const size_t size = reader_u16(&input->answers);
    const size_t left = reader_left(&input->answers);
    struct bytes taken = { .size = size < left ? size : left };

    taken.data = reader_bytes(&input->answers, taken.size);
    return taken.data ? taken : (struct bytes){ NULL, 0 };
}

static struct model_edit edit_of(struct conversation_input *input, uint16_t position,
                                 uint32_t value)
{
    struct model_edit edit = {
        edits[position >> EDIT_SHIFT], position & POSITION_MASK, value, { NULL, 0 }
    };

    if (edit.kind == MODEL_REPLACE)
    {
        edit.bytes = take_bytes(input);
    }
    return edit;
}

static void apply(struct conversation_input *input, uint8_t kind, struct reader *trouble,
                  struct model_manner *manner)
{
    const uint16_t position = reader_u16(trouble);
    const uint32_t value = reader_u32(trouble);

    switch (kind % TROUBLE_KINDS)
    {
    case TROUBLE_NONE: break;
    case TROUBLE_STATUS:
        manner->has_status = true;
        manner->status = value;
        break;
    case TROUBLE_INTERIM: manner->interims = 1 + value % 4; break;
    case TROUBLE_SILENCE: manner->is_silent = true; break;
    case TROUBLE_CLOSE: manner->closes = true; break;
    case TROUBLE_DELAY: manner->delay = value % 0x10000; break;
    case TROUBLE_DOUBLE: manner->is_doubled = true; break;
    case TROUBLE_ENDLESS: manner->is_endless = true; break;
    case TROUBLE_MESSAGE: manner->message = edit_of(input, position, value); break;
    case TROUBLE_PDU: manner->pdu = edit_of(input, position, value); break;
    case TROUBLE_SEALED: manner->sealed = edit_of(input, position, value); break;
    default: manner->frame = edit_of(input, position, value); break;
    }
}

static void choose_manner(void *context, const struct model_question *question,
                          struct model_manner *manner)
{
    struct conversation_input *input = context;
    struct reader troubles = reader_over(input->troubles.data, input->troubles.size);

    while (reader_left(&troubles))
    {
        struct reader trouble = reader_over(reader_bytes(&troubles, TROUBLE_SIZE), TROUBLE_SIZE);
        const uint8_t kind = reader_u8(&trouble);
        const uint8_t number = reader_u8(&trouble);
        const uint8_t first = number & (CONVERSATION_FROM_HERE_ON - 1);

        if (number & CONVERSATION_FROM_HERE_ON ? question->number >= first
                                               : question->number == first)
        {
            apply(input, kind, &trouble, manner);
        }
    }
}

/* ---- What services answer ---------------------------------------------------------------------- */

static void repeat(struct conversation_input *input, struct writer *stub)
{
    const size_t times = reader_u16(&input->answers);
    const struct bytes part = take_bytes(input);

    for (size_t i = 0; i < times && part.size && stub->size + part.size < CONVERSATION_STUB_MAX;
         i++)
    {
        writer_bytes(stub, part.data, part.size);
    }
}

static uint32_t answer(void *context, const struct model_question *question, struct writer *stub)
{
    struct conversation_input *input = context;
    uint8_t kind = CONVERSATION_MORE;

    (void)question;
    while (kind == CONVERSATION_MORE && reader_left(&input->answers))
    {
        struct bytes part = { NULL, 0 };

        kind = reader_u8(&input->answers);
        switch (kind)
        {
        case CONVERSATION_FAULT: return reader_u32(&input->answers);
        case CONVERSATION_REPEAT: repeat(input, stub); break;
        default: part = take_bytes(input); writer_bytes(stub, part.data, part.size);
        }
    }
    return 0;
}

/* ---- The beginning ----------------------------------------------------------------------------- */

static void read_arguments(struct conversation_input *input, struct reader *reader)
{
    struct family_arguments *arguments = &input->arguments;
    uint8_t level = 0;
    uint8_t length = 0;
    uint8_t handle = 0;

    input->call = family_call_at(reader_u8(reader) % family_call_count());
    level = reader_u8(reader);
    length = reader_u8(reader);
    handle = reader_u8(reader);
    *arguments = (struct family_arguments){
        .server = { u"" CONVERSATION_SERVER, sizeof(CONVERSATION_SERVER) - 1 },
        .level =
            level == CONVERSATION_UNKNOWN_LEVEL ? UNKNOWN_LEVEL : family_level(input->call, level),
        .preferred_length = preferred_lengths[length % 8],
        .resume_handle = handle == EVERYTHING_8 ? UINT32_MAX : handle,
        .number = reader_u32(reader),
        .user = { u"user", 4 },
        .password = { u"password", 8 },
    };
}

static void read_algorithms(struct model_settings *settings, uint8_t algorithms)
{
    const size_t cipher = (algorithms >> 4) % (smb2_cipher_count + 1);

    settings->signing =
        smb2_signing_algorithms[(algorithms & 0xF) % smb2_signing_algorithm_count].id;
    settings->cipher = cipher < smb2_cipher_count ? smb2_ciphers[cipher].id : SMB2_CIPHER_NONE;
}

static void read_settings(struct conversation_input *input, struct reader *reader)
{
    struct model_settings *settings = &input->server.settings;
    const uint8_t start = reader_u8(reader) % CONVERSATION_STARTS;
    uint8_t flags = 0;
    uint8_t fragment = 0;

    input->begins_in_session = start >= CONVERSATION_SIGNED;
    settings->encrypts_session = start & CONVERSATION_ENCRYPTED_LOGON;
    settings->dialect = (enum smb2_dialect)
        smb2_dialects[smb2_dialect_count - 1 - reader_u8(reader) % smb2_dialect_count];
    read_algorithms(settings, reader_u8(reader));
    flags = reader_u8(reader);
    settings->sends_hint = flags & CONVERSATION_HINT;
    settings->sends_mic = flags & CONVERSATION_MIC;
    settings->sends_compound = flags & CONVERSATION_COMPOUND;
    settings->encrypts_share = flags & CONVERSATION_SHARE;
    settings->piece_max = flags & CONVERSATION_PIECES ? PIECE : 0;
    settings->piece_delay = flags & CONVERSATION_SLOWLY ? PIECE_DELAY : 0;
    settings->credits = reader_u8(reader);
    fragment = reader_u8(reader);
    settings->fragment_max =
        fragment ? (uint16_t)(FRAGMENT_LEAST + fragment * FRAGMENT_UNIT) : FRAGMENT_USUAL;
    settings->password = input->arguments.password;
}

bool conversation_input_read(struct conversation_input *input, struct bytes data)
{
    struct reader reader = reader_over(data.data, data.size);

    if (data.size < HEAD_SIZE + CONVERSATION_TROUBLES * TROUBLE_SIZE)
    {
        return false;
    }
    *input = (struct conversation_input){ .call = NULL };
    read_arguments(input, &reader);
    read_settings(input, &reader);
    input->troubles.size = CONVERSATION_TROUBLES * TROUBLE_SIZE;
    input->troubles.data = reader_bytes(&reader, input->troubles.size);
    input->answers = reader_over(data.data + reader.offset, reader_left(&reader));
    input->server.behaviour = (struct model_behaviour){ input, choose_manner, answer };
    return true;
}
