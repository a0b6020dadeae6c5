/*
 * Whether a name can be one: what Windows has in netutils.dll, which forwards to here. Undocumented; the
 * rules are those of the types of names that NetpwNameValidate knows.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include <windows.h>

#include "api/debug.h"
#include "families/names/name_rules.h"
#include "families/names/path_type.h"

BOOL WINAPI NetpIsComputerNameValid(const WCHAR *name);
BOOL WINAPI NetpIsDomainNameValid(const WCHAR *name);
BOOL WINAPI NetpIsGroupNameValid(const WCHAR *name);
BOOL WINAPI NetpIsRemoteNameValid(const WCHAR *name);
BOOL WINAPI NetpIsShareNameValid(const WCHAR *name);
BOOL WINAPI NetpIsUserNameValid(const WCHAR *name);

static BOOL is_name(const WCHAR *name, uint32_t type)
{
    return name && !name_validate(slice_w(name), type, 0);
}

BOOL WINAPI NetpIsComputerNameValid(const WCHAR *name)
{
    return is_name(name, NAMETYPE_COMPUTER);
}

BOOL WINAPI NetpIsDomainNameValid(const WCHAR *name)
{
    return is_name(name, NAMETYPE_DOMAIN);
}

BOOL WINAPI NetpIsGroupNameValid(const WCHAR *name)
{
    return is_name(name, NAMETYPE_GROUP);
}

/* What NetUseAdd connects to: \\server\share, or a path in there. */
BOOL WINAPI NetpIsRemoteNameValid(const WCHAR *name)
{
    uint32_t type = 0;

    return name && !path_type(slice_w(name), 0, &type) && type == ITYPE_UNC;
}

BOOL WINAPI NetpIsShareNameValid(const WCHAR *name)
{
    return is_name(name, NAMETYPE_SHARE);
}

BOOL WINAPI NetpIsUserNameValid(const WCHAR *name)
{
    return is_name(name, NAMETYPE_USER);
}
