/*
 * Kerberos where there is no SSPI: none.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "auth/kerberos.h"
#include "base/status.h"

uint32_t kerberos_create(struct utf16_slice target_name, uint64_t deadline,
                         struct mechanism **mechanism)
{
    (void)target_name;
    (void)deadline;
    *mechanism = NULL;
    return ERROR_NOT_SUPPORTED;
}

void kerberos_rest(void)
{
}
