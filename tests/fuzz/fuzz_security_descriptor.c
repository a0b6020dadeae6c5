/*
 * Fuzz target: security descriptors of servers.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>

#include "base/security_descriptor.h"

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

/* What is valid can be measured without being told its size, and is valid without the rest. */
int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    size_t measured = 0;

    if (security_descriptor_is_valid((struct bytes){ data, size }))
    {
        measured = security_descriptor_size(data);
        if (measured > size ||
            (measured && !security_descriptor_is_valid((struct bytes){ data, measured })))
        {
            abort();
        }
    }
    return 0;
}
