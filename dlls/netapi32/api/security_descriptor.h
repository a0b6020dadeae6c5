/*
 * Security descriptors that a caller gives.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_API_SECURITY_DESCRIPTOR_H
#define NETAPI32_API_SECURITY_DESCRIPTOR_H

#include <windows.h>

/* Makes a copy, on the process heap, of a descriptor that is absolute, which the families below do
 * not take: *copy is NULL for one that is self-relative, which is not looked at further, and for
 * NULL. ERROR_INVALID_SECURITY_DESCR; ERROR_NOT_ENOUGH_MEMORY. */
DWORD api_descriptor_self_relative(const void *descriptor, void **copy);

#endif
