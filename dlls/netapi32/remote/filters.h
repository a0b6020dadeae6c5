/*
 * How the filters of Enum functions match, whatever the server does with them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_REMOTE_FILTERS_H
#define NETAPI32_REMOTE_FILTERS_H

#include <stdbool.h>

#include "base/utf16.h"

/* Whether a listed user is meant by the filter. A domain controller under Samba lists DOMAIN\user; a
 * filter that names no domain means the user of any. */
bool filter_means_user(struct utf16_slice filter, struct utf16_slice listed);
/* Whether a text is a computer's name with two backslashes before it, as filters have it; then
 * *name is the name without them. */
bool filter_names_computer(struct utf16_slice filter, struct utf16_slice *name);

#endif
