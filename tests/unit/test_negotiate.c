/*
 * NEGOTIATE: the request against [MS-SMB2] 2.2.3, and what of a reply (2.2.4) is believed.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "smb/commands.h"
#include "support/exact_copy.h"
#include "support/hex.h"
#include "support/unit.h"

/* The data of negotiate contexts as a server of 3.1.1 sends them. */
#define PREAUTH_SHA512     "0100 0400 0100 a1a2a3a4"
#define CIPHER_AES128_GCM  "0100 0200"
#define SIGNING_AES_GMAC   "0100 0200"
#define BLOB               "6048"
#define BODY_FIXED_SIZE    64
#define CONTEXT_OFFSET_MAX (SMB2_HEADER_SIZE + BODY_FIXED_SIZE + 8)

struct context
{
    uint16_t type;
    const char *data;
};

static const struct context usual_contexts[] = {
    { SMB2_PREAUTH_INTEGRITY_CAPABILITIES, PREAUTH_SHA512 },
    { SMB2_ENCRYPTION_CAPABILITIES, CIPHER_AES128_GCM },
    { SMB2_SIGNING_CAPABILITIES, SIGNING_AES_GMAC },
};

/* ---- A server's reply ------------------------------------------------------------------------ */

static void put_context(struct writer *message, const struct context *context)
{
    const struct hex data = hex(context->data);

    writer_align(message, 0, 8);
    writer_u16(message, context->type);
    writer_u16(message, (uint16_t)data.size);
    writer_u32(message, 0);
    writer_bytes(message, data.data, data.size);
}

static struct writer make_reply(uint16_t dialect, const struct context *contexts, size_t count)
{
    const struct hex blob = hex(BLOB);
    struct writer message = { 0 };

    writer_zeros(&message, SMB2_HEADER_SIZE);
    writer_u16(&message, 65);
    writer_u16(&message, SMB2_NEGOTIATE_SIGNING_ENABLED);
    writer_u16(&message, dialect);
    writer_u16(&message, (uint16_t)count);
    for (uint8_t i = 0; i < SMB2_GUID_SIZE; i++)
    {
        writer_u8(&message, i);
    }
    writer_u32(&message, SMB2_GLOBAL_CAP_ENCRYPTION | SMB2_GLOBAL_CAP_LARGE_MTU);
    writer_zeros(&message, 4 + 4 + 4 + 8 + 8);
    writer_u16(&message, SMB2_HEADER_SIZE + BODY_FIXED_SIZE);
    writer_u16(&message, (uint16_t)blob.size);
    writer_u32(&message, count ? CONTEXT_OFFSET_MAX : 0);
    writer_bytes(&message, blob.data, blob.size);
    for (size_t i = 0; i < count; i++)
    {
        put_context(&message, &contexts[i]);
    }
    assert_false(message.failed);
    return message;
}

static uint32_t decode(const struct writer *message, struct smb2_negotiate_reply *reply)
{
    return smb2_negotiate_decode(reply, (struct bytes){ message->data, message->size });
}

static uint32_t decode_contexts(const struct context *contexts, size_t count,
                                struct smb2_negotiate_reply *reply)
{
    struct writer message = make_reply(SMB2_DIALECT_311, contexts, count);
    uint32_t status = decode(&message, reply);

    writer_free(&message);
    return status;
}

/* ---- The request ----------------------------------------------------------------------------- */

static void request_offers_all_dialects_and_algorithms(void **state)
{
    const struct utf16_name server = utf16_name_from_ascii("srv");
    struct smb2_negotiate_request request = {
        .security_mode = SMB2_NEGOTIATE_SIGNING_ENABLED | SMB2_NEGOTIATE_SIGNING_REQUIRED,
        .capabilities = SMB2_GLOBAL_CAP_ENCRYPTION,
        .server_name = utf16_from_name(&server),
    };
    struct writer writer = { 0 };

    (void)state;
    memset(request.client_guid, 0x11, sizeof(request.client_guid));
    memset(request.salt, 0x22, sizeof(request.salt));
    writer_zeros(&writer, 4 + SMB2_HEADER_SIZE);
    smb2_negotiate_encode(&request, 4, &writer);
    assert_hex_equal(writer.data + 4 + SMB2_HEADER_SIZE, writer.size - 4 - SMB2_HEADER_SIZE,
                     "2400 0500 0300 0000 40000000"
                     "11111111111111111111111111111111"
                     "70000000 0400 0000"
                     "0202 1002 0003 0203 1103 0000"
                     "0100 2600 00000000 0100 2000 0100" /* preauthentication integrity */
                     "2222222222222222222222222222222222222222222222222222222222222222 0000"
                     "0200 0a00 00000000 0400 0400 0200 0300 0100 000000000000" /* ciphers */
                     "0800 0800 00000000 0300 0200 0100 0000"                   /* signing */
                     "0500 0600 00000000 730072007600");                        /* the name */
    writer_free(&writer);
}

/* ---- The reply ------------------------------------------------------------------------------- */

static void reply_of_3_1_1_says_its_choices(void **state)
{
    struct writer message = make_reply(SMB2_DIALECT_311, usual_contexts, COUNT(usual_contexts));
    struct smb2_negotiate_reply reply;

    (void)state;
    assert_int_equal(decode(&message, &reply), ERROR_SUCCESS);
    assert_int_equal(reply.dialect, SMB2_DIALECT_311);
    assert_int_equal(reply.security_mode, SMB2_NEGOTIATE_SIGNING_ENABLED);
    assert_int_equal(reply.cipher, SMB2_ENCRYPTION_AES128_GCM);
    assert_int_equal(reply.signing, SMB2_SIGNING_AES_GMAC);
    assert_int_equal(reply.capabilities, SMB2_GLOBAL_CAP_ENCRYPTION | SMB2_GLOBAL_CAP_LARGE_MTU);
    assert_hex_equal(reply.server_guid, SMB2_GUID_SIZE, "000102030405060708090a0b0c0d0e0f");
    assert_hex_equal(reply.security_blob.data, reply.security_blob.size, BLOB);
    writer_free(&message);
}

static void dialects_before_3_1_1_fix_the_algorithms(void **state)
{
    static const struct
    {
        uint16_t dialect;
        uint16_t signing;
        uint16_t cipher;
    } cases[] = {
        { SMB2_DIALECT_202, SMB2_SIGNING_HMAC_SHA256, SMB2_CIPHER_NONE },
        { SMB2_DIALECT_210, SMB2_SIGNING_HMAC_SHA256, SMB2_CIPHER_NONE },
        { SMB2_DIALECT_300, SMB2_SIGNING_AES_CMAC, SMB2_ENCRYPTION_AES128_CCM },
        { SMB2_DIALECT_302, SMB2_SIGNING_AES_CMAC, SMB2_ENCRYPTION_AES128_CCM },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(cases); i++)
    {
        /* Contexts are none of these dialects' business. */
        struct writer message = make_reply(cases[i].dialect, usual_contexts, COUNT(usual_contexts));
        struct smb2_negotiate_reply reply;

        assert_int_equal(decode(&message, &reply), ERROR_SUCCESS);
        assert_int_equal(reply.dialect, cases[i].dialect);
        assert_int_equal(reply.signing, cases[i].signing);
        assert_int_equal(reply.cipher, cases[i].cipher);
        writer_free(&message);
    }
}

static void server_of_3_0_without_the_capability_has_no_cipher(void **state)
{
    const size_t capabilities = SMB2_HEADER_SIZE + 24;
    struct writer message = make_reply(SMB2_DIALECT_300, NULL, 0);
    struct smb2_negotiate_reply reply;

    (void)state;
    writer_patch_u32(&message, capabilities, 0);
    assert_int_equal(decode(&message, &reply), ERROR_SUCCESS);
    assert_int_equal(reply.cipher, SMB2_CIPHER_NONE);
    writer_free(&message);
}

static void dialects_that_were_not_offered_are_refused(void **state)
{
    static const uint16_t dialects[] = { 0x0000, 0x0201, 0x02ff, 0x0310, 0x0312, 0xffff };

    (void)state;
    for (size_t i = 0; i < COUNT(dialects); i++)
    {
        struct writer message = make_reply(dialects[i], usual_contexts, COUNT(usual_contexts));
        struct smb2_negotiate_reply reply;

        assert_int_equal(decode(&message, &reply), ERROR_BAD_NET_RESP);
        writer_free(&message);
    }
}

static void contexts_that_are_missing_leave_the_defaults(void **state)
{
    struct smb2_negotiate_reply reply;

    (void)state;
    assert_int_equal(decode_contexts(usual_contexts, 1, &reply), ERROR_SUCCESS);
    assert_int_equal(reply.cipher, SMB2_CIPHER_NONE);
    assert_int_equal(reply.signing, SMB2_SIGNING_AES_CMAC);
}

static void server_of_3_1_1_must_have_preauthentication_integrity(void **state)
{
    struct smb2_negotiate_reply reply;

    (void)state;
    assert_int_equal(decode_contexts(NULL, 0, &reply), ERROR_BAD_NET_RESP);
    assert_int_equal(decode_contexts(usual_contexts + 1, 2, &reply), ERROR_BAD_NET_RESP);
}

static void unknown_contexts_are_ignored(void **state)
{
    static const struct context contexts[] = {
        { 0x0003, "ffff" }, /* compression, which was not offered */
        { SMB2_PREAUTH_INTEGRITY_CAPABILITIES, PREAUTH_SHA512 },
        { 0x7fff, "" },
        { 0x7fff, "00" },
        { SMB2_SIGNING_CAPABILITIES, SIGNING_AES_GMAC },
    };
    struct smb2_negotiate_reply reply;

    (void)state;
    assert_int_equal(decode_contexts(contexts, COUNT(contexts), &reply), ERROR_SUCCESS);
    assert_int_equal(reply.signing, SMB2_SIGNING_AES_GMAC);
}

static void server_without_a_common_cipher_says_zero(void **state)
{
    static const struct context contexts[] = {
        { SMB2_PREAUTH_INTEGRITY_CAPABILITIES, PREAUTH_SHA512 },
        { SMB2_ENCRYPTION_CAPABILITIES, "0100 0000" },
    };
    struct smb2_negotiate_reply reply;

    (void)state;
    assert_int_equal(decode_contexts(contexts, COUNT(contexts), &reply), ERROR_SUCCESS);
    assert_int_equal(reply.cipher, SMB2_CIPHER_NONE);
}

static void context_that_comes_twice_is_refused(void **state)
{
    (void)state;
    for (size_t i = 0; i < COUNT(usual_contexts); i++)
    {
        const struct context contexts[] = { usual_contexts[0], usual_contexts[1], usual_contexts[2],
                                            usual_contexts[i] };
        struct smb2_negotiate_reply reply;

        assert_int_equal(decode_contexts(contexts, COUNT(contexts), &reply), ERROR_BAD_NET_RESP);
    }
}

static void choices_that_were_not_offered_are_refused(void **state)
{
    static const struct context bad_contexts[] = {
        { SMB2_PREAUTH_INTEGRITY_CAPABILITIES, "0100 0000 0000" },      /* no such hash */
        { SMB2_PREAUTH_INTEGRITY_CAPABILITIES, "0100 0000 0200" },      /* the same */
        { SMB2_PREAUTH_INTEGRITY_CAPABILITIES, "0000 0000 0100" },      /* no choice */
        { SMB2_PREAUTH_INTEGRITY_CAPABILITIES, "0200 0000 0100 0100" }, /* two */
        { SMB2_PREAUTH_INTEGRITY_CAPABILITIES, "0100 0500 0100 a1a2a3a4" },
        { SMB2_PREAUTH_INTEGRITY_CAPABILITIES, "" },
        { SMB2_ENCRYPTION_CAPABILITIES, "0100 0500" },
        { SMB2_ENCRYPTION_CAPABILITIES, "0100 ffff" },
        { SMB2_ENCRYPTION_CAPABILITIES, "0000 0200" },
        { SMB2_ENCRYPTION_CAPABILITIES, "0200 0200 0100" },
        { SMB2_ENCRYPTION_CAPABILITIES, "0000 0000" },
        { SMB2_ENCRYPTION_CAPABILITIES, "0200 0000 0200" },
        { SMB2_ENCRYPTION_CAPABILITIES, "0100 02" },
        { SMB2_SIGNING_CAPABILITIES, "0100 0300" },
        { SMB2_SIGNING_CAPABILITIES, "0000 0100" },
        { SMB2_SIGNING_CAPABILITIES, "0200 0100 0200" },
        { SMB2_SIGNING_CAPABILITIES, "0100" },
    };

    (void)state;
    for (size_t i = 0; i < COUNT(bad_contexts); i++)
    {
        struct context contexts[COUNT(usual_contexts)];
        struct smb2_negotiate_reply reply;

        for (size_t k = 0; k < COUNT(contexts); k++)
        {
            bool is_replaced = usual_contexts[k].type == bad_contexts[i].type;

            contexts[k] = is_replaced ? bad_contexts[i] : usual_contexts[k];
        }
        if (decode_contexts(contexts, COUNT(contexts), &reply) != ERROR_BAD_NET_RESP)
        {
            fail_msg("context %#x: %s", bad_contexts[i].type, bad_contexts[i].data);
        }
    }
}

static bool decodes(struct bytes message)
{
    struct smb2_negotiate_reply reply;

    return smb2_negotiate_decode(&reply, message) == ERROR_SUCCESS;
}

static void reply_that_ends_early_is_refused(void **state)
{
    struct writer with_contexts =
        make_reply(SMB2_DIALECT_311, usual_contexts, COUNT(usual_contexts));
    struct writer without = make_reply(SMB2_DIALECT_210, NULL, 0);

    (void)state;
    assert_every_truncation_is_refused((struct bytes){ with_contexts.data, with_contexts.size },
                                       decodes);
    assert_every_truncation_is_refused((struct bytes){ without.data, without.size }, decodes);
    writer_free(&with_contexts);
    writer_free(&without);
}

static void offsets_and_counts_beyond_the_end_are_refused(void **state)
{
    static const struct
    {
        size_t position; /* in the body */
        size_t size;
        uint32_t value;
    } lies[] = {
        { 0, 2, 64 },          /* StructureSize */
        { 6, 2, 4 },           /* NegotiateContextCount: one more than there are */
        { 6, 2, 0xffff },      /* more than anybody has */
        { 56, 2, 0xffff },     /* SecurityBufferOffset */
        { 58, 2, 0xffff },     /* SecurityBufferLength */
        { 60, 4, 0xffffffff }, /* NegotiateContextOffset */
        { 60, 4, 0xfffffff8 }, /* aligned, and still nowhere */
        { 60, 4, 0 },          /* the header, which holds no contexts */
    };

    (void)state;
    for (size_t i = 0; i < COUNT(lies); i++)
    {
        struct writer message = make_reply(SMB2_DIALECT_311, usual_contexts, COUNT(usual_contexts));
        size_t position = SMB2_HEADER_SIZE + lies[i].position;
        struct smb2_negotiate_reply reply;

        if (lies[i].size == 2)
        {
            writer_patch_u16(&message, position, (uint16_t)lies[i].value);
        }
        else
        {
            writer_patch_u32(&message, position, lies[i].value);
        }
        if (decode(&message, &reply) != ERROR_BAD_NET_RESP)
        {
            fail_msg("position %zu, value %#x", lies[i].position, lies[i].value);
        }
        writer_free(&message);
    }
}

int main(void)
{
    const struct CMUnitTest tests[] = {
        cmocka_unit_test(request_offers_all_dialects_and_algorithms),
        cmocka_unit_test(reply_of_3_1_1_says_its_choices),
        cmocka_unit_test(dialects_before_3_1_1_fix_the_algorithms),
        cmocka_unit_test(server_of_3_0_without_the_capability_has_no_cipher),
        cmocka_unit_test(dialects_that_were_not_offered_are_refused),
        cmocka_unit_test(contexts_that_are_missing_leave_the_defaults),
        cmocka_unit_test(server_of_3_1_1_must_have_preauthentication_integrity),
        cmocka_unit_test(unknown_contexts_are_ignored),
        cmocka_unit_test(server_without_a_common_cipher_says_zero),
        cmocka_unit_test(context_that_comes_twice_is_refused),
        cmocka_unit_test(choices_that_were_not_offered_are_refused),
        cmocka_unit_test(reply_that_ends_early_is_refused),
        cmocka_unit_test(offsets_and_counts_beyond_the_end_are_refused),
    };

    return cmocka_run_group_tests_name("negotiate", tests, NULL, NULL);
}
