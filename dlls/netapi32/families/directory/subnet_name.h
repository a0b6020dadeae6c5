/*
 * Names of subnets in a directory: [MS-ADTS] 6.1.1.2.2.2.1.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_SUBNET_NAME_H
#define NETAPI32_DIRECTORY_SUBNET_NAME_H

#include "base/utf16.h"

/* Whether a text is address/bits: an IPv4 or IPv6 address that has nothing but zeros behind the so
 * many leftmost bits. */
bool subnet_name_is_valid(struct utf16_slice name);

#endif
