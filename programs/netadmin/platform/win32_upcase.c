/*
 * Capitals of Windows.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/upcase.h"

WCHAR unit_upcase(WCHAR unit)
{
    WCHAR capital = unit;

    LCMapStringW(LOCALE_INVARIANT, LCMAP_UPPERCASE, &unit, 1, &capital, 1);
    return capital;
}
