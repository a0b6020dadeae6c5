/*
 * SPNEGO's tokens on the wire. RFC 4178 section 4.2, [MS-SPNG] 2.2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/spnego_messages.h"

#include <string.h>

#include "auth/der.h"
#include "base/status.h"

/* The alternatives of NegotiationToken. */
#define NEG_TOKEN_INIT DER_CONTEXT(0)
#define NEG_TOKEN_RESP DER_CONTEXT(1)

/* The fields of NegTokenInit that are read or written here. */
#define INIT_MECH_TYPES DER_CONTEXT(0)
#define INIT_MECH_TOKEN DER_CONTEXT(2)

/* The fields of NegTokenResp. */
#define RESP_NEG_STATE      DER_CONTEXT(0)
#define RESP_SUPPORTED_MECH DER_CONTEXT(1)
#define RESP_RESPONSE_TOKEN DER_CONTEXT(2)
#define RESP_MECH_LIST_MIC  DER_CONTEXT(3)

/* 1.3.6.1.5.5.2 */
static const uint8_t spnego_object_id[] = { 0x2B, 0x06, 0x01, 0x05, 0x05, 0x02 };

static struct reader reader_of(struct bytes bytes)
{
    return reader_over(bytes.data, bytes.size);
}

/* The contents of an element that is alone inside another. */
static struct bytes read_inner(struct bytes outer, uint8_t tag, struct reader *message)
{
    struct reader reader = reader_of(outer);
    struct bytes inner = der_expect(&reader, tag);

    message->failed |= reader.failed;
    return inner;
}

static void write_octet_string(struct writer *message, uint8_t tag, struct bytes contents)
{
    if (contents.size)
    {
        const size_t field = der_begin(message);

        der_write(message, DER_OCTET_STRING, contents);
        der_end(message, field, tag);
    }
}

void spnego_write_init(struct writer *message, struct bytes mechanisms, struct bytes token)
{
    const size_t application = der_begin(message);
    size_t choice = 0;
    size_t sequence = 0;

    der_write(message, DER_OBJECT_IDENTIFIER,
              (struct bytes){ spnego_object_id, sizeof(spnego_object_id) });
    choice = der_begin(message);
    sequence = der_begin(message);
    der_write(message, INIT_MECH_TYPES, mechanisms);
    write_octet_string(message, INIT_MECH_TOKEN, token);
    der_end(message, sequence, DER_SEQUENCE);
    der_end(message, choice, NEG_TOKEN_INIT);
    der_end(message, application, DER_APPLICATION_0);
}

uint32_t spnego_read_init(struct bytes message, struct reader *mechanisms)
{
    struct reader outer = reader_of(message);
    struct reader application = reader_of(der_expect(&outer, DER_APPLICATION_0));
    const struct bytes object_id = der_expect(&application, DER_OBJECT_IDENTIFIER);
    const struct bytes choice = der_expect(&application, NEG_TOKEN_INIT);
    struct reader fields = reader_of(read_inner(choice, DER_SEQUENCE, &outer));
    struct bytes mechanism_field = der_expect(&fields, INIT_MECH_TYPES);

    *mechanisms = reader_of(read_inner(mechanism_field, DER_SEQUENCE, &outer));
    if (outer.failed || application.failed || fields.failed ||
        object_id.size != sizeof(spnego_object_id) ||
        memcmp(object_id.data, spnego_object_id, sizeof(spnego_object_id)) != 0)
    {
        return ERROR_BAD_NET_RESP;
    }
    return ERROR_SUCCESS;
}

void spnego_write_response(struct writer *message, const struct spnego_response *response)
{
    const uint8_t state = (uint8_t)response->state;
    const size_t choice = der_begin(message);
    const size_t sequence = der_begin(message);
    const size_t field = der_begin(message);

    der_write(message, DER_ENUMERATED, (struct bytes){ &state, sizeof(state) });
    der_end(message, field, RESP_NEG_STATE);
    write_octet_string(message, RESP_RESPONSE_TOKEN, response->token);
    write_octet_string(message, RESP_MECH_LIST_MIC, response->mic);
    der_end(message, sequence, DER_SEQUENCE);
    der_end(message, choice, NEG_TOKEN_RESP);
}

static enum spnego_state read_state(struct bytes field, struct reader *message)
{
    const struct bytes state = read_inner(field, DER_ENUMERATED, message);
    struct reader reader = reader_over(state.data, state.size);
    const uint8_t value = reader_u8(&reader);

    if (state.size != 1 || value > SPNEGO_REQUEST_MIC)
    {
        message->failed = true;
        return SPNEGO_REJECT;
    }
    return (enum spnego_state)value;
}

uint32_t spnego_read_response(struct bytes message, struct spnego_response *response)
{
    struct reader outer = reader_of(message);
    const struct bytes choice = der_expect(&outer, NEG_TOKEN_RESP);
    struct reader fields = reader_of(read_inner(choice, DER_SEQUENCE, &outer));
    struct bytes field = { 0 };
    uint8_t tag = 0;

    *response = (struct spnego_response){ .state = SPNEGO_ACCEPT_INCOMPLETE };
    while (der_next(&fields, &tag, &field))
    {
        switch (tag)
        {
        case RESP_NEG_STATE: response->state = read_state(field, &outer); break;
        case RESP_SUPPORTED_MECH:
            response->mechanism = read_inner(field, DER_OBJECT_IDENTIFIER, &outer);
            break;
        case RESP_RESPONSE_TOKEN:
            response->token = read_inner(field, DER_OCTET_STRING, &outer);
            break;
        case RESP_MECH_LIST_MIC: response->mic = read_inner(field, DER_OCTET_STRING, &outer); break;
        default: break;
        }
    }
    return outer.failed || fields.failed ? ERROR_BAD_NET_RESP : ERROR_SUCCESS;
}
