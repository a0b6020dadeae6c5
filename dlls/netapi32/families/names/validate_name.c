/*
 * Names for a computer, a workgroup or a domain: what NetValidateName() says of them.
 * SPDX-License-Identifier: LGPL-2.1-or-later
 */
#include "families/names/validate_name.h"

#include "base/status.h"
#include "families/names/name_rules.h"
#include "platform/utf16_equal.h"
#include "remote/optional_call.h"
#include "rpc/wkssvc.h"

/* [RFC1035] 2.3.4 */
#define DNS_NAME_LENGTH_MAX  255
#define DNS_LABEL_LENGTH_MAX 63

/* NetBIOS names, without the byte for their kind. */
#define NETBIOS_NAME_LENGTH_MAX 15

static bool is_digit(uint16_t unit)
{
    return unit >= '0' && unit <= '9';
}

static bool is_letter(uint16_t unit)
{
    return (unit >= 'A' && unit <= 'Z') || (unit >= 'a' && unit <= 'z');
}

static bool has_digits_alone(struct utf16_slice name)
{
    size_t i = 0;

    while (i < name.length && is_digit(utf16_unit(name, i)))
    {
        i++;
    }
    return i == name.length;
}

/* ---- DNS ------------------------------------------------------------------------------------- */

/* Lengths of the name and of its labels. A dot may end it. */
static bool has_dns_form(struct utf16_slice name)
{
    struct utf16_slice rest = name;

    if (!name.length || name.length > DNS_NAME_LENGTH_MAX)
    {
        return false;
    }
    while (rest.length)
    {
        const size_t length = utf16_find(rest, '.');

        if (!length || length > DNS_LABEL_LENGTH_MAX)
        {
            return false;
        }
        rest = utf16_part(rest, length + 1, rest.length);
    }
    return true;
}

/* 0, or what is wrong with the worst of its characters. */
static uint32_t check_dns_characters(struct utf16_slice name)
{
    uint32_t status = ERROR_SUCCESS;

    for (size_t i = 0; i < name.length; i++)
    {
        const uint16_t unit = utf16_unit(name, i);

        if (unit == '_' || unit >= 0x80)
        {
            status = DNS_ERROR_NON_RFC_NAME;
        }
        else if (!is_digit(unit) && !is_letter(unit) && unit != '-' && unit != '.')
        {
            return DNS_ERROR_INVALID_NAME_CHAR;
        }
    }
    return status;
}

static bool is_dns_domain(struct utf16_slice name)
{
    return has_dns_form(name) && check_dns_characters(name) != DNS_ERROR_INVALID_NAME_CHAR;
}

/* ---- Types ----------------------------------------------------------------------------------- */

static uint32_t validate_machine(struct utf16_slice name)
{
    return name.length > NETBIOS_NAME_LENGTH_MAX || name_validate(name, NAMETYPE_COMPUTER, 0) ||
                   utf16_unit(name, 0) == '.' || has_digits_alone(name)
               ? NERR_InvalidComputer
               : ERROR_SUCCESS;
}

static uint32_t validate_dns_machine(struct utf16_slice name)
{
    const struct utf16_slice host = utf16_part(name, 0, utf16_find(name, '.'));

    if (!has_dns_form(name))
    {
        return ERROR_INVALID_COMPUTERNAME;
    }
    return has_digits_alone(host) ? NERR_InvalidComputer : check_dns_characters(name);
}

static uint32_t validate_workgroup(struct utf16_slice name, const struct setup_names *names)
{
    return name_validate(name, NAMETYPE_WORKGROUP, 0) || utf16_equal(name, names->computer)
               ? NERR_InvalidWorkgroupName
               : ERROR_SUCCESS;
}

static uint32_t validate_domain(struct utf16_slice name, bool wants_existing,
                                const struct setup_names *names)
{
    const bool exists = names->domain.length && utf16_equal(name, names->domain);

    if (name_validate(name, NAMETYPE_DOMAIN, 0) && !is_dns_domain(name))
    {
        return ERROR_INVALID_DOMAINNAME;
    }
    if (exists == wants_existing)
    {
        return ERROR_SUCCESS;
    }
    return exists ? ERROR_DUP_NAME : ERROR_NO_SUCH_DOMAIN;
}

uint32_t validate_name_here(struct utf16_slice name, uint32_t type, const struct setup_names *names)
{
    if (!name.units)
    {
        return ERROR_INVALID_PARAMETER;
    }
    switch (type)
    {
    case SETUP_NAME_MACHINE: return validate_machine(name);
    case SETUP_NAME_WORKGROUP: return validate_workgroup(name, names);
    case SETUP_NAME_DOMAIN: return validate_domain(name, true, names);
    case SETUP_NAME_NON_EXISTENT_DOMAIN: return validate_domain(name, false, names);
    case SETUP_NAME_DNS_MACHINE: return validate_dns_machine(name);
    default: return ERROR_INVALID_PARAMETER;
    }
}

/* ---- Another computer ------------------------------------------------------------------------ */

uint32_t validate_name_there(const struct target *target, struct utf16_slice name, uint32_t type)
{
    struct wkssvc_validate_name call = { .name = name, .name_type = (uint16_t)type };
    struct rpc_reply reply;
    struct remote remote;
    uint32_t status = ERROR_SUCCESS;

    if (!name.units || type < SETUP_NAME_MACHINE || type > SETUP_NAME_DNS_MACHINE)
    {
        return ERROR_INVALID_PARAMETER;
    }
    if (name.length > NAME_LENGTH_MAX)
    {
        return ERROR_INVALID_NAME;
    }
    remote_begin(&remote, target);
    status = remote_call_if_offered(&remote, &wkssvc_interface, NETR_VALIDATE_NAME2, &call, &reply);
    status = remote_result(&remote, status, status);
    rpc_reply_free(&reply);
    remote_end(&remote);
    return status;
}
