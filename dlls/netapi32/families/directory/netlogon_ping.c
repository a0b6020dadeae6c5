/*
 * Pings of domain controllers by connectionless LDAP: [RFC 4511] 4.5 in a datagram.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/directory/netlogon_ping.h"

#include <string.h>

#include "auth/der.h"

/* [RFC 4511] 4.2, 4.5 */
#define SEARCH_REQUEST      DER_APPLICATION(3)
#define SEARCH_RESULT_ENTRY DER_APPLICATION(4)
#define SEARCH_RESULT_DONE  DER_APPLICATION(5)
#define FILTER_AND          DER_CONTEXT(0)
#define FILTER_EQUAL        DER_CONTEXT(3)

static const char attribute_name[] = "Netlogon";

/* ---- The request ----------------------------------------------------------------------------- */

static void write_text(struct writer *writer, const char *text)
{
    der_write(writer, DER_OCTET_STRING, (struct bytes){ (const uint8_t *)text, strlen(text) });
}

static void write_number(struct writer *writer, uint8_t tag, uint32_t number)
{
    /* Five bytes at most, for the first bit is the sign. */
    const uint8_t bytes[] = { 0, (uint8_t)(number >> 24), (uint8_t)(number >> 16),
                              (uint8_t)(number >> 8), (uint8_t)number };
    size_t start = 0;

    while (start < sizeof(bytes) - 1 && !bytes[start] && bytes[start + 1] < 0x80)
    {
        start++;
    }
    der_write(writer, tag, (struct bytes){ bytes + start, sizeof(bytes) - start });
}

static void write_equal(struct writer *writer, const char *attribute, struct bytes value)
{
    const size_t start = der_begin(writer);

    write_text(writer, attribute);
    der_write(writer, DER_OCTET_STRING, value);
    der_end(writer, start, FILTER_EQUAL);
}

static void write_equal_text(struct writer *writer, const char *attribute, const char *value)
{
    if (value && *value)
    {
        write_equal(writer, attribute, (struct bytes){ (const uint8_t *)value, strlen(value) });
    }
}

/* A number is its four bytes, the lowest first. */
static void write_equal_number(struct writer *writer, const char *attribute, uint32_t value)
{
    const uint8_t bytes[] = { (uint8_t)value, (uint8_t)(value >> 8), (uint8_t)(value >> 16),
                              (uint8_t)(value >> 24) };

    write_equal(writer, attribute, (struct bytes){ bytes, sizeof(bytes) });
}

static void write_filter(struct writer *writer, const struct netlogon_ping *ping)
{
    const size_t start = der_begin(writer);

    write_equal_text(writer, "DnsDomain", ping->dns_domain);
    write_equal_text(writer, "Host", ping->host);
    write_equal_text(writer, "User", ping->account);
    if (ping->account && *ping->account)
    {
        write_equal_number(writer, "AAC", ping->account_control);
    }
    if (ping->domain_guid)
    {
        write_equal(writer, "DomainGuid", (struct bytes){ ping->domain_guid, NETLOGON_GUID_SIZE });
    }
    write_equal_number(writer, "NtVer", ping->nt_version);
    der_end(writer, start, FILTER_AND);
}

bool netlogon_ping_encode(const struct netlogon_ping *ping, struct writer *writer)
{
    const uint8_t no = 0;
    const size_t message = der_begin(writer);
    size_t request = 0;
    size_t attributes = 0;

    write_number(writer, DER_INTEGER, ping->message_id);
    request = der_begin(writer);
    write_text(writer, "");                  /* baseObject: the root of the server */
    write_number(writer, DER_ENUMERATED, 0); /* scope: it alone */
    write_number(writer, DER_ENUMERATED, 0); /* derefAliases: never */
    write_number(writer, DER_INTEGER, 0);    /* sizeLimit, timeLimit: none */
    write_number(writer, DER_INTEGER, 0);
    der_write(writer, DER_BOOLEAN, (struct bytes){ &no, sizeof(no) }); /* typesOnly */
    write_filter(writer, ping);
    attributes = der_begin(writer);
    write_text(writer, attribute_name);
    der_end(writer, attributes, DER_SEQUENCE);
    der_end(writer, request, SEARCH_REQUEST);
    der_end(writer, message, DER_SEQUENCE);
    return !writer->failed;
}

/* ---- The answer ------------------------------------------------------------------------------ */

static struct reader reader_of(struct bytes bytes)
{
    return reader_over(bytes.data, bytes.size);
}

static bool is_attribute(struct bytes name)
{
    if (name.size != sizeof(attribute_name) - 1)
    {
        return false;
    }
    for (size_t i = 0; i < name.size; i++)
    {
        if ((name.data[i] | 0x20) != (attribute_name[i] | 0x20))
        {
            return false;
        }
    }
    return true;
}

/* The first value of the attribute in an entry. False when it is not there. */
static bool find_value(struct bytes entry, struct bytes *value)
{
    struct reader reader = reader_of(entry);
    struct reader attributes;

    der_expect(&reader, DER_OCTET_STRING); /* objectName */
    attributes = reader_of(der_expect(&reader, DER_SEQUENCE));
    while (reader_left(&attributes) && !attributes.failed)
    {
        struct reader attribute = reader_of(der_expect(&attributes, DER_SEQUENCE));
        const struct bytes name = der_expect(&attribute, DER_OCTET_STRING);
        struct reader values = reader_of(der_expect(&attribute, DER_SET));

        if (!attribute.failed && is_attribute(name))
        {
            *value = der_expect(&values, DER_OCTET_STRING);
            return !values.failed;
        }
    }
    return false;
}

static bool is_number(struct bytes bytes, uint32_t wanted)
{
    uint32_t number = 0;

    for (size_t i = 0; i < bytes.size; i++)
    {
        number = number << 8 | bytes.data[i];
    }
    return bytes.size && bytes.size <= 5 && number == wanted;
}

/* The entry, if there is one, and the end of the search stand in one datagram. */
enum netlogon_reply netlogon_reply_decode(struct bytes datagram, uint32_t message_id,
                                          struct netlogon_answer *answer)
{
    struct reader reader = reader_of(datagram);
    enum netlogon_reply reply = NETLOGON_REPLY_OTHER;

    memset(answer, 0, sizeof(*answer));
    while (reader_left(&reader) && !reader.failed)
    {
        struct reader message = reader_of(der_expect(&reader, DER_SEQUENCE));
        const struct bytes id = der_expect(&message, DER_INTEGER);
        struct bytes operation = { 0 };
        struct bytes value = { 0 };
        uint8_t tag = 0;

        if (!der_next(&message, &tag, &operation) || !is_number(id, message_id))
        {
            break;
        }
        if (tag == SEARCH_RESULT_ENTRY && find_value(operation, &value))
        {
            return netlogon_answer_decode(value, answer) ? NETLOGON_REPLY_ANSWER
                                                         : NETLOGON_REPLY_OTHER;
        }
        if (tag == SEARCH_RESULT_DONE)
        {
            reply = NETLOGON_REPLY_NONE;
        }
    }
    return reply;
}
