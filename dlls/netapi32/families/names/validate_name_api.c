/*
 * Names for a computer, a workgroup or a domain: NetValidateName. Documented with lmjoin.h.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include <lmcons.h>
#include <lmerr.h>
#include <lmjoin.h>

#include "api/debug.h"
#include "api/this_computer.h"
#include "families/names/validate_name.h"

_Static_assert((int)SETUP_NAME_MACHINE == NetSetupMachine, "NETSETUP_NAME_TYPE");
_Static_assert((int)SETUP_NAME_DNS_MACHINE == NetSetupDnsMachine, "NETSETUP_NAME_TYPE");

static NET_API_STATUS validate_here(const WCHAR *name, NETSETUP_NAME_TYPE type)
{
    struct utf16_name computer;
    struct membership membership;
    struct setup_names names = { .domain = { .units = NULL } };
    NET_API_STATUS status = this_computer_membership(&membership);

    if (status)
    {
        return status;
    }
    platform_computer_name(&computer);
    names.computer = utf16_from_name(&computer);
    if (membership.is_member)
    {
        names.domain = utf16_from_name(&membership.flat_name);
    }
    return validate_name_here(slice_w(name), type, &names);
}

/* Account and password are for asking a domain controller, which nobody does here. */
NET_API_STATUS WINAPI NetValidateName(LPCWSTR lpServer, LPCWSTR lpName, LPCWSTR lpAccount,
                                      LPCWSTR lpPassword, NETSETUP_NAME_TYPE NameType)
{
    struct target target;
    NET_API_STATUS status = target_from_name(lpServer, &target);

    (void)lpAccount;
    (void)lpPassword;
    if (status)
    {
        return status;
    }
    return target.is_this_computer ? validate_here(lpName, NameType)
                                   : validate_name_there(&target, slice_w(lpName), NameType);
}
