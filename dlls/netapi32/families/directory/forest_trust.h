/*
 * LSA_FOREST_TRUST_INFORMATION as the API has it, without Windows' types.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_FOREST_TRUST_H
#define NETAPI32_DIRECTORY_FOREST_TRUST_H

#include <stdint.h>

struct lsa_forest_trust_information; /* rpc/netlogon_trust.h */

/* LSA_UNICODE_STRING; sizes in bytes */
struct forest_trust_text
{
    uint16_t length;
    uint16_t maximum_length;
    uint16_t *units;
};

/* LSA_FOREST_TRUST_RECORD */
struct forest_trust_record
{
    uint32_t flags;
    uint32_t type; /* enum lsa_forest_trust_record_type */
    uint64_t time;
    union
    {
        struct forest_trust_text top_level_name;
        struct
        {
            void *sid;
            struct forest_trust_text dns_name;
            struct forest_trust_text netbios_name;
        } domain_info;
        struct
        {
            uint32_t length;
            uint8_t *data;
        } binary;
    } data;
};

/* LSA_FOREST_TRUST_INFORMATION */
struct forest_trust_information
{
    uint32_t count;
    struct forest_trust_record **records;
};

/* Packs what a server told into one block: *buffer, which belongs to the caller
 * (platform_api_free()). RPC_X_BAD_STUB_DATA where records are left out;
 * ERROR_NOT_ENOUGH_MEMORY. */
uint32_t forest_trust_pack(const struct lsa_forest_trust_information *information, void **buffer);

#endif
