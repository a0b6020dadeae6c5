/*
 * Capitals of Linux.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#include "platform/upcase.h"

#include <locale.h>
#include <pthread.h>
#include <wctype.h>

static pthread_once_t once = PTHREAD_ONCE_INIT;
static locale_t unicode_locale;

static void locale_open(void)
{
    unicode_locale = newlocale(LC_CTYPE_MASK, "C.UTF-8", (locale_t)0);
}

WCHAR unit_upcase(WCHAR unit)
{
    pthread_once(&once, locale_open);
    return unicode_locale ? (WCHAR)towupper_l(unit, unicode_locale) : unit;
}
