/*
 * The Security Account Manager: passwords of applications against a server's rules. [MS-SAMR] 2.2.9
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The password goes over the wire in the clear, so servers want the whole conversation encrypted, on
 * the level of RPC. Times are in 100 nanoseconds since 1601.
 */
#ifndef NETAPI32_RPC_SAMR_VALIDATE_H
#define NETAPI32_RPC_SAMR_VALIDATE_H

#include "rpc/ndr.h"

/* PASSWORD_POLICY_VALIDATION_TYPE, 2.2.9.7 */
enum samr_validation_type
{
    SAMR_VALIDATE_AUTHENTICATION = 1,
    SAMR_VALIDATE_PASSWORD_CHANGE = 2,
    SAMR_VALIDATE_PASSWORD_RESET = 3,
};

/* SAM_VALIDATE_PERSISTED_FIELDS, 2.2.9.2: the bits of `present` */
enum samr_validate_present
{
    SAMR_VALIDATE_PASSWORD_LAST_SET = 0x01,
    SAMR_VALIDATE_BAD_PASSWORD_TIME = 0x02,
    SAMR_VALIDATE_LOCKOUT_TIME = 0x04,
    SAMR_VALIDATE_BAD_PASSWORD_COUNT = 0x08,
    SAMR_VALIDATE_PASSWORD_HISTORY_LENGTH = 0x10,
    SAMR_VALIDATE_PASSWORD_HISTORY = 0x20,
};

/* SAM_VALIDATE_VALIDATION_STATUS, 2.2.9.3 */
enum samr_validation_status
{
    SAMR_VALIDATE_SUCCESS = 0,
    SAMR_VALIDATE_PASSWORD_MUST_CHANGE = 1,
    SAMR_VALIDATE_ACCOUNT_LOCKED_OUT = 2,
    SAMR_VALIDATE_PASSWORD_EXPIRED = 3,
    SAMR_VALIDATE_PASSWORD_INCORRECT = 4,
    SAMR_VALIDATE_PASSWORD_IS_IN_HISTORY = 5,
    SAMR_VALIDATE_PASSWORD_TOO_SHORT = 6,
    SAMR_VALIDATE_PASSWORD_TOO_LONG = 7,
    SAMR_VALIDATE_PASSWORD_NOT_COMPLEX_ENOUGH = 8,
    SAMR_VALIDATE_PASSWORD_TOO_RECENT = 9,
    SAMR_VALIDATE_PASSWORD_FILTER_ERROR = 10,
};

/* SAM_VALIDATE_PASSWORD_HASH, 2.2.9.1 */
struct samr_validate_hash
{
    uint32_t length;
    struct bytes hash;
};

/* SAM_VALIDATE_PERSISTED_FIELDS, 2.2.9.2 */
struct samr_validate_fields
{
    uint32_t present; /* enum samr_validate_present */
    uint64_t password_last_set;
    uint64_t bad_password_time;
    uint64_t lockout_time;
    uint32_t bad_password_count;
    uint32_t history_length;
    struct samr_validate_hash *history;
};

/* SAM_VALIDATE_AUTHENTICATION_INPUT_ARG, SAM_VALIDATE_PASSWORD_CHANGE_INPUT_ARG and
 * SAM_VALIDATE_PASSWORD_RESET_INPUT_ARG, 2.2.9.5 to 2.2.9.7: each has some of them */
struct samr_validate_request
{
    struct samr_validate_fields fields;
    struct utf16_slice clear_password;
    struct utf16_slice account_name;
    struct samr_validate_hash hash;
    uint8_t password_matched;
    uint8_t must_change_at_next_logon;
    uint8_t clear_lockout;
};

/* SAM_VALIDATE_INPUT_ARG, 2.2.9.8 */
union samr_validate_input
{
    struct samr_validate_request request; /* of each type */
};

/* SAM_VALIDATE_STANDARD_OUTPUT_ARG, 2.2.9.4 */
struct samr_validate_answer
{
    struct samr_validate_fields fields; /* those that changed */
    uint16_t status;                    /* enum samr_validation_status */
};

/* SAM_VALIDATE_OUTPUT_ARG, 2.2.9.9 */
union samr_validate_output
{
    struct samr_validate_answer answer; /* of each type */
};

extern const struct ndr_type samr_validate_input;
extern const struct ndr_type samr_validate_output;

/* ---- Methods --------------------------------------------------------------------------------- */

/* SamrValidatePassword, 3.1.5.13.7 */
struct samr_validate_password
{
    uint16_t validation_type; /* enum samr_validation_type */
    union samr_validate_input input;
    union samr_validate_output *output;
    uint32_t result;
};

#endif
