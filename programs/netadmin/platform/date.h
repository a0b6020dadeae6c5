/*
 * What time it is.
 *
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */

#ifndef NETADMIN_DATE_H
#define NETADMIN_DATE_H

#include <windows.h>

/* Now, in UTC and at this computer's place. The day of the week is not set. */
void date_utc(SYSTEMTIME *time);
void date_local(SYSTEMTIME *time);

#endif
