/*
 * Flags and times of users: [MS-SAMR]'s and the API's.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_ACCOUNT_SERVER_VALUES_H
#define NETAPI32_ACCOUNTS_ACCOUNT_SERVER_VALUES_H

#include <stdint.h>

#include "families/accounts/user_flags.h"

/* Bits of the user account control, [MS-SAMR] 2.2.1.12, that this code looks at by name. */
#define USER_ACCOUNT_DISABLED     0x00000001u
#define USER_NORMAL_ACCOUNT       0x00000010u
#define USER_DONT_EXPIRE_PASSWORD 0x00000200u
#define USER_ACCOUNT_AUTO_LOCKED  0x00000400u
#define USER_PASSWORD_EXPIRED     0x00020000u
/* The types, of which an account has one. */
#define USER_ACCOUNT_TYPE_MASK 0x000001D8u

/* What one of them is in the other's bits; what the other has none for is dropped. UF_SCRIPT is always
 * set, UF_PASSWD_CANT_CHANGE never: that is the security descriptor's. */
uint32_t user_flags_of_control(uint32_t control);
uint32_t user_control_of_flags(uint32_t flags);
/* Seconds since 1970 of 100 ns since 1601; `unknown` for what is none: 0, what is beyond both ends,
 * never. */
uint32_t user_time_of_samr(uint64_t time, uint32_t unknown);
/* Seconds from one time to the other, UINT32_MAX where they are more; 0 where the first is unknown (0),
 * or yet to come. */
uint32_t user_age_of_samr(uint64_t since, uint64_t now);
/* The inverse of user_time_of_samr(); UINT32_MAX is never. */
uint64_t samr_time_of_user(uint32_t time);

#endif
