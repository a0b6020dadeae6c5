/*
 * The last output of functions that take structures: which member of them is to blame.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_ACCOUNTS_PARAMETER_ERROR_H
#define NETAPI32_ACCOUNTS_PARAMETER_ERROR_H

#include <windows.h>

static inline void set_parameter_error(DWORD *parm_err, DWORD value)
{
    if (parm_err)
    {
        *parm_err = value;
    }
}

#endif
