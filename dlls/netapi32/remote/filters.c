/*
 * How the filters of Enum functions match, whatever the server does with them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "remote/filters.h"

#include "platform/utf16_equal.h"

bool filter_means_user(struct utf16_slice filter, struct utf16_slice listed)
{
    const size_t backslash = utf16_find(listed, '\\');

    if (backslash < listed.length && utf16_find(filter, '\\') == filter.length)
    {
        listed = utf16_part(listed, backslash + 1, listed.length);
    }
    return utf16_equal(listed, filter);
}

bool filter_names_computer(struct utf16_slice filter, struct utf16_slice *name)
{
    *name = utf16_part(filter, 2, filter.length);
    return filter.length > 2 && utf16_unit(filter, 0) == '\\' && utf16_unit(filter, 1) == '\\' &&
           utf16_find(*name, '\\') == name->length;
}
