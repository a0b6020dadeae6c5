/*
 * Tests of Netbios(): the status of another computer's adapter
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <winsock2.h>

#include "netbios_test.h"

#define NAME_SERVICE_PORT 137
#define REQUEST_SIZE      50
#define AT_ONCE           5000 /* ms, on a busy machine */

/* The other computer: a name service on the loopback network. It has the first address there,
 * because Wine's datagrams come from that one whichever a socket is bound to. */
#define PEER_NAME "127.0.0.1"

static UCHAR lana;
static SOCKET peer = INVALID_SOCKET;

/* [RFC 1002] 4.2.18, to the request with the number 0. */
static const char answer[] = "\0\0\x84\0\0\0\0\1\0\0\0\0"       /* a response with one answer */
                             "\xc0\x0c\0\x21\0\1\0\0\0\0\0\x2b" /* NBSTAT, IN, 43 bytes */
                             "\2"
                             "PEER            \4\0"    /* unique */
                             "GROUP          \0\x84\0" /* a group */
                             "\2\0\0\xab\xcd\xef";     /* the MAC address */
#define ANSWER_SIZE (sizeof(answer) - 1)

struct status
{
    ADAPTER_STATUS adapter;
    NAME_BUFFER names[4];
};

static BOOL start_name_service(void)
{
    struct sockaddr_in address = { .sin_family = AF_INET, .sin_port = htons(NAME_SERVICE_PORT) };
    DWORD timeout = AT_ONCE;
    WSADATA data;

    WSAStartup(MAKEWORD(2, 2), &data);
    address.sin_addr.s_addr = inet_addr(PEER_NAME);
    peer = socket(AF_INET, SOCK_DGRAM, 0);
    setsockopt(peer, SOL_SOCKET, SO_RCVTIMEO, (const char *)&timeout, sizeof(timeout));
    return !bind(peer, (struct sockaddr *)&address, sizeof(address));
}

/* Answers one request, as if its number were another by `difference`. */
static void answer_request(UCHAR difference)
{
    static const UCHAR request_of_any_name[] = {
        0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0x20, 'C', 'K', 'A'
    };
    struct sockaddr_in client;
    int client_size = sizeof(client);
    UCHAR request[REQUEST_SIZE + 1];
    UCHAR data[ANSWER_SIZE];
    int size = recvfrom(peer, (char *)request, sizeof(request), 0, (struct sockaddr *)&client,
                        &client_size);

    ok(size == REQUEST_SIZE, "got %d bytes\n", size);
    if (size != REQUEST_SIZE)
    {
        return;
    }
    ok(!memcmp(request + 2, request_of_any_name, sizeof(request_of_any_name)), "another request\n");
    memcpy(data, answer, sizeof(data));
    data[0] = request[0];
    data[1] = request[1] ^ difference;
    sendto(peer, (const char *)data, sizeof(data), 0, (const struct sockaddr *)&client,
           client_size);
}

static DWORD WINAPI answer_once(void *unused)
{
    (void)unused;
    answer_request(0);
    return 0;
}

static DWORD WINAPI answer_falsely_first(void *unused)
{
    (void)unused;
    answer_request(1);
    answer_request(0);
    return 0;
}

static UCHAR ask(DWORD(WINAPI *name_service)(void *), struct status *status, WORD size)
{
    HANDLE thread = CreateThread(NULL, 0, name_service, NULL, 0, NULL);
    NCB ncb = ncb_for(NCBASTAT, lana);
    UCHAR result;

    memset(status, 0xcc, sizeof(*status));
    set_name(ncb.ncb_callname, PEER_NAME);
    ncb.ncb_buffer = (UCHAR *)status;
    ncb.ncb_length = size;
    result = run(&ncb);
    ok(!WaitForSingleObject(thread, 3 * AT_ONCE), "the name service waits\n");
    CloseHandle(thread);
    return result;
}

static void check_status(const struct status *status)
{
    ok(!memcmp(status->adapter.adapter_address, "\2\0\0\xab\xcd\xef", 6), "another address\n");
    ok(status->adapter.name_count == 2, "got %u names\n", status->adapter.name_count);
    ok(!memcmp(status->names[0].name, "PEER            ", NCBNAMSZ), "another name\n");
    ok(status->names[0].name_num == 1, "got number %u\n", status->names[0].name_num);
    ok(status->names[0].name_flags == (UNIQUE_NAME | REGISTERED), "got flags %#x\n",
       status->names[0].name_flags);
}

static void status_has_the_names_and_the_mac_address(void)
{
    struct status status;
    UCHAR result = ask(answer_once, &status, sizeof(status));

    ok(result == NRC_GOODRET, "got %#x\n", result);
    check_status(&status);
    ok(!memcmp(status.names[1].name, "GROUP          ", NCBNAMSZ), "another name\n");
    ok(status.names[1].name_num == 2, "got number %u\n", status.names[1].name_num);
    ok(status.names[1].name_flags == (GROUP_NAME | REGISTERED), "got flags %#x\n",
       status.names[1].name_flags);
}

static void names_beyond_the_buffer_are_left_out(void)
{
    struct status status;
    UCHAR result = ask(answer_once, &status, sizeof(status.adapter) + sizeof(NAME_BUFFER));

    ok(result == NRC_INCOMP, "got %#x\n", result);
    check_status(&status);
    ok(status.names[1].name_num == 0xcc, "got number %u\n", status.names[1].name_num);
}

static void answer_to_another_request_is_not_taken(void)
{
    struct status status;
    UCHAR result = ask(answer_falsely_first, &status, sizeof(status));

    ok(result == NRC_GOODRET, "got %#x\n", result);
    check_status(&status);
}

START_TEST(netbios_status)
{
    if (!find_adapter(&lana))
    {
        skip("this computer has no network adapter\n");
        return;
    }
    if (!start_name_service())
    {
        skip("port %u is not to be had\n", NAME_SERVICE_PORT);
        return;
    }
    status_has_the_names_and_the_mac_address();
    names_beyond_the_buffer_are_left_out();
    answer_to_another_request_is_not_taken();
    closesocket(peer);
}
