/*
 * SPNEGO's tokens on the wire. RFC 4178 section 4.2, [MS-SPNG] 2.2.1
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_AUTH_SPNEGO_MESSAGES_H
#define NETAPI32_AUTH_SPNEGO_MESSAGES_H

#include <stdbool.h>
#include <stdint.h>

#include "base/wire.h"

enum spnego_state
{
    SPNEGO_ACCEPT_COMPLETED = 0,
    SPNEGO_ACCEPT_INCOMPLETE = 1,
    SPNEGO_REJECT = 2,
    SPNEGO_REQUEST_MIC = 3,
};

/* NegTokenResp. An absent field is empty; an absent state is SPNEGO_ACCEPT_INCOMPLETE. */
struct spnego_response
{
    enum spnego_state state;
    struct bytes mechanism; /* the contents of its OBJECT IDENTIFIER */
    struct bytes token;
    struct bytes mic;
};

/* Writes NegTokenInit. `mechanisms` is the whole MechTypeList, `token` the optimistic one. */
void spnego_write_init(struct writer *message, struct bytes mechanisms, struct bytes token);
/* The elements of the MechTypeList of a NegTokenInit or NegTokenInit2, to be read with
 * der_expect(). ERROR_BAD_NET_RESP when the message is neither. */
uint32_t spnego_read_init(struct bytes message, struct reader *mechanisms);

/* Writes the initiator's NegTokenResp; it has no mechanism in it. */
void spnego_write_response(struct writer *message, const struct spnego_response *response);
/* ERROR_BAD_NET_RESP when it is none. The fields are in the message. */
uint32_t spnego_read_response(struct bytes message, struct spnego_response *response);

#endif
