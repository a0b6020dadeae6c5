/*
 * Name servers and domain controllers that answer what the input of a fuzz target says.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "support/fuzzed_network.h"

#include <stdlib.h>
#include <string.h>

#include "base/status.h"
#include "dns/dns_message.h"
#include "platform/platform.h"
#include "support/fixed_platform.h"

#define DNS_PORT         53
#define DNS_HEADER_SIZE  12
#define REQUEST_SIZE_MAX 512
#define RAW_SIZE_MAX     64
#define RECORDS_MAX      6

enum arrival
{
    NOTHING,
    REFUSED,
    RAW_BYTES,
    ALTERED, /* an answer with other bytes in it */
    WHOLE,   /* and all above */
};

/* Both sockets for datagrams and streams. */
struct request
{
    bool is_dns;
    uint8_t data[REQUEST_SIZE_MAX];
    size_t size;
};

struct platform_datagrams
{
    size_t count;
    struct request requests[PLATFORM_PEERS_MAX];
};

struct platform_socket
{
    struct request request;
    struct writer answer;
    size_t received;
};

static struct
{
    struct fuzz_input *input;
    size_t open;
} network;

uint32_t __wrap_platform_datagrams_open(struct platform_datagrams **opened);
uint32_t __wrap_platform_datagrams_add(struct platform_datagrams *datagrams,
                                       const struct ip_endpoint *endpoint, size_t *peer);
uint32_t __wrap_platform_datagrams_send(struct platform_datagrams *datagrams, size_t peer,
                                        const void *data, size_t size);
uint32_t __wrap_platform_datagrams_receive(struct platform_datagrams *datagrams, void *data,
                                           size_t size, size_t *received, size_t *peer,
                                           uint64_t deadline);
void __wrap_platform_datagrams_close(struct platform_datagrams *datagrams);
uint32_t __wrap_platform_send(struct platform_socket *connected, const void *data, size_t size,
                              uint64_t deadline);
uint32_t __wrap_platform_receive(struct platform_socket *connected, void *data, size_t size,
                                 size_t *received, uint64_t deadline);
void __wrap_platform_close(struct platform_socket *connected);

bool fuzzed_network_is_closed(void)
{
    return !network.open;
}

/* ---- Answers of name servers ------------------------------------------------------------------- */

static void write_dns_name(struct writer *answer)
{
    const uint8_t manner = fuzz_u8(network.input);
    char name[DNS_NAME_SIZE];

    if (manner & 0x80)
    {
        writer_u16_big_endian(answer, (uint16_t)(0xC000 | (manner & 0x40 ? fuzz_u8(network.input)
                                                                         : DNS_HEADER_SIZE)));
    }
    else if (!dns_name_from_utf16(name, fuzz_known_text(manner)) || !dns_name_write(answer, name))
    {
        writer_u8(answer, 0);
    }
}

static void write_bytes(struct writer *answer, size_t count)
{
    for (size_t i = 0; i < count; i++)
    {
        writer_u8(answer, fuzz_u8(network.input));
    }
}

static void write_record(struct writer *answer)
{
    static const uint16_t types[] = { DNS_SRV, DNS_A, DNS_AAAA, DNS_CNAME };
    const uint8_t manner = fuzz_u8(network.input);
    const uint16_t type = manner < 0xF0 ? types[manner % 4] : manner;
    size_t begin = 0;

    write_dns_name(answer);
    writer_u16_big_endian(answer, type);
    writer_u16_big_endian(answer, 1);
    writer_u16_big_endian(answer, 0);
    writer_u16_big_endian(answer, 300); /* seconds that it is good for */
    begin = answer->size;
    writer_u16_big_endian(answer, 0);
    switch (type)
    {
    case DNS_SRV:
        write_bytes(answer, 6);
        write_dns_name(answer);
        break;
    case DNS_A: write_bytes(answer, 4); break;
    case DNS_AAAA: write_bytes(answer, 16); break;
    case DNS_CNAME: write_dns_name(answer); break;
    default: write_bytes(answer, fuzz_below(network.input, 8)); break;
    }
    if (!answer->failed)
    {
        answer->data[begin + 1] = (uint8_t)(answer->size - begin - 2);
    }
}

static void answer_dns(const struct request *request, struct writer *answer)
{
    const uint8_t manner = fuzz_u8(network.input);
    const uint8_t count = (uint8_t)fuzz_below(network.input, RECORDS_MAX);

    writer_bytes(answer, request->data, 2);
    writer_u8(answer, manner & 0x80 ? manner : 0x84);
    writer_u8(answer, manner & 0x40 ? 3 : manner & 0x20 ? 2 : 0);
    writer_u16_big_endian(answer, 1);
    writer_u16_big_endian(answer, manner & 1 ? 0 : count);
    writer_u16_big_endian(answer, 0);
    writer_u16_big_endian(answer, manner & 1 ? count : 0);
    writer_bytes(answer, request->data + DNS_HEADER_SIZE, request->size - DNS_HEADER_SIZE);
    for (uint8_t i = 0; i < count; i++)
    {
        write_record(answer);
    }
}

/* ---- Answers of domain controllers ------------------------------------------------------------- */

/* NETLOGON_SAM_LOGON_RESPONSE_EX. */
static void write_netlogon(struct writer *value)
{
    writer_u16(value, fuzz_u8(network.input) & 1 ? 25 : 23);
    writer_u16(value, 0);
    writer_u32(value, fuzz_u32(network.input));
    writer_zeros(value, 16);
    for (size_t name = 0; name < 8; name++)
    {
        write_dns_name(value);
    }
    writer_u32(value, 5 | (fuzz_u8(network.input) & 0x18u));
    writer_u32(value, UINT32_MAX);
}

/* A length of four bytes, as Windows writes it. */
static size_t begin_element(struct writer *writer, uint8_t tag)
{
    writer_u8(writer, tag);
    writer_u8(writer, 0x84);
    writer_u32(writer, 0);
    return writer->size;
}

static void end_element(struct writer *writer, size_t begin)
{
    if (!writer->failed)
    {
        writer->data[begin - 2] = (uint8_t)((writer->size - begin) >> 8);
        writer->data[begin - 1] = (uint8_t)(writer->size - begin);
    }
}

static void write_octets(struct writer *writer, const char *text)
{
    writer_u8(writer, 0x04);
    writer_u8(writer, (uint8_t)strlen(text));
    writer_bytes(writer, text, strlen(text));
}

/* The number of the request: the INTEGER that its SEQUENCE begins with, [RFC 4511] 4.1.1. */
static void write_message_id(const struct request *request, struct writer *answer)
{
    const size_t begin = request->data[1] & 0x80 ? 2u + (request->data[1] & 0x7F) : 2u;

    if (begin + 2 < request->size && begin + 2u + request->data[begin + 1] < request->size)
    {
        writer_bytes(answer, request->data + begin, 2u + request->data[begin + 1]);
    }
}

static void answer_ping(const struct request *request, struct writer *answer)
{
    const uint8_t manner = fuzz_u8(network.input);
    const size_t message = begin_element(answer, 0x30);
    size_t entry = 0;
    size_t attributes = 0;
    size_t attribute = 0;
    size_t values = 0;
    size_t value = 0;

    write_message_id(request, answer);
    if (manner & 1)
    {
        entry = begin_element(answer, 0x65); /* the end of the search */
        end_element(answer, entry);
        end_element(answer, message);
        return;
    }
    entry = begin_element(answer, 0x64);
    write_octets(answer, "");
    attributes = begin_element(answer, 0x30);
    attribute = begin_element(answer, 0x30);
    write_octets(answer, manner & 2 ? "other" : "Netlogon");
    values = begin_element(answer, 0x31);
    value = begin_element(answer, 0x04);
    if (manner & 4)
    {
        write_bytes(answer, fuzz_below(network.input, RAW_SIZE_MAX));
    }
    else
    {
        struct writer netlogon = { 0 };

        write_netlogon(&netlogon);
        writer_bytes(answer, netlogon.data, netlogon.size);
        writer_free(&netlogon);
    }
    end_element(answer, value);
    end_element(answer, values);
    end_element(answer, attribute);
    end_element(answer, attributes);
    end_element(answer, entry);
    end_element(answer, message);
}

static void write_answer(const struct request *request, enum arrival arrival, struct writer *answer)
{
    if (arrival == RAW_BYTES)
    {
        write_bytes(answer, fuzz_below(network.input, RAW_SIZE_MAX));
    }
    else if (request->size > DNS_HEADER_SIZE)
    {
        (request->is_dns ? answer_dns : answer_ping)(request, answer);
    }
    if (arrival == ALTERED && answer->size && !answer->failed)
    {
        answer->data[fuzz_below(network.input, answer->size)] = fuzz_u8(network.input);
    }
}

/* ---- Datagrams --------------------------------------------------------------------------------- */

uint32_t __wrap_platform_datagrams_open(struct platform_datagrams **opened)
{
    *opened = calloc(1, sizeof(**opened));
    if (!*opened)
    {
        abort();
    }
    network.open++;
    return ERROR_SUCCESS;
}

uint32_t __wrap_platform_datagrams_add(struct platform_datagrams *datagrams,
                                       const struct ip_endpoint *endpoint, size_t *peer)
{
    if (datagrams->count == PLATFORM_PEERS_MAX)
    {
        return ERROR_NO_SYSTEM_RESOURCES;
    }
    if (fuzz_u8(network.input) == 0xFF)
    {
        return ERROR_BAD_NETPATH;
    }
    *peer = datagrams->count++;
    datagrams->requests[*peer].is_dns = endpoint->port == DNS_PORT;
    return ERROR_SUCCESS;
}

static void keep_request(struct request *request, const void *data, size_t size)
{
    request->size = size < sizeof(request->data) ? size : sizeof(request->data);
    memcpy(request->data, data, request->size);
}

uint32_t __wrap_platform_datagrams_send(struct platform_datagrams *datagrams, size_t peer,
                                        const void *data, size_t size)
{
    const uint8_t manner = fuzz_u8(network.input);

    if (peer >= datagrams->count)
    {
        abort();
    }
    keep_request(&datagrams->requests[peer], data, size);
    return manner == 0xFF   ? ERROR_BAD_NETPATH
           : manner == 0xFE ? ERROR_CONNECTION_REFUSED
                            : ERROR_SUCCESS;
}

/* The first byte of what comes; nothing behind the end of the input. */
static enum arrival next_arrival(void)
{
    const uint8_t arrival = reader_left(&network.input->bytes) ? fuzz_u8(network.input) : NOTHING;

    return arrival < WHOLE ? (enum arrival)arrival : WHOLE;
}

uint32_t __wrap_platform_datagrams_receive(struct platform_datagrams *datagrams, void *data,
                                           size_t size, size_t *received, size_t *peer,
                                           uint64_t deadline)
{
    const enum arrival arrival = next_arrival();
    struct writer answer = { 0 };

    *received = 0;
    if (arrival == NOTHING || !datagrams->count)
    {
        fixed_platform_pass_until(deadline);
        return ERROR_SEM_TIMEOUT;
    }
    *peer = fuzz_below(network.input, datagrams->count);
    fixed_platform_pass(1);
    if (arrival == REFUSED)
    {
        return ERROR_CONNECTION_REFUSED;
    }
    write_answer(&datagrams->requests[*peer], arrival, &answer);
    if (answer.size)
    {
        *received = answer.size < size ? answer.size : size;
        memcpy(data, answer.data, *received);
    }
    writer_free(&answer);
    return ERROR_SUCCESS;
}

void __wrap_platform_datagrams_close(struct platform_datagrams *datagrams)
{
    network.open -= datagrams != NULL;
    free(datagrams);
}

/* ---- Streams: the answers of name servers, each behind its length ------------------------------ */

static uint32_t open_stream(struct utf16_slice host, uint16_t port, uint64_t deadline,
                            struct platform_socket **connected)
{
    (void)host;
    (void)deadline;
    if (fuzz_u8(network.input) == 0xFF)
    {
        return ERROR_CONNECTION_REFUSED;
    }
    *connected = calloc(1, sizeof(**connected));
    if (!*connected)
    {
        abort();
    }
    (*connected)->request.is_dns = port == DNS_PORT;
    network.open++;
    return ERROR_SUCCESS;
}

uint32_t __wrap_platform_send(struct platform_socket *connected, const void *data, size_t size,
                              uint64_t deadline)
{
    struct writer message = { 0 };

    (void)deadline;
    if (size <= sizeof(uint16_t))
    {
        return ERROR_SUCCESS; /* the length of what follows */
    }
    keep_request(&connected->request, data, size);
    write_answer(&connected->request, next_arrival(), &message);
    writer_u16_big_endian(&connected->answer,
                          (uint16_t)(message.size + (fuzz_u8(network.input) == 0xFF)));
    writer_bytes(&connected->answer, message.data, message.size);
    writer_free(&message);
    return connected->answer.failed ? ERROR_NOT_ENOUGH_MEMORY : ERROR_SUCCESS;
}

uint32_t __wrap_platform_receive(struct platform_socket *connected, void *data, size_t size,
                                 size_t *received, uint64_t deadline)
{
    const size_t left = connected->answer.size - connected->received;
    const size_t piece = 1u + fuzz_u8(network.input);

    *received = size < left ? size : left;
    *received = *received < piece ? *received : piece;
    if (!*received)
    {
        fixed_platform_pass_until(deadline);
        return ERROR_SEM_TIMEOUT;
    }
    memcpy(data, connected->answer.data + connected->received, *received);
    connected->received += *received;
    return ERROR_SUCCESS;
}

void __wrap_platform_close(struct platform_socket *connected)
{
    if (connected)
    {
        writer_free(&connected->answer);
        network.open--;
    }
    free(connected);
}

void fuzzed_network_set(struct fuzz_input *input)
{
    network.input = input;
    network.open = 0;
    fixed_platform_set_streams(open_stream);
}
