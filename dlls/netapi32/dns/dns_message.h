/*
 * Questions to name servers and their answers: [RFC 1035] 4, [RFC 2782], [RFC 3596].
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DNS_MESSAGE_H
#define NETAPI32_DNS_MESSAGE_H

#include <stdint.h>

#include "base/arena.h"
#include "base/ip_address.h"
#include "dns/dns_name.h"

enum dns_type
{
    DNS_A = 1,
    DNS_CNAME = 5,
    DNS_AAAA = 28,
    DNS_SRV = 33,
};

/* RCODE, of which there are 16 */
enum dns_result
{
    DNS_RESULT_SUCCESS = 0,
    DNS_RESULT_NAME_ERROR = 3,
};

struct dns_record
{
    char name[DNS_NAME_SIZE];
    uint16_t type;              /* one of enum dns_type; others are not kept */
    char target[DNS_NAME_SIZE]; /* CNAME, SRV */
    uint16_t priority;          /* SRV, as are the next */
    uint16_t weight;
    uint16_t port;
    struct ip_address address; /* A, AAAA */
};

struct dns_answer
{
    enum dns_result result;
    bool is_truncated; /* there is more than a datagram holds: ask by TCP */
    struct dns_record *records;
    size_t count;
};

/* Writes a question, with the wish that the server ask others ([RFC 1035] 4.1.1, RD). False for a name
 * that can be none. */
bool dns_question_encode(uint16_t id, const char *name, enum dns_type type, struct writer *writer);

/* Whether a message answers this very question: one that does not is somebody else's, and says
 * nothing. */
bool dns_answers_question(struct bytes message, uint16_t id, const char *name, enum dns_type type);

/* Reads what answers a question: the records of its answer and of its additional section of the types
 * above, in their order. What is truncated is not read further. The records belong to the arena.
 * ERROR_BAD_NET_RESP, ERROR_NOT_ENOUGH_MEMORY. */
uint32_t dns_answer_decode(struct bytes message, struct arena *arena, struct dns_answer *answer);

#endif
