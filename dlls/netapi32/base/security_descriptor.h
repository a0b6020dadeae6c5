/*
 * Security descriptors, self-relative: [MS-DTYP] 2.4.6.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * Checked by the rules of Windows' RtlValidRelativeSecurityDescriptor, before anybody is given one or
 * sent one. What a security descriptor says is nobody's business here.
 */
#ifndef NETAPI32_BASE_SECURITY_DESCRIPTOR_H
#define NETAPI32_BASE_SECURITY_DESCRIPTOR_H

#include "base/wire.h"

/* The most that one can be: its header, two SIDs, two ACLs. */
#define SECURITY_DESCRIPTOR_SIZE_MAX (20 + 2 * 68 + 2 * 65535)

/* Whether the bytes begin with a security descriptor all of which lies in them: it has revision 1 and
 * says that it is self-relative; owner, group, SACL and DACL, where it has them, begin behind its
 * header on a multiple of 4; each SID has revision 1 and at most 15 sub authorities; each ACL has a
 * revision from 2 to 4 and as many ACEs in it as it says; each ACE has a size that is a multiple of 4
 * and, where its type has a SID, that SID in it. */
bool security_descriptor_is_valid(struct bytes descriptor);

/* How long a security descriptor is of which only the beginning is known: up to the end of the last of
 * what it consists of, as its own headers say. 0 for what is not self-relative, has another revision,
 * or would be longer than SECURITY_DESCRIPTOR_SIZE_MAX. It is to be checked with
 * security_descriptor_is_valid() then. */
size_t security_descriptor_size(const void *descriptor);

#endif
