/*
 * The Workstation Service: [MS-WKST]. Domains, and names of the computer: 3.2.4.12 to 3.2.4.21.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_RPC_WKSSVC_JOIN_H
#define NETAPI32_RPC_WKSSVC_JOIN_H

#include "rpc/ndr.h"

/* JOINPR_ENCRYPTED_USER_PASSWORD, 2.2.5.18: obfuscator, password and its length, encrypted. */
#define WKSSVC_PASSWORD_SIZE 524

/* NET_COMPUTER_NAME_ARRAY, 2.2.5.20 */
struct wkssvc_computer_names
{
    uint32_t count;
    struct utf16_slice *names;
};

/* NetrGetJoinInformation, 3.2.4.12 */
struct wkssvc_get_join_information
{
    struct utf16_slice server;
    struct utf16_slice name; /* of the domain or workgroup */
    uint16_t status;         /* NETSETUP_JOIN_STATUS */
    uint32_t result;
};

/* NetrJoinDomain2, 3.2.4.13 */
struct wkssvc_join_domain
{
    struct utf16_slice server;
    struct utf16_slice domain;
    struct utf16_slice machine_account_ou;
    struct utf16_slice account;
    uint8_t *password; /* WKSSVC_PASSWORD_SIZE bytes */
    uint32_t options;  /* NETSETUP_* */
    uint32_t result;
};

/* NetrUnjoinDomain2, 3.2.4.14 */
struct wkssvc_unjoin_domain
{
    struct utf16_slice server;
    struct utf16_slice account;
    uint8_t *password; /* WKSSVC_PASSWORD_SIZE bytes */
    uint32_t options;
    uint32_t result;
};

/* NetrRenameMachineInDomain2, 3.2.4.15 */
struct wkssvc_rename_machine
{
    struct utf16_slice server;
    struct utf16_slice name;
    struct utf16_slice account;
    uint8_t *password; /* WKSSVC_PASSWORD_SIZE bytes */
    uint32_t options;
    uint32_t result;
};

/* NetrValidateName2, 3.2.4.16 */
struct wkssvc_validate_name
{
    struct utf16_slice server;
    struct utf16_slice name;
    struct utf16_slice account;
    uint8_t *password;  /* WKSSVC_PASSWORD_SIZE bytes */
    uint16_t name_type; /* NETSETUP_NAME_TYPE */
    uint32_t result;
};

/* NetrGetJoinableOUs2, 3.2.4.17 */
struct wkssvc_get_joinable_ous
{
    struct utf16_slice server;
    struct utf16_slice domain;
    struct utf16_slice account;
    uint8_t *password; /* WKSSVC_PASSWORD_SIZE bytes */
    uint32_t ou_count;
    struct utf16_slice *ous; /* as many as ou_count */
    uint32_t result;
};

/* NetrAddAlternateComputerName, 3.2.4.18, and NetrRemoveAlternateComputerName, 3.2.4.19, and
 * NetrSetPrimaryComputerName, 3.2.4.20 */
struct wkssvc_computer_name
{
    struct utf16_slice server;
    struct utf16_slice name;
    struct utf16_slice account;
    uint8_t *password; /* WKSSVC_PASSWORD_SIZE bytes */
    uint32_t reserved;
    uint32_t result;
};

/* NetrEnumerateComputerNames, 3.2.4.21 */
struct wkssvc_enumerate_computer_names
{
    struct utf16_slice server;
    uint16_t name_type; /* NET_COMPUTER_NAME_TYPE */
    uint32_t reserved;
    struct wkssvc_computer_names *names;
    uint32_t result;
};

#endif
