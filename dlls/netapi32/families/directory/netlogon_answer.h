/*
 * What a domain controller says of itself in answer to a ping: [MS-ADTS] 6.3.1.7 to 6.3.1.9.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_NETLOGON_ANSWER_H
#define NETAPI32_DIRECTORY_NETLOGON_ANSWER_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"
#include "base/wire.h"

#define NETLOGON_GUID_SIZE 16

/* NETLOGON_NT_VERSION, [MS-ADTS] 6.3.1.1 */
enum netlogon_nt_version
{
    NETLOGON_NT_VERSION_1 = 0x00000001,
    NETLOGON_NT_VERSION_5 = 0x00000002,
    NETLOGON_NT_VERSION_5EX = 0x00000004,
    NETLOGON_NT_VERSION_5EX_WITH_IP = 0x00000008,
    NETLOGON_NT_VERSION_WITH_CLOSEST_SITE = 0x00000010,
    NETLOGON_NT_VERSION_AVOID_NT4EMUL = 0x01000000,
};

/* The forms of the answer, by what they tell. */
enum netlogon_form
{
    NETLOGON_FORM_NT40, /* the names of the controller and of its domain */
    NETLOGON_FORM_5,    /* also flags, GUID, forest, and names of the DNS */
    NETLOGON_FORM_EX,   /* also sites */
};

/* An answer. Names are without backslashes; what was not told is empty. */
struct netlogon_answer
{
    enum netlogon_form form;
    bool is_paused;       /* the controller does not take logons at present */
    bool is_user_unknown; /* it has no such account */
    uint32_t flags;       /* DS_*_FLAG, [MS-ADTS] 6.3.1.2 */
    uint8_t domain_guid[NETLOGON_GUID_SIZE];
    struct utf16_name forest;
    struct utf16_name dns_domain;
    struct utf16_name dns_host;
    struct utf16_name flat_domain;
    struct utf16_name flat_host;
    struct utf16_name site;
    struct utf16_name client_site;
    struct utf16_name next_closest_site;
};

/* Reads the value of the attribute Netlogon: NETLOGON_SAM_LOGON_RESPONSE_EX, NETLOGON_SAM_LOGON_RESPONSE
 * or NETLOGON_SAM_LOGON_RESPONSE_NT40 ([MS-ADTS] 6.3.1.9, 6.3.1.8, 6.3.1.7), which a mailslot has, too.
 * False for anything else; *answer is empty then. */
bool netlogon_answer_decode(struct bytes value, struct netlogon_answer *answer);

#endif
