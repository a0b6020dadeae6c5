/*
 * Fuzz target: whether this computer is in a domain, of whatever its files and settings say.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 *
 * The input: a byte of settings, with their texts, then the files (support/fuzzed_files.h).
 */
#include <stddef.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

#include "membership/host_files.h"
#include "membership/membership.h"
#include "platform/posix.h"
#include "support/fixed_platform.h"
#include "support/fuzzed_files.h"

#define SAYS_MEMBERSHIP 0x01
#define SAYS_ROOT       0x02
#define TEXT_SIZE       100

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size);

static void require(bool holds)
{
    if (!holds)
    {
        abort();
    }
}

static void set(struct fuzz_input *input, const char *name)
{
    char text[TEXT_SIZE];

    if (utf16_to_utf8(fuzz_text(input), text, sizeof(text)))
    {
        posix_config_set(NULL, name, text);
    }
}

/* Names are in the form that the header promises, or empty. */
static void check_names(const struct membership *membership)
{
    struct utf16_name flat = membership->flat_name;
    struct utf16_name dns = membership->dns_name;

    require(!flat.length ||
            (make_flat_name(&flat) &&
             !utf16_compare(utf16_from_name(&flat), utf16_from_name(&membership->flat_name))));
    require(!dns.length ||
            (make_dns_name(&dns) &&
             !utf16_compare(utf16_from_name(&dns), utf16_from_name(&membership->dns_name))));
    require(membership->is_member ? membership->flat_name.length != 0
                                  : !membership->dns_name.length && !membership->is_controller);
}

int LLVMFuzzerTestOneInput(const uint8_t *data, size_t size)
{
    struct fuzz_input input = fuzz_input_over(data, size);
    const uint8_t manner = fuzz_u8(&input);
    struct membership membership;

    fixed_platform_reset(1);
    posix_config_clear();
    if (manner & SAYS_MEMBERSHIP)
    {
        set(&input, "DomainMembership");
    }
    if (manner & SAYS_ROOT)
    {
        set(&input, "MembershipRoot");
    }
    fuzzed_files_set(&input);
    membership_read(&membership);
    check_names(&membership);
    fuzz_input_free(&input);
    return 0;
}
