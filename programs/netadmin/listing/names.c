/*
 * Names, which are the same in small letters and capitals.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "listing/names.h"

#include "platform/upcase.h"

WCHAR name_upcase(WCHAR unit)
{
    if (unit < 0x80)
    {
        return unit >= 'a' && unit <= 'z' ? (WCHAR)(unit - 'a' + 'A') : unit;
    }
    return unit_upcase(unit);
}

int names_compare(const WCHAR *a, const WCHAR *b)
{
    while (*a && (*a == *b || name_upcase(*a) == name_upcase(*b)))
    {
        a++;
        b++;
    }
    return (int)name_upcase(*a) - (int)name_upcase(*b);
}
