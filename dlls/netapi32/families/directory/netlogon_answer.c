/*
 * What a domain controller says of itself in answer to a ping: [MS-ADTS] 6.3.1.7 to 6.3.1.9.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/netlogon_answer.h"

#include <string.h>

#include "dns/dns_name.h"

#define IPV4_ADDRESS_SIZE 4
#define TOKENS_SIZE       8 /* NtVersion, LmNtToken, Lm20Token: the end of each form */

/* [MS-ADTS] 6.3.1.3 */
enum operation_code
{
    LOGON_SAM_LOGON_RESPONSE = 19,
    LOGON_SAM_PAUSE_RESPONSE = 20,
    LOGON_SAM_USER_UNKNOWN = 21,
    LOGON_SAM_LOGON_RESPONSE_EX = 23,
    LOGON_SAM_PAUSE_RESPONSE_EX = 24,
    LOGON_SAM_USER_UNKNOWN_EX = 25,
};

static const struct
{
    uint16_t code;
    bool is_extended;
    bool is_paused;
    bool is_user_unknown;
} operations[] = {
    { LOGON_SAM_LOGON_RESPONSE, false, false, false },
    { LOGON_SAM_PAUSE_RESPONSE, false, true, false },
    { LOGON_SAM_USER_UNKNOWN, false, false, true },
    { LOGON_SAM_LOGON_RESPONSE_EX, true, false, false },
    { LOGON_SAM_PAUSE_RESPONSE_EX, true, true, false },
    { LOGON_SAM_USER_UNKNOWN_EX, true, false, true },
};

static void read_name(struct reader *reader, struct utf16_name *name)
{
    char text[DNS_NAME_SIZE];

    if (dns_name_read(reader, text) && !utf16_name_from_utf8(name, text))
    {
        reader->failed = true;
    }
}

/* UTF-16 with a terminator, as the older forms have it, and with backslashes in front. */
static void read_terminated(struct reader *reader, struct utf16_name *name)
{
    bool is_leading = true;

    *name = (struct utf16_name){ 0 };
    for (;;)
    {
        const uint16_t unit = reader_u16(reader);

        if (reader->failed || !unit)
        {
            return;
        }
        is_leading = is_leading && unit == '\\';
        if (is_leading)
        {
            continue;
        }
        if (name->length == NAME_LENGTH_MAX)
        {
            reader->failed = true;
            return;
        }
        name->units[name->length++] = unit;
    }
}

/* 6.3.1.9. What stands between the names and the end depends on what was asked for; the version at the
 * end says what that was. */
static void read_extended(struct reader *reader, uint32_t nt_version,
                          struct netlogon_answer *answer)
{
    struct utf16_name user;

    answer->form = NETLOGON_FORM_EX;
    reader_skip(reader, sizeof(uint16_t)); /* Sbz */
    answer->flags = reader_u32(reader);
    reader_copy(reader, answer->domain_guid, sizeof(answer->domain_guid));
    read_name(reader, &answer->forest);
    read_name(reader, &answer->dns_domain);
    read_name(reader, &answer->dns_host);
    read_name(reader, &answer->flat_domain);
    read_name(reader, &answer->flat_host);
    read_name(reader, &user);
    read_name(reader, &answer->site);
    read_name(reader, &answer->client_site);
    if (nt_version & NETLOGON_NT_VERSION_5EX_WITH_IP)
    {
        reader_skip(reader, reader_u8(reader)); /* DcSockAddrSize, DcSockAddr */
    }
    if (nt_version & NETLOGON_NT_VERSION_WITH_CLOSEST_SITE)
    {
        read_name(reader, &answer->next_closest_site);
    }
}

/* 6.3.1.8, and 6.3.1.7, which ends behind the name of the domain. */
static void read_older(struct reader *reader, uint32_t nt_version, struct netlogon_answer *answer)
{
    struct utf16_name user;

    answer->form = NETLOGON_FORM_NT40;
    read_terminated(reader, &answer->flat_host);
    read_terminated(reader, &user);
    read_terminated(reader, &answer->flat_domain);
    if (nt_version & NETLOGON_NT_VERSION_5)
    {
        answer->form = NETLOGON_FORM_5;
        reader_copy(reader, answer->domain_guid, sizeof(answer->domain_guid));
        reader_skip(reader, NETLOGON_GUID_SIZE); /* NullGuid */
        read_name(reader, &answer->forest);
        read_name(reader, &answer->dns_domain);
        read_name(reader, &answer->dns_host);
        reader_skip(reader, IPV4_ADDRESS_SIZE); /* DcIpAddress */
        answer->flags = reader_u32(reader);
    }
}

bool netlogon_answer_decode(struct bytes value, struct netlogon_answer *answer)
{
    struct reader reader = reader_over(value.data, value.size);
    const uint16_t code = reader_u16(&reader);
    struct reader end = reader;

    memset(answer, 0, sizeof(*answer));
    if (value.size < sizeof(code) + TOKENS_SIZE)
    {
        return false;
    }
    /* The version is in front of the two tokens, 16 bits each. */
    reader_seek(&end, value.size - TOKENS_SIZE);
    for (size_t i = 0; i < sizeof(operations) / sizeof(operations[0]); i++)
    {
        if (operations[i].code != code)
        {
            continue;
        }
        answer->is_paused = operations[i].is_paused;
        answer->is_user_unknown = operations[i].is_user_unknown;
        (operations[i].is_extended ? read_extended : read_older)(&reader, reader_u32(&end), answer);
        if (!reader.failed && reader_left(&reader) >= TOKENS_SIZE)
        {
            return true;
        }
    }
    memset(answer, 0, sizeof(*answer));
    return false;
}
