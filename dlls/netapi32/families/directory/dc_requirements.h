/*
 * What a caller of DsGetDcName() demands of a controller, and whether one has it.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#ifndef NETAPI32_DIRECTORY_DC_REQUIREMENTS_H
#define NETAPI32_DIRECTORY_DC_REQUIREMENTS_H

#include <stdbool.h>
#include <stdint.h>

#include "base/utf16.h"

/* Whether flags may stand together, and with the name of a site. */
bool dc_flags_are_valid(uint32_t flags, struct utf16_slice site);

/* The flags that count: DS_ONLY_LDAP_NEEDED has others ignored, as does DS_PDC_REQUIRED the next closest
 * site. */
uint32_t dc_flags_effective(uint32_t flags);

/* Those that say what a controller has to be. */
uint32_t dc_flags_of_requirements(uint32_t flags);

enum dc_fit
{
    DC_UNFIT,
    DC_FIT,       /* has all that is required */
    DC_PREFERRED, /* and what is preferred */
};

/* What a controller with these flags ([MS-ADTS] 6.3.1.2) is to a caller with those. */
enum dc_fit dc_flags_fit(uint32_t controller_flags, uint32_t flags);

#endif
